"""What a document is about, in words that survive OCR; and which documents without Dnr may belong where."""

import datetime
from collections.abc import Callable

import pytest

from remissarkiv.domain import Document, Kind
from remissarkiv.matters import Facts, join, subject_of
from remissarkiv.matters.subject import is_same, may_be_same

MakeFacts = Callable[..., Facts]
CENTRUM = "or*n*ngsv*kter * bj*rk*s* *centrum"


def document(title: str, text: str = "", kind: Kind = Kind.PROTOKOLL) -> Document:
    return Document(title=title, kind=kind, text=text, original=text)


@pytest.mark.parametrize(
    "title",
    [
        "Motion om att inrätta ett kompetenscenter",
        "Svar på remiss av motion om att inratta ett kompetenscenter",
        "Yttrande över rnotion angående att inrätta ett kompetenscenter",
    ],
)
def test_the_titles_of_one_arende_have_one_subject(title: str) -> None:
    assert subject_of(document(title)) == subject_of(document("Motion om att inrätta ett kompetenscenter"))


def test_a_motions_title_is_its_subject_without_saying_motion() -> None:
    plain = document("Fixartjänst och snöskottning för äldre", kind=Kind.MOTION)
    asked = document("Remiss – motion om fixartjänst och snöskottning för äldre")
    assert subject_of(plain) == subject_of(asked) != ""


def test_a_title_that_was_read_badly_gives_way_to_the_text() -> None:
    text = "§ 61      Dnr T K-20 9-0   2\n\nYttrande över rnotion om belysning utmed enskiIda vägar\n"
    badly = subject_of(document("Dnr T K-20 9-0 2", text))
    assert is_same(badly, subject_of(document("Motion om belysning utmed enskilda vägar")))


@pytest.mark.parametrize("title", ["Protokoll", "Yttrande", "Anmälningsärenden", ""])
def test_a_title_that_names_no_proposal_has_no_subject(title: str) -> None:
    assert subject_of(document(title)) == ""


def test_subjects_that_share_only_common_words_are_not_the_same() -> None:
    cat = subject_of(document("Motion om kommunalt katthem"))
    wash = subject_of(document("Motion om kommunalt badhus"))
    assert not may_be_same(cat, wash)


def test_a_document_without_dnr_is_offered_and_not_joined(fact: MakeFacts) -> None:
    facts = [
        fact("motion", "KS 2004/118", subject=CENTRUM, kind=Kind.MOTION, motionarer=("Bo Ek",)),
        fact("skannat", subject=CENTRUM, date="", motionarer=("Bo Ek",)),
    ]
    [matter, alone] = join(facts)
    assert (matter.documents, matter.guesses) == (("motion",), ("skannat",))
    assert alone.documents == ("skannat",)


@pytest.mark.parametrize(
    "other",
    [
        {"motionarer": ("Eva Al",)},
        {"kommun": "Lindåsa"},
        {"subject": "k*tth*m st*llet"},
        {"date": "2011-08-16", "motionarer": ()},
        {"date": "", "motionarer": ()},
        {"own": "SN 2004/9"},
    ],
    ids=["by others", "another kommun", "about something else", "years apart", "undated", "has a Dnr"],
)
def test_what_only_looks_alike_is_not_offered(fact: MakeFacts, other: dict[str, object]) -> None:
    like = {"subject": CENTRUM, "motionarer": ("Bo Ek",), **other}
    facts = [
        fact("motion", "KS 2004/118", subject=CENTRUM, kind=Kind.MOTION, motionarer=("Bo Ek",)),
        fact("annat", like.pop("own", ""), **like),
    ]
    assert [matter.guesses for matter in join(facts)] == [(), ()]


def test_the_same_motion_put_again_with_a_dnr_of_its_own_is_another_arende(fact: MakeFacts) -> None:
    years = [datetime.date(2004, 3, 1), datetime.date(2011, 3, 1)]
    facts = [
        fact(f"m{day.year}", f"KS {day.year}/1", subject=CENTRUM, date=day.isoformat(), motionarer=("Bo Ek",))
        for day in years
    ]
    assert [matter.documents for matter in join(facts)] == [("m2004",), ("m2011",)]


def test_finding_the_subject_takes_time_in_proportion_to_the_title(growth: Callable[..., float]) -> None:
    assert growth(lambda text: subject_of(document(text, text)), "svar på motion ang ") < 8
