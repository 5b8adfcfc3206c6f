"""How well Dnr are read on badly read pages, against the same pages as they were written.

    python -m benchmarks.eval_dnr_ocr --data ../shared/data [--cases]

Two measures. (1) The pages of `ocr_pairs.jsonl`: the Dnr that are found on the true page, and how many of
them are found on the page as OCR read it, normalised and repaired as the indexer does it with Swedish alone.
(2) The rows of `dnr.tsv`, of which no picture exists: each row is put through a channel and laid on top of a
badly read page, so that it is repaired like one; `--seeds` times. The channel drops the rings of å, ä and ö
(always: the OCR program has no Swedish), and takes signs for others as `CHANNEL` says, at the rates there.
These are higher than on the pages, where nine Dnr of ten are read without a fault.
"""

import argparse
import csv
import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.ocr_pages import normal_text
from benchmarks.page_tokens import repaired
from remissarkiv.dnr import find_dnr
from remissarkiv.language.lexicon import base_lexicon
from training.pages import Page, load_pages

SEEDS = 3
RINGS = str.maketrans("åäöÅÄÖ", "aaoAAO")
CHANNEL: tuple[tuple[str, str, float], ...] = (
    ("Dnr", "Dar", 0.15),
    ("dnr", "dar", 0.15),
    ("Dnr", "D nr", 0.03),
    ("S", "$", 0.01),
    ("S", "5", 0.01),
    ("B", "8", 0.01),
    ("0", "O", 0.01),
    ("1", "l", 0.01),
    ("5", "S", 0.005),
    ("8", "B", 0.005),
    ("/", " /", 0.01),
    ("-", "- ", 0.01),
    (":", ": ", 0.01),
)
"""What is written, what is read, and how often."""


@dataclass
class Found:
    """How many Dnr there are and how many of them were found after OCR; those that were not, and those that
    are false, as (where, Dnr)."""

    wanted: int = 0
    right: int = 0
    lost: list[tuple[str, str]] = field(default_factory=list)
    false: list[tuple[str, str]] = field(default_factory=list)

    def add(self, where: str, true: str, read: str) -> None:
        """Count the Dnr of a true text and of the same text after OCR and repair."""
        want, got = (Counter(dnr.value for dnr in find_dnr(text)) for text in (true, read))
        self.wanted += want.total()
        self.right += (want & got).total()
        self.lost += [(where, value) for value in (want - got).elements()]
        self.false += [(where, value) for value in (got - want).elements()]

    @property
    def share(self) -> float:
        """The share of the Dnr that were found after OCR."""
        return self.right / max(1, self.wanted)


def after_ocr(text: str) -> str:
    """A badly read text as the indexer has it before Dnr are looked for."""
    return repaired(normal_text(text), base_lexicon()).text


def misread(text: str, dice: random.Random) -> str:
    """The text through the channel."""
    for written, read, rate in CHANNEL:
        pieces = text.split(written)
        text = pieces[0] + "".join(
            (read if dice.random() < rate else written) + piece for piece in pieces[1:]
        )
    return text.translate(RINGS)


def on_pages(pages: tuple[Page, ...]) -> Found:
    """The Dnr of the pages."""
    found = Found()
    for page in pages:
        found.add(page.id, normal_text(page.clean).text, after_ocr(page.ocr))
    return found


def on_rows(rows: list[dict[str, str]], pages: tuple[Page, ...], seed: int) -> Found:
    """The Dnr of the rows, each on top of a page of its own without any."""
    dice = random.Random(seed)
    bodies = [page for page in pages if not find_dnr(page.ocr) and not find_dnr(page.clean)]
    found = Found()
    for row in rows:
        body = dice.choice(bodies)
        read = misread(row["snippet"], dice)
        text = after_ocr(f"{read}\n\n{body.ocr}")
        found.add(f"{row['text']} read {read}", row["snippet"], text)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with ocr_pairs.jsonl and dnr.tsv")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="so many times through the channel")
    parser.add_argument("--cases", action="store_true", help="list every case that fails")
    options = parser.parse_args()
    pages = load_pages(options.data / "ocr_pairs.jsonl")
    with (options.data / "dnr.tsv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream, delimiter="\t") if "EJ dnr" not in row["snippet"]]
    measured = {f"{len(pages)} pages": on_pages(pages)}
    for seed in range(1, options.seeds + 1):
        measured[f"{len(rows)} rows, seed {seed}"] = on_rows(rows, pages, seed)
    for name, found in measured.items():
        print(
            f"dnr after OCR  {name:20} {found.right} of {found.wanted} ({found.share:.3f}), "
            f"false {len(found.false)}"
        )
        if options.cases:
            for kind, cases in (("lost", found.lost), ("false", found.false)):
                for where, value in cases:
                    print(f"  {kind}: {value} ({where})")


if __name__ == "__main__":
    main()
