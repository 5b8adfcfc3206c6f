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
        ("ext/celex/31985L0611", "direktiv 85/611/EEG"),
        ("ext/celex/31985L0611#3.2", "art. 3.2 direktiv 85/611/EEG"),
        ("ext/celex/31993L0013", "direktiv 93/13/EEG"),
        ("ext/celex/31993L0104", "direktiv 93/104/EG"),
        ("ext/celex/31995L0046#5a.2", "art. 5a.2 dataskyddsdirektivet"),
        ("ext/celex/31999L0045", "direktiv 1999/45/EG"),
        ("ext/celex/32013L0036", "direktiv 2013/36/EU"),
        ("ext/celex/32018L1910", "direktiv (EU) 2018/1910"),
        ("ext/celex/31968R1612", "förordning (EEG) nr 1612/68"),
        ("ext/celex/31996R0384", "förordning (EG) nr 384/96"),
        ("ext/celex/32003R0001", "förordning (EG) nr 1/2003"),
        ("ext/celex/32013R1303", "förordning (EU) nr 1303/2013"),
        ("ext/celex/32016R0007", "förordning (EU) 2016/7"),
        ("ext/celex/32001D0497", "beslut 2001/497/EG"),
        ("ext/celex/32002F0584", "rambeslut 2002/584/RIF"),
        ("ext/celex/32003H0361", "rekommendation 2003/361/EG"),
        ("ext/celex/32001E0931", "gemensam ståndpunkt 2001/931/Gusp"),
        ("ext/celex/62000CJ0280", "mål C-280/00"),
        ("ext/celex/61989TJ0001", "mål T-1/89"),
        ("ext/celex/61962CJ0026", "mål 26/62"),
        ("ext/celex/11997E/TXT", "CELEX 11997E/TXT"),
        ("dom/nja/1989/c/22", "NJA 1989 C 22"),
        ("dom/rh/1984:62", "RH 1984:62"),
    ],
)
def test_label_is_how_people_write_it(key: str, label: str) -> None:
    assert key_label(key) == label


@pytest.mark.parametrize(
    "key",
    [
        "2017:725#K2P1",
        "2017:725#K4P2aS2",
        "1990:52#P11S2N3",
        "prop/2016/17:171#sid45",
        "dom/nja/1998s14",
        "ext/celex/31985L0611#3.2",
        "ext/celex/31993L0104",
        "ext/celex/32018L1910",
        "ext/celex/31968R1612",
        "ext/celex/31996R0384#20",
        "ext/celex/32013R1303",
        "ext/celex/32016R0007",
        "ext/celex/32001D0497",
        "ext/celex/32002F0584",
        "ext/celex/32003H0361",
        "ext/celex/32001E0931",
        "ext/celex/62000CJ0280",
        "ext/celex/61989TJ0001",
        "ext/celex/61962CJ0026",
        "ext/celex/32016R0679#6.3",
    ],
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
        ("ext/celex/31992L0013#5a.2", "ext/celex/31992L0013#5a"),
        ("ext/coe/005#A6P1", "ext/coe/005#A6"),
        ("2017:725", None),
        ("prop/2016/17:171#sid45", None),
    ],
)
def test_a_place_lies_in_its_section_or_article(key: str, provision: str | None) -> None:
    assert provision_of(key) == provision
