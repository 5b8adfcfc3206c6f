"""How well are documents joined to ärenden, and is the matrix of remissinstanser what a person reads?"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.matter_archives import Case, indexed, joined, pairs, read_archives


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, and with `--cases` every error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="archives as JSON lines")
    parser.add_argument("--cases", action="store_true", help="print every error")
    options = parser.parse_args(arguments)
    counts: Counter[str] = Counter()
    for file in options.files:
        for case in read_archives(file):
            _measure(case, counts, show=options.cases)
    right, wrong, missed = counts["right"], counts["wrong"], counts["missed"]
    print(f"archives {counts['archives']}, ärenden {counts['matters']}, exactly right {counts['exact']}")
    print(f"joins: {wrong} wrong, {right} of {right + missed} right ({right / (right + missed or 1):.3f})")
    print(f"guesses: {counts['guessed']} of {counts['guesses']} offered, {counts['false guesses']} besides")
    print(f"links: {counts['linked']} of {counts['links']} shown, {counts['false links']} besides")
    return 0


def _measure(case: Case, counts: Counter[str], *, show: bool) -> None:
    with indexed(case) as archive:
        found = joined(archive, case)
        wanted, got = pairs(case.matters), pairs(found.groups)
        counts["archives"] += 1
        counts["matters"] += len(case.matters)
        counts["exact"] += len({frozenset(group) for group in case.matters} & set(found.groups))
        counts["right"] += len(wanted & got)
        counts["wrong"] += len(got - wanted)
        counts["missed"] += len(wanted - got)
        home = {file: frozenset(group) for group in case.matters for file in group}
        asked = [(loose, member) for loose, member in case.expected.get("guesses") or ()]
        counts["guesses"] += len(asked)
        counts["guessed"] += sum(frozenset(pair) in found.guesses for pair in asked)
        fit = {frozenset((loose, file)) for loose, member in asked for file in home[member]}
        counts["false guesses"] += len(found.guesses - fit)
        links = between(case.expected.get("links") or (), home)
        shown = between(found.links, home)
        counts["links"] += len(links)
        counts["linked"] += len(links & shown)
        counts["false links"] += len(shown - links)
        if show:
            for name, some in (
                ("wrong join", got - wanted),
                ("missed join", wanted - got),
                ("missed guess", {frozenset(pair) for pair in asked} - found.guesses),
                ("false guess", found.guesses - fit),
                ("missed link", {frozenset(map(min, pair)) for pair in links - shown}),
                ("other link", {frozenset(map(min, pair)) for pair in shown - links}),
            ):
                for pair in sorted(map(sorted, some)):
                    print(f"  {case.id} {name}: {' + '.join(pair)}")


def between(
    links: Iterable[Iterable[str]], home: Mapping[str, frozenset[str]]
) -> set[frozenset[frozenset[str]]]:
    """Links between files as links between their ärenden."""
    return {frozenset(home[file] for file in pair) for pair in links}


if __name__ == "__main__":
    sys.exit(main())
