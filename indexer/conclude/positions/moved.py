"""What councillors move, and on which side they reserve themselves: yrkanden, reservationer, särskilda
uttalanden, ersättaryttranden."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from indexer.conclude.interface import LONGEST_SENTENCE, Manner, Statement
from indexer.conclude.needed import needed, stand
from indexer.conclude.positions.indirect import (
    AGAINST_DECISION,
    AS_TOLD,
    FOLLOWED,
    INDIRECT,
    NO_MOTION,
    OF_ANOTHER,
    POINT,
    THAT_IS,
    TO_BENEFIT,
)
from indexer.conclude.positions.movers import FORMS, RESERVES, may_be_moved
from indexer.conclude.positions.settling import Candidate, merged, taken_together
from indexer.conclude.positions.targets import is_conditional, target_of, with_condition
from indexer.conclude.positions.wordings import Said, stances_in
from indexer.conclude.stems import lower_case
from indexer.conclude.voices.author import manner_of_councillors
from indexer.conclude.voices.councillors import Moved
from remissarkiv.domain import Actor, ActorKind, Position, PositionForm, SectionKind, Span, Stance, Status

_SECTIONS = (SectionKind.YRKANDEN, SectionKind.RESERVATION)
_RESERVES_NOT = re.compile(r"\b(?:avst(?:år|od)|inte|ingen|utan)\b.{0,30}reserv", re.IGNORECASE)
_NUMBERS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}
_WITH = re.compile(r"\b(?:instämmande|instämmanden) (?:av|från) \Z")
_HELD_SO = re.compile(
    r"yrka|borde|bör\b|förmån|röst|vill|velat|ansåg|anser|skulle|hade|styrk|bakom|stödj|ja\b", re.IGNORECASE
)
_DECISION = re.compile(r"(?: för)? beslutet")
_AGAINST_SENDING = re.compile(r"\bmot (?:beslutet om )?återremiss", re.IGNORECASE)
_SENT_BACK = re.compile(r"(?<!på )\båterremi(?:ss|tteras?|ttera)\b(?!yrkande)", re.IGNORECASE)
_BODY_DECIDED = re.compile(
    r"(?:fullmäktige|nämnden|styrelsen|utskottet|majoriteten)\b(?! borde)[^.]{0,40}\b(?:beslutat|beslutade"
    r"|beslutar"
    r"|beslöt|valde|valt)\b"
    r"[^.]{0,30}\Z",
    re.IGNORECASE,
)
_NOUN_YRKANDE = re.compile(r"\b(?P<what>avslags|bifalls)yrkande", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"\bsärskil\w+ (?:uttalande|yttrande)\b(?:[^.:]{0,90}:| enligt följande)", re.IGNORECASE
)
_WAYS = tuple((one, needed(one.pattern)) for one in (INDIRECT, _SENT_BACK, RESERVES))
"""How something is moved without a stance being said, and what stands wherever it is."""
_FEW = 2
"""Sentences that are too few to tell that no motion is spoken of."""
_OFFICES = frozenset((ActorKind.FORVALTNING,))
# "Kent Nord (SD) frågar om nämnden tänker bifalla ansökningarna"
_ASKS = re.compile(r"\b(?:frågar|undrar|har frågat|ställer frågan)\b")
_OF_MOTION = re.compile(r"motion|medborgarförslag|initiativ|e-förslag", re.IGNORECASE)
_BODY_FOLLOWS = re.compile(r"(?:Kommunf|F)ullmäktige |[A-ZÅÄÖ][\w-]*(?:nämnden|styrelsen|utskottet) ")
_REFUSED = {Stance.AGAINST: Stance.FOR, Stance.FOR: Stance.AGAINST, Stance.PARTLY: Stance.AGAINST}
"""What somebody holds who moves that what another proposes be turned down."""
_OPPOSITE = {Stance.AGAINST: Stance.FOR, Stance.FOR: Stance.AGAINST, Stance.PARTLY: Stance.FOR}


def may_move(statements: Sequence[Statement]) -> bool:
    """Whether there is anything in a document that councillors may have moved or held, without a stance being
    said: that is quicker to see than who speaks in it. `MovedReader` finds nothing where it is not so."""
    return any(one.section in _SECTIONS or _is_moved(one.text[:LONGEST_SENTENCE]) for one in statements)


def _is_moved(text: str) -> bool:
    if manner_of_councillors(text) is not None:
        return True
    if not may_be_moved(text):
        return False
    low = lower_case(text)
    return any(stand(groups, low) and pattern.search(text) is not None for pattern, groups in _WAYS)


class MovedReader:
    """Reads what councillors hold out of the statements of one document; `others` are the candidates of the
    bodies in it, `decided` what was decided point by point, `proposers` who wrote the motion."""

    def __init__(
        self,
        statements: Sequence[Statement],
        moved: Mapping[int, tuple[Moved, ...]],
        others: Sequence[Candidate],
        decided: Sequence[Stance],
        proposers: Sequence[str],
    ) -> None:
        self._statements = statements
        self._moved = moved
        self._others = others
        self._decided = decided
        self._proposers = frozenset(proposers)
        self._found: list[Candidate] = []
        self._told: list[Stance] = []
        self._moved_by: dict[str, Stance] = {}
        self._of_motion = any(_OF_MOTION.search(one.text) for one in statements)
        self._proposed: dict[ActorKind | str | None, set[Stance]] = {}
        proposed = [one for one in others if one.position.status is Status.FORSLAG]
        # "Liggande förslag" is what is proposed to decide, not what is told of answers.
        formal = [one for one in proposed if one.is_formal]
        for one in (*formal, *(one for one in proposed if not formal or one.position.actor.kind in _OFFICES)):
            for kind in (
                (one.position.actor.kind, None) if one.is_formal or not formal else (one.position.actor.kind,)
            ):
                self._proposed.setdefault(kind, set()).add(one.position.stance)
        for one in proposed:
            self._proposed.setdefault(one.position.actor.name.lower(), set()).add(one.position.stance)
        self._whole = taken_together(decided)
        self._merged = 0

    def read(self) -> list[Candidate]:
        """The candidates in the order of the text, reservations last: they go back to yrkanden."""
        reserved: list[tuple[Statement, tuple[Moved, ...]]] = []
        for number, moved in self._moved.items():
            statement = self._statements[number]
            if len(statement.text) > LONGEST_SENTENCE:
                continue
            manner = statement.voice.manner
            reserves = RESERVES.search(statement.text) is not None and "yrka" not in statement.text
            if (
                manner is Manner.RESERVATION
                or (reserves and manner is Manner.YRKANDE)
                or (manner not in FORMS and RESERVES.search(statement.text))
            ):
                reserved.append((statement, moved))
            else:
                self._take(statement, moved)
                self._merge()
        for statement, moved in reserved:
            self._take_reserved(statement, moved)
            self._merge()
        self._take_announced()
        return self._found

    def _take_announced(self) -> None:
        """Who makes a särskilt uttalande answers, also where it says nothing of which way."""
        for number, moved in self._moved.items():
            statement = self._statements[number]
            announced = statement.voice.manner is Manner.UTTALANDE and _ANNOUNCED.search(statement.text)
            if announced and moved and moved[0].is_named:
                self._put(
                    statement,
                    Stance.UNCLEAR,
                    moved[0].actor,
                    PositionForm.SARSKILT_UTTALANDE,
                    "",
                    is_weak=True,
                )

    def _merge(self) -> None:
        """Make one of what the last statement says of one actor."""
        self._found[self._merged :] = merged(self._found[self._merged :])
        for candidate in self._found[self._merged :]:
            if candidate.position.form is PositionForm.YRKANDE:
                for name in _surnames(candidate.position.actor):
                    self._moved_by.setdefault(name, candidate.position.stance)
        self._merged = len(self._found)

    def _take(self, statement: Statement, moved: Sequence[Moved]) -> None:
        text = statement.text
        if _BODY_FOLLOWS.match(text) and FOLLOWED.search(text):
            # "Fullmäktige beslutar enligt Rune Ahls yrkande."
            return
        manner = statement.voice.manner
        manner = manner if manner in FORMS else manner_of_councillors(text) or Manner.YRKANDE
        form = FORMS[manner]
        moved = [one for one in moved if not _WITH.search(text, 0, one.start)]
        if not moved and text.endswith(":"):
            moved = self._named_below(statement)
        indirect = INDIRECT.search(text)
        said = stances_in(text)
        since = 0
        for n, one in enumerate(said):
            until = said[n + 1].start if n + 1 < len(said) else len(text)
            actor = _mover(statement, moved, one.start)
            is_indirect = indirect is not None and indirect.start() <= one.end and one.start <= indirect.end()
            told = (
                not is_indirect
                and not _ASKS.search(text, 0, one.start)
                and not NO_MOTION.match(text, one.end)
                and not AS_TOLD.match(text, one.end)
            )
            if actor is not None and told and not _of_body(text, one.start):
                self._add(statement, one, actor, form, (since, until))
            since = one.end
        place = indirect.start() if indirect is not None else 0
        if indirect is not None and (actor := _mover(statement, moved, place)) is not None:
            stance = self._meant(indirect["who"] or indirect["whose"], actor)
            if stance is not None and (indirect["how"] or indirect["passive"]).lower().startswith("avsl"):
                stance = _REFUSED.get(stance)
            if any(one.start > indirect.end() for one in said) and THAT_IS.search(text, indirect.end()):
                return
            is_clear = stance is not None or text.startswith(("bifall", "Bifall"), place)
            if is_clear and not AS_TOLD.match(text, place + len("bifall")):
                self._put(statement, stance or Stance.UNCLEAR, actor, form, "", is_weak=stance is None)
        sent_back = _SENT_BACK.search(text)
        if sent_back is not None and form is PositionForm.YRKANDE:
            actor = _mover(statement, moved, sent_back.start())
            if actor is not None:
                self._put(statement, Stance.UNCLEAR, actor, form, "")

    def _named_below(self, statement: Statement) -> list[Moved]:
        """Who is named on the line under "Bifall till motionens andra att-sats:", put right behind it."""
        below = self._moved.get(statement.number + 1, ())
        end = len(statement.text)
        return [replace(one, start=end, end=end) for one in below[:1] if one.start == 0 and one.is_named]

    def _add(
        self, statement: Statement, one: Said, actor: Actor, form: PositionForm, reach: tuple[int, int]
    ) -> None:
        stance = one.stance
        is_weak = one.is_weak
        if one.is_decision and form is not PositionForm.YRKANDE and not _HELD_SO.search(statement.text):
            return
        if _DECISION.match(statement.text, one.end):
            decided = taken_together(self._decided)
            if decided is None:
                return
            stance = decided
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
        span = statement.span
        before = self._statements[statement.number - 1] if statement.number else statement
        if before.voice == statement.voice and before.text.endswith(":"):
            # "Reservation anfördes av Bo Lantz (S):" tells who says what follows.
            span = Span(before.span.start, span.end)
        position = Position(stance, actor, span, status, target, form, certain=not is_weak)
        self._found.append(Candidate(position, is_formal=False, is_weak=is_weak))

    def _take_reserved(self, statement: Statement, moved: Sequence[Moved]) -> None:
        text = statement.text
        voice = statement.voice.actor
        named = [one.actor for one in moved if one.is_named]
        is_voiced = voice.kind is ActorKind.LEDAMOT and bool(voice.name)
        actor = moved[0].actor if moved and (moved[0].is_named or not is_voiced) else voice
        actor = named[0] if named and is_voiced else actor
        if not actor.name:
            return
        form = PositionForm.RESERVATION
        said = [one for one in stances_in(text) if not NO_MOTION.match(text, one.end)]
        if said and _of_body(text, said[0].start) and not RESERVES.search(text):
            self._told.append(said[0].stance)
            return
        is_of_body = bool(said) and _of_body(text, said[-1].start)
        if said and not is_of_body and AGAINST_DECISION.search(text) is None:
            for n, one in enumerate(said):
                until = said[n + 1].start if n + 1 < len(said) else len(text)
                self._add(statement, one, actor, form, (said[n - 1].end if n else 0, until))
            return
        if not RESERVES.search(text) or _RESERVES_NOT.search(text):
            return
        point = POINT.search(text)
        own = (
            Stance.UNCLEAR if _AGAINST_SENDING.search(text) else self._benefited(text) or self._of_own(actor)
        )
        against = _OPPOSITE.get(said[0].stance) if said else self._against_decision(point)
        target = point[0] if point else ""
        if own is None and against in (None, Stance.UNCLEAR) and _AGAINST_SENDING.search(text) is None:
            # Who wrote the motion reserves himself for it.
            against = Stance.FOR if self._is_of_proposer(actor) else None
        if own is not None and (each := self._of_each(actor, moved, text)):
            for person, stance in each:
                self._put(statement, stance, person, form, target)
            return
        self._put(statement, own or against or Stance.UNCLEAR, actor, form, target, is_weak=own is None)

    def _of_each(self, actor: Actor, moved: Sequence[Moved], text: str) -> list[tuple[Actor, Stance]]:
        """What each reserves for who moved different things before: "var och en till förmån för sitt
        yrkande"; [] where they moved the same, or it is told for what they do."""
        if self._benefited(text):
            return []
        first = RESERVES.search(text)
        until = first.end() if first else 0
        together = [one.actor for one in moved if one.is_named and one.end <= until] or [actor]
        people = [name for one in together for name in _PERSON.findall(one.name)]
        each = []
        for name in people:
            own = (self._moved_by[one] for one in _SURNAME.findall(name) if one in self._moved_by)
            each.append((Actor(name, ActorKind.LEDAMOT), next(own, Stance.UNCLEAR)))
        return each if len({stance for _, stance in each} - {Stance.UNCLEAR}) > 1 else []

    def _is_of_proposer(self, actor: Actor) -> bool:
        return any(name in actor.name for name in self._proposers)

    def _benefited(self, text: str) -> Stance | None:
        """To whose benefit a reservation is where that is told: "till förmån för motionen"."""
        if noun := _NOUN_YRKANDE.search(text):
            return Stance.AGAINST if noun["what"].lower() == "avslags" else Stance.FOR
        if TO_BENEFIT.search(text):
            return Stance.FOR
        another = OF_ANOTHER.search(text)
        if another is None:
            return None
        last = another["who"].split()[-1]
        return self._moved_by.get(last) or self._moved_by.get(last[:-1])

    def _of_own(self, actor: Actor) -> Stance | None:
        """What somebody moved before, to whom a reservation for "eget yrkande" goes back."""
        return next((self._moved_by[name] for name in _surnames(actor) if name in self._moved_by), None)

    def _against_decision(self, point: re.Match[str] | None) -> Stance | None:
        if point is not None:
            number = _NUMBERS.get((point["word"] or "").lower()) or int(point["number"] or 0)
            if 0 < number <= len(self._decided):
                return _OPPOSITE.get(self._decided[number - 1])
        whole = self._whole or taken_together(self._told[:1]) or self._followed
        return None if whole is None else _OPPOSITE.get(whole)

    @cached_property
    def _followed(self) -> Stance | None:
        """What was decided where it is only told whose proposal was followed."""
        for statement in self._statements:
            if "beslut" in statement.text and statement.voice.manner not in FORMS:
                followed = FOLLOWED.search(statement.text[:LONGEST_SENTENCE])
                if followed is not None:
                    return self._meant(followed["who"], Actor("", ActorKind.LEDAMOT))
        return None

    def _meant(self, who: str, actor: Actor) -> Stance | None:
        """The stance of whose proposal somebody moves that it be accepted."""
        last = who.split()[-1]
        moved = self._moved_by.get(last[:-1]) or self._moved_by.get(last)
        if last[:1].isupper() and moved is not None:
            return moved
        who = who.lower()
        if who in ("sitt", "eget", "sina"):
            return self._of_own(actor)
        # A decision mostly follows what was proposed to the body.
        proposed = self._proposed.get(who.removesuffix("s")) or self._proposed.get(_kind(who), set())
        unknown = Stance.FOR if not self._of_motion and len(self._statements) > _FEW else None
        return taken_together(proposed) or self._whole or unknown


def _kind(who: str) -> ActorKind | None:
    """What sort of actor "kommunstyrelsens" or "förvaltningens" is, None for "liggande"."""
    for stem, kind in (
        ("utskott", ActorKind.KOMMUNSTYRELSE),
        ("beredning", ActorKind.KOMMUNSTYRELSE),
        ("styrelse", ActorKind.KOMMUNSTYRELSE),
        ("förvaltning", ActorKind.FORVALTNING),
        ("kontor", ActorKind.FORVALTNING),
        ("kansli", ActorKind.FORVALTNING),
        ("nämnd", ActorKind.NAMND),
    ):
        if stem in who:
            return kind
    return None


def _mover(statement: Statement, moved: Sequence[Moved], place: int) -> Actor | None:
    """Who moves what is said at `place`: the last named before it, else whose section it is. A party named
    in somebody's statement ("Liberalerna anser") is he who made it."""
    voice = statement.voice.actor
    is_voiced = voice.kind is ActorKind.LEDAMOT and bool(voice.name)
    before = [one.actor for one in moved if one.end <= place and (one.is_named or not is_voiced)]
    if before:
        return before[-1]
    if moved and moved[0].is_named and statement.text[: moved[0].start].rstrip().endswith(":"):
        # "Bifall till motionens andra att-sats: Kerstin Ek (S)": not who stands on the line before.
        return moved[0].actor
    if is_voiced:
        return voice
    return moved[0].actor if moved else None


def _of_body(text: str, place: int) -> bool:
    """Whether what is said at `place` is what a body decided: "Fullmäktige har beslutat avslå motionen"."""
    return _BODY_DECIDED.search(text, 0, place) is not None


def _surnames(actor: Actor) -> tuple[str, ...]:
    """The last names of councillors: "Ek", "Lind" of "Anna Ek (S) och Bo Lind (V)"."""
    return tuple(_SURNAME.findall(actor.name))


_PERSON = re.compile(r"[A-ZÅÄÖ][^,()]{1,60} \([^()]{1,12}\)")
_SURNAME = re.compile(r"([A-ZÅÄÖ][\w-]+)(?= \(|,| och |\Z)")
