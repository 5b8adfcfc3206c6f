"""Make `indexer/repair/channel.tsv`: how letters come out when an OCR program without Swedish reads them.

    python -m training.channel --data ../shared/data

The tuning half of `ocr_pairs.jsonl` (`training/pages.py`) is aligned word by word, then letter by letter: one
or two letters that were written stand for none, one or two that were read. Which belong together is found by
repeating: align by the costs so far, count, take the counts for costs (hard expectation-maximisation, as
E. Brill and R. Moore do in "An Improved Error Model for Noisy Channel Spelling Correction", ACL 2000).
"""

import argparse
import difflib
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.pages import halves, load_pages

TABLE = Path(__file__).parents[1] / "indexer" / "repair" / "channel.tsv"
ROUNDS = 4
FEWEST = 2
"""A reading seen less often is not kept."""

_SPACES = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (2, 2))
_START = {(1, 1): 3.0, (1, 2): 5.0, (2, 1): 5.0, (1, 0): 6.0, (0, 1): 6.0, (2, 2): 7.0}
_SMOOTHING = 5.0
_SHARE = 0.6

PRIOR: dict[str, str] = {
    "å": "a a a a a d é 4 & i ai o e",
    "ä": "a a a a d d d é é é i i i ii ia ai éi dé 4 & e o",
    "ö": "o o o o o é é é d d 6 6 0 oé od dé é6 ô g i @",
    "i": "1 1 l | ! [",
    "l": "1 | I i ] [ !",
    "é": "e é6",
}
"""Readings that other scanners and fonts give; the pages of the data are set in few. Each mention weighs
`_PRIOR_SHARE` of how often the letter stands in the data. Counted in real tjänsteutlåtanden."""

_PRIOR_SHARE = {"å": 0.01, "ä": 0.01, "ö": 0.01, "i": 0.0007, "l": 0.0003, "é": 0.05}

Reading = tuple[str, str]


def word_pairs(clean: str, read: str) -> Iterator[tuple[str, str]]:
    """The words of a page (lower case, without the signs around them) with what was read of each."""
    written, seen = clean.split(), read.split()
    matcher = difflib.SequenceMatcher(None, written, seen, autojunk=False)
    for _, first, last, start, end in matcher.get_opcodes():
        if last - first == end - start:
            for one, other in zip(written[first:last], seen[start:end], strict=True):
                pair = _bare(one), other.lower().strip(".,;:()\"”'’“–-—•")
                if pair[0].isalpha() and pair[1]:
                    yield pair


def _bare(word: str) -> str:
    return word.lower().strip(".,;:()\"”'’“–-—•*?!")


def aligned(written: str, read: str, costs: dict[Reading, float]) -> tuple[float, list[Reading]]:
    """The cheapest way in which one was read as the other: its cost, and which letters became which."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(written) + 1):
        for j in range(len(read) + 1):
            here = best.get((i, j))
            if here is None:
                continue
            for a, b in _SPACES:
                if i + a > len(written) or j + b > len(read):
                    continue
                one, other = written[i : i + a], read[j : j + b]
                step = 0.05 if one == other and a == 1 else costs.get((one, other), _START[a, b] + 1)
                if (a, b) in ((2, 2), (2, 1), (1, 2)) and (one, other) not in costs:
                    step = _START[a, b] + 2
                total = here[0] + step
                if (i + a, j + b) not in best or total < best[i + a, j + b][0]:
                    best[i + a, j + b] = total, (i, j)
    path: list[Reading] = []
    place = (len(written), len(read))
    while place != (0, 0):
        came = best[place][1]
        path.append((written[came[0] : place[0]], read[came[1] : place[1]]))
        place = came
    return best[len(written), len(read)][0], path[::-1]


def train(pairs: Iterable[tuple[str, str]]) -> tuple[Counter[Reading], Counter[str]]:
    """How often each reading was seen, and each letter or pair of letters written."""
    known = Counter(pairs)
    written: Counter[str] = Counter()
    for (word, _), times in known.items():
        for place, letter in enumerate(word):
            written[letter] += times
            if place:
                written[word[place - 1 : place + 1]] += times
        written[""] += times * (len(word) + 1)
    costs: dict[Reading, float] = {}
    counts: Counter[Reading] = Counter()
    for _ in range(ROUNDS):
        counts = Counter()
        for (word, read), times in known.items():
            if word == read:
                counts.update({(letter, letter): times * word.count(letter) for letter in set(word)})
                continue
            if abs(len(word) - len(read)) > 3:
                continue
            _, path = aligned(word, read, costs)
            wrong = sum(one != other for one, other in path)
            if wrong <= max(1, _SHARE * len(path)):
                for step in path:
                    counts[step] += times
        costs = {
            reading: -math.log(times / (written[reading[0]] + _SMOOTHING))
            for reading, times in counts.items()
            if times >= FEWEST
        }
    return Counter({reading: times for reading, times in counts.items() if times >= FEWEST}), written


def main() -> None:
    """Train and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = parser.parse_args().data / "ocr_pairs.jsonl"
    if not data.exists():
        raise SystemExit(f"{data}: not present")
    tuning, _ = halves(load_pages(data))
    counts, written = train(pair for page in tuning for pair in word_pairs(page.clean, page.ocr))
    for letter, readings in PRIOR.items():
        for reading in readings.lower().split():
            counts[letter, reading] += max(1, round(written[letter] * _PRIOR_SHARE[letter]))
    lines = [
        "# How letters come out when an OCR program without Swedish reads them: written, read, times seen,",
        "# cost (negative natural logarithm of the share). Made by training/channel.py "
        f"from {len(tuning)} pages.",
    ]
    for (one, other), times in sorted(counts.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        cost = -math.log(times / (written[one] + _SMOOTHING))
        lines.append(f"{one}\t{other}\t{times}\t{cost:.2f}")
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TABLE}: {len(counts)} readings")


if __name__ == "__main__":
    main()
