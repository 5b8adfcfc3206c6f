"""On what somebody takes a stance: the whole proposal, or the part that the sentence names."""

import re

from remissarkiv.domain import Stance

_ORDINAL = r"(?:första|andra|tredje|fjärde|femte|sjätte|sista|senare|förra|båda|övriga)"
_PART = re.compile(
    rf"\b(?:{_ORDINAL} (?:att-?sats(?:en|er|erna)?|yrkandet?|förslaget?|punkten?|delen|strecksatsen)|"
    rf"(?:att-?sats(?:en|erna)?|yrkande|förslag|punkt(?:en|erna)?|kapitel|avsnitt|delförslag"
    rf"|p\.) ?\d{{1,2}}(?:(?:, \d{{1,2}})*(?: och | - |–|-)\d{{1,2}})?|"
    rf"{_ORDINAL}\b(?=[,.]| om\b|\Z))",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\b(?:(?:i|till) den del(?:en)?(?: som| den| av motionen som)?(?: (?:avser|rör|gäller))?|i (?:vad"
    r"|de delar som) (?:som )?(?:avser|gäller|rör)|såvitt (?:det )?(?:avser|gäller|rör)|i fråga om|"
    r"när det gäller|vad (?:avser|gäller)|i den senare delen|i denna del"
    r"|i dessa delar)\b[ ]?(?P<what>[^,.;]{0,70})",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\A(?: (?:därför|således|alltså|härmed|därmed|dock|också|även|helt|bestämt|härigenom|i sin helhet|sig"
    r"|oss|inte|till|på|mot|"
    r"av|i huvudsak|i stort|delvis|att|förvaltningen|nämnden|kontoret|rådet|föreslagna))*"
    r" ?(?:(?:den aktuella |den föreliggande |samtliga |hela |alla |båda |de båda )?(?:motion(?:en"
    r"|ens förslag)?|medborgarförslag(?:et|ets förslag)?|förslag(?:et|en)?|remissen|det|den|"
    r"hemställan|promemorian?s? förslag|betänkandets? förslag|e-förslaget|skrivelsen|initiativet"
    r"|motionärens förslag|motionärernas förslag|utredningens förslag)\b"
    r"(?! om\b| till\b| i kapitel| för )|[.,;]|\Z| eftersom| då\b| med\b| av\b| utifrån| men\b| och\b|\))",
    re.IGNORECASE,
)
_NOUN_AFTER_ATT = re.compile(
    r" att (?:det|den|de) (?!ska\b|skall\b|bör\b|får\b|kan\b|inte\b|ej\b|[\w-]{1,40}[rs]\b)\w"
)
"""What is told of a thing of its own: "avstyrker att det grunduppdrag som föreslås även gäller kommuner"."""
_SUBJECT = re.compile(
    r"\b(?:[Ff]örslaget|[Yy]rkandet|[Aa]tt-satsen) om (?P<what>[^,.;:]{3,80}?) "
    r"(?:(?:bör|ska|skall|kan|därför|inte) ){0,3}\Z"
)
"""What is judged where it stands before a passive: "förslaget om miljöavgift avstyrks"."""
_END = re.compile(
    r", (?:men|och|samt|eftersom|då|under|förutsatt|med|varför)\b|;|(?<!\bf)(?<!\bf\.d)(?<!\bkl)(?<!t\.ex)\."
    r"|\bmen\b| eftersom | under förutsättning| förutsatt | då "
)
_CONDITION = re.compile(
    r"\b(?:under (?:den )?förutsättning(?:en)?|förutsatt att|på villkor|med villkor|med de (?:ändringar"
    r"|tillägg|synpunkter|justeringar|"
    r"förtydliganden|reservationer|begränsningar|förbehåll)|med den (?:ändring|begränsning|justering"
    r"|reservation)\w*|med följande (?:ändring|tillägg|"
    r"förbehåll|justering)\w*|med (?:ett |vissa )?förbehåll|med tillägg(?!et\b)|med det (?:förbehållet"
    r"|villkoret)\b(?! att)|i den (?:förra|första) delen|men tillägger att|sedan [\w-]+ (?:kompletterats"
    r"|ändrats|justerats|löst|lösts)|om priset\b|med ändring\w*(?! av (?:sitt|sin"
    r"|tidigare))|med undantag"
    r"|i huvudsak|i stort|i allt väsentligt|delvis|till viss del|till vissa delar|"
    r"med (?:viss |vissa )?begränsning\w*|med (?:[\w-]+ ){1,2}villkor\w*|i begränsad omfattning|i viss"
    r" utsträckning|"
    r"med (?:lägre|mindre) |villkorat|så länge|om (?:staten|medel|nämnden (?:får|tillförs)"
    r"|finansiering\w*)|givet att|för hushåll|endast|intill ett belopp|"
    r"om (?:kommunen|staten|kostnad\w*|bolaget|regionen|föreningen) (?:svarar|betalar|bekostar|tillför"
    r"|avsätter|står|skjuter)|"
    r"men (?:vill|önskar|begär|kräver|föreslår|förordar) (?:[\w-]+ ){0,2}?att (?:[\w-]+"
    r" ){1,3}?(?:begränsas|ändras|justeras"
    r"|skjuts|endast|bara|först)\b|så till vida"
    r"|\b(?:under|på) villkor\b|,? dock först|,? först (?:när|sedan|efter|då)\b|,? men (?:först|bara"
    r"|endast|enbart|med (?:den|de|vissa|följande|ett|en))\b"
    r"|\bom (?:(?!som\b|att\b|hur\b|när\b)[\w-]+ ){1,3}?(?:inte|ej|endast|bara|först) [\w-]+(?:r|s|t)\b"
    r"|\bom (?:det|de|den|man|vi|nämnden|kommunen|förvaltningen|ramen|gränsen|tiden|avgiften|kostnaden"
    r"|bolaget"
    r"|regionen|föreningen|medel|någon) (?:[\w-]+ ){0,2}?(?:finns|kan|får|ges|sker|blir|tillförs|avsätts"
    r"|höjs|sänks"
    r"|sätts|begränsas|utformas|ändras|kompletteras|säkras|löses|garanteras)\b|"
    r"men (?:påpekar|framhåller|anser|förutsätter)[^.]{0,60}\bmåste\b|"
    r"såvida|såtillvida|med beaktande av|men inte\b|dock (?:längst|högst|inte|endast)|utom\b|bortsett från"
    r"|med reservation för)",
    re.IGNORECASE,
)
# "Om dessa punkter rättas till kan Företagarna acceptera underlaget".
_IF_ONLY = re.compile(
    r"(?:Om|Under förutsättning att|Förutsatt att|Givet att) [^.,]{5,160}?,? (?:kan|tillstyrk\w+"
    r"|godta\w*|har|är"
    r"|ställer|stödjer)\b"
    r"|(?:Under|På|Med) (?:det |den |följande |visst )?(?:villkor|förbehåll|förutsättning)\w* "
    r"|Under (?:den|de|dessa|denna|sådana) förutsättning\w*\b|(?:Givet|Förutsatt) detta\b"
    r"|Med (?:dessa|detta|den|de|nämnda|angivna) (?:[\w-]+ )?(?:ändring|förbehåll|justering|reservation"
    r"|tillägg"
    r"|begränsning|villkor)\w*"
)
_SPARES = re.compile(r"\b(?:utom|förutom|med undantag för|bortsett från)\b", re.IGNORECASE)
_LONGEST = 80


def target_of(text: str, start: int, end: int, until: int, *, is_told: bool = False) -> str:
    """The part of the proposal in the words of the text, "" for the whole; the stance stands at
    `text[start:end]`, and what follows up to `until` belongs to it. `is_told`: only where a part is
    named as one, as in "besvarad genom det arbete som pågår" none is."""
    after = text[end:until]
    before = text[max(0, start - 120) : start]
    if part := _PART.search(after):
        return " ".join(part[0].split())
    if limited := _LIMITED.search(after):
        return _plain(limited["what"] or limited[0])
    if is_told:
        part = _PART.search(before)
        return " ".join(part[0].split()) if part else ""
    if text.endswith("s", start, end) and (subject := _SUBJECT.search(text, max(0, start - 120), start)):
        return _plain(subject["what"])
    if _WHOLE.match(after) and not _NOUN_AFTER_ATT.match(after):
        if after.strip(" .,;") or not (part := _PART.search(before)):
            return ""
        return " ".join(part[0].split())
    if cut := _END.search(after):
        after = after[: cut.start()]
    return _plain(after)


def is_limited(text: str, end: int, until: int) -> bool:
    """Whether what is said concerns a part only: "tillstyrker motionen i den del som avser närvaro"."""
    limited = _LIMITED.search(text, end, until)
    # "tillstyrker motionen i den senare delen" names a part that was told before.
    return limited is not None and bool(limited["what"].strip())


def is_conditional(text: str, since: int, end: int, until: int) -> bool:
    """Whether what is said at `text[since:end]` and up to `until` holds only with changes or conditions."""
    return _CONDITION.search(text, since, until) is not None or _IF_ONLY.match(text, 0, end) is not None


def with_condition(stance: Stance) -> Stance:
    """What support with conditions is."""
    return Stance.PARTLY if stance is Stance.FOR else stance


def spares_a_part(text: str, end: int, until: int) -> bool:
    """Whether a no spares a part: "avslås utom i fråga om bidraget"."""
    return _SPARES.search(text, end, until) is not None


def _plain(words: str) -> str:
    words = " ".join(words.split()).strip(" .,;:")
    for lead in ("att ", "på ", "mot ", "till ", "av "):
        words = words.removeprefix(lead)
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0]
