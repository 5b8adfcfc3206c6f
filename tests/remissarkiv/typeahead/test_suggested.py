"""What is suggested to somebody who types."""

from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import StoredDocument
from remissarkiv.query import parse, tree

Make = Callable[..., StoredDocument]

ADVICE = """Nämnden ger juridisk rådgivning. Den juridiska rådgivningen är kostnadsfri, och medborgarkontoret
ger också juridisk rådgivning. Medborgarkontoret är öppet."""


@pytest.fixture
def filled(suggesting: Any, document: Make) -> Any:
    suggesting.put(
        document("a", "Svar på motion om juridisk rådgivning", ADVICE, dnr="KS 2013/388", year=2013),
        document("b", "Motion om juridisk rådgivning", ADVICE, dnr="KS 2013/388", year=2012),
        document("c", "Socialnämndens avgifter", ADVICE, dnr="SOF 2025/44", year=2025),
        document("d", "Socialnämndens riktlinjer för hemtjänst", dnr="KS 2025/448", year=2025),
        document("e", "Skolskjuts i Åkersby", dnr="BUN 2019/441", year=2019),
    )
    return suggesting


@pytest.mark.parametrize(
    "typed", ["skolskj", "SKOLSKJUTS", "skolskjuts i åk", "skolskjuts i ak", "åkersby", "akersb"]
)
def test_a_title_is_found_by_any_of_its_words_with_or_without_dots(filled: Any, typed: str) -> None:
    assert filled.texts(typed, "titel") == ["Skolskjuts i Åkersby"]


@pytest.mark.parametrize("typed", ["socialn", "socialnamn", "socialnämn"])
def test_topics_are_written_as_swedish_is_whatever_was_typed(filled: Any, typed: str) -> None:
    assert "socialnämnd" in filled.texts(typed, "ämne")


def test_words_are_suggested_in_their_dictionary_form_and_once(filled: Any) -> None:
    assert filled.texts("medborgark", "ämne") == ["medborgarkontor"]


def test_a_phrase_is_suggested_by_its_beginning_and_by_its_last_word(filled: Any) -> None:
    assert "juridisk rådgivning" in filled.texts("jurid", "ämne")
    assert "juridisk rådgivning" in filled.texts("juridisk radg", "ämne")
    assert "juridisk rådgivning" in filled.texts("rådg", "ämne")


def test_the_last_word_is_completed_after_others_that_make_no_phrase(filled: Any) -> None:
    assert "avgifter skolskjuts" in filled.texts("avgifter skolskj", "ämne")


def test_what_one_text_says_by_the_way_is_no_topic(suggesting: Any, document: Make) -> None:
    suggesting.put(document("a", "Handling", "En kattuggla satt där. En kattuggla flög."))
    assert suggesting.texts("kattug", "ämne") == []
    suggesting.put(document("b", "Handling", "Två kattugglor. Kattugglan är skygg. En kattuggla."))
    assert suggesting.texts("kattug", "ämne") == ["kattuggla"]


def test_names_of_people_are_no_topics(suggesting: Any, document: Make) -> None:
    said = "I dag sade Anna Sjöskog detta. Där var Anna Sjöskog också, och sedan gick Anna Sjöskog hem."
    suggesting.put(document("a", "Handling", said), document("b", "Handling", said))
    assert suggesting.texts("sjösk", "ämne") == suggesting.texts("anna", "ämne") == []


@pytest.mark.parametrize(
    "typed",
    [
        "KS 2013/388",
        "ks2013/3",
        "ks 2013-388",
        "Dnr KS 2013/0388",
        "KS/2013:38",
        "2013/388",
        "388",
        "ks 388",
        "ks 2013",
    ],
)
def test_a_dnr_is_found_in_any_spelling_and_by_any_half_of_it(filled: Any, typed: str) -> None:
    assert filled.texts(typed, "dnr")[0] == "KS 2013/388"


def test_the_number_itself_stands_before_those_that_begin_so_and_newer_before_older(filled: Any) -> None:
    assert filled.texts("44", "dnr") == ["SOF 2025/44", "KS 2025/448", "BUN 2019/441"]
    assert filled.texts("ks", "dnr") == ["KS 2025/448", "KS 2013/388"]


def test_a_dnr_tells_what_it_is_about_and_searches_for_itself(filled: Any) -> None:
    (row,) = [row for row in filled.suggester.suggest("ks 2013/388", filled.everyone) if row.kind == "dnr"]
    assert row.detail == "Svar på motion om juridisk rådgivning"
    assert isinstance(parse(row.query).tree, tree.DnrQ)


@pytest.mark.parametrize(
    ("typed", "act"),
    [
        ("KL", "kommunallagen (2017:725)"),
        ("komm", "kommunallagen (2017:725)"),
        ("sol", "socialtjänstlagen (2025:400)"),
        ("socialtjanstl", "socialtjänstlagen (2025:400)"),
        ("2 kap. 1 § kommu", "2 kap. 1 § kommunallagen (2017:725)"),
    ],
)
def test_acts_are_suggested_by_name_and_abbreviation_also_after_a_provision(
    suggesting: Any, typed: str, act: str
) -> None:
    row = next(row for row in suggesting.suggester.suggest(typed, suggesting.everyone) if row.kind == "lag")
    assert row.text == act
    assert isinstance(parse(row.query).tree, tree.LagQ)


def test_older_acts_of_a_name_follow_and_say_that_they_are(suggesting: Any) -> None:
    rows = suggesting.suggester.suggest("kommunallag", suggesting.everyone)
    assert [row.text for row in rows][:2] == ["kommunallagen (2017:725)", "kommunallagen (1991:900)"]
    assert "gällde till 2017" in rows[1].detail


def test_a_motion_and_its_answers_are_one_row(filled: Any) -> None:
    assert filled.texts("rådgivning", "titel") == ["Svar på motion om juridisk rådgivning"]
    assert filled.texts("motion om jur", "titel")[0] == "Motion om juridisk rådgivning"


def test_a_title_with_quotation_marks_makes_a_query_that_is_whole(suggesting: Any, document: Make) -> None:
    suggesting.put(document("a", 'Om "gröna" kilar och ”blå” stråk'))
    (row,) = [
        row for row in suggesting.suggester.suggest("kilar", suggesting.everyone) if row.kind == "titel"
    ]
    parsed = parse(row.query)
    assert parsed.problems == ()
    assert parsed.tree == tree.Field("titel", "Om gröna kilar och blå stråk", parsed.tree.span, quoted=True)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "typed", ["", " ", "s", "§", "å", "x" * 101, 'titel:"soc', "(skola", "a OCH sko", "typ:mot"]
)
def test_nothing_is_suggested_for_a_sign_alone_nor_for_who_writes_a_query(filled: Any, typed: str) -> None:
    assert filled.suggester.suggest(typed, filled.everyone) == ()


@pytest.mark.parametrize(
    "typed", ["%", "__", "\0\0", "'--", "\ud800x", "so\U0010ffff", "9" * 90, "ks 20250000000000001"]
)
def test_anything_can_be_typed(filled: Any, typed: str) -> None:
    assert len(filled.suggester.suggest(typed, filled.everyone)) <= 8


def test_at_most_eight_rows_of_several_kinds(suggesting: Any, document: Make) -> None:
    suggesting.put(
        *(document(f"d{n}", f"Skolfråga {n} om skolgård{n % 7 * 'a'} och skolväg") for n in range(40))
    )
    rows = suggesting.suggester.suggest("skol", suggesting.everyone)
    assert len(rows) == 8
    assert {row.kind for row in rows} == {"lag", "ämne", "titel"}


def test_an_act_is_suggested_as_an_act_and_not_as_a_word_too(suggesting: Any, document: Make) -> None:
    suggesting.put(document("a", "Skollagen och skolskjuts"))
    assert "skolskjuts" in suggesting.texts("skol", "ämne")
    assert "skollag" not in suggesting.texts("skol", "ämne")
    assert "skollagen (2010:800)" in suggesting.texts("skol", "lag")
