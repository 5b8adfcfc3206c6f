"""The queries, in classes, by the number of documents that hold a term; the same for a corpus and a seed.

| class | what is asked |
|---|---|
| rare | one word that 2 to 0.05 % of the documents hold (at least up to 3) |
| common | one word that 10 to 60 % hold |
| and2, and3 | two or three words of one document that each 0.5 to 60 % hold; so something is found |
| or3 | any of three common words |
| phrase | two or three forms that stand next to each other in a document, not only stop words |
| prefix | the first half (4 letters or more) of a form that 0.5 to 10 % hold |
| filter | a common word within the kind and the year of a document that holds it |
| dnr | a Dnr, asked as a column |
| lag | a lagrum or an act, asked as a column: half the draws from those that 0.1 % hold or more |

Words are of letters alone, three or more, and no stop words. Words are asked in `text` (inflection keys),
phrases and prefixes in `exact` (forms), as the search does; for what is typed into a search box words are
drawn from `exact` too.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from benchmarks.bench.vocabulary import Vocabulary
from remissarkiv.domain import IndexEntry
from remissarkiv.engines.interface import And, In, Node, Or, Phrase, Prefix, Term
from remissarkiv.language.keys import word_keys
from remissarkiv.language.stopwords import STOPWORDS

CLASSES = ("rare", "common", "and2", "and3", "or3", "phrase", "prefix", "filter", "dnr", "lag")

_RARE = 0.0005
_RARE_AT_LEAST = 3
_MIDDLE = (0.005, 0.10)
_COMMON = (0.10, 0.60)
_OFTEN = 0.001
_TRIES = 50


@dataclass(frozen=True, slots=True)
class Query:
    """A query of a class."""

    kind: str
    node: Node


def draw(
    vocabulary: Vocabulary,
    each: int,
    seed: int,
    kinds: tuple[str, ...] = CLASSES,
    words: str = "text",
) -> list[Query]:
    """`each` different queries of each of `kinds`, fewer where the corpus has not so many; words are drawn
    from the field `words`, "text" or "exact"."""
    return [
        Query(kind, node) for kind in kinds for node in _Drawing(vocabulary, kind, seed, words).draw(each)
    ]


class _Drawing:
    """Draws the queries of one class, without regard to which others are drawn."""

    def __init__(self, vocabulary: Vocabulary, kind: str, seed: int, words: str) -> None:
        self._held = vocabulary
        self._field = words
        self._random = random.Random(f"queries:{seed}:{kind}")
        makers: dict[str, Callable[[], Node | None]] = {
            "rare": lambda: self._word(self._rare),
            "common": lambda: self._word(self._common),
            "and2": lambda: self._together(2),
            "and3": lambda: self._together(3),
            "or3": self._either,
            "phrase": self._phrase,
            "prefix": self._prefix,
            "filter": self._filter,
            "dnr": lambda: self._value("dnr", 0.0),
            "lag": lambda: self._value("lagrum", self._random.choice((0.0, _OFTEN))),
        }
        self._make = makers[kind]

    def draw(self, each: int) -> list[Node]:
        """Different queries."""
        found: dict[Node, None] = {}
        for _ in range(each * _TRIES):
            if len(found) == each:
                break
            node = self._make()
            if node is not None:
                found.setdefault(node)
        return list(found)

    @cached_property
    def _rare(self) -> list[str]:
        return self._between(self._field, 2, max(_RARE_AT_LEAST, self._held.documents * _RARE))

    @cached_property
    def _common(self) -> list[str]:
        return self._shares(self._field, _COMMON)

    @cached_property
    def _usual(self) -> set[str]:
        return set(self._shares(self._field, (_MIDDLE[0], _COMMON[1])))

    @cached_property
    def _begun(self) -> list[str]:
        return self._shares("exact", _MIDDLE)

    def _shares(self, field: str, band: tuple[float, float]) -> list[str]:
        count = self._held.documents
        return self._between(field, band[0] * count, band[1] * count)

    def _between(self, field: str, least: float, most: float) -> list[str]:
        # In the order of the words, so that the draw does not hang on the order of counting.
        counts = self._held.terms[field]
        return sorted(word for word, count in counts.items() if least <= count <= most and _is_word(word))

    def _document(self) -> IndexEntry:
        return self._random.choice(self._held.sample)

    def _word(self, words: list[str]) -> Node | None:
        return Term(self._field, self._random.choice(words)) if words else None

    def _together(self, count: int) -> Node | None:
        words = sorted(self._usual.intersection(self._document().fields[self._field].frequencies))
        if len(words) < count:
            return None
        return And(tuple(Term(self._field, word) for word in self._random.sample(words, count)))

    def _either(self) -> Node | None:
        if len(self._common) < 3:
            return None
        return Or(tuple(Term(self._field, word) for word in self._random.sample(self._common, 3)))

    def _phrase(self) -> Node | None:
        positions = self._document().fields["exact"].positions or {}
        placed = {number: word for word, numbers in positions.items() for number in numbers}
        length = self._random.choice((2, 3))
        if len(placed) < length:
            return None
        start = self._random.randrange(len(placed) - length + 1)
        words = tuple(placed.get(number, "") for number in range(start, start + length))
        told = all(word.isalpha() for word in words) and any(_is_word(word) for word in words)
        return Phrase("exact", words) if told else None

    def _prefix(self) -> Node | None:
        if not self._begun:
            return None
        word = self._random.choice(self._begun)
        return Prefix("exact", word[: max(4, len(word) // 2)]) if len(word) >= 4 else None

    def _filter(self) -> Node | None:
        entry = self._document()
        kind, year = entry.columns.get("kind"), entry.columns.get("year")
        words = sorted(set(self._common).intersection(entry.fields[self._field].frequencies))
        if not kind or not year or not words:
            return None
        word = Term(self._field, self._random.choice(words))
        return And((word, In("kind", frozenset(kind)), In("year", frozenset(year))))

    def _value(self, column: str, share: float) -> Node | None:
        least = share * self._held.documents
        values = sorted(value for value, count in self._held.values[column].items() if count >= least)
        return In(column, frozenset({self._random.choice(values)})) if values else None


def _stop_keys() -> Iterator[str]:
    for word in STOPWORDS:
        yield word
        yield from word_keys(word)


_STOP = frozenset(_stop_keys())


def _is_word(word: str) -> bool:
    return len(word) >= 3 and word.isalpha() and word not in _STOP
