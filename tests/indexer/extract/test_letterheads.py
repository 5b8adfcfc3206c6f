"""Who writes, when and about what, where the head of a document was read line by line, is that of a letter
printed from the e-mail program, or the card of a diary page."""

import datetime

import pytest

from indexer.extract import extract
from indexer.extract.columns import columns_of
from indexer.extract.restore_names import Restorer
from indexer.normalise import normalise
from indexer.readers import read
from remissarkiv.domain import Document


def understood(text: str, name: str = "brev.txt") -> Document:
    return extract(normalise(read(text.encode(), name)), name=name)


PROSE = (
    "Motionären vill att kommunen inrättar en odlingslott vid varje särskilt boende, med bänkar, vatten och\n"
    "redskap till låns. Förslaget har behandlats och kan enligt vår mening genomföras redan i vår.\n"
)


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("Ekmo kommun Tjänsteutlåtande", ("Ekmo kommun", "Tjänsteutlåtande")),
        ("Socialkontoret 2011-03-02 Sida 1 (4)", ("Socialkontoret", "2011-03-02", "Sida 1 (4)")),
        ("Fritidskontoret Datum 2011-03-02", ("Fritidskontoret", "Datum 2011-03-02")),
        ("Motion om odlingslotter vid äldreboenden", ("Motion om odlingslotter vid äldreboenden",)),
        ("Ekmo kommun söker en kock", ("Ekmo kommun söker en kock",)),
    ],
)
def test_a_line_falls_apart_into_columns_or_stays_whole(line: str, columns: tuple[str, ...]) -> None:
    assert columns_of(line, Restorer("", damaged=False)) == columns


def test_a_letterhead_run_together_is_neither_title_nor_loses_the_date() -> None:
    document = understood(
        "Ekmo kommun Tjänsteutlåtande\nFritidskontoret Datum 2011-03-02\nSida 1 (2)\n\nFritidsnämnden\n\n"
        f"Svar på remiss om odlingslotter vid\näldreboenden\n\n{PROSE}"
    )
    assert document.title == "Svar på remiss om odlingslotter vid äldreboenden"
    assert (document.kind.value, document.namnd) == ("tjänsteutlåtande", "Fritidsnämnden")
    assert document.date == datetime.date(2011, 3, 2)


def test_a_title_in_capitals_below_a_stamp_of_arrival_is_that_of_a_motion() -> None:
    document = understood(
        "Till Ink till kanslihuset\nKommunfullmäktige i Ekmo 2009-04-20\n\n"
        f"MOTION ANGÅENDE ODLINGSLOTTER VID ÄLDREBOENDEN\n\n{PROSE}"
    )
    assert document.title == "MOTION ANGÅENDE ODLINGSLOTTER VID ÄLDREBOENDEN"
    assert (document.kind.value, document.date) == ("motion", datetime.date(2009, 4, 20))


def test_the_first_paragraph_is_no_part_of_the_title_above_it() -> None:
    document = understood(f"Motion om odlingslotter vid våra äldreboenden\n{PROSE}")
    assert document.title == "Motion om odlingslotter vid våra äldreboenden"


def test_the_name_of_a_club_above_its_answer_is_not_the_title() -> None:
    document = understood(
        "Ekmo Odlare\nc/o Lind, Box 3, Ekmo\n1999-05-02\n\nKommunkansliet\n\n"
        f"Yttrande över motion om odlingslotter\n\n{PROSE}"
    )
    assert (document.title, document.kind.value) == ("Yttrande över motion om odlingslotter", "yttrande")


def test_a_printed_email_has_its_sender_its_day_and_its_subject() -> None:
    document = understood(
        "Från: Kommunstyrelsen, Ekmo kommun\nSkickat: den 9 december 1997 10:02\nTill: Fritidsnämnden\n"
        f"Ämne: SV: Remiss av motion om odlingslotter\n\nHej!\n\n{PROSE}"
    )
    assert document.title == "Remiss av motion om odlingslotter"
    assert (document.kind.value, document.namnd) == ("remiss", "Kommunstyrelsen")
    assert document.date == datetime.date(1997, 12, 9)


def test_a_page_of_a_diary_says_what_it_shows_on_its_card() -> None:
    document = understood(
        "<html><head><title>Diariet - handling 7</title></head><body><table>"
        "<tr><td>Diarienummer</td><td>KS 2003/17</td></tr>"
        "<tr><td>Handlingstyp</td><td>Remiss, utgående</td></tr>"
        "<tr><td>Upprättad</td><td>2003-02-11</td></tr><tr><td>Avsändare</td><td>Kommunstyrelsen</td></tr>"
        f"</table><p>Odlingslotter vid äldreboenden</p><p>{PROSE}</p></body></html>",
        "sida.html",
    )
    assert document.title == "Odlingslotter vid äldreboenden"
    assert (document.kind.value, document.namnd) == ("remiss", "Kommunstyrelsen")
    assert document.date == datetime.date(2003, 2, 11)


def test_the_heading_of_a_page_goes_before_what_its_tab_shows() -> None:
    document = understood(
        "<html><head><title>Odlingslotter | Ekmo kommun</title></head><body>"
        f"<h1>Motion om odlingslotter vid äldreboenden</h1><p>{PROSE}</p>"
        "<h2>Kontakt</h2><p>Kansliet</p></body></html>",
        "sida.html",
    )
    assert document.title == "Motion om odlingslotter vid äldreboenden"
    assert [section.heading for section in document.sections] == [""]


@pytest.mark.parametrize("diary", ["KS", "KST", "SLK", "KSKF"])
def test_the_body_that_is_asked_is_not_the_one_that_asks(diary: str) -> None:
    document = understood(
        f"Remiss\n2003-02-11\n{diary} 2003/17\n\nFritidsnämnden\nSocialnämnden\n\n"
        f"Remiss av motion om odlingslotter\n\n{PROSE}"
    )
    assert (document.kind.value, document.namnd) == ("remiss", "Kommunstyrelsen")


def test_a_stamp_of_arrival_yields_to_the_day_of_the_letter() -> None:
    document = understood(
        f"Socialdepartementet\n2018-07-04\nINKOM TILL EKMO KOMMUN 2018-07-09\n\nRemiss om odling\n\n{PROSE}"
    )
    assert document.date == datetime.date(2018, 7, 4)


def test_a_short_line_between_two_paragraphs_heads_the_second() -> None:
    document = understood(
        f"Yttrande över motion om odlingslotter\n\n{PROSE}\nVad lotterna kostar\n\n{PROSE}\n"
        "Eva Lind\nFritidschef\n"
    )
    assert [section.heading for section in document.sections] == ["", "Vad lotterna kostar"]


def test_minutes_signed_in_a_portal_have_their_signatures() -> None:
    document = understood(
        "§ 4 Odlingslotter\n\nBeslut\n\nMotionen avslås.\n\nBeslutsgång\n\nOrdföranden finner bifall.\n\n"
        "Ordförande\n\nEva Lind\n\nSignerad elektroniskt\n\nJusterare\n\nKarl Berg\n\nSignerad elektroniskt\n"
    )
    assert [(s.name, s.title) for s in document.signatories] == [
        ("Eva Lind", "Ordförande"),
        ("Karl Berg", "Justerare"),
    ]
