"""Suggest which provisions of an old and a new act correspond, from what other acts say of both.

    python -m training.references --data ../shared/data

An act that was rewritten after a change repeats a sentence of an older one with another reference: `Av 1
kap. 5 § sekretesslagen framgår att socialnämnden ...` became `Av 10 kap. 2 § offentlighets- och
sekretesslagen framgår att socialnämnden ...`. So the sentences of all statutes that cite an act of one
lineage are compared without their references, and two that are alike suggest that what they cite
corresponds. Nothing is written: a person reads each pair, and what corresponds goes into
`remissarkiv/acts/counterparts.tsv` with both statutes as source. This is the way to acts whose own text is
not at hand.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from remissarkiv.acts import act, all_acts, successors
from remissarkiv.citations import act_of, find_citations, provision_of
from training.counterparts import runs, statutes

_SENTENCE = re.compile(r"\n+|(?<=\.) (?=[A-ZÅÄÖ])")
_REFERENCE = re.compile(
    r"\(?\d{4}:\s?\d{1,4}\)?|\d+|\b(?:kap|första|andra|tredje|fjärde|stycket|och|samt|lagen|offentlighets|"
    r"sekretesslagen)\b",
    re.IGNORECASE,
)
_LONGEST = 900
_LIKE = 0.5
_FEWEST = 6


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a statute that cites provisions of one act."""

    statute: str
    act: str
    provisions: tuple[str, ...]
    runs: frozenset[tuple[str, ...]]
    text: str


def said(statute: str, text: str) -> Iterator[Said]:
    """Every sentence of a statute that cites §§ of an act in our table, once for each act."""
    for sentence in _SENTENCE.split(text):
        if "§" not in sentence or len(sentence) > _LONGEST:
            continue
        cited: dict[str, list[str]] = defaultdict(list)
        for citation in find_citations(sentence):
            number, provision = act_of(citation.key), provision_of(citation.key)
            if number is not None and provision is not None and act(number) is not None:
                cited[number].append(provision)
        words = frozenset(runs(_REFERENCE.sub(" ", sentence)))
        for number, provisions in cited.items():
            yield Said(statute, number, tuple(dict.fromkeys(provisions)), words, sentence)


def alike(sentences: list[Said]) -> Iterator[tuple[float, Said, Said]]:
    """Likeness, what is said of the newer act and what of the older one, where it is the same."""
    for at, first in enumerate(sentences):
        for second in sentences[at + 1 :]:
            if first.act == second.act:
                continue
            older, newer = sorted((first, second), key=lambda one: int(one.act[:4]))
            common = len(older.runs & newer.runs)
            least = min(len(older.runs), len(newer.runs))
            if common >= _FEWEST and common / least >= _LIKE:
                yield common / least, newer, older


def main() -> None:
    """Print the suggestions, the lineages one after the other."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments = parser.parse_args()
    last = {row.number: (successors(row.number) or (row,))[-1].number for row in all_acts()}
    by_lineage: dict[str, list[Said]] = defaultdict(list)
    for number, text in statutes(arguments.data).items():
        for sentence in said(number, text):
            by_lineage[last[sentence.act]].append(sentence)
    for sentences in by_lineage.values():
        for likeness, newer, older in alike(sentences):
            pair = f"{' '.join(newer.provisions)}\t{' '.join(older.provisions)}\t{likeness:.2f}"
            print(f"{pair}\t{newer.statute}: {newer.text}\t{older.statute}: {older.text}")


if __name__ == "__main__":
    main()
