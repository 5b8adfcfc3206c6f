"""A document among its relatives in one file: the parts of a whole, and the whole of a part."""

from dataclasses import dataclass

from remissarkiv.domain import DocumentSummary, StoredDocument
from webapp.access import caller_access, current_archive


@dataclass(frozen=True, slots=True)
class Belonging:
    """`parts` are those of the document itself; of a part, `whole` is what it belongs to and `place` its
    number there (from 1), `before` and `after` its neighbours."""

    parts: tuple[DocumentSummary, ...] = ()
    whole: DocumentSummary | None = None
    place: int = 0
    before: DocumentSummary | None = None
    after: DocumentSummary | None = None


def belonging(stored: StoredDocument) -> Belonging:
    """The relatives of a document that the caller may see."""
    catalog, access = current_archive().catalog, caller_access()
    parts = catalog.parts(stored.id, access)
    whole = catalog.summaries([stored.whole], access).get(stored.whole) if stored.whole else None
    if whole is None:
        return Belonging(parts)
    siblings = catalog.parts(whole.id, access)
    place = next(number for number, one in enumerate(siblings) if one.id == stored.id)
    return Belonging(
        parts,
        whole,
        place + 1,
        siblings[place - 1] if place else None,
        siblings[place + 1] if place + 1 < len(siblings) else None,
    )
