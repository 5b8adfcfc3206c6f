"""Where the words stand that a person has copied from a document."""

from collections.abc import Callable

import pytest

from remissarkiv.domain import Document, Kind, Section, SectionKind, Span
from remissarkiv.errors import UsageError
from webapp.corrections.standing import MOST_PLACES, places_of, sentence_of

TEXT = """Beslut
Nämnden avslår motionen enligt 2 kap. 1 § kommunallagen. Den
är inte förenlig med lagen.

Nämnden tackar.
"""


def document(text: str = TEXT, parted: tuple[Span, ...] = ()) -> Document:
    sections = (Section(SectionKind.BESLUT, "Beslut", Span(0, len(text))),) if text == TEXT else ()
    return Document(title="t", kind=Kind.YTTRANDE, text=text, original=text, sections=sections, parted=parted)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("avslår", "Nämnden avslår motionen enligt 2 kap. 1 § kommunallagen."),
        ("Den är  inte", "Den\när inte förenlig med lagen."),
        ("kommunallagen. Den", TEXT[7:].partition("\n\n")[0]),
        ("tackar.", "Nämnden tackar."),
        ("Beslut", "Beslut\nNämnden avslår motionen enligt 2 kap. 1 § kommunallagen."),
    ],
)
def test_the_sentence_is_found_without_the_heading_above_it(words: str, sentence: str) -> None:
    span = sentence_of(document(), words)
    assert TEXT[slice(*span)] == sentence


@pytest.mark.parametrize("words", ["Nämnden", "bifaller", "", " \n"])
def test_words_of_no_sentence_or_of_several_tell_nothing(words: str) -> None:
    with pytest.raises(UsageError):
        sentence_of(document(), words)


def test_what_is_of_a_part_is_corrected_there() -> None:
    parted = (Span(TEXT.index("Nämnden tackar"), len(TEXT)),)
    with pytest.raises(UsageError, match="part"):
        sentence_of(document(parted=parted), "tackar")
    assert places_of(document(parted=parted), "Nämnden") == [Span(7, 14)]


def test_only_whole_words_are_found_and_not_more_than_can_be_shown() -> None:
    assert [TEXT[slice(*place)] for place in places_of(document(), "lagen")] == ["lagen"]
    assert len(places_of(document("ord " * 500), "ord")) == MOST_PLACES


def test_any_text_is_looked_through_in_time_in_proportion_to_its_length(
    growth: Callable[..., float],
) -> None:
    assert growth(lambda text: sentence_of(document(text), "ett ord"), "ett ord som står där ") < 8
    spans = tuple(Span(at, at + 1) for at in range(0, 30_000, 3))

    def look(text: str) -> object:
        try:
            return places_of(document(text, spans), "xett")
        except UsageError:
            return None

    assert growth(look, "xetta xett") < 8
