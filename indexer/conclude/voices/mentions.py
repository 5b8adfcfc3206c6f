"""Where bodies, offices, companies and others are named in a sentence, and under which name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from indexer.conclude.voices.actor_words import BARE, basic, kind_of, names_actor
from remissarkiv.domain import Actor, ActorKind

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADJECTIVE = re.compile(
    r"(?:\b(?:tekniska|sociala|gemensamma|kommunala|lokala|juridiska|norra|södra|östra|västra|regionala"
    r"|svenska"
    r"|centrala) )\Z",
    re.IGNORECASE,
)
_FIRST_PART = re.compile(r"(?:[^\W\d_]+-, )?(?:[^\W\d_]+- (?:och|samt|&) )\Z")
_OWNER = re.compile(r"(?:(?:Norra|Södra|Östra|Västra) )?[A-ZÅÄÖ][a-zåäöé]+ \Z")
_NAMED_OWNER = re.compile(r"(?:[A-ZÅÄÖ][a-zåäöé]+(?:s)? ){1,3}\Z")
_FOR = re.compile(
    r" (?:för|i) (?:[A-ZÅÄÖ]?[a-zåäöé]+)(?:,? (?:och|&) [a-zåäöA-ZÅÄÖé]+|(?: [A-ZÅÄÖ][a-zåäöé]+)){0,3}"
)
_FOR_SUBJECT = re.compile(
    r" för (?:[a-zåäöA-ZÅÄÖ-]{4,40})(?:(?:, [a-zåäö-]{3,30}){0,2} (?:och|&) [a-zåäö-]{3,40})?"
)
_PLACE = re.compile(r" i [A-ZÅÄÖ][a-zåäöé]+(?: (?:län|kommun|stad)\b| [A-ZÅÄÖ][a-zåäöé]+)?")
_NAMES_AFTER = re.compile(r"(?: [A-ZÅÄÖ][\w-]+){1,3}(?: i [A-ZÅÄÖ][\w-]+)?")
_COMPANY = re.compile(
    r"\b(?:[A-ZÅÄÖ][\w&-]{1,40} ){0,2}AB [A-ZÅÄÖ][\w&-]{1,40}(?: [A-ZÅÄÖ][\w&-]{1,40}){0,2}"
    r"|\b[A-ZÅÄÖ][\w&-]{1,40}(?: (?:i |och |& )?[A-ZÅÄÖ][\w&-]{1,40}){0,4} AB\b"
)
_REGION = re.compile(
    r"\b(?:Region|Landstinget|Polisområde|Svensk[at]"
    r"|Studieförbundet) [A-ZÅÄÖ][\w-]{1,40}(?: [A-ZÅÄÖ][\w-]{1,40}){0,2}"
)
_KOMMUN = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]+(?: [A-ZÅÄÖ][a-zåäöé]+)? (?:kommun|stad)\b")
_BOARD_OF = re.compile(
    r" (?:för|i) (?P<who>[A-ZÅÄÖ][\w-]+(?: [\w-]+){0,2}?(?:förening|klubb|förbund|bolag|stiftelse|lag|AB))\b"
)
_SUBUNIT = re.compile(r" (?:arbetsutskott|personalutskott|utskott|allmänna utskott|sociala utskott|råd)\b")
_ARTICLES = frozenset("En Ett Den Det Varje Ingen Någon Vår Denna".split())
_CAPITALISED = frozenset("kommunal skr skl pro spf lrf ks kf ksau".split())
_SHORT = {"ks": "Kommunstyrelsen", "kf": "Kommunfullmäktige", "ksau": "Kommunstyrelsens arbetsutskott"}
_VERB_AFTER = re.compile(r" (?:till|av)styrk| har | anser | menar | lämnar | avstår | är ")
_TAKES_NAME = (
    "räddningstjänsten",
    "förbundet",
    "föreningen",
    "stiftelsen",
    "företagarna",
    "klubben",
    "kåren",
    "församlingen",
)
_TAKES_SUBJECT = ("nämnden", "rådet", "kontoret", "förvaltningen", "avdelningen", "styrelsen")
_TAKES_PLACE = (
    "länsstyrelsen",
    "högskolan",
    "företagarna",
    "föreningen",
    "hamnbolaget",
    "bolaget",
    "polisen",
    "lokalpolisområdet",
    "jouren",
    "ägarna",
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor named in a text: where, in which case, and whether by a bare word ("nämnden")."""

    actor: Actor
    start: int
    end: int
    is_bare: bool
    is_genitive: bool


@lru_cache(maxsize=4096)
def mentions_in(text: str) -> tuple[Mention, ...]:
    """The actors named in a text on one line, by place, none inside another. Linear in the text."""
    lower = text.lower()
    found: list[Mention] = []
    if "AB" in text or "ommun" in text or "tad" in text or "egion" in text or "Polis" in text:
        found += _by_pattern(text)
    for match in _WORD.finditer(lower):
        if names_actor(match[0]) and (one := _mention(text, lower, *match.span())) is not None:
            found.append(one)
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Mention] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether "Kommunal" is the union, and no adjective that begins a sentence."""
    if not text[start].isupper():
        return False
    return text[start:end].isupper() or start > 0 or _VERB_AFTER.match(text, end) is not None


def _by_pattern(text: str) -> list[Mention]:
    found = []
    for pattern, kind in (
        (_COMPANY, ActorKind.BOLAG),
        (_REGION, ActorKind.EXTERN),
        (_KOMMUN, ActorKind.KOMMUNSTYRELSE),
    ):
        for match in pattern.finditer(text):
            found.append(Mention(Actor(match[0], kind), *match.span(), is_bare=False, is_genitive=False))
    return found


def _mention(text: str, lower: str, start: int, end: int) -> Mention | None:
    word = lower[start:end]
    plain = basic(word)
    kind = kind_of(plain)
    if kind is None or (plain in _CAPITALISED and not _is_name(text, start, end)):
        return None
    if plain in _SHORT:
        return Mention(Actor(_SHORT[plain], kind), start, end, is_bare=False, is_genitive=word != plain)
    if lower.startswith((" av ", " på "), end) and plain in ("förvaltningen", "beredningen", "enheten"):
        return None
    if plain == "styrelsen" and (led := _BOARD_OF.match(text, end)):
        # "Styrelsen för Ransta bygdegårdsförening" speaks for the association.
        return Mention(
            Actor(led["who"], ActorKind.EXTERN), start, led.end(), is_bare=False, is_genitive=False
        )
    if plain.endswith("bostäder") and not text[start].isupper():
        return None
    indefinite = plain.endswith(("nämnd", "förvaltning", "kontor", "kansli", "utskott"))
    genitive = word != plain
    is_bare = plain in BARE
    first, last = start, end
    if (prefix := _ADJECTIVE.search(text, max(0, start - 14), start)) or (
        prefix := _FIRST_PART.search(text, max(0, start - 60), start)
    ):
        first, is_bare = prefix.start(), False
    if indefinite or plain.endswith(
        ("förening", "klubb", "församling", "gille", "byalag", "förbund", "kår", "pastorat")
    ):
        owner = _NAMED_OWNER.search(text, max(0, first - 60), first)
        if owner is not None and owner[0].strip() in _ARTICLES:
            return None
        if owner is None and not text[start].isupper():
            return None
        if owner is not None:
            first, is_bare = owner.start(), False
    name = text[first:last]
    if genitive:
        if sub := _SUBUNIT.match(lower, end):
            name, last, genitive, is_bare = text[first : sub.end()], sub.end(), False, False
            kind = kind if kind is ActorKind.NAMND else ActorKind.KOMMUNSTYRELSE
        else:
            name = name[:-1]
    elif plain.endswith(_TAKES_NAME) and text[start].isupper() and (more := _NAMES_AFTER.match(text, end)):
        name, last, is_bare = text[first : more.end()], more.end(), False
        kind = kind if kind is not ActorKind.FORVALTNING else ActorKind.EXTERN
    elif (plain.endswith(_TAKES_PLACE) and (more := _PLACE.match(text, end))) or (
        plain in ("nämnden", "rådet") and (more := _FOR_SUBJECT.match(text, end))
    ):
        name, last, is_bare = text[first : more.end()], more.end(), False
    elif plain == "rådet" and first != start and (more := _FOR_SUBJECT.match(text, end)):
        name, last = text[first : more.end()], more.end()
    if name.isupper():
        name = name.lower()
    return Mention(Actor(name[:1].upper() + name[1:], kind), first, last, is_bare, genitive)
