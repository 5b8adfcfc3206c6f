"""Corrections by hand: what a person with the right says of a document, laid over what was read by rule."""

from remissarkiv.corrections.apply import Corrected, Entry, apply, in_force, undone_ids
from remissarkiv.corrections.correction import (
    FINDINGS,
    LONGEST_REASON,
    LONGEST_VALUE,
    Anchor,
    Correction,
    Draft,
    State,
    Value,
    What,
    clean_reason,
    clean_text,
)
from remissarkiv.corrections.drafts import (
    of_dnr,
    of_finding,
    of_kind,
    of_matter,
    of_sentence,
    of_title,
    of_word,
)
from remissarkiv.corrections.places import find_sentence
from remissarkiv.corrections.values import Finding, finding_value, findings_of

__all__ = [
    "FINDINGS",
    "LONGEST_REASON",
    "LONGEST_VALUE",
    "Anchor",
    "Corrected",
    "Correction",
    "Draft",
    "Entry",
    "Finding",
    "State",
    "Value",
    "What",
    "apply",
    "clean_reason",
    "clean_text",
    "find_sentence",
    "finding_value",
    "findings_of",
    "in_force",
    "of_dnr",
    "of_finding",
    "of_kind",
    "of_matter",
    "of_sentence",
    "of_title",
    "of_word",
    "undone_ids",
]
