"""What the undamaged documents of an archive teach: their words, and which follow on which."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from remissarkiv.language.lexicon.lexicon import NUMBER
from remissarkiv.language.tokens import cut_at_words, fold_case, tokenize

MOST_WORDS = 30_000_000
"""Words of text that are learned from; more teach next to nothing and cost memory."""

_MOST_PAIRS = 3_000_000
"""Pairs held at a time; beyond it those seen once so far are forgotten."""

_LINES_AT_A_TIME = 10_000
_STRETCH = 200_000
"""Characters that are taken in at a time: the longest text has a hundred times as many."""


_WORD = re.compile(r"[a-zåäöéèêëüàáâíóôúçñæøß]{1,40}")
_SENTENCE_END = frozenset(".!?:\n•–")


@dataclass(slots=True)
class Learned:
    """Counts of words, of those with a capital inside a sentence, and of words right after each other."""

    words: Counter[str] = field(default_factory=Counter)
    capitals: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    documents: int = 0

    @property
    def total(self) -> int:
        """The number of words."""
        return self.words.total()

    def digest(self) -> str:
        """Equal for equal counts, whatever order the texts came in."""
        told = hashlib.sha256()
        counted: tuple[Counter[Any], ...] = (self.words, self.capitals, self.pairs)
        for counts in counted:
            lines = (f"{key} {counts[key]}\n" for key in sorted(counts))
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
    learned = Learned()
    total = 0
    for text in texts:
        total += sum(_take_in(text[start:end], learned) for start, end in _stretches(text))
        learned.documents += 1
        if len(learned.pairs) > _MOST_PAIRS:
            learned.pairs = Counter({pair: n for pair, n in learned.pairs.items() if n > 1})
        if total >= MOST_WORDS:
            break
    learned.pairs = Counter({pair: n for pair, n in learned.pairs.items() if n >= fewest_together})
    return learned


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


def _take_in(text: str, learned: Learned) -> int:
    """Count what a stretch of text has, first as lists: those are counted in one go. Returns the number of
    words."""
    before = ""
    words: list[str] = []
    capitals: list[str] = []
    pairs: list[tuple[str, str]] = []
    known = learned.words
    for gap, shown, token in _tokens(text):
        # What was counted before is known to be a word; only what is new is looked at letter by letter.
        if token in known or _WORD.fullmatch(token):
            word = token
        elif token[0].isdigit():
            word = NUMBER
        else:
            before = ""
            continue
        words.append(word)
        if before and (gap == " " or _SENTENCE_END.isdisjoint(gap)):
            pairs.append((before, word))
            if shown[0].isupper() and not shown.isupper() and word is token:
                capitals.append(word)
        before = word
    learned.words.update(words)
    learned.capitals.update(capitals)
    learned.pairs.update(pairs)
    return len(words)


def _tokens(text: str) -> Iterator[tuple[str, str, str]]:
    """The tokens of a text, each with what stands before it and how it is written there, which come first."""
    fold = str.lower if unicodedata.is_normalized("NFC", text) else fold_case
    pieces = cut_at_words(text)
    for gap, run in zip(pieces[::2], pieces[1::2], strict=False):  # behind the last word stands a gap
        if run.isalnum():
            yield gap, run, fold(run)
            continue
        end = 0
        for token, span in tokenize(run):
            yield run[end : span.start] if end else gap, run[span.start : span.end], token
            end = span.end
