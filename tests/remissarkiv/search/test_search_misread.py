"""An unknown word is looked for as OCR may have read it; a known one is found where it was repaired."""

from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import StoredDocument

Build = Callable[..., StoredDocument]
pytestmark = pytest.mark.parametrize("shelf", ["memory", "whoosh"], indirect=True)


@pytest.fixture
def scanned(shelf: Any, build: Build, build_mended: Build) -> Any:
    shelf.put(
        # The lexicon made a common word of a rare surname, of the second it could make nothing.
        build_mended("ek", "Ledamoten Hjemstrom frdgade om taxan.", {"Hjemstrom": "hjälmström"}),
        build_mended("alm", "Ledamoten Xylandér och Kvrndahl var ndrvarande.", {"ndrvarande": "närvarande"}),
        build("ren", "Ledamöterna var närvarande på länet."),
    )
    return shelf


def marks(shelf: Any, query: str) -> list[list[str]]:
    return [
        [snippet.text[slice(*span)] for snippet in hit.snippets for span in snippet.highlights]
        for hit in shelf.searcher.search(query, shelf.everyone).hits
    ]


def test_an_unknown_name_is_found_by_what_was_read_and_marked_where_it_stands(scanned: Any) -> None:
    assert marks(scanned, "Hjärnström") == []  # two confusions are one too many
    assert marks(scanned, "Hjemström") == [["hjälmström"]]
    assert marks(scanned, "Hjernström") == [["hjälmström"]]  # rn was read as m
    assert marks(scanned, "Xylandör") == [["Xylandér"]]
    assert marks(scanned, "Kvrndahl") == [["Kvrndahl"]]


def test_a_known_word_is_not_looked_for_among_misread_ones(scanned: Any) -> None:
    assert sorted(scanned.found("närvarande")) == ["alm", "ren"]
    # "frdgade" was left as it stands; "frågade" is no word that anybody has to guess at.
    assert scanned.found("frågade") == []
    assert scanned.found("lånet") == []


def test_the_page_says_where_a_word_is_looked_for(scanned: Any) -> None:
    def notes(query: str) -> list[str]:
        return [entry.note for entry in scanned.searcher.search(query, scanned.everyone).understood]

    assert notes("taxan") == ["i alla böjningar, också som del av sammansatta ord"]
    assert notes("Hjernström") == [
        "i alla böjningar, också som del av sammansatta ord; även felläst i skannade sidor"
    ]
    (note,) = notes("taxan Hjernström")
    assert note.endswith("; ”Hjernström” även felläst i skannade sidor")
    assert notes('"taxan"') == notes("exakt:taxan") == ["precis så, utan böjningar"]
    assert notes("dnr:2020/1") == [""]


def test_quotation_marks_and_exakt_find_just_what_stands_in_the_text(scanned: Any) -> None:
    assert scanned.found("exakt:närvarande") == scanned.found('"närvarande"') != []
    assert scanned.found("exakt:ledamot") == scanned.found("exakt:Hjernström") == []
    assert scanned.found('exakt:"på länet"') == ["ren"]
    assert scanned.found("ledamot") != []
    assert sorted(scanned.found("exakt:(ledamoten ELLER ledamöterna)")) == ["alm", "ek", "ren"]
