"""What a person remembers of a Dnr, in the ways she types it."""

import pytest

from remissarkiv.dnr import Dnr, HalfDnr, dnr_keys, parse_half


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("448", HalfDnr(number=448)),
        ("0388", HalfDnr(number=388)),
        ("dnr 448", HalfDnr(number=448)),
        ("Dar 448", HalfDnr(number=448)),
        ("D nr: 448", HalfDnr(number=448)),
        ("44*", HalfDnr(number=44, begins=True)),
        ("KS 448", HalfDnr("KS", number=448)),
        ("ks448", HalfDnr("KS", number=448)),
        ("2025", HalfDnr(year=2025)),
        ("2025/", HalfDnr(year=2025)),
        ("KS 2025", HalfDnr("KS", 2025)),
        ("ks2025", HalfDnr("KS", 2025)),
        ("KS 2025/*", HalfDnr("KS", 2025)),
        ("KS", HalfDnr("KS")),
        ("KS 2025/44*", HalfDnr("KS", 2025, 44, begins=True)),
        ("KS-2025-0044*", HalfDnr("KS", 2025, 44, begins=True)),
        ("(Dnr: KS 2025/44*)", HalfDnr("KS", 2025, 44, begins=True)),
        ("2025/44*", HalfDnr(year=2025, number=44, begins=True)),
    ],
)
def test_half_a_dnr_is_read(text: str, half: HalfDnr) -> None:
    assert parse_half(text) == half


@pytest.mark.parametrize(
    "text",
    ["", " ", "*", "hej", "KS 2025/448", "2025/448", "SOU 2015", "nummer 448", "0", "12345678", "KS AN"],
)
def test_what_is_no_half_of_a_dnr(text: str) -> None:
    assert parse_half(text) is None


@pytest.mark.parametrize(
    "half",
    [
        HalfDnr(number=448),
        HalfDnr("KS"),
        HalfDnr(year=2025),
        HalfDnr("KS", 2025),
        HalfDnr("KS", number=448),
        HalfDnr("KS", 2025, 44, begins=True),
        HalfDnr(number=44, begins=True),
    ],
)
@pytest.mark.parametrize(
    "dnr", [Dnr("KS", 2025, 448), Dnr("KS", 2024, 448), Dnr("KSN", 2025, 44), Dnr("", 2025, 4480)]
)
def test_a_half_looks_for_just_what_it_matches(half: HalfDnr, dnr: Dnr) -> None:
    keys = dnr_keys(dnr)
    looked_for = any(key in half.values or key.startswith(half.beginnings or ("-",)) for key in keys)
    assert looked_for == half.matches(dnr)


def test_any_text_is_answered_in_bounded_work() -> None:
    for piece in ("KS ", "2025/", "1", "*", "dnr ", "("):
        assert parse_half(piece * 5_000) is None
