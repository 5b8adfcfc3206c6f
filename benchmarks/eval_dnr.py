"""How well Dnr are read: recall and precision.

    python -m benchmarks.eval_dnr --data ../shared/data [--cases] [--read SEED]

`dnr.tsv` gives the spelling and the words around it. The row does not say which number is the year, so this
program derives authority, year and number from the row's `pattern` column by rules of its own. Recall is the
share of rows where one Dnr has all three right; precision counts as false every Dnr found whose number does
not stand in the snippet, and any found in the row marked "EJ dnr". The speed is that of one core over the
texts of `documents.jsonl.gz`. `--read SEED` prints every Dnr found in 300 of these documents with the words
around it, to be read by eye. How well Dnr are read after OCR is measured by `eval_dnr_ocr.py`.
"""

import argparse
import csv
import random
import re
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.baseline import documents
from remissarkiv.dnr import find_dnr

READ = 300
AROUND = 60


def _expected_dnr(text: str, pattern: str) -> tuple[str, int, int]:
    digits = [piece for piece in re.split(r"[^0-9]+", text) if piece]
    letters = re.search(r"[A-ZÅÄÖ][^\W\d_]*|\b[a-zåäö]{2,}", text)
    authority = letters[0].upper() if letters else ""
    if pattern in ("9-9/9", "9.9-9-9", "9.9.9-9-9"):
        return "", int(digits[-1]), int(digits[-2])
    if pattern == "9-9-9":
        if len(digits[0]) == 4 and digits[0].startswith("20"):
            return "", int(digits[0]), int(digits[1])
        return "", 1900 + int(digits[1]), int(digits[0])
    if pattern == "9.A9 9":
        return authority, 2000 + int(digits[0]), int(digits[1])
    if pattern == "9/9" and len(digits[1]) == 2:
        return "", 2000 + int(digits[1]), int(digits[0])
    if pattern == "9-9":
        return "", int(digits[1]), int(digits[0])
    if pattern.startswith("A 9/9") and len(digits[1]) == 4 and digits[1].startswith("202"):
        return authority, int(digits[1]), int(digits[0])
    if text.startswith("r "):
        authority = ""  # cut from "(dnr 2011/342/ITP"
    elif pattern.startswith("9/9"):
        authority = ""
    return authority, int(digits[0]), int(digits[1])


def dnr_scores(path: Path, *, show: bool = False) -> tuple[float, float]:
    """(recall, precision) over the rows of `dnr.tsv`."""
    wanted = right = found_count = false = 0
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            found = {(dnr.authority, dnr.year, dnr.number) for dnr in find_dnr(row["snippet"])}
            found_count += len(found)
            if "EJ dnr" in row["snippet"]:
                false += len(found)
                continue
            wanted += 1
            expected = _expected_dnr(row["text"], row["pattern"])
            right += expected in found
            other = {dnr for dnr in found if f"{dnr[2]}" not in row["snippet"]}
            false += len(other)
            if show and expected not in found:
                print(f"{row['text']}: expected {expected}, found {sorted(found)}")
    return right / wanted, 1 - false / max(1, found_count)


def speed(texts: Sequence[str]) -> float:
    """Million characters that are read for Dnr in a second, on one core."""
    start = time.process_time()
    for text in texts:
        find_dnr(text)
    return sum(len(text) for text in texts) / max(1e-9, time.process_time() - start) / 1e6


def show_for_reading(rows: Sequence[dict[str, str]], seed: int) -> None:
    """Print each Dnr found in a sample of documents, with what stands around it."""
    count = 0
    sample = random.Random(seed).sample(list(rows), min(READ, len(rows)))
    for row in sample:
        text = row["text"]
        for dnr in find_dnr(text):
            count += 1
            before = " ".join(text[max(0, dnr.span.start - AROUND) : dnr.span.start].split())
            after = " ".join(text[dnr.span.end : dnr.span.end + AROUND].split())
            print(f"{row['id']}: {dnr.value}: {before} [[{dnr.raw}]] {after}")
    print(f"{count} Dnr in {len(sample)} documents, seed {seed}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with dnr.tsv")
    parser.add_argument("--cases", action="store_true", help="list every case that fails")
    parser.add_argument("--read", type=int, metavar="SEED", help="print what is found in a sample")
    options = parser.parse_args()
    rows = list(documents(options.data, 0))
    if options.read is not None:
        show_for_reading(rows, options.read)
        return
    recall, precision = dnr_scores(options.data / "dnr.tsv", show=options.cases)
    print(f"dnr       recall {recall:.3f}   precision {precision:.3f}")
    print(f"dnr       {speed([row['text'] for row in rows]):.1f} million characters a second")


if __name__ == "__main__":
    main()
