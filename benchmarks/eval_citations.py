"""How well citations are read: F1 per category.

    python -m benchmarks.eval_citations --data ../shared/data [--cases]

`citations.jsonl` gives the keys each text cites. Found and expected keys are compared as multisets
per case and summed per category (micro average). A second figure counts a key only when its words cover the
expected words too. A `stateful` case follows the one before it: the texts are read as one, and only what
stands in the last of them counts.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from remissarkiv.citations import find_citations


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


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with citations.jsonl")
    parser.add_argument("--cases", action="store_true", help="list every case that fails")
    options = parser.parse_args()
    scores = citation_scores(options.data / "citations.jsonl", show=options.cases)
    for category, (keys, words) in sorted(scores.items()):
        print(f"citations {category:20} F1 {keys:.3f}   with words {words:.3f}")


if __name__ == "__main__":
    main()
