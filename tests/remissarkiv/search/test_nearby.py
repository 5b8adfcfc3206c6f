"""Words a slip away: whichever slip it is, wherever it is."""

from collections.abc import Iterator

import pytest

from remissarkiv.language.lexicon import base_lexicon
from remissarkiv.search.nearby import near_words

WORDS = ("kommunallagen", "rådgivning", "bibliotek")
LETTERS = "bkö"


def slips(word: str, first: int) -> Iterator[str]:
    """The word with each letter from `first` on left out, exchanged, swapped, or another before it."""
    for at in range(first, len(word)):
        yield word[:at] + word[at + 1 :]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for letter in LETTERS:
            yield word[:at] + letter + word[at + 1 :]
            yield word[:at] + letter + word[at:]


@pytest.mark.parametrize("word", WORDS)
def test_every_single_slip_is_put_right(word: str) -> None:
    lexicon = base_lexicon()
    for typed in {*slips(word, 0), word + "n"} - {word}:
        near = {near.text: near.slips for near in near_words(typed, lexicon)}
        # å, ä and ö count as a, a and o: `bibliatek` and `bibliötek` may be no slip at all.
        assert near.get(word, 2) <= 1, typed


def test_two_slips_behind_the_first_letter_are_put_right() -> None:
    lexicon = base_lexicon()
    for typed in list(slips("kommunallagen", 2))[::4]:
        for twice in list(slips(typed, len(typed) - 4))[::5]:
            if twice != "kommunallagen":
                found = [near.text for near in near_words(twice, lexicon, slips=2)]
                assert "kommunallagen" in found, twice
