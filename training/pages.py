"""Pages of which both the true text and what an OCR program without Swedish made of it are known.

Each lies in one line of a file like `ocr_pairs.jsonl`. They are split by document: what is tuned or trained
on the tuning half has seen nothing of the other, and no statute or interpellation has pages in both.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_STATUTE = re.compile(r"sfs[_-](\d{4})[-:](\w+?)(?:_\d+)?")
_COLLECTION = re.compile(r"(?:ipq|bet)_")
_OCR = "-ocr-eng"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `clean` is what it says, `ocr` what was read of a picture of it at `dpi` dots per inch."""

    id: str
    dpi: int
    clean: str
    ocr: str

    @property
    def document(self) -> str:
        """The document that the page is from."""
        return document_root(self.id)


def document_root(identifier: str) -> str:
    """The document that an id of a page or of a document tells of.

    `sfs_2017-900_7` and `sfs-2017:900` are both of the statute `sfs-2017:900`, `ipq_ipq-202021--0174` and
    `ipq-202021--0174-ocr-eng` of the interpellation `ipq-202021--0174`, `bet_HD01FIU42` of `HD01FIU42`.
    """
    if statute := _STATUTE.fullmatch(identifier):
        return f"sfs-{statute[1]}:{statute[2]}"
    return _COLLECTION.sub("", identifier, count=1).removesuffix(_OCR)


def load_pages(path: Path) -> tuple[Page, ...]:
    """The pages of a file with one JSON object on each line, in order of their ids."""
    with path.open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream if line.strip()]
    pages = (Page(row["id"], int(row["dpi"]), row["clean"], row["ocr"]) for row in rows)
    return tuple(sorted(pages, key=lambda page: page.id))


def halves(pages: Iterable[Page]) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """The tuning half and the held-out half. A page's half hangs on the name of its document alone, whatever
    other pages there are."""
    pages = tuple(pages)
    tuning = tuple(page for page in pages if is_for_tuning(page.document))
    held_out = tuple(page for page in pages if not is_for_tuning(page.document))
    return tuning, held_out


def is_for_tuning(document: str) -> bool:
    """Whether a document, by its root, is in the tuning half."""
    return hashlib.sha256(document.encode()).digest()[0] % 2 == 0
