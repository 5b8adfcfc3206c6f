"""Slips of the finger between two words: left out, doubled, changed, swapped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.language.slips import slips_between


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("kommunallagen", "kommunallagen", 0),
        ("komunallagen", "kommunallagen", 1),
        ("kommmunallagen", "kommunallagen", 1),
        ("kommunsllagen", "kommunallagen", 1),
        ("kommunlalagen", "kommunallagen", 1),
        ("komunalagen", "kommunallagen", 2),
        ("", "lag", 3),
    ],
)
def test_slips_are_counted_either_way(one: str, other: str, count: int) -> None:
    assert slips_between(one, other) == slips_between(other, one) == count


def test_the_count_stops_above_the_most_that_is_asked_for() -> None:
    assert slips_between("komunalagen", "kommunallagen", 2) == 2
    assert slips_between("komunalagen", "kommunallagen", 1) > 1
    assert slips_between("kommunallagen", "socialtjänst", 2) > 2


_WORDS = st.text("abc", max_size=5)


@given(_WORDS, _WORDS, _WORDS, _WORDS)
def test_what_words_begin_and_end_with_alike_makes_no_difference(
    one: str, other: str, start: str, end: str
) -> None:
    assert slips_between(start + one + end, start + other + end) == slips_between(one, other)
