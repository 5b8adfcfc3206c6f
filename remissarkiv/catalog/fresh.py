"""Documents that were stored a moment ago, for whoever brings index and suggestions up to date right after:
reading each back twice, and making objects of its rows, cost a twentieth of taking a file in."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from remissarkiv.catalog.chunks import chunks
from remissarkiv.catalog.correction_rows import corrected_ids
from remissarkiv.catalog.schema import documents
from remissarkiv.domain import StoredDocument

MOST = 1000
MOST_CHARACTERS = 6_000_000
"""So many documents, and so much text, are held; the oldest give way to new ones."""


class FreshDocuments:
    """The documents that were stored last, as they were stored."""

    def __init__(self, most: int = MOST, most_characters: int = MOST_CHARACTERS) -> None:
        self._most = most
        self._most_characters = most_characters
        self._held: dict[str, StoredDocument] = {}
        self._characters = 0

    def keep(self, stored: Iterable[StoredDocument]) -> None:
        """Hold these, which were committed just now."""
        for one in stored:
            self._drop(one.id)
            self._held[one.id] = one
            self._characters += _size(one)
            while len(self._held) > self._most or self._characters > self._most_characters:
                self._drop(next(iter(self._held)))

    def among(self, connection: Connection, ids: Sequence[str]) -> dict[str, StoredDocument]:
        """Those of the documents that the catalog has as they are held here; not what people have corrected,
        nor what was removed or replaced."""
        held = [document_id for document_id in ids if document_id in self._held]
        corrected = corrected_ids(connection, held)
        found = {}
        for some in chunks(held):
            query = select(documents.c.id, documents.c.sha256).where(documents.c.id.in_(some))
            for document_id, sha256 in connection.execute(query):
                one = self._held[document_id]
                if one.source.sha256 == sha256 and document_id not in corrected:
                    found[document_id] = one
        return found

    def clear(self) -> None:
        """Hold none."""
        self._held.clear()
        self._characters = 0

    def _drop(self, document_id: str) -> None:
        gone = self._held.pop(document_id, None)
        if gone is not None:
            self._characters -= _size(gone)


def _size(stored: StoredDocument) -> int:
    text, original = stored.document.text, stored.document.original
    return len(text) + (0 if original is text else len(original))
