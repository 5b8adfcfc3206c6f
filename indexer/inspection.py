"""What the indexer understands of a file, as JSON and as text."""

from collections.abc import Mapping, Sequence
from typing import Any

from indexer.task import ReadDocument
from remissarkiv.acts import Known, known
from remissarkiv.domain import (
    Assessment,
    Citation,
    Decision,
    Document,
    Position,
    Span,
    repaired_words,
    wordings,
)

_SHOWN_REPAIRS = 5
_DOUBTS = {Known.NO_SUCH_ACT: "no such act", Known.BEYOND_ACT: "not in the act"}


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
        "citations": [_citation(citation) for citation in document.citations],
        "assessments": [_assessment(document, one) for one in document.assessments],
        "positions": [_position(document, one) for one in document.positions],
        "decisions": [_decision(document, one) for one in document.decisions],
        "sympathy": document.sympathy,
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


def _citation(citation: Citation) -> dict[str, Any]:
    """A citation; what is doubtful of it is told only where something is."""
    told: dict[str, Any] = {"key": citation.key, "text": citation.text, "span": list(citation.span)}
    if not citation.certain:
        told["certain"] = False
    if known(citation.key) is not Known.YES:
        told["known"] = False
    return told


def _assessment(document: Document, one: Assessment) -> dict[str, Any]:
    return {
        "verdict": one.verdict.value,
        "certain": one.certain,
        "grounds": list(one.grounds),
        "principles": [principle.value for principle in one.principles],
        "concerns": one.concerns,
        "actor": one.actor.name,
        "actor_kind": one.actor.kind.value,
        "status": one.status.value,
        **_place(document, one.span),
    }


def _position(document: Document, one: Position) -> dict[str, Any]:
    return {
        "actor": one.actor.name,
        "actor_kind": one.actor.kind.value,
        "stance": one.stance.value,
        "status": one.status.value,
        "target": one.target,
        "form": one.form.value,
        "certain": one.certain,
        **_place(document, one.span),
    }


def _decision(document: Document, one: Decision) -> dict[str, Any]:
    return {
        "body": one.actor.name,
        "body_kind": one.actor.kind.value,
        "outcome": one.outcome.value,
        "status": one.status.value,
        "target": one.target,
        "certain": one.certain,
        **_place(document, one.span),
    }


def _place(document: Document, span: Span) -> dict[str, Any]:
    """The sentence something comes from, on one line, and where it stands."""
    return {"text": " ".join(document.text[slice(*span)].split()), "span": list(span)}


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
        ("Citations", _citations_line(document.citations)),
        ("Competence", "; ".join(map(_assessed, document.assessments)) or "–"),
        ("Positions", "; ".join(map(_stood, document.positions)) or "–"),
        ("Decisions", "; ".join(map(_decided, document.decisions)) or "–"),
        ("Text quality", f"{document.quality:.0%}" + (", read by OCR" if document.scanned else "")),
        ("Repaired", _repaired_line(document)),
    ]
    width = max(len(name) for name, _ in rows)
    lines = [f"{name:<{width}}  {_printable(value)}" for name, value in rows]
    lines.append("Sections")
    lines += [
        f"{'':<{width}}  {s.kind.value}: {_printable(s.heading) or '(no heading)'}" for s in document.sections
    ]
    return "\n".join(lines)


def _assessed(one: Assessment) -> str:
    """`inte förenligt: juridisk rådgivning till enskilda (2017:725#K2P2; unsure)`."""
    about = f": {one.concerns}" if one.concerns else ""
    notes = [*one.grounds, *(principle.value for principle in one.principles), *_doubt(one.certain)]
    return f"{one.verdict.value}{about}" + (f" ({'; '.join(notes)})" if notes else "")


def _stood(one: Position) -> str:
    """`Socialnämnden avstyrker (beslut)`."""
    who = one.actor.name or one.actor.kind.value
    return f"{who} {one.stance.value} ({'; '.join((one.form.value, one.status.value, *_doubt(one.certain)))})"


def _decided(one: Decision) -> str:
    """`Kommunfullmäktige: avslag (beslut)`."""
    who = one.actor.name or one.actor.kind.value
    return f"{who}: {one.outcome.value} ({'; '.join((one.status.value, *_doubt(one.certain)))})"


def _doubt(certain: bool) -> tuple[str, ...]:
    return () if certain else ("unsure",)


def _citations_line(citations: Sequence[Citation]) -> str:
    """Each key once, with what is doubtful: `2017:725#K2P1; 2099:1 (no such act)`."""
    certain = {citation.key for citation in citations if citation.certain}
    told = []
    for key in dict.fromkeys(citation.key for citation in citations):
        doubt = _DOUBTS.get(known(key)) or ("" if key in certain else "unsure")
        told.append(f"{key} ({doubt})" if doubt else key)
    return "; ".join(told) or "–"


def _repaired_line(document: Document) -> str:
    """How many words were repaired, and the first of them: `212 words: socialndmnden → socialnämnden, …`."""
    pairs = _repaired(document)
    if not pairs:
        return "–"
    distinct = list(dict.fromkeys(pairs))
    shown = ", ".join(f"{read} → {repaired}" for read, repaired in distinct[:_SHOWN_REPAIRS])
    more = ", …" if len(distinct) > _SHOWN_REPAIRS else ""
    return f"{len(pairs)} {'word' if len(pairs) == 1 else 'words'}: {shown}{more}"


def _repaired(document: Document) -> list[tuple[str, str]]:
    """What was read and what it became, for each misread word or sign, in order; words whole."""
    return [wordings(document, word) for word in repaired_words(document)]


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)
