"""The words by which damage is told, cut at blanks, are those that the pattern finds in the text."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.language import damage

PIECES = st.sampled_from(
    (
        "1",
        "l1",
        "1.",
        "11",
        "ar",
        "är",
        "och,",
        "x²",
        "½",
        "a_b",
        "3 a",
        "K1",
        " ",
        "\n",
        "\u2003",
        "\x1c",
        "\x1f",
    )
)
texts = st.lists(PIECES | st.text(max_size=3), max_size=8).map("".join)


def _found(text: str) -> Counter[str]:
    low = damage._lower(text)
    words = (
        [word.lower() for word in damage._WORD.findall(text)] if low is None else damage._WORD.findall(low)
    )
    return Counter(words)


@pytest.mark.parametrize(
    "text", ["", " ", "1", "1 ", "(1", "(1 och", "och 1", "1 och", "a1\n", "a1", "1\x1c"]
)
def test_a_one_is_a_word_before_a_blank(text: str) -> None:
    assert Counter(damage._words(text)) == _found(text)


@given(texts)
def test_no_word_is_passed_over(text: str) -> None:
    assert Counter(damage._words(text)) == _found(text)
