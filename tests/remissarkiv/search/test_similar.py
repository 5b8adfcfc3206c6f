"""Documents that are about the same as a document or a text."""

from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import StoredDocument

Make = Callable[..., StoredDocument]

ADVICE = """Kommunen bör inrätta skuldrådgivning och budgetrådgivning för överskuldsatta hushåll.
Skuldrådgivaren hjälper hushållen med avbetalningsplaner innan vräkningen är ett faktum,
så att barnfamiljer inte vräks."""

ADVICE_AGAIN = """Förvaltningen har i dag två skuldrådgivare. Överskuldsatta hushåll får en avbetalningsplan,
och vräkningar av barnfamiljer har minskat. Budgetrådgivningen är öppen en kväll i veckan."""

BUS = """Pensionärer bör resa avgiftsfritt med busstrafiken. Busskortet för pensionärer gäller på
kollektivtrafiken i tätorten, och kollektivtrafikmyndigheten tar betalt av kommunen för busskorten."""


@pytest.fixture
def filled(shelf: Any, build: Make) -> Any:
    shelf.put(
        build("motion", ADVICE, title="Motion om skuldrådgivning"),
        build("svar", ADVICE_AGAIN, title="Svar på motion om skuldrådgivning"),
        build("buss", BUS, title="Avgiftsfria bussresor"),
        build("hemlig", ADVICE_AGAIN + " Hemligt.", title="Hemligt svar", collection="sluten"),
    )
    return shelf


def ids(found: Any) -> list[str]:
    return [one.hit.id for one in found]


def test_what_is_about_the_same_is_found_and_nothing_else(filled: Any) -> None:
    found = filled.searcher.similar(ADVICE, filled.everyone, leaving_out={"motion"})
    assert ids(found) == ["svar"]


def test_the_words_in_common_are_told_as_the_text_writes_them(filled: Any) -> None:
    (found,) = filled.searcher.similar(ADVICE, filled.everyone, leaving_out={"motion"})
    assert {"överskuldsatta", "budgetrådgivning", "barnfamiljer"} <= set(found.shared)
    assert not {"kommunen", "och", "innan"} & set(found.shared)
    assert 0 < found.share < 1


def test_documents_that_the_caller_may_not_see_are_like_nothing(filled: Any) -> None:
    assert "hemlig" not in ids(filled.searcher.similar(ADVICE, filled.everyone))
    assert "hemlig" in ids(filled.searcher.similar(ADVICE, filled.insider))


def test_the_very_text_is_told_to_be_that(filled: Any) -> None:
    found = filled.searcher.similar(ADVICE, filled.everyone)
    assert [(one.hit.id, one.same) for one in found] == [("motion", True), ("svar", False)]


def test_a_text_of_small_words_and_formalities_is_like_nothing(filled: Any) -> None:
    for text in (
        "",
        "och att det",
        "Kommunstyrelsen beslutar att motionen ska anses besvarad.",
        "§ 12",
        "hushåll",
    ):
        assert filled.searcher.similar(text, filled.everyone) == ()


def test_names_of_people_make_nothing_alike(shelf: Any, build: Make) -> None:
    signed = "Vid tangenterna satt Anna-Karin Sjöskog och Per-Ola Hjernström, sade Anna-Karin Sjöskog."
    shelf.put(
        build("a", f"{signed} Frågan rör cykelparkering."), build("b", f"{signed} Frågan rör hemtjänst.")
    )
    assert (
        shelf.searcher.similar(f"{signed} Frågan rör cykelparkering.", shelf.everyone, leaving_out={"a"})
        == ()
    )


def test_copies_are_one(shelf: Any, build: Make) -> None:
    long = " ".join([ADVICE_AGAIN] * 4)
    shelf.put(
        build("a", long, title="Svar"), build("b", long, title="Svar"), build("c", ADVICE, title="Motion")
    )
    shelf.catalog.settle_copies()
    found = shelf.searcher.similar(ADVICE, shelf.everyone, leaving_out={"c"})
    assert len(found) == 1


@pytest.mark.parametrize(
    "text", ["x" * 100_000, "skuldrådgivning " * 20_000, "\0\ud800 \u202e", "a. " * 9000]
)
def test_any_text_can_be_pasted(filled: Any, text: str) -> None:
    assert isinstance(filled.searcher.similar(text, filled.everyone), tuple)
