"""The damaged files that runs are measured over: of their length, each its own, the same by seed."""

import json
from itertools import islice
from pathlib import Path

from benchmarks.ingest_files import damaged_texts


def _pages(folder: Path) -> Path:
    file = folder / "pages.jsonl"
    rows = [
        {
            "id": f"ipq_{page}",
            "dpi": 130,
            "clean": "",
            "ocr": "\n".join(
                " ".join(f"ord{page}x{line}x{word}" for word in range(10)) for line in range(40)
            ),
        }
        for page in range(12)
    ]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return file


def test_files_are_of_about_750_words_and_no_two_alike(tmp_path: Path) -> None:
    texts = list(islice(damaged_texts(_pages(tmp_path), 1), 30))
    assert all(750 <= len(text.split()) < 850 for text in texts)
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert len(set(text.split())) == len(text.split()), "a stretch stands twice in a file"


def test_the_seed_decides(tmp_path: Path) -> None:
    pages = _pages(tmp_path)
    first, again, other = (list(islice(damaged_texts(pages, seed), 3)) for seed in (1, 1, 2))
    assert first == again != other
