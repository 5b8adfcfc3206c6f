"""How well are documents joined to ärenden, and is the matrix of remissinstanser what a person reads?"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.matter_archives import Case, indexed, joined, pairs, read_archives
from remissarkiv import Archive
from remissarkiv.matters import Matter
from remissarkiv.matters.instanser import same
from remissarkiv.matters.matrix import DecidedBy, Row, matrix
from remissarkiv.matters.outcome import Followed, final, rounds

CELLS = ("rows", "asked", "answered", "stance", "verdict", "by", "outcome", "followed")
"""What of a matrix is compared."""


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
    told = {key: (counts[f"{key} right"], counts[f"{key} all"]) for key in CELLS if counts[f"{key} all"]}
    print("matrix: " + ", ".join(f"{key} {right} of {every}" for key, (right, every) in told.items()))
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
        _measure_rows(archive, case, found.matters, counts, show=show)
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


def _measure_rows(
    archive: Archive, case: Case, matters: Mapping[str, Matter], counts: Counter[str], *, show: bool
) -> None:
    """Compare the matrix of the case's remiss, cell by cell."""
    told = case.expected.get("rows")
    if not told:
        return
    matter = matters[told["remiss"]]
    documents = list(archive.catalog.documents(matter.documents, archive.guest_access()).values())
    rows = matrix(documents)
    settled = final(rounds(documents))
    cells: list[tuple[str, str, object, object]] = [
        ("outcome", "", told.get("outcome"), settled and settled.outcome),
        ("rows", "", len(told["matrix"]), len(rows)),
    ]
    by_name = {wanted["instans"]: _row_of(rows, wanted["instans"]) for wanted in told["matrix"]}
    for wanted in told["matrix"]:
        shown = _cells(by_name[wanted["instans"]])
        cells += [(key, wanted["instans"], wanted[key], shown[key]) for key in shown if key in wanted]
    for name, way in (told.get("followed") or {}).items():
        row = by_name.get(name) or _row_of(rows, name)
        got = None if row is None or row.followed is None else row.followed is not Followed.NO
        cells.append(("followed", name, way, got))
    for key, name, expected, got in cells:
        counts[f"{key} all"] += 1
        counts[f"{key} right"] += (expected or "") == (got or "")
        if show and (expected or "") != (got or ""):
            print(f"  {case.id} {name} {key}: {got!s} should be {expected!s}")


def _row_of(rows: Sequence[Row], name: str) -> Row | None:
    return next((row for row in rows if same(row.name, name)), None)


def _cells(row: Row | None) -> dict[str, object]:
    """A row as the cases tell it."""
    if row is None:
        return {"asked": False, "answered": False, "stance": "", "verdict": "", "by": ""}
    by = ""
    if row.answers:
        by = "förvaltning" if row.decided_by is DecidedBy.OFFICE else row.kind.value
    return {
        "asked": row.asked,
        "answered": bool(row.answers),
        "stance": row.stance or "",
        "verdict": row.verdict or "",
        "by": by,
    }


def between(
    links: Iterable[Iterable[str]], home: Mapping[str, frozenset[str]]
) -> set[frozenset[frozenset[str]]]:
    """Links between files as links between their ärenden."""
    return {frozenset(home[file] for file in pair) for pair in links}


if __name__ == "__main__":
    sys.exit(main())
