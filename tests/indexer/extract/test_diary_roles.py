"""Whose a Dnr is: the document's own, the one who asked, or merely mentioned."""

import pytest

from indexer import extract, normalise, readers
from remissarkiv.domain import Document


def understood(text: str) -> Document:
    return extract.extract(normalise.normalise(readers.read(text.encode(), "a.txt")), name="a.txt")


def roles(text: str) -> dict[str, str]:
    return {mention.dnr.value: mention.role.value for mention in understood(text).dnr}


ANSWER = """Storvikens kommun
Kulturnämnden

TJÄNSTEUTLÅTANDE
2011-05-03
Dnr KUN 2011/44

Yttrande över förslag till biblioteksplan

{line}

Förslag till beslut
Kulturnämnden antar yttrandet.
"""


@pytest.mark.parametrize(
    "line",
    [
        "Kommunstyrelsens diarienummer: KS 2011/9",
        "Ert nummer KS 2011/9",
        "Svar på KS 2011/9",
        "Handlingar: kommunstyrelsens följebrev 2011-02-01, KS 2011/9.",
        "Mottagare: Kommunstyrelsen (dnr KS 2011/9)",
        "Remiss KS 2011/9",
    ],
)
def test_the_sender_is_told_in_many_ways(line: str) -> None:
    assert roles(ANSWER.format(line=line)) == {"KUN 2011/44": "eget", "KS 2011/9": "avsändarens"}


def test_the_day_of_the_document_tells_the_year_of_its_dnr() -> None:
    text = ANSWER.replace("2011", "1997").replace("KUN 1997/44", "KUN 97/12")
    assert roles(text.format(line="Remiss KS 97/13")) == {"KUN 1997/12": "eget", "KS 1997/13": "avsändarens"}


def test_columns_that_ocr_has_joined_hold_the_documents_own() -> None:
    head = "Storvikens kommun Yttrande SN 2018/31 709\nSocialnamnden 2018-09-25"
    assert roles(f"{head}\n\nEr beteckning KS 2018/7\n\nSvar") == {
        "SN 2018/31": "eget",
        "KS 2018/7": "avsändarens",
    }


def test_letters_tell_the_board_of_a_dnr_in_a_letterhead() -> None:
    head = ANSWER.replace("Dnr KUN 2011/44", "Dnr KUN 2011/44\nKS 2011/9\nBUN 2011/3")
    assert roles(head.format(line="")) == {
        "KUN 2011/44": "eget",
        "KS 2011/9": "avsändarens",
        "BUN 2011/3": "omnämnt",
    }


def test_letters_that_a_board_had_before_are_its_own() -> None:
    text = ANSWER.replace("Kulturnämnden\n", "Barn- och utbildningsnämnden\n").replace("KUN 2011", "BUF 2011")
    assert roles(text.format(line="Ärendet har tidigare behandlats, nämndens dnr BUN 2009/12.")) == {
        "BUF 2011/44": "eget",
        "BUN 2009/12": "eget",
    }


def test_a_misread_letter_of_the_boards_own_dnr_is_mended() -> None:
    text = ANSWER.replace("Kulturnämnden", "Kultur- och fritidsnämnden").replace("KUN 2011", "KEN 2011")
    assert roles(text.format(line="")) == {"KFN 2011/44": "eget"}


DECISION = """Storvikens kommun
Kommunfullmäktige

PROTOKOLLSUTDRAG
2011-05-03

§ 12 Dnr KS 2010/77

Svar på motion om fritidsbank

Ärendet
Remissvar har kommit från fritidsnämnden (FRI 2010/31) och socialnämnden (SN 2010/90).

Beslut
Motionen avslås.
"""


def test_dnr_of_the_answers_in_a_decision_are_mentioned() -> None:
    assert roles(DECISION) == {"KS 2010/77": "eget", "FRI 2010/31": "omnämnt", "SN 2010/90": "omnämnt"}


def test_what_asks_for_one_dnr_says_nothing_of_the_next() -> None:
    text = DECISION.replace("§ 12 Dnr", "Remiss från Kulturrådet, dnr 2010/4412\n§ 12 Dnr")
    assert roles(text)["KS 2010/77"] == "eget"
    assert roles(text)["2010/4412"] == "avsändarens"


def test_the_stamp_of_the_receiver_of_a_remiss_is_not_its_own_dnr() -> None:
    text = """Storvikens kommun
Kommunstyrelsen

REMISS
2010-04-27
Dnr KS 2010/145

SOCIALNÄMNDEN
Ink. 2010-04-29
Dnr SN 2010/57

Remiss av motion om fritidsbank
Svar skickas till kommunstyrelsen senast den 1 oktober 2010. Ange diarienummer KS 2010/145.
"""
    assert roles(text) == {"KS 2010/145": "eget", "SN 2010/57": "omnämnt"}


def test_a_document_without_a_day_cites_the_act_of_its_dnr() -> None:
    text = "Storvikens IF\n\nEr beteckning: KS 2008/91\n\nDetta strider mot 2 kap. 8 § kommunallagen.\n"
    found = understood(text).citations
    assert [(citation.key, citation.certain) for citation in found] == [("1991:900#K2P8", False)]
