"""A Dnr or § pasted among words is taken for what it is, and nothing else is."""

import pytest

from remissarkiv.query import parse
from remissarkiv.query.tree import And, DnrQ, HalfDnrQ, LagQ, Or, Phrase, Tree, Word


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
        ("[KS 2025/448]", "KS 2025/448"),
        ("KS2025/448-3", "KS 2025/448"),
        ("KS 2025/448,", "KS 2025/448"),
        ("KS 2025–448", "KS 2025/448"),
        ("Dnr\tKS\u00a02025/448", "KS 2025/448"),
        ("KS\n2025/448", "KS 2025/448"),
        ("KS 2025\u00ad/448", "KS 2025/448"),
        ("\ufeffKS 2025/\u200b448", "KS 2025/448"),
        ("a\u0308n 2025/448".upper(), "ÄN 2025/448"),
        ("Ärende KS 2025/00448", "KS 2025/448"),
        ("Dar KS 2025/448", "KS 2025/448"),
        ("D nr: KS 2025/448", "KS 2025/448"),
        ("diarienr. KS 2025/448", "KS 2025/448"),
        ("448/2025", "2025/448"),
        ("0560/19", "2019/560"),
        ("6823-2009", "2009/6823"),
        ("1.2.4-182-2013", "2013/182"),
        ("332-548/2009", "2009/548"),
        ("3551-80-21", "1980/3551"),
        ("Dnr 97/214", "1997/214"),
        ("Diariernr 2345-2015", "2015/2345"),
        ("Beteckning 505-2345-19", "2019/2345"),
        ("505-2345-19", "2019/2345"),
        ("V-2021-0123", "V 2021/123"),
        ("Dnr BRÅ 0123/18", "BRÅ 2018/123"),
        ("LTV 180123", "LTV 2018/123"),
        ("SU FV-1.1.3-1234-18", "SU 2018/1234"),
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


@pytest.mark.parametrize(
    ("text", "words"),
    [("svar på remiss KS 2025/448", 3), ("skola 2025/448", 1), ("Barnkonventionen 2025/448", 1)],
)
def test_words_beside_a_dnr_are_words(text: str, words: int) -> None:
    *before, dnr = leaves(parse(text).tree)
    assert isinstance(dnr, DnrQ)
    assert len(before) + len(parse(text).ignored) == words
    assert all(isinstance(leaf, Word) for leaf in before)


@pytest.mark.parametrize("text", ["KS 2025/44*", "2025/44*", "ks2025-0044*", "Dnr KS 2025/44*", "Dnr 448"])
def test_half_a_dnr_is_seen_among_words(text: str) -> None:
    for query in (text, f"skola {text}"):
        half = leaves(parse(query).tree)[-1]
        assert isinstance(half, HalfDnrQ)
        assert not half.field


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("2:1 KL", {"2017:725#K2P1"}),
        ("2:1, 2:2 KL", {"2017:725#K2P1", "2017:725#K2P2"}),
        ("KL 2:1 och 4:3", {"2017:725#K2P1", "2017:725#K4P3"}),
        ("kl 2 kap 1 o 2 §§", {"2017:725#K2P1", "2017:725#K2P2"}),
        ("2 kap. 1-3 §§ KL", {"2017:725#K2P1", "2017:725#K2P2", "2017:725#K2P3"}),
        ("kommunallagen kap 2 par 8", {"2017:725#K2P8"}),
        ("kommunallag 2:1", {"2017:725#K2P1"}),
        ("gamla kommunallagen 2 kap. 1 §", {"1991:900#K2P1"}),
        ("1991:900 2 kap. 1 §", {"1991:900#K2P1"}),
        ("2 kap. 1 § 1991:900", {"1991:900#K2P1"}),
        ("OSL 26:1", {"2009:400#K26P1"}),
        ("Osl 26:1", {"2009:400#K26P1"}),
        ("hälso och sjukvårdslagen 3 kap 1 §", {"2017:30#K3P1"}),
        ("RÅ 1993 ref 32", {"dom/ra/1993:32"}),
        ("rå 1993 ref 32", {"dom/ra/1993:32"}),
        ("nja 1998 s. 14", {"dom/nja/1998s14"}),
        ("prop 2016/17:171", {"prop/2016/17:171"}),
    ],
)
def test_a_lagrum_as_people_type_it(text: str, keys: set[str]) -> None:
    for query in (text, f"{text} rådgivning"):
        lagrum = leaves(parse(query).tree)[0]
        assert isinstance(lagrum, LagQ)
        assert set(lagrum.keys) == keys
        assert parse(query).problems == ()


@pytest.mark.parametrize(
    ("text", "key", "name"),
    [
        ("2 kap 1 § komunallagen", "2017:725#K2P1", "kommunallagen"),
        ("4 kap. 1 § socialtjänslagen", "2025:400#K4P1", "socialtjänstlagen"),
        ("förvaltinngslagen 9 §", "2017:900#P9", "förvaltningslagen"),
    ],
)
def test_a_slip_in_the_name_of_an_act_is_understood_and_told(text: str, key: str, name: str) -> None:
    parsed = parse(f"motion {text}")
    lagrum = leaves(parsed.tree)[1]
    assert isinstance(lagrum, LagQ)
    assert lagrum.keys == (key,)
    (problem,) = parsed.problems
    assert f"läses som {name}" in problem.message


def test_a_number_says_which_act_is_meant_only_on_its_own_side_of_an_operator() -> None:
    tree = parse("2 kap. 1 § kommunallagen ELLER 2 kap. 1 § kommunallagen (1991:900)").tree
    assert isinstance(tree, Or)
    keys = [child.keys for child in tree.children if isinstance(child, LagQ)]
    assert keys == [("2017:725#K2P1",), ("1991:900#K2P1",)]


def test_a_provision_without_its_act_is_words_and_the_act_is_asked_for() -> None:
    for text in ("2 kap. 1 §", "rådgivning 2 kap. 1 §"):
        (problem,) = parse(text).problems
        assert problem.message.startswith("Vilken lag menas med ”2 kap. 1 §”?")
        assert text[slice(*problem.span)] == "2 kap. 1 §"


def test_an_act_that_nobody_knows_is_told_and_searched_as_it_stands() -> None:
    for text in ("5 § 2031:9999", "lag:2031:9999"):
        parsed = parse(text)
        assert isinstance(parsed.tree, LagQ)
        assert parsed.tree.spelled
        assert parsed.problems[0].message == (
            "Ingen lag med numret 2031:9999 är känd; söker efter det som står."
        )


def test_problems_point_into_what_was_typed_also_past_signs_that_are_not_seen() -> None:
    text = "KS\u00ad 2025/448 typ:enk\u200bät"
    (problem,) = parse(text).problems
    assert text[slice(*problem.span)] == "enk\u200bät"


@pytest.mark.parametrize(
    "text",
    [
        "kommunallagen",
        "motioner 2015-2020",
        "2 § remiss",
        "den 21 augusti 2025",
        "kl 14:30",
        "kl. 14.30",
        "kl 8",
        "sol",
        "sol och bad 4:1",
        "al",
        "år 2019/20",
        "år 2019/21",
        "skolår 2023/24",
        "läsåret 2023/2024",
        "SoL-handläggare",
        "24/7",
        "1/3",
        "covid-19 2020",
        "08-508 25 000",
        "0224-361 12",
        "tel 070-123 45 67",
        "2025-09-25",
        "556036-0793",
        "0224-2009",
        "KF § 118/2014",
        "1990-2009",
        "KS 2025",
        "0388",
        "ny kommunallag",
        "s. 12-14",
        "beteckning 3:12",
        "beteckning 448",
        "90/10-regeln",
        "EU 2016/679-3",
        "REV 180123",
        "V 12 2019",
    ],
)
def test_what_is_only_words_stays_words(text: str) -> None:
    assert all(isinstance(leaf, Word) for leaf in leaves(parse(text).tree))


def test_quotation_marks_keep_a_dnr_as_it_is_spelled() -> None:
    assert isinstance(parse('"KS 2025/448"').tree, Phrase)


def test_operators_beside_a_dnr_still_work() -> None:
    parsed = parse("KS 2025/448 ELLER 2 kap. 2 § kommunallagen")
    assert [type(child) for child in getattr(parsed.tree, "children", ())] == [DnrQ, LagQ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("JO dnr 3497-2000", "avg/jo/3497-2000"),
        ("JO:s beslut dnr 3497-2000", "avg/jo/3497-2000"),
        ("dataskyddsförordningen artikel 35", "ext/celex/32016R0679#35"),
        ("artikel 6.1 GDPR", "ext/celex/32016R0679#6.1"),
        ("direktiv 2014/24/EU", "ext/celex/32014L0024"),
        ("förordning (EU) 2016/679", "ext/celex/32016R0679"),
        ("(EU) 2016/679", "ext/celex/32016R0679"),
        ("EU 2016/679", "ext/celex/32016R0679"),
        ("eu 2016/679", "ext/celex/32016R0679"),
        ("EG nr 45/2001", "ext/celex/32001R0045"),
        ("förordning EU 2016/679", "ext/celex/32016R0679"),
        ("EU 2016/679 artikel 6", "ext/celex/32016R0679#6"),
        ("direktiv 2014/24/EU artikel 6", "ext/celex/32014L0024#6"),
        ("EU-förordning 2016/679", "ext/celex/32016R0679"),
        ("rekommendation 2003/361/EG", "ext/celex/32003H0361"),
        ("mål C-280/00", "ext/celex/62000CJ0280"),
    ],
)
def test_what_names_the_body_or_the_act_belongs_to_the_citation(text: str, key: str) -> None:
    for query in (text, f"kamera {text}"):
        lagrum = leaves(parse(query).tree)[-1]
        assert isinstance(lagrum, LagQ)
        assert lagrum.keys == (key,)
        assert lagrum.text == text
