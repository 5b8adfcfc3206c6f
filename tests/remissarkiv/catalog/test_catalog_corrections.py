"""Corrections are kept for ever, seen everywhere, and only by those who may see the document."""

import threading
from collections.abc import Callable

import pytest

from remissarkiv.catalog import Catalog
from remissarkiv.catalog.backup import backup, restore
from remissarkiv.corrections import State, What, of_dnr, of_matter, of_title, of_word
from remissarkiv.dnr import parse_dnr
from remissarkiv.domain import Access, Collection, DnrMention, DnrRole, Span, StoredDocument
from remissarkiv.errors import NotFoundError, UsageError

Make = Callable[..., StoredDocument]

NOBODY = Access(frozenset({"annat"}))
WHY = "Det står så i handlingen."


@pytest.fixture
def filled(catalog: Catalog, make: Make) -> Catalog:
    with catalog.write() as writer:
        for name in "abc":
            writer.put(make(name))
    return catalog


def title(catalog: Catalog, document_id: str, words: str, access: Access, person: str = "Eva Ek") -> int:
    document = catalog.load([document_id])[document_id].document
    (number,) = catalog.corrections.add(document_id, [of_title(document, words)], person, WHY, access)
    return number


def test_a_correction_is_seen_in_document_summary_and_index_feed(filled: Catalog, everyone: Access) -> None:
    before = filled.last_sequence()
    title(filled, "a", "Rätt titel", everyone)
    assert filled.document("a", everyone).document.title == "Rätt titel"
    assert filled.summaries(["a", "b"], everyone)["a"].title == "Rätt titel"
    assert filled.load(["a"])["a"].document.title == "Rätt titel"
    assert [(one.document_id, one.action) for one in filled.changes(before, 9)] == [("a", "put")]


def test_a_corrected_dnr_decides_which_ärende_a_document_belongs_to(
    filled: Catalog, everyone: Access
) -> None:
    def members(value: str, access: Access = everyone) -> list[tuple[str, ...]]:
        return [tuple(sorted(one.documents)) for one in filled.matter_of_dnr(value, access)]

    assert members("SOF 2025/424") == [("a", "b", "c")]
    old = filled.load(["a"])["a"].document.dnr[0]
    other = DnrMention(parse_dnr("SOF 2024/7"), DnrRole.OWN)
    filled.corrections.add("a", [of_dnr(old, other)], "Eva Ek", WHY, everyone)
    (leaves,) = filled.corrections.add("b", [of_matter("SOF 2025/424", "KS 2024/1")], "Eva Ek", WHY, everyone)
    assert members("SOF 2025/424") == [("c",)]
    assert members("SOF 2024/7") == [("a",)]
    assert members("KS 2024/1") == [("b",)]
    assert filled.matter_of("a", everyone).documents == ("a",)
    assert members("SOF 2024/7", NOBODY) == []
    filled.corrections.undo(leaves, "Eva Ek", WHY, everyone)
    assert members("SOF 2025/424") == [("b", "c")]


def test_citations_behind_a_corrected_word_keep_their_words(filled: Catalog, everyone: Access) -> None:
    document = filled.load(["a"])["a"].document
    start = document.text.index("synpunkter")
    draft = of_word(document, Span(start, start + 10), "förslagen")
    filled.corrections.add("a", [draft], "Eva Ek", WHY, everyone)
    text = filled.document("a", everyone).document.text
    ((cited,), (untouched,)) = filled.citations(["a", "b"], everyone).values()
    assert text[slice(*cited.span)] == document.text[slice(*untouched.span)]


def test_a_correction_survives_that_the_file_is_read_again(
    filled: Catalog, make: Make, everyone: Access
) -> None:
    title(filled, "a", "Rätt titel", everyone)
    with filled.write() as writer:
        writer.put(make("a"))
    assert filled.document("a", everyone).document.title == "Rätt titel"


def test_nothing_is_lost_when_a_file_goes_and_comes_back(
    filled: Catalog, make: Make, everyone: Access
) -> None:
    title(filled, "a", "Rätt titel", everyone)
    with filled.write() as writer:
        for name in "abc":
            writer.remove(name)
    assert filled.corrections.recent(everyone).total == 0
    assert ["document a" in line for line in filled.corrections.idle()] == [True]
    with filled.write() as writer:
        writer.put(make("a"))
    assert filled.document("a", everyone).document.title == "Rätt titel"
    assert filled.corrections.idle() == ()


def test_the_same_file_at_another_place_takes_over_what_was_said_of_it(
    filled: Catalog, make: Make, everyone: Access
) -> None:
    title(filled, "a", "Rätt titel", everyone)
    with filled.write() as writer:
        for name in "abc":
            writer.remove(name)
    before = filled.last_sequence()
    both = Access(frozenset({"socialnämnden", "kansliet"}))
    filled.sync_collections((Collection("socialnämnden", "/s"), Collection("kansliet", "/k")))
    with filled.write() as writer:
        writer.put(make("ny", collection="kansliet"))
    assert filled.document("ny", both).document.title == "Rätt titel"
    assert "ny" in {one.document_id for one in filled.changes(before, 9)}


@pytest.mark.parametrize(("groups", "taken"), [(frozenset(), False), (frozenset({"jurister"}), True)])
def test_what_was_said_of_a_hidden_document_goes_only_where_no_others_see_it(
    filled: Catalog, make: Make, groups: frozenset[str], taken: bool
) -> None:
    hidden = Access(frozenset({"socialnämnden", "kansliet"}))
    few = frozenset({"jurister", "revisorer"})
    filled.sync_collections(
        (Collection("socialnämnden", "/s", groups=few), Collection("kansliet", "/k", groups=groups))
    )
    title(filled, "a", "Rätt titel", hidden)
    with filled.write() as writer:
        for name in "abc":
            writer.remove(name)
        writer.put(make("ny", collection="kansliet"))
    assert (filled.document("ny", hidden).document.title == "Rätt titel") is taken
    assert (filled.corrections.recent(Access(frozenset({"kansliet"}))).total == 1) is taken


def test_who_may_not_see_a_document_learns_nothing_and_corrects_nothing(
    filled: Catalog, everyone: Access
) -> None:
    number = title(filled, "a", "Rätt titel", everyone)
    log = filled.corrections
    assert log.recent(NOBODY).total == 0
    assert log.people(NOBODY) == ()
    assert log.of("a", NOBODY) is None
    draft = of_title(filled.load(["a"])["a"].document, "Fel")
    for attempt in (
        lambda: log.add("a", [draft], "Eva Ek", WHY, NOBODY),
        lambda: log.undo(number, "Eva Ek", WHY, NOBODY),
        lambda: log.get(number, NOBODY),
    ):
        with pytest.raises(NotFoundError):
            attempt()
    assert log.recent(everyone).total == 1


def test_taking_back_is_logged_and_happens_once(filled: Catalog, everyone: Access) -> None:
    number = title(filled, "a", "Rätt titel", everyone)
    undone = filled.corrections.undo(number, "Ulf Alm", "Det var fel handling.", everyone)
    assert (undone.undoes, undone.person) == (number, "Ulf Alm")
    assert filled.document("a", everyone).document.title == "Svar på motion a"
    with pytest.raises(UsageError, match="already"):
        filled.corrections.undo(number, "Eva Ek", WHY, everyone)
    filled.corrections.undo(undone.id, "Eva Ek", "Det var rätt ändå.", everyone)
    assert filled.document("a", everyone).document.title == "Rätt titel"
    shown = filled.corrections.recent(everyone).shown
    assert [one.entry.state for one in shown] == [State.APPLIED, State.UNDONE, State.APPLIED]


@pytest.mark.parametrize("number", [0, -1, 99, 2**70])
def test_a_correction_there_is_not(filled: Catalog, everyone: Access, number: int) -> None:
    with pytest.raises(NotFoundError):
        filled.corrections.undo(number, "Eva Ek", WHY, everyone)


@pytest.mark.parametrize("reason", ["", "  \n", "x" * 601])
def test_a_correction_needs_a_reason(filled: Catalog, everyone: Access, reason: str) -> None:
    draft = of_title(filled.load(["a"])["a"].document, "Rätt titel")
    with pytest.raises(UsageError):
        filled.corrections.add("a", [draft], "Eva Ek", reason, everyone)
    assert filled.corrections.recent(everyone).total == 0


def test_the_list_is_newest_first_in_pages_and_by_person_and_kind(filled: Catalog, everyone: Access) -> None:
    for number in range(5):
        title(filled, "abc"[number % 3], f"Titel {number}", everyone, ("Eva Ek", "Ulf Alm")[number % 2])
    log = filled.corrections
    page = log.recent(everyone, limit=2, offset=1)
    assert (page.total, [one.entry.correction.became for one in page.shown]) == (
        5,
        [{"title": "Titel 3"}, {"title": "Titel 2"}],
    )
    assert page.shown[0].title == "Titel 3"
    assert log.recent(everyone, person="Ulf Alm").total == 2
    assert log.recent(everyone, what=What.KIND).total == 0
    assert log.people(everyone) == ("Eva Ek", "Ulf Alm")


def test_two_people_who_correct_at_once_are_both_logged_and_the_later_holds(
    filled: Catalog, everyone: Access
) -> None:
    people = [f"Person {number}" for number in range(8)]
    start = threading.Barrier(len(people))

    def correct(person: str) -> None:
        start.wait()
        title(filled, "a", f"Titel av {person}", everyone, person)

    threads = [threading.Thread(target=correct, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    shown = filled.corrections.recent(everyone).shown
    assert {one.entry.correction.person for one in shown} == set(people)
    newest = shown[0].entry.correction
    assert filled.document("a", everyone).document.title == f"Titel av {newest.person}"


def test_a_backup_holds_the_corrections(filled: Catalog, everyone: Access, place, tmp_path) -> None:
    number = title(filled, "a", "Rätt titel", everyone)
    backup(place, tmp_path / "kopia")
    filled.corrections.undo(number, "Eva Ek", WHY, everyone)
    restore(tmp_path / "kopia", place, force=True)
    with Catalog.open(place) as again:
        assert again.document("a", everyone).document.title == "Rätt titel"
        assert [one.entry.correction.person for one in again.corrections.recent(everyone).shown] == ["Eva Ek"]


def test_copies_are_told_by_what_the_files_say_not_by_corrections(
    filled: Catalog, everyone: Access, make: Make
) -> None:
    title(filled, "a", "Rätt titel", everyone)
    filled.settle_copies()
    before = {name: [one.id for one in filled.copies(name, everyone)] for name in "abc"}
    with filled.write() as writer:
        writer.put(make("a"))
    filled.settle_copies()
    assert {name: [one.id for one in filled.copies(name, everyone)] for name in "abc"} == before
