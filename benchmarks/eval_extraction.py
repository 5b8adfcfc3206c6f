"""How well title, date, board, sections and signatures are understood: shares of documents, by field.

    python benchmarks/eval_extraction.py --data ../shared/data [--cases]

Real documents: `documents.jsonl.gz` gives title and date of documents of the state, read here from their text
alone, every `STEP`th of them and the first `MOST_CHARACTERS` of each. Only where the text itself holds the
value does it count: the words of the title in the first `OPENING` characters, the whole date (as `2024-01-23`
or `23 januari 2024`) anywhere in the text. `equal`: the same words, capitals, hyphens and marks apart;
`contained`: one title holds the other. The dates of interpellations are those of the debate as often as
those of the question, so each kind has its own row.

The sample archive: what tests/cases/corpus expects, as tests/corpus compares it: the words of OCR by their
skeletons, headings without the colon after them. Text and OCR are counted apart.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from indexer import understand
from indexer.extract import extract
from indexer.normalise import normalise
from indexer.readers import read
from remissarkiv.domain import Document
from remissarkiv.language.skeleton import skeleton

STEP = 4
OPENING = 3000
MOST_CHARACTERS = 40_000
PROJECT = Path(__file__).resolve().parents[1]
_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
_WORD = re.compile(r"[^\W_]+")


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.replace("\u00ad", "").lower()))


def _holds_date(text: str, iso: str) -> bool:
    year, month, day = (int(part) for part in iso.split("-"))
    return iso in text or f"{day} {_MONTHS[month - 1]} {year}" in text


def real_scores(path: Path, *, show: bool = False) -> dict[str, Counter[str]]:
    """Kind of document -> how many titles and dates there were to find, and how many were found."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for n, line in enumerate(stream) if n % STEP == 0]
    for row in rows:
        text = row["text"][:MOST_CHARACTERS]
        document = extract(normalise(read(text.encode(), "document.txt")), name="document.txt")
        count = counts[row["kind"]]
        title, found = _words(row["title"]), _words(document.title)
        if title and title in _words(text[:OPENING]):
            equal = title == found
            count.update(titles=1, equal=equal, contained=equal or title in found or found in title)
            if show and not equal:
                print(f"title {row['id']}: {row['title']!r}, found {document.title!r}")
        date = row["date"] or ""
        if len(date) == len("2024-01-23") and _holds_date(text, date):
            read_date = document.date.isoformat() if document.date else ""
            count.update(dates=1, dated=read_date == date)
            if show and read_date != date:
                print(f"date  {row['id']}: {date}, found {read_date or 'none'}")
    return counts


def corpus_scores(*, show: bool = False) -> dict[tuple[str, bool], tuple[int, int]]:
    """(field, whether OCR left the document) -> (documents where it is right, documents that have it)."""
    right: Counter[tuple[str, bool]] = Counter()
    asked: Counter[tuple[str, bool]] = Counter()
    for case in _cases():
        document = understand(PROJECT / "corpus" / "arkiv" / case["path"], kommun="Björkåsa kommun")
        found, expected = _found(document), _expected(case)
        for field, value in expected.items():
            if value is None:
                continue
            is_right = _comparable(found[field], ocr=case["ocr"]) == _comparable(value, ocr=case["ocr"])
            asked[field, case["ocr"]] += 1
            right[field, case["ocr"]] += is_right
            if show and not is_right:
                print(f"{field} {case['path']}: {value!r}, found {found[field]!r}")
    return {key: (right[key], asked[key]) for key in asked}


def _cases() -> Iterator[dict[str, Any]]:
    for file in sorted((PROJECT / "tests" / "cases" / "corpus").glob("ks-*.json")):
        yield from (case for case in json.loads(file.read_text(encoding="utf-8")) if "part" not in case)


def _found(document: Document) -> dict[str, Any]:
    return {
        "title": document.title,
        "kind": document.kind.value,
        "date": document.date.isoformat() if document.date else None,
        "namnd": document.namnd,
        "sections": [[s.kind.value, s.heading] for s in document.sections if s.heading],
        "signatories": [[s.name, s.title, s.unit] for s in document.signatories],
    }


def _expected(case: dict[str, Any]) -> dict[str, Any]:
    values = {key: case[key] for key in ("title", "kind", "date", "namnd")}
    values["sections"] = [[s["kind"], s["heading"]] for s in case["sections"]]
    values["signatories"] = [[s["name"], s["title"], s["unit"]] for s in case["signatories"]]
    return values


def _comparable(value: Any, *, ocr: bool) -> Any:
    if isinstance(value, list):
        return [_comparable(item, ocr=ocr) for item in value]
    words = " ".join(str(value).split()).rstrip(":").rstrip()
    return skeleton(words.lower()) if ocr else words


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with documents.jsonl.gz")
    parser.add_argument("--cases", action="store_true", help="list every value that is not found")
    options = parser.parse_args()
    scores = real_scores(options.data / "documents.jsonl.gz", show=options.cases)
    scores["all"] = sum(scores.values(), Counter())
    for kind, count in sorted(scores.items()):
        titles, dates = max(1, count["titles"]), max(1, count["dates"])
        print(
            f"{kind:36} titles {count['titles']:4}: equal {count['equal'] / titles:.3f} "
            f"contained {count['contained'] / titles:.3f}   dates {count['dates']:4}: "
            f"{count['dated'] / dates:.3f}"
        )
    for (field, ocr), (right, asked) in sorted(corpus_scores(show=options.cases).items()):
        print(f"sample archive, {'OCR ' if ocr else 'text'}  {field:12} {right:3} of {asked}")


if __name__ == "__main__":
    main()
