"""Signs of other search boxes: what they seem to mean is offered, and what was typed is searched as it is."""

from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import StoredDocument
from remissarkiv.search.operator_offers import operator_offers

Build = Callable[..., StoredDocument]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("skola -motion", "skola INTE motion"),
        ("-motion skola", "INTE motion skola"),
        ("skola|förskola", "skola ELLER förskola"),
        ("skola eller förskola", "skola ELLER förskola"),
        ("skola Eller förskola || fritids", "skola ELLER förskola ELLER fritids"),
        ("bidrag till skolor eller föreningar", "bidrag till (skolor ELLER föreningar)"),
        ("KS 2025/448 eller KS 2024/1", "KS 2025/448 ELLER KS 2024/1"),
        ("2:1 KL eller 2:2 KL", "2:1 KL ELLER 2:2 KL"),
    ],
)
def test_what_seems_to_be_meant_is_told_in_the_language_of_the_box(typed: str, offered: str) -> None:
    assert [query for _, query in operator_offers(typed)] == [offered]


@pytest.mark.parametrize(
    "typed",
    [
        *("skola ELLER skolor", "2010-2012", "skola - motion", "vuxen-", "eller", "skola eller"),
        *('"a eller b"', "(a eller b)", "dnr:2013 -5", "", "|"),
    ],
)
def test_nothing_is_made_of_what_means_nothing_by_it(typed: str) -> None:
    assert list(operator_offers(typed)) == []


def test_it_is_offered_with_how_many_more_it_finds_and_the_typed_is_searched(
    shelf: Any, build: Build
) -> None:
    shelf.put(
        build("ett", "Skolan byggs."), build("annat", "En förskola."), build("båda", "Skola, förskola.")
    )
    found = shelf.searcher.search("skola eller förskola", shelf.everyone)
    assert {hit.id for hit in found.hits} == {"båda"}
    assert [(offer.query, offer.more) for offer in found.offers] == [("skola ELLER förskola", 2)]
    without = shelf.searcher.search("skola -förskola", shelf.everyone)
    assert [(offer.query, offer.more) for offer in without.offers] == [("skola INTE förskola", 1)]
