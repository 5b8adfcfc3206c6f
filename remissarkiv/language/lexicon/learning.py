"""What the undamaged documents of an archive teach: their words, and which follow on which."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from remissarkiv.language.lexicon.lexicon import NUMBER
from remissarkiv.language.tokens import tokenize

MOST_WORDS = 30_000_000
"""Words of text that are learned from; more teach next to nothing and cost memory."""

_MOST_PAIRS = 3_000_000
"""Pairs held at a time; beyond it those seen once so far are forgotten."""

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
        for counts in (self.words, self.capitals, self.pairs):
            for key, count in sorted(counts.items()):
                told.update(f"{key} {count}\n".encode())
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
        total += _take_in(text, learned)
        learned.documents += 1
        if len(learned.pairs) > _MOST_PAIRS:
            learned.pairs = Counter({pair: n for pair, n in learned.pairs.items() if n > 1})
        if total >= MOST_WORDS:
            break
    learned.pairs = Counter({pair: n for pair, n in learned.pairs.items() if n >= fewest_together})
    return learned


def _take_in(text: str, learned: Learned) -> int:
    before = ""
    end = count = 0
    words, capitals, pairs = learned.words, learned.capitals, learned.pairs
    for token in tokenize(text):
        gap = text[end : token.span.start]
        new = not _SENTENCE_END.isdisjoint(gap)
        end = token.span.end
        if _WORD.fullmatch(token.text):
            word = token.text
            if (
                not new
                and before
                and text[token.span.start].isupper()
                and not text[token.span.start : end].isupper()
            ):
                capitals[word] += 1
        elif token.text[0].isdigit():
            word = NUMBER
        else:
            before = ""
            continue
        count += 1
        words[word] += 1
        if before and not new:
            pairs[before, word] += 1
        before = word
    return count
