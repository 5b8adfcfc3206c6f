"""Citations that stand together are one thing to the reader, and those of another act are not among them."""

import pytest

from remissarkiv.citations import find_citations
from remissarkiv.search.citation_groups import citation_groups, widened


def groups(text: str) -> list[str]:
    return [text[slice(*span)] for span in citation_groups(text, find_citations(text))]


@pytest.mark.parametrize(
    "whole",
    [
        "2 kap. 1 och 2 §§ kommunallagen (2017:725)",
        "2, 4 och 5 a §§ socialtjänstlagen (2001:453)",
        "2 kap. 1 och 2 §§ samt 4 kap. 3 § första stycket KL",
        "2 kap. 1-3 §§ KL",
        "2 kap. 1 och 7 §§ kommunallagen, 1991:900",
        "kommunallagen 2 kap. 1, 2 §§",
        "5 § första och tredje styckena FL",
        "2 kap. 1 § eller 2 § kommunallagen",
        "prop. 2016/17:171 s. 45 och 47",
    ],
)
def test_what_one_reads_as_one_is_one(whole: str) -> None:
    assert groups(f"Det följer av {whole} att så är.") == [whole]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("av artikel 6.1 e och 9.2 g dataskyddsförordningen", ["artikel 6.1 e och 9.2"]),
        ("2 kap. 1 § KL och 4 kap. 1 § SoL gäller", ["2 kap. 1 § KL", "4 kap. 1 § SoL"]),
        (
            "I 2 kap. kommunallagen (2017:725) och 1 och 2 §§ sägs",
            ["2 kap. kommunallagen (2017:725)", "1 och 2 §§"],
        ),
        ("Av 2 § KL framgår. 3 § KL säger", ["2 § KL", "3 § KL"]),
        ("Av 2 § förvaltningslagen framgår att 3 § gäller", ["2 § förvaltningslagen", "3 §"]),
    ],
)
def test_what_one_reads_apart_is_apart(text: str, apart: list[str]) -> None:
    assert groups(text) == apart


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        (
            "enligt 2 kap. 1 och 2 §§ kommunallagen får",
            {
                "2017:725#K2P1": "2 kap. 1 och 2 §§ kommunallagen",
                "2017:725#K2P2": "2 kap. 1 och 2 §§ kommunallagen",
                "2017:725#K2": "2 kap.",
                "2017:725": "kommunallagen",
            },
        ),
        ("se 3 § och 4 § första stycket", {}),
        ("prop. 2016/17:171 s. 45 och 47", {"prop/2016/17:171#sid47": "prop. 2016/17:171 s. 45 och 47"}),
        # Enough by itself.
        ("2 kap. 1 § samt 4 kap. 3 § KL", {"2017:725#K4P3": "4 kap. 3 §"}),
    ],
)
def test_a_lone_number_is_marked_with_what_it_belongs_to(text: str, marks: dict[str, str]) -> None:
    citations = find_citations(text)
    around = citation_groups(text, citations)
    found = {one.key: text[slice(*widened(text, one, around))] for one in citations}
    assert {key: found[key] for key in marks} == marks


def test_a_list_that_fills_a_page_is_marked_where_it_answers() -> None:
    text = f"{', '.join(map(str, range(1, 25)))} och {', '.join(map(str, range(25, 50)))} §§ SoL (2001:453)"
    citations = find_citations(text)
    around = citation_groups(text, citations)
    (one,) = [one for one in citations if one.key == "2001:453#P37"]
    assert text[slice(*widened(text, one, around))] == "37"
