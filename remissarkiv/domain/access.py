"""What a caller may see. Access is part of every query; there is no unfiltered call."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Collection:
    """A shelf of the archive: a folder, the authority it belongs to and who may see it.

    `groups` is empty for an open collection; otherwise only members of one of the groups see it.
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


@dataclass(frozen=True, slots=True)
class Access:
    """The names of the collections a caller may see."""

    collections: frozenset[str]

    @classmethod
    def of(cls, collections: tuple[Collection, ...], groups: frozenset[str] = frozenset()) -> "Access":
        """Access of someone who belongs to `groups`: the open collections and those of the groups."""
        return cls(frozenset(c.name for c in collections if c.is_open or c.groups & groups))

    @classmethod
    def operator(cls, collections: tuple[Collection, ...]) -> "Access":
        """Access of whoever runs the command line on the archive's own machine: every collection."""
        return cls(frozenset(c.name for c in collections))
