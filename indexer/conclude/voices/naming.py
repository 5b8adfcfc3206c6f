"""Whom a bare word means: "nämnden" is the board last named, "kontoret" the office that writes."""

from collections.abc import Sequence

from indexer.conclude.voices.actor_words import BARE
from indexer.conclude.voices.mentions import Mention
from remissarkiv.domain import Actor, ActorKind

_MOST_KNOWN = 300
_OF_ONE = frozenset(
    "polisen länsstyrelsen regionen landstinget högskolan universitetet revisionen arkivet".split()
)
_QUARTERS = frozenset("norra södra östra västra centrala".split())
_DEFINITE = ("en", "et", "na")


class Naming:
    """Remembers who was named in a document, to tell whom bare words mean."""

    def __init__(self, author: Actor, board: str) -> None:
        self._author = author
        self._board = board
        self._paragraph: list[Actor] = []
        self._document: dict[str, Actor] = {}

    def begin_paragraph(self) -> None:
        """Forget who was named in the paragraph before."""
        self._paragraph.clear()

    def note(self, mentions: Sequence[Mention]) -> None:
        """Remember the actors that a sentence names by their names."""
        for mention in mentions:
            if not mention.is_bare:
                self._paragraph.append(mention.actor)
                if len(self._document) < _MOST_KNOWN:
                    self._document.setdefault(mention.actor.name, mention.actor)

    def meant(self, mention: Mention, owner: Actor | None) -> Actor:
        """The actor a mention means; `owner` is whose words the heading says that these are."""
        if not mention.is_bare:
            same = (
                is_same(mention.actor, self._author)
                or is_committee(mention.actor, self._author)
                or is_shortened(mention.actor, self._author)
            )
            if same:
                return self._author
            return owner if owner is not None and is_shortened(mention.actor, owner) else mention.actor
        word = mention.actor.name.lower()
        kinds = BARE[word]
        near = [actor for actor in (owner,) if actor is not None]
        recent = self._paragraph[-1:-6:-1]
        for actor in (*near, *recent, self._author):
            if fits(word, actor):
                return actor
        for actor in (*near, self._author):
            if actor.name and may_stand_for(word, actor):
                return actor
        if ActorKind.NAMND in kinds and self._board and word == "nämnden":
            return Actor(self._board, ActorKind.NAMND)
        for actor in self._document.values():
            if fits(word, actor):
                return actor
        return mention.actor


def is_same(one: Actor, other: Actor) -> bool:
    """Whether two names are those of the same actor, whatever the case of the letters."""
    return one.name.lower() == other.name.lower() and bool(one.name)


def fits(word: str, actor: Actor) -> bool:
    """Whether a bare word can stand for the name: "nämnden" for "Nämnden för service", not for itself."""
    stem = word[:-2] if word.endswith(_DEFINITE) else word
    name = actor.name.lower()
    return name != word and any(
        part.endswith((word, stem, stem + "s", word[:-1]))
        for part in name.replace("arbetsutskott", "utskott").split()
    )


def is_shortened(one: Actor, author: Actor) -> bool:
    """Whether "stadsdelsnämnden" is the author, "Kungsåkers stadsdelsnämnd" or "Stadsdelsnämnden Norr"."""
    name, whole = one.name.lower(), author.name.lower()
    first, _, last = whole.rpartition(" ")
    owned = first.endswith("s") and name.startswith(last) and name[len(last) :] in _DEFINITE
    placed = (last == name and first in _QUARTERS) or (
        name.endswith(_DEFINITE) and whole.startswith(name[:-2] + " ")
    )
    return bool(first) and one.kind is author.kind and (owned or placed or whole.startswith(name + " "))


def may_stand_for(word: str, actor: Actor) -> bool:
    """Whether a bare word can mean an actor whose name tells nothing of it, by its kind: "föreningen" for
    Lejonklubben, but "polisen" for no other authority than the police."""
    is_general = word not in _OF_ONE or actor.name.lower().startswith(word[:5])
    return actor.kind in BARE[word] and is_general


def is_committee(one: Actor, author: Actor) -> bool:
    """Whether "arbetsutskottet" is the author, "Kommunstyrelsens arbetsutskott"."""
    name = one.name.lower()
    return name.endswith("utskottet") and author.name.lower().endswith(name[:-2])
