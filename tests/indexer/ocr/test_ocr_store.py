"""What OCR has read is kept whole, for the owner alone, and survives an interruption."""

from pathlib import Path

import pytest

from indexer.ocr.store import MAX_PAGE, Note, OcrStore, OcrStoreError

SCAN = "a" * 64
LETTER = "b" * 64


@pytest.fixture
def store(tmp_path: Path) -> OcrStore:
    """An empty store."""
    return OcrStore(tmp_path / "ocr")


def test_a_note_comes_back_as_it_was_written(store: OcrStore) -> None:
    note = Note({SCAN: (1, 3)}, "tesseract 5.3.0", "swe", "2026-11-23", stored=True)
    store.write_note(LETTER, note)
    assert store.note(LETTER) == note
    assert store.note(SCAN) is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"scans": 3}', '{"scans": {"a": ["x"]}}', '"scans"', "null"]
)
def test_a_note_that_cannot_be_read_is_none(store: OcrStore, tmp_path: Path, text: str) -> None:
    store.write_note(SCAN, Note({SCAN: (1,)}))
    (tmp_path / "ocr" / SCAN / "file.json").write_text(text)
    assert store.note(SCAN) is None


def test_pages_are_tried_when_they_were_read_or_failed(store: OcrStore) -> None:
    assert store.untried(SCAN, (1, 2, 3)) == (1, 2, 3)
    store.keep(SCAN, 1, "Första sidan")
    store.fail(SCAN, 2, "sidan tog för lång tid")
    assert store.untried(SCAN, (1, 2, 3)) == (3,)
    assert (store.text(SCAN, 1), store.text(SCAN, 2)) == ("Första sidan", None)
    assert store.failures(SCAN) == {2: "sidan tog för lång tid"}


def test_pages_that_failed_can_be_tried_again(store: OcrStore) -> None:
    store.write_note(LETTER, Note({SCAN: (1, 2)}))
    store.keep(SCAN, 1, "text")
    store.fail(SCAN, 2, "trasig")
    assert store.retry(LETTER)
    assert not store.retry(LETTER)
    assert store.untried(SCAN, (1, 2)) == (2,)


def test_nobody_else_may_read_what_is_kept(store: OcrStore, tmp_path: Path) -> None:
    store.keep(SCAN, 1, "sekretess")
    folder = tmp_path / "ocr" / SCAN
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [file.stat().st_mode & 0o777 for file in folder.iterdir()] == [0o600]


def test_an_endless_page_is_cut(store: OcrStore) -> None:
    store.keep(SCAN, 1, "å" * MAX_PAGE)
    assert store.text(SCAN, 1) == "å" * (MAX_PAGE // 2)


def test_a_hash_that_is_none_never_becomes_a_path(store: OcrStore, tmp_path: Path) -> None:
    (tmp_path / "0001.txt").write_text("utanför")
    for name in ("..", "", "../..", "A" * 64):
        assert store.text(name, 1) is None
    store.forget({"..", ""})
    assert (tmp_path / "0001.txt").exists()


def test_what_hangs_on_two_letters_stays_until_both_are_gone(store: OcrStore) -> None:
    other = "c" * 64
    for file in (LETTER, other, SCAN):
        store.write_note(file, Note({SCAN: (1,)}))
    store.keep(SCAN, 1, "bilagan")
    store.forget({LETTER, SCAN})
    assert (store.text(SCAN, 1), store.note(LETTER), store.note(SCAN)) == ("bilagan", None, None)
    store.forget({other})
    assert store.hashes() == frozenset()


def test_a_disk_that_takes_no_more_is_told_of_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "ocr").write_text("a file where the folder should be")
    with pytest.raises(OcrStoreError, match="cannot be kept"):
        OcrStore(tmp_path / "ocr").keep(SCAN, 1, "text")
