"""The table of acts: what it must hold, and that it agrees with a register of Svensk författningssamling."""

import csv
import datetime
import re
from pathlib import Path

import pytest

from remissarkiv.acts import (
    Act,
    act,
    acts_abbreviated,
    acts_named,
    all_acts,
    predecessors,
    successors,
)

ONE_DAY = datetime.timedelta(1)

OUTSIDE_REGISTER = frozenset(
    # Repealed long ago, and cited in texts of the time or named in the acts that took their place.
    "1937:249 1953:753 1954:319 1954:579 1956:2 1956:617 1957:50 1957:281 1958:663 1960:97 1962:90 1962:242 "
    "1962:319 1962:381 1967:940 1968:231 1970:296 1970:892 1971:511 1973:329 1973:1205 1974:12 1974:80 "
    "1918:523 1947:523 1949:1 1976:381 1979:596 1983:291 1993:20 1994:1194 1891:35_s.1 1905:38_s.1 1928:370 "
    "1953:272 1963:521 1964:308 1971:479 1973:349 1973:558 1974:342 1987:617 1989:547 1994:1550 "
    # In force, cited in documents of our own day; the register lacks them.
    "1998:901 2003:789 2010:477 2011:13 2012:259 2014:425 2014:821 2014:322 2022:365".split()
)

OTHER_SUCCESSOR = {
    # The register names the act of introduction, or the one that repealed, where another took the place.
    "1964:822": "1998:808",
    "1969:387": "1998:808",
    "1920:405": "1987:230",
    "1947:576": "1999:1229",
    "1975:1385": "2005:551",
    "1976:380": "2010:110",
    "1982:713": "2010:2043",
    "1987:667": "2018:672",
    "1998:674": "2010:110",
    "1982:1080": "1998:808",
    "1985:426": "1998:808",
    "1985:568": "1993:387",
    "1985:894": "1991:900",
    "1965:136": "1993:387",
    "1985:1100": "2010:800",
    "1987:12": "1998:808",
    "1992:1528": "2007:1091",
    "2003:389": "2022:482",
}


def test_each_act_stands_once() -> None:
    numbers = [row.number for row in all_acts()]
    assert len(numbers) == len(set(numbers))
    assert len(numbers) >= 690


# Named or abbreviated by the register too, but not what texts call them by: `Avgift` and `SkL` (of
# skatteförfarandelagen) are slips of its own, europakonventionen and EKMR are the treaty itself.
NOT_TAKEN = frozenset("1957:259 1991:641 1992:191 1994:1219 2003:234 2011:1244".split())


def test_every_act_has_a_name_that_people_may_read() -> None:
    for row in all_acts():
        assert row.names, row
        assert all(name == name.strip() and name.isprintable() for name in row.names), row
        assert len(set(row.names)) == len(row.names), row
        assert row.cautious <= set(row.abbreviations), row


def test_every_successor_is_a_later_act_of_the_table() -> None:
    for row in all_acts():
        if row.successor:
            later = act(row.successor)
            assert later is not None, row
            assert later.age() > row.age(), row
            if row.valid_to and later.valid_from:
                # The new one may be in force a while before the old one ends, never long after it.
                assert later.valid_from <= row.valid_to + datetime.timedelta(366), row


def test_validity_runs_forwards() -> None:
    for row in all_acts():
        year = int(row.number[:4])
        if row.valid_from:
            assert year <= row.valid_from.year <= year + 6, row  # rättegångsbalken took six
        if row.valid_from and row.valid_to:
            assert row.valid_from < row.valid_to, row


@pytest.mark.parametrize(
    "chain",
    [
        "1953:753 1977:179 1991:900 2017:725",
        "1980:620 2001:453 2025:400",
        "1956:2 1980:620",
        "1960:97 1980:620",
        "1937:249 1980:100 2009:400",
        "1971:290 1986:223 2017:900",
        "1947:385 1987:10 2010:900",
        "1962:242 1982:763 2017:30",
        "1962:319 1985:1100 2010:800",
        "1949:1 1977:1160",
        "1958:663 1982:1080 1998:808",
        "1974:80 1986:1102 2003:778",
        "1956:617 1993:1617",
        "1982:1011 1994:1000 2018:1138",
        "1977:293 1994:1738 2010:1622",
        "1993:581 2018:2088",
        "1992:1528 2007:1091 2016:1145",
        "1974:12 1982:80",
        "1973:289 1998:204 2018:218",
        "1996:1596 2013:801",
        "1980:621 1990:52",
        "1981:1243 1988:870",
        "1967:940 1985:568 1993:387",
        "1994:693 2001:151 2009:47",
    ],
)
def test_acts_lead_to_what_came_before_and_after_them(chain: str) -> None:
    first, *rest = chain.split()
    assert [row.number for row in successors(first)][: len(rest)] == rest
    before = [row.number for row in predecessors(rest[-1])]
    assert set([first, *rest][:-1]) <= set(before)
    assert [number for number in before if number in chain.split()] == [first, *rest][-2::-1]


def test_what_is_in_force_has_no_successor_and_what_is_unknown_has_neither() -> None:
    assert successors("2017:725") == ()
    assert successors("2019:9999") == ()
    assert predecessors("2019:9999") == ()


@pytest.fixture(scope="module")
def register(shared_data: Path) -> dict[str, dict[str, str]]:
    with (shared_data / "laws.tsv").open(encoding="utf-8", newline="") as stream:
        return {row["sfsnr"]: row for row in csv.DictReader(stream, delimiter="\t")}


def test_numbers_are_those_of_the_register(register: dict[str, dict[str, str]]) -> None:
    missing = {row.number for row in all_acts() if row.number not in register}
    assert missing == OUTSIDE_REGISTER


def _title_words(row: Act) -> set[str]:
    text = " ".join(row.names).lower()
    return {word[:5] for word in re.findall(r"[a-zåäö]{4,}", text)}


def test_names_are_those_of_the_register(register: dict[str, dict[str, str]]) -> None:
    """A name has the words of the title: `anställningsskyddslagen` begins as `anställningsskydd` does."""
    for row in all_acts():
        title = register.get(row.number, {}).get("title", "").lower()
        words = re.findall(r"[a-zåäö]{4,}", re.sub(r"\(.*?\)", " ", title))
        if words:
            assert any(word[:5] in _title_words(row) for word in words), (row, title)


def test_days_and_successors_are_those_of_the_register(register: dict[str, dict[str, str]]) -> None:
    for row in all_acts():
        known = register.get(row.number)
        if known is None:
            continue
        if known["in_force"] and row.valid_from:
            assert row.valid_from.isoformat() == known["in_force"], row
        if known["issued"] and row.valid_from:
            assert known["issued"] < row.valid_from.isoformat(), row
        if known["expires"] and row.valid_to:
            assert (row.valid_to + ONE_DAY).isoformat() == known["expires"], row
        if known["repealed_by"] and row.successor:
            assert row.successor == OTHER_SUCCESSOR.get(row.number, known["repealed_by"]), row


def test_what_the_register_names_or_abbreviates_is_found_so(register: dict[str, dict[str, str]]) -> None:
    """`4 kap. 2 § bokföringslagen` needs no register, nor does `3 § SkbrL`."""
    for number, row in register.items():
        if number in NOT_TAKEN or "_s._" in number:
            continue
        named = [name for name in row["short_name"].split("|") if name]
        short = [part for part in row["abbreviation"].split("|") if part]
        for found in [*map(acts_named, named), *map(acts_abbreviated, short)]:
            assert number in {item.number for item in found}, row
