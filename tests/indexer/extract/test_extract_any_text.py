"""Whatever the text, extraction answers, and its spans lie in the text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.extract import extract
from indexer.normalise.interface import NormalText
from indexer.readers.interface import Heading
from remissarkiv.domain import Document, Span

PIECES = st.sampled_from(
    [
        "Beslut",
        "Remissinstanser",
        "Arendet",
        "§ 12 Dnr KS 2024/12",
        "Svar på remiss från",
        "motion av Åsa Berg (S)",
        "Asa Sdderstrdm (L)",
        "Socialdirektor Avdelningschef",
        "Sida 3 (3)",
        "Datum",
        "2025-13-40",
        "den 31 februari 2025",
        "Till",
        "nämnden",
        "Nämnden för",
        "stadsdelsnämnd",
        "Miljö- och",
        "\t",
        "  ",
        "\n",
        "\n\n",
        "• ",
        "1. ",
        "(",
        ")",
        "Er beteckning",
        "remitterats till",
        "och",
        ",",
        "Bilaga:",
        "Dnr",
        "§",
        "pa fran ar dr och att det som",
        "Interpellation 2014/15:225 X av",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("\n".join),
)


def spans(document: Document) -> list[Span]:
    return [
        *(section.span for section in document.sections),
        *(mention.dnr.span for mention in document.dnr),
        *(citation.span for citation in document.citations),
    ]


@settings(max_examples=120, deadline=None)
@given(text=TEXTS, running=st.lists(PIECES, max_size=4), title=st.text(max_size=30))
def test_any_text_is_answered(text: str, running: list[str], title: str) -> None:
    headings = (Heading(Span(0, min(8, len(text))), 1),) if text.strip() else ()
    normal = NormalText(
        text=text,
        original=text,
        headings=headings,
        running=tuple(running),
        metadata={"title": title, "date": title},
    )
    document = extract(normal, name="x.txt", kommun="Sjöbo kommun", namnd="Socialnämnden")
    assert document.title
    for span in spans(document):
        assert 0 <= span.start <= span.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_sections_cover_the_text_without_a_gap(text: str) -> None:
    sections = extract(NormalText(text=text, original=text), name="x.txt").sections
    assert all(a.span.end == b.span.start for a, b in pairwise(sections))
    if sections:
        assert sections[-1].span.end == len(text)
        assert not text[: sections[0].span.start].strip()


def test_a_text_of_one_repeated_word_takes_no_longer_than_its_length_asks() -> None:
    for piece in (
        "Åsa ",
        "remiss till, ",
        "Anna Berg (S), ",
        "motion av ",
        "2024-01-01 ",
        "A och B- ",
        "\t",
        "aaaa",
        "§ 1 Dnr ",
        "4é",
    ):
        text = piece * (60_000 // len(piece))
        assert extract(NormalText(text=text, original=text), name="lång.txt").text == text
