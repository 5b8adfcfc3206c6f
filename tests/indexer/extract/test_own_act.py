"""The text of an act cites itself where its §§ begin, and nobody else there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer import understand
from indexer.extract.own_act import act_in_title, find_hanvisningar
from remissarkiv.domain import Kind


def _keys(text: str, *, title: str, kind: Kind = Kind.FORFATTNING) -> list[str]:
    return [citation.key for citation in find_hanvisningar(text, title=title, kind=kind, date=None)]


STATUTE = (
    "1 §\n\nI rättegångsbalken finns bestämmelser om vittnen.\n\n"
    "2 §\n\nBeslut enligt 1 § får överklagas. Första stycket gäller inte kommuner.\n\n"
    "3 §\n\nArbetsmiljölagen (1977:1160) gäller inte. Lag (2005:1).\n"
)


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Lag (1998:150) om allmän kameraövervakning", "1998:150"),
        ("Förordning (2010:1075) om brandfarliga och explosiva varor", "2010:1075"),
        ("Socialtjänstlag (2001:453)", "2001:453"),
        ("Plan- och bygglag (2010:900)", "2010:900"),
        ("Lantmäteriinstruktion (1974:336)", "1974:336"),
        ("Förordning om statsbidrag till vissa organisationer (2024:152)", "2024:152"),
        ("Lag (1904:48 s. 1) om samäganderätt", "1904:48_s.1"),
        # The §§ are those of the act that is changed.
        ("Lag (2019:835) om ändring i kommunallagen (2017:725)", "2017:725"),
        ("Lag om ändring i kommunallagen (2017:725)", "2017:725"),
        ("Lag om ändring i lagen (2001:454) om införande av socialtjänstlagen (2001:453)", "2001:454"),
        ("Förordning (1977:623) om ersättning enligt lagen (1977:266) om ideell skada", "1977:623"),
        ("Förordning om ersättning enligt lagen (1977:266) om ideell skada (1977:623)", "1977:623"),
        ("Förordning om bidrag enligt skollagen (2010:800)", None),
        ("Förordning om ersättning enligt lagen (1977:266) om ideell skada", None),
        ("Svar på remiss av lag (1998:150) om kameraövervakning", None),
        ("Lagar och avtal (2017:725)", None),
        ("Lag om lustgas", None),
        ("Ordning och reda (SOU 2023:45)", None),
        ("", None),
    ],
)
def test_the_title_tells_which_act_it_is(title: str, number: str | None) -> None:
    assert act_in_title(title) == number


def test_the_paragraphs_of_an_act_are_its_own_whatever_act_was_named_before() -> None:
    assert _keys(STATUTE, title="Lag (1998:150) om vittnen") == [
        "1998:150#P1",
        "1942:740",
        "1998:150#P2",
        "1998:150#P1",
        "1998:150#P3",
        "1977:1160",
        "2005:1",
    ]


def test_the_title_may_stand_above_the_first_paragraph_alone() -> None:
    text = "Lag (1998:150)\nom vittnen\n\n" + STATUTE
    assert "1998:150#P2" in _keys(text, title="I rättegångsbalken finns bestämmelser", kind=Kind.OVRIGT)


def test_spans_are_those_of_what_is_cited() -> None:
    found = find_hanvisningar(STATUTE, title="Lag (1998:150) om vittnen", kind=Kind.FORFATTNING, date=None)
    assert all(STATUTE[slice(*citation.span)] == citation.text for citation in found)


def test_a_paragraph_that_begins_its_line_belongs_to_the_act_too() -> None:
    text = "1 § Konkurslagen (1987:672) gäller.\n\n2 § Ansökan görs hos rätten."
    assert _keys(text, title="Lag (1998:150) om ansökningar") == ["1998:150#P1", "1987:672", "1998:150#P2"]


def test_where_each_chapter_begins_anew_a_paragraph_is_one_of_its_chapter() -> None:
    text = (
        "1 kap. Inledning\n\n1 §\n\nEn text.\n\n"
        "2 kap. Tillstånd\n\n1 §\n\nEtt krav.\n\n2 §\n\nSe 1 § och 1 kap. 1 §."
    )
    assert _keys(text, title="Alkohollag (2010:1622)") == [
        "2010:1622#K1",
        "2010:1622#K1P1",
        "2010:1622#K2",
        "2010:1622#K2P1",
        "2010:1622#K2P2",
        "2010:1622#K2P1",
        "2010:1622#K1P1",
    ]


def test_where_the_count_goes_on_through_the_chapters_they_are_no_part_of_it() -> None:
    text = "1 kap. Avtal\n\n1 §\n\nEn text.\n\n2 kap. Fullmakt\n\n10 §\n\nSe 1 §."
    assert _keys(text, title="Lag (1915:218) om avtal") == [
        "1915:218#K1",
        "1915:218#P1",
        "1915:218#K2",
        "1915:218#P10",
        "1915:218#P1",
    ]


def test_local_regulations_cite_the_act_they_rest_on_and_have_paragraphs_of_their_own() -> None:
    text = (
        "Kommunen föreskriver följande med stöd av 3 kap. 8 § ordningslagen (1993:1617).\n\n"
        "1 § Dessa föreskrifter gäller i Björkåsa.\n\n2 § Hundar ska hållas kopplade.\n\n"
        "3 § Den som bryter mot 2 § kan dömas till böter enligt 3 kap. 22 § ordningslagen."
    )
    assert _keys(text, title="Lokala ordningsföreskrifter", kind=Kind.OVRIGT) == [
        "1993:1617#K3P8",
        "1993:1617#K3P22",
    ]


def test_a_heading_in_another_document_is_not_of_the_act_last_named() -> None:
    text = "I kommunallagen (2017:725) finns regler.\n\n45 §\n\nBeslut enligt 6 kap. 5 § kommunallagen."
    assert _keys(text, title="Sammanträde", kind=Kind.PROTOKOLL) == ["2017:725", "2017:725#K6P5"]


def test_an_answer_that_quotes_two_paragraphs_of_an_act_cites_that_act() -> None:
    text = (
        "Av kommunallagen (2017:725) följer:\n\n2 kap. 1 § Kommuner får själva ha hand om angelägenheter.\n"
    )
    assert _keys(text, title="Svar på motion", kind=Kind.TJANSTEUTLATANDE) == ["2017:725", "2017:725#K2P1"]


def test_a_list_of_provisions_names_their_acts() -> None:
    text = "Lagrum\n\n1 § LVU\n\n2 § LVU\n\n26 § LVU\n\nLåt handlingarna följa."
    assert _keys(text, title="Beslut", kind=Kind.BESLUT) == ["1990:52#P1", "1990:52#P2", "1990:52#P26"]


@pytest.mark.parametrize(
    "piece", ["1 §\n\n", "1 kap. 1 §\n", "1 kap. Avtal\n", "# # # ", "\n\n\n", "1 § I lag\n\n", "7", "* "]
)
def test_hostile_text_takes_time_in_proportion(growth: Callable[..., float], piece: str) -> None:
    def read(text: str) -> object:
        return find_hanvisningar(text, title="Lag (1998:150) om allt", kind=Kind.FORFATTNING, date=None)

    assert growth(read, piece, small=15_000) <= 10


def test_a_file_with_the_title_of_an_act_is_an_act(tmp_path: Path) -> None:
    file = tmp_path / "lagtext.md"
    file.write_text(f"# Lag (1998:150) om vittnen\n\n{STATUTE}", encoding="utf-8")
    document = understand(file)
    assert document.kind is Kind.FORFATTNING
    assert "1998:150#P2" in [citation.key for citation in document.citations]
