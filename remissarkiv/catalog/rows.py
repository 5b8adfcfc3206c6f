"""A document as rows, and back."""

import json
from collections.abc import Mapping, Sequence

from remissarkiv.catalog.columns import AnyRow, Values
from remissarkiv.catalog.conclusions import CONCLUSIONS, concluded
from remissarkiv.catalog.schema import citations, dnr, documents, files, sections, texts
from remissarkiv.domain import (
    Citation,
    Dnr,
    DnrMention,
    DnrRole,
    Document,
    DocumentSummary,
    Kind,
    Motionar,
    Page,
    Section,
    SectionKind,
    Segment,
    Signatory,
    SourceFile,
    Span,
    StoredDocument,
    group_of,
    shelf,
)
from remissarkiv.matters import subject_of

PARTS = (sections, dnr, citations, *CONCLUSIONS)
"""The tables with several rows a document, in the order of `ordinal`."""

SUMMARY_COLUMNS = (
    documents.c.id,
    documents.c.collection,
    documents.c.path,
    documents.c.part,
    documents.c.whole_id,
    documents.c.title,
    documents.c.kind,
    documents.c.date,
    documents.c.namnd,
    documents.c.kommun,
    documents.c.quality,
)

DOCUMENT_COLUMNS = (
    *documents.c,
    *(c for c in texts.c if c.name != "document_id"),
    files.c.modified_ns,
    files.c.reading,
    files.c.told,
)

_ROLE_ORDER = {
    role.value: place for place, role in enumerate((DnrRole.OWN, DnrRole.SENDER, DnrRole.MENTIONED))
}


def _source_values(source: SourceFile) -> Values:
    """Where a document came from, as columns of `documents`."""
    return {
        "collection": source.collection,
        "shelf": shelf(source.collection, source.group),
        "path": source.path,
        "size": source.size,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "part": source.part,
    }


def file_values(source: SourceFile, document_id: str) -> Values:
    """The row of `files` of a document."""
    return {
        "collection": source.collection,
        "shelf": shelf(source.collection, source.group),
        "told": source.told,
        "path": source.path,
        "size": source.size,
        "modified_ns": source.modified_ns,
        "sha256": source.sha256,
        "reading": source.reading,
        "document_id": document_id,
        "reason": None,
    }


def document_values(stored: StoredDocument, root_id: str | None) -> Values:
    """The row of `documents`; `root_id` is the document of the whole file, None for that one itself."""
    document = stored.document
    return {
        "id": stored.id,
        **_source_values(stored.source),
        "whole_id": stored.whole or None,
        "root_id": root_id,
        "ordinal": stored.ordinal,
        "title": document.title,
        "kind": document.kind.value,
        "date": document.date,
        "kommun": document.kommun,
        "namnd": document.namnd,
        "sender": document.sender,
        "quality": document.quality,
        "scanned": document.scanned,
        "lexicon": document.lexicon,
        "damaged": _json(document.damaged),
        "motioner": _json([(m.name, m.party) for m in document.motioner]),
        "remissinstanser": _json(document.remissinstanser),
        "signatories": _json([(s.name, s.title, s.unit) for s in document.signatories]),
        "sympathy": document.sympathy,
        "subject": subject_of(document),
    }


def text_values(stored: StoredDocument) -> Values:
    """The row of `texts`."""
    document = stored.document
    return {
        "document_id": stored.id,
        "text": document.text,
        "original": None if document.original == document.text else document.original,
        "segments": _json([(*s.original, *s.repaired, s.rule, s.cost) for s in document.segments]),
        "pages": _json([(p.number, *p.span) for p in document.pages]),
        "parted": _json(document.parted),
    }


def section_values(stored: StoredDocument) -> list[Values]:
    """The rows of `sections`."""
    return [
        {**_place(stored, ordinal, s.span), "kind": s.kind.value, "heading": s.heading}
        for ordinal, s in enumerate(stored.document.sections)
    ]


def dnr_values(stored: StoredDocument) -> list[Values]:
    """The rows of `dnr`."""
    return [
        {
            **_place(stored, ordinal, mention.dnr.span),
            "value": mention.dnr.value,
            "role": mention.role.value,
            "authority": mention.dnr.authority,
            "year": mention.dnr.year,
            "number": mention.dnr.number,
            "suffix": mention.dnr.suffix,
            "raw": mention.dnr.raw,
        }
        for ordinal, mention in enumerate(stored.document.dnr)
    ]


def citation_values(stored: StoredDocument) -> list[Values]:
    """The rows of `citations`."""
    return [
        {**_place(stored, ordinal, c.span), "key": c.key, "text": c.text, "certain": c.certain}
        for ordinal, c in enumerate(stored.document.citations)
    ]


def stored_document(row: AnyRow, parts: Mapping[str, Sequence[AnyRow]]) -> StoredDocument:
    """The document of a row of `DOCUMENT_COLUMNS` and its rows in each of `PARTS`, by table name."""
    source = SourceFile(
        collection=row.collection,
        path=row.path,
        size=row.size,
        sha256=row.sha256,
        modified_ns=row.modified_ns,
        media_type=row.media_type,
        part=row.part,
        reading=row.reading,
        group=group_of(row.shelf),
        told=row.told,
    )
    document = Document(
        title=row.title,
        kind=Kind(row.kind),
        text=row.text,
        original=row.text if row.original is None else row.original,
        date=row.date,
        kommun=row.kommun,
        namnd=row.namnd,
        segments=tuple(
            Segment(Span(a, b), Span(c, d), rule, cost) for a, b, c, d, rule, cost in json.loads(row.segments)
        ),
        pages=tuple(Page(number, Span(start, end)) for number, start, end in json.loads(row.pages)),
        sections=tuple(
            Section(SectionKind(part.kind), part.heading, _span(part)) for part in parts["sections"]
        ),
        dnr=tuple(
            DnrMention(
                Dnr(part.authority, part.year, part.number, part.suffix, part.raw, _span(part)),
                DnrRole(part.role),
            )
            for part in parts["dnr"]
        ),
        citations=tuple(
            Citation(part.key, part.text, _span(part), part.certain) for part in parts["citations"]
        ),
        motioner=tuple(Motionar(*values) for values in json.loads(row.motioner)),
        remissinstanser=tuple(json.loads(row.remissinstanser)),
        signatories=tuple(Signatory(*values) for values in json.loads(row.signatories)),
        quality=row.quality,
        damaged=tuple(Span(*values) for values in json.loads(row.damaged)),
        scanned=row.scanned,
        sender=row.sender,
        parted=tuple(Span(*values) for values in json.loads(row.parted)),
        lexicon=row.lexicon,
        sympathy=row.sympathy,
        **concluded(parts),
    )
    return StoredDocument(row.id, source, document, row.whole_id or "", row.ordinal)


def summary_of(stored: StoredDocument) -> DocumentSummary:
    """The summary of a document."""
    document, source = stored.document, stored.source
    ordered = sorted(document.dnr, key=lambda mention: _ROLE_ORDER[mention.role.value])
    return DocumentSummary(
        id=stored.id,
        collection=source.collection,
        path=source.path,
        part=source.part,
        whole=stored.whole,
        title=document.title,
        kind=document.kind,
        date=document.date,
        dnr=tuple(dict.fromkeys(mention.dnr.value for mention in ordered)),
        namnd=document.namnd,
        kommun=document.kommun,
        quality=document.quality,
    )


def summary(row: AnyRow, mentions: Sequence[tuple[str, str]]) -> DocumentSummary:
    """The summary of a row that begins with `SUMMARY_COLUMNS`; `mentions` are (role, value) of its Dnr in
    text order."""
    ordered = sorted(mentions, key=lambda mention: _ROLE_ORDER[mention[0]]) if len(mentions) > 1 else mentions
    number, collection, path, part, whole, title, kind, date, namnd, kommun, quality = row[
        : len(SUMMARY_COLUMNS)
    ]
    return DocumentSummary(
        id=number,
        collection=collection,
        path=path,
        part=part,
        whole=whole or "",
        title=title,
        kind=Kind(kind),
        date=date,
        dnr=tuple(dict.fromkeys([value for _, value in ordered])),
        namnd=namnd,
        kommun=kommun,
        quality=quality,
    )


def _place(stored: StoredDocument, ordinal: int, span: Span) -> Values:
    return {"document_id": stored.id, "ordinal": ordinal, "span_start": span.start, "span_end": span.end}


def _span(row: AnyRow) -> Span:
    return Span(row.span_start, row.span_end)


def _json(values: object) -> str:
    # Not in ASCII: \ud800\udc00 of two stray halves would be read back as one character.
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
