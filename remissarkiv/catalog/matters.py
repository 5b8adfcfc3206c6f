"""What the catalog tells of ärenden: the facts by which documents are joined, within what the caller may see.

Ärenden are not stored. They are what the visible documents make them, so that nothing that is hidden joins
what is not, and a document that comes late joins or parts ärenden by being there.
"""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true

from remissarkiv.catalog.chunks import chunks
from remissarkiv.catalog.corrected_facts import as_corrected, corrected_bearers
from remissarkiv.catalog.reader import visible
from remissarkiv.catalog.schema import collections, dnr, documents, sketches, texts
from remissarkiv.domain import Access, DnrRole, Kind
from remissarkiv.matters import Facts, Matter, Numbered, guessed_matters, matter_of, matters_with
from remissarkiv.matters.bodies import scope_of
from remissarkiv.matters.diaries import ANSWERS, HEAD, STAMPED, written

_NUMBER_COLUMNS = ("document_id", "authority", "year", "number", "role", "suffix", "raw", "span_start")
_BEFORE = 120
"""Characters before a sender's Dnr that tell whose it is."""
_MOST_FETCHED = 5000
"""Documents with one Dnr; with more it is a wrong reading, and no ärende (`matters.joining.MOST_BEARING`)."""
_MOST_ABOUT = 500
_MOST_WORDS = 40


class CatalogSource:
    """The documents of the catalog that one caller may see, as `matters.walk` asks for them."""

    def __init__(self, connection: Connection, access: Access) -> None:
        self._connection = connection
        self._access = access

    def facts(self, ids: Iterable[str]) -> tuple[Facts, ...]:
        """The facts of those of the documents that the caller may see, by id."""
        found: list[Facts] = []
        for some in chunks(sorted(set(ids))):
            found += self._facts(documents.c.id.in_(some), some)
        return tuple(found)

    def bearing(self, values: Sequence[str], *, mentioned: bool = False) -> tuple[Facts, ...]:
        """The documents that have one of the values; of those where it is only mentioned, unless `mentioned`,
        what came from outside, where it may be the stamp, and answers with it in their head, where it may
        end the title."""
        ids: set[str] = set()
        stamped = documents.c.kind.in_([kind.value for kind in sorted(STAMPED)])
        answers = documents.c.kind.in_([kind.value for kind in sorted(ANSWERS)])
        titled = and_(answers, dnr.c.span_start <= HEAD)
        roles = true() if mentioned else or_(dnr.c.role != DnrRole.MENTIONED.value, stamped, titled)
        for value in values:
            query = (
                select(dnr.c.document_id)
                .join(documents, documents.c.id == dnr.c.document_id)
                .where(dnr.c.value == value, visible(self._access), roles)
                .order_by(dnr.c.document_id)
                .limit(_MOST_FETCHED)
            )
            ids.update(self._connection.execute(query).scalars())
        return self.facts(ids | corrected_bearers(self._connection, values))

    def family(self, ids: Sequence[str]) -> tuple[Facts, ...]:
        """What the documents are parts of, and their parts."""
        found: set[str] = set()
        for some in chunks(ids):
            wholes = select(documents.c.whole_id).where(
                documents.c.id.in_(some), documents.c.whole_id.is_not(None)
            )
            found.update(self._connection.execute(wholes).scalars())
            parts = select(documents.c.id).where(documents.c.whole_id.in_(some))
            found.update(self._connection.execute(parts).scalars())
        return self.facts(found)

    def about(self, words: Sequence[str]) -> tuple[Facts, ...]:
        """The documents with one of the words in their subject that have neither a Dnr of their own nor a
        sender's."""
        return self._about(words, ~_numbered())

    def numbered_about(self, words: Sequence[str]) -> tuple[Facts, ...]:
        """The documents with one of the words in their subject that have such a Dnr."""
        return self._about(words, _numbered())

    def _about(self, words: Sequence[str], condition: ColumnElement[bool]) -> tuple[Facts, ...]:
        # Subjects are skeletons: `%` and `_` are in none.
        like = [documents.c.subject.like(f"%{word}%") for word in words[:_MOST_WORDS]]
        query = (
            select(documents.c.id)
            .where(or_(*like), visible(self._access), condition)
            .order_by(documents.c.id)
            .limit(_MOST_ABOUT)
        )
        return self.facts(self._connection.execute(query).scalars()) if like else ()

    def _facts(self, condition: ColumnElement[bool], ids: Sequence[str]) -> list[Facts]:
        numbers = self._numbers(ids)
        query = (
            select(
                *(documents.c[name] for name in ("id", "collection", "kommun", "namnd", "kind", "date")),
                *(documents.c[name] for name in ("motioner", "subject", "whole_id", "part")),
                (texts.c.parted != "[]").label("is_parted"),
                func.coalesce(sketches.c.in_group, "").label("copies"),
                func.coalesce(collections.c.kommun, "").label("archive"),
            )
            .join(texts, texts.c.document_id == documents.c.id)
            .outerjoin(sketches, sketches.c.document_id == documents.c.id)
            .outerjoin(collections, collections.c.name == documents.c.collection)
            .where(condition, visible(self._access))
            .order_by(documents.c.id)
        )
        found = [
            Facts(
                id=row.id,
                collection=row.collection,
                kommun=row.kommun,
                namnd=row.namnd,
                kind=Kind(row.kind),
                date=row.date,
                dnr=tuple(numbers.get(row.id, ())),
                motionarer=tuple(name for name, _ in json.loads(row.motioner)),
                subject=row.subject,
                whole=row.whole_id or "",
                part=row.part,
                parted=bool(row.is_parted),
                copies=row.copies,
                archive=row.archive,
            )
            for row in self._connection.execute(query)
        ]
        return as_corrected(self._connection, found, _BEFORE)

    def _numbers(self, ids: Sequence[str]) -> dict[str, list[Numbered]]:
        first = (
            func.max(dnr.c.span_start - _BEFORE, 0)
            if self._is_sqlite
            else func.greatest(dnr.c.span_start - _BEFORE, 0)
        )
        before = func.substr(texts.c.text, first + 1, dnr.c.span_start - first)
        query = (
            select(
                *(dnr.c[name] for name in _NUMBER_COLUMNS),
                before.label("before"),
            )
            .join(texts, texts.c.document_id == dnr.c.document_id)
            .where(dnr.c.document_id.in_(ids))
            .order_by(dnr.c.document_id, dnr.c.ordinal)
        )
        found: dict[str, list[Numbered]] = {}
        for row in self._connection.execute(query):
            code = row.suffix if row.suffix.isdigit() and row.raw.startswith(row.suffix) else ""
            one = Numbered(
                row.authority,
                row.year,
                row.number,
                DnrRole(row.role),
                row.before or "",
                code=code,
                start=row.span_start,
            )
            found.setdefault(row.document_id, []).append(one)
        return found

    @property
    def _is_sqlite(self) -> bool:
        return self._connection.dialect.name == "sqlite"


def _numbered() -> ColumnElement[bool]:
    """Whether a document has a Dnr of its own, or a sender's."""
    return (
        select(dnr.c.document_id)
        .where(dnr.c.document_id == documents.c.id, dnr.c.role != DnrRole.MENTIONED.value)
        .exists()
    )


def read_guessed(connection: Connection, document_id: str, access: Access) -> tuple[Matter, ...]:
    """The ärenden that a document without a Dnr may belong to."""
    source = CatalogSource(connection, access)
    start = source.facts([document_id])
    return guessed_matters(start[0], source) if start else ()


def read_matter(connection: Connection, document_id: str, access: Access) -> Matter | None:
    """The ärende of a document, None for one that the caller may not see."""
    source = CatalogSource(connection, access)
    start = source.facts([document_id])
    return matter_of(start[0], source) if start else None


def read_matters_of_dnr(
    connection: Connection, value: str, access: Access, scope: str = ""
) -> tuple[Matter, ...]:
    """The ärenden that have a Dnr (`KS 2004/118`), by their keys: one for each kommun and diary; `scope`
    narrows it to documents of one kommun, and those of no known one."""
    source = CatalogSource(connection, access)
    starts = [
        one
        for one in source.bearing(written(value))
        if not (scope and one.kept_by and scope_of(one.kept_by) != scope)
    ]
    return matters_with(value, starts, source)
