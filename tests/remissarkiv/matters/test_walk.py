"""One ärende found from a document is what joining the whole archive makes of it."""

import datetime
from collections.abc import Callable, Iterable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from remissarkiv.domain import DnrRole, Kind
from remissarkiv.matters import Facts, Numbered, guessed_matters, join, matter_of
from remissarkiv.matters.diaries import STAMPED
from remissarkiv.matters.subject import words_of

MakeFacts = Callable[..., Facts]


class Shelf:
    """All the documents somebody may see, asked as a catalog is."""

    def __init__(self, facts: Iterable[Facts]) -> None:
        self.facts = {one.id: one for one in facts}
        self.fetched: set[str] = set()

    def bearing(self, values: Sequence[str], *, mentioned: bool = False) -> list[Facts]:
        return self._told(
            one for one in self.facts.values() if _values(one, mentioned=mentioned) & set(values)
        )

    def family(self, ids: Sequence[str]) -> list[Facts]:
        wholes = {self.facts[one].whole for one in ids}
        return self._told(
            one for one in self.facts.values() if one.id in wholes or (one.whole and one.whole in ids)
        )

    def about(self, words: Sequence[str]) -> list[Facts]:
        return self._told(one for one in self._with(words) if not _is_numbered(one))

    def numbered_about(self, words: Sequence[str]) -> list[Facts]:
        return self._told(one for one in self._with(words) if _is_numbered(one))

    def _with(self, words: Sequence[str]) -> list[Facts]:
        return [one for one in self.facts.values() if not words_of(one.subject).isdisjoint(words)]

    def _told(self, found: Iterable[Facts]) -> list[Facts]:
        result = list(found)
        self.fetched.update(one.id for one in result)
        return result


def _values(one: Facts, *, mentioned: bool) -> set[str]:
    return {
        f"{number.authority} {number.year}/{number.number}".strip()
        for number in one.dnr
        if mentioned or number.role is not DnrRole.MENTIONED or one.kind in STAMPED
    }


def _is_numbered(one: Facts) -> bool:
    return any(number.role is not DnrRole.MENTIONED for number in one.dnr)


numbers = st.builds(
    Numbered,
    authority=st.sampled_from(["KS", "SN", "TN", "S", ""]),
    year=st.just(2004),
    number=st.integers(1, 4),
    role=st.sampled_from(list(DnrRole)),
    before=st.sampled_from(
        ["", "Remiss från kommunstyrelsen, dnr ", "från Länsstyrelsen, dnr ", "Lindåsa kommun "]
    ),
)
documents = st.builds(
    Facts,
    id=st.just(""),
    collection=st.sampled_from(["arkiv", "skanning"]),
    kommun=st.sampled_from(["Björkåsa", "Björkåsa", "Lindåsa", ""]),
    namnd=st.sampled_from(["", "Kommunstyrelsen", "Socialnämnden", "Tekniska nämnden"]),
    kind=st.sampled_from([Kind.MOTION, Kind.REMISS, Kind.TJANSTEUTLATANDE, Kind.PROTOKOLL]),
    date=st.sampled_from([None, datetime.date(2004, 5, 1), datetime.date(2012, 5, 1)]),
    dnr=st.lists(numbers, max_size=3).map(tuple),
    motionarer=st.sampled_from([(), ("Bo Ek",), ("Eva Al",)]),
    archive=st.sampled_from(["", "", "Björkåsa"]),
    subject=st.sampled_from(["", "or*n*ngsv*kter *centrum", "k*tth*m st*llet"]),
)


def _numbered(drawn: list[Facts], parts: list[int]) -> list[Facts]:
    """The documents with ids; some hang on one before them, as attachments or as §§."""
    result: list[Facts] = []
    for n, one in enumerate(drawn):
        whole, part = "", ""
        if n and parts[n] % 3 == 0:
            whole, part = f"d{parts[n] % n}", ("§ 5", "Bilaga.pdf")[parts[n] % 2]
        changed = {field: getattr(one, field) for field in Facts.__slots__}
        result.append(Facts(**{**changed, "id": f"d{n}", "whole": whole, "part": part}))
    wholes = {one.whole for one in result if one.part == "§ 5"}
    return [
        Facts(**{**{field: getattr(one, field) for field in Facts.__slots__}, "parted": one.id in wholes})
        for one in result
    ]


archives = st.lists(documents, min_size=1, max_size=14).flatmap(
    lambda drawn: st.lists(st.integers(0, 40), min_size=len(drawn), max_size=len(drawn)).map(
        lambda parts: _numbered(drawn, parts)
    )
)


@settings(max_examples=150, deadline=None)
@given(archives)
def test_walking_from_any_document_finds_the_arende_that_joining_all_gives(facts: list[Facts]) -> None:
    shelf = Shelf(facts)
    for matter in join(facts):
        for document in matter.documents:
            assert matter_of(shelf.facts[document], shelf) == matter


@settings(max_examples=100, deadline=None)
@given(archives)
def test_every_document_is_in_exactly_one_arende(facts: list[Facts]) -> None:
    found = [document for matter in join(facts) for document in matter.documents]
    assert sorted(found) == sorted(one.id for one in facts)


def test_the_walk_leaves_other_arenden_alone(fact: MakeFacts) -> None:
    facts = [fact(f"m{n}", f"KS 2004/{n}") for n in range(1, 200)]
    shelf = Shelf(facts)
    assert matter_of(shelf.facts["m7"], shelf).documents == ("m7",)
    assert shelf.fetched == {"m7"}


def test_an_arende_of_too_many_documents_says_so(fact: MakeFacts) -> None:
    # A chain of wrong readings: each answer has the Dnr of the next.
    facts = [fact(f"d{n}", f"SN 2004/{n}", f"TN 2004/{n},TN 2004/{n + 1}") for n in range(1, 1800)]
    shelf = Shelf(facts)
    found = matter_of(shelf.facts["d900"], shelf)
    assert found.crowded
    assert len(shelf.fetched) < 200


def test_a_scan_without_kommun_is_of_the_arende_that_another_of_its_dnr_tells(fact: MakeFacts) -> None:
    # The minutes, with the scan's other number, show whose its KS number is; the answer has only that.
    facts = [
        fact("skannat", "KS 2004/2,SN 2004/4", collection="skanning", kommun=""),
        fact("svar", "TN 2004/7", "KS 2004/2", collection="arkiv", kommun="Björkåsa"),
        fact("protokoll", "SN 2004/4", collection="skanning", kommun="Björkåsa"),
    ]
    shelf = Shelf(facts)
    (matter,) = join(facts)
    assert matter_of(shelf.facts["svar"], shelf) == matter


def test_a_document_without_dnr_is_told_where_it_may_belong(fact: MakeFacts) -> None:
    facts = [
        fact("motion", "KS 2004/118", subject="or*n*ngsv*kter *centrum", date="2004-03-01"),
        fact("samma igen", "KS 2019/4", subject="or*n*ngsv*kter *centrum", date="2019-03-01"),
        fact("skannat", subject="or*n*ngsv*kter *centrum", date="2004-10-01"),
    ]
    shelf = Shelf(facts)
    [matter] = guessed_matters(shelf.facts["skannat"], shelf)
    assert matter.documents == ("motion",)
    assert guessed_matters(shelf.facts["motion"], shelf) == ()
