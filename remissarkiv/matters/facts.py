"""What is asked of a document to tell which ärende it belongs to, and what an ärende then is."""

import datetime
import re
from dataclasses import dataclass

from remissarkiv.domain import DnrRole, Kind

# `KS § 21.pdf` is the name of an attachment.
_PARAGRAPH = re.compile(r"(?:^|\s)§\s?\d{1,5}(?:\s?[a-zåäö])?$")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A Dnr as a document has it: letters ("" when it gives none), year, number and role. `before` is what
    stands before it in the text: it tells whose a number without letters is."""

    authority: str
    year: int
    number: int
    role: DnrRole
    before: str = ""
    code: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document, its text apart.

    `archive` is the kommun that keeps it, where the collection says so: a letter from another kommun has that
    one's name for `kommun`. `parted` tells that it is minutes in whole, `whole` of what it is a part and
    `part` which; `subject` is `subject_of` it; `motionarer` are names as written; `copies` is the group of
    its copies, "" for none.
    """

    id: str
    collection: str
    kommun: str
    namnd: str
    kind: Kind
    date: datetime.date | None = None
    dnr: tuple[Numbered, ...] = ()
    motionarer: tuple[str, ...] = ()
    subject: str = ""
    whole: str = ""
    part: str = ""
    parted: bool = False
    copies: str = ""
    archive: str = ""

    @property
    def kept_by(self) -> str:
        """The kommun whose diary its Dnr stand in, "" where nothing tells."""
        return self.archive or self.kommun


def is_paragraph(part: str) -> bool:
    """Whether a part of a file (`§ 21`, `Protokoll.pdf § 21`, `Karta.pdf`) is a § of minutes, which is of its
    own ärende; any other part hangs on a letter."""
    return _PARAGRAPH.search(part) is not None


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A Dnr as one ärende bears it: the number in a diary of a kommun. `diary` is letters (`KS`), or the
    board's name where it writes none; `scope` is the kommun, or the collection where no kommun is known."""

    scope: str
    diary: str
    year: int
    number: int


@dataclass(frozen=True, slots=True, order=True)
class External:
    """A Dnr of somebody outside: a ministry, an authority, another kommun. It joins nothing. `whose` tells
    one authority from another where the letters do not: its name, or the dossier code before the number."""

    whose: str
    letters: str
    year: int
    number: int

    @property
    def value(self) -> str:
        """The Dnr as `domain.Dnr.value` has it: `S 2018/9902`."""
        return f"{self.letters} {self.year}/{self.number}".strip()


@dataclass(frozen=True, slots=True)
class Named:
    """A document's own keys, the sender's, and the Dnr from outside that it has or answers."""

    own: tuple[Key, ...] = ()
    sender: tuple[Key, ...] = ()
    outside: tuple[External, ...] = ()

    @property
    def keys(self) -> tuple[Key, ...]:
        """Every key that the document may belong to."""
        return (*self.own, *self.sender)


@dataclass(frozen=True, slots=True)
class Matter:
    """An ärende: what of the documents one may see belongs together.

    `keys` are its Dnr, the leading one (of whom the rest answer) first; empty for a document by itself
    without any. `documents` are ids in the order of their days. `guesses` are ids of documents without a Dnr
    that may belong here; `linked` ids of documents of other ärenden that share a Dnr from outside; `external`
    these Dnr. `crowded` tells that there are more documents than an ärende can have, so that not all are
    here.
    """

    keys: tuple[Key, ...]
    documents: tuple[str, ...]
    guesses: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    external: tuple[External, ...] = ()
    crowded: bool = False
