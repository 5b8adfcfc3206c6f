"""Keeping the groups of copies: sketching documents, settling who stands for whom, and what the index is
told.

What is here follows from the documents and from who may see them, so it can be made anew at any time; a
document is sketched when it is stored, and one without a sketch, or of an older sketch, gets one. A change
marks those it may concern as waiting, in its own transaction, and `Catalog.settle_copies` takes them up, some
at a time: interrupted anywhere, the rest still waits.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Column, Connection, and_, bindparam, delete, func, insert, or_, select, update

from remissarkiv.catalog import outbox
from remissarkiv.catalog.chunks import chunks
from remissarkiv.catalog.collections import read_collections
from remissarkiv.catalog.columns import AnyRow
from remissarkiv.catalog.lacking import documents_lacking
from remissarkiv.catalog.reader import read_uncorrected, visible
from remissarkiv.catalog.records import CopyPlace
from remissarkiv.catalog.schema import bands, documents, sketches
from remissarkiv.copies import SKETCH_VERSION, Facts, Readers, facts, readers, settle
from remissarkiv.domain import Access, StoredDocument, group_of

AT_A_TIME = 500
"""Documents sketched or settled in one transaction; bounds memory, and how long others wait to write."""


def unsettle(connection: Connection, document_ids: Sequence[str]) -> None:
    """Let those who shared a group with these documents, which are about to change or go, be settled anew."""
    for some in chunks(document_ids):
        rows = connection.execute(
            select(sketches.c.in_group, sketches.c.in_exact).where(sketches.c.document_id.in_(some))
        ).all()
        groups = sorted({row.in_group for row in rows} - {""})
        exact = sorted({row.in_exact for row in rows} - {""})
        for column, keys in ((sketches.c.in_group, groups), (sketches.c.in_exact, exact)):
            for part in chunks(keys):
                connection.execute(update(sketches).where(column.in_(part)).values(leader=None, near=""))


def unsettle_all(connection: Connection) -> None:
    """Let every document be settled anew: who may see what has changed."""
    connection.execute(update(sketches).values(leader=None, near=""))


def without_sketch(connection: Connection) -> list[str]:
    """Some of the documents that have no sketch of this version; none when all have one."""
    return documents_lacking(connection, sketches, SKETCH_VERSION, AT_A_TIME)


def add_sketches(connection: Connection, ids: Sequence[str]) -> None:
    """Sketch these documents anew."""
    for some in chunks(ids, AT_A_TIME // 5):
        unsettle(connection, some)
        connection.execute(delete(sketches).where(sketches.c.document_id.in_(some)))
        connection.execute(delete(bands).where(bands.c.document_id.in_(some)))
        insert_sketches(connection, read_uncorrected(connection, some).values())


def insert_sketches(connection: Connection, stored: Iterable[StoredDocument]) -> None:
    """Sketch these documents, which have none; they wait to be settled."""
    found = [facts(one) for one in stored]
    connection.execute(insert(sketches), [_row(one) for one in found])
    rows = [{"value": value, "document_id": one.id} for one in found for value in set(one.bands)]
    connection.execute(insert(bands), rows)


def unsettled(connection: Connection) -> list[str]:
    """Some of the documents that wait to be settled; none when all are."""
    query = select(sketches.c.document_id).where(sketches.c.leader.is_(None))
    return list(connection.execute(query.order_by(sketches.c.document_id).limit(AT_A_TIME)).scalars())


def settle_some(connection: Connection, ids: Sequence[str]) -> None:
    """Settle these documents, with those they make a difference to, and note in the outbox which of them the
    index must learn of."""
    shelf = _Shelf(connection)
    shelf.fetch(ids)
    _tell(connection, shelf, settle(shelf, ids))


def read_places(connection: Connection, ids: Sequence[str]) -> dict[str, CopyPlace]:
    """The places of those of the documents that have copies."""
    found: dict[str, CopyPlace] = {}
    for some in chunks(ids):
        query = select(
            sketches.c.document_id, sketches.c.in_group, sketches.c.in_exact, sketches.c.rank
        ).where(sketches.c.document_id.in_(some), or_(sketches.c.in_group != "", sketches.c.in_exact != ""))
        for row in connection.execute(query):
            found[row.document_id] = CopyPlace(row.in_group, row.in_exact, row.rank)
    return found


def read_copies(connection: Connection, document_id: str, access: Access) -> list[str]:
    """The ids of a document's copies that the caller may see, the best first, without itself; none for a
    document that she may not see."""
    own = (
        select(sketches.c.in_group)
        .join(documents, documents.c.id == sketches.c.document_id)
        .where(sketches.c.document_id == document_id, visible(access), sketches.c.in_group != "")
    )
    query = (
        select(sketches.c.document_id)
        .join(documents, documents.c.id == sketches.c.document_id)
        .where(
            sketches.c.in_group == own.scalar_subquery(),
            sketches.c.document_id != document_id,
            visible(access),
        )
        .order_by(sketches.c.rank, sketches.c.document_id)
    )
    return list(connection.execute(query).scalars())


class _Shelf:
    """The documents of the catalog as `copies.settle` asks for them; what was read is kept."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._groups = {c.name: c.groups for c in read_collections(connection)}
        self._facts: dict[str, Facts] = {}
        self.rows: dict[str, AnyRow] = {}
        self._shared: dict[int, list[str]] = {}

    def fetch(self, ids: Iterable[str]) -> None:
        """Read these documents and all that share a band with them, in few statements."""
        self._load(ids)
        # Nearly all bands are of one document alone: the database tells which are not.
        values = {value for document_id in ids for value in self._facts[document_id].bands}
        self._shared.update((value, []) for value in values)
        self._share(self._common(ids))

    def facts(self, document_id: str) -> Facts:
        """The facts of a document."""
        self._load([document_id])
        return self._facts[document_id]

    def sharing(self, facts: Facts) -> Iterable[Facts]:
        """The other documents that share a band with this one."""
        self._share(set(facts.bands) - self._shared.keys())
        others = {other for value in facts.bands for other in self._shared[value]}
        return [self._facts[other] for other in sorted(others - {facts.id})]

    def leader(self, document_id: str) -> str | None:
        """Who led the document before."""
        self._load([document_id])
        leader: str | None = self.rows[document_id].leader
        return leader

    def _load(self, ids: Iterable[str]) -> None:
        for some in chunks([document_id for document_id in ids if document_id not in self._facts]):
            query = (
                select(sketches, documents.c.collection, documents.c.shelf)
                .join(documents, documents.c.id == sketches.c.document_id)
                .where(sketches.c.document_id.in_(some))
            )
            for row in self._connection.execute(query):
                # Nobody sees a collection that is configured no more.
                groups = self._groups.get(row.collection, frozenset({f"\0{row.collection}"}))
                self.rows[row.document_id] = row
                self._facts[row.document_id] = _facts(row, readers(groups, group_of(row.shelf)))

    def _common(self, ids: Iterable[str]) -> set[int]:
        """The bands that one of these documents shares with another."""
        found: set[int] = set()
        other = bands.alias()
        for some in chunks(list(ids)):
            query = (
                select(bands.c.value)
                .join(other, and_(other.c.value == bands.c.value, other.c.document_id != bands.c.document_id))
                .where(bands.c.document_id.in_(some))
            )
            found.update(self._connection.execute(query.distinct()).scalars())
        return found

    def _share(self, values: set[int]) -> None:
        """Read who has these bands."""
        found: set[str] = set()
        for some in chunks(sorted(values)):
            self._shared.update((value, []) for value in some)
            query = select(bands.c.value, bands.c.document_id).where(bands.c.value.in_(some))
            for value, document_id in self._connection.execute(query):
                self._shared[value].append(document_id)
                found.add(document_id)
        self._load(found)


def _tell(connection: Connection, shelf: _Shelf, leaders: Mapping[str, str]) -> None:
    """Write the new leaders, and find out whose group or rank is another now."""
    before = {document_id: shelf.rows[document_id] for document_id in leaders}
    connection.execute(
        update(sketches)
        .where(sketches.c.document_id == bindparam("of"))
        .values(leader=bindparam("to"), near=bindparam("key"), rank=bindparam("place")),
        [
            {
                "of": document_id,
                "to": leader,
                "key": shelf.facts(leader).exact,
                "place": shelf.facts(document_id).rank,
            }
            for document_id, leader in leaders.items()
        ],
    )
    near = {shelf.facts(leader).exact for leader in leaders.values()}
    near |= {key for row in before.values() for key in (row.near, row.in_group)} - {""}
    moved = _regroup(connection, sketches.c.near, sketches.c.in_group, near)
    moved |= _regroup(connection, sketches.c.exact, sketches.c.in_exact, {r.exact for r in before.values()})
    moved |= {
        document_id
        for document_id, row in before.items()
        if (row.in_group or row.in_exact) and row.rank != shelf.facts(document_id).rank
    }
    outbox.append(connection, sorted(moved), "put")


def _regroup(connection: Connection, key: Column[str], told: Column[str], keys: Iterable[str]) -> set[str]:
    """Let the column `told` of the settled documents with one of these keys hold the key where several have
    it, and nothing where one stands alone; returns the ids of those for which this was news."""
    settled = sketches.c.leader.is_not(None)
    several: set[str] = set()
    for some in chunks(sorted(keys)):
        counted = select(key).where(key.in_(some), settled).group_by(key).having(func.count() > 1)
        several.update(connection.execute(counted).scalars())
    changed: dict[str, str] = {}
    for some in chunks(sorted(keys)):
        query = select(sketches.c.document_id, key.label("own"), told.label("told")).where(
            or_(key.in_(some), told.in_(some)), settled
        )
        for row in connection.execute(query):
            group = row.own if row.own in several else ""
            if group != row.told:
                changed[row.document_id] = group
    if changed:
        connection.execute(
            update(sketches).where(sketches.c.document_id == bindparam("of")).values({told: bindparam("is")}),
            [{"of": document_id, "is": group} for document_id, group in changed.items()],
        )
    return set(changed)


def _row(one: Facts) -> dict[str, object]:
    told = [one.kind, one.day, one.parted, one.title, sorted(one.own), one.was_read, one.demerits]
    return {
        "document_id": one.id,
        "version": SKETCH_VERSION,
        "exact": one.exact,
        "sketch": one.sketched,
        "facts": json.dumps(told, ensure_ascii=False, separators=(",", ":")),
        "leader": None,
        "near": "",
        "in_group": "",
        "in_exact": "",
        "rank": 0,
    }


def _facts(row: AnyRow, seen_by: Readers) -> Facts:
    kind, day, parted, title, own, was_read, demerits = json.loads(row.facts)
    return Facts(
        id=row.document_id,
        kind=kind,
        day=day,
        parted=parted,
        exact=row.exact,
        sketched=row.sketch,
        title=tuple(title),
        own=frozenset((diary, number) for diary, number in own),
        was_read=was_read,
        demerits=demerits,
        readers=seen_by,
    )
