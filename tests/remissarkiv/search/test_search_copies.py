"""A text that several files hold is found once, with its other places."""

from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import Kind, StoredDocument
from remissarkiv.errors import UsageError

REMISS = (
    "Kommunstyrelsen har beslutat att remittera motionen om att kommunen ska ge bidrag till lanthandeln "
    "i Nyby. Nämnden ombeds yttra sig senast den 14 september. Av yttrandet ska framgå vilka följder "
    "förslaget får för nämndens verksamhet och ekonomi samt om åtgärden ryms inom den kommunala "
    "kompetensen. Yttrandet sänds till kommunstyrelsens kansli. Frågor besvaras av kanslichefen."
)
Build = Callable[..., StoredDocument]


@pytest.fixture
def remisser(shelf: Any, build: Build) -> Any:
    """The same remiss in the files of three boards, one of them closed; and an answer."""
    long = (
        REMISS + " " + " ".join(f"Bilaga {n} beskriver ärendets gång under år {1990 + n}." for n in range(9))
    )
    shelf.put(
        build("ks", long, kind=Kind.REMISS, namnd="Kommunstyrelsen"),
        build("sn", "Socialnämnden Inkom " + long, kind=Kind.REMISS, namnd="Socialnämnden"),
        build("bn", long, kind=Kind.REMISS, namnd="Byggnadsnämnden"),
        build("hemlig", long, kind=Kind.REMISS, namnd="Säkerhetsnämnden", collection="sluten"),
        build("svar", "Nämnden avstyrker bidrag till lanthandeln.", kind=Kind.REMISSVAR),
    )
    return shelf


def hits(shelf: Any, query: str, access: Any = None, **options: Any) -> list[tuple[str, list[str]]]:
    found = shelf.searcher.search(query, access or shelf.everyone, facets=True, **options)
    assert found.total == len(found.hits)
    return sorted((hit.id, sorted(copy.id for copy in hit.copies)) for hit in found.hits)


def test_copies_are_one_hit_and_keep_their_paths(remisser: Any) -> None:
    (hit,) = remisser.searcher.search("kanslichefen", remisser.everyone).hits
    assert {hit.path, *(copy.path for copy in hit.copies)} == {"ks.txt", "sn.txt", "bn.txt"}
    assert {hit.namnd, *(copy.namnd for copy in hit.copies)} >= {"Socialnämnden", "Byggnadsnämnden"}


def test_only_what_the_caller_may_see_is_a_copy(remisser: Any) -> None:
    ids = {name for hit in hits(remisser, "kanslichefen", remisser.insider) for name in (hit[0], *hit[1])}
    assert ids == {"ks", "sn", "bn", "hemlig"}
    ids = {name for hit in hits(remisser, "kanslichefen") for name in (hit[0], *hit[1])}
    assert ids == {"ks", "sn", "bn"}


def test_copies_can_stand_apart(remisser: Any) -> None:
    assert len(hits(remisser, "lanthandeln")) == 2
    assert hits(remisser, "kanslichefen", collapse="none") == [("bn", []), ("ks", []), ("sn", [])]
    assert hits(remisser, "kanslichefen", collapse="exact") == [("bn", ["ks"]), ("sn", [])]
    with pytest.raises(UsageError, match="near"):
        remisser.searcher.search("x", remisser.everyone, collapse="nära")


def test_a_filter_on_a_board_finds_the_copy_of_that_board(remisser: Any) -> None:
    found = remisser.searcher.search("*", remisser.everyone, facets=True)
    assert dict(found.facets["namnd"]) == {"Kommunstyrelsen": 1, "Socialnämnden": 1, "Byggnadsnämnden": 1}
    assert hits(remisser, "*", filters={"namnd": ("Socialnämnden",)}) == [("sn", [])]


def test_when_the_best_copy_goes_another_takes_its_place(remisser: Any) -> None:
    ((best, others),) = hits(remisser, "kanslichefen")
    with remisser.catalog.write() as writer:
        writer.remove(best)
    remisser.put()
    ((now, rest),) = hits(remisser, "kanslichefen")
    assert sorted([now, *rest]) == others
