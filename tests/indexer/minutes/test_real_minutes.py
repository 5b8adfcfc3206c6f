"""What is understood of the real minutes beside the project: three §§ of one meeting, each in a file."""

from pathlib import Path

import pytest

from indexer.extract import extract
from indexer.minutes import SplitMinutes, split
from indexer.normalise import normalise
from indexer.readers import read
from remissarkiv.domain import DnrRole, Document, SectionKind

BESLUT = {
    "18": "Kommunstyrelsen antar yttrande, daterat 2023-12-04, och översänder det som sitt svar till Klimat- "
    "och näringslivsdepartementet.",
    "21": "Kommunstyrelsen antar yttrande, daterat 2023-12-18, och översänder det som sitt svar till "
    "Finansdepartementet.",
    "34": "Kommunfullmäktige anser att motionen är besvarad med hänvisning till dels arbetet inom "
    "konsumentrådgivningen, dels implementeringen av plan- och bygglagens krav på laddinfrastruktur, dels "
    "pågående utredning av behovet av publika laddplatser och identifiering av tänkbara laddpunkter och "
    "platser där det finns kapacitet i eldistributionsnätet samt på vilket sätt kommunen kan och bör bidra i "
    "detta arbete.",
}
OWN = {"18": "KS 2023/676", "21": "KS 2023/713", "34": "KS 2023/280"}
TITLES = {
    "18": "Svar på Klimat- och näringslivsdepartementets remiss över promemorian Uppgifter om medelstora "
    "förbränningsanläggningar",
    "21": "Svar på Finansdepartementets remiss över betänkandet Övergångsrestriktioner – ökat förtroende för "
    "offentlig verksamhet (2023:45)",
    "34": "Svar på motion från Maria Losman (MP) om utbyggnad av laddinfrastruktur för elbilar i Kungsbacka",
}


@pytest.fixture
def files(shared_data: Path) -> list[Path]:
    return sorted((shared_data / "municipal").glob("*.md"))


@pytest.fixture
def meeting(files: list[Path]) -> SplitMinutes:
    """The three §§ in one text, as they stand in the minutes of the meeting."""
    bodies = [file.read_text(encoding="utf-8").split("---\n", 2)[2] for file in files]
    normal = normalise(read("\n".join(bodies).encode(), "protokoll.md"))
    minutes = split(normal, extract(normal, name="protokoll.md"), name="protokoll.md")
    assert minutes is not None
    return minutes


def beslut(document: Document) -> str:
    section = next(s for s in document.sections if s.kind is SectionKind.BESLUT)
    return " ".join(document.text[section.span.start + len(section.heading) : section.span.end].split())


def own(document: Document) -> list[str]:
    return [mention.dnr.value for mention in document.dnr if mention.role is DnrRole.OWN]


def test_the_meeting_is_divided_into_its_paragraphs(meeting: SplitMinutes) -> None:
    found = {p.number: p.document for p in meeting.paragraphs}
    assert {number: beslut(document) for number, document in found.items()} == BESLUT
    assert {number: own(document) for number, document in found.items()} == {n: [v] for n, v in OWN.items()}
    assert {number: document.title for number, document in found.items()} == TITLES
    assert [m.name for m in found["34"].motioner] == ["Maria Losman"]


def test_the_whole_is_named_by_board_and_day(meeting: SplitMinutes) -> None:
    assert meeting.whole.title == "Protokoll Kommunstyrelsen 2024-01-23"
    assert meeting.whole.dnr == ()


def test_a_paragraph_in_a_file_of_its_own_stays_one_document(files: list[Path]) -> None:
    for file, number in zip(files, ("18", "21", "34"), strict=True):
        normal = normalise(read(file.read_bytes(), file.name))
        document = extract(normal, name=file.name)
        assert split(normal, document, name=file.name) is None
        assert (own(document), beslut(document)) == ([OWN[number]], BESLUT[number])
        assert document.title.startswith("Svar på")


def test_without_front_matter_its_heading_is_its_title(files: list[Path]) -> None:
    for file, number in zip(files, ("18", "21", "34"), strict=True):
        body = file.read_text(encoding="utf-8").split("---\n", 2)[2]
        document = extract(normalise(read(body.encode(), file.name)), name=file.name)
        assert document.title == TITLES[number]
        assert own(document) == [OWN[number]]
        assert (document.namnd, document.kommun, str(document.date)) == (
            "Kommunstyrelsen",
            "Kungsbacka",
            "2024-01-23",
        )
