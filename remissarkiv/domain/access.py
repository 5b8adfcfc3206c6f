"""What a caller may see. Access is part of every query; there is no unfiltered call."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Collection:
    """A shelf of the archive: a folder, the authority it belongs to and who may see it.

    `groups` is empty for an open collection; otherwise only members of one of the groups see it. A single
    document may be marked for a group of its own: it then stands on a `shelf` within the collection.
    """

    name: str
    path: str
    kommun: str = ""
    namnd: str = ""
    groups: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether everyone may see the collection."""
        return not self.groups


NAMED_FILES = Collection("namngivna filer", "/")
"""The open collection of files that were named on the command line outside every configured collection."""


LOCKED = "spärrad"
"""The marking of a document that nobody may see but whoever runs the archive."""

_WITHIN = "\x1f"
"""Parts a collection's name from a group's; a sign that neither can hold (`config/load.py`)."""


def shelf(collection: str, group: str = "") -> str:
    """Where a document of a collection stands: with the rest, or marked for one group alone."""
    return f"{collection}{_WITHIN}{group}" if group else collection


def group_of(shelf: str) -> str:
    """The group that a shelf is for; "" when it is the collection itself."""
    return shelf.partition(_WITHIN)[2]


def open_shelves(collections: Iterable[Collection]) -> frozenset[str]:
    """What everyone may see: the open collections, without what in them is marked for a group. Only these
    teach words and topics."""
    return frozenset(collection.name for collection in collections if collection.is_open)


@dataclass(frozen=True, slots=True)
class Access:
    """The shelves a caller may see: collections by name, and what in them is marked for one of her groups."""

    shelves: frozenset[str]

    @classmethod
    def of(cls, collections: tuple[Collection, ...], groups: frozenset[str] = frozenset()) -> "Access":
        """Access of someone who belongs to `groups`: the open collections and those of the groups."""
        names = [c.name for c in collections if c.is_open or c.groups & groups]
        marked = [shelf(name, group) for name in names for group in groups if group != LOCKED]
        return cls(frozenset((*names, *marked)))

    @classmethod
    def operator(cls, collections: tuple[Collection, ...], shelves: Iterable[str]) -> "Access":
        """Access of whoever runs the command line on the archive's own machine: every collection, and every
        shelf there is within them."""
        return cls(frozenset((*(c.name for c in collections), *shelves)))
