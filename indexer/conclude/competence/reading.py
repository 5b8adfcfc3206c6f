"""What one sentence concludes on competence: none, one or several verdicts."""

import dataclasses
import re
from collections.abc import Sequence

from indexer.conclude.competence.claims import awaits, defers, describes, is_claimed, is_conceded
from indexer.conclude.competence.clauses import Part, parts
from indexer.conclude.competence.cues import Cue, Scope, Strength, that_may_match, words_needed, worth_trying
from indexer.conclude.competence.doubts import ASKS_MAY, DOUBTED_POWER, OPEN_TOPIC, STRONG_TOPIC
from indexer.conclude.competence.elliptic import continued, elliptic
from indexer.conclude.competence.framing import (
    asks_whether,
    concludes,
    is_applied,
    is_exception,
    is_generic,
    is_of_the_past,
    is_only_wished,
    is_question,
    retells_law,
)
from indexer.conclude.competence.hedges import Surety, is_doubted, may_be_open, surety
from indexer.conclude.competence.measures import follows, may_permit, permission
from indexer.conclude.competence.permissions import (
    ADDS,
    HOLDS,
    bans,
    is_bare,
    is_drawn,
    is_fronted,
    is_only_so,
    is_thing,
    names_kommun,
    points_at_it,
    rules_on_kommun,
)
from indexer.conclude.competence.polarity import is_denied
from indexer.conclude.competence.senses import (
    MODAL,
    NOT_LAW,
    NOT_PERMISSION,
    STANCE,
    has_other_sense,
    is_practical,
    is_short,
    speaks_of_kommun,
)
from indexer.conclude.competence.surroundings import Setting
from indexer.conclude.competence.verdicts import Reading
from indexer.conclude.competence.wording import Wording
from indexer.conclude.stems import Stems
from remissarkiv.domain import Verdict

_COMMON = frozenset(("som", "över", "får", "kan", "går", "gå", "uppgift", "ger", "men"))
_WORTH_READING = Stems(
    *(word for word in words_needed() if word not in _COMMON),
    "får ", "kan ", "inte", "detsamma", "samma", "är det", "gör det", "är så", "bedömning", "uppfattning",
    "slutsats", "motsvarande", "likaså", "tve", "oklar", "osäker", "rättslä", "gråzon", "diskut",
    "synnerlig", "huruvida",
)  # fmt: skip
_NAMES_COMPETENCE = Stems("kompeten", "befogen", "kommunal", "kommunen", "fullmäktige", "mening")
_LAW_FIRST = re.compile(
    r"(?:lagrum|(?:[a-zåäö]{3,30})?(?:lagen|direktivet|lagstiftningen|balken|förordningen)\b)"
)
_QUOTED = re.compile(r"[\"”“»«][^\"”“»«]{1,400}[\"”“»«]")
_PARTLY = re.compile(
    r"\b(?:delvis|till viss del|i vissa delar|till hälften|i den delen endast|till en del|i vissa delar"
    r"|endast i den del|bara i den del|enbart i den del|endast såvitt|i begränsad omfattning"
    r"|till övervägande del|(?:bara|endast|enbart) (?:i|inom) (?:en )?(?:begränsad|viss|ringa)"
    r" (?:utsträckning|omfattning|mån)"
    r"|(?:till|i) den delen, men (?:enbart|endast|bara))\b"
)

_STANDS_IN_NO_WAY = re.compile(r"att [^;]{3,300}, hindrar (?:[a-zåäö]{1,20} )?(?:inte|ej) ")
_PURPOSE = re.compile(r"\b(?:så att|för att|föreskriva att|besluta att|kräva att) (?:[^\s,;]{1,40} ){0,4}$")
_THIS_KOMMUN = re.compile(r"\b(?:kommunen|staden|nämnden|fullmäktige|huvudmannen|skolhuvudmannen)\b")
_IS_ONE = re.compile(r"\b(?:är|utgör) [^;]{0,60}?\b(?:en|ett|något|sådan|sådant) [^,;]{0,40}som $")
_WHO_MAY = re.compile(
    r"\b(?:kommunen|staden|nämnden|fullmäktige|vi|bolaget|sådan\w*|förslaget"
    r"|föreslag\w+)\b"
)
_RELATIVE = re.compile(r"\bsom (?:är |vore )?$")
_LIMITED = re.compile(
    r"[^,;]{0,60}?\b(?:endast|bara|enbart|först)\b (?:om|när|i|till|för|under|då|efter|med|av|på)\b"
)
"""What may be done only so: law that is told."""
_MOST = 6
"""So many cues of a part are asked whether they count."""
_SHORT_DOUBT = 220
_PUT_QUESTION = re.compile(r"(?:om|huruvida|hur|frågan|vad) [^;]{3,}")
_SUBJECT_FIRST = ("att ", "om ", "huruvida ", "hur ")
_BUT_DOUBTED = re.compile(
    r"[,;]? ?men (?:rättsläget|praxis|rättspraxis|saken|frågan|det|detta|lagen|lagtexten) "
)
_LISTED_QUESTION = re.compile(
    r"[-–•*] ?(?:om|huruvida|hur|vad|vilka|vilken|när|(?:en )?ny[at]? (?:lag|regler)|ändring(?:ar)? i)\b"
)
_SUMS_UP = re.compile(r"\b(?:varför|därmed|därför|alltså|således|följaktligen)\b")


def worth_reading(text: str, *, municipal: bool) -> bool:
    """Whether a sentence has any of the words that verdicts are given in; in a document that is not
    `municipal` those that name the competence of a kommun."""
    return (_WORTH_READING if municipal else _NAMES_COMPETENCE).within(text)


def read(text: Wording, setting: Setting, before: Reading | None = None) -> list[Reading]:
    """The verdicts of a sentence, in order, whoever holds them (see `held_in`); `before` is the last verdict
    of the sentences just before it, which "detsamma gäller" continues."""
    low = text.low
    if _LISTED_QUESTION.match(low) or (
        is_question(low) and not (low.startswith(_SUBJECT_FIRST) and is_doubted(low, 0, len(low)))
    ):
        return []
    found: list[Reading] = []
    tried = worth_trying(low, municipal=setting.municipal)
    cues = that_may_match(low, tried)
    # In most sentences no cue can match, nothing is permitted and nothing left open, and then it is no matter
    # what else they speak of.
    if cues or (
        setting.municipal
        and (may_permit(low) or may_be_open(low))
        and (tried or OPEN_TOPIC.search(low) or permission(low, 0, len(low)))
    ):
        quotes = [one.span() for one in _QUOTED.finditer(low)]
        for part in parts(low):
            last = found[-1] if found else None
            here = dataclasses.replace(setting, leans=True) if last else setting
            reading = _read_part(low, part, cues, quotes, here) or (last and elliptic(low, part, last))
            if reading is None:
                continue
            same = next((one for one in found if one.verdict is reading.verdict), None)
            if same is None:
                found.append(reading)
            elif same.is_doubt and not reading.is_doubt:
                # "Vården är förbehållen regionen, och kommunen kan inte starta någon mottagning."
                found[found.index(same)] = reading
    if len(found) > 1 and found[-1].verdict is Verdict.PARTLY and _SUMS_UP.search(low, found[-1].part.start):
        # "…, och projektet är därmed bara delvis tillåtet": the parts before only lead to it.
        found = found[-1:]
    if len(found) > 1 and found[-1].verdict is Verdict.OPEN and _BUT_DOUBTED.match(low, found[-1].part.start):
        # "Det ligger sannolikt inom kompetensen, men rättsläget är inte klarlagt."
        sure = [one for one in found[:-1] if one.certain]
        found = [*sure, found[-1] if sure else dataclasses.replace(found[-1], is_doubt=False)]
    if not found and before and (reading := continued(low, before)):
        found.append(reading)
    if _STANDS_IN_NO_WAY.match(low):
        # "Att kommunen annars inte får ge understöd, …, hindrar inte förslaget" concludes only at its end.
        found = [one for one in found if one.verdict is Verdict.WITHIN][-1:]
    # Asked last, as in most sentences there is no verdict that could be somebody else's.
    if found and defers(low):
        found = [one for one in found if one.verdict is Verdict.OPEN and awaits(low)]
    return found


def held_in(low: str, found: list[Reading], *, of_another: bool = False) -> list[Reading]:
    """Of what was read in a sentence what its author holds; `of_another` tells that the view of another body
    is listened to."""
    if not of_another:
        found = [one for one in found if not is_claimed(low, one.cue[0])]
    if all(one.is_premise for one in found):
        return found
    # "Kommunen får driva en camping, men det strider mot lagen att …": what is granted only leads on.
    return [one for one in found if not (one.is_premise and one.verdict is Verdict.WITHIN)]


def _read_part(
    low: str, part: Part, cues: Sequence[Cue], quotes: Sequence[tuple[int, int]], setting: Setting
) -> Reading | None:
    cue, span = _best(low, part, cues, quotes, setting)
    if cue is None and not setting.municipal:
        return None
    if cue is None and not may_be_open(low) and permission(low, part.start, part.end) is None:
        # How surely nothing is said is no matter.
        return None
    sure = surety(low, part.start, part.end)
    if cue is None:
        if sure is Surety.OPEN:
            return _left_open(low, part, setting)
        plain = _permitted(low, part, setting)
        if plain is None:
            return None
        sign, span, premise = plain
    else:
        premise = _may_lead_on(low, part, cue, setting)
        denied = _is_denied(low, part, span, cue.scope)
        sign = -cue.sign if denied else cue.sign
    if sure is Surety.OPEN:
        verdict = Verdict.OPEN
    elif (
        asks_whether(low, part.start, span, part.end)
        or is_only_wished(low, part.start, span, part.end)
        or is_of_the_past(low)
    ):
        return None
    elif _PARTLY.search(low, part.start, part.end):
        verdict = Verdict.PARTLY
    else:
        verdict = Verdict.WITHIN if sign > 0 else Verdict.OUTSIDE
    aside = cue is not None and cue.is_aside
    return Reading(verdict, sure is not Surety.UNSURE, span, part, aside, premise)


def _may_lead_on(low: str, part: Part, cue: Cue, setting: Setting) -> bool:
    """Whether the words may as well lead to a conclusion as be one."""
    told = setting.leans or _is_framed(low, part) or HOLDS.search(low, part.start, part.end)
    return cue.strength is Strength.WEAK and not told


def _is_framed(low: str, part: Part) -> bool:
    """Whether the part is built as a conclusion."""
    return any(tells(low, part.start, part.end) for tells in (is_fronted, is_drawn, is_thing))


def _permitted(low: str, part: Part, setting: Setting) -> tuple[int, tuple[int, int], bool] | None:
    """Whether the part says in ordinary words that something may be done, 1, or not, -1, where, and whether
    that may only lead to a conclusion."""
    span = permission(low, part.start, part.end)
    if span is None or part.is_reason(span[0]) or not setting.municipal:
        return None
    denied = _is_denied(low, part, span, Scope.AFTER)
    may = MODAL.search(low, *span)
    plain = may is not None and may[0] == "får"
    held = HOLDS.search(low, part.start, span[0]) is not None
    told = setting.anchored and (denied or plain or held or _is_framed(low, part))
    if not (setting.here or setting.leans or told):
        return None
    words = low[part.start : part.end]
    if (
        has_other_sense(low)
        or is_practical(words)
        or describes(low)
        or retells_law(low, span[0], leans=setting.leans)
        or is_exception(low, part.start, part.end)
        or is_conceded(low, (part.start, part.end))
        or (not denied and _LIMITED.match(low, span[1], part.end) and not concludes(low))
        or NOT_PERMISSION.search(low, span[0], span[1] + 20)
        or STANCE.search(low, span[0], span[1] + 14)
    ):
        return None
    if not denied and is_bare(low, part.start, part.end, here=setting.here, framed=_is_framed(low, part)):
        return None
    if denied:
        return (
            -1,
            span,
            not (setting.leans or held or follows(low, part.start, span[1])),
        )
    if follows(low, part.start, span[1]):
        return 1, span, False
    if not (held or setting.leans or _is_framed(low, part) or _WHO_MAY.search(low, part.start, part.end)):
        # "Avgift får tas ut för insamling" is law that is told.
        return None
    return (1, span, not (setting.leans or held)) if plain or held or setting.leans else None


def _left_open(low: str, part: Part, setting: Setting) -> Reading | None:
    """A doubt that no cue of a verdict stands in: "oklart om kommunen får", "rättsläget är osäkert"."""
    topic = OPEN_TOPIC.search(low, part.start, part.end)
    if topic is None and setting.here and len(low) < _SHORT_DOUBT and is_doubted(low, part.start, part.end):
        topic = _PUT_QUESTION.match(low, part.start, part.end)
    if (
        topic is None
        or not setting.municipal
        or is_practical(low[part.start : part.end])
        or has_other_sense(low)
    ):
        return None
    strong = STRONG_TOPIC.search(low, part.start, part.end) is not None
    if not (strong or setting.here or is_doubted(low, part.start, part.end)):
        return None
    asks = ASKS_MAY.search(topic[0]) is not None or low.startswith(_SUBJECT_FIRST, part.start)
    known = setting.anchored or strong
    if not known and DOUBTED_POWER.search(low, part.start, part.end) is None:
        return None
    return Reading(Verdict.OPEN, True, topic.span(), part, is_doubt=not asks)


def _best(
    low: str, part: Part, cues: Sequence[Cue], quotes: Sequence[tuple[int, int]], setting: Setting
) -> tuple[Cue | None, tuple[int, int]]:
    """The cue of the highest rank that counts, and where it stands."""
    ranked: list[tuple[tuple[bool, bool, int, int], int, Cue, tuple[int, int]]] = []
    for cue in cues:
        for found in cue.pattern.finditer(low, part.start, part.end):
            span = found.span()
            if any(start < span[0] < end for start, end in quotes):
                continue
            partly = _PARTLY.search(low, part.start, part.end) is not None
            if not cue.only_denied or partly or _is_denied(low, part, span, cue.scope):
                rank = (not part.is_reason(span[0]), not cue.is_aside, cue.strength.value, -span[0])
                ranked.append((rank, -len(ranked), cue, span))
    for _, _, cue, span in sorted(ranked, key=_by_rank, reverse=True)[:_MOST]:
        if _counts(low, part, cue, span, setting):
            return cue, span
    return None, (0, 0)


def _by_rank(
    one: tuple[tuple[bool, bool, int, int], int, Cue, tuple[int, int]],
) -> tuple[tuple[bool, bool, int, int], int]:
    return one[:2]


def _is_denied(low: str, part: Part, span: tuple[int, int], scope: Scope) -> bool:
    """Whether it is denied, which a denial in a reason given beside is not: "eftersom regeringen inte har
    beslutat det, får vi"."""
    start, end = part.start, part.end
    for first, last in part.reasons:
        if first <= span[0] < last:
            start, end = first, last
        elif last <= span[0]:
            start = max(start, last)
        elif first >= span[1]:
            end = min(end, first)
    return is_denied(low, start, span, end, scope)


def _counts(low: str, part: Part, cue: Cue, span: tuple[int, int], setting: Setting) -> bool:
    """Whether the cue means competence here, and is concluded."""
    denied = _is_denied(low, part, span, cue.scope)
    plain = cue.strength is Strength.LEGAL or (cue.strength is Strength.SPECIFIC and is_applied(low))
    against = plain and (denied or cue.sign < 0) and not cue.is_aside
    if retells_law(low, span[0], leans=setting.leans, against=against) or is_exception(
        low, part.start, part.end
    ):
        return False
    if cue.strength is Strength.SPECIFIC:
        return True
    if has_other_sense(low) or not setting.municipal:
        return False
    if NOT_LAW.search(low, part.start, span[1]):
        return False
    if cue.strength is Strength.LEGAL:
        taught = _LAW_FIRST.match(low) is not None and not concludes(low)
        relative = _RELATIVE.search(low, max(0, span[0] - 12), span[0])
        aside = relative is not None and len(low) > span[1] + 2
        if denied:
            return True
        if cue.sign > 0:
            said = low[slice(*span)]
            of_this = _THIS_KOMMUN.search(said)
            bounds = "inom" in said or "ramen" in said
            by_kommun = _THIS_KOMMUN.match(said) and _IS_ONE.search(low, part.start, span[0])
            return not (
                (taught and of_this is None)
                or (aside and not by_kommun)
                or (is_generic(said) and not bounds and HOLDS.search(low) is None)
            )
        of_kommun = is_applied(low) or setting.leans or speaks_of_kommun(low, (part.start, part.end))
        return of_kommun or not (taught or aside)
    if not denied and NOT_PERMISSION.search(low, span[0], span[1] + 20):
        return False
    if not denied and (
        is_only_so(low, span[0], part.end) or (_LIMITED.match(low, span[1], part.end) and not concludes(low))
    ):
        return False
    framed = _is_framed(low, part) or (denied and bans(low, part.start, part.end))
    if not framed and low.startswith("att ") and part.start == 0 and cue.scope is Scope.AFTER:
        return False
    if describes(low) or _PURPOSE.search(low, max(part.start, span[0] - 120), span[0]):
        return False
    if STANCE.search(low, span[0], span[1] + 24) or is_practical(low[part.start : part.end]):
        return False
    if is_conceded(low, (part.start, part.end)):
        return False
    if cue.sign < 0 and denied and not setting.here and not names_kommun(low) and not is_applied(low):
        # "Något hinder för att upplåta tavlan finns inte" is as often said of keys and rooms.
        return False
    permits = MODAL.search(low, *span) is not None
    if (
        cue.sign > 0
        and not denied
        and permits
        and is_bare(low, part.start, part.end, here=setting.here, framed=framed)
    ):
        return False
    if framed and (setting.anchored or rules_on_kommun(low, part.start, part.end)):
        return True
    if denied and bans(low, part.start, part.end):
        return True
    if setting.anchored and is_short(low) and (denied or cue.sign < 0) and not MODAL.search(low, *span):
        return True
    if setting.leans and cue.sign > 0 and ADDS.search(low, part.start, part.end):
        return True
    pointed = setting.here and points_at_it(low, part.start, part.end)
    if (
        cue.sign > 0
        and not denied
        and cue.scope is not Scope.AROUND
        and not (concludes(low) or setting.leans or pointed)
    ):
        return False
    applied = is_applied(low)
    told = applied or setting.leans or speaks_of_kommun(low, (part.start, part.end))
    if cue.sign < 0 and setting.here and "kommunal" in low:
        return True
    lacking = denied and (cue.scope is Scope.AROUND or is_short(low) or (setting.beside and permits))
    return (setting.here and (told or lacking)) or (setting.leans and (applied or lacking))
