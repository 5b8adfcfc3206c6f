"""Where bodies, offices, companies and others are named in a sentence, and under which name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from indexer.conclude.stems import Words, lowered
from indexer.conclude.voices.actor_words import BARE, basic, kind_of, names_actor
from indexer.conclude.voices.name_phrases import begin, end_of, subunit_end
from remissarkiv.domain import Actor, ActorKind

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COMPANY = re.compile(
    r"\b(?:[A-ZÅÄÖ][\w&-]{1,40} ){0,2}AB [A-ZÅÄÖ][\w&-]{1,40}(?: [A-ZÅÄÖ][\w&-]{1,40}){0,2}"
    r"|\b[A-ZÅÄÖ][\w&-]{1,40}(?: (?:i |och |& )?[A-ZÅÄÖ][\w&-]{1,40}| (?:flygplats|fastigheter|energi"
    r"|bostäder|vatten"
    r"|hamn|kommunhus|stadshus|näringsliv|bredband|turism|kraft|avfall|lokaler|elnät|utveckling)){0,4} AB\b"
    r"|\b[A-ZÅÄÖ][a-zåäö]{2,20} (?:och|&) [a-zåäö]{3,20} AB\b"
)
_SEKTOR = re.compile(r"\bSektorn? [a-zåäö]+(?:(?:,| och) [a-zåäö]+)?\b")
_REGION = re.compile(
    r"\b(?:Region|Landstinget|Polisområde|Svensk[at]"
    r"|Studieförbundet) [A-ZÅÄÖ][\w-]{1,40}(?: [A-ZÅÄÖ][\w-]{1,40}){0,2}(?: län\b)?"
)
_RAD = re.compile(r"\b(?:Kommunens|Stadens) [a-zåäö]{4,40} råd\b")
_KOMMUN = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]+(?: [A-ZÅÄÖ][a-zåäöé]+)? (?:kommun|stad)\b")
_NAMED_OTHERWISE = Words(
    frozenset(
        (
            "ab råd kommun stad region landstinget polisområde sektor sektorn svensk svenskt studieförbundet"
        ).split()
    ).__contains__
)
_ACTORS = Words(names_actor)
_CAPITALISED = frozenset("kommunal skr skl pro spf lrf ks kf ksau".split())
_SHORT = {
    "fullmäktige": "Kommunfullmäktige",
    "ks": "Kommunstyrelsen",
    "kf": "Kommunfullmäktige",
    "ksau": "Kommunstyrelsens arbetsutskott",
}
_VERB_AFTER = re.compile(
    r" (?:(?:till|av)styrk|(?:har|anser|menar|lämnar|avstår|är|ställer|säger|stödjer|motsätter|delar"
    r"|saknar|vill|ser) )"
)
_OF_BOARDS = ("tekniska ", "sociala ")
_INDEFINITE = frozenset(("avdelning", "förvaltning", "kontor", "nämnd"))
_ACRONYM = 5
_BOARD = re.compile(r":?s styrelse\b")
"""Who speaks for a company or an association: "Stadshus AB:s styrelse", "Vattenrådets styrelse"."""
_BOARDED = frozenset((ActorKind.EXTERN, ActorKind.RAD, ActorKind.BOLAG))
_WITH_OFFICES = frozenset((ActorKind.NAMND, ActorKind.KOMMUNSTYRELSE))
_OFFICE = re.compile(r" (?:förvaltning|kontor|kansli|stab)\b")
_ACTIVITIES = frozenset("förvaltningen beredningen enheten".split())


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
    found: list[Mention] = []
    if _NAMED_OTHERWISE.within(text):
        found += _by_pattern(text)
    lower = lowered(text) if _ACTORS.within(text) else ""
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
        (_RAD, ActorKind.RAD),
        (_SEKTOR, ActorKind.FORVALTNING),
        (_KOMMUN, ActorKind.KOMMUNSTYRELSE),
    ):
        for match in pattern.finditer(text):
            start, end = match.span()
            board = _BOARD.match(text, end)
            genitive = board is None and text.startswith(":s", end)
            last = board.end() if board is not None else end + 2 if genitive else end
            found.append(Mention(Actor(match[0], kind), start, last, is_bare=False, is_genitive=genitive))
    return found


def _mention(text: str, lower: str, start: int, end: int) -> Mention | None:
    """The mention that the word at `text[start:end]` is, None where it names nobody here."""
    word = lower[start:end]
    plain = basic(word)
    kind = kind_of(plain)
    if kind is None or not _names(text, lower, start, end, plain):
        return None
    genitive = word != plain or text.startswith(":s", end)
    if plain in _SHORT:
        return Mention(Actor(_SHORT[plain], kind), start, end, is_bare=False, is_genitive=genitive)
    first = begin(text, start, plain)
    if first is None:
        return None
    last = end
    if (
        genitive
        and kind in _BOARDED
        and (board := _BOARD.match(text, end if word == plain else end - 1)) is not None
    ):
        name = text[first : end if word == plain else end - 1]
        return Mention(
            Actor(name[:1].upper() + name[1:], kind),
            first,
            board.end(),
            is_bare=plain in BARE and first == start,
            is_genitive=False,
        )
    if genitive and kind in _WITH_OFFICES and (office := _OFFICE.match(lower, end)) is not None:
        # "Kommunstyrelsens förvaltning"
        name = text[first : office.end()]
        named = Actor(name[:1].upper() + name[1:], ActorKind.FORVALTNING)
        return Mention(named, first, office.end(), is_bare=False, is_genitive=False)
    if genitive and (within := subunit_end(lower, end if word != plain else end + 2)) is not None:
        # "Kommunstyrelsens arbetsutskott", "Naturskyddsföreningens lokalkrets"
        last, genitive = within, False
        if plain in BARE:
            # "Nämndens arbetsutskott" is called "Arbetsutskottet" in what follows.
            name = text[end + 1 : last] + "et"
            return Mention(
                Actor(name[:1].upper() + name[1:], kind), first, last, is_bare=False, is_genitive=False
            )
    elif not genitive:
        last = end_of(text, start, end, plain, kind)
    name = text[first:last]
    if genitive and word != plain:
        name = name[:-1]
    if name.isupper() and len(name) > _ACRONYM:
        name = name.lower()
    reached = first != start or last != end
    if plain == "utskottet" and text[first:start].lower() in _OF_BOARDS:
        kind = ActorKind.NAMND
    if reached and plain == "styrelsen":
        kind = ActorKind.BOLAG if name.endswith((" AB", "bolag")) else ActorKind.EXTERN
    elif reached and plain == "räddningstjänsten":
        kind = ActorKind.EXTERN
    if not reached and plain in _INDEFINITE:
        # The head of a table: "Avdelning  Barn  Kostnad".
        return None
    is_bare = plain in BARE and not reached
    return Mention(Actor(name[:1].upper() + name[1:], kind), first, last, is_bare, genitive)


def _names(text: str, lower: str, start: int, end: int, plain: str) -> bool:
    """Whether a word that can name an actor does: not "förvaltningen av skogen", "en kommunal uppgift" or
    "nya trygghetsbostäder"."""
    if plain in _CAPITALISED:
        return _is_name(text, start, end)
    if plain.endswith("bostäder"):
        return text[start].isupper()
    return not (plain in _ACTIVITIES and lower.startswith((" av ", " på "), end))
