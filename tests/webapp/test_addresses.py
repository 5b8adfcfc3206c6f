"""Every state of a search is an address, and whatever an address says is read without complaint."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from remissarkiv.labels import FACETS
from webapp.addresses import SearchAddress


def read(text: str) -> SearchAddress:
    return SearchAddress.read(MultiDict(parse_qsl(text, keep_blank_values=True)))


def test_a_whole_address_is_read_and_written_back() -> None:
    text = (
        "q=r%C3%A5dgivning&typ=motion&typ=remiss&namnd=Socialn%C3%A4mnden"
        "&ar=2009-2011&ar=2025&sortera=datum&sida=2"
    )
    address = read(text)
    assert address.query == "rådgivning"
    assert address.filters == {
        "kind": ("motion", "remiss"),
        "namnd": ("Socialnämnden",),
        "year": ("2009", "2010", "2011", "2025"),
    }
    assert (address.sort, address.page) == ("datum", 2)
    assert address.parameters() == text


@given(st.text(), st.text(), st.text(), st.text(), st.text())
def test_anything_is_understood_and_written_back_the_same(
    q: str, typ: str, ar: str, sort: str, page: str
) -> None:
    address = SearchAddress.read(
        MultiDict([("q", q), ("typ", typ), ("ar", ar), ("sortera", sort), ("sida", page), ("fran", ar)])
    )
    assert address.page >= 1
    again = read(address.parameters()) if address.query.isprintable() else address
    assert again == address


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "1e3", "²", "٣", "99999999999999999999"])
def test_a_page_that_is_none_is_the_first(page: str) -> None:
    assert read(f"q=x&sida={page}").page == 1


def test_a_choice_toggles_and_goes_back_to_the_first_page() -> None:
    address = read("q=x&sida=4")
    chosen = address.toggle("kind", "motion")
    assert (chosen.parameters(), chosen.has("kind", "motion")) == ("q=x&typ=motion", True)
    assert chosen.toggle("kind", "motion") == address.at_page(1)


@pytest.mark.parametrize("column", FACETS)
@given(
    query=st.text(max_size=12),
    chosen=st.dictionaries(st.sampled_from(("kind", "year", "lag", "stance")), st.just(("2017:725",))),
    values=st.lists(
        st.sampled_from(("2017:725", "2017:725#K2P1", "Å & Ö=1", "", "1999", "2001", "2000")), min_size=1
    ),
)
def test_the_links_of_a_facet_are_those_of_its_choices(
    column: str, query: str, chosen: dict[str, tuple[str, ...]], values: list[str]
) -> None:
    ordered = tuple((name, chosen[name]) for name in FACETS if name in chosen)
    address = SearchAddress(query, ordered, sort="datum", apart=True, page=3, unsure=True)
    assert address.toggling(column)(*values) == address.toggle(column, *values).parameters()


def test_a_bar_of_several_years_is_chosen_and_dropped_as_one() -> None:
    some = read("q=x&ar=1990").toggle("year", "1990", "1991", "1992")
    assert some.parameters() == "q=x&ar=1990-1992"
    assert some.toggle("year", "1990", "1991", "1992").parameters() == "q=x"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("fran=2009&till=2011", ("2009", "2010", "2011")),
        ("ar=2011-2009", ("2009", "2010", "2011")),
        ("ar=2011–2012", ("2011", "2012")),
        ("ar=20111", ()),
        ("ar=0000-9999x", ()),
    ],
)
def test_years_may_be_written_as_a_span(text: str, years: tuple[str, ...]) -> None:
    assert read(text).filters.get("year", ()) == years


def test_a_span_with_one_open_end_reaches_to_the_end_of_time() -> None:
    years = read("fran=2020").filters["year"]
    assert years[0] == "2020"
    assert "2099" in years


def test_a_huge_span_is_cut() -> None:
    assert len(read("ar=0001-9999&ar=0500-9999").filters["year"]) < 2100


def test_a_search_is_told_in_words() -> None:
    assert (
        read("q=x&typ=motion&typ=remiss&ar=2009-2011").describe()
        == "x · Dokument: Motion, Remiss · År: 2009–2011"
    )
    assert read("").describe() == "Alla dokument"
    assert read("sortera=datum").is_empty


def test_acts_and_provisions_are_read_and_written_back_with_their_hash_sign() -> None:
    address = read("q=x&lag=2017:725&lagrum=2017:725%23K2P1")
    assert address.filters == {"lag": ("2017:725",), "paragraf": ("2017:725#K2P1",)}
    assert address.parameters() == "q=x&lag=2017%3A725&lagrum=2017%3A725%23K2P1"
    assert address.describe() == (
        "x · Lag: kommunallagen (2017:725) · Lagrum: 2 kap. 1\u00a0§ kommunallagen (2017:725)"
    )


@pytest.mark.parametrize(
    "text", ["lag=<script>", "lag=2017:725%23K2P1", "lagrum=2017:725%23%22", "lagrum=%00", "lagrum=../x"]
)
def test_what_is_no_key_is_left_out(text: str) -> None:
    assert read(f"q=x&{text}").filters == {}
