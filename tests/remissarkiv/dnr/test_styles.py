"""The tables of how authorities write: every row does what it says, and any text is read in linear time."""

from collections.abc import Callable

import pytest

from remissarkiv.dnr import find_dnr, parse_dnr
from remissarkiv.dnr.authorities import (
    diary_of,
    is_not_diary,
    is_not_diary_after_cue,
    letters_of,
    writes_number_first,
)
from remissarkiv.dnr.styles import STYLES, Style

_MOST_GROWTH = 10
"""Four is linear, sixteen quadratic."""


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_example_of_a_style_is_a_dnr(style: Style) -> None:
    cue = "Remiss (" if style.name == "dotted-in-brackets" else "Dnr "
    found = find_dnr(f"{cue}{style.example})")
    assert [dnr.raw for dnr in found] == [style.example]
    assert style.kept_by


@pytest.mark.parametrize("style", [s for s in STYLES if s.alone == "always"], ids=lambda style: style.name)
def test_style_that_is_said_to_stand_alone_needs_no_cue(style: Style) -> None:
    text = f"I ärendet ({style.example}) har nämnden yttrat sig."
    assert [dnr.raw for dnr in find_dnr(text)] == [style.example]


@pytest.mark.parametrize("style", [s for s in STYLES if s.alone == "never"], ids=lambda style: style.name)
def test_style_that_needs_a_cue_is_left_alone_without(style: Style) -> None:
    text = f"I ärendet med {style.example} personer har nämnden yttrat sig."
    assert style.example not in [dnr.raw for dnr in find_dnr(text)]


def test_no_diary_is_also_something_else() -> None:
    assert not [letters for letters in ("KS", "SKR", "FI", "RS") if is_not_diary(letters)]
    assert is_not_diary("SKOLFS")
    assert is_not_diary("SOU")


def test_after_a_cue_only_print_and_law_are_no_diary() -> None:
    for letters in ("SFS", "SOU", "PROP", "BET", "NJA", "SKOLFS", "EU"):
        assert is_not_diary_after_cue(letters, "/")
        assert is_not_diary_after_cue(letters.lower(), ":")
    assert is_not_diary_after_cue("KL", ":")
    assert is_not_diary_after_cue("Ds", ":")
    assert not is_not_diary_after_cue("DS", "-")
    assert not is_not_diary_after_cue("AV", "/")
    assert is_not_diary_after_cue("av", "/")


def test_a_board_is_known_by_all_its_letters() -> None:
    assert letters_of("Kultur- och fritidsnämnden") >= {"KFN", "KOF"}
    assert letters_of("barn- och utbildningsnämnden") >= {"BUN", "BUF"}
    assert letters_of("Fullmaktsnämnden") == frozenset()


def test_names_of_a_board_are_kept_over_time() -> None:
    diary = diary_of("bn")
    assert diary is not None
    assert {"byggnadsnämnden", "bildningsnämnden"} <= set(diary.names)
    assert writes_number_first("Gya")
    assert not writes_number_first("KS")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Dnr: K5 2014/61", "KS 2014/61"),
        ("Dnr KS 20l4/61", "KS 2014/61"),
        ("Dnr KS 2014/O061", "KS 2014/61"),
        ("nämnden har i $OF 2025/424 yttrat sig", "SOF 2025/424"),
        ("Dar 8UN 2O19-00312", "BUN 2019/312"),
        ("Diarienummer: 5u2022/01785", "JU 2022/1785"),
        ("Dnr 2025 /00467", "2025/467"),
        ("Dnr K5-2023-00555", "KS 2023/555"),
        ("Dnr 2015/K5 0S99 003", "KS 2015/599"),
        ("Dnr 303-1027/20O9", "2009/1027"),
        ("Delårsrapport (K5/2014:119)", "KS 2014/119"),
    ],
)
def test_what_ocr_has_taken_for_something_else_is_read(text: str, value: str) -> None:
    (dnr,) = find_dnr(text)
    assert dnr.value == value
    assert text[slice(*dnr.span)] == dnr.raw


@pytest.mark.parametrize(
    "text", ["på A4 2019/12 i liggande", "klass F1 2019/2020", "5S 2014/61", "Dnr OO/II"]
)
def test_signs_are_only_letters_where_a_board_comes_out(text: str) -> None:
    assert find_dnr(text) == ()


def test_what_is_pasted_is_read_as_in_a_document() -> None:
    assert parse_dnr("Af-2019/0012 3456").value == "AF 2019/123456"
    assert parse_dnr("Dnr 511-1234-2019").value == "2019/1234"
    assert parse_dnr("Ärendenr: 2021-123").value == "2021/123"
    assert parse_dnr("Vårt diarie-nr KS 2021/12").value == "KS 2021/12"
    assert parse_dnr("KS 20l4/61").value == "KS 2014/61"


@pytest.mark.parametrize(
    "piece",
    [
        "KS 2014/61 ",
        "Dnr ",
        "Dnr Dnr: nr ",
        "Beteckning ",
        "Dnr 12 ",
        "SU FV-1.1.",
        "Dnr KS 20l4/O",
        "1.2-",
        "2019-",
        "19KS",
        "$OF 2025/4 ",
        "A-B-C-",
        "Dnr 1, ",
        "Dar O0l1",
    ],
)
def test_time_grows_with_the_text(growth: Callable[..., float], piece: str) -> None:
    assert growth(find_dnr, piece) <= _MOST_GROWTH
