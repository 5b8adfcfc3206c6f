"""The words of a text are found by form and by key where they stand."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.domain import Span
from remissarkiv.passages import WordIndex

Words = list[tuple[str, Span]]

FORMS = ["skola", "skolan", "skol", "å", "2017:725", "\ud800x", "", "x" * 300]


@st.composite
def placed_words(draw: st.DrawFn) -> Words:
    """Words at rising places, now and then far apart; a place may hold more than one."""
    words, place = [], 0
    for form, gap, length in draw(
        st.lists(
            st.tuples(
                st.sampled_from(FORMS), st.sampled_from([0, 1, 9, 300, 70_000]), st.sampled_from([0, 4, 400])
            ),
            max_size=30,
        )
    ):
        place += gap
        words.append((form, Span(place, place + length)))
    return words


def keys(form: str) -> tuple[str, ...]:
    """Two keys for most forms, shared by some; none for the empty one."""
    return (form[:4], form[-1:]) if form else ()


def spans(index: WordIndex, forms: list[int], within: Span | None = None) -> list[Span]:
    return index.spans(index.words_of(forms, index.within(within)))


@given(placed_words())
def test_lists_of_words_give_the_same_index(words: Words) -> None:
    lists = (
        [form for form, _ in words],
        [span.start for _, span in words],
        [end - at for _, (at, end) in words],
    )
    assert WordIndex.of_lists(*lists, keys).packed == WordIndex.of(words, keys).packed


@given(placed_words(), st.sampled_from(["skol", "skola", "n", "a", "å", "2017", "borta"]))
def test_words_are_found_by_form_and_key_and_their_beginnings(words: Words, asked: str) -> None:
    index = WordIndex(WordIndex.of(words, keys).packed)

    def expected(answers: Callable[[str], bool]) -> list[Span]:
        return [span for form, span in words if answers(form)]

    assert len(index) == len(words)
    assert index.forms == tuple(dict.fromkeys(form for form, _ in words))
    number = index.form(asked)
    assert spans(index, [] if number is None else [number]) == expected(lambda form: form == asked)
    assert spans(index, index.forms_beginning(asked)) == expected(lambda form: form.startswith(asked))
    assert spans(index, index.forms_with_key(asked)) == expected(lambda form: asked in keys(form))
    assert spans(index, index.forms_with_key_beginning(asked)) == expected(
        lambda form: any(key.startswith(asked) for key in keys(form))
    )


@given(placed_words(), st.lists(st.sampled_from(FORMS), min_size=1, max_size=3))
def test_runs_of_forms_are_found_where_one_follows_the_other(words: Words, run: list[str]) -> None:
    index = WordIndex.of(words)
    numbers = [number for form in run if (number := index.form(form)) is not None]
    if len(numbers) < len(run):
        return
    expected = [
        Span(words[first][1].start, words[first + len(run) - 1][1].end)
        for first in range(len(words) - len(run) + 1)
        if [form for form, _ in words[first : first + len(run)]] == run
    ]
    assert index.spans(index.runs_of(numbers, index.within(None)), len(run)) == expected


@given(placed_words(), st.integers(0, 1000), st.integers(0, 1000))
def test_a_stretch_holds_the_words_that_begin_in_it(words: Words, start: int, length: int) -> None:
    index = WordIndex.of(words)
    within = Span(start, start + length)
    every = list(range(len(index.forms)))
    expected = [span for _, span in words if within.start <= span.start < within.end]
    assert spans(index, every, within) == expected


@pytest.mark.parametrize("stretch", [Span(0, 1), Span(3, 5), Span(4, 4), Span(0, 99), Span(11, 12)])
def test_the_words_of_a_stretch_are_those_that_share_a_character_with_it(stretch: Span) -> None:
    words = [("ett", Span(0, 4)), ("två", Span(4, 8)), ("tre", Span(10, 12))]
    expected = [(form, span) for form, span in words if span.overlaps(stretch)]
    assert WordIndex.of(words).overlapping(stretch) == expected


def test_many_keys_are_narrowed_to_those_that_stand_there() -> None:
    index = WordIndex.of([("skola", Span(0, 5))], keys)
    few = ["skol", "borta"]
    assert list(index.held_keys(few)) == few
    assert index.held_keys([*few, *(f"nyckel{number}" for number in range(100))]) == ["skol"]


def test_a_text_without_words_has_an_index() -> None:
    index = WordIndex(WordIndex.of(()).packed)
    assert (len(index), index.forms, index.form("x"), index.forms_beginning("x")) == (0, (), None, [])
    assert spans(index, []) == []
