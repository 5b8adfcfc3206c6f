"""A Dnr or § pasted among words is taken for what it is, and nothing else is."""

import pytest

from remissarkiv.query import parse
from remissarkiv.query.tree import And, DnrQ, LagQ, Phrase, Tree, Word


def leaves(tree: Tree) -> tuple[Tree, ...]:
    return tree.children if isinstance(tree, And) else (tree,)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sof 2025-424", "SOF 2025/424"),
        ("KS 2025/448", "KS 2025/448"),
        ("ks2025/448", "KS 2025/448"),
        ("Dnr KS 2025/000448", "KS 2025/448"),
        ("2025/448", "2025/448"),
        ("(KS 2025/448)", "KS 2025/448"),
    ],
)
def test_a_pasted_dnr(text: str, value: str) -> None:
    parsed = parse(text)
    assert isinstance(parsed.tree, DnrQ)
    assert parsed.tree.dnr.value == value
    assert not parsed.tree.field


@pytest.mark.parametrize("text", ["motion sof 2025-424 förtryck", "motion Dnr sof 2025-424, förtryck"])
def test_a_dnr_in_the_middle_of_words(text: str) -> None:
    before, dnr, after = leaves(parse(text).tree)
    assert isinstance(before, Word)
    assert isinstance(dnr, DnrQ)
    assert dnr.dnr.value == "SOF 2025/424"
    assert isinstance(after, Word)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2 kap. 2 § kommunallagen", "2017:725#K2P2"),
        ("kommunallagen (2017:725) 2 kap. 1 §", "2017:725#K2P1"),
        ("5 § förvaltningslagen (2017:900)", "2017:900#P5"),
        ("2017:725", "2017:725"),
        ("SFS 2017:725", "2017:725"),
    ],
)
def test_a_pasted_lagrum(text: str, key: str) -> None:
    for query in (text, f"({text})"):
        parsed = parse(query)
        assert isinstance(parsed.tree, LagQ)
        assert parsed.tree.keys == (key,)
        assert parsed.problems == ()
    before, lagrum, after = leaves(parse(f"rådgivning {text} förtryck").tree)
    assert isinstance(before, Word)
    assert isinstance(lagrum, LagQ)
    assert isinstance(after, Word)


def test_two_lagrum_with_words_between_are_two() -> None:
    tree = parse("2 kap. 1 § kommunallagen förtryck 2 kap. 2 § kommunallagen").tree
    assert [type(leaf) for leaf in leaves(tree)] == [LagQ, Word, LagQ]


@pytest.mark.parametrize("text", ["kommunallagen", "motioner 2015-2020", "2 § remiss", "den 21 augusti 2025"])
def test_what_is_only_words_stays_words(text: str) -> None:
    assert all(isinstance(leaf, Word) for leaf in leaves(parse(text).tree))


def test_quotation_marks_keep_a_dnr_as_it_is_spelled() -> None:
    assert isinstance(parse('"KS 2025/448"').tree, Phrase)


def test_operators_beside_a_dnr_still_work() -> None:
    parsed = parse("KS 2025/448 ELLER 2 kap. 2 § kommunallagen")
    assert [type(child) for child in getattr(parsed.tree, "children", ())] == [DnrQ, LagQ]
