"""How well is it understood what documents conclude: verdicts, positions, decisions, and whose they are?"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.conclusion_cases import (
    LABEL,
    Case,
    Comparison,
    Found,
    compare,
    read_cases,
    sentence,
    understood,
)
from remissarkiv.domain import Document


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, and with `--cases` every error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="cases as JSON lines")
    parser.add_argument("--cases", action="store_true", help="print every error")
    options = parser.parse_args(arguments)
    cases = [case for file in options.files for case in read_cases(file)]
    read = {case.id: understood(case) for case in cases}
    for apart in (False, True):
        some = [case for case in cases if case.is_apart is apart]
        if some:
            _report("conditional and borderline" if apart else "plain", some, read, show=options.cases)
    return 0


def _report(name: str, cases: Iterable[Case], read: dict[str, list[Document]], *, show: bool) -> None:
    cases = list(cases)
    print(f"{name}: {len(cases)} cases")
    attributed: Counter[str] = Counter()
    for sort, label in LABEL.items():
        compared = [one for case in cases if (one := compare(case, read[case.id], sort)) is not None]
        right = sum(len(one.right) for one in compared)
        false = sum(len(one.false) for one in compared)
        missed = sum(len(one.missed) for one in compared)
        precision, recall = right / (right + false or 1), right / (right + missed or 1)
        print(
            f"  {label:9} precision {precision:.3f}  recall {recall:.3f}  ({right} right, {false} false, {missed} missed)"
        )
        for one in compared:
            for wanted, found, document in one.right:
                _attribute(attributed, sort, wanted, found, one, document, show=show)
        if show:
            for one in compared:
                _print_errors(one, label)
    _sympathy(cases, read, show=show)
    for what in ("actor", "actor_kind", "status", "form", "certain", "grounds", "principles"):
        if attributed[f"{what} all"]:
            share = attributed[what] / attributed[f"{what} all"]
            print(f"  {what:10} {share:.3f} of {attributed[f'{what} all']}")


def _sympathy(cases: Iterable[Case], read: dict[str, list[Document]], *, show: bool) -> None:
    asked = [case for case in cases if "sympathy" in case.expected]
    wrong = [
        case
        for case in asked
        if any(document.sympathy for document in read[case.id]) != case.expected["sympathy"]
    ]
    print(f"  sympathy  {len(asked) - len(wrong)} of {len(asked)}")
    for case in wrong if show else ():
        print(f"    {case.id} sympathy should be {case.expected['sympathy']}")


def _attribute(
    counts: Counter[str],
    sort: str,
    wanted: dict[str, Any],
    found: Found,
    one: Comparison,
    document: Document,
    *,
    show: bool,
) -> None:
    """Count whether who said it, in which role, and on which ground is right too."""
    told: dict[str, Any] = {
        "actor": found.actor.name.lower(),
        "actor_kind": found.actor.kind.value,
        "status": found.status.value,
        "certain": found.certain,
    }
    told["form"] = getattr(found, "form", "")
    told["grounds"] = set(getattr(found, "grounds", ()))
    told["principles"] = {principle.value for principle in getattr(found, "principles", ())}
    right = dict(wanted)
    if "body" in right:
        right["actor"] = right["body"]
    if "actor" in right:
        right["actor"] = right["actor"].lower()
    for key in ("grounds", "principles"):
        if key in right:
            right[key] = set(right[key])
    for key, value in told.items():
        if key in right:
            counts[f"{key} all"] += 1
            counts[key] += right[key] == value
            if show and right[key] != value:
                wrong = f"{key}: {value!r} should be {right[key]!r}"
                print(f"    {one.case.id} {sort} {wrong}: {sentence(document, found)[:110]}")


def _print_errors(one: Comparison, label: str) -> None:
    for wanted in one.missed:
        print(f"    {one.case.id} missed {wanted.get(label, label)}: {wanted['at']}")
    for found, document in one.false:
        what = f"{getattr(found, label).value} ({found.actor.name})"
        print(f"    {one.case.id} false {what}: {sentence(document, found)[:160]}")


if __name__ == "__main__":
    sys.exit(main())
