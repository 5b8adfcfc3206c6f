"""Who decides: bodies named in a sentence, by the name they have in the archive."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from indexer.conclude.decided.folding import folded
from indexer.conclude.stems import Stems
from remissarkiv.domain import Actor, ActorKind, Document

_BODY = re.compile(
    r"\b(?P<before>(?:[a-z]{3,25}-, ){0,3}[a-z]{3,25}-? (?:och|samt) (?=[a-z-]{0,40}(?:namnd|styrelse))"
    r"|(?:tekniska|sociala|gemensamma|kommunala|lokala) (?=namnd)"
    r"|(?:kommun|region|stads|landstings)styrelsens (?:allmanna |sociala |personal)?"
    r"(?=[a-z]{0,30}(?:utskott|presidi|beredning))"
    r"|kommunala (?=[a-z]{4,20}radet))?"
    r"(?P<word>(?:(?:pensionars|handikapp|tillganglighets|funktionshinder|funktionsratts|ungdoms|trygghets|"
    r"folkhalso|landsbygds)radet|radet)\b"
    r"|[a-z][a-z-]{0,40}?(?:namnden|namnd|styrelsen|fullmaktige|utskottet|utskott|beredningen|"
    r"direktionen|kommitten|presidiet)"
    r"|namnden|namnd|styrelsen|fullmaktige|utskottet|utskott|direktionen|presidiet|beredningen|kf|ks|ksau)"
    r"(?P<genitive>s)?\b"
    r"(?P<after> for (?!(?:att|den|det|sin|sitt|ett|egen|fram|vidare)\b|beslut|yttrand|kannedom|behandling"
    r"|komplettering|remiss|provning|vilk)[a-z]{3,25}(?:(?:, | och | samt | & )[a-z]{3,25}){0,4}\b)?"
)
BODY_STEMS = (
    "namnd",
    "styrelse",
    "fullmaktige",
    "utskott",
    "beredning",
    "direktion",
    "kommitte",
    "presidi",
    "radet",
)
"""A folded sentence without any of these names no body, but for "KF" and "KS"."""

_MAY_NAME = Stems(*BODY_STEMS, "kf", "ks", unringed=True)

_STADSDEL = "stadsdelsnamnden"
_PLACE_BEFORE = re.compile(r"[A-ZÅÄÖ][\w-]{2,30} \Z")
_PLACE_BEHIND = re.compile(r"(?: [A-ZÅÄÖ][\w-]{1,30}){1,2}")
_OFFICE = re.compile(
    r"\b[a-z-]{0,40}(?:forvaltning|kontor|kansli|enhet|avdelning|direktor|chef|sekreterare|staben?|"
    r"jurist|handlaggare?n?)(?:en|et|n|erna)?\b(?!s\b)"
)
_PREPOSITION = re.compile(r"\b(?:till|fran|av|hos|i|for|vid|med|mot|pa|om|enligt|inom|mellan|ur|infor) \Z")
_SHORT = {"kf": "Kommunfullmäktige", "ks": "Kommunstyrelsen", "ksau": "Kommunstyrelsens arbetsutskott"}
_NOT_BODIES = frozenset(("bolagsstyrelsen", "lansstyrelsen", "polisstyrelsen", "forbundsstyrelsen"))
_HEAD, _HEAD_LINES = 700, 12
"""Characters and lines of a text in which its letterhead names the board."""

_PROSE = re.compile(r"[a-zåäö]{3}[.,] |[a-zåäö]{3}\.$|.{75}")

FULLMAKTIGE = "Kommunfullmäktige"
KOMMUNSTYRELSEN = "Kommunstyrelsen"


@dataclass(frozen=True, slots=True)
class Mention:
    """A body in a sentence: its name, its place, and whether it can be the one that acts there: it cannot
    behind a preposition ("till kommunstyrelsen") or in the genitive ("nämndens beslut")."""

    name: str
    start: int
    end: int
    acts: bool


class Bodies:
    """Names bodies as one document means them: "nämnden" in the minutes of Socialnämnden is that."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def fullmaktige(self) -> str:
        """What the document calls fullmäktige: Stadsfullmäktige, as a rule Kommunfullmäktige."""
        return _fullmaktige(self._document)

    @cached_property
    def home(self) -> str:
        """The body whose document it is, else the first that its letterhead names, "" where there is none."""
        home = self._document.namnd
        if not home or folded(home) == _STADSDEL:
            head = [mention.name for mention in _mentions(_letterhead(self._document.text[:_HEAD]))]
            full = (name for name in head if _STADSDEL[:-2] in folded(name) and folded(name) != _STADSDEL)
            named = (name for name in head if not _is_bare(name))
            home = next(full, home or next(named, ""))
        return self.fullmaktige if folded(home) == "fullmaktige" else home

    def mentions(self, text: str) -> list[Mention]:
        """The bodies in a sentence, by place; "nämnden" and the like by the name of the document's own."""
        return [
            Mention(self.named(mention.name), mention.start, mention.end, mention.acts)
            for mention in _mentions(text)
        ]

    def named(self, name: str) -> str:
        """The full name of a body that the document mentions by half of it."""
        bare = folded(name)
        if bare == "fullmaktige":
            return self.fullmaktige
        if bare in ("namnden", "namnd"):
            return self.home
        if bare == "styrelsen":
            return self._board()
        if bare == _STADSDEL:
            return self.home if _STADSDEL[:-2] in folded(self.home) else name
        if bare == "radet":
            return self.home if self.home.lower().endswith("rådet") else name
        if bare in ("utskottet", "arbetsutskottet"):
            return self._utskott
        return name

    @cached_property
    def _utskott(self) -> str:
        """What "arbetsutskottet" means: the one that the document names in full."""
        if self.home.lower().endswith("utskott"):
            return self.home
        named = _NAMED_UTSKOTT.search(self._document.text[:_SEEN])
        return _capital(named[0]) if named is not None else "Arbetsutskottet"

    def _board(self) -> str:
        """What "styrelsen" means: that of a company or an association where no kommunstyrelse is named."""
        if self.home.endswith("styrelsen"):
            return self.home
        is_named = self.home != "" or "kommunstyrelse" in self._document.text[:_SEEN].lower()
        return KOMMUNSTYRELSEN if is_named else "Styrelsen"


def actor(name: str) -> Actor:
    """The body with this name, as an actor; "" is one that the text does not name."""
    return Actor(name, kind_of(name))


def kind_of(name: str) -> ActorKind:
    """What sort of body has this name."""
    key = folded(name)
    if key.endswith("fullmaktige"):
        return ActorKind.FULLMAKTIGE
    if key.endswith("radet"):
        return ActorKind.RAD
    if key == "styrelsen":
        return ActorKind.EXTERN
    if key.startswith(("kommunstyrelse", "regionstyrelse", "stadsstyrelse", "landstingsstyrelse")):
        return ActorKind.KOMMUNSTYRELSE
    return ActorKind.NAMND


def is_fullmaktige(name: str) -> bool:
    """Whether this is the assembly that decides on motions."""
    return kind_of(name) is ActorKind.FULLMAKTIGE


def is_kommunstyrelse(name: str) -> bool:
    """Whether this is kommunstyrelsen or one of its utskott, which prepare what fullmäktige decides."""
    return kind_of(name) is ActorKind.KOMMUNSTYRELSE or name == "Arbetsutskottet"


def offices(text: str) -> Iterator[tuple[int, int]]:
    """The places in a folded sentence where an administration or an official is named."""
    for found in _OFFICE.finditer(text):
        if not _PREPOSITION.search(text[max(0, found.start() - 10) : found.start()]):
            yield found.span()


def may_name(text: str) -> bool:
    """Whether a body can be named in a sentence at all: most name none."""
    return _MAY_NAME.within(text)


def _mentions(text: str) -> Iterator[Mention]:
    if not may_name(text):
        return
    plain = folded(text)
    for found in _BODY.finditer(plain):
        word = found["word"]
        start = found.start()
        if (
            word in _NOT_BODIES
            or (word == "utskott" and not found["before"])
            or (len(word) <= len("ksau") and not _is_short(text, found))
        ):
            continue
        if found["before"] and not _belongs(text, found):
            start = found.start("word")
        end = found.end("genitive") if found["genitive"] else found.end("word")
        name_end = found.end("word")
        if word == _STADSDEL[:-2]:
            place = _PLACE_BEFORE.search(text, max(0, start - 32), start)
            start = place.start() if place is not None else start
        elif word == _STADSDEL:
            place = _PLACE_BEHIND.match(text, name_end)
            name_end = end = place.end() if place is not None else end
        is_name = found["after"] and (text[start] == "N" or text[found.start("after") + 5].isupper())
        if is_name and word == "namnden":
            name_end = end = found.end("after")
        name = _SHORT.get(word) or _capital(" ".join(text[start:name_end].split()))
        behind = _PREPOSITION.search(plain[max(0, start - 10) : start])
        yield Mention(name, start, end, acts=not found["genitive"] and behind is None)


def _letterhead(text: str) -> str:
    """The lines above the first sentence."""
    lines = text.split("\n")
    prose = next((n for n, line in enumerate(lines) if _PROSE.search(line)), len(lines))
    return "\n".join(lines[: min(prose, _HEAD_LINES)])


def _belongs(text: str, found: re.Match[str]) -> bool:
    """Whether the words before belong to the name: "Barn- och utbildningsnämnden", but not "motionen och
    socialnämnden"."""
    before = found["before"]
    if " och " not in before and " samt " not in before:
        return True
    return "-" in before or text[found.start()].isupper()


def _is_short(text: str, found: re.Match[str]) -> bool:
    return (
        text[found.start("word") : found.end("word")].lower() in _SHORT
        and text[found.start("word")].isupper()
    )


def _is_bare(name: str) -> bool:
    return folded(name) in ("namnden", "namnd", "styrelsen", "utskottet", "utskott")


def _capital(name: str) -> str:
    name = name.lower() if name.isupper() else name
    return name[:1].upper() + name[1:]


def _fullmaktige(document: Document) -> str:
    if folded(document.namnd).endswith("fullmaktige") and len(document.namnd) > len("Fullmäktige"):
        return document.namnd
    named = _NAMED_FULLMAKTIGE.search(folded(document.text[:_SEEN]))
    return _capital(named[0] + "mäktige") if named else FULLMAKTIGE


_NAMED_FULLMAKTIGE = re.compile(r"\b(?:kommun|stads|region|landstings|forbunds|kyrko)full(?=maktige)")
_NAMED_UTSKOTT = re.compile(r"\b[A-ZÅÄÖa-zåäö-]{3,40}(?:styrelsens|nämndens) arbetsutskott\b", re.IGNORECASE)
_SEEN = 20_000
