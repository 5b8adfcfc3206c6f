"""A person says what a document is called, what it is, and which Dnr and ärende are its own."""

from collections.abc import Callable

import pytest

from remissarkiv.corrections import Correction, State, What, apply, of_dnr, of_kind, of_matter, of_title
from remissarkiv.dnr import parse_dnr
from remissarkiv.domain import DnrMention, DnrRole, Document, Kind

Log = Callable[..., list[Correction]]
Reread = Callable[..., Document]


def told(document: Document) -> list[tuple[str, str]]:
    return [(mention.dnr.value, mention.role.value) for mention in document.dnr]


def mention(text: str, role: DnrRole) -> DnrMention:
    return DnrMention(parse_dnr(text), role)


def test_title_and_kind(document: Document, log: Log) -> None:
    drafts = [of_title(document, "Yttrande över motion"), of_kind(document, Kind.YTTRANDE)]
    corrected = apply(document, log(*drafts), "ab")
    assert (corrected.document.title, corrected.document.kind) == ("Yttrande över motion", Kind.YTTRANDE)
    assert {(What.TITLE, ""), (What.KIND, "")} <= set(corrected.marks)


@pytest.mark.parametrize(
    ("was", "became", "expected"),
    [
        (0, ("SOF 2025/425", DnrRole.OWN), [("SOF 2025/425", "eget"), ("KS 2025/448", "avsändarens")]),
        (
            0,
            ("SOF 2025/424", DnrRole.MENTIONED),
            [("SOF 2025/424", "omnämnt"), ("KS 2025/448", "avsändarens")],
        ),
        (1, None, [("SOF 2025/424", "eget")]),
        (
            None,
            ("KSN-2024-12", DnrRole.MENTIONED),
            [("KSN 2024/12", "omnämnt"), ("SOF 2025/424", "eget"), ("KS 2025/448", "avsändarens")],
        ),
        (None, ("SOF 2025/424", DnrRole.OWN), [("SOF 2025/424", "eget"), ("KS 2025/448", "avsändarens")]),
    ],
)
def test_a_dnr_is_another_has_another_role_is_none_or_was_missed(
    document: Document,
    log: Log,
    was: int | None,
    became: tuple[str, DnrRole] | None,
    expected: list[tuple[str, str]],
) -> None:
    old = None if was is None else document.dnr[was]
    draft = of_dnr(old, None if became is None else mention(*became))
    now = apply(document, log(draft), "ab").document
    assert told(now) == expected
    if old is not None and became is not None:
        assert now.dnr[0].dnr.span == old.dnr.span


def test_a_document_leaves_an_ärende_and_joins_another(document: Document, log: Log) -> None:
    now = apply(document, log(of_matter("KS 2025/448", "KS 2024/12")), "ab").document
    assert sorted(told(now)) == [
        ("KS 2024/12", "avsändarens"),
        ("KS 2025/448", "omnämnt"),
        ("SOF 2025/424", "eget"),
    ]


def test_a_document_without_a_dnr_joins_an_ärende_by_a_dnr_of_its_own(log: Log, reread: Reread) -> None:
    now = apply(reread(dnr=()), log(of_matter("", "KS 2025/448")), "ab").document
    assert told(now) == [("KS 2025/448", "eget")]
    assert now.text[slice(*now.dnr[0].dnr.span)] == "KS 2025/448"


def test_what_was_said_of_a_document_holds_when_it_is_read_anew_but_not_of_another_in_its_place(
    document: Document, log: Log, reread: Reread
) -> None:
    said = log(of_title(document, "Yttrande"), of_matter("", "KS 2024/12"))
    assert apply(reread(title="Bättre läst"), said, "ab").document.title == "Yttrande"
    assert apply(reread("Ny rad\n"), said, "cd").document.title == "Yttrande"
    other = apply(reread(title="Motion om badhus"), said, "cd")
    assert other.document.title == "Motion om badhus"
    assert {entry.state for entry in other.entries} == {State.GONE}
