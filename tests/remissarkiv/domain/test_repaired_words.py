"""Which words of a document were repaired, and what had been read there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.domain import (
    Document,
    Kind,
    Segment,
    Span,
    read_at,
    repaired_words,
    wordings,
)


def document(*pieces: str | tuple[str, str, str]) -> Document:
    """A document put together from stretches that are as they were read, and (read, text, rule)."""
    original = text = ""
    segments = []
    for piece in pieces:
        read, shown, rule = (piece, piece, "") if isinstance(piece, str) else piece
        if rule:
            segments.append(
                Segment(
                    Span(len(original), len(original) + len(read)),
                    Span(len(text), len(text) + len(shown)),
                    rule,
                )
            )
        original += read
        text += shown
    return Document(title="", kind=Kind.OVRIGT, text=text, original=original, segments=tuple(segments))


def pairs(made: Document) -> list[tuple[str, str]]:
    return [wordings(made, word) for word in repaired_words(made)]


def test_a_repaired_letter_gives_its_whole_word() -> None:
    made = document("till socialn", ("d", "ä", "ocr-word"), "mnden.")
    assert pairs(made) == [("socialndmnden", "socialnämnden")]


def test_what_only_tidies_the_text_is_no_repair() -> None:
    made = document("a", ("  ", " ", "whitespace"), "kommun", ("-\n", "", "line-hyphen"), "styrelsen")
    assert pairs(made) == []


def test_a_word_that_a_line_end_divided_is_one_word() -> None:
    made = document("till social", ("-\n", "", "line-hyphen"), "n", ("d", "ä", "ocr-word"), "mnden")
    assert pairs(made) == [("social- ndmnden", "socialnämnden")]


def test_two_repairs_in_a_word_are_one_and_in_two_words_two() -> None:
    made = document(
        *("F", ("o", "ö", "ocr-word"), "rvaltningens tj", ("é", "ä", "ocr-word"), "nsteutl"),
        *(("a", "å", "ocr-word"), "tande ", ("1", "i", "ocr-sign"), " dag"),
    )
    assert pairs(made) == [
        ("Forvaltningens", "Förvaltningens"),
        ("tjénsteutlatande", "tjänsteutlåtande"),
        ("1", "i"),
    ]


def test_signs_and_words_beside_each_other_stay_apart() -> None:
    made = document(("»", "•", "ocr-sign"), ("Socialnimnden", "Socialnämnden", "ocr-word"), " 2 $"[:3])
    assert pairs(made) == [("»", "•"), ("Socialnimnden", "Socialnämnden")]


def test_a_running_head_beside_a_word_is_not_of_it() -> None:
    made = document("slut\n", ("Stockholms stad\n", "", "running-head"), ("dr", "är", "ocr-word"), " det")
    assert pairs(made) == [("dr", "är")]


def test_words_taken_apart_and_put_together() -> None:
    made = document(
        "bli ", ("paatt", "på att", "ocr-split"), " se ", ("for valtning", "förvaltning", "ocr-join")
    )
    assert pairs(made) == [("paatt", "på att"), ("for valtning", "förvaltning")]


def test_a_stretch_gives_those_it_touches_and_the_same_as_the_whole() -> None:
    made = document(*("ord ", ("dr", "är", "ocr-word"), " ") * 300)
    every = repaired_words(made)
    assert len(every) == 300
    for start in range(0, 2000, 37):
        stretch = Span(start, start + 50)
        near = tuple(word for word in every if word.repaired.overlaps(stretch))
        assert repaired_words(made, stretch) == near


pieces = st.lists(
    st.one_of(
        st.sampled_from(["a", "ord ", " ", "\n", "2 §"]),
        st.tuples(
            st.sampled_from(["d", "", "-\n", " 1", "Sida 3 (4)\n"]),
            st.sampled_from(["ä", "", " ", "i", "•"]),
            st.sampled_from(["ocr-word", "ocr-sign", "line-hyphen", "running-head"]),
        ),
    ),
    max_size=14,
)


@given(pieces)
def test_between_repaired_words_both_texts_are_tied_by_the_other_segments(
    made_of: list[str | tuple[str, str, str]],
) -> None:
    made = document(*made_of)
    place = read = 0
    for word in repaired_words(made):
        assert word.original.start >= read
        assert word.repaired.start >= place
        read, place = word.original.end, word.repaired.end
    assert read <= len(made.original)
    assert place <= len(made.text)
    covered = [
        any(
            word.repaired.start <= s.repaired.start and s.repaired.end <= word.repaired.end
            for word in repaired_words(made)
        )
        for s in made.repairs
    ]
    assert all(covered)


@pytest.mark.parametrize(
    ("words", "read"),
    [("socialnämnden", "socialndmnden"), ("till", "till"), ("ämn", "dmn"), ("är", "dr"), ("Ja", "Ja")],
)
def test_a_place_in_the_text_leads_to_where_it_was_read(words: str, read: str) -> None:
    made = document(
        *("Ja", ("  \n", " ", "whitespace"), "till socialn", ("d", "ä", "ocr-word"), "mnden "),
        *(("dr", "är", "ocr-word"),),
    )
    place = made.text.index(words)
    (span,) = read_at(made, [Span(place, place + len(words))])
    assert made.original[slice(*span)] == read
