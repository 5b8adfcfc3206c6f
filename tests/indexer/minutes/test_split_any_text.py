"""Whatever the text, minutes are divided without losing a character, and with their way back."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.extract import extract
from indexer.minutes import SplitMinutes, split
from indexer.normalise import normalise
from indexer.readers import Reading
from remissarkiv.domain import Document, Kind, Span

PIECES = st.sampled_from(
    [
        "§ 1", "§ 2", "§ 3", "§ 4 Dnr KS 2024/12", "§ 5 Svar på motion om cykel", "Ks § 3", "Au § 112", "8 6",
        "§§ 7-9", "12 §", "§ 5 i lagen", "§ 12 a", "Beslut", "Kommunstyrelsen beslutar att", "Reservation",
        "Beslutsunderlag", "Innehållsförteckning", "Paragrafer §§ 1-12", "Underskrifter", "Dnr KS 2024/7",
        "PROTOKOLL   3 (12)", "Kommunstyrelsen", "\t", "     ", "\n", "\n\n", "\f", "av-", "slag", "ﬁnans",
        "2 kap. 1 § kommunallagen (2017:725)", "motion av Åsa Berg (S)",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=60).map("\n".join),
    st.lists(PIECES, max_size=60).map("\n\n".join),
)


def divided(text: str) -> tuple[Document, SplitMinutes | None]:
    pages = tuple(Span(n, n + 40) for n in range(0, len(text) - 40, 40)) if "\f" in text else ()
    normal = normalise(Reading(text=text, media_type="text/plain", pages=pages))
    whole = replace(extract(normal, name="x.txt"), kind=Kind.PROTOKOLL)
    return whole, split(normal, whole, name="x.txt")


@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
def test_no_character_is_lost_and_parts_are_apart(text: str) -> None:
    whole, minutes = divided(text)
    if minutes is None:
        return
    spans = [paragraph.span for paragraph in minutes.paragraphs]
    assert all(0 <= span.start < span.end <= len(whole.text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert minutes.whole.text == whole.text
    assert minutes.whole.parted == tuple(spans)
    for paragraph in minutes.paragraphs:
        assert paragraph.document.text == whole.text[slice(*paragraph.span)]
    labels = [paragraph.label for paragraph in minutes.paragraphs]
    assert len(set(labels)) == len(labels)


@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
def test_between_its_segments_a_paragraph_says_what_was_read(text: str) -> None:
    _, minutes = divided(text)
    for paragraph in minutes.paragraphs if minutes else ():
        document = paragraph.document
        place = original = 0
        for segment in document.segments:
            assert (
                document.text[place : segment.repaired.start]
                == (document.original[original : segment.original.start])
            )
            place, original = segment.repaired.end, segment.original.end
        assert document.text[place:] == document.original[original:]


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_what_was_found_in_a_paragraph_is_no_longer_the_whole_s(text: str) -> None:
    _, minutes = divided(text)
    if minutes is None:
        return
    whole = minutes.whole
    found = [
        *(m.dnr.span for m in whole.dnr if m.dnr.span.end),
        *(c.span for c in whole.citations),
        *(s.span for s in whole.sections),
    ]
    for span in found:
        assert not any(span.overlaps(part) for part in whole.parted)


def test_a_text_of_nothing_but_paragraph_lines_ends() -> None:
    for piece in ("§ 1\n", "§ 1\n\n", "§ 9999\n", "8 1\n\n", "1 §\n"):
        divided("SAMMANTRÄDESPROTOKOLL\n\n" + piece * (50_000 // len(piece)))
