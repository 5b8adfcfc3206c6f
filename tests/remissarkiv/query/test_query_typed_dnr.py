"""A Dnr as people type it, one or a list of them."""

import pytest

from remissarkiv.dnr import HalfDnr
from remissarkiv.query import parse
from remissarkiv.query.tree import And, DnrQ, HalfDnrQ, Or, Prefix, Tree, Word


def leaves(tree: Tree) -> tuple[Tree, ...]:
    return tree.children if isinstance(tree, And | Or) else (tree,)


@pytest.mark.parametrize(
    "text",
    [
        "KS 2013 / 388",
        "KS 2013 388",
        "KS 2013_388",
        "KS2013388",
        "ks 2013 0388",
        "KS 2013/388\x00",
        "KS２０１３/388",
    ],
)
def test_year_and_number_apart_or_together(text: str) -> None:
    for query in (text, f"dnr:{text}", f'dnr:"{text}"'):
        tree = parse(query).tree
        assert isinstance(tree, DnrQ), query
        assert tree.dnr.value == "KS 2013/388"
        assert parse(query).problems == ()
    word, dnr, after = leaves(parse(f"skola Dnr {text} buller").tree)
    assert isinstance(dnr, DnrQ)
    assert (type(word), type(after)) == (Word, Word)


@pytest.mark.parametrize(
    "text",
    [
        "KS 2013 2014",
        "KS 2020 15 miljoner",
        "KS 2020 08 15",
        "KS 2020 12 mars",
        "KS 20130212",
        "skola 2013 388",
        "sommaren 2013 388",
        "KS 2013 388 000",
    ],
)
def test_a_diary_with_a_year_and_a_number_that_is_something_else_is_words(text: str) -> None:
    assert all(isinstance(leaf, Word) for leaf in leaves(parse(text).tree))


@pytest.mark.parametrize("text", ["KS 2013*", "KS 2013/*", "ks2013*"])
def test_everything_of_a_diary_in_a_year(text: str) -> None:
    tree = parse(text).tree
    assert isinstance(tree, HalfDnrQ)
    assert tree.half == HalfDnr("KS", 2013)
    assert isinstance(parse("2013*").tree, Prefix)


@pytest.mark.parametrize(
    "text",
    [
        "KS 2013/388;KS 2024/415",
        "KS 2013/388; KS 2024/415",
        "KS 2013/388,KS 2024/415",
        "KS 2013/388, KS 2024/415",
        "KS 2013/388, Dnr KS 2024/415",
        "dnr:KS 2013/388,KS 2024/415",
        "dnr:KS 2013/388, KS 2024/415",
        "dnr:KS 2013/388 eller KS 2024/415",
        'dnr:"KS 2013/388, KS 2024/415"',
    ],
)
def test_a_pasted_list_is_any_of_its_dnr(text: str) -> None:
    tree = parse(text).tree
    assert isinstance(tree, Or)
    assert [child.dnr.value for child in tree.children if isinstance(child, DnrQ)] == [
        "KS 2013/388",
        "KS 2024/415",
    ]
    assert parse(text).problems == ()


def test_words_behind_a_list_are_words() -> None:
    either, word = leaves(parse("dnr:KS 2013/388, KS 2024/415, skola").tree)
    assert isinstance(either, Or)
    assert isinstance(word, Word)
    assert "skola" in word.text


def test_two_dnr_without_a_comma_are_both_asked_for() -> None:
    assert isinstance(parse("KS 2013/388 KS 2024/415").tree, And)


@pytest.mark.parametrize("text", ["Dar 12", "dnr:Dar 12", "dnr:D nr 12", "dnr:Dnr 12"])
def test_a_number_after_any_spelling_of_dnr(text: str) -> None:
    tree = parse(text).tree
    assert isinstance(tree, HalfDnrQ)
    assert tree.half == HalfDnr(number=12)
