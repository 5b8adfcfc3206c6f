"""A person says what a misread word should be, and everything behind it keeps its place."""

import dataclasses
from collections.abc import Callable

import pytest

from remissarkiv.corrections import Correction, State, What, apply, of_finding, of_word
from remissarkiv.corrections.words import Edit, with_words
from remissarkiv.domain import Document, Kind, Segment, Span, read_at, repaired_words, wordings

Log = Callable[..., list[Correction]]
Reread = Callable[..., Document]


def word(document: Document, shown: str, right: str) -> object:
    start = document.text.index(shown)
    return of_word(document, Span(start, start + len(shown)), right)


def spans_and_words(document: Document) -> list[str]:
    """What stands at every place that the document knows of."""
    found = [*document.sections, *document.citations, *document.pages]
    found += [*document.assessments, *document.positions, *document.decisions]
    spans = [one.span for one in found] + [mention.dnr.span for mention in document.dnr]
    return [document.text[slice(*span)] for span in (*spans, *document.damaged)]


@pytest.mark.parametrize(
    ("shown", "right"),
    [
        ("Socialndmnden", "Socialnämnden"),
        ("Forvaltningens", "Stadsledningskontorets"),
        ("avstyrker", "tillstyrker"),
        ("remiss", "r"),
        ("kommunallagen", "kommunallagens"),
    ],
)
def test_every_place_behind_a_corrected_word_still_holds_the_same_words(
    document: Document, log: Log, shown: str, right: str
) -> None:
    now = apply(document, log(word(document, shown, right)), "ab").document
    assert now.text == document.text.replace(shown, right, 1)
    assert spans_and_words(now) == [
        words.replace(shown, right, 1) if words in document.text and shown in words else words
        for words in spans_and_words(document)
    ]


def test_the_way_back_to_what_was_read_goes_through_a_corrected_word(document: Document, log: Log) -> None:
    now = apply(document, log(word(document, "Socialndmnden", "Socialnämndens")), "ab").document
    mended = {wordings(now, one) for one in repaired_words(now)}
    assert ("Socialndmnden", "Socialnämndens") in mended
    (back,) = read_at(now, [now.decisions[0].span])
    assert now.original[slice(*back)] == "Socialnämnden avslår motionen enligt KS 2025/448."
    done = end = 0
    for segment in now.segments:
        assert now.original[done : segment.original.start] == now.text[end : segment.repaired.start]
        done, end = segment.original.end, segment.repaired.end
    assert now.original[done:] == now.text[end:]


def test_a_wrong_repair_becomes_another_word_or_what_was_read(document: Document, log: Log) -> None:
    now = apply(document, log(word(document, "bedömer", "bedömde")), "ab").document
    assert "Förvaltningen bedömde enligt" in now.text
    assert ("bedomer", "bedömde") in {wordings(now, one) for one in repaired_words(now)}
    right = apply(document, log(word(document, "bedömer", "bedomer")), "ab").document
    assert "Förvaltningen bedomer enligt" in right.text
    assert len(right.segments) == len(document.segments) - 1


def test_a_word_is_corrected_again_and_taken_back(document: Document, log: Log) -> None:
    first = word(document, "Socialndmnden", "Socialnämd")
    once = apply(document, log(first), "ab").document
    second = word(once, "Socialnämd", "Socialnämnden")
    assert apply(document, log(first, second), "ab").document.text.count("Socialnämnden") == 2
    assert apply(document, log(first, second, 2), "ab").document == once
    assert apply(document, log(first, 1), "ab").document == document


def test_several_words_are_corrected_at_once(document: Document, log: Log) -> None:
    drafts = [word(document, "Socialndmnden", "Nämnden"), word(document, "Forvaltningens", "Vår")]
    now = apply(document, log(*drafts), "ab").document
    assert now.text == document.text.replace("Socialndmnden", "Nämnden").replace("Forvaltningens", "Vår")
    assert now.sections[0].heading == "Vår bedömning"


def test_after_a_new_reading_the_word_with_the_same_surroundings_is_meant(
    document: Document, log: Log, reread: Reread
) -> None:
    said = log(word(document, "Socialndmnden", "Socialnämnden"))
    assert "Socialnämnden avstyrker" in apply(reread("Nytt sidhuvud\n\n"), said, "cd").document.text
    other = dataclasses.replace(document, text="Annat", original="Annat", segments=())
    corrected = apply(other, said, "cd")
    assert (corrected.document, corrected.entries[0].state) == (other, State.GONE)


def test_a_word_that_is_now_taken_together_with_its_neighbour_is_left_alone(
    document: Document, log: Log
) -> None:
    said = log(word(document, "Socialndmnden", "Socialnämnden"))
    start = document.text.index("Socialndmnden avstyrker")
    both = Span(start, start + len("Socialndmnden avstyrker"))
    joined = dataclasses.replace(
        document, segments=(*document.segments, Segment(both, both, "ocr-word", 1.0))
    )
    corrected = apply(joined, said, "ab")
    assert (corrected.document, corrected.entries[0].state) == (joined, State.GONE)


def test_a_verdict_in_a_sentence_with_a_corrected_word_is_found(document: Document, log: Log) -> None:
    first = word(document, "Socialndmnden", "Socialnämnden")
    once = apply(document, log(first), "ab").document
    gone = of_finding(once, What.POSITION, once.positions[0], None)
    assert apply(document, log(first, gone), "ab").document.positions == ()
    assert apply(document, log(first, gone, 1), "ab").document.positions == ()


def test_many_corrections_of_a_long_text_take_time_in_proportion(growth: Callable[..., float]) -> None:
    def read(text: str) -> object:
        document = Document(title="t", kind=Kind.YTTRANDE, text=text, original=text)
        drafts = [of_word(document, Span(at, at + 4), "nämnd") for at in range(0, 2_000, 20)]
        return with_words(document, [Edit(draft.anchor.place, "nämnd") for draft in drafts])

    assert growth(read, "ndmd säger att det är. ") < 8
