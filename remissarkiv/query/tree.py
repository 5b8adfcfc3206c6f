"""What a query means: the tree that the parser builds and the search turns into engine nodes.

Every leaf carries the span of the query text it was read from.
"""

from dataclasses import dataclass
from datetime import date

from remissarkiv.dnr import HalfDnr
from remissarkiv.domain import Dnr, Kind, Span


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed; every inflection of it matches."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words between quotation marks, or after `exakt:`: just these forms, in this order."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word, without the star."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A word with `*` (any letters, or none) and `?` (one) in it, as in `skol*bidrag`; every word that it
    stands for."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word, and all that are at most `edits` letters from it."""

    text: str
    edits: int
    span: Span


@dataclass(frozen=True, slots=True)
class Near:
    """The words with at most `distance` others between them, in any order; `exact` tells that just these
    forms are meant, else every inflection is."""

    words: tuple[str, ...]
    distance: int
    exact: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Field:
    """A value in a field that is compared leniently: `namnd`, `kommun`, `parti`, `motionar`, `titel`,
    `instans` and `instans_any`.

    `quoted` tells that the value stood between quotation marks (a title is then an exact phrase).
    """

    name: str
    value: str
    span: Span
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Kinds:
    """Documents of one of the kinds."""

    kinds: tuple[Kind, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class DnrQ:
    """A Dnr; `text` is its spelling in the query. `field` tells that it was asked for with `dnr:`, and not
    recognised among words, where a document that merely spells it the same way counts too."""

    dnr: Dnr
    text: str
    span: Span
    field: bool = False


@dataclass(frozen=True, slots=True)
class HalfDnrQ:
    """Any of the Dnr that `half` is the half of; `text` and `field` as in `DnrQ`."""

    half: HalfDnr
    text: str
    span: Span
    field: bool = False


@dataclass(frozen=True, slots=True)
class LagQ:
    """Legal citations, any of `keys` (lagen.nu paths); `text` and `field` as in `DnrQ`. With `spelled` a
    document that merely spells it the same way counts too."""

    keys: tuple[str, ...]
    text: str
    span: Span
    field: bool = False
    spelled: bool = False


@dataclass(frozen=True, slots=True)
class ConcludedQ:
    """Documents that conclude one of `values` in `column` (`verdict`, `principle`, `stance`, `outcome`): with
    certainty, or with `unsure` otherwise too."""

    column: str
    values: tuple[str, ...]
    text: str
    span: Span
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class MatterQ:
    """Every document of the ärende that a Dnr is of; `text` is its spelling in the query."""

    dnr: Dnr
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class YearRange:
    """Documents of the years from `first` to `last`, both included; None is an open end."""

    first: int | None
    last: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class DayRange:
    """Documents dated from `first` to `last`, both included; None is an open end."""

    first: date | None
    last: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class All:
    """Every document."""

    span: Span


@dataclass(frozen=True, slots=True)
class And:
    """All of the children; without children nothing is asked for."""

    children: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the children."""

    children: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but the child."""

    child: "Tree"


Leaf = (
    Word
    | Phrase
    | Prefix
    | Wildcard
    | Fuzzy
    | Near
    | Field
    | Kinds
    | DnrQ
    | HalfDnrQ
    | LagQ
    | ConcludedQ
    | MatterQ
    | YearRange
    | DayRange
    | All
)
Tree = Leaf | And | Or | Not

NOTHING = And(())
"""The tree of a query that asks for nothing."""


def joined(children: list[Tree]) -> Tree:
    """All of the children: nested `And` are laid flat, a single child stands alone."""
    flat: list[Tree] = []
    for child in children:
        flat.extend(child.children if isinstance(child, And) else (child,))
    return flat[0] if len(flat) == 1 else And(tuple(flat))
