"""What the sample archive says that its documents conclude, beside what is read in them.

`tests/cases/corpus` tells of an answer its stance and verdict, of a decision its outcome, as a person sums
them up; the program finds them sentence by sentence. Here they are summed up as the page of an ärende does.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from indexer.understanding import understand_all
from remissarkiv.assessments import stance_in_one_word, verdict_in_one_word
from remissarkiv.domain import ActorKind, Decision, Document, Position, PositionForm, Status, Verdict
from remissarkiv.matters.outcome import in_one_word

PROJECT = Path(__file__).resolve().parents[1]
CASES = PROJECT / "tests" / "cases" / "corpus"
ARCHIVE = PROJECT / "corpus" / "arkiv"
KOMMUN = "Björkåsa kommun"
FIELDS = ("verdict", "stance", "outcome", "sympathy")

_HALVES = frozenset({Verdict.WITHIN.value, Verdict.OUTSIDE.value})
_OWN = frozenset({ActorKind.FORVALTNING, ActorKind.RAD, ActorKind.BOLAG, ActorKind.EXTERN})


@dataclass(frozen=True, slots=True)
class Told:
    """One field of one document: what a person says, and what is read; "" for nothing. Of verdicts it is the
    set of them, where the document judges its parts apart."""

    path: str
    part: str
    field: str
    wanted: str
    read: str


def told_of_corpus() -> Iterator[Told]:
    """Each field that the cases tell of, for each document of the sample archive."""
    for file in sorted(CASES.glob("ks-*.json")):
        for item in json.loads(file.read_text(encoding="utf-8")):
            for field in FIELDS:
                if (told := told_of(item, field)) is not None:
                    yield told


def told_of(item: dict[str, Any], field: str) -> Told | None:
    """What an item of the cases tells of a field beside what is read; None where it tells nothing.

    An item with a stance and no verdict says that there is none.
    """
    wanted = _wanted(item, field)
    if wanted is None:
        return None
    path, part = item["path"], item.get("part", "")
    return Told(path, part, field, wanted, _read(document_of(path, part), item, field, wanted))


def document_of(path: str, part: str) -> Document:
    """A document of the sample archive as the indexer understands it."""
    return _documents(path)[part]


@cache
def _documents(path: str) -> dict[str, Document]:
    read = understand_all(ARCHIVE / path, kommun=KOMMUN)
    return {one.part: one.document for one in read.documents}


def _wanted(item: dict[str, Any], field: str) -> str | None:
    if field == "sympathy":
        return str(item[field]) if item.get(field) is not None else None
    if field == "outcome":
        return item.get("outcome") or item.get("proposed_outcome")
    if field == "stance":
        return item.get("stance")
    parts = {part["verdict"] for part in item.get("assessments") or ()}
    if item.get("verdict") is None:
        return "" if item.get("stance") else None
    return _joined(parts or {item["verdict"]})


def _read(document: Document, item: dict[str, Any], field: str, wanted: str) -> str:
    if field == "sympathy":
        return str(document.sympathy)
    if field == "outcome":
        outcome = in_one_word([decision.outcome for decision in settling(document)])
        return outcome.value if outcome else ""
    if field == "stance":
        stance = stance_in_one_word(own_positions(document, item.get("status")))
        return stance.value if stance else ""
    verdicts = {one.verdict.value for one in document.assessments}
    if wanted == Verdict.PARTLY.value or not item.get("assessments"):
        verdict = verdict_in_one_word(document.assessments)
        return verdict.value if verdict else ""
    if Verdict.PARTLY.value in verdicts:
        # "Delvis förenligt" says of two parts what a person says of each.
        verdicts = (verdicts - {Verdict.PARTLY.value}) | _HALVES
    return _joined(verdicts)


def settling(document: Document) -> list[Decision]:
    """The decisions that say what came of it: those of fullmäktige; in the minutes of another body what it
    proposes to fullmäktige, else what it decides itself."""
    of_fullmaktige = [one for one in document.decisions if one.actor.kind is ActorKind.FULLMAKTIGE]
    decided = [one for one in of_fullmaktige if one.status is Status.BESLUT]
    if decided or document.namnd.endswith("fullmäktige"):
        return decided
    own = [one for one in document.decisions if one.status is Status.BESLUT]
    return of_fullmaktige or own


def own_positions(document: Document, status: str | None) -> list[Position]:
    """The positions of the document's own answer, not those of others that it tells of; with `status` those
    of it before others."""
    own = [
        one
        for one in document.positions
        if one.form is PositionForm.STALLNINGSTAGANDE
        and (one.actor.name in ("", document.namnd) or one.actor.kind in _OWN)
    ]
    return [one for one in own if one.status.value == status] or own


def _joined(verdicts: set[str] | frozenset[str]) -> str:
    return ", ".join(sorted(verdicts))
