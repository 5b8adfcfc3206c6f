"""What the undamaged documents of an archive teach: their words, and which follow on which."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

MOST_WORDS = 30_000_000
"""Words of text that are learned from; more teach next to nothing and cost memory."""

_LINES_AT_A_TIME = 10_000
_STRETCH = 200_000
"""Characters that are taken in at a time: the longest text has a hundred times as many."""


@dataclass(slots=True)
class Learned:
    """Counts of words, of those with a capital inside a sentence, and of words right after each other (these
    in the order of the alphabet)."""

    words: Counter[str] = field(default_factory=Counter)
    capitals: Counter[str] = field(default_factory=Counter)
    pairs: Mapping[tuple[str, str], int] = field(default_factory=dict)
    documents: int = 0

    @property
    def total(self) -> int:
        """The number of words."""
        return self.words.total()

    def digest(self) -> str:
        """Equal for equal counts, whatever order the texts came in."""
        told = hashlib.sha256()
        counted: tuple[Iterable[str], ...] = (
            (f"{word} {times}\n" for word, times in sorted(self.words.items())),
            (f"{word} {times}\n" for word, times in sorted(self.capitals.items())),
            (f"('{first}', '{second}') {times}\n" for (first, second), times in self.pairs.items()),
        )
        for lines in map(iter, counted):
            while some := "".join(islice(lines, _LINES_AT_A_TIME)):
                told.update(some.encode())
            told.update(b"\0")
        return told.hexdigest()[:16]


def learn(texts: Iterable[str], fewest_together: int = 2) -> Learned:
    """Count the words of undamaged texts.

    The texts should come in an order of their own (by id): where there are more than `MOST_WORDS` words, or
    too many pairs to hold, the first ones count. Pairs that come less than `fewest_together` times teach
    nothing and are left out.
    """
    # Here, since the processes that read open lexicons and never learn: they do without numpy.
    from remissarkiv.language.lexicon.counting import Tally

    tally = Tally()
    total = documents = 0
    for text in texts:
        total += sum(tally.take_in(text[start:end]) for start, end in _stretches(text))
        documents += 1
        if total >= MOST_WORDS:
            break
    return Learned(tally.words(), tally.capitals(), tally.pairs(fewest_together), documents)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where a long text is cut: at the end of a line, which parts words from each other as well as the end of
    a sentence; only a line that is as long as a stretch itself is cut between two words."""
    start = 0
    while len(text) - start > _STRETCH:
        end = text.find("\n", start + _STRETCH, start + 2 * _STRETCH)
        if end < 0:
            end = text.find(" ", start + 2 * _STRETCH)
        if end < 0:
            break
        yield start, end
        start = end
    yield start, len(text)
