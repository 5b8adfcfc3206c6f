"""An act that cannot exist and a provision beyond its act are told apart from what is merely not at hand."""

import csv
import datetime
from importlib.resources import files

import pytest

from remissarkiv.acts import Known, act, known

TODAY = datetime.date(2026, 11, 27)


@pytest.mark.parametrize(
    "key",
    [
        "2009:47#K2P10",
        "2009:47#K6P7",
        "2001:453#K4P1",
        "1980:620#P6",
        "1993:387#P9S1N2",
        "1990:52#P2",
        "1974:152#K8P2",
        # The last § of a chapter may have been repealed before the text at hand, or added after it.
        "1980:100#K5P11",
        "2009:47#K2P12",
        # The chapter is not said.
        "2009:47#P4",
        # The text of the act is not at hand; it has at most so many chapters, of which the §§ are unknown.
        "2017:725#K5P74",
        "2017:725#K17P3",
        "2025:400#K40P1",
        # Two §§ may have come after what was written by hand.
        "2017:725#K2P11",
        "2017:900#P51",
        # The chapter is not said, and each has a 1 §.
        "2017:725#P1",
        "2017:725#P8",
    ],
)
def test_a_provision_that_may_be_there_is_not_called_unknown(key: str) -> None:
    assert known(key, TODAY) is Known.YES


@pytest.mark.parametrize(
    "key",
    [
        "2009:47#K9P1",
        "2009:47#K2P81",
        "2009:47#K2P81S1N2",
        "2001:453#K40P1",
        "2001:453#K102",
        # Acts without chapters.
        "1993:387#K2P1",
        "1990:52#K4",
        "1990:52#P180",
        "1993:387#P90a",
        # Known without the act's text.
        "2017:725#K99P1",
        "2017:725#K2P47",
        "2017:725#K2P12",
        "2017:900#P52",
        "2009:400#K46P1",
        "2017:900#P90",
    ],
)
def test_a_provision_beyond_its_act_is_told(key: str) -> None:
    assert known(key, TODAY) is Known.BEYOND_ACT


@pytest.mark.parametrize(
    "key",
    [
        "9999:999",
        "2031:7#P1",
        "1492:123#P1",
        "1991:9000",
        "2020:1900#P2",
        "1975:000#P5",
        "hej",
        "",
        "#",
        "9" * 9999,
    ],
)
def test_a_number_that_no_act_can_have_is_told(key: str) -> None:
    assert known(key, TODAY) is Known.NO_SUCH_ACT


@pytest.mark.parametrize(
    "key", ["2019:835", "2019:835#P1", "2014:1581", "2018:2118", "2026:70", "1736:0123_1#K1P1", "1904:48_s.1"]
)
def test_an_act_that_is_in_no_table_may_exist(key: str) -> None:
    assert known(key, TODAY) is Known.YES


@pytest.mark.parametrize(
    "key", ["prop/2016/17:171#sid45", "dom/nja/1998s14", "ext/celex/32016R0679#6.3", "sou/2015:24"]
)
def test_what_is_no_act_is_not_judged(key: str) -> None:
    assert known(key, TODAY) is Known.YES


def test_the_next_years_acts_are_known_when_they_come() -> None:
    assert known("2027:5", TODAY) is Known.NO_SUCH_ACT
    assert known("2027:5", datetime.date(2027, 2, 1)) is Known.YES


def test_every_extent_is_of_an_act_of_the_table_and_makes_sense() -> None:
    text = files("remissarkiv.acts").joinpath("extents.tsv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t"))
    assert len(rows) > 150
    for row in rows:
        assert act(row["number"]) is not None
        lasts = {int(a): int(b) for a, b in (pair.split(":") for pair in row["last"].split())}
        assert all(last > 0 for last in lasts.values()), row
        if row["chapters"] and 0 not in lasts:
            assert max(lasts, default=0) <= int(row["chapters"]), row
