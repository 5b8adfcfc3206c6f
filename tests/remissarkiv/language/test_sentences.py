"""Where sentences end: the quick search finds what a plain one does."""

import random
import re

import pytest

from remissarkiv.domain import Span
from remissarkiv.language import sentences
from remissarkiv.language.sentences import sentence_breaks

PLAIN = re.compile(r"(?<=[.!?:])\s+(?=[\"”»(]?[A-ZÅÄÖ0-9])|\n\s*\n")
SIGNS = '. \n:!?ABcdÅkap123("”»\t'


def _plainly(text: str, start: int, end: int) -> list[Span]:
    found = (Span(*gap.span()) for gap in PLAIN.finditer(text, start, end))
    return [gap for gap in found if not sentences._is_abbreviated(text, gap)]


def test_the_sign_before_the_blanks_finds_the_same_as_the_blanks() -> None:
    dice = random.Random("sentences")
    for _ in range(20_000):
        text = "".join(dice.choice(SIGNS) for _ in range(dice.randrange(14)))
        start = dice.randrange(len(text) + 1)
        end = dice.randrange(start, len(text) + 1)
        assert list(sentence_breaks(text, start, end)) == _plainly(text, start, end), (text, start, end)


def test_a_piece_may_begin_with_the_blanks_after_a_sentence() -> None:
    assert list(sentence_breaks("Svar: Nämnden avstår.", 5, 21)) == [Span(5, 6)]
    assert list(sentence_breaks("Svar.\n\nNämnden", 5, 14)) == [Span(5, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "Se 2 kap. 1 §.",
        "Enligt prop. 2016 gäller det.",
        "Det gäller t.ex. Björkåsa.",
        "Dnr. 12 avser bron.",
        "Diarienr: KS 2025",
        "1. Motionen avslås",
        "Av A. Ek föreslås det",
    ],
)
def test_no_sentence_ends_with_an_abbreviation(text: str) -> None:
    assert list(sentence_breaks(text, 0, len(text))) == []


@pytest.mark.parametrize("abbreviation", sorted(sentences._NEVER_LAST | sentences._NOT_BEFORE_NUMBER))
def test_every_abbreviation_is_known_before_a_number(abbreviation: str) -> None:
    text = f"Enligt {abbreviation}. 12"
    assert list(sentence_breaks(text, 0, len(text))) == []
