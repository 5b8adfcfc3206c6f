"""Which § a key lies in."""

import pytest

from remissarkiv.citations import provision_of


@pytest.mark.parametrize(
    ("key", "provision"),
    [
        ("2017:725#K2P1S2", "2017:725#K2P1"),
        ("2017:725#K10P1", "2017:725#K10P1"),
        ("1986:223#P17S2", "1986:223#P17"),
        ("ext/celex/32016R0679#6.3", "ext/celex/32016R0679#6"),
    ],
)
def test_what_lies_within_a_paragraph_belongs_to_it(key: str, provision: str) -> None:
    assert provision_of(key) == provision


@pytest.mark.parametrize("key", ["1991:900#K10", "2017:725#K2", "2017:725", "prop/2016/17:171#sid45"])
def test_a_chapter_or_an_act_is_no_provision(key: str) -> None:
    assert provision_of(key) is None
