"""The ärende of a document and of a Dnr, made of what the caller may see."""

import dataclasses
import datetime

import pytest

from remissarkiv.domain import Access, DnrRole, Kind, Motionar
from remissarkiv.errors import NotFoundError
from remissarkiv.matters import join

OWN, SENDER, MENTIONED = DnrRole.OWN, DnrRole.SENDER, DnrRole.MENTIONED
STRANGER = Access(frozenset({"öppen"}))
MEMBER = Access(frozenset({"öppen", "sluten"}))


def put(catalog, *documents):
    with catalog.write() as writer:
        for stored in documents:
            writer.put(stored)


@pytest.fixture
def arende(catalog, make):
    """KS 2025/448, answered by SOF 2025/424; the tjänsteutlåtande that joins the two is in a closed shelf."""
    put(
        catalog,
        make("motion", collection="öppen", dnr=(("KS", 2025, 448, OWN),), kind=Kind.MOTION),
        make("tjut", collection="sluten", dnr=(("SOF", 2025, 424, OWN), ("KS", 2025, 448, SENDER))),
        make("prot", collection="öppen", dnr=(("SOF", 2025, 424, OWN),), date=datetime.date(2025, 12, 1)),
        make("annan", collection="öppen", dnr=(("KS", 2025, 9, OWN), ("KS", 2025, 448, MENTIONED))),
    )
    return catalog


def test_a_document_tells_its_arende_and_so_does_each_dnr_of_it(arende):
    found = arende.matter_of("prot", MEMBER)
    assert found.documents == ("motion", "tjut", "prot")
    assert [(key.diary, key.number) for key in found.keys] == [("KS", 448), ("SOF", 424)]
    assert arende.matter_of_dnr("KS 2025/448", MEMBER) == (found,)
    assert arende.matter_of_dnr("SOF 2025/424", MEMBER) == (found,)


def test_a_hidden_document_neither_shows_nor_joins(arende):
    assert arende.matter_of("motion", STRANGER).documents == ("motion",)
    assert arende.matter_of("prot", STRANGER).documents == ("prot",)
    assert [key.diary for key in arende.matter_of("motion", STRANGER).keys] == ["KS"]
    with pytest.raises(NotFoundError):
        arende.matter_of("tjut", STRANGER)


def test_a_dnr_that_only_hidden_documents_have_is_that_of_nothing(arende, make):
    put(arende, make("hemlig", collection="sluten", dnr=(("MN", 2025, 1, OWN),)))
    assert arende.matter_of_dnr("MN 2025/1", STRANGER) == arende.matter_of_dnr("MN 2025/2", STRANGER) == ()
    assert len(arende.matter_of_dnr("MN 2025/1", MEMBER)) == 1


def test_removing_the_document_that_joined_them_parts_the_arende(arende):
    with arende.write() as writer:
        writer.remove("tjut")
    assert arende.matter_of("prot", MEMBER).documents == ("prot",)


def test_a_dnr_of_two_kommuner_is_two_arenden(catalog, make):
    here = make("här", collection="öppen", dnr=(("KS", 2025, 448, OWN),))
    there = dataclasses.replace(
        make("där", collection="öppen", dnr=(("KS", 2025, 448, OWN),)),
        document=dataclasses.replace(here.document, kommun="Lindåsa"),
    )
    put(catalog, here, there)
    assert {found.documents for found in catalog.matter_of_dnr("KS 2025/448", STRANGER)} == {
        ("här",),
        ("där",),
    }
    [found] = catalog.matter_of_dnr("KS 2025/448", STRANGER, scope="l*n*s*")
    assert found.documents == ("där",)


def test_a_number_without_letters_is_found_with_and_without_kommunstyrelsens(catalog, make):
    motion = make("motion", collection="öppen", dnr=(("", 2001, 118, OWN),), kind=Kind.MOTION)
    put(
        catalog,
        dataclasses.replace(motion, document=dataclasses.replace(motion.document, namnd="Kommunstyrelsen")),
        make("svar", collection="öppen", dnr=(("SOF", 2001, 4, OWN), ("KS", 2001, 118, SENDER))),
    )
    assert catalog.matter_of_dnr("2001/118", STRANGER) == catalog.matter_of_dnr("KS 2001/118", STRANGER)
    assert catalog.matter_of("motion", STRANGER).documents == ("motion", "svar")


def test_the_words_before_a_senders_number_tell_whose_it_is(catalog, make):
    text = "Yttrande till Länsstyrelsen, er beteckning 2018/1234, om strandskydd."
    place = text.index("2018")
    answer = make("svar", collection="öppen", text=text, original=None, dnr=(("", 2018, 1234, SENDER),))
    [mention] = answer.document.dnr
    span = dataclasses.replace(mention.dnr, span=type(mention.dnr.span)(place, place + 9))
    placed = (dataclasses.replace(mention, dnr=span),)
    put(
        catalog,
        dataclasses.replace(answer, document=dataclasses.replace(answer.document, dnr=placed)),
        make("motion", collection="öppen", dnr=(("KS", 2018, 1234, OWN),)),
    )
    assert catalog.matter_of("motion", STRANGER).documents == ("motion",)


@pytest.fixture
def scanned(catalog, make):
    """A scanned motion whose Dnr nobody can read, beside the ärende it was part of; and a closed one."""

    def about(id, collection, dnr):
        stored = make(id, collection=collection, dnr=dnr, kind=Kind.MOTION)
        named = dataclasses.replace(
            stored.document, title="Motion om tandvårdsbuss till äldre", motioner=(Motionar("Bo Ek", "C"),)
        )
        return dataclasses.replace(stored, document=named)

    put(
        catalog,
        about("motion", "öppen", (("KS", 2025, 448, OWN),)),
        about("skannad", "öppen", ()),
        about("hemlig", "sluten", ()),
        about("hemligt ärende", "sluten", (("KS", 2026, 1, OWN),)),
    )
    return catalog


def test_a_document_without_dnr_is_offered_and_not_joined(scanned):
    found = scanned.matter_of("motion", STRANGER)
    assert (found.documents, found.guesses) == (("motion",), ("skannad",))
    assert scanned.matter_of("skannad", STRANGER).keys == ()
    assert scanned.guessed_matters("skannad", STRANGER) == (found,)
    assert scanned.guessed_matters("motion", STRANGER) == ()


def test_guesses_are_among_what_the_caller_may_see(scanned):
    assert scanned.matter_of("motion", MEMBER).guesses == ("hemlig", "skannad")
    assert len(scanned.guessed_matters("skannad", MEMBER)) == 2
    assert scanned.guessed_matters("hemlig", STRANGER) == ()


def test_what_the_catalog_walks_to_is_what_joining_everything_gives(arende):
    for access in (STRANGER, MEMBER):
        facts = arende.matter_facts(["motion", "tjut", "prot", "annan"], access)
        for matter in join(facts):
            for document in matter.documents:
                assert arende.matter_of(document, access) == matter


def test_a_dnr_that_hundreds_of_documents_have_is_told_and_walked_no_further(catalog, make):
    put(catalog, *(make(f"d{n:03}", collection="öppen", dnr=(("KS", 2004, 1, OWN),)) for n in range(301)))
    [found] = catalog.matter_of_dnr("KS 2004/1", STRANGER)
    assert found.crowded
    assert len(found.documents) == 300
    assert catalog.matter_of("d007", STRANGER).documents == ("d007",)
