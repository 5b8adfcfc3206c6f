"""Two callers: what one may not see teaches nothing and shows nowhere."""

from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import Access, Collection, StoredDocument
from remissarkiv.sync import catch_up_suggestions

Make = Callable[..., StoredDocument]

SECRET = "Utredning av spionbalkong"


@pytest.fixture
def two(suggesting: Any, document: Make) -> Any:
    suggesting.put(
        document("a", "Utredning av balkonger", dnr="KS 2020/1"),
        document("s", SECRET, "spionbalkong " * 5, dnr="KS 2020/17", collection="sluten"),
        document("t", SECRET, "spionbalkong " * 5, dnr="KS 2020/17", collection="sluten"),
        document("m", "Märkt spionbrev", "spionbrev " * 5, dnr="KS 2020/19", group="jurister"),
    )
    return suggesting


@pytest.mark.parametrize(
    "typed", ["spion", "utredning av s", "balkong", "ks 2020", "17", "19", "märkt", "2020/1"]
)
def test_titles_and_dnr_are_for_those_who_may_see_the_document(two: Any, typed: str) -> None:
    shown = [(row.text, row.query, row.detail) for row in two.suggester.suggest(typed, two.everyone)]
    for trace in ("pion", "2020/17", "2020/19"):
        assert trace not in str(shown)


def test_the_insider_finds_them(two: Any) -> None:
    assert two.texts("spionb", "titel", two.insider) == ["Märkt spionbrev", SECRET]
    assert two.texts("ks 2020/1", "dnr", two.insider) == ["KS 2020/1", "KS 2020/17", "KS 2020/19"]


def test_topics_are_learned_from_what_is_open_alone_whoever_asks(two: Any, document: Make) -> None:
    assert two.texts("spion", "ämne", two.insider) == []
    two.put(document("o", "Öppet om spionbalkonger"))
    assert "spionbalkong" in two.texts("spion", "ämne", two.everyone)


def test_nobody_without_a_shelf_sees_a_title(two: Any) -> None:
    assert two.texts("utredning", "titel", Access(frozenset())) == []


def test_a_collection_that_is_closed_is_forgotten_at_once(two: Any) -> None:
    assert "balkong" in two.texts("balkong", "ämne")
    two.catalog.sync_collections((Collection("öppen", "/o", groups=frozenset({"jurister"})),))
    insider = Access(frozenset({"öppen"}))
    assert two.texts("balkong", "ämne", insider) == []
    catch_up_suggestions(two.catalog, two.path)
    assert two.texts("balkong", "ämne", insider) == []
    assert two.texts("balkong", "titel", insider) == ["Utredning av balkonger"]


def test_many_hidden_titles_do_not_push_out_a_visible_one(suggesting: Any, document: Make) -> None:
    hidden = [document(f"s{n}", f"Balkong nummer {n}", collection="sluten", year=2024) for n in range(600)]
    suggesting.put(*hidden, document("a", "Balkong mot gården", year=1990))
    assert suggesting.texts("balk", "titel") == ["Balkong mot gården"]
