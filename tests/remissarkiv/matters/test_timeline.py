"""The course of an ärende: documents in order of their days, copies once, attachments with their letter."""

from collections.abc import Callable

from remissarkiv.domain import ActorKind, Kind, Motionar, Outcome, Stance, StoredDocument
from remissarkiv.matters.matrix import matrix
from remissarkiv.matters.outcome import rounds
from remissarkiv.matters.timeline import Event, Step, timeline

MakeStored = Callable[..., StoredDocument]


def events(documents: list[StoredDocument], copies: dict[str, str] | None = None) -> tuple[Event, ...]:
    return timeline(documents, copies or {}, matrix(documents), rounds(documents))


def test_each_document_has_its_part_in_the_course(stored: MakeStored) -> None:
    office = {"namnd": "Kommunstyrelsen", "sender_dnr": "", "own": "KS 2004/118"}
    documents = [
        stored(
            "motion",
            Kind.MOTION,
            "",
            sender_dnr="",
            motioner=(Motionar("Bo Ek", "C"), Motionar("Eva Al", "")),
        ),
        stored("remiss", Kind.REMISS, **office, asked=("Socialnämnden",)),
        stored("svar", stances=[(Stance.FOR, "")]),
        stored("beredning", Kind.TJANSTEUTLATANDE, **office),
        stored(
            "kf",
            namnd="Kommunfullmäktige",
            sender_dnr="",
            outcomes=[Outcome.BIFALL],
            by=ActorKind.FULLMAKTIGE,
        ),
        stored("brev", Kind.OVRIGT, "", sender_dnr="", date=""),
    ]
    found = events(documents)
    assert [(one.document.id, one.step) for one in found] == [
        ("motion", Step.PROPOSAL),
        ("remiss", Step.REMISS),
        ("svar", Step.ANSWER),
        ("beredning", Step.PREPARATION),
        ("kf", Step.DECISION),
        ("brev", Step.OTHER),
    ]
    assert found[0].who == "Bo Ek (C), Eva Al"
    assert found[2].who == "Socialnämnden"


def test_copies_of_a_document_are_one_event(stored: MakeStored) -> None:
    documents = [stored(id, Kind.REMISS, "Kommunstyrelsen") for id in ("a", "b", "c")]
    [first, other] = events(documents, {"a": "grupp", "b": "grupp"})
    assert (first.document.id, [one.id for one in first.copies]) == ("a", ["b"])
    assert other.document.id == "c"


def test_what_hangs_on_a_letter_stands_below_it(stored: MakeStored) -> None:
    documents = [
        stored("brev", Kind.REMISSVAR),
        stored("bilaga", Kind.OVRIGT, whole="brev", part="Karta.pdf"),
        stored("bilagans bilaga", Kind.OVRIGT, whole="bilaga", part="Karta.pdf › 1.pdf"),
    ]
    [event] = events(documents)
    assert [one.id for one in event.attachments] == ["bilaga", "bilagans bilaga"]
