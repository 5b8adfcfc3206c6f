"""From the text of a query to its pieces: words, phrases, fields with values, operators, parentheses."""

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from remissarkiv.domain import Span
from remissarkiv.query.fields import FieldSpec, Value, field_named
from remissarkiv.query.identifiers import find_identifiers
from remissarkiv.query.tree import Tree

OPERATORS = {"OCH": "AND", "AND": "AND", "ELLER": "OR", "OR": "OR", "INTE": "NOT", "NOT": "NOT"}
"""Upper case only: in lower case they are words."""

NEAR = re.compile(r"(?:NÄRA|NEAR)(?:/([0-9]{1,9}))?|NARA/([0-9]{1,9})")
"""`NÄRA` and `NÄRA/5` between two words."""

_AWAY = re.compile(r"~([0-9]{0,9})(?![^\s()])")
"""How far the words of a phrase may stand from each other: `"kommunal rådgivning"~5`."""

_QUOTES = '"”“„»«'
_QUOTE = re.compile(f"[{_QUOTES}]")
_RUN = re.compile(rf"[^\s(){_QUOTES}]+")
_NAME = re.compile(r"([^\W\d_]{1,30}):")
_BLANK = re.compile(r"\s*")
# `EU:s`, `JO:s`, `kl 8:30` and `http://` are no fields that somebody misspelled.
_FOREIGN = re.compile(rf"(?=[^\W\d_]{{2,}}:)(?![A-ZÅÄÖ]+:)[^\W\d_]+:(?=[{_QUOTES}]|[^\W_][^\s:/]{{2}})")


NO_NUMBER = -1


class Sort(enum.Enum):
    """What a piece is."""

    WORD = "word"
    PHRASE = "phrase"
    FIELD = "field"
    UNKNOWN_FIELD = "unknown field"
    OPERATOR = "operator"
    OPEN = "("
    CLOSE = ")"
    IDENTIFIER = "identifier"
    STRAY_QUOTE = "stray quote"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the query. `text` is what it says (a phrase without its quotation marks, `AND` for `OCH`);
    a field has its `spec`, and its `value` unless a parenthesis follows (`grouped`) or nothing does; an
    identifier its `tree` and what there is to tell of it. `distance` is the number behind `NÄRA/` or behind a
    phrase and `~`, `NO_NUMBER` where none is written; None where there is no such sign."""

    sort: Sort
    text: str
    span: Span
    spec: FieldSpec | None = None
    value: Value | None = None
    grouped: bool = False
    tree: Tree | None = None
    told: tuple[str, ...] = ()
    distance: int | None = None


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of `text` in order; every text gives some answer, in time linear in its length."""
    yield from _Lexer(text).run()


class _Lexer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.identifiers = find_identifiers(text)[::-1]
        self.last_quote = max(text.rfind(quote) for quote in _QUOTES)

    def run(self) -> Iterator[Piece]:
        while True:
            self.at = self._skip_blanks(self.at)
            if self.at >= len(self.text):
                return
            yield self._next()

    def _skip_blanks(self, start: int) -> int:
        blank = _BLANK.match(self.text, start)
        return blank.end() if blank else start

    def _next(self) -> Piece:
        start, letter = self.at, self.text[self.at]
        while self.identifiers and self.identifiers[-1].span.start < start:
            self.identifiers.pop()  # it stood in a phrase or in the value of a field
        field = self._field()
        if field is not None:
            return field
        if self.identifiers and self.identifiers[-1].span.start == start:
            found = self.identifiers.pop()
            self.at = found.span.end
            return Piece(
                Sort.IDENTIFIER, self.text[slice(*found.span)], found.span, tree=found.tree, told=found.told
            )
        if letter in "()":
            self.at += 1
            return Piece(Sort.OPEN if letter == "(" else Sort.CLOSE, letter, Span(start, start + 1))
        if letter in _QUOTES:
            quoted = self._quoted(start)
            if quoted is None:
                self.at += 1
                return Piece(Sort.STRAY_QUOTE, letter, Span(start, start + 1))
            away = _AWAY.match(self.text, self.at)
            if away is None:
                return Piece(Sort.PHRASE, quoted, Span(start, self.at))
            self.at = away.end()
            return Piece(Sort.PHRASE, quoted, Span(start, self.at), distance=_number(away[1]))
        return self._word(start)

    def _word(self, start: int) -> Piece:
        run = _RUN.match(self.text, start)
        end = run.end() if run else start + 1
        if self.identifiers and start < self.identifiers[-1].span.start < end:
            end = self.identifiers[-1].span.start
        word = self.text[start:end]
        self.at = end
        if word in OPERATORS:
            return Piece(Sort.OPERATOR, OPERATORS[word], Span(start, end))
        near = NEAR.fullmatch(word)
        if near is not None:
            return Piece(Sort.OPERATOR, "NEAR", Span(start, end), distance=_number(near[1] or near[2] or ""))
        foreign = _FOREIGN.match(self.text, start, len(self.text))
        if foreign is not None and foreign.end() <= end:
            self.at = foreign.end()
            return Piece(Sort.UNKNOWN_FIELD, foreign[0].removesuffix(":"), Span(start, foreign.end()))
        return Piece(Sort.WORD, word, Span(start, end))

    def _quoted(self, start: int) -> str | None:
        """The text of the quotation that opens at `start`, and `at` behind it; None when it never closes."""
        if start >= self.last_quote:
            return None
        closing = _QUOTE.search(self.text, start + 1)
        if closing is None:
            return None
        self.at = closing.end()
        return self.text[start + 1 : closing.start()]

    def _field(self) -> Piece | None:
        """A known field and its value at `at`; blanks may follow the colon, as in a pasted `Dnr: KS 1/2`."""
        start = self.at
        name = _NAME.match(self.text, start)
        spec = field_named(name[1]) if name else None
        if name is None or spec is None:
            return None
        begin = self._skip_blanks(name.end())
        if self.text.startswith("(", begin):
            self.at = begin
            return Piece(Sort.FIELD, name[1], Span(start, name.end()), spec, grouped=True)
        value = self._value(spec, begin)
        if value is None:
            self.at = name.end()
            return Piece(Sort.FIELD, name[1], Span(start, name.end()), spec)
        return Piece(Sort.FIELD, name[1], Span(start, self.at), spec, value)

    def _begins_field(self, start: int) -> bool:
        name = _NAME.match(self.text, start)
        return name is not None and field_named(name[1]) is not None

    def _value(self, spec: FieldSpec, begin: int) -> Value | None:
        if self.text[begin : begin + 1] in tuple(_QUOTES):
            text = self._quoted(begin)
            if text is not None:
                return Value(text, Span(begin, self.at), quoted=True) if text.strip() else None
            begin += 1
        if self._begins_field(begin):
            return None  # before anything is looked for: `lag:lag:lag:` costs nothing
        end = spec.extent(self.text, begin)
        if end is None:
            run = _RUN.match(self.text, begin)
            if run is None or run[0] in OPERATORS:
                return None
            end = run.end()
        self.at = end
        return Value(self.text[begin:end], Span(begin, end), quoted=False)


def _number(digits: str) -> int:
    return int(digits) if digits else NO_NUMBER
