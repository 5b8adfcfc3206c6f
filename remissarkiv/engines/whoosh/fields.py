"""What Whoosh stores: the index format.

Whoosh pickles the schema into every index, and with it the module path and names of the classes below:
**`remissarkiv.engines.whoosh.fields` and the class names are part of the index format**, as are the bytes of
`positions.py`. Change any of them and `SCHEMA_VERSION` must rise, so that an old index is refused with the
command that mends it instead of failing in an unpickler.

- Fields (`FIELDS`): ready terms. How often a term stands in a document is the posting's weight; `exact` and
  `title_exact` also have word numbers. The exact field length is a column of unsigned 32-bit numbers under
  the field's own name; Whoosh's own lengths, rounded to a byte, are not written.
- Columns (`COLUMNS`): each value a term, for Whoosh's own searchers; the documents' values together as a
  `CodedColumn`, for filters and facets.
- `id` and `collection`: a term and a `CodedColumn`. `day`: a column of day numbers, 0 for none.
- `copies` and `exact_copies`: a `CodedColumn` with the group's name, nothing for none; `rank`: a column of
  unsigned 64-bit numbers; `prior`: a column of unsigned 16-bit numbers.

Where the insides of Whoosh's files differ from what it writes itself, they read the same to it: `blocks.py`
(postings) and `coded_column.py`, whose class names are part of the format too.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from whoosh.columns import NumericColumn
from whoosh.fields import FieldType, Schema
from whoosh.formats import Format

from remissarkiv.domain import COLUMNS, FIELDS, POSITION_FIELDS, FieldTerms
from remissarkiv.engines.scoring import day_number
from remissarkiv.engines.whoosh import positions
from remissarkiv.engines.whoosh.coded_column import CodedColumn
from remissarkiv.engines.whoosh.terms import from_bytes, to_bytes

SCHEMA_VERSION = 4

NAME_FIELDS = ("id", "collection")
GROUP_FIELDS = ("copies", "exact_copies")
VALUE_COLUMNS = (*NAME_FIELDS, *GROUP_FIELDS, *COLUMNS)
"""The columns of values."""
NUMBER_COLUMNS: Mapping[str, str] = {"day": ">u4", "rank": ">u8", "prior": ">u2"} | dict.fromkeys(
    FIELDS, ">u4"
)
"""The columns of numbers, with how numpy calls what lies on disk."""

TERM_FIELDS = tuple(sorted({*VALUE_COLUMNS, *FIELDS} - {*GROUP_FIELDS}))
"""What has terms, in the order in which a segment holds them: Whoosh merges the terms of segments by name."""

Posting = tuple[bytes, int, float, bytes]


# Whoosh has no type information, hence the narrow ignores: its classes are Any to mypy.
class Counts(Format):  # type: ignore[misc]
    """A posting without payload: its weight says how often the term stands in the document."""

    posting_size = 0


class WordNumbers(Format):  # type: ignore[misc]
    """A posting with word numbers, as `positions.pack` writes them; Whoosh's own phrase and span queries read
    them through `decode_positions`."""

    posting_size = -1

    def decode_positions(self, packed: bytes) -> list[int]:
        """The word numbers of a posting."""
        return positions.unpack(packed)

    def decode_frequency(self, packed: bytes) -> int:
        """How often the term stands in the document."""
        return positions.count(packed)

    def decode_weight(self, packed: bytes) -> float:
        """The same, as Whoosh's scorers want it."""
        return float(positions.count(packed))


class _ReadyField(FieldType):  # type: ignore[misc]
    """A field that nothing analyses."""

    def __init__(self, posting_format: Format | None, column: object) -> None:
        super().__init__(format=posting_format, analyzer=None, sortable=column)
        self.indexed = posting_format is not None

    def to_bytes(self, value: str | bytes) -> bytes:
        """A term as it is kept."""
        return value if isinstance(value, bytes) else to_bytes(value)

    def from_bytes(self, value: bytes) -> str:
        """The term that is kept so."""
        return from_bytes(value)


class TermsField(_ReadyField):
    """One of `FIELDS`; takes `FieldTerms`."""

    def __init__(self, with_positions: bool) -> None:
        super().__init__(WordNumbers() if with_positions else Counts(), NumericColumn("I"))
        self.with_positions = with_positions

    def index(self, value: FieldTerms, **_: object) -> Iterator[Posting]:
        """The postings of a document: term, how often, the same as weight, payload."""
        numbers = (value.positions or {}) if self.with_positions else {}
        for term, frequency in value.frequencies.items():
            payload = positions.pack(numbers[term]) if self.with_positions else b""
            yield to_bytes(term), frequency, float(frequency), payload

    def to_column_value(self, value: FieldTerms) -> int:
        """The exact field length."""
        return value.length

    def from_column_value(self, value: int) -> int:
        """The exact field length."""
        return value


class ValuesField(_ReadyField):
    """One of `COLUMNS`; takes a document's values."""

    def __init__(self) -> None:
        super().__init__(Counts(), CodedColumn())

    def index(self, value: Sequence[str], **_: object) -> Iterator[Posting]:
        """One posting for each distinct value."""
        for single in dict.fromkeys(value):
            yield to_bytes(single), 1, 1.0, b""

    def to_column_value(self, value: Sequence[str]) -> Sequence[str]:
        """The values."""
        return value

    def from_column_value(self, value: Sequence[str]) -> tuple[str, ...]:
        """The distinct values."""
        return tuple(value)


class NameField(_ReadyField):
    """One name for each document (`id`, `collection`); takes a string."""

    def __init__(self) -> None:
        super().__init__(Counts(), CodedColumn())

    def index(self, value: str, **_: object) -> Iterator[Posting]:
        """The name as a term."""
        yield to_bytes(value), 1, 1.0, b""

    def to_column_value(self, value: str) -> Sequence[str]:
        """The name."""
        return (value,)

    def from_column_value(self, value: Sequence[str]) -> str:
        """The name."""
        return value[0]


class GroupField(_ReadyField):
    """A group of copies the document belongs to; takes a string, "" for none."""

    def __init__(self) -> None:
        super().__init__(None, CodedColumn())

    def to_column_value(self, value: str) -> Sequence[str]:
        """The group's name, nothing for none."""
        return (value,) if value else ()

    def from_column_value(self, value: Sequence[str]) -> str:
        """The group's name."""
        return value[0] if value else ""


class NumberField(_ReadyField):
    """A number of a document (its place among its copies, what its score is worth); takes the number, kept as
    `typecode` of `array` says."""

    def __init__(self, typecode: str) -> None:
        super().__init__(None, NumericColumn(typecode))

    def to_column_value(self, value: int) -> int:
        """The number."""
        return value

    def from_column_value(self, value: int) -> int:
        """The number."""
        return value


class DayField(_ReadyField):
    """The date of a document, to sort by; takes a date or None."""

    def __init__(self) -> None:
        super().__init__(None, NumericColumn("I"))

    def to_column_value(self, value: date | None) -> int:
        """The day's number, 0 for none."""
        return day_number(value)

    def from_column_value(self, value: int) -> int:
        """The day's number: only its order matters."""
        return value


def schema() -> Schema:
    """The schema of a new index."""
    named: dict[str, FieldType] = {"id": NameField(), "collection": NameField(), "day": DayField()}
    named |= {"copies": GroupField(), "exact_copies": GroupField()}
    named |= {"rank": NumberField("Q"), "prior": NumberField("H")}
    named |= {name: TermsField(name in POSITION_FIELDS) for name in FIELDS}
    named |= {name: ValuesField() for name in COLUMNS}
    return Schema(**named)
