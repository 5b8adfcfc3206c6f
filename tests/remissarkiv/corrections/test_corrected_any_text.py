"""Whatever a document holds and whatever is corrected in it, its places and the way back stay right."""

import datetime
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from remissarkiv.corrections import Anchor, Correction, What, apply, of_sentence
from remissarkiv.corrections.places import Folded, find_sentence, sentence_anchor
from remissarkiv.corrections.words import Edit, with_words
from remissarkiv.domain import Citation, Document, Kind, Segment, Span

WORDS = st.text(alphabet="abåäö -\n.", min_size=1, max_size=6)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A text of words, some of them repaired, each of them a citation of its own."""
    original = text = ""
    segments, citations = [], []
    for number, (read, shown) in enumerate(
        draw(st.lists(st.tuples(WORDS, st.one_of(st.none(), WORDS, st.just(""))), max_size=12))
    ):
        mended = read if shown is None else shown
        if mended != read:
            at, to = len(original), len(text)
            segments.append(Segment(Span(at, at + len(read)), Span(to, to + len(mended)), "ocr-word", 0.1))
        if mended:
            citations.append(Citation(f"k{number}", mended, Span(len(text), len(text) + len(mended))))
        original += read
        text += mended
    return Document(
        title="t",
        kind=Kind.YTTRANDE,
        text=text,
        original=original,
        segments=tuple(segments),
        citations=tuple(citations),
    )


@st.composite
def edits(draw: st.DrawFn, length: int) -> list[Edit]:
    """Places of what was read that do not overlap."""
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return [Edit(Span(start, end), draw(WORDS)) for start, end in pairs]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_the_way_back_is_whole_and_every_citation_holds_its_words(data: st.DataObject) -> None:
    document = data.draw(documents())
    wanted = data.draw(edits(len(document.original)))
    now, refused = with_words(document, wanted)
    done = end = 0
    for segment in now.segments:
        assert now.original[done : segment.original.start] == now.text[end : segment.repaired.start]
        done, end = segment.original.end, segment.repaired.end
    assert now.original[done:] == now.text[end:]
    made = [edit for edit in wanted if edit not in refused]
    for citation in now.citations:
        assert 0 <= citation.span.start <= citation.span.end <= len(now.text)
        assert now.text[slice(*citation.span)] == citation.text
    if not made:
        assert now == document


@given(documents(), st.integers(0, 60), st.integers(1, 30))
def test_a_sentence_is_found_where_it_was(document: Document, start: int, length: int) -> None:
    span = Span(min(start, len(document.text)), min(start + length, len(document.text)))
    anchor = sentence_anchor(document, span)
    found = find_sentence(document, anchor)
    if anchor.read:
        assert found is not None
        assert 0 <= found.start <= found.end <= len(document.text)


@given(st.text(max_size=60))
def test_folding_and_unfolding_lead_to_the_same_words(text: str) -> None:
    folded = Folded(text)
    assert folded.text == " ".join(text.split())
    for start in range(len(folded.text)):
        if folded.text[start] != " ":
            place = folded.unfold(Span(start, start + 1))
            assert text[slice(*place)] == folded.text[start]
            assert folded.fold(place.start) == start


@given(documents(), st.text(max_size=20), st.integers(-5, 10**9), st.dictionaries(st.text(), st.text()))
def test_no_stored_correction_stops_a_document_from_being_shown(
    document: Document, words: str, number: int, value: dict[str, str]
) -> None:
    anchor = Anchor(words, words, number, Span(number, number + 3), words, words, number, number)
    now = datetime.datetime.now(datetime.UTC)
    said = [
        Correction(n, "a", what, anchor, was, became, "x", now, "y", undoes, "ab", "t")
        for n, (what, was, became, undoes) in enumerate(
            (what, was, became, undoes)
            for what in What
            for was in (None, value)
            for became in (None, value)
            for undoes in (None, number)
        )
    ]
    corrected = apply(document, said, "ab")
    assert len(corrected.entries) == len(said)


def test_many_findings_are_corrected_in_time_in_proportion_to_the_text(growth: Callable[..., float]) -> None:
    value = {"verdict": "förenligt", "actor_kind": "nämnd", "status": "beslut"}
    now = datetime.datetime.now(datetime.UTC)

    def read(text: str) -> object:
        document = Document(title="t", kind=Kind.YTTRANDE, text=text, original=text)
        said = []
        for number in range(20):
            draft = of_sentence(document, What.ASSESSMENT, Span(number * 30, number * 30 + 20), value)
            said.append(
                Correction(number, "a", draft.what, draft.anchor, None, value, "x", now, "y", None, "ab", "t")
            )
        return apply(document, said, "ab")

    assert growth(read, "Nämnden säger att det är bra. ") < 8
