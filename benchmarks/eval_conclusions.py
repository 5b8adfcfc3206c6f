"""How well is it understood what documents conclude: verdicts, positions, decisions, and whose they are?

    python -m benchmarks.eval_conclusions [FILE …] [--cases] [--ocr SEEDS] [--corpus]
    python -m benchmarks.eval_conclusions --data ../shared/data --none 300 --seed 1
    python -m benchmarks.eval_conclusions --data ../shared/data --speed

Without files: those of `tests/cases/conclusions`. Files whose name begins with `kept` are reported apart from
the others, by which the rules were made; in each the conditional and the borderline ones apart. The method
is told in `benchmarks/README.md`.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.conclusion_cases import Case, read_cases, understood
from benchmarks.conclusion_corpus import FIELDS, told_of_corpus
from benchmarks.conclusion_figures import Figures, lines
from benchmarks.conclusion_texts import extracted, of_corpus, sample, speed
from benchmarks.misreading import misread

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases" / "conclusions"
"""The name of the file of whole archives there, which `eval_matters` reads."""

KEPT = "kept"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures that are asked for, and with `--cases` every error."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, help="cases as JSON lines")
    parser.add_argument("--cases", action="store_true", help="print every error")
    parser.add_argument("--ocr", type=int, default=0, metavar="SEEDS", help="so often after OCR as well")
    parser.add_argument("--corpus", action="store_true", help="the sample archive as well")
    parser.add_argument("--data", type=Path, help="folder with documents.jsonl.gz")
    parser.add_argument("--none", type=int, default=0, metavar="N", help="what N real documents conclude")
    parser.add_argument("--seed", type=int, default=1, help="which documents, with --none")
    parser.add_argument("--speed", action="store_true", help="megabytes a second on one core")
    options = parser.parse_args(arguments)
    if (options.none or options.speed) and options.data is None:
        parser.error("--none and --speed need --data")
    if options.none:
        _print_found(options.data, options.none, options.seed)
    if options.speed:
        _print_speed(options.data)
    if options.files or not (options.none or options.speed):
        _print_cases(options.files or _own_cases(), options.ocr, show=options.cases)
    if options.corpus:
        _print_corpus(show=options.cases)
    return 0


def _own_cases() -> list[Path]:
    return sorted(CASES.glob("*.jsonl"))


def _print_cases(files: Iterable[Path], seeds: int, *, show: bool) -> None:
    every = [(file.stem.startswith(KEPT), case) for file in files for case in read_cases(file)]
    for is_kept in (False, True):
        for is_apart in (False, True):
            cases = [case for kept, case in every if kept is is_kept and case.is_apart is is_apart]
            if not cases:
                continue
            clean = measured(cases)
            read = measured(cases, seeds) if seeds else None
            sort = "conditional and borderline" if is_apart else "plain"
            print(f"{'kept' if is_kept else 'development'}, {sort}: {len(cases)} cases")
            for line in lines(clean, read):
                print(f"  {line}")
            for error in clean.errors if show else ():
                print(f"    {error}")
            for error in read.errors if show and read else ():
                print(f"    after OCR: {error}")


def measured(cases: Iterable[Case], seeds: int = 0) -> Figures:
    """What is understood of the cases as they are written, or with `seeds` as OCR would have left them, so
    many times."""
    figures = Figures()
    for case in cases:
        if not seeds:
            figures.add(case, understood(case))
        for seed in range(1, seeds + 1):
            text = misread(case.text, random.Random(f"{case.id} {seed}"))
            figures.add(case, understood(case, text), misread=True)
    return figures


def _print_corpus(*, show: bool) -> None:
    told = list(told_of_corpus())
    print("sample archive")
    for field in FIELDS:
        some = [one for one in told if one.field == field]
        right = sum(one.wanted == one.read for one in some)
        print(f"  {field:9} {right} of {len(some)} ({right / (len(some) or 1):.3f})")
        for one in some if show else ():
            if one.wanted != one.read:
                place = f"{one.path} {one.part}".strip()
                print(f"    {place}: {one.read or 'nothing'!r} should be {one.wanted or 'nothing'!r}")


def _print_found(data: Path, count: int, seed: int) -> None:
    found = sample(data, count, seed)
    judged = [(name, document, one) for name, document in found for one in document.assessments]
    positions = sum(len(document.positions) for _, document in found)
    decisions = sum(len(document.decisions) for _, document in found)
    print(
        f"{len(found)} real documents, seed {seed}: {len(judged)} assessments, {positions} positions, "
        f"{decisions} decisions"
    )
    for name, document, one in judged:
        words = " ".join(document.text[slice(*one.span)].split())
        print(f"  {name} {one.verdict.value} ({'sure' if one.certain else 'unsure'}): {words[:300]}")


def _print_speed(data: Path) -> None:
    for name, texts in (("documents.jsonl.gz", extracted(data)), ("sample archive", of_corpus())):
        size, rate = speed(texts)
        print(f"speed  {name}: {rate:.2f} MB/s of text on one core ({size:.1f} MB)")


if __name__ == "__main__":
    sys.exit(main())
