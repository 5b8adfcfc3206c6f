"""What a person is told to do leads where it says."""

from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import StoredDocument

Build = Callable[..., StoredDocument]


@pytest.fixture
def filled(shelf: Any, build: Build) -> Any:
    shelf.put(
        build("rätt", "Enligt 2 kap. 1 § kommunallagen (2017:725) får kommunen det. Dnr KS 2013-0388."),
        build("fel", "I handlingen står komunallagen, med ett m."),
    )
    return shelf


def told(filled: Any, query: str) -> str:
    return " ".join(problem.message for problem in filled.searcher.search(query, filled.everyone).problems)


@pytest.mark.parametrize("query", ["lag:komunallagen", "2 kap. 1 § komunallagen", 'lag:"komunallagen"'])
def test_a_name_that_was_put_right_can_be_searched_as_it_stands(filled: Any, query: str) -> None:
    assert filled.found(query) == ["rätt"]
    assert 'Sök "komunallagen", med citattecken och utan fält,' in told(filled, query)
    assert filled.found('"komunallagen"') == ["fel"]
    assert told(filled, '"komunallagen"') == ""


def test_a_star_alone_after_dnr_is_not_said_to_be_searched_as_a_word(filled: Any) -> None:
    assert set(filled.found("dnr:*")) == {"rätt", "fel"} == set(filled.found("*"))
    assert "söks som om dnr: inte stod där" in told(filled, "dnr:*")
    assert "söks som ord" in told(filled, "dnr:medborgare")


def test_a_quotation_mark_without_its_other_half_is_read_as_if_it_were_not_there(filled: Any) -> None:
    for query in ('lag:"2:1 KL', '"2:1 KL', '"handlingen står'):
        assert "läses som om citattecknet inte stod där" in told(filled, query)
        assert filled.found(query) == filled.found(query.replace('"', ""))


def test_a_star_that_is_not_used_is_told_as_that(filled: Any) -> None:
    said = told(filled, "dnr:13/3*")
    assert "Stjärnan används inte" in said
    assert "övriga ord" not in said
    assert "Skriv övriga ord utanför dnr:" in told(filled, 'dnr:"svar på KS 2013/388"')


@pytest.mark.parametrize("query", ['"KS 2013/388"', '"2:1 KL"', '"KS 2013/388" kommunen'])
def test_a_dnr_or_lagrum_between_quotation_marks_leads_to_what_it_finds_without_them(
    filled: Any, query: str
) -> None:
    assert filled.found(query) == []
    assert "utan citattecken finns 1 dokument" in told(filled, query)
    assert filled.found(query.replace('"', "")) == ["rätt"]


@pytest.mark.parametrize(
    ("query", "held"),
    [
        ("KS 2013/388", [("Dnr", ("Dnr",))]),
        ("motion lag:KL", [("Ord", ()), ("Lagrum", ("Lagrum",))]),
        ("KS 2013/388 ELLER 2:1 KL", [("Något av", ("Dnr", "Lagrum"))]),
        ("motion INTE 2:1 KL", [("Ord", ()), ("Inte", ("Lagrum",))]),
        ("dnr ELLER lagrum", [("Ord", ())]),
    ],
)
def test_a_dnr_or_lagrum_is_told_of_wherever_it_stands_in_the_query(
    filled: Any, query: str, held: list[tuple[str, tuple[str, ...]]]
) -> None:
    answer = filled.searcher.search(query, filled.everyone)
    assert [(entry.label, entry.identifiers) for entry in answer.understood] == held
