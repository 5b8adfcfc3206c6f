"""Which act a name means at a day, and whether that is certain."""

import datetime

import pytest

from remissarkiv.acts import act_of_year, acts_abbreviated, acts_named, choose


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("name", "day", "number", "certain"),
    [
        ("KL", "1972-03-01", "1953:753", True),
        ("KL", "1985-03-01", "1977:179", True),
        ("KL", "2005-03-01", "1991:900", True),
        ("KL", "2022-03-01", "2017:725", True),
        ("KL", "2017-10-01", "1991:900", False),
        ("KL", "2018-02-01", "2017:725", False),
        ("SoL", "1995-03-01", "1980:620", True),
        ("SoL", "2015-03-01", "2001:453", True),
        # A remiss of spring 2025 may mean the act that comes in July.
        ("SoL", "2025-03-15", "2001:453", False),
        ("SoL", "2025-09-15", "2025:400", False),
        ("SoL", "2026-09-15", "2025:400", True),
        ("FL", "1980-03-01", "1971:290", True),
        ("FL", "2010-03-01", "1986:223", True),
        ("FL", "2020-03-01", "2017:900", True),
        ("PBL", "2000-03-01", "1987:10", True),
        ("PBL", "2020-03-01", "2010:900", True),
        ("HSL", "2000-03-01", "1982:763", True),
        ("HSL", "2020-03-01", "2017:30", True),
        ("LAS", "1978-03-01", "1974:12", True),
        ("LAS", "2020-03-01", "1982:80", True),
        ("LOU", "2000-03-01", "1992:1528", True),
        ("LOU", "2012-03-01", "2007:1091", True),
        ("LOU", "2020-03-01", "2016:1145", True),
        ("LVU", "1985-03-01", "1980:621", True),
        ("DL", "1990-03-01", "1973:289", True),
        ("DL", "2020-03-01", "2008:567", True),
        ("ML", "2024-03-01", "2023:200", False),
        ("LEK", "2010-03-01", "2003:389", True),
        ("konkurslagen", "1985-03-01", "1921:225", True),
        ("konkurslagen", "2015-03-01", "1987:672", True),
        ("konsumentköplagen", "2024-03-01", "2022:260", True),
        ("företagshemlighetslagen", "2010-03-01", "1990:409", True),
        # Two acts in force with the same letters: the first of the table, and a guess.
        ("BFL", "2000-06-01", "1999:1078", False),
        ("BFL", "2010-03-01", "2000:1383", False),
        ("KML", "2010-03-01", "1988:950", False),
        ("KML", "1990-06-01", "1988:950", True),
        ("PL", "2020-03-01", "2014:821", False),
        ("PL", "2010-03-01", "1984:387", False),
        # The other act of the letters was repealed in 2011.
        ("SBL", "2005-03-01", "1997:483", False),
        ("SBL", "2015-03-01", "1971:69", True),
    ],
)
def test_what_is_written_means_the_act_of_its_day(name: str, day: str, number: str, certain: bool) -> None:
    chosen, sure = choose(acts_abbreviated(name) or acts_named(name), _day(day))
    assert (chosen.number, sure) == (number, certain)


@pytest.mark.parametrize(
    ("name", "day", "number"),
    [
        ("omsorgslagen", "1979-03-01", "1967:940"),
        ("omsorgslagen", "1990-03-01", "1985:568"),
        ("skollagen", "1975-03-01", "1962:319"),
        ("skollagen", "1995-03-01", "1985:1100"),
        ("skollagen", "2020-03-01", "2010:800"),
        ("brandlagen", "1980-03-01", "1974:80"),
        ("smittskyddslagen", "1999-03-01", "1988:1472"),
        ("lotterilagen", "2005-03-01", "1994:1000"),
        ("tobakslagen", "2005-03-01", "1993:581"),
        ("tobakslagen", "2023-03-01", "2018:2088"),
        ("kommunalförbundslagen", "1990-03-01", "1985:894"),
    ],
)
def test_a_name_means_the_act_of_its_day(name: str, day: str, number: str) -> None:
    assert choose(acts_named(name), _day(day))[0].number == number


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("kommunallagen", "2017:725"),
        ("socialtjänstlagen", "2025:400"),
        ("sekretesslagen", "1980:100"),
        ("KML", "1988:950"),
    ],
)
def test_without_a_day_it_is_the_one_in_force_or_the_last_and_a_guess(name: str, number: str) -> None:
    chosen, sure = choose(acts_abbreviated(name) or acts_named(name), None)
    assert (chosen.number, sure) == (number, False)


def test_a_name_that_one_act_bears_is_certain_without_a_day() -> None:
    assert choose(acts_named("befogenhetslagen"), None)[1]


def test_a_text_older_than_every_act_of_the_name_is_unsure() -> None:
    chosen, sure = choose(acts_named("kommunallagen"), _day("1930-01-01"))
    assert (chosen.number, sure) == ("1953:753", False)


def test_the_act_of_a_year_is_the_one_with_that_year_in_its_number() -> None:
    found = act_of_year(acts_named("kommunallagen"), 1991)
    assert found is not None
    assert found.number == "1991:900"
    assert act_of_year(acts_named("kommunallagen"), 1992) is None
