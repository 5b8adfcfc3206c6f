"""A query of any size is read within limits, and what is left out is told, with a way out."""

import pytest

from remissarkiv.acts import use_register
from remissarkiv.acts.register import Register
from remissarkiv.acts.table import Act
from remissarkiv.domain import Problem
from remissarkiv.query import parse
from remissarkiv.query.limits import MAX_DEPTH, MAX_LENGTH, MAX_OPEN, MAX_WORDS
from remissarkiv.query.tree import NOTHING, LagQ, Or, Phrase, Prefix, Word
from remissarkiv.search.words import leaves

MANY = [f"ord{number}" for number in range(1000)]


def the_one(problems: tuple[Problem, ...], words: str) -> Problem:
    (problem,) = (problem for problem in problems if words in problem.message)
    return problem


def test_of_ten_thousand_characters_the_first_are_read() -> None:
    text = "skola " * (10_000 // 6)
    parsed = parse(text)
    problem = the_one(parsed.problems, f"längre än {MAX_LENGTH} tecken")
    assert (problem.span.start, problem.span.end) == (MAX_LENGTH, len(text))
    assert "Liknande handlingar" in problem.message
    assert parse("x" * 10_000).tree != NOTHING


@pytest.mark.parametrize("between", [" ", " OCH ", " ELLER ", " INTE "])
def test_of_a_thousand_words_the_first_hundred_are_searched(between: str) -> None:
    text = between.join(word[3:] + "a" for word in MANY)[:MAX_LENGTH]
    parsed = parse(text)
    assert len(list(leaves(parsed.tree))) == MAX_WORDS
    problem = the_one(parsed.problems, f"fler än {MAX_WORDS} sökord")
    assert text[problem.span.start :].startswith("100a")
    assert "Behåll de ord som säger mest" in problem.message
    assert not any("saknar något att gälla" in problem.message for problem in parsed.problems)


def test_a_hundred_words_are_not_told_of() -> None:
    assert parse(" ".join(MANY[:MAX_WORDS])).problems == ()
    assert parse('"' + " ".join(MANY[:MAX_WORDS]) + '"').problems == ()


def test_the_words_of_a_phrase_count_and_a_long_one_is_cut_not_lost() -> None:
    parsed = parse("skola ELLER " + '"' + " ".join(MANY[: MAX_WORDS + 5]) + '"')
    assert isinstance(parsed.tree, Or)
    phrase = parsed.tree.children[1]
    assert isinstance(phrase, Phrase)
    assert phrase.text == " ".join(MANY[: MAX_WORDS - 1])
    the_one(parsed.problems, "sökord")
    pairs = parse(" ELLER ".join(f'"{word} skola"' for word in MANY[:60])).tree
    assert len(list(leaves(pairs))) == MAX_WORDS // 2


def test_hundreds_of_parentheses_are_no_trouble() -> None:
    parsed = parse("(" * 300 + "skola" + ")" * 300)
    assert isinstance(parsed.tree, Word)
    assert "färre" in the_one(parsed.problems, f"fler än {MAX_DEPTH} parenteser i varandra").message
    parsed = parse("(" * 900 + "skola")
    assert isinstance(parsed.tree, Word)
    assert {"parenteser", "inte avslutad"} <= {
        words
        for words in ("parenteser", "inte avslutad")
        if any(words in problem.message for problem in parsed.problems)
    }
    deep = parse("(" * 300 + "skola" + "".join(f" ELLER {word})" for word in MANY[:300]))
    assert len(list(leaves(deep.tree))) == MAX_WORDS


def test_more_beginnings_than_can_be_walked_are_words() -> None:
    parsed = parse(" ELLER ".join(f"{word}*" for word in MANY[10:30]))
    assert [type(leaf) for leaf in leaves(parsed.tree)] == [Prefix] * MAX_OPEN + [Word] * (20 - MAX_OPEN)
    problem = the_one(parsed.problems, f"Fler än {MAX_OPEN} ord")
    assert "Dela upp frågan" in problem.message


def test_many_lagrum_are_read_each_for_itself() -> None:
    parsed = parse(" ELLER ".join(f"lag:2:{number} KL" for number in range(1, 9)))
    assert [leaf.keys for leaf in leaves(parsed.tree) if isinstance(leaf, LagQ)] == [
        (f"2017:725#K2P{number}",) for number in range(1, 9)
    ]


def test_what_a_query_means_follows_the_register_in_use() -> None:
    query = "lag:2016:4711"
    assert any("är känd" in problem.message for problem in parse(query).problems)
    use_register(Register((Act("2016:4711", ("lagen om prov",), (), frozenset(), None, None, None),)))
    try:
        assert parse(query).problems == ()
    finally:
        use_register(None)
    assert parse(query).problems
