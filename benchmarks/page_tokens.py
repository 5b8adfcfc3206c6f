"""What repair makes of each word of a badly read page: the true words beside those that were read.

Alignment. True page, page as read and page as repaired are cut into tokens by the program's tokenizer. Two
pages are laid side by side in two steps: first the longest runs of words with equal skeletons
(`remissarkiv.language.skeleton`; difflib), then, in the gaps between them, the cheapest way through (dynamic
programming): one word for one costs `1 - likeness` (difflib's ratio of their skeletons), two for one the same
of the glued pair and `SPLIT` more, a word without a partner `ALONE`. So each true word has what stands for it
on the other page: a word, two ("med" "born"), part of one, or nothing.

Words are compared without regard to capitals, intact ones with.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from benchmarks.ocr_pages import normal_text
from benchmarks.page_words import is_asked
from indexer.normalise import NormalText
from indexer.repair import repair
from remissarkiv.language.damage import estimate
from remissarkiv.language.lexicon import Lexicon
from remissarkiv.language.skeleton import skeleton
from remissarkiv.language.tokens import tokenize
from training.pages import Page

SPLIT = 0.2
ALONE = 0.6


@dataclass(slots=True)
class TokenCounts:
    """Counts over the words of pages. `*_before` is the same of the page as it was read.

    `words` are the true ones; `right` those that stand there after repair; `marked` the damaged ones with
    å, ä or ö, `restored` those of them that are right after repair; `intact` the words read right,
    `changed` the cases of those that repair changed all the same, as (page, word, what became of it);
    `still` counts the words that are wrong after repair, as (true, read, repaired).
    """

    words: int = 0
    right_before: int = 0
    right: int = 0
    marked: int = 0
    restored: int = 0
    intact: int = 0
    names: int = 0
    names_right_before: int = 0
    names_right: int = 0
    changed: list[tuple[str, str, str]] = field(default_factory=list)
    still: Counter[tuple[str, str, str]] = field(default_factory=Counter)


def count_tokens(pages: Sequence[Page], lexicon: Lexicon, names: frozenset[str]) -> TokenCounts:
    """What repair with this lexicon makes of the words of the pages."""
    counts = TokenCounts()
    for page in pages:
        true = written(normal_text(page.clean).text)
        normal = normal_text(page.ocr)
        read = partners(true, written(normal.text))
        made = partners(true, written(repaired(normal, lexicon).text))
        for word, before, after in zip(true, read, made, strict=True):
            _count(counts, page.id, word, before, after, names)
    return counts


def repaired(normal: NormalText, lexicon: Lexicon) -> NormalText:
    """The text as the indexer repairs it: only where it shows damage."""
    damage = estimate(normal.text, normal.pages)
    return repair(normal, damage, lexicon)[0] if damage.damaged else normal


def written(text: str) -> list[str]:
    """The words of a text as they are written there."""
    return [text[token.span.start : token.span.end] for token in tokenize(text)]


def _count(counts: TokenCounts, page: str, word: str, before: str, after: str, names: frozenset[str]) -> None:
    low = word.lower()
    right = after.lower() == low
    counts.words += 1
    counts.right_before += before.lower() == low
    counts.right += right
    if before.lower() != low and not set("åäö").isdisjoint(low):
        counts.marked += 1
        counts.restored += right
    if before == word:
        counts.intact += 1
        if after != word:
            counts.changed.append((page, word, after))
    if is_asked(low) and low in names:
        counts.names += 1
        counts.names_right_before += before.lower() == low
        counts.names_right += right
    if not right:
        counts.still[low, before.lower(), after.lower()] += 1


def partners(true: Sequence[str], other: Sequence[str]) -> list[str]:
    """For each true word what stands for it among the others; two words with a blank between, "" for none.
    Of words that were glued together each has the whole."""
    left = [skeleton(word.lower()) for word in true]
    right = [skeleton(word.lower()) for word in other]
    found = [""] * len(true)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            found[i:j] = other[k:m]
        else:
            for place, number, begin, end in _through(left[i:j], right[k:m]):
                for index in range(place, place + number):
                    found[i + index] = " ".join(other[k + begin : k + end])
    return found


def _through(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The cheapest way through a gap: (place, number of true words, begin and end of the others)."""
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            ways = [
                (best[i - a, j - b][0] + _price(left[i - a : i], right[j - b : j]), a, b)
                for a, b in ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1))
                if i >= a and j >= b
            ]
            if ways:
                best[i, j] = min(ways)
    i, j = len(left), len(right)
    while i or j:
        _, a, b = best[i, j]
        i, j = i - a, j - b
        if a and b:
            yield i, a, j, j + b


def _price(left: Sequence[str], right: Sequence[str]) -> float:
    if not left or not right:
        return ALONE
    likeness = SequenceMatcher(None, "".join(left), "".join(right), autojunk=False).ratio()
    return 1 - likeness + (SPLIT if len(left) != len(right) else 0.0)
