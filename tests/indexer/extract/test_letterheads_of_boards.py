"""Whose a letter is and which Dnr are its own, as boards, offices and those who answer them write it."""

from collections.abc import Callable

import pytest

from indexer import extract, normalise, readers
from indexer.extract.asked_in_prose import lists_in_prose
from indexer.extract.draft import Draft
from indexer.extract.lines import lines_of
from indexer.extract.restore_names import Restorer
from remissarkiv.domain import Document, Kind


def understood(text: str, *, namnd: str = "") -> Document:
    normal = normalise.normalise(readers.read(text.encode(), "a.txt"))
    return extract.extract(normal, name="a.txt", namnd=namnd)


def roles(text: str, *, namnd: str = "") -> dict[str, str]:
    return {mention.dnr.value: mention.role.value for mention in understood(text, namnd=namnd).dnr}


LETTER = """Storvikens kommun
Tekniska kontoret                                2011-05-03
                                                 {own}
                                                 {theirs}

Tekniska nämnden

Yttrande över motion om cykelvägar

Förslag till beslut
Tekniska nämnden tillstyrker motionen.
"""


@pytest.mark.parametrize(
    "own",
    [
        "D.nr TN 2011/44",
        "D-nr TN 2011/44",
        "Diarienr: TN 2011/44",
        "Diariebeteckning TN 2011/44",
        "Vår bet. TN 2011/44",
        "Var beteckning: TN 2011/44",
        "Vår ref: TN 2011/44",
        "Vårt dnr TN 2011/44",
        "Ärendenr TN 2011/44",
    ],
)
@pytest.mark.parametrize(
    "theirs",
    [
        "Er bet. KS 2011/9",
        "Er bet: KS 2011/9",
        "Er beteckning KS 2011/9",
        "Ert dnr KS 2011/9",
        "Er referens: KS 2011/9",
        "Er skrivelse KS 2011/9",
        "Ert ärende KS 2011/9",
        "Ert diarienr KS 2011/9",
    ],
)
def test_a_letterhead_tells_the_own_dnr_from_the_senders(own: str, theirs: str) -> None:
    text = LETTER.format(own=own, theirs=theirs)
    assert roles(text) == {"TN 2011/44": "eget", "KS 2011/9": "avsändarens"}


def test_a_board_without_letters_has_its_own_numbers_too() -> None:
    text = LETTER.format(own="Vår bet: 2011/44", theirs="Er bet: 2011/9")
    assert roles(text) == {"2011/44": "eget", "2011/9": "avsändarens"}


def test_the_senders_dnr_stands_in_brackets_beside_the_own() -> None:
    text = LETTER.format(own="D.nr TN11-44 (KS11-9)", theirs="")
    assert roles(text) == {"TN 2011/44": "eget", "KS 2011/9": "avsändarens"}


def test_a_number_at_the_end_of_a_paragraphs_line_is_its_dnr() -> None:
    text = (
        "Storvikens kommun\nTekniska nämnden\nSAMMANTRÄDESPROTOKOLL  2011-05-14\n\n§ 33\n"
        "Svar på motion om cykelvägar                          2011-0044\n\n"
        "Beslut\nTekniska nämnden avstyrker motionen.\n"
    )
    assert roles(text) == {"2011/44": "eget"}
    assert "2011/5" not in roles(text)


def test_a_title_that_ends_as_a_misread_label_does_keeps_its_end() -> None:
    text = (
        "Storvikens kommun\nKommunfullmäktige\nProtokoll 2021-09-27\n\n"
        "§ 91  Svar på motion om gröna skolgårdar                     KS 2021/104\n\n"
        "Beslut\nFullmäktige beslutar att bifalla motionen.\n"
    )
    assert understood(text).title == "Svar på motion om gröna skolgårdar"


@pytest.mark.parametrize(
    "name",
    [
        "Östra Markens stadsdelsnämnd",
        "Hägersta-Liljeviks stadsdelsnämnd",
        "Norra innerstadens sociala distriktsnämnd",
        "Sociala distriktsnämnden",
        "Socialnämnden Nordost",
        "Individ- och familjenämnden",
        "Miljö-, bygg- och räddningsnämnden",
    ],
)
def test_boards_have_names_of_several_words(name: str) -> None:
    text = f"{name}\nProtokoll 2019-09-05\n\n§ 8 Svar på remiss\nDnr 2019/77\n\nBeslut\nNämnden avstyrker.\n"
    assert understood(text).namnd == name


def test_a_board_that_calls_itself_by_its_short_name_is_the_one_whose_archive_it_is() -> None:
    text = (
        "ÖSTHAMNS STAD                        PROTOKOLLSUTDRAG\nStadsdelsnämnden                     1996-04-11\n"
        "\n§ 52\nÖppna förskolor                      D-nr 44/96\n\nBESLUT\nStadsdelsnämnden avstyrker.\n"
    )
    assert understood(text, namnd="Hamngårdens stadsdelsnämnd").namnd == "Hamngårdens stadsdelsnämnd"
    assert understood(text, namnd="Kultur- och fritidsnämnden").namnd == "Stadsdelsnämnden"


def test_a_proposal_to_another_body_does_not_make_the_document_its() -> None:
    text = (
        "Storvikens kommun                    Tjänsteskrivelse\nTekniska kontoret                    2011-05-03\n\n"
        "Cykelplan\n\nFörslag till beslut\nKommunfullmäktige antar cykelplanen.\n"
    )
    assert understood(text, namnd="Tekniska nämnden").namnd == "Tekniska nämnden"


def test_the_office_of_kommunstyrelsen_writes_for_her() -> None:
    text = (
        "Storvikens kommun                    Tjänsteskrivelse\nKommunkontoret                       2011-05-03\n"
        "                                     Dnr 2011/9\n\nCykelplan\n\nSammanfattning\nPlanen är klar.\n"
    )
    assert understood(text).namnd == "Kommunstyrelsen"


def test_who_is_written_to_is_neither_the_kommun_nor_the_board_of_a_letter() -> None:
    text = (
        "Sävlundahem AB\n\n2021-05-20\n\nKommunstyrelsen, Sävlunda kommun\nErt dnr KS 2021/104\n\n"
        "Bolaget avstyrker motionen.\n"
    )
    assert understood(text).namnd == ""
    assert understood("Sävlundahem AB\n\nTill Sävlunda kommun\n\nHej.\n").kommun == ""


REMISS = """Storvikens kommun
Kommunkontoret

REMISS
2011-01-20
Dnr KS 2011/9

Motion om fritidsbank

{below}
"""
NAMES = ("Barn- och utbildningsnämnden", "Tekniska nämnden", "Norrbyns byalag")


@pytest.mark.parametrize(
    "below",
    [
        "Motionen sänds för yttrande till barn- och utbildningsnämnden, tekniska nämnden samt Norrbyns byalag.",
        "Arbetsutskottet har beslutat remittera motionen till barn- och utbildningsnämnden, tekniska nämnden\n"
        "och Norrbyns byalag.",
        "Remissinstanser: barn- och utbildningsnämnden, tekniska nämnden, Norrbyns byalag",
        "Kommunstyrelsen beslutar att inhämta yttranden från barn- och utbildningsnämnden, tekniska nämnden\n"
        "samt Norrbyns byalag senast den 31 mars.",
        "Motionen remitteras till:\n- Barn- och utbildningsnämnden\n- Tekniska nämnden\n- Norrbyns byalag",
        "Instans                        Svar senast\nBarn- och utbildningsnämnden   2011-03-01\n"
        "Tekniska nämnden               2011-03-01\nNorrbyns byalag                2011-03-01",
    ],
)
def test_who_is_asked_is_told_in_running_text_and_in_tables(below: str) -> None:
    assert understood(REMISS.format(below=below)).remissinstanser == NAMES


def test_to_whom_an_answer_is_sent_is_not_asked() -> None:
    text = LETTER.format(own="Dnr TN 2011/44", theirs="Ert dnr KS 2011/9")
    text += "\nYttrandet skickas för yttrande till kommunstyrelsen och Norrbyns byalag.\n"
    assert understood(text).remissinstanser == ()


@pytest.mark.parametrize(
    "piece", ["sänds a b c för yttrande till x, ", "remitteras till a\n", "Remissinstanser: a "]
)
def test_sentences_of_any_length_take_time_in_proportion(growth: Callable[..., float], piece: str) -> None:
    def read(text: str) -> None:
        normal = normalise.normalise(readers.read(text.encode(), "a.txt"))
        draft = Draft(
            normal=normal,
            lines=lines_of(normal.text),
            running=(),
            sections=(),
            restorer=Restorer("", damaged=False),
        )
        list(lists_in_prose(draft, Kind.REMISS))

    assert growth(read, piece, small=15_000) <= 10
