"""Minutes in the layouts of different kommuner: one document for each §, with its Dnr and its decision."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from indexer.extract import extract
from indexer.minutes import Paragraph, SplitMinutes, split
from indexer.normalise import normalise
from indexer.readers import read
from remissarkiv.domain import DnrRole, Document, SectionKind

CASES = Path(__file__).parent / "cases"
FILES = sorted(path for path in CASES.iterdir() if path.suffix != ".toml")


def divided(file: Path) -> SplitMinutes:
    normal = normalise(read(file.read_bytes(), file.name))
    found = split(normal, extract(normal, name=file.name), name=file.name)
    assert found is not None
    return found


def expectation(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.with_suffix(".toml").read_text(encoding="utf-8"))


def own(document: Document) -> list[str]:
    return [mention.dnr.value for mention in document.dnr if mention.role is DnrRole.OWN]


def body(document: Document, kind: SectionKind) -> str:
    """The words of the sections of a kind without their headings, on one line."""
    sections = [section for section in document.sections if section.kind is kind]
    texts = (document.text[s.span.start + len(s.heading) : s.span.end] for s in sections)
    return " ".join(" ".join(texts).split())


def seen(paragraph: Paragraph, expected: dict[str, Any]) -> dict[str, Any]:
    """What was understood of a §, in the form of the expectation and of the same keys."""
    document = paragraph.document
    everything = {
        "number": paragraph.number,
        "title": document.title,
        "own": own(document),
        "beslut": body(document, SectionKind.BESLUT),
        "reservation": body(document, SectionKind.RESERVATION),
        "sections": [section.kind.value for section in document.sections if section.heading],
        "motioner": [motionar.name for motionar in document.motioner],
        "remissinstanser": list(document.remissinstanser),
        "citations": [citation.key for citation in document.citations],
    }
    return {key: everything[key] for key in expected}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_paragraph_of_the_minutes_is_a_document(file: Path) -> None:
    expected = expectation(file)["paragraph"]
    paragraphs = divided(file).paragraphs
    assert [paragraph.number for paragraph in paragraphs] == [each["number"] for each in expected]
    assert [seen(p, each) for p, each in zip(paragraphs, expected, strict=True)] == expected


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_whole_keeps_what_belongs_to_no_paragraph(file: Path) -> None:
    expected = expectation(file)
    minutes = divided(file)
    whole = minutes.whole
    shown = {
        "title": whole.title,
        "date": whole.date,
        "kommun": whole.kommun,
        "namnd": whole.namnd,
        "own": own(whole),
        "end": whole.text[minutes.paragraphs[-1].span.end :].strip().split("\n")[0],
    }
    assert {key: shown[key] for key in expected if key != "paragraph"} == {
        key: value for key, value in expected.items() if key != "paragraph"
    }
    assert whole.parted == tuple(paragraph.span for paragraph in minutes.paragraphs)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_paragraph_has_the_day_and_board_of_the_meeting(file: Path) -> None:
    minutes = divided(file)
    for paragraph in minutes.paragraphs:
        document = paragraph.document
        assert (document.date, document.namnd, document.kommun, document.kind) == (
            minutes.whole.date,
            minutes.whole.namnd,
            minutes.whole.kommun,
            minutes.whole.kind,
        )
        assert paragraph.label == f"§ {paragraph.number}"
        assert minutes.whole.text[slice(*paragraph.span)] == document.text


def test_a_line_of_the_table_of_contents_is_not_what_the_minutes_are_called() -> None:
    contents = "Upprop och val av protokollsjusterare ................ 3\nTaxa för bad ............... 4\n\n"
    paragraphs = "".join(
        f"§ {number}\nDnr KS 2022/{number}\n{title}\n\n"
        f"Beslut\nKommunstyrelsen beslutar att {title.lower()}.\n\n"
        for number, title in (
            (1, "Upprop och val av protokollsjusterare"),
            (2, "Taxa för bad"),
            (3, "Ny väg"),
        )
    )
    text = f"{contents}SAMMANTRÄDESPROTOKOLL\nKommunstyrelsen\nSammanträdesdatum 2022-03-09\n\n{paragraphs}"
    normal = normalise(read(text.encode(), "protokoll.txt"))
    minutes = split(normal, extract(normal, name="protokoll.txt"), name="protokoll.txt")
    assert minutes is not None
    assert minutes.whole.title == "Protokoll Kommunstyrelsen 2022-03-09"
