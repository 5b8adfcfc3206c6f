"""How far the name of an actor reaches around the word that tells what it is: "Norrdalens hembygdsgille",
"Barn- och ungdomsnämnden", "Stiftelsen Gamla Bruket", "Styrelsen för Tuna Energi AB"."""

import re

from remissarkiv.domain import ActorKind

_BACK = 60
"""Characters before the word in which its name may begin."""

_ADJECTIVE = re.compile(
    r"\b(?:tekniska|sociala|gemensamma|kommunala|lokala|juridiska|norra|södra|östra|västra|regionala"
    r"|svenska|centrala|[a-zåäö]*förebyggande|administrativa|strategiska|ekonomiska|medicinska"
    r"|rådgivande|samordnande) "
    r"(?:[a-zåäö]+(?:de|nde|ska|la) )?\Z",
    re.IGNORECASE,
)
_FIRST_PART = re.compile(r"(?:[^\W\d_]+-, )?[^\W\d_]+- (?:och|samt|&) \Z")
_OWNER = re.compile(r"[A-ZÅÄÖ][\w-]*s (?:[a-zåäö-]+s )?\Z|(?:[A-ZÅÄÖ][a-zåäöé]+s? ){1,3}\Z")
_UNANIMOUS = re.compile(r"\b[Ee]tt (?:enhälligt|enigt|samlat) \Z")
_ARTICLES = frozenset("En Ett Den Det Varje Ingen Någon Vår Denna".split())
_INDEFINITE = (
    "nämnd förvaltning kontor kansli utskott råd grupp förening klubb församling gille byalag förbund kår "
    "pastorat sameby kommunstyrelse"
).split()

_SUBJECT = re.compile(
    r" för [a-zåäöA-ZÅÄÖ-]{4,40}(?:(?<=s) (?:rättigheter|frågor|villkor|behov"
    r"|inflytande))?(?:(?:, [a-zåäö-]{3,30}){0,2} (?:och|&) [a-zåäö-]{3,40})?"
)
_PLACE = re.compile(
    r" (?:i|vid|på) [A-ZÅÄÖ][a-zåäöé]+(?: (?:län|kommun|stad|församling|pastorat)\b| [A-ZÅÄÖ][a-zåäöé]+)?"
)
_NAMES = re.compile(r"(?: [A-ZÅÄÖ][\w–-]+){1,3}(?: i [A-ZÅÄÖ][\w-]+)?(?! \()")
_AT_OFFICE = re.compile(r" (?:på|vid|hos) [a-zåäöA-ZÅÄÖ-]+(?: och [a-zåäö-]+)?")
_LED = re.compile(
    r" (?:för|i) [A-ZÅÄÖ][\w-]+"
    r"(?: [A-ZÅÄÖ][\w-]+| [a-zåäö]*(?:förening|klubb|förbund|bolag|stiftelse|lag)\b){0,4}"
)
_SUBUNIT = re.compile(
    r" (?:arbetsutskott|personalutskott|allmänna utskott|sociala utskott|utskott|råd|lokalkrets|krets"
    r"|lokalförening|"
    r"kommungrupp|lokalavdelning|sektion|ungdomsförbund)\b"
)
_NAMED = (
    "nämnden",
    "ägarna",
    "tjänsten",
    "förbundet",
    "föreningen",
    "stiftelsen",
    "företagarna",
    "klubben",
    "kåren",
    "församlingen",
)
_ACRONYMS = frozenset("pro spf lrf skr skl kommunal".split())
_OFFICIALS = frozenset("handläggaren utredaren".split())
_PLACED = frozenset((ActorKind.EXTERN, ActorKind.RAD, ActorKind.BOLAG))


def begin(text: str, start: int, word: str) -> int | None:
    """Where the name begins whose last word, `word` in basic form, stands at `start`; None where a word like
    "nämnd" names nobody, as in "en ny nämnd"."""
    back = max(0, start - _BACK)
    first = start
    if text.endswith(("den gemensamma ", "Den gemensamma "), back, start):
        # One that was named before.
        return start
    joined = text.endswith(("och ", "samt ", "& "), back, start)
    if before := (_FIRST_PART if joined else _ADJECTIVE).search(text, back, start):
        first = before.start()
    if not word.endswith(tuple(_INDEFINITE)):
        return first
    owner = _OWNER.search(text, max(0, first - _BACK), first)
    if owner is not None:
        return None if owner[0].strip() in _ARTICLES else owner.start()
    return first if text[start].isupper() or _UNANIMOUS.search(text, back, start) else None


def subunit_end(text: str, end: int) -> int | None:
    """Where the name ends that goes on behind a genitive: "Kommunstyrelsens arbetsutskott"."""
    part = _SUBUNIT.match(text, end)
    return part.end() if part is not None else None


def end_of(text: str, start: int, end: int, word: str, kind: ActorKind) -> int:
    """Where the name ends whose word stands at `text[start:end]`."""
    found: re.Match[str] | None = None
    if word == "styrelsen":
        found = _LED.match(text, end)
    elif word in ("nämnden", "rådet", "samverkansnämnden"):
        found = _SUBJECT.match(text, end)
    elif word in _ACRONYMS or (word.endswith(_NAMED) and text[start].isupper()):
        found = _NAMES.match(text, end)
    elif word in _OFFICIALS:
        found = _AT_OFFICE.match(text, end)
    if found is None and (kind in _PLACED or word == "räddningstjänsten"):
        found = _PLACE.match(text, end)
    return found.end() if found is not None else end
