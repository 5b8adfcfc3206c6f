"""Words near each other, words that stand for many, and days, as a person types them."""

from datetime import date

import pytest

from remissarkiv.query import parse
from remissarkiv.query.limits import MAX_NEAR
from remissarkiv.query.proximity import MAX_DISTANCE, MAX_WORDS, USUAL_DISTANCE
from remissarkiv.query.tree import (
    And,
    DayRange,
    Field,
    Fuzzy,
    HalfDnrQ,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Tree,
    Wildcard,
    Word,
)
from remissarkiv.search.words import leaves


def shape(tree: Tree) -> object:
    match tree:
        case Word(text) | Wildcard(text):
            return text if isinstance(tree, Word) else f"<{text}>"
        case Phrase(text):
            return f'"{text}"'
        case Prefix(text):
            return f"<{text}*>"
        case Fuzzy(text, edits):
            return f"{text}~{edits}"
        case Near(words, distance, exact):
            return ("NÄRA", distance, *(f'"{word}"' if exact else word for word in words))
        case Not(child):
            return ("INTE", shape(child))
        case And(children):
            return ("OCH", *(shape(child) for child in children))
        case Or(children):
            return ("ELLER", *(shape(child) for child in children))
        case other:
            return other


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"kommunal rådgivning"~5', ("NÄRA", 5, '"kommunal"', '"rådgivning"')),
        ("”Kommunal rådgivning”~5", ("NÄRA", 5, '"kommunal"', '"rådgivning"')),
        ('"kommunal rådgivning"~', ("NÄRA", USUAL_DISTANCE, '"kommunal"', '"rådgivning"')),
        ('"kommunal rådgivning"~0', ("NÄRA", 0, '"kommunal"', '"rådgivning"')),
        ("kommunal NÄRA/5 rådgivning", ("NÄRA", 5, "kommunal", "rådgivning")),
        ("kommunal NÄRA rådgivning", ("NÄRA", USUAL_DISTANCE, "kommunal", "rådgivning")),
        ("kommunal NEAR/5 rådgivning", ("NÄRA", 5, "kommunal", "rådgivning")),
        ("kommunal NARA/5 rådgivning", ("NÄRA", 5, "kommunal", "rådgivning")),
        ("kommunal NA\u0308RA/5 rådgivning", ("NÄRA", 5, "kommunal", "rådgivning")),
        ("a NÄRA/2 b NÄRA/7 c", ("NÄRA", 7, "a", "b", "c")),
        ("skola a NÄRA/2 b avgift", ("OCH", "skola", ("NÄRA", 2, "a", "b"), "avgift")),
        ("skola ELLER a NÄRA/2 b", ("ELLER", "skola", ("NÄRA", 2, "a", "b"))),
        ("skola INTE a NÄRA/2 b", ("OCH", "skola", ("INTE", ("NÄRA", 2, "a", "b")))),
        ("(skola NÄRA/3 avgift)", ("NÄRA", 3, "skola", "avgift")),
        ('"skola" NÄRA/3 avgift', ("NÄRA", 3, "skola", "avgift")),
        ("skola nära avgift", ("OCH", "skola", "nära", "avgift")),
        ('"skola"~5', '"skola"'),
        ("svar NÄRA/3 till", ("NÄRA", 3, "svar", "till")),
        ("*bidrag", "<*bidrag>"),
        ("skol*bidrag", "<skol*bidrag>"),
        ("Skol**bidrag", "<skol*bidrag>"),
        ("organi?ation", "<organi?ation>"),
        ("?rganisation*", "<?rganisation*>"),
        ("*bidrag*", "<*bidrag*>"),
        ("sk*l", "<sk*l>"),
        ("EU-*bidrag", "<eu-*bidrag>"),
        ("kommun*", "<kommun*>"),
        ("skola bidrag?", ("OCH", "skola", "bidrag?")),
        ("varför???", "varför???"),
        ("http://exempel.se/sok?q=skola", "http://exempel.se/sok?q=skola"),
        ("rådgivning~", "rådgivning~1"),
        ("rådgivning~2", "rådgivning~2"),
        ("rådgivning~0", "rådgivning"),
        ("Hjernström~, skola", ("OCH", "Hjernström~1", "skola")),
    ],
)
def test_what_is_written_is_what_is_meant(text: str, expected: object) -> None:
    parsed = parse(text)
    assert shape(parsed.tree) == expected
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("text", "expected", "place", "said"),
    [
        ("a NÄRA/500 b", ("NÄRA", MAX_DISTANCE, "a", "b"), "a NÄRA/500 b", "Högst 100 ord kan stå emellan"),
        ('"a b"~999999999', ("NÄRA", MAX_DISTANCE, '"a"', '"b"'), '"a b"~999999999', "Högst 100 ord"),
        ("NÄRA skola", "skola", "NÄRA", "”NÄRA” saknar"),
        ("skola NÄRA/5", "skola", "NÄRA/5", "”NÄRA/5” saknar"),
        ("skola NÄRA ELLER avgift", ("ELLER", "skola", "avgift"), "NÄRA", "”NÄRA” saknar"),
        ("skola NÄRA kommun*", ("OCH", "skola", "<kommun*>"), "skola NÄRA kommun*", "mellan enkla ord"),
        (
            '"kommunal kompetens" NÄRA råd',
            ("OCH", '"kommunal kompetens"', "råd"),
            '"kommunal kompetens" NÄRA råd',
            "mellan enkla ord",
        ),
        ("*a*", "a", "*a*", "minst 3 bokstäver i följd"),
        ("??ol??a", "ol  a", "??ol??a", "söks som ord"),
        ("s?????a", "s a", "s?????a", "minst 3 bokstäver i följd"),
        ("a*", "a", "a*", "minst 2 tecken"),
        ("ett~", "ett", "ett~", "minst 4 bokstäver före ~"),
        ("svar~2", "svar~1", "svar~2", "får högst en bokstav skilja"),
        ("rådgivning~7", "rådgivning~2", "rådgivning~7", "får högst två bokstäver skilja"),
        ("2013~", "2013", "2013~", "helt ord av bokstäver"),
        ("skol*~", "skol", "skol*~", "helt ord av bokstäver"),
    ],
)
def test_what_cannot_be_taken_as_written_is_read_sensibly_and_told(
    text: str, expected: object, place: str, said: str
) -> None:
    parsed = parse(text)
    read = shape(parsed.tree)
    assert (" ".join(read.split()) if isinstance(read, str) and "<" not in read else read) == (
        " ".join(expected.split()) if isinstance(expected, str) and "<" not in expected else expected
    )
    (problem,) = parsed.problems
    assert said in problem.message
    assert text[slice(*problem.span)] == place


def test_too_many_words_near_each_other_are_asked_for_anywhere() -> None:
    words = [f"ord{number}" for number in range(MAX_WORDS + 1)]
    parsed = parse('"' + " ".join(words) + '"~5')
    assert [type(leaf) for leaf in leaves(parsed.tree)] == [Phrase] * len(words)
    assert "Behåll färre ord" in parsed.problems[0].message


def test_only_some_places_of_a_query_have_words_near_each_other() -> None:
    parsed = parse(" ELLER ".join(f"a{n} NÄRA b{n}" for n in range(MAX_NEAR + 2)))
    assert isinstance(parsed.tree, Or)
    assert [type(side) for side in parsed.tree.children] == [Near] * MAX_NEAR + [And] * 2
    assert f"högst {MAX_NEAR} ställen" in parsed.problems[0].message


def test_signs_for_letters_leave_dnr_as_they_are() -> None:
    assert isinstance(parse("KS 2013*").tree, HalfDnrQ)
    assert isinstance(parse("KS 2013/3*").tree, HalfDnrQ)
    assert parse("titel:skol*bidrag").tree == Field(
        "titel", "skol*bidrag", parse("titel:skol*bidrag").tree.span
    )  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("datum:2010-01-31", date(2010, 1, 31), date(2010, 1, 31)),
        ("datum:2010-2-1", date(2010, 2, 1), date(2010, 2, 1)),
        ("datum:2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("datum:2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("datum:2010-01-01..2012-06-30", date(2010, 1, 1), date(2012, 6, 30)),
        ("datum:2010-01-01–2012-06-30", date(2010, 1, 1), date(2012, 6, 30)),
        ("datum:2010-01-01 - 2012-06-30", date(2010, 1, 1), date(2012, 6, 30)),
        ("datum:2010-01-01-2012-06-30", date(2010, 1, 1), date(2012, 6, 30)),
        ("datum:2010-01..2012-06", date(2010, 1, 1), date(2012, 6, 30)),
        ("datum:2010-2012", date(2010, 1, 1), date(2012, 12, 31)),
        ("datum:2010-06..", date(2010, 6, 1), None),
        ("datum:2010-06-", date(2010, 6, 1), None),
        ("datum:..2012-06-30", None, date(2012, 6, 30)),
        ("datum:–2012-06", None, date(2012, 6, 30)),
        ('datum:"2010-01-01 .. 2012-06-30"', date(2010, 1, 1), date(2012, 6, 30)),
    ],
)
def test_days_and_ranges_of_days(text: str, first: date | None, last: date | None) -> None:
    parsed = parse(f"skola {text}")
    assert isinstance(parsed.tree, And)
    days = parsed.tree.children[1]
    assert isinstance(days, DayRange)
    assert (days.first, days.last) == (first, last)
    assert parsed.problems == ()


def test_days_in_the_wrong_order_are_turned_round_and_told() -> None:
    parsed = parse("datum:2012-06-30..2010-01")
    assert isinstance(parsed.tree, DayRange)
    assert (parsed.tree.first, parsed.tree.last) == (date(2010, 1, 1), date(2012, 6, 30))
    assert "omvänd ordning" in parsed.problems[0].message


@pytest.mark.parametrize("text", ["datum:2010-02-30", "datum:2010-13", "datum:igår", "datum:0001-01-01"])
def test_what_is_no_day_is_told(text: str) -> None:
    (problem,) = parse(f"skola {text}").problems
    assert "är inget datum" in problem.message
    assert "datum:2010-01-01..2012-06-30" in problem.message


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("år:2010-", 2010, None),
        ("år:-2010", None, 2010),
        ("år:2010..2012", 2010, 2012),
        ("år:2010", 2010, 2010),
    ],
)
def test_years_and_open_ranges_of_years(text: str, first: int | None, last: int | None) -> None:
    tree = parse(text).tree
    assert (tree.first, tree.last) == (first, last)  # type: ignore[union-attr]
