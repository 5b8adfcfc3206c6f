"""The address of an ärende: made of whatever the kommun is called, and read back to the same."""

import pytest
from flask import Flask

from remissarkiv.domain import Kind
from remissarkiv.matters import Facts, Key, Matter
from remissarkiv.matters.bodies import scope_of
from webapp.matters.addresses import address_parts, is_asked, key_label, read_address


def facts(kommun: str, archive: str = "", collection: str = "arkiv") -> list[Facts]:
    return [Facts("d", collection, kommun, "", Kind.MOTION, archive=archive)]


def matter(scope: str, diary: str = "KS") -> Matter:
    return Matter((Key(scope, diary, 2004, 118),), ("d",))


@pytest.mark.parametrize(
    ("kommun", "place"),
    [
        ("Björkåsa", "bjorkasa-kommun"),
        ("Björkåsa kommun", "bjorkasa-kommun"),
        ("Stockholms stad", "stockholms-kommun"),
        ("Upplands-Bro", "upplands-bro-kommun"),
        ("Region Skåne", "region-skane"),
        ("Håbo", "haabo-kommun"),
        ("Habo", "habo-kommun"),
    ],
)
def test_an_address_is_read_back_to_the_kommun_it_was_made_of(app: Flask, kommun: str, place: str) -> None:
    for whose in (facts(kommun), facts("Grannköping", archive=kommun)):
        one = matter(scope_of(kommun))
        parts = address_parts(one, whose)
        assert parts == (place, "KS-2004-118")
        asked = read_address(*parts)
        assert asked is not None
        assert asked.scope == scope_of(kommun)
        assert is_asked(one, asked, whose)


def test_documents_of_no_kommun_have_the_collection_in_their_address() -> None:
    assert address_parts(matter("arkiv/"), facts("", collection="Äldre akter")) == (
        "aldre-akter",
        "KS-2004-118",
    )


def test_a_board_that_writes_no_letters_has_its_name_in_the_address() -> None:
    one = matter(scope_of("Ålsjö"), "socialnämnden")
    parts = address_parts(one, facts("Ålsjö"))
    assert parts == ("alsjo-kommun", "socialnamnden-2004-118")
    asked = read_address(*parts)
    assert asked is not None
    assert is_asked(one, asked, facts("Ålsjö"))
    assert not is_asked(matter(scope_of("Ålsjö"), "tekniska nämnden"), asked, facts("Ålsjö"))
    assert key_label(one.keys[0]) == "2004/118 (socialnämnden)"


@pytest.mark.parametrize(
    "dnr", ["", "KS", "KS-04-118", "-2004-118", "KS-2004-", "KS-2004-118-x", "2004-0000000000"]
)
def test_what_names_no_dnr_is_no_address(dnr: str) -> None:
    assert read_address("bjorkasa-kommun", dnr) is None
