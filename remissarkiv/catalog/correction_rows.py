"""Corrections as rows, and which document each of them is about."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, exists, select, update

from remissarkiv.catalog.chunks import chunks
from remissarkiv.catalog.collections import read_collections
from remissarkiv.catalog.columns import AnyRow, Values
from remissarkiv.catalog.schema import corrections, documents
from remissarkiv.corrections import Anchor, Correction, Draft, What
from remissarkiv.domain import Span, group_of

_gone = ~exists().where(documents.c.id == corrections.c.document_id)


def read_corrections(connection: Connection, ids: Sequence[str]) -> dict[str, list[Correction]]:
    """The corrections of those of the documents that have any, in the order they were made."""
    found: dict[str, list[Correction]] = {}
    for some in chunks(ids):
        query = select(corrections).where(corrections.c.document_id.in_(some)).order_by(corrections.c.id)
        for row in connection.execute(query):
            found.setdefault(row.document_id, []).append(correction_of(row))
    return found


def corrected_ids(connection: Connection, ids: Sequence[str]) -> frozenset[str]:
    """Those of the documents that have corrections."""
    found: set[str] = set()
    for some in chunks(ids):
        query = select(corrections.c.document_id).where(corrections.c.document_id.in_(some)).distinct()
        found.update(connection.execute(query).scalars())
    return frozenset(found)


def draft_values(draft: Draft) -> Values:
    """The columns that hold a draft."""
    return {
        "what": draft.what.value,
        "anchor": _json(_anchor_value(draft.anchor)),
        "was": None if draft.was is None else _json(dict(draft.was)),
        "became": None if draft.became is None else _json(dict(draft.became)),
    }


def correction_of(row: AnyRow) -> Correction:
    """The correction of a row."""
    return Correction(
        id=row.id,
        document_id=row.document_id,
        what=What(row.what),
        anchor=_anchor(json.loads(row.anchor)),
        was=None if row.was is None else json.loads(row.was),
        became=None if row.became is None else json.loads(row.became),
        person=row.person,
        made=row.made,
        reason=row.reason,
        undoes=row.undoes,
        made_of=row.made_of,
        made_title=row.made_title,
    )


def follow(connection: Connection, ids: Sequence[str]) -> None:
    """Let the corrections of these documents, which were put, know where they stand now and of which file."""
    for document_id in sorted(corrected_ids(connection, ids)):
        where = select(documents.c.shelf, documents.c.sha256, documents.c.part)
        row = connection.execute(where.where(documents.c.id == document_id)).first()
        if row is not None:
            connection.execute(
                update(corrections)
                .where(corrections.c.document_id == document_id)
                .values(shelf=row.shelf, sha256=row.sha256, part=row.part)
            )


def adopt(connection: Connection, put: Sequence[str], removed: Collection[str]) -> list[str]:
    """Give the corrections of documents that are gone to the same file where it is now; returns the ids of
    the documents that got some. `put` and `removed` are the documents that were so in this transaction:
    nothing else can make a difference.

    A file that moves within its collection keeps its id; one that moves to another, or is away for a run,
    does not. What was said of a document for few eyes goes only where no others see it.
    """
    columns = (corrections.c.document_id, corrections.c.sha256, corrections.c.part, corrections.c.shelf)
    lost = connection.execute(select(*columns).where(_gone).order_by(corrections.c.id)).all()
    orphans = {row.document_id: row for row in lost}
    if not orphans:
        return []
    heirs = _heirs(connection, {row.sha256 for row in orphans.values()}, put)
    left = {row.sha256 for row in orphans.values() if row.document_id in removed}
    if left:
        heirs += _heirs(connection, left)
    seen_by = {one.name: one.groups for one in read_collections(connection)}
    adopted: list[str] = []
    for orphan in orphans.values():
        fit = [
            heir
            for heir in heirs
            if (heir.sha256, heir.part) == (orphan.sha256, orphan.part)
            and heir.id not in adopted
            and _as_closed(heir.shelf, orphan.shelf, seen_by)
        ]
        if fit:
            heir = min(fit, key=lambda one: (one.shelf != orphan.shelf, one.id))
            theirs = corrections.c.document_id == orphan.document_id
            connection.execute(update(corrections).where(theirs).values(document_id=heir.id))
            adopted.append(heir.id)
    follow(connection, adopted)
    return adopted


def _heirs(connection: Connection, hashes: set[str], among: Sequence[str] | None = None) -> list[AnyRow]:
    """The documents of these contents of which nobody has said anything; of all, or among some."""
    columns = (documents.c.id, documents.c.shelf, documents.c.sha256, documents.c.part)
    unsaid = ~exists().where(corrections.c.document_id == documents.c.id)
    found: list[AnyRow] = []
    for some in chunks(sorted(hashes)):
        query = select(*columns).where(documents.c.sha256.in_(some), unsaid)
        if among is None:
            found += connection.execute(query).all()
        else:
            for ids in chunks(among):
                found += connection.execute(query.where(documents.c.id.in_(ids))).all()
    return found


def _as_closed(shelf: str, origin: str, seen_by: Mapping[str, frozenset[str]]) -> bool:
    """Whether nobody sees a shelf who could not see the other one."""
    if shelf == origin:
        return True
    if group_of(origin) or origin not in seen_by:
        return False
    return not seen_by[origin] or frozenset() < seen_by.get(shelf, frozenset()) <= seen_by[origin]


def _anchor_value(anchor: Anchor) -> dict[str, Any]:
    return {
        "read": anchor.read,
        "text": anchor.text,
        "nth": anchor.nth,
        "place": list(anchor.place),
        "before": anchor.before,
        "after": anchor.after,
        "index": anchor.index,
        "count": anchor.count,
    }


def _anchor(value: dict[str, Any]) -> Anchor:
    return Anchor(**{**value, "place": Span(*value["place"])})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
