"""What people have corrected, for telling which ärende a document belongs to."""

import json
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, or_, select

from remissarkiv.catalog.correction_rows import corrected_ids
from remissarkiv.catalog.reader import read_documents
from remissarkiv.catalog.schema import corrections
from remissarkiv.corrections import What
from remissarkiv.domain import DnrMention, Document
from remissarkiv.matters import Facts, Numbered, subject_of

_NUMBERED = (What.DNR.value, What.MATTER.value)


def corrected_bearers(connection: Connection, values: Sequence[str]) -> frozenset[str]:
    """The documents that somebody has said have one of these Dnr; what is said may have been taken back."""
    if not values:
        return frozenset()
    told = [f'"dnr":{json.dumps(value, ensure_ascii=False)}' for value in values]
    query = select(corrections.c.document_id).where(
        corrections.c.what.in_(_NUMBERED),
        or_(*(corrections.c.became.contains(one, autoescape=True) for one in told)),
    )
    return frozenset(connection.execute(query.distinct()).scalars())


def as_corrected(connection: Connection, facts: Sequence[Facts], before: int) -> list[Facts]:
    """The facts, with kind, subject and Dnr as people have corrected them; `before` is how many characters
    before a Dnr are told."""
    corrected = read_documents(connection, sorted(corrected_ids(connection, [one.id for one in facts])))
    return [
        _overlaid(one, corrected[one.id].document, before) if one.id in corrected else one for one in facts
    ]


def _overlaid(facts: Facts, document: Document, before: int) -> Facts:
    return replace(
        facts,
        kind=document.kind,
        subject=subject_of(document),
        dnr=tuple(_numbered(mention, document.text, before) for mention in document.dnr),
    )


def _numbered(mention: DnrMention, text: str, before: int) -> Numbered:
    dnr, start = mention.dnr, mention.dnr.span.start
    is_code = dnr.suffix.isdigit() and dnr.raw.startswith(dnr.suffix)
    return Numbered(
        dnr.authority,
        dnr.year,
        dnr.number,
        mention.role,
        text[max(start - before, 0) : start],
        code=dnr.suffix if is_code else "",
        start=start,
    )
