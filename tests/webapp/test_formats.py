"""Numbers, dates and signs as Swedish typesetting has them."""

import datetime

import pytest

from remissarkiv.domain import Dnr, DnrMention, DnrRole, Document, Kind
from webapp import formats


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (999, "999"), (12345, "12\u202f345"), (1234567, "1\u202f234\u202f567")]
)
def test_thousands_stand_apart_by_a_thin_space(value: int, text: str) -> None:
    assert formats.number(value) == text


def test_dates_are_written_as_people_write_them() -> None:
    assert formats.day(datetime.date(2025, 8, 21)) == "21 augusti 2025"
    assert formats.day(datetime.date(1998, 1, 1)) == "1 januari 1998"
    assert formats.day(None) == ""


def test_a_moment_has_its_clock_and_takes_a_bare_time_for_utc() -> None:
    bare = datetime.datetime(2025, 8, 21, 12, 0)
    assert formats.moment(bare) == formats.moment(bare.replace(tzinfo=datetime.UTC))
    assert "2025 kl. " in formats.moment(bare)


@pytest.mark.parametrize(
    ("share", "text"), [(0.873, "87\u00a0%"), (1.0, "100\u00a0%"), (0.999, "99\u00a0%"), (0.0, "0\u00a0%")]
)
def test_damage_is_never_rounded_away(share: float, text: str) -> None:
    assert formats.percent(share) == text


def test_amounts_agree_with_their_number() -> None:
    assert formats.amount(1, "träff", "träffar") == "1 träff"
    assert formats.amount(0, "träff", "träffar") == "0 träffar"


@pytest.mark.parametrize(("octets", "text"), [(5, "5 byte"), (14_200, "14 kB"), (2_345_678, "2,3 MB")])
def test_sizes(octets: int, text: str) -> None:
    assert formats.size(octets) == text


def test_section_sign_does_not_part_from_its_number() -> None:
    assert formats.section_signs("2 kap. 1 § KL och § 15") == "2 kap. 1\u00a0§ KL och §\u00a015"


@pytest.mark.parametrize(
    ("values", "text"),
    [([], ""), (["2025"], "2025"), (["2025", "2009", "2010", "2011"], "2009–2011, 2025"), (["x", "²"], "")],
)
def test_chosen_years_are_told_in_few_words(values: list[str], text: str) -> None:
    assert formats.years(values) == text


def test_a_reference_names_who_what_when_and_which() -> None:
    document = Document(
        title="Remiss av motion",
        kind=Kind.TJANSTEUTLATANDE,
        text="",
        original="",
        date=datetime.date(2025, 8, 21),
        namnd="Socialnämnden",
        dnr=(
            DnrMention(Dnr("KS", 2025, 448), DnrRole.SENDER),
            DnrMention(Dnr("SOF", 2025, 424), DnrRole.OWN),
        ),
    )
    assert formats.reference(document) == (
        "Socialnämnden, tjänsteutlåtande 2025-08-21, Dnr SOF 2025/424, ”Remiss av motion”"
    )
    bare = Document(title="Svar", kind=Kind.REMISSVAR, text="", original="")
    assert formats.reference(bare) == "Remissvar, ”Svar”"
