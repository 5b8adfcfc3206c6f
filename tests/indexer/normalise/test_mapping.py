"""Whatever is changed, what was read can be had back."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from indexer.normalise import normalise
from indexer.normalise.mapping import Edit, MappedText
from indexer.readers import Reading
from remissarkiv.domain import Segment, Span

SIGNS = st.sampled_from([
    *"aåäöEXb1. \t\n-", "\u00ad", "\u00a0", "\r\n", "\r", "ﬁ", "\u0308", "a\u030a", "\u200b", "\x07", "\x0c",
    "\ud800", " och ", "-\n", "\n\n\n", "    ", "Sida 2 (3)", "\n\n\n\nDnr KS 2025/1\nSida 2 (3)\n", "\u212b",
])  # fmt: skip
TEXTS = st.lists(SIGNS, max_size=60).map("".join)


def check(original: str, text: str, segments: tuple[Segment, ...]) -> None:
    """The text and, for each segment, what stood there, give the original; segments are in order."""
    parts = []
    before = after = 0
    for segment in segments:
        assert segment.original.start >= before
        assert segment.repaired.start >= after
        unchanged = text[after : segment.repaired.start]
        assert unchanged == original[before : segment.original.start]
        parts += [unchanged, original[slice(*segment.original)]]
        before, after = segment.original.end, segment.repaired.end
    assert "".join([*parts, text[after:]]) == original


@given(TEXTS)
def test_the_original_is_rebuilt_from_text_and_segments(original: str) -> None:
    normal = normalise(Reading(text=original, media_type="text/plain"))
    check(original, normal.text, normal.segments)
    assert unicodedata.is_normalized("NFC", normal.text)
    assert normal.text == normal.text.strip("\n\t ")
    for page in normal.pages:
        assert 0 <= page.span.start <= page.span.end <= len(normal.text)


@given(TEXTS)
def test_normalising_twice_changes_little_more_than_once(original: str) -> None:
    once = normalise(Reading(text=original, media_type="text/plain")).text
    assert "\n\n\n" not in once
    assert not set(once) & set("\u00ad\u00a0\r\x07ﬁ\ud800")


@st.composite
def edits(draw: st.DrawFn, length: int) -> list[Edit]:
    places = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    spans = [Span(a, b) for a, b in zip(places[::2], places[1::2], strict=False)]
    return [Edit(span, draw(st.text("xyz", max_size=4)), "test", 0.5) for span in spans]


@given(st.data(), st.text("abc", max_size=30))
def test_any_number_of_steps_can_be_taken_back(data: st.DataObject, original: str) -> None:
    mapped = MappedText.unchanged(original)
    for _ in range(data.draw(st.integers(1, 4))):
        mapped = mapped.edited(data.draw(edits(len(mapped.text))))
        check(original, mapped.text, mapped.segments)
        place = data.draw(st.integers(0, len(mapped.text)))
        whole = mapped.to_original(Span(0, len(mapped.text)))
        assert 0 <= whole.start <= mapped.to_original(Span(place, place)).start <= len(original)


def test_places_are_found_in_both_directions() -> None:
    mapped = MappedText.unchanged("ett an-\nslag till").edited([Edit(Span(6, 8), "", "line-hyphen")])
    assert mapped.text == "ett anslag till"
    assert mapped.to_original(Span(4, 10)) == Span(4, 12)
    assert mapped.to_text(Span(4, 12)) == Span(4, 10)
    assert mapped.to_text(Span(13, 17)) == Span(11, 15)
    assert mapped.to_original(Span(11, 15)) == Span(13, 17)


def test_a_change_that_touches_no_other_moves_and_others_become_one() -> None:
    first = MappedText.unchanged("an- slag  for en  stad").edited([
        Edit(Span(2, 4), "", "line-hyphen", 0.5), Edit(Span(8, 10), " ", "whitespace"),
        Edit(Span(16, 18), " ", "whitespace"),
    ])  # fmt: skip
    assert first.text == "anslag for en stad"
    second = first.edited([Edit(Span(6, 10), " före", "ocr-word", 1.5)])
    assert second.text == "anslag före en stad"
    assert second.segments == (
        Segment(Span(2, 4), Span(2, 2), "line-hyphen", 0.5),
        Segment(Span(8, 13), Span(6, 11), "ocr-word", 1.5),
        Segment(Span(16, 18), Span(14, 15), "whitespace", 0.0),
    )


def test_a_large_text_is_no_more_work_than_its_length() -> None:
    # A quadratic step would take hours on any of these.
    for piece in ("a", " ", "-\n", "\n", "ord- ", "\u00ad", "a\u0308", "Sida 2 (3)\n\n\n", "Dnr KS 2025/1\n"):
        original = piece * (300_000 // len(piece))
        normal = normalise(Reading(text=original, media_type="text/plain"))
        assert len(normal.text) <= len(original)
