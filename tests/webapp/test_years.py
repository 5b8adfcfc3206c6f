"""Years as bars: even time, links that choose, few enough to be seen."""

import pytest

from webapp.addresses import SearchAddress
from webapp.years import HEIGHT, year_bars

ASKED = SearchAddress(query="x")


def test_years_without_hits_keep_their_empty_place() -> None:
    bars = year_bars([("2021", 2), ("2023", 4)], ASKED)
    assert bars is not None
    assert [(bar.label, bar.height) for bar in bars.bars] == [
        ("2021: 2 träffar", HEIGHT // 2),
        ("2022: 0 träffar", 0),
        ("2023: 4 träffar", HEIGHT),
    ]
    assert (bars.first, bars.last) == (2021, 2023)


def test_a_bar_chooses_its_year_and_knows_that_it_is_chosen() -> None:
    bars = year_bars([("2021", 2), ("2023", 4)], ASKED.toggle("year", "2023"))
    assert bars is not None
    assert [bar.chosen for bar in bars.bars] == [False, False, True]
    assert bars.bars[0].parameters == "q=x&ar=2021&ar=2023"
    assert bars.bars[2].parameters == "q=x"


@pytest.mark.parametrize("counts", [[], [("2025", 9)], [("okänt", 3), ("2025", 9)]])
def test_one_year_needs_no_picture(counts: list[tuple[str, int]]) -> None:
    assert year_bars(counts, ASKED) is None


def test_three_centuries_become_spans_of_years() -> None:
    bars = year_bars([("1736", 1), ("1998", 5), ("2025", 9)], ASKED)
    assert bars is not None
    assert len(bars.bars) <= 60
    assert bars.bars[0].label == "1735–1739: 1 träff"
    assert bars.bars[0].parameters == "q=x&ar=1736"
    assert bars.bars[-1].parameters == "q=x&ar=2025"


def test_a_single_hit_among_thousands_is_still_seen() -> None:
    bars = year_bars([("2000", 1), ("2001", 9000)], ASKED)
    assert bars is not None
    assert bars.bars[0].height > 0


def test_a_bar_is_a_link_that_says_whether_it_is_chosen() -> None:
    bars = year_bars([("2021", 2), ("2023", 4)], SearchAddress(query="x").toggle("year", "2023"))
    assert bars is not None
    first, second = bars.links("/lagrum/a&b").split("\n")
    assert first.startswith(
        '<a href="/lagrum/a&amp;b?q=x&amp;ar=2021&amp;ar=2023" aria-label="2021: 2 träffar">'
    )
    assert second.startswith('<a href="/lagrum/a&amp;b?q=x" aria-label="2023: 4 träffar, valt" class="in">')
