"""Which outcome a verb has, by what it is done to: "antar yttrandet" is an answer, "antar taxan" is none."""

import re
from dataclasses import dataclass

from indexer.conclude.decided.acts import Act
from indexer.conclude.decided.words import Mood, Verb
from remissarkiv.domain import Outcome

_MATTER = re.compile(
    r"motion|medborgarforsl|forslag|framstall|ansok|begaran|hemstall|att-?sats|yrkande|punkt|skrivelse|"
    r"initiativ|interpellation|arende|remiss|\bfragan?\b|\bpromemoria|\bden(?:samma|na)?\b|\bdet(?:samma|ta)?\b|"
    r"\bdem\b|\bdessa\b|\bdesamma\b"
)
_MOTION = re.compile(r"motion|att-?sats|\byrkande[nt]?\b")
_CITIZEN = re.compile(r"medborgarforsl|e-forslag|folkforslag")
_CASE = re.compile(
    r"arende|motion|medborgarforsl|fragan|remiss|skrivelse|ansok|forslag|\bdet(?:samma|ta)?\b|\bden(?:samma|na)?\b"
)
_OWN_WORDS = re.compile(r"yttrande|svar\b|svaret|\bsom (?:\w+ ){0,2}ege[tn]\b|\bsitt eget\b|synpunkter")
_ANSWERS = re.compile(r"yttrande|svar\b|svaret|\bsom (?:\w+ ){0,2}eget\b|\bsitt eget\b|\bremiss")
_PAPER = re.compile(r"\b[a-z-]*(?:utlatande[t]?|skrivelsen?|promemorian?|\bpm(?::?n)?|svarsforslag(?:et)?)\b")
_YTTRANDE = re.compile(r"\b[a-z-]*(?:yttrande[t]?|(?:remiss)?svar(?:et)?|synpunkter(?:na)?)\b")
_THE_ANSWER = re.compile(
    r"\A\W*(?:(?:\d|att|harmed|darmed|vidare|aven)\W+){0,3}(?:\w+s )?(?:(?:sitt|detta|detsamma|det|den|denna|"
    r"dem)\b|[a-z-]*(?:yttrande|svar|utlatande|tjansteskrivelse|beslut|arende|paragraf|protokoll)[a-z]*\b)"
)
_AS_ANSWER = re.compile(
    r"\bsom (?:\w+ ){0,3}(?:remissvar|svar|yttrande|eget)\b|\bsasom (?:\w+ ){0,2}(?:svar|yttrande)\b"
)
_IN_WORDS = re.compile(
    r"^[^.;]{0,60}\b(?:enligt|i enlighet|som foljer|i form av|enlighet med|foljande)\b|^[^.;]{0,60} {8}"
)
"""With a model, or with blanks where it stood (see `folding.without_models`)."""

_WITHOUT = re.compile(r"\butan (?:\w+ ){0,2}(?:yttrande|svar|remissvar)\b")
_MAILED = re.compile(r"yttrande|svaret|utlatande|tjansteskrivelse|arendet|motionen|remissen|synpunkter")
_DENIED = re.compile(r"\b(?:inte|ej|icke)\b[^.;:]{0,60}\Z")
_PROCEDURE = re.compile(
    r"(?:\W|pa\b|till\b){0,6}(?:tillaggs|andrings|aterremiss|avslags)?yrkande[tn]?(?: om| fran| av)\b"
    r"|\W*forslag(?:et)? till (?:yttrande|svar)"
)
"""What somebody moved at the meeting, and not in the motion."""

_LEFT_TO = re.compile(r"\W*(?:at|till \w+ att)\b")
_THAT = re.compile(r"\W*(?:(?:vidare|ocksa|sarskilt|darvid) )?(?:att|hur|vad)\b")
_QUESTION = re.compile(r"interpellation|\bfraga")
_REMISS = re.compile(r"\bremiss|promemoria|skrivelse")
_IS = re.compile(r"\b(?:ar|anses|har|forklaras|blivit|dras)\b")
_ALONE = re.compile(r"(?: arendet)?(?: harmed| darmed)?\W*(?:$|\.|och\b|utan\b)")
_TOGETHER = re.compile(r" (?:och|samt|eller|respektive) (?:\w+ )?")
_SIDE = re.compile(r",|;|\b(?:sa att|for att|som galler|att)\b")
_SENT = re.compile(r"\btill\b|\bsom (?:\w+ ){0,3}(?:svar|yttrande)|\bvidare\b")
_OTHERS = re.compile(
    r"\A(?:\W|till\b|pa\b|a\b)*(?:(?!motion|att-?sats|medborgar)[\w()-]+ ){0,4}?"
    r"(?!motion|medborgar|forslagsst)[\w-]+s (?:[\w()-]+ ){0,2}?"
    r"(?:forslag|yrkande|beslutsforslag|hemstallan)"
)
_PARTLY = re.compile(
    r"\bdelvis\b|\btill (?:viss|vissa|en) delar?\b|\bi (?:huvudsak|stort|princip|allt vasentligt)\b|"
    r"\bmed (?:den |foljande )?andring|\b(?:pa sa satt|i sa matto|pa det sattet|i tillampliga delar)\b|"
    r"\bintention"
)
_EXCEPT = re.compile(r"\b(?:utom|med undantag|forutom)\b")


@dataclass(frozen=True, slots=True)
class Effect:
    """What comes of an act. `outcome` is None where somebody's proposal is agreed to: it is that proposal's.
    `of_motion` and `of_citizen` tell that it is done to a motion, or to what a citizen proposed; `passes_on`
    that only the answer itself or the ärende is passed on, which adds nothing where the answer is decided."""

    outcome: Outcome | None
    of_motion: bool = False
    of_citizen: bool = False
    passes_on: bool = False
    certain: bool = True


def effect(act: Act) -> Effect | None:
    """The effect of an act, None where it has none of the outcomes.

    Of the ways to answer a remiss only "godkänner" approves of what an office says; the others make the
    answer the body's own.
    """
    found = _READERS[act.verb](act)
    if found is None:
        return None
    if isinstance(found, Effect):
        return found
    around = f"{act.wide} {act.after}"
    return Effect(found, _MOTION.search(around) is not None, _CITIZEN.search(around) is not None)


def _bifall(act: Act) -> Effect | Outcome | None:
    if _agrees(act):
        return Effect(None, of_motion=True)
    if _PROCEDURE.match(act.after):
        return None
    if act.mood is not Mood.PASSIVE and not _is_done_to(_MATTER, act):
        return None
    if act.is_negated:
        return Outcome.AVSLAG
    return Outcome.DELVIS_BIFALL if _PARTLY.search(act.around) else Outcome.BIFALL


def _avslag(act: Act) -> Effect | Outcome | None:
    if (
        act.is_negated
        or _agrees(act)
        or _PROCEDURE.match(act.after)
        or not (act.mood is Mood.PASSIVE or _is_done_to(_MATTER, act))
    ):
        return None
    return Outcome.DELVIS_BIFALL if _EXCEPT.search(act.after) else Outcome.AVSLAG


def _besvara(act: Act) -> Effect | Outcome | None:
    around = act.around
    if _MOTION.search(around) or _CITIZEN.search(around) or _QUESTION.search(around):
        return Outcome.BESVARAD
    return Outcome.ANTAR_YTTRANDE if _REMISS.search(around) else None


def _besvarad(act: Act) -> Effect | Outcome | None:
    return None if act.is_negated else Outcome.BESVARAD


def _aterremiss(act: Act) -> Effect | Outcome | None:
    return None if act.is_negated else Outcome.ATERREMISS


def _bordlagg(act: Act) -> Effect | Outcome | None:
    return None if act.is_negated else Outcome.BORDLAGGNING


def _avvisa(act: Act) -> Effect | Outcome | None:
    return None if act.is_negated or not _is_done_to(_MATTER, act) else Outcome.AVVISAS


def _avskriva(act: Act) -> Effect | Outcome | None:
    is_put_off = act.words.startswith("avfor") and "vidare" not in act.after
    return None if act.is_negated or is_put_off or not _is_done_to(_CASE, act) else Outcome.AVSKRIVEN


def _avsluta(act: Act) -> Effect | Outcome | None:
    """ "Ärendet avslutas." is what "avskrivs" is; with more words it tells how something ended."""
    is_closed = not act.is_negated and _ALONE.match(act.after) is not None and "arende" in act.around
    return Outcome.AVSKRIVEN if is_closed else None


def _atertagen(act: Act) -> Effect | Outcome | None:
    is_told = act.mood in (Mood.INFINITIVE, Mood.PASSIVE) or _IS.search(act.wide) is not None
    return Outcome.ATERTAGEN if is_told and _is_done_to(_CASE, act) else None


def _anta(act: Act) -> Effect | Outcome | None:
    what = _SIDE.split(act.after, maxsplit=1)[0]
    told = f"{act.before} {what}" if act.mood is Mood.PASSIVE else f"{act.before[-40:]} {what}"
    return Outcome.ANTAR_YTTRANDE if _OWN_WORDS.search(told) else None


def _avge(act: Act) -> Effect | Outcome | None:
    """ "Avger följande yttrande", "lämnar kontorets utlåtande som svar": whoever wrote it, it is the body's
    own answer."""
    told = act.around if act.mood is Mood.PASSIVE else f"{act.before[-40:]} {act.after}"
    if act.is_negated or _WITHOUT.search(told):
        return None
    if "synpunkter" in told and _IN_WORDS.search(act.after):
        return Outcome.ANTAR_YTTRANDE
    if not _ANSWERS.search(told):
        return None
    return Outcome.ANTAR_YTTRANDE if _YTTRANDE.search(told) or _PAPER.search(told) else None


def _yttra(act: Act) -> Effect | Outcome | None:
    """ "Yttrar sig i enlighet med förvaltningens förslag": what it says is decided. A bare "yttrar sig" tells
    of those who spoke, or were asked to."""
    is_given = not act.is_negated and _IN_WORDS.search(act.after) is not None
    return Outcome.ANTAR_YTTRANDE if is_given else None


def _godkanna(act: Act) -> Effect | Outcome | None:
    told = act.around if act.mood is Mood.PASSIVE else act.after
    is_paper = _PAPER.search(told) or _YTTRANDE.search(told)
    return Outcome.GODKANNER_SOM_SVAR if is_paper and _ANSWERS.search(told + act.ahead) else None


def _sta_bakom(act: Act) -> Effect | Outcome | None:
    told = f"{act.words} {act.after} {act.before[-90:]}"
    return Outcome.ANTAR_YTTRANDE if _OWN_WORDS.search(told) and _ANSWERS.search(told) else None


def _overlamna(act: Act) -> Effect | Outcome | None:
    told = act.around if act.mood is Mood.PASSIVE else act.after
    what = act.before if act.mood is Mood.PASSIVE else act.after
    if act.is_negated or (act.words.startswith(("sand", "skicka")) and not _MAILED.search(what[-60:])):
        return None
    if _AS_ANSWER.search(act.around):
        return Outcome.ANTAR_YTTRANDE
    if not _SENT.search(told) or _LEFT_TO.match(act.after):
        return None
    passes_on = _THE_ANSWER.search(what) is not None
    return Effect(Outcome.OVERLAMNAR, _MOTION.search(act.around) is not None, passes_on=passes_on)


def _notera(act: Act) -> Effect | Outcome | None:
    return None if act.is_negated or _THAT.match(act.after) else Outcome.NOTERAS


def _remittera(act: Act) -> Effect | Outcome | None:
    return None if act.is_negated else Outcome.REMITTERAS


def _utan_atgard(act: Act) -> Effect | Outcome | None:
    """A motion that "inte föranleder någon åtgärd" is answered without a yes or no; one that is "lämnad utan
    åtgärd" is refused; a report is noted. The words leave doubt."""
    if act.words.startswith("nagon") and not _DENIED.search(act.wide):
        return None
    of_motion = _MOTION.search(act.wide) is not None or _CITIZEN.search(act.wide) is not None
    if not of_motion:
        return Effect(Outcome.NOTERAS, of_motion, certain=False) if _CASE.search(act.wide) else None
    is_left = "lamna" in act.wide
    return Effect(Outcome.AVSLAG if is_left else Outcome.BESVARAD, of_motion, certain=False)


_READERS = {
    Verb.BIFALLA: _bifall,
    Verb.AVSLA: _avslag,
    Verb.BESVARAD: _besvarad,
    Verb.BESVARA: _besvara,
    Verb.ATERREMITTERA: _aterremiss,
    Verb.BORDLAGGA: _bordlagg,
    Verb.AVVISA: _avvisa,
    Verb.AVSKRIVA: _avskriva,
    Verb.AVSLUTA: _avsluta,
    Verb.ATERTAGEN: _atertagen,
    Verb.ANTA: _anta,
    Verb.AVGE: _avge,
    Verb.GODKANNA: _godkanna,
    Verb.STA_BAKOM: _sta_bakom,
    Verb.OVERLAMNA: _overlamna,
    Verb.NOTERA: _notera,
    Verb.REMITTERA: _remittera,
    Verb.UTAN_ATGARD: _utan_atgard,
    Verb.YTTRA: _yttra,
}


def _agrees(act: Act) -> bool:
    """Whether somebody's proposal is agreed to or refused: "bifaller kommunstyrelsens förslag"."""
    return act.mood is not Mood.PASSIVE and _OTHERS.search(act.after) is not None


def _is_done_to(what: re.Pattern[str], act: Act) -> bool:
    if act.mood is Mood.PASSIVE or act.mood is Mood.DONE:
        return what.search(act.wide) is not None or what.search(act.after[:60]) is not None
    if what.search(act.after[:110]) or what.search(act.before[-80:]):
        return True
    # "delvis bifalla och delvis avslå motionen"
    return _TOGETHER.fullmatch(act.after) is not None and what.search(act.ahead[:60]) is not None
