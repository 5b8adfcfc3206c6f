"""What the indexer understands of a file, as JSON and as text."""

from collections.abc import Mapping, Sequence
from typing import Any

from indexer.documents import ReadDocument
from remissarkiv.domain import Document

_SPELLING_RULES = frozenset({"whitespace", "running-head", "page-break"})
"""Segments that move or drop white space and running heads; the others mend the reading of a word."""


def as_dict(documents: Sequence[ReadDocument], rejected: Mapping[str, str]) -> dict[str, Any]:
    """A file's documents as `remiss inspect --json` prints them: its own, with the rest under `parts` and
    what could not be read under `rejected_parts`. Spans point into the `text` beside them."""
    own, *parts = documents
    return {
        **_fields(own.document),
        "parts": [{"part": read.part, "of": read.whole, **_fields(read.document)} for read in parts],
        "rejected_parts": [[part, reason] for part, reason in rejected.items()],
    }


def _fields(document: Document) -> dict[str, Any]:
    return {
        "title": document.title,
        "kind": document.kind.value,
        "date": document.date.isoformat() if document.date else None,
        "namnd": document.namnd,
        "dnr": [{"value": m.dnr.value, "raw": m.dnr.raw, "role": m.role.value} for m in document.dnr],
        "citations": [{"key": c.key, "text": c.text, "span": list(c.span)} for c in document.citations],
        "assessments": [],
        "positions": [],
        "decisions": [],
        "motioner": [{"name": m.name, "party": m.party} for m in document.motioner],
        "remissinstanser": list(document.remissinstanser),
        "signatories": [{"name": s.name, "title": s.title, "unit": s.unit} for s in document.signatories],
        "sections": [
            {"kind": s.kind.value, "heading": s.heading, "span": list(s.span)} for s in document.sections
        ],
        "pages": [{"number": page.number, "span": list(page.span)} for page in document.pages],
        "parted": [list(span) for span in document.parted],
        "sender": document.sender,
        "scanned": document.scanned,
        "quality": document.quality,
        "repaired": [list(pair) for pair in _repaired(document)],
        "text": document.text,
    }


def as_text(documents: Sequence[ReadDocument], rejected: Mapping[str, str]) -> str:
    """The same for a person in a terminal, each document under the name of its part."""
    blocks = [
        (f"\n{_printable(read.part)}\n" if read.part else "") + _lines(read.document) for read in documents
    ]
    blocks += [f"\n{_printable(part)}\ncould not be read: {reason}" for part, reason in rejected.items()]
    return "\n".join(blocks)


def _lines(document: Document) -> str:
    """A line for each thing understood, then the sections."""
    rows = [
        ("Title", document.title),
        ("Kind", document.kind.value),
        ("Date", document.date.isoformat() if document.date else "–"),
        ("Nämnd", document.namnd or "–"),
        ("Dnr", "; ".join(f"{m.dnr.value} ({m.role.value})" for m in document.dnr) or "–"),
        (
            "Motionär",
            "; ".join(f"{m.name} ({m.party})" if m.party else m.name for m in document.motioner) or "–",
        ),
        ("Remissinstanser", "; ".join(document.remissinstanser) or "–"),
        (
            "Signed by",
            "; ".join(", ".join(filter(None, (s.name, s.title))) for s in document.signatories) or "–",
        ),
        ("Sender", document.sender or "–"),
        ("Citations", "; ".join(dict.fromkeys(c.key for c in document.citations)) or "–"),
        ("Text quality", f"{document.quality:.0%}" + (", read by OCR" if document.scanned else "")),
    ]
    width = max(len(name) for name, _ in rows)
    lines = [f"{name:<{width}}  {_printable(value)}" for name, value in rows]
    lines.append("Sections")
    lines += [
        f"{'':<{width}}  {s.kind.value}: {_printable(s.heading) or '(no heading)'}" for s in document.sections
    ]
    return "\n".join(lines)


def _repaired(document: Document) -> list[tuple[str, str]]:
    """What was read and what it became, for each mended word; mended signs (a bullet) are left out."""
    pairs = (
        (document.original[slice(*s.original)], document.text[slice(*s.repaired)])
        for s in document.segments
        if s.rule not in _SPELLING_RULES
    )
    return [pair for pair in pairs if any(letter.isalpha() for letter in pair[0])]


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)
