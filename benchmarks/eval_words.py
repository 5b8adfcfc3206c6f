"""How well are forms joined and compounds taken apart, how fast, and what does it cost the index?

    python -m benchmarks.eval_words --data ../shared/data [--cases]

Families (`tests/cases/language/families.txt`, one a line): a family is *joined* when every two of its forms
share an inflection key, all pairs, not only those with the headword. Two families are *mixed* when a form of
one and a form of the other share a key. Every pair that fails is named.

Compounds (words with `+` between their parts): what the decompounder makes of each word is compared with the
label. *Precision* is the share of the words it split that are compounds, *recall* the share of the compounds
that it split. Both are also given *strictly*: there a compound counts as found only if every cut stands where
the label has one. Fewer cuts are allowed (`skuld+rådgivning` for `skuld+råd+givning`), but one cut elsewhere
spoils the word, for precision too. *Exact* is the share of compounds with just the cuts of the label.
`tests/cases/language/compounds.txt` was labelled before there was a decompounder; its constants were set on
the list of the sample data.

Speed: word types of `documents.jsonl.gz` per second of processor time, each seen for the first time.
Postings: distinct terms of each document, added up, of the field `text` and of one with Snowball stems alone.
"""

import argparse
import gzip
import json
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from remissarkiv.language.compounds import split
from remissarkiv.language.keys import word_keys
from remissarkiv.language.parts import part_keys
from remissarkiv.language.stem import stem
from remissarkiv.language.tokens import tokenize

CASES = Path(__file__).parents[1] / "tests" / "cases" / "language"
TIMED = 5_000


class Families(NamedTuple):
    """`apart` names the pairs of forms without a common key, `mixed` the pairs of families with one."""

    count: int
    joined: int
    apart: tuple[tuple[str, str], ...]
    mixed: tuple[tuple[str, str, str], ...]


def families(path: Path) -> Families:
    """How the families of a file fare; `mixed` gives the key and the two headwords."""
    rows = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    apart = []
    joined = 0
    owners: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        keys = {form: set(word_keys(form)) for form in row}
        failing = [pair for pair in combinations(row, 2) if keys[pair[0]].isdisjoint(keys[pair[1]])]
        joined += not failing
        apart += failing
        for key in sorted(set().union(*keys.values())):
            owners[key][row[0]] = None
    mixed = [(key, *pair) for key, heads in owners.items() for pair in combinations(heads, 2)]
    return Families(len(rows), joined, tuple(apart), tuple(mixed))


class Compounds(NamedTuple):
    """Shares of 1, as this module defines them; `wrong` tells label and split of every word that is not as
    it should be."""

    precision: float
    recall: float
    strict_precision: float
    strict_recall: float
    exact: float
    wrong: tuple[str, ...]


def compounds(path: Path) -> Compounds:
    """How the labelled words of a file fare."""
    found = right = exact = split_words = all_compounds = 0
    wrong = []
    for label in path.read_text(encoding="utf-8").split():
        parts = split(label.replace("+", ""))
        true, made = _cuts(label.split("+")), _cuts(parts)
        all_compounds += bool(true)
        split_words += bool(made)
        found += bool(true and made)
        right += bool(true and made and made <= true)
        exact += bool(true and made == true)
        if bool(true) != bool(made) or not made <= true:
            wrong.append(f"{label}: {'+'.join(parts)}")
    return Compounds(
        found / split_words,
        found / all_compounds,
        right / split_words,
        right / all_compounds,
        exact / all_compounds,
        tuple(wrong),
    )


def _cuts(parts: Iterable[str]) -> set[int]:
    """Where the parts are joined; empty for a single one."""
    cuts: list[int] = []
    for part in parts:
        cuts.append((cuts[-1] if cuts else 0) + len(part))
    return set(cuts[:-1])


def postings(documents: list[set[str]]) -> tuple[int, int, int]:
    """Postings of stems alone, of the field `text`, and of the field `parts`."""

    def count(terms: Callable[[str], Iterable[str]]) -> int:
        return sum(len({term for word in words for term in terms(word)}) for words in documents)

    return count(lambda word: (stem(word) if word.isalpha() else word,)), count(word_keys), count(part_keys)


def _rate(work: Callable[[str], object], words: list[str]) -> float:
    begin = time.process_time()
    for word in words:
        work(word)
    return len(words) / (time.process_time() - begin)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with compounds.txt, documents.jsonl.gz"
    )
    parser.add_argument("--cases", action="store_true", help="list every compound that is not as labelled")
    options = parser.parse_args()
    joined = families(CASES / "families.txt")
    print(f"families  {joined.joined} of {joined.count} joined, {len(joined.mixed)} pairs mixed")
    for one, other in joined.apart:
        print(f"    apart: {one} {word_keys(one)}, {other} {word_keys(other)}")
    for key, one, other in joined.mixed:
        print(f"    mixed: {one}, {other} by {key}")
    for name, path in (("sample", options.data / "compounds.txt"), ("unseen", CASES / "compounds.txt")):
        score = compounds(path)
        print(
            f"compounds {name}: precision {score.precision:.3f} recall {score.recall:.3f}; "
            f"strictly {score.strict_precision:.3f} {score.strict_recall:.3f}; exact {score.exact:.3f}"
        )
        for case in score.wrong if options.cases else ():
            print(f"    {case}")
    with gzip.open(options.data / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = [{token.text for token in tokenize(json.loads(line)["text"])} for line in lines]
    types = sorted(set().union(*documents))
    random.Random(4).shuffle(types)
    print(f"speed     cold {_rate(split, types[:TIMED]):,.0f} types/s split", end=", ")
    print(f"{_rate(lambda word: (word_keys(word), part_keys(word)), types[TIMED : 2 * TIMED]):,.0f} analysed")
    stems, text, parts = postings(documents)
    print(
        f"postings  {len(documents)} documents: stems {stems:,}, text {text:,} ({text / stems - 1:+.1%})",
        end=", ",
    )
    print(f"parts {parts:,} ({parts / stems:.1%} of stems)")


if __name__ == "__main__":
    main()
