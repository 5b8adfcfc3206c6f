"""What a document's page tells of its ärende: the way there, and the other documents of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from remissarkiv.bootstrap import Archive
from remissarkiv.domain import Access, DocumentSummary, StoredDocument
from remissarkiv.matters import Matter
from webapp.matters.addresses import key_label, matter_address

_MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Beside:
    """The ärende of a document: its Dnr, its page, how many documents it has, copies counted once, the first
    of the others and how many more there are. `is_guess` tells that the document has no Dnr, and only may
    belong there."""

    label: str
    href: str
    count: int
    related: tuple[DocumentSummary, ...] = ()
    more: int = 0
    is_guess: bool = False
    ids: tuple[str, ...] = ()
    """The documents of the ärende, copies and all."""


def beside(
    archive: Archive, stored: StoredDocument, copies: Sequence[DocumentSummary], access: Access
) -> Beside | None:
    """The ärende of a document, or one that it may belong to; None when there is none."""
    matter = archive.catalog.matter_of(stored.id, access)
    if not matter.keys:
        guessed = archive.catalog.guessed_matters(stored.id, access)
        return (
            _view(archive, guessed[0], access, set(guessed[0].documents), is_guess=True) if guessed else None
        )
    itself = {stored.id, stored.whole, *(copy.id for copy in copies)}
    return _view(archive, matter, access, itself)


def _view(
    archive: Archive, matter: Matter, access: Access, left_out: set[str], *, is_guess: bool = False
) -> Beside:
    summaries = archive.catalog.summaries(matter.documents, access)
    facts = archive.catalog.matter_facts(matter.documents, access)
    groups = {one.id: one.copies or one.id for one in facts}
    first: dict[str, DocumentSummary] = {}
    for document_id, one in summaries.items():
        first.setdefault(groups[document_id], one)
    written = {value for one in summaries.values() for value in one.dnr}
    key = matter.keys[0]
    others = [one for one in first.values() if one.id not in left_out]
    return Beside(
        label=key_label(key, bare=f"{key.diary} {key.year}/{key.number}" not in written),
        href=matter_address(matter, facts),
        count=len(first),
        related=tuple(others[:_MOST_SHOWN]),
        more=max(len(others) - _MOST_SHOWN, 0),
        is_guess=is_guess,
        ids=() if is_guess else tuple(matter.documents),
    )
