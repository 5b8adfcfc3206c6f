"""What has the form of a key, in addresses and in what is pasted, and what has not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.citations import find_citations, is_key


@pytest.mark.parametrize(
    "text",
    [
        "",
        "#",
        "xyz",
        "och/eller",
        "kommun/2013",
        "2017:725#",
        "2017:725 ",
        "2017:725#K2P1\n",
        "2017:725#K2P1/../x",
        "2017:725#K２P１",
        "２017:725",
        "KS:12",
        "prop/",
        "prop//x",
        "prop/2016/17:171#<b>",
        "dom/nja/" + "9" * 200,
    ],
)
def test_what_is_no_key_is_told(text: str) -> None:
    assert not is_key(text)


@pytest.mark.parametrize(
    "text",
    [
        "2 kap. 1 och 2 §§ kommunallagen (2017:725), 3 § samma lag",
        "prop. 2016/17:171 s. 45, SOU 2015:24, Ds 1997:29, bet. 1996/97:NU11, mot. 2010/11:K5",
        "NJA 1998 s. 14, NJA 2007 not. 19, RÅ 1993 ref. 32, HFD 2018 ref. 45, AD 2008 nr 28, RÅ 1984 Ab 187",
        "JO dnr 2914-2011, JK dnr 1879-02-40, artikel 6.1 dataskyddsförordningen, mål C-280/00",
        "18 kap. 9 § rättegångsbalken, artikel 107 i EUF-fördraget",
    ],
)
def test_whatever_a_text_cites_has_a_key_of_that_form(text: str) -> None:
    found = find_citations(text)
    assert found
    assert [citation.key for citation in found if not is_key(citation.key)] == []


@given(st.text())
def test_any_text_is_a_key_or_not(text: str) -> None:
    assert is_key(text) in (True, False)
