"""EU acts have CELEX numbers, and are called what people call them."""

import re

from remissarkiv.acts import eu_name, eu_names


def test_every_root_is_a_celex_number_or_a_treaty() -> None:
    celex = re.compile(r"ext/(?:celex/(?:3(?:19[5-9]\d|20\d\d)[RLDF]\d{4}|1\d{4}[EMP]/TXT)|coe/\d{3})")
    assert all(celex.fullmatch(root) for root in eu_names().values())


def test_an_act_whose_name_passed_to_its_successor_is_called_by_its_year() -> None:
    assert eu_name("ext/celex/32013R1407") == "de minimis-förordningen från 2013"
    assert eu_name("ext/celex/32023R2831") == "de minimis-förordningen"
    assert eu_name("ext/celex/31985L0611") is None


def test_names_are_looked_for_in_small_letters_and_none_is_empty() -> None:
    assert eu_names()["dataskyddsförordningen"] == eu_names()["gdpr"] == "ext/celex/32016R0679"
    assert all(name == name.lower().strip() and name for name in eu_names())


def test_a_name_of_two_acts_means_the_one_that_has_long_borne_it() -> None:
    assert eu_names()["ias-förordningen"] == "ext/celex/32002R1606"
