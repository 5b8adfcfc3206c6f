"""Remissinstanser by name: who was asked, and whose answer a document is.

Names are compared as skeletons, so that what OCR left of `Socialnämnden` is still socialnämnden, and a board
is the same as its administration: `Socialförvaltningen` answers for `Socialnämnden`.
"""

import re
from collections.abc import Iterable, Sequence

from remissarkiv.domain import ActorKind, Document, Kind
from remissarkiv.language.skeleton import skeleton
from remissarkiv.matters.bodies import body_key
from remissarkiv.matters.diaries import prepares

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 500
_FOOT = 350
_MOST_LINES = 30
_LONGEST_NAME = 70
_UNITS = tuple(
    skeleton(word) for word in "nämnden nämnd förvaltningen förvaltning kontoret kontor styrelsen".split()
)
# Words of a name that do not tell whose it is.
_COMMON = frozenset(
    skeleton(word)
    for word in (
        "kommunala kommunens kommunal kommun lokala regionala föreningen förening ab och i för den det "
        "av vid rådet råd nämnden nätverket stiftelsen sektion avdelning avdelningen"
    ).split()
)
_OWNERS = frozenset(body_key(word) for word in "regionens kommunens stadens landstingets kommunala".split())
_TITLES = tuple(
    skeleton(word)
    for word in (
        "kommunsekreterare sekreterare handläggare registrator kanslichef direktör ordförande "
        "nämndsekreterare utredare kommundirektör kommunjurist samordnare"
    ).split()
)
_COUNCIL = re.compile(r"(?:råd|rådet)$", re.IGNORECASE)
_COMPANY = re.compile(r"\b(?:AB|aktiebolag|bolag(?:et)?|HB|kommunalförbund(?:et)?)\b|bolaget\b|bostäder\b")
_BOARD = re.compile(r"(?:n(?:ä|a|é|d|i|ai|ia)mnd(?:en)?|styrelsen|utskottet)\b", re.IGNORECASE)
# Whose letters stand above the title of a remiss, when it has no list.
_ADDRESSEE = re.compile(
    r"(?:nämnd|nämnden|rådet|råd|förening|föreningen|förbund|förbundet|samfällighet|stiftelse|stiftelsen|byalag"
    r"|byalaget|bolag|bolaget|klubb|kår|kåren|styrelsen)(?:\s(?:i|för|vid|på)\s\S.*)?$|^AB\s|\sAB$",
    re.IGNORECASE,
)


def kind_of(name: str) -> ActorKind:
    """What sort of remissinstans has this name: board, council, company, the office, or somebody outside."""
    if prepares(name):
        return ActorKind.KOMMUNSTYRELSE
    if _COMPANY.search(name):
        return ActorKind.BOLAG
    first = name.split(" för ")[0].split(" i ")[0]
    if _COUNCIL.search(first) or any(_COUNCIL.search(word) for word in first.split()):
        return ActorKind.RAD
    return ActorKind.NAMND if _BOARD.search(name) else ActorKind.EXTERN


def asked(document: Document) -> tuple[str, ...]:
    """Who a remiss asks, in its order: its list of remissinstanser, else those it is addressed to."""
    listed = [name for name in document.remissinstanser if not _is_person(name)]
    if listed or document.kind is not Kind.REMISS:
        return tuple(listed)
    return tuple(_addressees(document))


def same(one: str, other: str) -> bool:
    """Whether two names are of the same instans."""
    first, second = _without_owner(body_key(one)), _without_owner(body_key(other))
    return bool(first) and (first == second or (_stem(first) == _stem(second) and _stem(first) != ""))


def _without_owner(key: str) -> str:
    """ "Regionens hälso- och sjukvårdsnämnd" is hälso- och sjukvårdsnämnden."""
    first, _, rest = key.partition(" ")
    return rest if rest and first in _OWNERS else key


def is_called(short: str, name: str) -> bool:
    """Whether a text that has told of an instans may mean it by a shorter name: `Nätverket` is `Nätverket
    Vänner i Björkåsa`, `Dataskyddsombudet` is `Kommunens dataskyddsombud`."""
    if same(short, name):
        return True
    words = [skeleton(word.lower()) for word in _WORD.findall(short)]
    telling = [word for word in words if word not in _COMMON] or words
    whole = [skeleton(word.lower()) for word in _WORD.findall(name)]
    return bool(telling) and all(
        any(word == other or _begins(word, other) or _begins(other, word) for other in whole)
        for word in telling
    )


def is_from(name: str, document: Document) -> bool:
    """Whether a document without a board is the answer of the instans: its letterhead, its title, its
    signature or its sender has every word that tells one instans from another."""
    words = _telling(name)
    if not words:
        return False
    places = (
        document.title,
        document.sender,
        document.text[:_HEAD],
        document.text[-_FOOT:],
        *(f"{person.unit} {person.title}" for person in document.signatories),
    )
    return any(_has_all(words, place) for place in places)


def _telling(name: str) -> list[str]:
    words = [skeleton(word.lower()) for word in _WORD.findall(name)]
    return [word for word in words if word not in _COMMON and len(word) > 2] or words


def _has_all(words: Sequence[str], place: str) -> bool:
    there = {skeleton(word.lower()) for word in _WORD.findall(place)}
    return all(word in there or any(_begins(word, other) for other in there) for word in words)


def _begins(word: str, other: str) -> bool:
    """`dataskyddsombud` is in `Dataskyddsombudets`, `Ekorren` in `Ekorrens`."""
    return len(word) > 4 and other.startswith(word) and len(other) - len(word) < 4


def _stem(key: str) -> str:
    for unit in _UNITS:
        if key.endswith(unit):
            return key.removesuffix(unit).rstrip("s").strip()
    return ""


def _is_person(name: str) -> bool:
    """`Bengt Orrelid kommunsekreterare`: the signature below a list."""
    last = skeleton(name.lower().split()[-1]) if name.split() else ""
    return last.endswith(_TITLES) and len(name.split()) > 2


def _addressees(document: Document) -> Iterable[str]:
    """The names that stand in a paragraph of their own above the title: `Miljönämnden / Tekniska nämnden`."""
    head = document.text[: document.text.find(document.title)] if document.title in document.text else ""
    for paragraph in head.split("\n\n")[:_MOST_LINES]:
        lines = [" ".join(line.split()) for line in paragraph.split("\n") if line.strip()]
        if lines and all(len(line) <= _LONGEST_NAME and not re.search(r"\d", line) for line in lines):
            names = [line.removeprefix("Till ").strip(" ,;") for line in lines]
            names = [name[:1].upper() + name[1:] for name in names if name not in ("", "Till", "TILL")]
            if any(_ADDRESSEE.search(name) for name in names) and not any(map(prepares, names)):
                yield from names
                return
