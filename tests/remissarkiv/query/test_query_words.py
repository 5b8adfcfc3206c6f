"""Words, phrases, operators and parentheses, as a person writes them."""

import pytest

from remissarkiv.domain import Span
from remissarkiv.query import parse
from remissarkiv.query.tree import NOTHING, All, And, Not, Or, Phrase, Prefix, Tree, Word


def shape(tree: Tree) -> object:
    """A tree without its spans, short enough to read in a test."""
    match tree:
        case Word(text):
            return text
        case Phrase(text):
            return f'"{text}"'
        case Prefix(text):
            return f"{text}*"
        case All():
            return "*"
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
        ("förtryck", "förtryck"),
        ("juridisk rådgivning", ("OCH", "juridisk", "rådgivning")),
        ("juridisk OCH rådgivning", ("OCH", "juridisk", "rådgivning")),
        ("juridisk AND rådgivning", ("OCH", "juridisk", "rådgivning")),
        ("bifall ELLER avslag", ("ELLER", "bifall", "avslag")),
        ("bifall OR avslag", ("ELLER", "bifall", "avslag")),
        ("skola INTE motion", ("OCH", "skola", ("INTE", "motion"))),
        ("skola OCH INTE motion", ("OCH", "skola", ("INTE", "motion"))),
        ("NOT motion", ("INTE", "motion")),
        ("INTE INTE motion", "motion"),
        ("skola avgift ELLER taxa", ("ELLER", ("OCH", "skola", "avgift"), "taxa")),
        ("(skola ELLER förskola) avgift", ("OCH", ("ELLER", "skola", "förskola"), "avgift")),
        ('"kommunal kompetens" skola', ("OCH", '"kommunal kompetens"', "skola")),
        ("”kommunal kompetens”", '"kommunal kompetens"'),
        ('”kommunal kompetens"', '"kommunal kompetens"'),
        ("»kommunal kompetens«", '"kommunal kompetens"'),
        ('"kommunal\n  kompetens"', '"kommunal kompetens"'),
        ("kommun*", "kommun*"),
        ("*", "*"),
        ("skola -avgift", ("OCH", "skola", "-avgift")),
        ("remiss - § …", "remiss"),
        ("EU:s kl 8:30 http://exempel.se", ("OCH", "EU:s", "kl", "8:30", "http://exempel.se")),
    ],
)
def test_what_is_written_is_what_is_meant(text: str, expected: object) -> None:
    parsed = parse(text)
    assert shape(parsed.tree) == expected
    assert parsed.problems == ()


@pytest.mark.parametrize("text", ["bröd och skådespel", "salt eller peppar", "Inte motion"])
def test_operators_in_lower_case_are_words(text: str) -> None:
    tree = parse(f'{text} "{text}"').tree
    assert "ELLER" not in str(shape(tree))
    assert "INTE" not in str(shape(tree))


def test_stop_words_beside_other_words_are_left_out_and_told() -> None:
    parsed = parse("svar till nämnden om skolan")
    assert shape(parsed.tree) == ("OCH", "svar", "nämnden", "skolan")
    assert [word.text for word in parsed.ignored] == ["till", "om"]
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("till", "till"),
        ("till om", ("OCH", "till", "om")),
        ('skola "till"', ("OCH", "skola", '"till"')),
        ("skola INTE till", ("OCH", "skola", ("INTE", "till"))),
        ("skola ELLER till", ("ELLER", "skola", "till")),
    ],
)
def test_stop_words_that_were_meant_stay(text: str, expected: object) -> None:
    parsed = parse(text)
    assert shape(parsed.tree) == expected
    assert parsed.ignored == ()


def test_spans_point_into_the_query() -> None:
    text = "  skola  (taxa) "
    tree = parse(text).tree
    assert isinstance(tree, And)
    assert [text[slice(*child.span)] for child in tree.children if isinstance(child, Word)] == [
        "skola",
        "taxa",
    ]


@pytest.mark.parametrize(
    ("text", "expected", "place", "said"),
    [
        ('skola "avgift', ("OCH", "skola", "avgift"), '"', "Citattecknet"),
        ('5" rör', ("OCH", "5", "rör"), '"', "Citattecknet"),
        ("(skola avgift", ("OCH", "skola", "avgift"), "(", "inte avslutad"),
        ("skola) avgift", ("OCH", "skola", "avgift"), ")", "inledande"),
        ("skola ()", "skola", "()", "tom"),
        ("skola OCH", "skola", "OCH", "”OCH” saknar"),
        ("ELLER skola", "skola", "ELLER", "”ELLER” saknar"),
        ("skola ELLER", "skola", "ELLER", "”ELLER” saknar"),
        ("skola INTE", "skola", "INTE", "”INTE” saknar"),
        ("skola OCH ELLER avgift", ("ELLER", "skola", "avgift"), "OCH", "”OCH” saknar"),
        ("väg*/gata", "väg /gata", "väg*/gata", "ett ord av bokstäver"),
        ("a*", "a", "a*", "minst 2 tecken"),
    ],
)
def test_what_is_written_wrong_is_read_sensibly_and_told(
    text: str, expected: object, place: str, said: str
) -> None:
    parsed = parse(text)
    assert shape(parsed.tree) == expected
    (problem,) = parsed.problems
    assert said in problem.message
    assert text[slice(*problem.span)] == place


@pytest.mark.parametrize("text", ["", "   ", "()", "- § …", '""', "OCH", "typ:"])
def test_a_query_without_words_asks_for_nothing_and_says_so(text: str) -> None:
    parsed = parse(text)
    assert parsed.tree == NOTHING
    assert any("inget att söka på" in problem.message for problem in parsed.problems)


def test_an_unknown_field_is_searched_as_words_and_the_known_ones_are_named() -> None:
    parsed = parse("foo:bar skola")
    assert shape(parsed.tree) == ("OCH", "foo", "bar", "skola")
    (problem,) = parsed.problems
    assert "”foo”" in problem.message
    assert "nämnd:" in problem.message
    assert problem.span == Span(0, 4)
