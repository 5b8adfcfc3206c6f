"""Laying what was corrected by hand over what was read by rule."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any

from remissarkiv.corrections.correction import Correction, State, What
from remissarkiv.corrections.places import Sentences, find_word
from remissarkiv.corrections.values import (
    Finding,
    UnreadableValueError,
    finding_of,
    finding_value,
    findings_of,
    main_value,
    same_finding,
)
from remissarkiv.corrections.whole import with_whole
from remissarkiv.corrections.words import Edit, with_words
from remissarkiv.domain import Document, Span

_ORDER = (What.WORD, What.TITLE, What.KIND, What.DNR, What.MATTER)


@dataclass(frozen=True, slots=True)
class Entry:
    """A correction and what has become of it."""

    correction: Correction
    state: State


@dataclass(frozen=True, slots=True)
class Corrected:
    """A document as people have corrected it, every correction of it in the order they were made, and what of
    the document is as somebody says, by what it is and its key: a finding's number in its list ("0"), a Dnr's
    value, "" for title and kind."""

    document: Document
    entries: tuple[Entry, ...] = ()
    marks: Mapping[tuple[What, str], tuple[Correction, ...]] = field(default_factory=dict)


def undone_ids(corrections: Sequence[Correction]) -> frozenset[int]:
    """Those that somebody has taken back. Taking back is itself a correction, which can be taken back."""
    undone: set[int] = set()
    for correction in sorted(corrections, key=lambda one: one.id, reverse=True):
        if correction.undoes is not None and correction.id not in undone:
            undone.add(correction.undoes)
    return frozenset(undone)


def in_force(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Those that nobody has taken back, in the order they were made."""
    undone = undone_ids(corrections)
    standing = [one for one in corrections if one.undoes is None and one.id not in undone]
    return tuple(sorted(standing, key=lambda one: one.id))


def apply(document: Document, corrections: Sequence[Correction], sha256: str) -> Corrected:
    """The document as corrected; `sha256` is that of its file now. Of two corrections of one thing the later
    one holds. What speaks of text that is gone is not applied, and told as such. Never raises."""
    standing = in_force(corrections)
    gone: set[int] = set()
    marks: dict[tuple[What, str], tuple[Correction, ...]] = {}
    title = document.title
    document = _words(document, standing, gone)
    for correction in standing:
        if correction.what not in _ORDER[1:]:
            continue
        is_same = correction.made_of == sha256 or correction.made_title == title
        changed = with_whole(document, correction) if is_same else None
        if changed is None:
            gone.add(correction.id)
            continue
        document = changed
        key = str((correction.became or {}).get("dnr", ""))
        marks[correction.what, key] = (*marks.get((correction.what, key), ()), correction)
    for what in (What.ASSESSMENT, What.POSITION, What.DECISION):
        of_kind = [correction for correction in standing if correction.what == what]
        if of_kind:
            document = _findings(document, what, of_kind, gone, marks)
    undone = undone_ids(corrections)
    entries = tuple(
        Entry(one, _state(one, undone, gone)) for one in sorted(corrections, key=lambda one: one.id)
    )
    return Corrected(document, entries, marks)


def _state(correction: Correction, undone: Set[int], gone: Set[int]) -> State:
    if correction.id in gone:
        return State.GONE
    return State.UNDONE if correction.id in undone else State.APPLIED


def _words(document: Document, standing: Sequence[Correction], gone: set[int]) -> Document:
    """The document with its corrected words; of two corrections of one place the later one holds."""
    edits: dict[Edit, int] = {}
    for correction in standing:
        if correction.what != What.WORD:
            continue
        place = find_word(document.original, correction.anchor)
        word = (correction.became or {}).get("word")
        if place is None or not isinstance(word, str):
            gone.add(correction.id)
            continue
        edits = {edit: number for edit, number in edits.items() if not edit.place.overlaps(place)}
        edits[Edit(place, word)] = correction.id
    if not edits:
        return document
    document, refused = with_words(document, list(edits))
    gone.update(edits[edit] for edit in refused)
    return document


_Marked = list[tuple[Finding, tuple[Correction, ...]]]


def _findings(
    document: Document,
    what: What,
    corrections: Sequence[Correction],
    gone: set[int],
    marks: dict[tuple[What, str], tuple[Correction, ...]],
) -> Document:
    name = findings_of(what)
    sentences = Sentences(document)
    found: _Marked = [(finding, ()) for finding in getattr(document, name)]
    for correction in corrections:
        span = sentences.find(correction.anchor)
        try:
            if span is None:
                gone.add(correction.id)
            else:
                _correct(found, correction, span)
        except UnreadableValueError:
            gone.add(correction.id)
    found.sort(key=lambda pair: pair[0].span.start)
    for number, (_, by) in enumerate(found):
        if by:
            marks[what, str(number)] = by
    changes: dict[str, Any] = {name: tuple(finding for finding, _ in found)}
    return replace(document, **changes)


def _correct(found: _Marked, correction: Correction, span: Span) -> None:
    """Let one finding of the sentence be what a person says it is."""
    at = _meant(found, correction, span)
    if correction.became is None:
        if at is not None:
            del found[at]
        return
    if at is None:
        found.append((finding_of(correction.what, correction.became, span), (correction,)))
        return
    finding, by = found[at]
    # Only what the person changed: a better rule may since have found more grounds for the same verdict.
    was = correction.was or {}
    changed = {name: value for name, value in correction.became.items() if was.get(name) != value}
    value = {**finding_value(finding), **changed}
    found[at] = (finding_of(correction.what, value, finding.span), (*by, correction))


def _meant(found: _Marked, correction: Correction, span: Span) -> int | None:
    """Which of the findings a correction speaks of; None when it is not, or no longer, found."""
    here = [number for number, (finding, _) in enumerate(found) if finding.span.overlaps(span)]
    values = {number: finding_value(found[number][0]) for number in here}
    told = correction.was or correction.became or {}
    same = [number for number in here if same_finding(values[number], told)]
    if correction.was is None:
        # It was missed, and added; should a better rule find it, it is not to stand there twice.
        alike = [number for number in here if main_value(values[number]) == main_value(told)]
        return next(iter((*same, *alike)), None)
    exact = [number for number in same if main_value(values[number]) == main_value(told)]
    if exact or same:
        return (exact or same)[0]
    anchor = correction.anchor
    if here and len(here) >= anchor.count:
        return here[min(anchor.index, len(here) - 1)]
    return None
