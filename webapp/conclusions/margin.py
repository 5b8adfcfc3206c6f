"""The margin of a document's page: what it concludes, each with its sentence, who says so and how sure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import url_for

from remissarkiv.assessments import facts_of
from remissarkiv.domain import (
    Assessment,
    Decision,
    Document,
    Outcome,
    Position,
    Principle,
    Span,
    Stance,
    Verdict,
)
from webapp.addresses import SearchAddress
from webapp.conclusions.concerned import concerned
from webapp.conclusions.wording import UNSURE, who
from webapp.lagrum.keys import full_label, lagrum_address, short_label
from webapp.matters.said import chip, role
from webapp.shown_place import shown_address

LONGEST_SENTENCE = 260
"""Characters of a sentence in the margin; the whole of it stands in the text."""

SHOWN = 8
"""Conclusions of a sort that are shown before "visa fler"; minutes hold dozens."""

_MOST = 100


@dataclass(frozen=True, slots=True)
class Way:
    """A link: a lagrum or a principle."""

    label: str
    href: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One conclusion: its sign and value, what it concerns, who says so in which role, "osäker" or "", the
    sentence with the address that marks it in the text, and what it rests on. `what` and `number` (its place
    in the document's list) name it for whoever may correct it."""

    sign: str
    value: str
    concerns: str
    who: str
    role: str
    unsure: str
    sentence: str
    href: str
    what: str
    number: int
    grounds: tuple[Way, ...] = ()
    principles: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The conclusions of one sort; `folded` stand behind "visa fler", `left_out` nowhere but in the text."""

    heading: str
    shown: tuple[Finding, ...]
    folded: tuple[Finding, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Margin:
    """What a document concludes; without groups and sympathy there is nothing to show."""

    groups: tuple[Group, ...]
    sympathy: bool

    @property
    def is_empty(self) -> bool:
        """Whether the document concludes nothing."""
        return not self.groups and not self.sympathy


def margin(document_id: str, document: Document, address: SearchAddress) -> Margin:
    """The margin of a document's page, seen through the search that `address` tells."""
    place = _Places(document_id, document.text, address)
    groups = (
        _group(
            "Bedömning av kommunens kompetens",
            [_assessment(one, number, place) for number, one in enumerate(document.assessments)],
        ),
        _group(
            "Ställningstagande",
            [_position(one, number, place) for number, one in enumerate(document.positions)],
        ),
        _group("Beslut", [_decision(one, number, place) for number, one in enumerate(document.decisions)]),
    )
    return Margin(tuple(group for group in groups if group.shown), document.sympathy)


def principle_ways(principles: Sequence[Principle]) -> tuple[Way, ...]:
    """Links to the pages of principles."""
    facts = [facts_of(principle) for principle in principles]
    return tuple(Way(one.label, url_for("princip.show", slug=one.slug)) for one in facts)


def ground_ways(keys: Sequence[str]) -> tuple[Way, ...]:
    """Links to the pages of lagrum."""
    return tuple(Way(short_label(key), lagrum_address(key), full_label(key)) for key in keys)


class _Places:
    """The sentences of one document, and the addresses that show them in place."""

    def __init__(self, document_id: str, text: str, address: SearchAddress) -> None:
        self._document_id = document_id
        self._text = text
        self._address = address

    def sentence(self, span: Span) -> str:
        return one_line(self._text, span)

    def href(self, span: Span) -> str:
        return shown_address(self._document_id, span, self._address)


def one_line(text: str, span: Span, longest: int = LONGEST_SENTENCE) -> str:
    """A sentence of a text on one line, cut at a word where it is long."""
    words = " ".join(text[slice(*span)].split())
    if len(words) <= longest:
        return words
    return f"{words[:longest].rsplit(' ', 1)[0]} …"


def _group(heading: str, findings: list[Finding]) -> Group:
    shown = findings[:SHOWN] if len(findings) > SHOWN + 1 else findings
    folded = findings[len(shown) : _MOST]
    return Group(heading, tuple(shown), tuple(folded), len(findings) - len(shown) - len(folded))


def _assessment(one: Assessment, number: int, places: _Places) -> Finding:
    finding = _finding("bedömning", one.verdict, one.concerns, one, number, places)
    return replace(finding, grounds=ground_ways(one.grounds), principles=principle_ways(one.principles))


def _position(one: Position, number: int, places: _Places) -> Finding:
    return _finding("ställningstagande", one.stance, one.target, one, number, places)


def _decision(one: Decision, number: int, places: _Places) -> Finding:
    return _finding("beslut", one.outcome, one.target, one, number, places)


def _finding(
    what: str,
    value: Verdict | Stance | Outcome,
    about: str,
    one: Assessment | Position | Decision,
    number: int,
    places: _Places,
) -> Finding:
    """What the three sorts have in common."""
    return Finding(
        sign=chip(value).sign,
        value=value.value,
        concerns=concerned(about),
        who=who(one.actor),
        role=role(one.actor, one.status, one),
        unsure="" if one.certain else UNSURE,
        sentence=places.sentence(one.span),
        href=places.href(one.span),
        what=what,
        number=number,
    )
