"""How well citations are read, F1 per category, and how fast.

    python -m benchmarks.eval_citations --data ../shared/data [--cases]

`citations.jsonl` gives the keys each text cites. Found and expected keys are compared as multisets per case
and summed per category (micro average). A second figure counts a key only when its words cover the expected
words too. A `stateful` case follows the one before it: the texts are read as one, and only what stands in
the last of them counts. `--cases` prints those that fail, with the reason kept in `citation_reasons.tsv`.

Speed is that of one core over the texts of `documents.jsonl.gz`, in megabytes of UTF-8 per second of process
time.
"""

import argparse
import csv
import gzip
import json
import time
from collections import Counter, defaultdict
from pathlib import Path

from remissarkiv.citations import find_citations

EU = frozenset({"eu_kortnamn", "eu_lag"})
"""The categories of European law; all others are Swedish."""

REASONS = Path(__file__).with_name("citation_reasons.tsv")


def reasons() -> dict[str, str]:
    """Id of a case that is known to fail -> why."""
    with REASONS.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["id"]: row["reason"] for row in rows}


def speed(path: Path) -> float:
    """Megabytes of UTF-8 text per second of process time; the tables of acts are loaded before."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        texts = [json.loads(line)["text"] for line in stream]
    find_citations("2 kap. 1 § kommunallagen, artikel 6 i dataskyddsförordningen")
    start = time.process_time()
    for text in texts:
        find_citations(text)
    return sum(len(text.encode()) for text in texts) / (time.process_time() - start) / 1e6


def citation_scores(path: Path, *, show: bool = False) -> dict[str, tuple[float, float]]:
    """Category -> (F1 of keys, F1 of keys with their words); "all" is the file, "swedish" all but EU."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    before, why = "", reasons()
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
        swedish = () if case["category"] in EU else ("swedish",)
        for category in (case["category"], *swedish, "all"):
            sums[category].update(
                right=keys.total(), worded=min(words, len(found)), found=len(found), expected=len(expected)
            )
        if show and (keys.total(), keys.total()) != (len(found), len(expected)):
            missing = Counter(key for key, _ in expected) - keys
            extra = Counter(key for key, _ in found) - keys
            print(f"{case['id']}: missing {list(missing.elements())}, extra {list(extra.elements())}")
            print(f"    {case['text'][:160]}")
            print(f"    reason: {why.get(case['id'], 'not known')}")
    totals = {category: max(1, count["found"] + count["expected"]) for category, count in sums.items()}
    return {
        category: (2 * count["right"] / totals[category], 2 * count["worded"] / totals[category])
        for category, count in sums.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with citations.jsonl and documents.jsonl.gz"
    )
    parser.add_argument("--cases", action="store_true", help="list every case that fails")
    options = parser.parse_args()
    scores = citation_scores(options.data / "citations.jsonl", show=options.cases)
    totals = {"swedish": "all Swedish, micro", "all": "all with EU, micro"}
    for category, (keys, words) in sorted(
        scores.items(), key=lambda item: (item[0] in totals, item[0] == "all", item)
    ):
        print(f"citations {totals.get(category, category):20} F1 {keys:.3f}   with words {words:.3f}")
    print(f"citations, speed over documents.jsonl.gz: {speed(options.data / 'documents.jsonl.gz'):.1f} MB/s")


if __name__ == "__main__":
    main()
