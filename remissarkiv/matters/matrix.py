"""The matrix of remissinstanser of an ärende: who was asked, who answered, what each answered and on what
ground, who decided the answer, and whether it was followed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from remissarkiv.assessments import Proposal, proposal_of, stance_in_one_word, stance_of, verdict_of
from remissarkiv.domain import (
    Actor,
    ActorKind,
    Assessment,
    DnrRole,
    Document,
    Kind,
    Outcome,
    PositionForm,
    Stance,
    Status,
    StoredDocument,
    Verdict,
)
from remissarkiv.matters.bodies import body_key, is_short_for, scope_of
from remissarkiv.matters.diaries import prepares
from remissarkiv.matters.following import followed_by
from remissarkiv.matters.instanser import asked, is_from, kind_of, same
from remissarkiv.matters.outcome import Followed, Round, final, rounds
from remissarkiv.matters.recounted import Stated, recounted


class DecidedBy(StrEnum):
    """Whose answer it is that is shown."""

    BODY = "nämnden"
    """The body that was asked decided it."""
    OFFICE = "förvaltningen"
    """Only its administration's proposal is held."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An assessment of competence, and the document it stands in."""

    document: StoredDocument
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class Row:
    """A remissinstans. `answers` are its documents, empty where the archive holds none.

    `stances` are its positions, on the whole, on parts or beside the proposal; `stance` is the answer in
    one word, None where there is none on the proposal, and `verdict` what it finds on competence.
    `proposed` is what its administration proposed where the body decided otherwise. `adopted` tells that the
    body made its administration's opinion its own. `dissents` are reservationer and särskilda uttalanden.
    `recounted` is what a document of kommunstyrelsen or fullmäktige tells of the body's answer, where that
    itself is not held; it is then what `followed` is about. `followed_proposal` tells that it is only the
    administration's proposal that was followed or not.
    """

    name: str
    kind: ActorKind
    asked: bool = False
    answers: tuple[StoredDocument, ...] = ()
    decided_by: DecidedBy | None = None
    stances: tuple[Stated, ...] = ()
    stance: Stance | None = None
    proposed: tuple[Stated, ...] = ()
    adopted: bool = False
    judged: tuple[Judged, ...] = ()
    verdict: Verdict | None = None
    dissents: tuple[Stated, ...] = ()
    recounted: tuple[Stated, ...] = ()
    followed: Followed | None = None
    followed_proposal: bool = False

    @property
    def told(self) -> Stance | None:
        """The answer in one word as it is recounted."""
        return stance_in_one_word([one.position for one in self.recounted])

    @property
    def grounds(self) -> tuple[str, ...]:
        """The citation keys that its assessments rest on, each once."""
        return tuple(dict.fromkeys(key for one in self.judged for key in one.assessment.grounds))


_DECIDED = frozenset((Kind.PROTOKOLL, Kind.BESLUT))
_ANSWERS = frozenset((Kind.REMISSVAR, Kind.YTTRANDE))
_NO_ANSWERS = frozenset((Kind.MOTION, Kind.MEDBORGARFORSLAG, Kind.INTERPELLATION, Kind.REMISS))
_PROPOSALS = frozenset((Kind.MOTION, Kind.MEDBORGARFORSLAG))
_READ_WELL = 0.6
_DISSENT = frozenset((PositionForm.RESERVATION, PositionForm.SARSKILT_UTTALANDE))
_ADOPTED = frozenset((Outcome.GODKANNER_SOM_SVAR, Outcome.ANTAR_YTTRANDE, Outcome.OVERLAMNAR))


def matrix(documents: Sequence[StoredDocument]) -> tuple[Row, ...]:
    """The rows of an ärende's documents, which are given in the order of their days: those who were asked in
    the order of the remiss, then others who answered."""
    names = _asked(documents)
    answers: dict[str, list[StoredDocument]] = {name: [] for name in names}
    home = _home(documents)
    for stored in documents:
        name = _whose(stored, names, home)
        if name:
            known = next((one for one in answers if same(one, name)), name)
            answers.setdefault(known, []).append(stored)
    settled = final(rounds(documents))
    proposal = _proposal(documents)
    told = recounted(documents, tuple(answers))
    rows = []
    for name, found in answers.items():
        row = _row(Row(name, kind_of(name), name in names), found, proposal)
        if row.decided_by is not DecidedBy.BODY or not row.stances:
            row = replace(row, recounted=told.get(name, ()))
        rows.append(_followed(row, settled, proposal))
    return tuple(rows)


def _proposal(documents: Sequence[StoredDocument]) -> Proposal | None:
    """What is proposed, where the motion is held and was read well enough to tell."""
    motions = [one.document for one in documents if one.document.kind in _PROPOSALS]
    best = max(motions, key=lambda one: one.quality, default=None)
    return proposal_of(best) if best is not None and best.quality >= _READ_WELL else None


def _followed(row: Row, settled: Round | None, proposal: Proposal | None) -> Row:
    """The row with what came of its answer. What is told of the body's own answer is worth more than its
    administration's proposal, of which it is otherwise said."""
    for stated, stance in ((row.recounted, row.told), (row.stances, row.stance)):
        said = [(one.document, one.position) for one in stated]
        way = followed_by(said, stance, settled, proposal)
        if way is not None:
            proposed = stated is row.stances and row.decided_by is DecidedBy.OFFICE
            return replace(row, followed=way, followed_proposal=proposed)
    return row


def _asked(documents: Iterable[StoredDocument]) -> list[str]:
    """Who was asked, by the remiss that is read best and others that are read as well, and where none is held
    by the list that an answer repeats."""
    found = [stored.document for stored in documents if stored.document.kind is Kind.REMISS]
    found = [one for one in found or (stored.document for stored in documents) if asked(one)]
    best = max((one.quality for one in found), default=1.0)
    names: list[str] = []
    for document in found:
        for name in asked(document) if document.quality >= best else ():
            if not any(same(name, known) for known in names):
                names.append(name)
    return names


def _home(documents: Sequence[StoredDocument]) -> str:
    """The kommun whose ärende it is: that of most of the documents."""
    kommuner = Counter(scope_of(stored.document.kommun) for stored in documents if stored.document.kommun)
    return max(kommuner, key=lambda scope: (kommuner[scope], scope)) if kommuner else ""


def _whose(stored: StoredDocument, names: Sequence[str], home: str) -> str:
    """The instans whose answer a document is, "" for what is nobody's."""
    document = stored.document
    if document.kind in _NO_ANSWERS:
        return ""
    if document.kommun and scope_of(document.kommun) != home:
        # A neighbour's kommunstyrelse is not the one that asked.
        asked_one = next((name for name in names if scope_of(name) == scope_of(document.kommun)), "")
        return asked_one or f"{document.kommun} kommun"
    if document.namnd:
        if not prepares(document.namnd):
            return _asked_as(document, names) or document.namnd
        # Kommunstyrelsens own opinion prepares the decision, unless her office was asked like the others.
        office = [name for name in names if prepares(name)]
        if document.kind is Kind.TJANSTEUTLATANDE and office:
            return office[0]
    answers = document.kind in _ANSWERS or any(m.role is DnrRole.SENDER for m in document.dnr)
    named = next((name for name in names if not prepares(name) and is_from(name, document)), "")
    if named and (answers or not document.namnd):
        return named
    if document.namnd or not answers:
        return ""
    return document.sender or _own_actor(document) or document.title


def _asked_as(document: Document, names: Sequence[str]) -> str:
    """The one outside who was asked and answers by a board of its own: `Kyrkonämnden` of the församling."""
    if any(same(name, document.namnd) for name in names):
        return ""
    outside = (name for name in names if kind_of(name) in _OUTSIDE)
    return next((name for name in outside if is_from(name, document)), "")


def _own_actor(document: Document) -> str:
    actors = [
        *(one.actor for one in document.positions if one.form is PositionForm.STALLNINGSTAGANDE),
        *(one.actor for one in document.assessments),
    ]
    return next((actor.name for actor in actors if actor.name), "")


def _row(row: Row, found: Sequence[StoredDocument], proposal: Proposal | None) -> Row:
    if not found:
        return row
    is_body = [stored for stored in found if _decided(stored, row.kind)]
    offices = [stored for stored in found if stored not in is_body]
    decided, proposed = _stances(is_body, row, decided=True), _stances(offices, row, decided=False)
    stances = decided or proposed
    judged = _judged(is_body, row) or _judged(offices, row)
    stance = _answer(stances, proposal)
    before = _answer(proposed, proposal)
    return replace(
        row,
        answers=tuple(found),
        decided_by=DecidedBy.BODY if is_body else DecidedBy.OFFICE,
        stances=tuple(stances),
        stance=stance,
        proposed=tuple(proposed) if decided and before is not None and before is not stance else (),
        adopted=not decided and any(_adopts(stored.document) for stored in is_body),
        judged=tuple(judged),
        verdict=(
            verdict_of(judged[0].document.document, [one.assessment for one in judged], proposal)
            if judged
            else None
        ),
        dissents=tuple(
            Stated(stored, position)
            for stored in found
            for position in stored.document.positions
            if position.form in _DISSENT
        ),
    )


def _answer(stated: Sequence[Stated], proposal: Proposal | None) -> Stance | None:
    if not stated:
        return None
    return stance_of(stated[0].document.document, [one.position for one in stated], proposal)


def _decided(stored: StoredDocument, kind: ActorKind) -> bool:
    """Whether a document is the body's own answer, and not its administration's proposal."""
    document = stored.document
    if document.kind in _DECIDED or kind in (ActorKind.EXTERN, ActorKind.RAD, ActorKind.BOLAG):
        return True
    if document.kind is Kind.TJANSTEUTLATANDE:
        return False
    own = [position for position in document.positions if position.form is PositionForm.STALLNINGSTAGANDE]
    return not own or any(position.status is Status.BESLUT for position in own)


def _stances(found: Iterable[StoredDocument], row: Row, *, decided: bool) -> list[Stated]:
    """The positions of the body's latest document that has any; of minutes, which may tell what was proposed,
    only what was decided."""
    for stored in reversed(list(found)):
        own = [
            position
            for position in stored.document.positions
            if position.form is PositionForm.STALLNINGSTAGANDE
            and _speaks_for(position.actor, row, stored.document)
        ]
        if decided:
            offices = row.kind is ActorKind.NAMND
            own = [one for one in own if not offices or one.actor.kind is not ActorKind.FORVALTNING]
            own = [position for position in own if position.status is Status.BESLUT] or own
        if own:
            return [Stated(stored, position) for position in own]
    return []


def _speaks_for(actor: Actor, row: Row, document: Document) -> bool:
    """Whether what somebody says in an answer is the answer: the board or its administration, not another
    board that is told of."""
    if actor.kind is not ActorKind.LEDAMOT and same(actor.name, row.name):
        return True
    if row.kind is not ActorKind.NAMND:
        if not actor.name and not document.namnd:
            # "Vi tillstyrker motionen" in a letter of an association.
            return True
        if not document.namnd and actor.kind is ActorKind.FORVALTNING and prepares(actor.name):
            # Dataskyddsombudet writes under the letterhead of kommunledningsförvaltningen.
            return True
        own = bool(document.namnd) and same(actor.name, document.namnd)
        return own or actor.kind is row.kind or actor.kind in _OUTSIDE
    if actor.kind is ActorKind.FORVALTNING or not actor.name:
        return actor.kind is not ActorKind.LEDAMOT
    return actor.kind is ActorKind.NAMND and (
        same(actor.name, row.name) or is_short_for(actor.name, row.name) or body_key(actor.name) == _THE_BOARD
    )


_OUTSIDE = frozenset((ActorKind.RAD, ActorKind.BOLAG, ActorKind.EXTERN))
_THE_BOARD = body_key("nämnden")


def _judged(found: Iterable[StoredDocument], row: Row) -> list[Judged]:
    for stored in reversed(list(found)):
        own = [one for one in stored.document.assessments if _judges_for(one.actor, row)]
        if own:
            return [Judged(stored, one) for one in own]
    return []


def _judges_for(actor: Actor, row: Row) -> bool:
    """Whether a verdict in an answer is the author's, and not another board's that is told of."""
    if actor.kind is ActorKind.NAMND and row.kind is ActorKind.NAMND:
        return same(actor.name, row.name) or body_key(actor.name) == _THE_BOARD
    return actor.kind is not ActorKind.LEDAMOT


def _adopts(document: Document) -> bool:
    return any(
        decision.outcome in _ADOPTED and decision.status is Status.BESLUT for decision in document.decisions
    )
