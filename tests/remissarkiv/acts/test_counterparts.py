"""What lies behind a provision, and where one that was repealed went."""

import pytest

from remissarkiv.acts import (
    Known,
    act,
    all_counterparts,
    known,
    newer_counterparts,
    older_counterparts,
    predecessors,
)


def _older(key: str) -> list[str]:
    return [row.older for row in older_counterparts(key)]


def _newer(key: str) -> list[str]:
    return [row.newer for row in newer_counterparts(key)]


def test_provisions_correspond_many_to_many() -> None:
    assert _newer("1991:900#K2P1") == ["2017:725#K2P1", "2017:725#K2P2"]
    assert _older("2017:725#K2P3") == ["1991:900#K2P2"]


def test_the_chain_goes_on_to_older_acts_and_back() -> None:
    assert _older("2017:725#K2P1") == ["1991:900#K2P1", "1977:179#K1P4"]
    assert _newer("1977:179#K1P4") == ["1991:900#K2P1", "2017:725#K2P1", "2017:725#K2P2"]
    assert _older("2025:400#K4P2") == ["2001:453#K2P4", "1980:620#P4"]


def test_a_stycke_has_what_its_section_has() -> None:
    assert older_counterparts("2017:725#K2P3S2") == older_counterparts("2017:725#K2P3")
    assert older_counterparts("2017:725#K2P3S1N2") == older_counterparts("2017:725#K2P3")


def test_a_chapter_has_what_its_sections_have() -> None:
    found = _older("2017:725#K2")
    assert {"1991:900#K2P1", "1991:900#K2P2", "1991:900#K2P3", "1977:179#K1P4"} <= set(found)
    assert not [key for key in found if key.startswith("1991:900#K10")]
    assert "2001:151#P2" in _older("2009:47#K5")
    # Chapter 1 is not chapter 10 to 16.
    assert not [row for row in older_counterparts("2001:453#K1") if not row.newer.startswith("2001:453#K1P")]


def test_a_section_of_a_chapter_that_took_the_place_of_another_has_that() -> None:
    assert _older("2017:725#K13P8") == ["1991:900#K10", "1977:179#K7"]
    assert _older("2017:725#K13P15") == ["1991:900#K10P15", "1977:179#K7P6"]
    assert _newer("1991:900#K3P17") == ["2017:725#K10"]


def test_an_act_of_one_provision_stands_for_it() -> None:
    assert _older("2009:47#K4P1") == ["1968:131"]
    assert _newer("1968:131") == ["2009:47#K4P1"]
    assert _newer("1968:131#P1") == ["2009:47#K4P1"]


@pytest.mark.parametrize(
    "key",
    [
        "2017:725",
        "2017:725#K1P1",
        "1736:0123_1#K1P1",
        "prop/2016/17:171#sid45",
        "",
        "#",
        "2017:725#" + "K1" * 9999,
    ],
)
def test_what_the_table_does_not_have_is_empty(key: str) -> None:
    assert older_counterparts(key) == ()
    assert newer_counterparts(key) == ()


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("2017:725#K5P1", "1991:900#K3P9"),
        ("2017:725#K6P37", "1991:900#K6P33"),
        ("2017:725#K6P38", "1991:900#K6P34"),
        ("2017:725#K6P28", "1991:900#K6P24"),
        ("2009:47#K2P6", "1993:406#P1"),
        ("2009:47#K3P2", "2004:1225#P1"),
        ("2001:453#K4P1", "1980:620#P6"),
        ("2025:400#K12P1", "2001:453#K4P1"),
        ("2025:400#K19P1", "2001:453#K14P1"),
        ("2009:400#K26P1", "1980:100#K7P4"),
        ("2017:900#P25", "1986:223#P17"),
        ("1998:808#K3P6", "1987:12#K2P6"),
        ("2016:1145#K20P4", "2007:1091#K16P4"),
        ("1990:52#P2", "1980:621#P1"),
    ],
)
def test_provisions_that_are_often_asked_for(newer: str, older: str) -> None:
    assert older in _older(newer)
    assert newer in _newer(older)


def test_every_row_joins_provisions_that_can_be_there_and_says_why() -> None:
    pairs = [(row.newer, row.older) for row in all_counterparts()]
    assert len(pairs) == len(set(pairs))
    for row in all_counterparts():
        assert row.source.strip(), row
        for key in (row.newer, row.older):
            assert act(key.partition("#")[0]) is not None, row
            assert known(key) is Known.YES, row


def test_older_is_older() -> None:
    for row in all_counterparts():
        newer, older = act(row.newer.partition("#")[0]), act(row.older.partition("#")[0])
        assert newer is not None
        assert older is not None
        assert older.age() < newer.age(), row
        assert older in predecessors(newer.number), row
