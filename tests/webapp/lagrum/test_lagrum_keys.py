"""Keys in addresses, and the short words for them in a side column."""

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.citations import is_key
from remissarkiv.citations.keys import _FORM
from remissarkiv.query.lagrum import read_lagrum
from webapp.lagrum.keys import (
    full_label,
    lagrum_address,
    natural_order,
    place_label,
    short_label,
)

KEYS = """2017:725 2017:725#K2P1 1986:223#P17S2 prop/2016/17:171#sid45 sou/2015:24 ds/1997:29#sid112
bet/1996/97:NU11 rskr/1996/97:266 dom/nja/1998s14 dom/hfd/2018:45 dom/ra/1993:32 dom/ad/2008:28
dom/nja/2007/not/19 avg/jo/2914-2011 avg/jk/1879-02-40 ext/celex/32016R0679#6.3 ext/celex/12016E/TXT#267
ext/coe/005#A6P1 1736:0123_2#K18P9 1910:103_s.1 9999:999#L1997:289 sou/1997:39#S12-2-8 prop/1958:B6#sid5
1998:204#P10S1Nf 1947:576#P7O5 dir/2015:22 mot/2010/11:K5 skr/2015/16:76""".split()


@pytest.mark.parametrize("key", KEYS)
def test_every_kind_of_key_has_a_page_and_words(app: Flask, key: str) -> None:
    assert is_key(key)
    assert full_label(key)
    assert short_label(key)
    with app.test_request_context():
        address = lagrum_address(key)
    assert "#" not in address
    assert app.test_client().get(address).status_code == 200


@pytest.mark.parametrize("key", KEYS)
def test_every_kind_of_key_can_be_searched_for(key: str) -> None:
    assert read_lagrum(key) == (key,)


@given(st.from_regex(_FORM, fullmatch=True))
def test_whatever_has_the_form_of_a_key_has_words(key: str) -> None:
    for words in (full_label(key), short_label(key), place_label(key)):
        assert isinstance(words, str)
    natural_order(key)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("2017:725", "kommunallagen (2017:725)"),
        ("2017:725#K2P1", "2 kap. 1\u00a0§ KL"),
        # The name has gone on to another act.
        ("1991:900#K2P1", "2 kap. 1\u00a0§ KL (1991:900)"),
        ("2009:47#K2P8", "2 kap. 8\u00a0§ befogenhetslagen"),
        ("2099:1#P5", "5\u00a0§ SFS 2099:1"),
        ("ext/celex/32016R0679#6.1", "art. 6.1 dataskyddsförordningen"),
        ("dom/ra/1993:32", "RÅ 1993 ref. 32"),
    ],
)
def test_a_side_column_has_short_words(key: str, words: str) -> None:
    assert short_label(key) == words


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("2017:725#K2P1", "2 kap. 1\u00a0§"),
        ("prop/2016/17:171#sid45", "s. 45"),
        ("ext/celex/32016R0679#6.1", "art. 6.1"),
        ("2017:725", ""),
    ],
)
def test_within_its_act_a_key_is_its_place(key: str, words: str) -> None:
    assert place_label(key) == words


def test_paragraphs_stand_as_in_the_act() -> None:
    keys = ["2017:725#K10P1", "2017:725#K2P10", "2017:725#K2P3a", "2017:725#K2P3", "2017:725#K2P3b"]
    assert sorted(keys, key=natural_order) == [
        "2017:725#K2P3",
        "2017:725#K2P3a",
        "2017:725#K2P3b",
        "2017:725#K2P10",
        "2017:725#K10P1",
    ]
