"""How many citations survive OCR: those of a page as it was written against those of the page as it was
read.

    python -m benchmarks.eval_citations_ocr --data ../shared/data [--cases]

Each page of `ocr_pairs.jsonl` is read as the indexer reads it, repaired with the lexicon of Swedish alone,
and its citations are compared as multisets of keys with those of the true text. `kept` is the share of the
citations of the true text that are found on the repaired page too, `extra` what is found there only. Pages
are taken both as documents (a bare § belongs to the act last named, else it is no citation) and as pages of
an act of their own (`law`), where each § counts, those in headings too.

"N kap. M §" are keys of a § in a chapter, "(YYYY:N)" the citations with a printed number, "all" every
citation. Figures are printed for the tuning half and the one held out (`training.pages.halves`); `--cases`
lists what is lost and what is extra on the tuning half.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.ocr_pages import normal_text
from benchmarks.page_tokens import repaired
from remissarkiv.citations import find_citations
from remissarkiv.domain import Citation
from remissarkiv.language.lexicon import base_lexicon
from training.pages import Page, halves, load_pages

KINDS = ("N kap. M §", "(YYYY:N)", "all")
_IN_CHAPTER = re.compile(r"#K\d+[a-z]?P")
_PRINTED = re.compile(r"\d{4}:\s?\d")
_OWN = "9999:999"


def _is_of_kind(citation: Citation, kind: str) -> bool:
    if kind == "all":
        return True
    if kind == "(YYYY:N)":
        return "/" not in citation.key and _PRINTED.search(citation.text) is not None
    return _IN_CHAPTER.search(citation.key) is not None


def texts(pages: Sequence[Page]) -> Iterator[tuple[Page, str, str]]:
    """Each page with its true text and the text that the indexer makes of it."""
    lexicon = base_lexicon()
    for page in pages:
        yield page, normal_text(page.clean).text, repaired(normal_text(page.ocr), lexicon).text


def survival(
    pages: Sequence[tuple[Page, str, str]], law: str | None, *, show: bool = False
) -> dict[str, tuple[int, int, int]]:
    """Kind -> (citations of the true pages, those of them found after OCR, those found there only)."""
    sums: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for page, true, read in pages:
        there, here = find_citations(true, law=law), find_citations(read, law=law)
        for kind in KINDS:
            written = Counter(found.key for found in there if _is_of_kind(found, kind))
            kept = Counter(found.key for found in here if _is_of_kind(found, kind))
            sums[kind].update(
                true=written.total(), kept=(written & kept).total(), extra=(kept - written).total()
            )
            if show and kind == "all" and written != kept:
                _show(page, true, there, written - kept, "lost")
                _show(page, read, here, kept - written, "extra")
    return {kind: (count["true"], count["kept"], count["extra"]) for kind, count in sums.items()}


def _show(page: Page, text: str, found: Sequence[Citation], keys: Counter[str], what: str) -> None:
    for citation in found:
        if keys[citation.key] > 0:
            keys[citation.key] -= 1
            start, end = citation.span
            around = f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 30]}"
            print(f"{page.id}: {what} {citation.key}: {' '.join(around.split())}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with ocr_pairs.jsonl")
    parser.add_argument("--cases", action="store_true", help="list what is lost on the tuning half")
    options = parser.parse_args()
    parts = halves(load_pages(options.data / "ocr_pairs.jsonl"))
    for half, pages in zip(("tuning", "held out"), parts, strict=True):
        read = list(texts(pages))
        for name, law in (("documents", None), ("an act", _OWN)):
            show = options.cases and half == "tuning"
            for kind, (true, kept, extra) in survival(read, law, show=show).items():
                share = kept / true if true else 1.0
                what = f"citations after OCR, {half:8} as {name:9} {kind:10}"
                print(f"{what} kept {share:.3f} of {true}, extra {extra}")


if __name__ == "__main__":
    main()
