"""What councillors move, and on which side they reserve themselves: yrkanden, reservationer, särskilda
uttalanden, ersättaryttranden."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import Manner, Statement
from indexer.conclude.positions.settling import Candidate, taken_together
from indexer.conclude.positions.targets import is_conditional, speaks_of_rest, target_of, with_condition
from indexer.conclude.positions.wordings import Said, stances_in
from indexer.conclude.voices.councillors import Councillors, Moved
from remissarkiv.domain import Actor, ActorKind, Position, PositionForm, SectionKind, Stance, Status

_FORMS = {
    Manner.YRKANDE: PositionForm.YRKANDE,
    Manner.RESERVATION: PositionForm.RESERVATION,
    Manner.UTTALANDE: PositionForm.SARSKILT_UTTALANDE,
    Manner.ERSATTARE: PositionForm.ERSATTARYTTRANDE,
}
_MOVES = re.compile(r"\byrka|\breserv|biträder|ersättaryttrande|särskil", re.IGNORECASE)
_RESERVES = re.compile(r"\breserver|\breservation", re.IGNORECASE)
_INDIRECT = re.compile(
    r"(?:bifall(?:er)? till|bifaller|biträder|i enlighet med|enligt|instämmer i"
    r"|avslag på) (?:[\w-]+ ){0,2}?(?P<who>sitt|eget|sina|ordförandens|liggande|föreliggande|framlagt|"
    r"framlagda|[\w-]+(?:utskottets|styrelsens|förvaltningens|kontorets|kansliets|nämndens)|utskottets"
    r"|styrelsens|förvaltningens|"
    r"kontorets|kansliets|nämndens|[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+s|beslutet"
    r"|detta) (?:\w+ ){0,2}?(?:förslag\w*|yrkande\w*|skrivelse|"
    r"tjänsteutlåtande|tjänsteskrivelse)(?! att (?:till|av))",
    re.IGNORECASE,
)
_AGAINST_DECISION = re.compile(
    r"mot (?:[\w-]+ )?beslutet att \w+|mot att (?:motionen|medborgarförslaget) \w+", re.IGNORECASE
)
_IN_DECISION = re.compile(r"\b(?:beslutet|besluts?)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:eget|egna|sitt|sina)\b.{0,20}\b(?:yrkande|förslag)", re.IGNORECASE)
_POINT = re.compile(
    r"\b(?P<word>första|andra|tredje|fjärde)\b|\b(?:punkt|att-sats) (?P<number>\d)\b", re.IGNORECASE
)
_NUMBERS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}
_NO_MOTION = re.compile(r"\A (?:till|på) (?:[\w-]+ ){0,3}(?:\w*yrkande\w*|återremiss\w*)", re.IGNORECASE)
_OPPOSITE = {Stance.AGAINST: Stance.FOR, Stance.FOR: Stance.AGAINST, Stance.PARTLY: Stance.FOR}


class MovedReader:
    """Reads what councillors hold out of the statements of one document; `others` are the candidates of the
    bodies in it, `decided` what was decided point by point."""

    def __init__(
        self, statements: Sequence[Statement], others: Sequence[Candidate], decided: Sequence[Stance]
    ) -> None:
        self._statements = statements
        self._others = others
        self._decided = decided
        self._councillors = Councillors()
        self._found: list[Candidate] = []

    def read(self) -> list[Candidate]:
        """The candidates in the order of the text, reservations last: they go back to yrkanden."""
        reserved: list[tuple[Statement, tuple[Moved, ...]]] = []
        for statement in self._statements:
            manner = statement.voice.manner
            if manner not in _FORMS:
                moved = self._councillors.within(statement.text) if "(" in statement.text else ()
                if (
                    manner in (Manner.LIST, Manner.LAW, Manner.PROPOSAL)
                    or not moved
                    or not _MOVES.search(statement.text)
                ):
                    continue
            else:
                moved = self._councillors.within(statement.text)
            if manner is Manner.RESERVATION or (manner not in _FORMS and _RESERVES.search(statement.text)):
                reserved.append((statement, moved))
            else:
                self._take(statement, moved)
        for statement, moved in reserved:
            self._take_reserved(statement, moved)
        return self._found

    def _take(self, statement: Statement, moved: Sequence[Moved]) -> None:
        text = statement.text
        form = _FORMS.get(statement.voice.manner, PositionForm.YRKANDE)
        indirect = _INDIRECT.search(text)
        said = _joined(text, stances_in(text))
        since = 0
        for n, one in enumerate(said):
            until = said[n + 1].start if n + 1 < len(said) else len(text)
            actor = _mover(statement, moved, one.start, since)
            is_indirect = indirect is not None and indirect.start() <= one.end and one.start <= indirect.end()
            if actor is not None and not is_indirect and not _NO_MOTION.match(text, one.end):
                self._add(statement, one, actor, form, (since, until))
            since = one.end
        if indirect is not None and (actor := _mover(statement, moved, indirect.start(), 0)) is not None:
            stance = self._meant(indirect["who"], actor)
            if stance is not None and not indirect[0].lower().startswith("avslag"):
                self._put(statement, stance, actor, form, "")

    def _add(
        self, statement: Statement, one: Said, actor: Actor, form: PositionForm, reach: tuple[int, int]
    ) -> None:
        stance = one.stance
        is_weak = one.is_weak
        if one.is_denied and one.is_decision:
            stance, is_weak = Stance.UNCLEAR, True
        if is_conditional(statement.text, reach[0], one.end, reach[1]):
            stance = with_condition(stance)
        target = target_of(statement.text, one.start, one.end, reach[1])
        self._put(statement, stance, actor, form, target, is_weak=is_weak)

    def _put(
        self,
        statement: Statement,
        stance: Stance,
        actor: Actor,
        form: PositionForm,
        target: str,
        *,
        is_weak: bool = False,
    ) -> None:
        status = Status.FORSLAG if form is PositionForm.YRKANDE else Status.BESLUT
        self._found.append(
            Candidate(Position(stance, actor, statement.span, status, target, form), False, is_weak)
        )

    def _take_reserved(self, statement: Statement, moved: Sequence[Moved]) -> None:
        text = statement.text
        actor = moved[0].actor if moved else statement.voice.actor
        if not actor.name:
            return
        form = PositionForm.RESERVATION
        said = [one for one in _joined(text, stances_in(text)) if not _NO_MOTION.match(text, one.end)]
        against = _AGAINST_DECISION.search(text)
        if said and against is None and not _OWN.search(text):
            for n, one in enumerate(said):
                until = said[n + 1].start if n + 1 < len(said) else len(text)
                self._add(statement, one, actor, form, (said[n - 1].end if n else 0, until))
            return
        if not _RESERVES.search(text):
            return
        point = _POINT.search(text)
        stance = self._of_own(actor) or (
            _OPPOSITE.get(said[0].stance) if said else self._against_decision(point)
        )
        if stance is not None:
            self._put(statement, stance, actor, form, point[0] if point else "")

    def _of_own(self, actor: Actor) -> Stance | None:
        """What somebody moved before, to whom a reservation for "eget yrkande" goes back."""
        for candidate in self._found:
            position = candidate.position
            if position.form is PositionForm.YRKANDE and _shares_name(position.actor, actor):
                return position.stance
        return None

    def _against_decision(self, point: re.Match[str] | None) -> Stance | None:
        if point is not None:
            number = _NUMBERS.get((point["word"] or "").lower()) or int(point["number"] or 0)
            if 0 < number <= len(self._decided):
                return _OPPOSITE.get(self._decided[number - 1])
        whole = taken_together(self._decided)
        return None if whole is None else _OPPOSITE.get(whole)

    def _meant(self, who: str, actor: Actor) -> Stance | None:
        """The stance of whose proposal somebody moves that it be accepted."""
        who = who.lower()
        if who in ("sitt", "eget", "sina"):
            return self._of_own(actor)
        kinds = _kinds(who)
        proposed = [
            one.position.stance
            for one in self._others
            if one.position.status is Status.FORSLAG and (not kinds or one.position.actor.kind in kinds)
        ]
        if proposed:
            return taken_together(proposed)
        if self._was_followed(who):
            return taken_together(self._decided)
        return None

    def _was_followed(self, who: str) -> bool:
        stem = who.rstrip("s")
        return any(
            stem in statement.text.lower() and re.search(r"enligt|i enlighet|bifall", statement.text)
            for statement in self._statements
            if statement.section in (SectionKind.BESLUTSGANG, SectionKind.BESLUT)
        )


def _kinds(who: str) -> tuple[ActorKind, ...]:
    for stem, kind in (
        ("utskott", ActorKind.KOMMUNSTYRELSE),
        ("styrelse", ActorKind.KOMMUNSTYRELSE),
        ("förvaltning", ActorKind.FORVALTNING),
        ("kontor", ActorKind.FORVALTNING),
        ("kansli", ActorKind.FORVALTNING),
        ("nämnd", ActorKind.NAMND),
    ):
        if stem in who:
            return (kind,)
    return ()


def _mover(statement: Statement, moved: Sequence[Moved], place: int, since: int) -> Actor | None:
    before = [one for one in moved if one.end <= place]
    if before:
        return before[-1].actor if before[-1].start >= since or len(before) == 1 else before[-1].actor
    if statement.voice.actor.kind is ActorKind.LEDAMOT and statement.voice.actor.name:
        return statement.voice.actor
    return moved[0].actor if moved else None


def _joined(text: str, said: Sequence[Said]) -> Sequence[Said]:
    if (
        len(said) == 2
        and {said[0].stance, said[1].stance} == {Stance.FOR, Stance.AGAINST}
        and speaks_of_rest(text, said[0].end, len(text))
    ):
        return (Said(Stance.PARTLY, said[0].start, said[1].end, False, said[0].is_decision, False),)
    return said


def _shares_name(one: Actor, other: Actor) -> bool:
    return bool(
        {part for part in one.name.split() if len(part) > 3 and part[0].isupper()} & set(other.name.split())
    )
