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


def _cases() -> list[tuple[str, str | None, str]]:
    """Text, the act it belongs to, the keys; the texts of `citations_statutes.tsv` are from an act."""
    return [
        (row["text"], "9999:999" if file.stem.endswith("_statutes") else None, row["keys"] or "")
        for file in sorted(CASES.glob("citations*.tsv"))
        for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    ]


@pytest.mark.parametrize(("text", "law", "keys"), _cases())
def test_text_cites_exactly_these(text: str, law: str | None, keys: str) -> None:
    assert Counter(citation.key for citation in find_citations(text, law=law)) == Counter(keys.split())


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
    assert 2 * right / total >= 0.98


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
    "|2016/679 |(EU) |\n|İ|kap |par |a.a. s. 5 |avsnitt 2 i |kommitténs betänkande |samma kapitel |(|) |KU "
    "|1990/91:38 |SOU 2014:14, |RÅ 1984 Ab 1 |JO |1-1999 |den förstnämnda |gamla "
    "|lagen den 3 juni 1949 (nr 314)|--|-–| [2007:1244]| mom. |SkbrL |under "
    "|Lagen (2018:222) om bostadsbidrag (LBB). |LBB |direktiv 95/46/EG |art. 6 (1) |5 a och b §§ |.".split(
        "|"
    )
)


def test_an_act_that_the_text_knows_by_its_title_is_cited_with_the_title() -> None:
    text = (
        "Lagen (1957:262) om allmän energiskatt gäller. Enligt 3 § lagen om allmän energiskatt tas skatt ut."
    )
    assert [citation.text for citation in find_citations(text)] == [
        "1957:262",
        "3 § lagen om allmän energiskatt",
    ]


def test_the_act_up_to_now_is_not_the_new_one_of_the_same_title() -> None:
    text = (
        "Förordningen (2022:1274) om producentansvar för förpackningar ersätter den hittillsvarande "
        "förordningen om producentansvar för förpackningar."
    )
    assert keys(text, 2022) == ["2022:1274", "2018:1462"]


@pytest.mark.parametrize("heading", ["### 15 § RIKAB får besluta.", "## 4 §\n\nAMS får besluta."])
def test_a_paragraph_that_begins_with_letters_is_of_the_own_act(heading: str) -> None:
    assert len(find_citations("Lagens text.\n\n" + heading, law="1980:45")) == 1


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


def keys(text: str, year: int = 2012) -> list[str]:
    return [citation.key for citation in find_citations(text, date=datetime.date(year, 6, 1))]


def test_a_sentence_stays_with_the_act_it_began_with() -> None:
    text = (
        "Numera gäller lagen (2001:151) om kommunal tjänsteexport. Enligt 1 § är den oberoende av "
        "bestämmelserna i kommunallagen. Av 5 § första stycket följer att bistånd får lämnas."
    )
    found = keys(text)
    assert {"2001:151#P1", "2001:151#P5S1"} <= set(found)
    assert not [key for key in found if key.startswith("1991:900#")]


def test_another_act_in_a_sentence_of_its_own_is_what_comes_next() -> None:
    assert "1991:900#P5" in keys("Enligt lagen (2001:151) krävs beslut. I kommunallagen finns 5 §.")


def test_the_new_act_is_the_newer_of_those_just_named() -> None:
    text = (
        "Lagen (2009:47) om vissa kommunala befogenheter ersätter lagen (1968:131) om turistväsendet. "
        "Enligt 4 kap. 1 § den nya lagen får kommunen bygga. Enligt 3 kap. 6 § får den hyra ut."
    )
    assert {"2009:47#K4P1", "2009:47#K3P6"} <= set(keys(text))
    assert "1968:131#P2" in keys(text.replace("4 kap. 1 § den nya", "2 § den gamla"))


def test_without_a_day_an_act_that_has_borne_its_name_before_another_is_a_guess() -> None:
    assert [citation.certain for citation in find_citations("Vi har läst kommunallagen.")] == [False]


DAMAGED = "Namnden kan inte se annat an att forslaget ar forenligt med vad som far anses galla i fragan. " * 4


def test_a_misread_section_sign_is_no_part_of_the_number() -> None:
    assert "1991:900#K2P1" in keys(DAMAGED + "Se 2 kap. 18\nkommunallagen.")
    assert {"1991:900#K2P1", "1991:900#K2P8"} <= set(keys(DAMAGED + "Se 2 kap. 1 och 8 88\nkommunallagen."))
    assert "1991:900#K2P18" in keys("Nämnden åberopar 2 kap. 18 kommunallagen.")


def test_articles_of_a_convention_are_not_those_of_the_eu_act_before_it() -> None:
    text = (
        "Dataskyddsförordningen gäller. Se artiklarna 3, 12 och 16 i barnkonventionen. "
        "Enligt artikel 33 ska barn skyddas."
    )
    assert not [key for key in keys(text, 2021) if "#" in key]
    assert "ext/celex/32016R0679#33" in keys(text + " Se artikel 33 i dataskyddsförordningen.", 2021)


def test_the_number_of_a_case_may_be_broken_over_two_lines() -> None:
    assert keys("i mål C-\n333/13, Dano", 2016) == ["ext/celex/62013CJ0333"]


def test_where_the_day_is_a_guess_the_act_is_one_too() -> None:
    day = datetime.date(2008, 12, 31)
    found = [find_citations("2 kap. 8 § kommunallagen", date=day, guessed=g)[0] for g in (False, True)]
    assert [(citation.key, citation.certain) for citation in found] == [
        ("1991:900#K2P8", True),
        ("1991:900#K2P8", False),
    ]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("enligt regeringsformen (9 kap. 9 §) är", "regeringsformen (9 kap. 9 §)"),
        ("det finns skäl (1 kap. 4 § skollagen).", "1 kap. 4 § skollagen"),
        ("på s. 45 i prop. 2016/17:171", "s. 45 i prop. 2016/17:171"),
        ("se avsnitt 8.2.2 i SOU 1997:39.", "avsnitt 8.2.2 i SOU 1997:39"),
        ("artikel 6.1 e i dataskyddsförordningen ska", "artikel 6.1 e i dataskyddsförordningen"),
        ("se RÅ 1984 Ab 187.", "RÅ 1984 Ab 187"),
        ("enligt 37 § förvaltningslagen [2017:900] ska", "37 § förvaltningslagen [2017:900]"),
        ("2 kap. 1 § lag om x (1982:80) gäller", "2 kap. 1 § lag om x (1982:80)"),
    ],
)
def test_the_words_of_a_citation_are_all_that_says_it(text: str, cited: str) -> None:
    assert [citation.text for citation in find_citations(text)] == [cited]


def test_a_name_is_told_by_the_number_printed_with_another_name_of_the_act() -> None:
    text = "Enligt socialtjänstlagen (2001:453) gäller detta. Beslutet fattas enligt 4 kap. 1 § SoL."
    found = find_citations(text, date=datetime.date(2025, 9, 1))[-1]
    assert (found.key, found.certain) == ("2001:453#K4P1", True)


def test_what_waits_for_its_act_is_a_guess() -> None:
    found = find_citations("enligt 5 § och, i vissa fall, 8 § arkivlagen")
    assert [(citation.key, citation.certain) for citation in found] == [
        ("1990:782#P5", False),
        ("1990:782#P8", True),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("99 kap. 1 § kommunallagen", ["2017:725#K99P1"]),
        ("lagen (2031:9999) om allt", ["2031:9999"]),
        ("4 § lagen (2031:9999) om allt", ["2031:9999#P4", "2031:9999"]),
        ("2 kap. xx § kommunallagen", ["2017:725#K2", "2017:725"]),
    ],
)
def test_what_does_not_exist_or_is_half_understood_is_kept_as_written(text: str, expected: list[str]) -> None:
    assert [citation.key for citation in find_citations(text)] == expected


def test_a_paragraph_of_minutes_is_none_of_an_act_whose_abbreviation_a_board_has() -> None:
    minutes = "Sammanträdesprotokoll för tekniska förvaltningen. " * 3
    assert keys(minutes + "TF § 12 Dnr 2014/24 Gatubelysning") == []
    assert keys("TF § 12") == ["1949:105#P12"]
