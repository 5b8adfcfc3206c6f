"""What a document concludes as a page shows it: in a word with a sign, by whom, in which role, how surely,
and where it stands."""

from dataclasses import dataclass

from flask import url_for

from remissarkiv.domain import (
    Actor,
    ActorKind,
    Assessment,
    Decision,
    Outcome,
    Position,
    PositionForm,
    Span,
    Stance,
    Status,
    StoredDocument,
    Verdict,
)
from webapp.conclusions.concerned import concerned
from webapp.lagrum.keys import lagrum_address, short_label

_LONGEST_SENTENCE = 600

_FOR, _AGAINST, _PARTLY, _OPEN = "yes", "no", "part", "open"
_SIGNS = {_FOR: "✓", _AGAINST: "✕", _PARTLY: "◐", _OPEN: ""}
_TONES: dict[Verdict | Stance | Outcome, str] = {
    Verdict.WITHIN: _FOR,
    Verdict.OUTSIDE: _AGAINST,
    Verdict.PARTLY: _PARTLY,
    Stance.FOR: _FOR,
    Stance.AGAINST: _AGAINST,
    Stance.PARTLY: _PARTLY,
    Outcome.BIFALL: _FOR,
    Outcome.AVSLAG: _AGAINST,
    Outcome.DELVIS_BIFALL: _PARTLY,
}
_WHOSE = {
    ActorKind.FORVALTNING: "förvaltningens",
    ActorKind.NAMND: "nämndens",
    ActorKind.KOMMUNSTYRELSE: "kommunstyrelsens",
    ActorKind.FULLMAKTIGE: "fullmäktiges",
    ActorKind.RAD: "rådets",
    ActorKind.BOLAG: "bolagets",
}
_ABOVE = {ActorKind.FULLMAKTIGE: "fullmäktige", ActorKind.KOMMUNSTYRELSE: "kommunstyrelsen"}
"""The bodies that decide on what others propose."""
_FORMS = {
    PositionForm.YRKANDE: "yrkande",
    PositionForm.RESERVATION: "reservation",
    PositionForm.SARSKILT_UTTALANDE: "särskilt uttalande",
    PositionForm.ERSATTARYTTRANDE: "ersättaryttrande",
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A word with its sign; `tone` is for the style sheet alone: the word says all."""

    word: str
    tone: str
    sign: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A provision that an assessment rests on."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Said:
    """A conclusion with its sentence: who made it, in which role, and the link that marks the place."""

    chip: Chip
    who: str
    role: str
    certain: bool
    about: str
    sentence: str
    href: str
    grounds: tuple[Ground, ...] = ()


def chip(word: Verdict | Stance | Outcome) -> Chip:
    """The chip of a verdict, a stance or an outcome: `✕ inte förenligt`."""
    tone = _TONES.get(word, _OPEN)
    return Chip(word.value, tone, _SIGNS[tone])


def said(stored: StoredDocument, one: Assessment | Position | Decision) -> Said:
    """A conclusion of a document, ready to be shown."""
    word: Verdict | Stance | Outcome
    grounds: tuple[str, ...] = ()
    if isinstance(one, Assessment):
        word, about, grounds = one.verdict, one.concerns, one.grounds
    elif isinstance(one, Position):
        word, about = one.stance, one.target
    else:
        word, about = one.outcome, one.target
    return Said(
        chip=chip(word),
        who=_who(stored, one),
        role=role(one.actor, one.status, one, proposer_of(stored, one)),
        certain=one.certain,
        about=concerned(about),
        sentence=_sentence(stored.document.text, one.span),
        href=marked(stored.id, one.span),
        grounds=tuple(Ground(short_label(key), lagrum_address(key)) for key in grounds),
    )


def _who(stored: StoredDocument, one: Assessment | Position | Decision) -> str:
    """Whose words they are: of a proposal to fullmäktige whoever proposes it, not fullmäktige."""
    document = stored.document
    if isinstance(one, Decision) and one.status is Status.FORSLAG and one.actor.kind in _ABOVE:
        proposer = proposer_of(stored, one)
        return proposer.name if proposer and proposer.name else "Förslag"
    return one.actor.name or document.namnd or document.sender


def proposer_of(stored: StoredDocument, one: Assessment | Position | Decision) -> Actor | None:
    """Who proposes a decision: the one whose position the same sentence is; None where nobody is named."""
    if not isinstance(one, Decision) or one.status is not Status.FORSLAG:
        return None
    return next(
        (
            position.actor
            for position in stored.document.positions
            if position.span.overlaps(one.span)
            and position.status is Status.FORSLAG
            and position.form is PositionForm.STALLNINGSTAGANDE
        ),
        None,
    )


def role(
    actor: Actor,
    status: Status,
    one: Assessment | Position | Decision,
    proposer: Actor | None = None,
) -> str:
    """In which role somebody concludes: `tidigare bedömning, förvaltningens förslag`; `nämndens beslut`. A
    decision that is only proposed is its proposer's, to the body that is to decide."""
    if isinstance(one, Position) and one.form in _FORMS:
        return _FORMS[one.form]
    whose = _WHOSE.get(actor.kind, "")
    for_another = isinstance(one, Decision) or actor.kind is ActorKind.FULLMAKTIGE
    if status is Status.FORSLAG and actor.kind in _ABOVE and for_another:
        by = _WHOSE.get(proposer.kind, "") if proposer and proposer.kind is not actor.kind else ""
        return f"{by} förslag till {_ABOVE[actor.kind]}".strip()
    if status is Status.FORSLAG:
        words = f"{whose} förslag".strip()
        words = "förslag till nämndens beslut" if actor.kind is ActorKind.NAMND else words
    elif actor.kind in (ActorKind.NAMND, ActorKind.KOMMUNSTYRELSE, ActorKind.FULLMAKTIGE):
        words = f"{whose} beslut"
    else:
        words = f"{whose or 'eget'} svar"
    return f"tidigare bedömning, {words}" if isinstance(one, Assessment) else words


def marked(document_id: str, span: Span) -> str:
    """The place of a sentence in its document, which is marked there."""
    place = url_for("document.show", document_id=document_id, visa=f"{span.start}-{span.end}")
    return f"{place}#visad"


def _sentence(text: str, span: Span) -> str:
    words = " ".join(text[span.start : span.end][: 2 * _LONGEST_SENTENCE].split())
    return words if len(words) <= _LONGEST_SENTENCE else f"{words[:_LONGEST_SENTENCE].rstrip()} …"
