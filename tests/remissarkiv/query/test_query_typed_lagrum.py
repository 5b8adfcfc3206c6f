"""A lagrum as people write it in a search box, and documents hardly do: one lagrum, and no word is left."""

import pytest

from remissarkiv.query import parse
from remissarkiv.query.tree import And, LagQ, Tree, Word


def leaves(tree: Tree) -> tuple[Tree, ...]:
    return tree.children if isinstance(tree, And) else (tree,)


def only_lagrum(query: str) -> LagQ:
    tree = parse(query).tree
    assert isinstance(tree, LagQ), tree
    return tree


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2 kap. 7 § lagen (2009:47) om vissa kommunala befogenheter", "2009:47#K2P7"),
        ("lagen (2009:47) om vissa kommunala befogenheter", "2009:47"),
        ("lagen (2009:47) om vissa kommunala befogenheter 2 kap. 7 §", "2009:47#K2P7"),
        ("9 § lagen (1993:387) om stöd och service till vissa funktionshindrade", "1993:387#P9"),
        ("lagen 2009:47", "2009:47"),
        ("lag (2009:47)", "2009:47"),
        ("lagen (SFS 2009:47)", "2009:47"),
    ],
)
def test_article_number_and_title_are_one_piece(text: str, key: str) -> None:
    for query in (text, f"lag:{text}", f"({text})"):
        assert only_lagrum(query).keys == (key,)
    before, lagrum = leaves(parse(f"enligt {text}").tree)
    assert isinstance(before, Word)
    assert isinstance(lagrum, LagQ)
    assert lagrum.keys == (key,)


def test_what_follows_the_title_and_the_title_of_another_act_are_words() -> None:
    lagrum, word = leaves(parse("lagen (2009:47) om vissa kommunala befogenheter bidrag").tree)
    assert isinstance(lagrum, LagQ)
    assert getattr(word, "text", "") == "bidrag"
    tree = parse("lagen (2017:900) om vissa kommunala befogenheter").tree
    assert [getattr(leaf, "text", "") for leaf in leaves(tree)] == [
        "lagen (2017:900)",
        "vissa",
        "kommunala",
        "befogenheter",
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("nya kommunallagen 2 kap 1 §", "2017:725#K2P1"),
        ("2 kap 1 § nya kommunallagen", "2017:725#K2P1"),
        ("nya SoL 4:1", "2025:400#K4P1"),
        ("nya socialtjänstlagen 11 kap 1 §", "2025:400#K11P1"),
        ("gamla KL 2:1", "1991:900#K2P1"),
        ("gamla SoL 4:1", "2001:453#K4P1"),
        ("gamla SoL 6 §", "1980:620#P6"),
        ("6 § gamla socialtjänstlagen", "1980:620#P6"),
        ("lag:gamla KL", "1991:900"),
        ("lag:nya SoL", "2025:400"),
        ("lag:gamla kommunallagen", "1991:900"),
    ],
)
def test_the_age_of_an_act_says_which_one_and_is_no_word(text: str, key: str) -> None:
    assert only_lagrum(text).keys == (key,)
    assert parse(text).problems == ()


@pytest.mark.parametrize("text", ["nya regler kommunallagen", "gamla KL", "nya lagen", "nya kommunallagen"])
def test_an_age_without_a_provision_is_words(text: str) -> None:
    assert all(isinstance(leaf, Word) for leaf in leaves(parse(text).tree))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("kommunal lagen 2 kap 1 §", "2017:725#K2P1"),
        ("socialtjänst lagen 4 kap 1 §", "2025:400#K4P1"),
        ("plan o bygglagen 9 kap 2 §", "2010:900#K9P2"),
        ("plan & bygglag 9 kap 2 §", "2010:900#K9P2"),
        ("hälso o sjukvårdslagen 3 kap 1 §", "2017:30#K3P1"),
    ],
)
def test_a_name_in_two_halves_is_a_name(text: str, key: str) -> None:
    assert only_lagrum(text).keys == (key,)
    assert parse(text).problems == ()


@pytest.mark.parametrize(
    ("text", "key", "typed", "name"),
    [
        ("5 § skolagen", "2010:800#P5", "skolagen", "skollagen"),
        ("lag:skolagen", "2010:800", "skolagen", "skollagen"),
        ("miljöblken 2 kap 3 §", "1998:808#K2P3", "miljöblken", "miljöbalken"),
        ("regeringsfomen 1 kap 2 §", "1974:152#K1P2", "regeringsfomen", "regeringsformen"),
        ("förvaltningslgen 5 §", "2017:900#P5", "förvaltningslgen", "förvaltningslagen"),
        ("socaltjänstlagen 4 kap 1 §", "2025:400#K4P1", "socaltjänstlagen", "socialtjänstlagen"),
        (
            "offentlighet och sekretesslagen 26:1",
            "2009:400#K26P1",
            "offentlighet och sekretesslagen",
            "offentlighets- och sekretesslagen",
        ),
    ],
)
def test_a_slip_is_put_right_and_told(text: str, key: str, typed: str, name: str) -> None:
    assert only_lagrum(text).keys == (key,)
    (problem,) = parse(text).problems
    assert problem.message.startswith(f"”{typed}” läses som {name}.")


@pytest.mark.parametrize(
    "text", ["förslagen 5 §", "anslagen 5 §", "bolagen 2:1", "förvaltningen 5 §", "kommunallagar 5 §"]
)
def test_a_word_near_the_name_of_an_act_is_a_word(text: str) -> None:
    assert not any(isinstance(leaf, LagQ) for leaf in leaves(parse(text).tree))


@pytest.mark.parametrize(
    "text",
    [
        "KL § 2:1",
        "lag:KL § 2:1",
        "§ 2:1 KL",
        "§ 1 2 kap KL",
        "§ 1, 2 kap. KL",
        "§ 1 i 2 kap. KL",
        "1 § 2 kap KL",
        "Kommunallagen 2 Kap 1 Paragraf",
        "KOMMUNALLAGEN 2 KAPITLET 1 PARAGRAFEN",
        "２:１ KL",
        'lag:"２:１ KL"',
        "2017:725#K2P1",
        "lag:2017:725#K2P1",
        "https://lagen.nu/2017:725#K2P1",
        "lag:https://lagen.nu/2017:725#K2P1",
        "lagen.nu/2017:725#K2P1",
        "http://127.0.0.1:8000/lagrum/2017:725%23K2P1",
    ],
)
def test_a_section_however_it_is_turned_or_pasted(text: str) -> None:
    assert only_lagrum(text).keys == ("2017:725#K2P1",)
    assert parse(text).problems == ()


@pytest.mark.parametrize("text", ["§§ 1-2 2 kap KL", "1 § och 2 § 2 kap KL", "1 och 2 §§ i 2 kap. KL"])
def test_several_sections_before_their_chapter(text: str) -> None:
    assert only_lagrum(text).keys == ("2017:725#K2P1", "2017:725#K2P2")


def test_sections_of_several_chapters_are_not_turned_round() -> None:
    assert only_lagrum("1 kap. 2 § 3 kap. 4 § KL").keys == ("2017:725#K1P2", "2017:725#K3P4")


@pytest.mark.parametrize("text", ["§ 2", "§ 2:1", "2 §", "§ 2 a"])
def test_a_section_alone_is_asked_whose_it_is_on_either_side_of_its_sign(text: str) -> None:
    (problem,) = parse(text).problems
    assert problem.message.startswith(f"Vilken lag menas med ”{text}”?")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("förordning (EU) 2016/679 art 6", "ext/celex/32016R0679#6"),
        ("EU 2016/679", "ext/celex/32016R0679"),
        ("C 346/06", "ext/celex/62006CJ0346"),
        ("mål C 346/06", "ext/celex/62006CJ0346"),
        ("bet 2016/17 KU30", "bet/2016/17:KU30"),
        ("prop/2016/17:171#sid45", "prop/2016/17:171#sid45"),
        ("https://lagen.nu/prop/2016/17:171", "prop/2016/17:171"),
        ("dom/nja/1998s14", "dom/nja/1998s14"),
        ("NJA 1998 s. 14-16", "dom/nja/1998s14"),
        ("avg/jo/2914-2011", "avg/jo/2914-2011"),
        ("ext/celex/32016R0679#6.3", "ext/celex/32016R0679#6.3"),
    ],
)
def test_what_is_no_act_of_ours(text: str, key: str) -> None:
    assert only_lagrum(text).keys == (key,)
    assert isinstance(leaves(parse(f"skola {text}").tree)[1], LagQ)


@pytest.mark.parametrize("text", ["dom/avslag", "prop/skr", "http://exempel.test/2017", "sou/ds 2015"])
def test_what_only_begins_as_a_key_is_words(text: str) -> None:
    assert not any(isinstance(leaf, LagQ) for leaf in leaves(parse(text).tree))


@pytest.mark.parametrize("text", ["prop. 2016/17:171 s. 45-47", 'lag:"prop. 2016/17:171 s. 45–47"'])
def test_a_range_of_pages_is_every_page(text: str) -> None:
    assert only_lagrum(text).keys == tuple(f"prop/2016/17:171#sid{page}" for page in (45, 46, 47))


def test_what_a_quoted_lagrum_leaves_over_is_told() -> None:
    parsed = parse('lag:"2:1 KL och rådgivning"')
    assert only_lagrum('lag:"2:1 KL och rådgivning"').keys == ("2017:725#K2P1",)
    (problem,) = parsed.problems
    assert "söks bara lagrummet, inte ”rådgivning”" in problem.message
    assert parse('lag:"med stöd av 2:1 KL"').problems == ()
