"""Fields for what documents conclude, in the ways people write their values."""

from collections.abc import Callable

import pytest

from remissarkiv.query import parse
from remissarkiv.query.conclusions import column_values, read_conclusion
from remissarkiv.query.tree import And, ConcludedQ, Field, MatterQ, Or, Word

COLUMNS = {
    "kompetens": "verdict",
    "princip": "principle",
    "ställningstagande": "stance",
    "beslut": "outcome",
}


def asked(text: str) -> ConcludedQ:
    tree = parse(text).tree
    assert isinstance(tree, ConcludedQ), tree
    return tree


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("kompetens:förenligt", ("förenligt",)),
        ("kompetens:FÖRENLIGT", ("förenligt",)),
        ("kompetens:forenligt", ("förenligt",)),
        ("kompetens:inom", ("förenligt",)),
        ("kompetens:utanför", ("inte förenligt",)),
        ("kompetens:oförenligt", ("inte förenligt",)),
        ('kompetens:"ej förenligt"', ("inte förenligt",)),
        ("kompetens:inte förenligt", ("inte förenligt",)),
        ("kompetens:INTE förenligt", ("inte förenligt",)),
        ("kompetens: delvis förenligt", ("delvis förenligt",)),
        ("kompetens:tveksamt", ("oavgjort",)),
        ("princip:allmänt intresse", ("allmänt intresse",)),
        ("princip:lokaliseringsprincipen", ("anknytning till kommunen",)),
        ("ställningstagande:ingen erinran", ("ingen erinran",)),
        ("ställning:tillstyrker delvis", ("tillstyrker delvis",)),
        ("ställningstagande:avstår", ("avstår",)),
        ("beslut:delvis bifall", ("delvis bifall",)),
        ("utfall:bordlades", ("bordläggning",)),
        ("beslut:till handlingarna", ("noteras",)),
    ],
)
def test_a_value_by_its_names(text: str, values: tuple[str, ...]) -> None:
    assert asked(text).values == values
    assert parse(text).problems == ()


@pytest.mark.parametrize(("field", "column"), COLUMNS.items())
def test_every_value_is_read_as_itself_and_a_star_as_any(field: str, column: str) -> None:
    for value in column_values(column):
        assert asked(f'{field}:"{value}"').values == (value,)
    assert asked(f"{field}:*").values == column_values(column)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('kompetens:"inte förenlgt"', "inte förenligt"),
        ("kompetens:oförenligtt", "inte förenligt"),
        ("ställningstagande:avstryker", "avstyrker"),
        ("beslut:återemiss", "återremiss"),
        ("princip:likställighetsprinicpen", "likställighet"),
    ],
)
def test_a_slip_is_put_right_and_told(text: str, value: str) -> None:
    assert asked(text).values == (value,)
    (problem,) = parse(text).problems
    assert problem.message.endswith(f"läses som {value}.")


@pytest.mark.parametrize("text", ["kompetens:banan", "ställningstagande:xyz", "beslut:ja", "princip:moral"])
def test_an_unknown_value_tells_what_can_be_asked_and_is_searched_as_words(text: str) -> None:
    parsed = parse(text)
    field, _, value = text.partition(":")
    assert isinstance(parsed.tree, Word)
    (problem,) = parsed.problems
    assert value in problem.message
    for known in column_values(COLUMNS[field]):
        assert known in problem.message


def test_a_word_for_a_decision_is_taken_for_a_position_and_told() -> None:
    parsed = parse("ställningstagande:avslag")
    assert asked("ställningstagande:avslag").values == ("avstyrker",)
    assert "beslut:avslag" in parsed.problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "kompetens:utanför?",
        'kompetens:"inte förenligt?"',
        'kompetens:"inte förenligt (även osäkra)"',
        'kompetens:"utanför, inklusive osäkra"',
        "kompetens:inte förenligt?",
    ],
)
def test_a_question_mark_asks_for_the_unsure_too(text: str) -> None:
    assert asked(text).unsure
    assert asked(text).values == ("inte förenligt",)


def test_what_follows_a_value_is_words() -> None:
    tree = parse("kompetens:inte förenligt rådgivning").tree
    assert isinstance(tree, And)
    assert [getattr(leaf, "text", "") for leaf in tree.children] == ["inte förenligt", "rådgivning"]


def test_instans_and_arende() -> None:
    assert isinstance(parse("instans:socialnämnden").tree, Field)
    unsure = parse("instans:socialnämnden?").tree
    assert isinstance(unsure, Field)
    assert unsure.name == "instans_any"
    matter = parse("ärende:KS 2025-0448").tree
    assert isinstance(matter, MatterQ)
    assert matter.dnr.value == "KS 2025/448"
    assert isinstance(parse("ärende:KS 2025/448, SN 2025/1").tree, Or)


@pytest.mark.parametrize("text", ["ärende:448", "ärende:KS 2025", "ärende:banan"])
def test_half_a_dnr_names_no_arende(text: str) -> None:
    (problem,) = parse(text).problems
    assert "inget helt diarienummer" in problem.message


@pytest.mark.parametrize("field", COLUMNS)
@pytest.mark.parametrize("piece", ["inte ", "förenligt ", "x", "?", "(", "även osäkra "])
def test_any_value_is_read_in_time_in_proportion_to_its_length(
    growth: Callable[..., float], field: str, piece: str
) -> None:
    def read(text: str) -> object:
        return read_conclusion(COLUMNS[field], text)

    assert growth(read, piece) < 8
    assert growth(lambda text: parse(f"{field}:{text}"), piece, small=500) < 8
