"""Make `firsts.txt` and `lasts.txt` of `remissarkiv/language/compounds/` from the words of the base lexicon.

    python -m training.compound_parts

Nobody has marked these words. But a true part stands in many compounds with other true parts (`arbets-`
before `plats`, `tid`, `ro`; `-plats` after `arbets`, `park`, `lek`), while a chance cut (`kont|roll`) stands
alone or before chance words. So every cut of every word votes for its two sides, and in a few rounds each
vote is weighted by how well the other side is known. The counts are of a list that is under CC BY-SA 4.0
(`frequencies.LICENSE`), and so are the tables.
"""

import gzip
import sys
from collections import Counter, defaultdict
from pathlib import Path

from remissarkiv.language.compounds.bases import bases
from remissarkiv.language.compounds.elements import elements
from remissarkiv.language.dictionary import lemma

LANGUAGE = Path(__file__).parents[1] / "remissarkiv" / "language"
ROUNDS = 4
DOUBT = 5.0
"""A side known from this many cuts is believed by half."""

_LEAST = 0.5
_RAREST_LAST = 16.0
_RAREST_SHORT = 13.0
_CENTIBEL = 0.02302585


def main() -> None:
    """Write both tables: lines of `weight: word word …`, the most productive first."""
    costs = _costs()
    lasts = _possible_lasts(costs)
    cuts = set()
    for word in costs:
        if len(word) < 6 or lemma(word) is None:
            continue
        for place in range(2, len(word) - 2):
            last = lasts.get(word[place:])
            if last is not None and _possible_first(word[:place]):
                cuts.add((word[:place], last))
    firsts, ends = Counter(first for first, _ in cuts), Counter(last for _, last in cuts)
    weighted_firsts: dict[str, float] = dict(firsts)
    weighted_lasts: dict[str, float] = dict(ends)
    for _ in range(ROUNDS):
        next_firsts: dict[str, float] = defaultdict(float)
        next_lasts: dict[str, float] = defaultdict(float)
        for first, last in sorted(cuts):
            next_firsts[first] += weighted_lasts[last] / (weighted_lasts[last] + DOUBT)
            next_lasts[last] += weighted_firsts[first] / (weighted_firsts[first] + DOUBT)
        weighted_firsts, weighted_lasts = next_firsts, next_lasts
    _write("firsts.txt", "First parts of compounds", weighted_firsts)
    _write("lasts.txt", "Dictionary forms of last parts of compounds", weighted_lasts)


def _costs() -> dict[str, float]:
    table = gzip.decompress((LANGUAGE / "lexicon" / "frequencies.txt.gz").read_bytes()).decode()
    costs = {}
    for line in table.splitlines():
        centibels, _, words = line.partition(": ")
        costs.update(dict.fromkeys(words.split(), int(centibels) * _CENTIBEL))
    return costs


def _possible_lasts(costs: dict[str, float]) -> dict[str, str]:
    lists = elements()
    found = {}
    for word, cost in costs.items():
        if len(word) < 3 or cost > (_RAREST_LAST if len(word) > 3 else _RAREST_SHORT):
            continue
        if word in lists.endings or (len(word) == 3 and word not in lists.short):
            continue
        form = lemma(word)
        if form is not None:
            found[word] = form
    return found


def _possible_first(first: str) -> bool:
    lists = elements()
    if first in lists.particles or (len(first) < 3 and first not in lists.short):
        return False
    return bool(bases(first))


def _write(name: str, what: str, weights: dict[str, float]) -> None:
    by_weight: dict[float, list[str]] = defaultdict(list)
    for word, weight in sorted(weights.items()):
        if weight >= _LEAST:
            by_weight[round(weight) if weight >= 10 else round(2 * weight) / 2].append(word)
    lines = [f"# {what} and how productive they are; made by training/compound_parts.py."]
    for weight, words in sorted(by_weight.items(), reverse=True):
        lines.append(f"{weight:g}: {' '.join(words)}")
    path = LANGUAGE / "compounds" / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{path.name}: {sum(map(len, by_weight.values()))} words, {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
