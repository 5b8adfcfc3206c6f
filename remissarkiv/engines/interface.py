"""What every search engine offers: one protocol, one query tree, the same answers.

An engine receives ready terms (`IndexEntry`) and a tree of the nodes below, and returns ids, scores and
counts. It never sees a word of Swedish, never analyses and never holds text to show.

Scoring, the same in every engine: a `Term` in a document scores `boost * idf * tf` with BM25 (Robertson &
Zaragoza 2009), k1 = 1.2, b = 0.75 per field, where idf = ln(1 + (N - n + 0.5) / (n + 0.5)), N = documents in
the index, n = documents with the term, tf = f * (k1 + 1) / (f + k1 * (1 - b + b * length / mean)), f = how
often the term stands in the field, and the mean field length is the field's total length divided by N.
Removed documents count nowhere, whether or not `tidy` has run, and lengths are exact (`engines/scoring.py`).
A `Phrase` scores as the sum of its terms' scores (a repeated term counts each time) times its boost.
A `Near` scores as the sum of its words' scores times its boost, a word's being the highest of its terms'.
`Best` takes the highest child, `And` and `Or` the sum of the children that match; `In`, `Begins`, `Days`,
`Ids`, `Everything` and `Not` score 0; `Prefix`, `Wildcard` and `Fuzzy` score their boost; `Raised` scores as
its child, times its factor where the other part matches. What a document scores in the end is multiplied by
`IndexEntry.prior` / 1000. Equal scores (compared after rounding to 6 decimals) order by day, newest first and
None last, then by id. Trees are walked by recursion, so whoever builds one bounds its depth.

Copies collapse last, among the documents that match and that the caller may see, so that nothing is known of
a copy she may not see: of each group the best of them (lowest rank, then id) stands for it with its own score
and its own day.

A node that names a field or column that does not exist raises `ValueError` when it is made.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import NamedTuple, Protocol

from remissarkiv.domain import COLUMNS, FIELDS, POSITION_FIELDS, Access, IndexEntry
from remissarkiv.errors import RemissarkivError

SORTS: tuple[str, ...] = ("relevans", "datum")

COLLAPSES: tuple[str, ...] = ("none", "exact", "near")
"""What becomes one hit: nothing, copies with the very same words (`IndexEntry.exact_copies`), or copies
(`IndexEntry.copies`)."""


_COLUMNS = frozenset(COLUMNS)


def _known(kind: str, name: str, names: Iterable[str]) -> None:
    if name not in names:
        raise ValueError(f"no {kind} named {name!r}; there are {', '.join(sorted(names))}")


@dataclass(frozen=True, slots=True)
class Term:
    """Documents whose `field` (one of `FIELDS`) holds `term`."""

    field: str
    term: str
    boost: float = 1.0

    def __post_init__(self) -> None:
        _known("field", self.field, FIELDS)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Documents whose `field` holds a term that begins with `prefix`; scores its boost alone."""

    field: str
    prefix: str
    boost: float = 1.0

    def __post_init__(self) -> None:
        _known("field", self.field, FIELDS)


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Documents whose `field` holds a term that `pattern` stands for: `*` is any number of signs, also none,
    `?` just one, and every other sign itself; the pattern is of the whole term. Scores its boost alone."""

    field: str
    pattern: str
    boost: float = 1.0

    def __post_init__(self) -> None:
        _known("field", self.field, FIELDS)


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Documents whose `field` holds a term at most `edits` edits from `term`: signs too many, too few or
    another, or two neighbours swapped (`language/slips.py`). Scores its boost alone. Raises `ValueError` for
    edits below 0."""

    field: str
    term: str
    edits: int
    boost: float = 1.0

    def __post_init__(self) -> None:
        _known("field", self.field, FIELDS)
        if self.edits < 0:
            raise ValueError("edits cannot be negative")


@dataclass(frozen=True, slots=True)
class Near:
    """Documents where the words stand near each other, in any order, in one of `POSITION_FIELDS`.

    `words` has the terms that each word may be (its inflections). A document matches when some
    `len(words) + distance` successive word numbers hold, for each word, a place of one of its terms, and as
    many such places as the word is asked for times: at most `distance` other words stand between them, and
    no place counts twice. Without words, or with a word without terms, it matches nothing. Raises
    `ValueError` for a distance below 0 and for two words that share some of their terms but are not the same.
    """

    field: str
    words: tuple[tuple[str, ...], ...]
    distance: int
    boost: float = 1.0

    def __post_init__(self) -> None:
        _known("field with positions", self.field, POSITION_FIELDS)
        if self.distance < 0:
            raise ValueError("a distance cannot be negative")
        words = set(self.words)
        if sum(len(set(word)) for word in words) != len({term for word in words for term in word}):
            raise ValueError("two words share some of their terms but not all")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Documents where the terms stand in order, next to each other, in one of `POSITION_FIELDS`; without
    terms it matches nothing."""

    field: str
    terms: tuple[str, ...]
    boost: float = 1.0

    def __post_init__(self) -> None:
        _known("field with positions", self.field, POSITION_FIELDS)


@dataclass(frozen=True, slots=True)
class In:
    """Documents whose `column` (one of `COLUMNS`) holds one of `values`; does not score."""

    column: str
    values: frozenset[str]

    def __post_init__(self) -> None:
        _known("column", self.column, COLUMNS)


@dataclass(frozen=True, slots=True)
class Begins:
    """Documents whose `column` (one of `COLUMNS`) holds a value that begins with `prefix`; does not score."""

    column: str
    prefix: str

    def __post_init__(self) -> None:
        _known("column", self.column, COLUMNS)


@dataclass(frozen=True, slots=True)
class Days:
    """Documents whose day lies between `first` and `last`, both included (None: open); none without a day.
    Does not score."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Ids:
    """Documents with one of these ids, those that the caller may see; does not score."""

    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Best:
    """Any of the children; the highest score counts (one word in several guises)."""

    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class And:
    """All of the children; empty matches nothing."""

    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the children; empty matches nothing."""

    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Raised:
    """The child's documents; those that `where` matches too score `factor` times as high."""

    child: "Node"
    where: "Node"
    factor: float


@dataclass(frozen=True, slots=True)
class Not:
    """Every document except the child's."""

    child: "Node"


@dataclass(frozen=True, slots=True)
class Everything:
    """Every document."""


Node = (
    Term
    | Prefix
    | Wildcard
    | Fuzzy
    | Phrase
    | Near
    | In
    | Begins
    | Days
    | Ids
    | Best
    | And
    | Or
    | Raised
    | Not
    | Everything
)


@dataclass(slots=True)
class SearchRequest:
    """A query as the engine gets it. `limit` None returns all hits; `sort` is "relevans" or "datum" (newest
    first, None last, then id). `facets` names the columns to count over all hits the caller may see, and
    `commonest` of how many values of a column the counts are wanted: those that most hits have, with all that
    as many have as the last of them; of a column that it does not name, of all. `collapse`, one of
    `COLLAPSES`, tells which copies become one hit. Raises `ValueError` for a negative
    limit or offset, for fewer than one value and for an unknown sort, facet or collapse.

    It is made for each query and not to be changed; to be frozen would cost as much as finding a Dnr."""

    query: Node
    access: Access
    limit: int | None = 20
    offset: int = 0
    sort: str = "relevans"
    facets: tuple[str, ...] = ()
    collapse: str = "none"
    commonest: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.sort not in SORTS:
            _known("sort", self.sort, SORTS)
        if self.collapse not in COLLAPSES:
            _known("collapse", self.collapse, COLLAPSES)
        if not _COLUMNS.issuperset(self.facets):
            for column in self.facets:
                _known("column", column, COLUMNS)
        if self.offset < 0 or (self.limit is not None and self.limit < 0):
            raise ValueError("limit and offset cannot be negative")
        if self.commonest and min(self.commonest.values()) < 1:
            raise ValueError("at least one value of a column must be wanted")


class EngineHit(NamedTuple):
    """A document's id and score, the score rounded to 6 decimals, and the ids of the copies it stands for,
    the best first."""

    id: str
    score: float
    copies: tuple[str, ...] = ()


_hit: Callable[[tuple[str, float, tuple[str, ...]]], EngineHit] = partial(tuple.__new__, EngineHit)


def hits_of(rows: Iterable[tuple[str, float, tuple[str, ...]]]) -> tuple[EngineHit, ...]:
    """The hits of ids, scores and copies: a page of them together takes half the time of one by one."""
    return tuple(map(_hit, rows))


class EngineResult(NamedTuple):
    """`total` and `facets` count every hit within the access, `hits` is the asked-for page.

    Facet counts: a hit counts once for each distinct value that it or one of the copies it stands for has in
    the column, so that choosing a value gives as many hits as it says."""

    total: int
    hits: tuple[EngineHit, ...]
    facets: Mapping[str, Mapping[str, int]]


class EngineWriter(Protocol):
    """One batch of changes; visible to readers only after `commit`, all of it at once."""

    def put(self, entry: IndexEntry) -> None:
        """Add the document, or replace the one with the same id.

        Raises `ValueError` for an entry that breaks the rules of `IndexEntry` (`engines/entries.py`)."""

    def remove(self, document_id: str) -> None:
        """Remove the document; an id that is not there is no error."""

    def commit(self, sequence: int) -> None:
        """Make the batch visible and remember `sequence` as the last catalog change applied.

        A crash between the two leaves the older sequence: the batch is then applied again, with the same
        result, because `put` replaces."""


class Engine(Protocol):
    """A search index."""

    def sequence(self) -> int:
        """The last catalog change that the index holds; 0 for an empty index."""

    def count(self) -> int:
        """How many documents the index holds."""

    def ids(self) -> Iterable[str]:
        """The ids of all documents, in no particular order (for `remiss verify`)."""

    def writer(self) -> AbstractContextManager[EngineWriter]:
        """A batch of changes. Leaving the context without `commit` discards it.

        Raises `ArchiveBusyError` when another process writes."""

    def search(self, request: SearchRequest) -> EngineResult:
        """Answer a query from the newest committed generation.

        Raises `TooBroadError` for a `Wildcard` or `Fuzzy` that would take more work than the engine's limit
        of terms allows; the same index always gives the same answer."""

    def tidy(self) -> None:
        """Reclaim what removals left behind, so that statistics are those of a fresh index."""

    def check(self) -> tuple[str, ...]:
        """Read the whole index and tell what is wrong with it, an English sentence each; empty when sound."""

    def trouble(self) -> RemissarkivError | None:
        """What keeps the newest committed generation from being searched, while an older one answers or none
        does, told for administrator and reader; None when nothing does. Costs about as much as a search, and
        raises nothing: what a health check and a status page ask. `IndexBehindError` where an older one
        answers."""

    def close(self) -> None:
        """Release files; the engine cannot be used afterwards."""
