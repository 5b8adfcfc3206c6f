"""The positions that bodies, administrations and others take, in decisions, proposals and running text."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import Manner, Statement
from indexer.conclude.positions.proposing import (
    Stem,
    heading_proposer,
    is_deciding,
    is_proposal_section,
    points,
    proposer_in,
    stems_of,
)
from indexer.conclude.positions.settling import Candidate
from indexer.conclude.positions.subjects import actor_of, subject_of
from indexer.conclude.positions.targets import is_conditional, speaks_of_rest, target_of, with_condition
from indexer.conclude.positions.wordings import Said, may_say, stances_in
from indexer.conclude.voices.mentions import mentions_in
from indexer.conclude.voices.status import status_of
from remissarkiv.domain import Actor, ActorKind, Position, SectionKind, Span, Stance, Status

_OF_BODIES = frozenset((Manner.OWN, Manner.RECOUNTED))
_OF_MOVERS = re.compile(r"\b(?:yrka|reserv)", re.IGNORECASE)
_ABOUT = re.compile(
    r"motion|medborgarförslag|förslag|att-?sats|yrkande|hemställan|promemori|initiativ|\bpunkt|\bden\b|\bdet\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:liknande|tidigare|motsvarande|snarlik\w*) (?:\w+ )?(?:motion|förslag|medborgarförslag|yrkande)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:om|huruvida) (?:[\w-]+ ){0,5}(?:ska|skall|bör|kan|borde) (?:[\w-]+ ){0,2}\Z|\b(?:för att|innan"
    r"|i syfte att)(?: [\w-]+){0,3} kunna \Z",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:bör|borde|föreslås|föreslå|får|anser|bedömer|menar|förordar|tycker|finner|vill|ska|skall|kan)\b",
    re.IGNORECASE,
)
_REMISS_ANSWERED = re.compile(
    r"\b(?:remissen|interpellationen|skrivelsen|enkel fråga|frågan)\b[^.]{0,40}besvara"
    r"|besvara\w* (?:remissen|interpellationen)"
    r"|besvara\w+ med (?:[\w-]+ ){0,4}(?:tjänste\w+|yttrande|skrivelse|remissvar)",
    re.IGNORECASE,
)
_COURT = ("domstolen", "rätten", "regeringen", "riksdagen", "departementet", "inspektionen i")


class BodyReader:
    """Reads the positions of bodies out of the statements of one document."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._stems = stems_of(statements)
        self._alone = dict(points(statements, self._stems))
        self.decided: list[Stance] = []
        """What the body of the document decided, point by point, where it is for or against."""

    def read(self) -> list[Candidate]:
        """The candidates in the order of the text."""
        found: list[Candidate] = []
        for statement in self._statements:
            if statement.voice.manner not in _OF_BODIES or statement.section is SectionKind.BESLUTSGANG:
                continue
            if statement.voice.actor.kind is ActorKind.LEDAMOT or not may_say(statement.text.lower()):
                continue
            if _OF_MOVERS.search(statement.text) and "(" in statement.text:
                continue
            found += self._of(statement)
        return found

    def _of(self, statement: Statement) -> list[Candidate]:
        text = statement.text
        said = stances_in(text)
        if not said or text.endswith("?") or _OTHERS.search(text):
            return []
        said = _joined(text, said)
        mentions = mentions_in(text)
        found: list[Candidate] = []
        since = 0
        for n, one in enumerate(said):
            until = said[n + 1].start if n + 1 < len(said) else len(text)
            subject = subject_of(text, one.start, one.end, 0, mentions)
            told = self._told(statement, one, actor_of(subject, statement.voice) if subject else None, since)
            if told is not None and not _ASKED.search(text, 0, one.start):
                found.append(self._candidate(statement, one, told, since, until))
            since = one.end
        return found

    def _told(
        self, statement: Statement, one: Said, subject: Actor | None, since: int
    ) -> tuple[Actor, Status] | None:
        """Who takes the stance, and whether as a proposal; None where it is a decision or nobody's."""
        voice, text = statement.voice, statement.text
        stem = self._stems.get(statement.number)
        actor = subject or voice.actor
        proposer = self._proposer(statement, stem, one)
        writes_proposals = is_proposal_section(statement) and voice.actor.kind is ActorKind.FORVALTNING
        if one.is_decision and not _is_about(text, stem):
            return None
        if one.stance is Stance.UNCLEAR and _REMISS_ANSWERED.search(text):
            return None
        if proposer is not None:
            return (voice.actor if writes_proposals else proposer), Status.FORSLAG
        if writes_proposals and (is_deciding(actor) or actor == voice.actor):
            return voice.actor, Status.FORSLAG
        if one.is_decision and not _HELD.search(text, 0, one.start + 1):
            if voice.manner is Manner.OWN and statement.section is not SectionKind.FORSLAG_TILL_BESLUT:
                self.decided.append(one.stance)
            return None
        if actor.kind is ActorKind.FULLMAKTIGE or actor.name.lower().endswith(_COURT):
            return None
        if "föreslås" in text[max(0, one.start - 30) : one.start]:
            return actor, Status.FORSLAG
        if actor == voice.actor:
            if voice.manner is Manner.OWN and statement.section is SectionKind.BESLUT and not one.is_decision:
                self.decided.append(one.stance)
            return actor, voice.status
        return actor, status_of(actor)

    def _proposer(self, statement: Statement, stem: Stem | None, one: Said) -> Actor | None:
        mention = proposer_in(statement.text)
        if mention is not None and mention.start < one.start:
            return actor_of(mention, statement.voice)
        if stem is not None:
            return actor_of(stem.proposer, stem.statement.voice) if stem.proposer else None
        return heading_proposer(statement.heading) if is_proposal_section(statement) else None

    def _candidate(
        self, statement: Statement, one: Said, told: tuple[Actor, Status], since: int, until: int
    ) -> Candidate:
        actor, status = told
        text = statement.text
        stance = one.stance
        target = target_of(text, one.start, one.end, until)
        if is_conditional(text, since, one.end, until):
            stance = with_condition(stance)
        span = statement.span
        if statement.number in self._alone:
            span = Span(self._statements[self._alone[statement.number]].span.start, span.end)
        position = Position(stance, actor, span, status, target)
        is_formal = is_proposal_section(statement) or statement.section is SectionKind.BESLUT
        return Candidate(position, is_formal, one.is_weak)


def _is_about(text: str, stem: Stem | None) -> bool:
    return _ABOUT.search(text) is not None or (
        stem is not None and _ABOUT.search(stem.statement.text) is not None
    )


def _joined(text: str, said: Sequence[Said]) -> tuple[Said, ...]:
    """ "Tillstyrker uthyrningen och avstyrker motionen i övrigt" is one stance: partly for it."""
    if len(said) == 2 and {said[0].stance, said[1].stance} == {Stance.FOR, Stance.AGAINST}:
        first, second = said
        if speaks_of_rest(text, first.end, len(text)) and (first.is_decision == second.is_decision or True):
            return (Said(Stance.PARTLY, first.start, second.end, False, first.is_decision, False),)
    return tuple(said)
