"""Corrected documents as cases for measuring the rules, in the format of `tests/cases/conclusions`.

What a person has looked at of a document is expected of the rules: of each sort of finding that was corrected
there, all that stands now. Sorts that nobody has corrected are not checked.
"""

from typing import Any

from remissarkiv.corrections.apply import Corrected
from remissarkiv.corrections.correction import FINDINGS, State, What
from remissarkiv.corrections.values import Finding, finding_value, findings_of
from remissarkiv.domain import Document, Span, StoredDocument

_LONGEST = 80


def as_case(stored: StoredDocument, corrected: Corrected) -> dict[str, Any] | None:
    """The case that a document makes, as corrected; None when nothing that it concludes was corrected.

    `stored` is the document as it was read by rule, of whose place the case is told by nothing but its id.
    """
    held = [entry.correction for entry in corrected.entries if entry.state is State.APPLIED]
    sorts = sorted({one.what for one in held if one.what in FINDINGS}, key=list(What).index)
    if not sorts:
        return None
    document = corrected.document
    case: dict[str, Any] = {
        "id": f"r-{stored.id}",
        "name": "handling.txt",
        "text": document.text,
        "kommun": document.kommun,
        "namnd": document.namnd,
        "tags": ["rättad"],
        "note": " ".join(one.reason for one in held if one.what in sorts),
    }
    for what in sorts:
        found: tuple[Finding, ...] = getattr(document, findings_of(what))
        case[findings_of(what)] = [_expected(document, what, one) for one in found]
    return case


def words_within(document: Document, span: Span) -> str:
    """Words of a sentence that stand on one line of the text, and nowhere else in it where that can be."""
    lines = [line.strip() for line in document.text[slice(*span)].split("\n")]
    told = sorted((_cut(line) for line in lines if line), key=len, reverse=True)
    return next((line for line in told if document.text.count(line) == 1), told[0] if told else "")


def _expected(document: Document, what: What, finding: Finding) -> dict[str, Any]:
    value = finding_value(finding)
    actor = value.pop("actor")
    if what is What.ASSESSMENT:
        value |= {"body": actor, "certain": finding.certain}
        del value["actor_kind"], value["status"]
    elif what is What.DECISION:
        value["body"] = actor
        del value["actor_kind"]
    else:
        value["actor"] = actor
    return {"at": words_within(document, finding.span), **value}


def _cut(line: str) -> str:
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rpartition(" ")[0] or line[:_LONGEST]
