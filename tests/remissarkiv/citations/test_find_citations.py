"""A jurist's citations are understood in documents and in the search box, and nothing is invented."""

import csv
import datetime
import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.citations import find_citations

CASES = Path(__file__).resolve().parents[2] / "cases"


def _cases() -> list[tuple[str, str]]:
    with (CASES / "citations.tsv").open(encoding="utf-8", newline="") as stream:
        return [(row["text"], row["keys"] or "") for row in csv.DictReader(stream, delimiter="\t")]


@pytest.mark.parametrize(("text", "keys"), _cases())
def test_text_cites_exactly_these(text: str, keys: str) -> None:
    assert Counter(citation.key for citation in find_citations(text)) == Counter(keys.split())


def test_real_document_cites_the_municipal_act(shared_data: Path) -> None:
    text = (shared_data / "tjansteutlatande-sof-2025-424.txt").read_text(encoding="utf-8")
    assert [citation.key for citation in find_citations(text)] == [
        "2017:725#K2",
        "2017:725",
        "2017:725#K2P1",
        "2017:725#K2P2",
    ]


def test_known_cases_reach_the_promised_share(shared_data: Path) -> None:
    right = total = 0
    before = ""
    for line in (shared_data / "citations.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        lead = before + "\n" if case["stateful"] else ""
        before = lead + case["text"]
        found = Counter(
            citation.key
            for citation in find_citations(before, law=case["law"])
            if citation.span.start >= len(lead)
        )
        expected = Counter(item["key"] for item in case["expected"])
        right += (found & expected).total()
        total += found.total() + expected.total()
    assert 2 * right / total >= 0.95


def test_bare_section_belongs_to_the_act_of_the_text() -> None:
    found = find_citations("Detta gäller inte i fall som avses i 2 § andra stycket.", law="1991:900")
    assert [(citation.key, citation.text) for citation in found] == [("1991:900#P2S2", "2 § andra stycket")]


def test_bare_section_belongs_to_the_act_last_named() -> None:
    found = find_citations(
        "Lagen (2009:47) om vissa kommunala befogenheter har ett 2 kap. Där står 2 kap. 1 §."
    )
    assert [citation.key for citation in found] == ["2009:47", "2009:47#K2", "2009:47#K2P1"]


@pytest.mark.parametrize(
    ("name", "year", "key", "certain"),
    [
        ("kommunallagen", 1985, "1977:179#K2P1", True),
        ("kommunallagen", 2010, "1991:900#K2P1", True),
        ("kommunallagen", 2017, "1991:900#K2P1", False),
        ("kommunallagen", 2018, "2017:725#K2P1", False),
        ("kommunallagen", 2021, "2017:725#K2P1", True),
        ("SoL", 2015, "2001:453#K2P1", True),
        ("SoL", 2025, "2025:400#K2P1", False),
    ],
)
def test_name_is_read_by_the_date_and_unsure_near_a_change(
    name: str, year: int, key: str, certain: bool
) -> None:
    (citation,) = find_citations(f"2 kap. 1 § {name}", date=datetime.date(year, 9, 1))
    assert (citation.key, citation.certain) == (key, certain)


def test_printed_number_decides_before_date() -> None:
    (citation,) = find_citations("2 kap. 1 § kommunallagen (1991:900)", date=datetime.date(2024, 1, 1))
    assert (citation.key, citation.certain) == ("1991:900#K2P1", True)


def test_bare_municipal_act_in_a_list_of_several_numbers_is_unsure() -> None:
    text = "kommunallagen (1991:900) ersattes av kommunallagen (2017:725). Av 2 kap. 1 § kommunallagen följer"
    assert not find_citations(text)[-1].certain


_pieces = st.sampled_from(
    "2 kap. |1 §|§ |$ |och |, |-|1|26 a|kommunallagen| (2017:725)|KL |2:1 |första stycket |andra punkten "
    "|lagen |samma lag |om |artikel 6.1 |GDPR |prop. 2016/17:171 |s. 45 |NJA 1998 s. 14 |dnr 3-2009 |JO "
    "|2016/679 |(EU) |\n|İ|kap |par ".split("|")
)


@given(
    st.text(max_size=300) | st.lists(_pieces, max_size=25).map("".join), st.sampled_from([None, "2017:725"])
)
def test_any_text_is_read_and_spans_point_at_what_stands_there(text: str, law: str | None) -> None:
    found = find_citations(text, law=law)
    for citation in found:
        assert text[slice(*citation.span)] == citation.text
        assert citation.text
        assert citation.key
    starts = [citation.span.start for citation in found]
    assert starts == sorted(starts)
