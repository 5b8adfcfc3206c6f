"""Which of several documents that answer stands first."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from remissarkiv.domain import Section, SectionKind, Span, StoredDocument

Build = Callable[..., StoredDocument]

RECOUNTED = "Motionären vill ha en linbana över älven. Frågan har väckts förut."
OWN = "Kontoret har prövat saken och avråder från förslaget av hänsyn till miljön."


def _in_sections(stored: StoredDocument, *kinds: SectionKind) -> StoredDocument:
    """The document with its two lines as sections of these kinds."""
    text = stored.document.text
    half = text.index("\n") + 1
    spans = Span(0, half), Span(half, len(text))
    sections = tuple(Section(kind, "", span) for kind, span in zip(kinds, spans, strict=True))
    return replace(stored, document=replace(stored.document, sections=sections))


@pytest.mark.parametrize("asked", ["linbana", "linbanor", "LINBANA", "bana"])
def test_a_word_counts_for_more_where_the_document_assesses_than_where_it_recounts(
    shelf: Any, build: Build, asked: str
) -> None:
    words = f"{RECOUNTED}\n{OWN}"
    turned = f"{OWN}\n{RECOUNTED}"
    background = _in_sections(build("a", words), SectionKind.BAKGRUND, SectionKind.SYNPUNKTER)
    assessed = _in_sections(build("b", turned), SectionKind.BAKGRUND, SectionKind.SYNPUNKTER)
    shelf.put(background, assessed)
    assert shelf.found(asked) == ["b", "a"]
    assert shelf.found("kontoret") == ["a", "b"]


def test_of_two_that_answer_as_well_the_newer_stands_first(shelf: Any, build: Build) -> None:
    shelf.put(build("a", RECOUNTED, year=1998), build("b", RECOUNTED, year=2024), build("c", RECOUNTED))
    assert shelf.found("linbana") == ["b", "c", "a"]


def test_age_weighs_less_than_how_well_a_document_answers(shelf: Any, build: Build) -> None:
    shelf.put(build("a", RECOUNTED, year=2024), build("b", RECOUNTED, title="Motion om linbana", year=1962))
    assert shelf.found("linbana") == ["b", "a"]


def test_a_legible_document_stands_before_one_that_ocr_has_damaged(
    shelf: Any, build: Build, build_mended: Build
) -> None:
    read = RECOUNTED.replace("älven", "alven").replace("förut", "forut")
    mended = build_mended("a", read, {"alven": "älven", "forut": "förut"}, year=2010)
    legible = "Frågan har väckts förut. Motionären vill ha en linbana över älven."
    shelf.put(mended, build("b", legible, year=2010))
    assert shelf.found("linbana älven") == ["b", "a"]


def test_what_a_hit_is_worth_is_explained_word_by_word(shelf: Any, build: Build) -> None:
    turned = _in_sections(
        build("a", f"{OWN}\n{RECOUNTED}", year=2020), SectionKind.BAKGRUND, SectionKind.SYNPUNKTER
    )
    shelf.put(turned)
    (hit,) = shelf.searcher.search("linbana kontoret", shelf.everyone).hits
    told = shelf.searcher.explain("linbana kontoret", [hit.id], shelf.everyone)[hit.id]
    assert {one.terms[0]: one.stated for one in told} == {"linbana": True, "kontoret": False}
    assert sum(one.score for one in told) == pytest.approx(hit.score, abs=1e-5)
