"""What it takes for a word to be read as another: the shortcuts give what going all the ways gives."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.repair.channel import IMPOSSIBLE, Channel, the_channel

READINGS = {
    ("a", "a"): 0.0,
    ("n", "n"): 0.01,
    ("ö", "o"): 0.9,
    ("ä", "ii"): 2.6,
    ("rn", "m"): 3.2,
    ("a", "n"): 6.0,
    ("", "."): 8.8,
}


def all_ways(written: str, read: str) -> float:
    """The cheapest of all ways to read the word so, letter by letter."""
    if not written:
        return 0.0 if not read else IMPOSSIBLE
    letter, rest = written[0], written[1:]
    same = READINGS.get((letter, letter), 0.1)
    ways = [(5.0 if letter in "åäö" else 8.5) + all_ways(rest, read)]
    if read:
        ways.append((same if read[0] == letter else 9.0) + all_ways(rest, read[1:]))
        if letter in read[:2] and len(read) > 1:
            ways.append(same + 8.5 + all_ways(rest, read[2:]))
    for (one, other), cost in READINGS.items():
        if one and one != other and written.startswith(one) and read.startswith(other):
            ways.append(cost + all_ways(written[len(one) :], read[len(other) :]))
    return min(ways)


@given(st.text("anörmiä", max_size=6), st.text("anormi", max_size=6), st.floats(0, 30))
def test_the_cheapest_way_is_found_within_the_limit(written: str, read: str, limit: float) -> None:
    cheapest = all_ways(written, read)
    found = Channel(READINGS).cost(written, read, limit)
    if abs(len(written) - len(read)) > 4 or cheapest > limit + 1e-9:
        assert found == IMPOSSIBLE
    elif cheapest < limit - 1e-9:
        assert math.isclose(found, cheapest, abs_tol=1e-9)


@given(st.text("abcdefghijklmnopqrstuvwxyzåäö", min_size=1, max_size=60))
def test_a_word_is_read_as_itself_at_next_to_no_cost(word: str) -> None:
    assert the_channel().cost(word, word) <= 0.1 * len(word)
    assert the_channel().cost(word, word, -1.0) == IMPOSSIBLE


@pytest.mark.parametrize(("written", "read"), [("modern", "modem"), ("är", "ar"), ("för", "fér")])
def test_usual_readings_cost_little(written: str, read: str) -> None:
    assert the_channel().cost(written, read) < 4


def test_every_reading_but_the_letter_itself_is_told() -> None:
    assert sorted(Channel(READINGS).readings()) == [
        ("a", "n", 6.0),
        ("rn", "m", 3.2),
        ("ä", "ii", 2.6),
        ("ö", "o", 0.9),
    ]
