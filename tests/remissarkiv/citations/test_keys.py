"""A key leads to its ancestors, to words for people, and to a page of lagen.nu."""

import pytest

from remissarkiv.citations import citation_url, find_citations, key_ancestors, key_label, provision_of


@pytest.mark.parametrize(
    ("key", "ancestors"),
    [
        ("2017:725", ("2017:725",)),
        ("2017:725#K2P1", ("2017:725", "2017:725#K2", "2017:725#K2P1")),
        ("1986:223#P17S2", ("1986:223", "1986:223#P17", "1986:223#P17S2")),
        ("9999:999#L1997:289", ("9999:999", "9999:999#L1997:289")),
        ("prop/2016/17:171#sid45", ("prop/2016/17:171", "prop/2016/17:171#sid45")),
        ("sou/1997:39#S8-2", ("sou/1997:39", "sou/1997:39#S8", "sou/1997:39#S8-2")),
        (
            "ext/celex/32016R0679#6.3",
            ("ext/celex/32016R0679", "ext/celex/32016R0679#6", "ext/celex/32016R0679#6.3"),
        ),
        ("ext/coe/005#A6P1", ("ext/coe/005", "ext/coe/005#A6", "ext/coe/005#A6P1")),
        ("dom/nja/1998s14", ("dom/nja/1998s14",)),
    ],
)
def test_ancestors_run_from_the_act_to_the_place(key: str, ancestors: tuple[str, ...]) -> None:
    assert key_ancestors(key) == ancestors


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("2017:725#K2P1", "2 kap. 1 § kommunallagen (2017:725)"),
        ("2017:725#K4P2aS2", "4 kap. 2 a § andra stycket kommunallagen (2017:725)"),
        (
            "1990:52#P11S2N3",
            "11 § andra stycket 3 lagen med särskilda bestämmelser om vård av unga (1990:52)",
        ),
        ("1492:123#P1", "1 § SFS 1492:123"),
        ("prop/2016/17:171#sid45", "prop. 2016/17:171 s. 45"),
        ("sou/2015:24", "SOU 2015:24"),
        ("dom/nja/1998s14", "NJA 1998 s. 14"),
        ("dom/ra/1993:32", "RÅ 1993 ref. 32"),
        ("dom/ra/1984/ab/187", "RÅ 1984 Ab 187"),
        ("dom/ra/1984:2:69", "RÅ 1984 2:69"),
        ("skr/2007/08:50#sid3", "skr. 2007/08:50 s. 3"),
        ("dom/ad/2008:28", "AD 2008 nr 28"),
        ("dom/hfd/2013/not/3", "HFD 2013 not. 3"),
        ("avg/jo/2914-2011", "JO dnr 2914-2011"),
        ("ext/celex/32016R0679#6.3", "art. 6.3 dataskyddsförordningen"),
        ("ext/celex/31985L0611", "CELEX 31985L0611"),
    ],
)
def test_label_is_how_people_write_it(key: str, label: str) -> None:
    assert key_label(key) == label


@pytest.mark.parametrize(
    "key",
    ["2017:725#K2P1", "2017:725#K4P2aS2", "1990:52#P11S2N3", "prop/2016/17:171#sid45", "dom/nja/1998s14"],
)
def test_label_is_understood_again(key: str) -> None:
    assert [citation.key for citation in find_citations(key_label(key))] == [key]


def test_url_is_the_path_at_lagen_nu() -> None:
    assert citation_url("2017:725#K2P1") == "https://lagen.nu/2017:725#K2P1"


@pytest.mark.parametrize(
    ("key", "provision"),
    [
        ("2017:725#K2P1S2", "2017:725#K2P1"),
        # Chapters of two digits: `#K10` is no chapter 1 with a number 0.
        ("2009:400#K10P2", "2009:400#K10P2"),
        ("2009:400#K10aP2bS1N3", "2009:400#K10aP2b"),
        ("2009:400#K10", None),
        ("1986:223#P17S2", "1986:223#P17"),
        ("ext/celex/32016R0679#6.3", "ext/celex/32016R0679#6"),
        ("ext/coe/005#A6P1", "ext/coe/005#A6"),
        ("2017:725", None),
        ("prop/2016/17:171#sid45", None),
    ],
)
def test_a_place_lies_in_its_section_or_article(key: str, provision: str | None) -> None:
    assert provision_of(key) == provision
