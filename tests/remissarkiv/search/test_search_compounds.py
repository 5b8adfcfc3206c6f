"""Compounds are found by their parts, in one word or two, and marked where they stand."""

from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import StoredDocument

Build = Callable[..., StoredDocument]


@pytest.fixture
def filled(shelf: Any, build: Build) -> Any:
    shelf.put(
        build("skuld", "Kommunen bedriver skuldrådgivning sedan länge."),
        build("två", "Rådgivningen gäller skuld och ränta."),
        build("nämnd", "Socialnämnden har yttrat sig."),
        build("handling", "Handlingarna lämnas in."),
        build("skjuts", "Skolskjutsen är avgiftsfri."),
        build("okänd", "En xyltolrådgivning."),
    )
    return shelf


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("skuld rådgivning", {"skuld", "två"}),
        ("skuldrådgivning", {"skuld"}),
        ("nämnd", {"nämnd"}),
        ("nämnderna", {"nämnd"}),
        ("and", set()),
        ("skola skjuts", {"skjuts"}),
        ("skjuts", {"skjuts"}),
        ("xyltol rådgivning", {"okänd"}),
        ("rådgivning xyltol", set()),
        ('"skuld rådgivning"', set()),
        ("skuld ELLER skjuts", {"skuld", "två", "skjuts"}),
    ],
)
def test_what_parts_find(filled: Any, query: str, ids: set[str]) -> None:
    assert set(filled.found(query)) == ids


def test_a_word_comes_before_words_that_hold_it(shelf: Any, build: Build) -> None:
    shelf.put(build("del", "Om skuldrådgivning i kommunen."), build("helt", "Om rådgivning i kommunen."))
    assert shelf.found("rådgivning") == ["helt", "del"]


@pytest.mark.parametrize("query", ["skuld rådgivning", "rådgivning", "xyltol rådgivning"])
def test_the_whole_compound_is_marked(filled: Any, query: str) -> None:
    hits = filled.searcher.search(query, filled.everyone).hits
    marked = {
        snippet.text[mark.start : mark.end].lower()
        for hit in hits
        for snippet in hit.snippets
        for mark in snippet.highlights
    }
    assert marked & {"skuldrådgivning", "xyltolrådgivning"}
