"""How well Dnr and citations are read: F1 per category of citations, recall and precision of Dnr.

    python benchmarks/eval_identifiers.py --data ../shared/data [--cases]

Citations: `citations.jsonl` gives the keys each text cites. Found and expected keys are compared as multisets
per case and summed per category (micro average). A second figure counts a key only when its words cover the
expected words too. A `stateful` case follows the one before it: the texts are read as one, and only what
stands in the last of them counts.

Dnr: `dnr.tsv` gives the spelling and the words around it. The row does not say which number is the year, so
this program derives authority, year and number from the row's `pattern` column by rules of its own. Recall is
the share of rows where one Dnr has all three right; precision counts as false every Dnr found whose number
does not stand in the snippet, and any found in the row marked "EJ dnr".
"""

import argparse
import csv
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

from remissarkiv.citations import find_citations
from remissarkiv.dnr import find_dnr


def citation_scores(path: Path, *, show: bool = False) -> dict[str, tuple[float, float]]:
    """Category -> (F1 of keys, F1 of keys with their words); "all" is the whole file."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    before = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        lead = before + "\n" if case["stateful"] else ""
        text = lead + case["text"]
        before = text
        found = [
            (citation.key, citation.text)
            for citation in find_citations(text, law=case["law"])
            if citation.span.start >= len(lead)
        ]
        expected = [(item["key"], item["span"]) for item in case["expected"]]
        keys = Counter(key for key, _ in found) & Counter(key for key, _ in expected)
        words = sum(
            any(key == other and (span is None or span.rstrip(".") in text) for other, text in found)
            for key, span in expected
        )
        for category in (case["category"], "all"):
            sums[category].update(
                right=keys.total(), worded=min(words, len(found)), found=len(found), expected=len(expected)
            )
        if show and (keys.total(), keys.total()) != (len(found), len(expected)):
            missing = Counter(key for key, _ in expected) - keys
            extra = Counter(key for key, _ in found) - keys
            print(f"{case['id']}: missing {list(missing.elements())}, extra {list(extra.elements())}")
            print(f"    {case['text'][:160]}")
    totals = {category: max(1, count["found"] + count["expected"]) for category, count in sums.items()}
    return {
        category: (2 * count["right"] / totals[category], 2 * count["worded"] / totals[category])
        for category, count in sums.items()
    }


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


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with citations.jsonl and dnr.tsv")
    parser.add_argument("--cases", action="store_true", help="list every case that fails")
    options = parser.parse_args()
    scores = citation_scores(options.data / "citations.jsonl", show=options.cases)
    for category, (keys, words) in sorted(scores.items()):
        print(f"citations {category:20} F1 {keys:.3f}   with words {words:.3f}")
    recall, precision = dnr_scores(options.data / "dnr.tsv", show=options.cases)
    print(f"dnr       recall {recall:.3f}   precision {precision:.3f}")


if __name__ == "__main__":
    main()
