"""A PDF's text layer: written by a computer, by an OCR program, or rubbish."""

import json
from pathlib import Path
from typing import Any

import pytest

from indexer.readers import read
from indexer.readers.pdf_layer import RUBBISH_BELOW
from remissarkiv.language.real_words import share_of_real_words

TEXT = (
    "Svar på remiss om cykelvägar i kommunen",
    "Socialnämnden föreslår kommunstyrelsen att motionen ska avslås",
    "Förvaltningen anser att det inte är förenligt med lagen att bygga",
    "utan att först ha hört de boende och de företag som berörs av det",
)
SPOILT = tuple(line.translate(str.maketrans("åäö", "aao")) for line in TEXT)
RUBBISH = ("Wbkq sl zdqhn pq gxdkbkrtq h mpqqvwdv", "Rpghkw qnlfb pl ghxvn kzvwxq ptrhj brrz xq gwm") * 3


def test_text_from_a_computer_is_not_scanned(scanner: Any) -> None:
    reading = read(scanner.pages([(None, TEXT, 0)], "Microsoft Word 2016"), "svar.pdf")
    assert (reading.scanned, reading.unread) == (False, ())


def test_a_letter_on_a_page_with_a_picture_behind_it_is_not_scanned(scanner: Any) -> None:
    page = (scanner.draw(("",), 20), TEXT, 0)
    reading = read(scanner.pages([page], "Microsoft Word 2016"), "svar.pdf")
    assert (reading.scanned, reading.unread) == (False, ())


@pytest.mark.parametrize(
    ("mode", "producer"),
    [
        (3, ""),
        (3, "iText 2.1"),
        (0, "Canon iR-ADV C5535 PDF"),
        (0, "ABBYY FineReader 11"),
        (0, "tesseract 4.1"),
    ],
)
def test_a_layer_that_an_ocr_program_wrote(scanner: Any, mode: int, producer: str) -> None:
    reading = read(scanner.pages([(scanner.draw(TEXT, 40), SPOILT, mode)], producer), "svar.pdf")
    assert (reading.scanned, reading.unread) == (True, ())
    assert reading.text.split() == " ".join(SPOILT).split()


def test_a_layer_of_rubbish_is_kept_until_ocr_has_read_the_page(scanner: Any) -> None:
    reading = read(scanner.pages([(scanner.draw(TEXT, 40), RUBBISH, 3)]), "svar.pdf")
    assert (reading.scanned, reading.unread) == (True, (1,))
    assert "Wbkq" in reading.text


def test_scanned_pages_of_a_letter_are_named(scanner: Any) -> None:
    scan = (scanner.draw(TEXT, 40), (), 0)
    stamped = (scanner.draw(TEXT, 40), ("Dnr KS 2014/226, 3 (7)",), 0)
    reading = read(scanner.pages([(None, TEXT, 0), scan, (None, (), 0), stamped]), "svar.pdf")
    assert (reading.scanned, reading.unread) == (False, (2, 4))


def test_a_reading_without_swedish_is_no_rubbish(shared_data: Path) -> None:
    with (shared_data / "ocr_pairs.jsonl").open(encoding="utf-8") as lines:
        shares = [share_of_real_words(json.loads(line)["ocr"]) for line in lines]
    worst = min(share for share in shares if share is not None)
    assert worst > RUBBISH_BELOW + 0.15


def test_few_words_tell_nothing() -> None:
    assert share_of_real_words("xq zz wq") is None
