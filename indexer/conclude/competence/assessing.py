"""From the sentences of a document to its assessments of kommunal kompetens."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from indexer.conclude.competence.certainty import REACH, Said, Weighing
from indexer.conclude.competence.claims import denies_kommun, speaks_up
from indexer.conclude.competence.concerns import concerns
from indexer.conclude.competence.elliptic import adopted
from indexer.conclude.competence.grounds import grounds, is_beside
from indexer.conclude.competence.learned import NOTHING, Judgement, is_borne_out, judge, unread
from indexer.conclude.competence.limits import limits_only_how
from indexer.conclude.competence.outsiders import OUTSIDERS, is_of_document, is_told_by_outsider
from indexer.conclude.competence.principles import principles
from indexer.conclude.competence.reading import held_in, read, worth_reading
from indexer.conclude.competence.surroundings import (
    FEW,
    Place,
    Setting,
    Surroundings,
    are_a_statute,
    cites_competence,
)
from indexer.conclude.competence.verdicts import Reading
from indexer.conclude.competence.wording import Citations, Wording, is_of_law, wording
from indexer.conclude.interface import Manner, Statement
from indexer.conclude.voices.mentions import mentions_in
from remissarkiv.domain import (
    Actor,
    ActorKind,
    Assessment,
    Citation,
    Document,
    Kind,
    Principle,
    SectionKind,
    Span,
    Verdict,
    repaired_words,
)

_MUNICIPAL = frozenset((Kind.TJANSTEUTLATANDE, Kind.REMISSVAR, Kind.YTTRANDE, Kind.PROTOKOLL, Kind.BESLUT))
"""Documents of a kommun, or written to one."""

_UNSETTLED = frozenset((Kind.OVRIGT, Kind.MOTION, Kind.MEDBORGARFORSLAG, Kind.REMISS, Kind.FORFATTNING))
"""Documents that may be of a kommun: bare answers begin with "Motion om …" as well. In all others, which are
of the state, only words that name the competence of a kommun count."""

_TURNING = re.compile(
    r"\b(?:inte|ej|icke|ingen|inget|inga|o[a-zåäö]{4,}|otillåt\w+|olaglig\w*)\b", re.IGNORECASE
)
"""A repaired word that turns a verdict."""

_INTRODUCES = re.compile(
    r"\b(?:anfört|anför|anförde|yttrat|uttalat|skriver|svarat|följande)\b[^.:]{0,60}(?::$|bedömning\.$"
    r"|yttrande\.$)",
    re.IGNORECASE,
)
_INTRODUCING = (":", "bedömning.", "yttrande.")
"""How a sentence ends that does so."""
_SELDOM_AUTHORS = frozenset((ActorKind.EXTERN, ActorKind.BOLAG, ActorKind.RAD))
_NEAR_OFFICE = 6
"""Sentences in which an office is looked for."""
_FIRST = 4
_TELLS = re.compile(r"\b(?:har|anser|tillstyrker|avstyrker|menar|är|vill|föreslår|begär|hävdar)\b")
_MAY_TURN = (Manner.LAW, Manner.PROPOSAL)

_APART = (Manner.RESERVATION, Manner.UTTALANDE)
"""A document that begins with a reservation is one: those who made it are its authors."""

_LEANS = 2
"""So many sentences after a verdict another may lean on it: "Detsamma gäller …"."""

_ADDS = re.compile(r"\b(?:däremot|dock|emellertid|även|också|heller|dessutom|likaså)\b")
_DRAWS = re.compile(r"\b(?:därför|alltså|således|därmed|följaktligen|sålunda|sammantaget)\b")
_SAME_ARGUMENT = 3
_LONGEST_ARGUMENT = 80
_LONGEST_SENTENCE = 5000
"""No sentence is as long: what is has no ends of sentences, as a table read line by line."""
_SAME_PROVISION = re.compile(r"\b(?:är|gör) det inte\b|\bsamma (?:paragraf|bestämmelse|lagrum|regel|lag)\b")


def find_assessments(document: Document, statements: Sequence[Statement]) -> tuple[Assessment, ...]:
    """The assessments in the order of the text."""
    if (document.kind is Kind.REMISS and document.remissinstanser) or are_a_statute(statements):
        return ()
    return tuple(_Assessor(document, statements).assessments())


class _Assessor:
    """Reads the sentences of one document in order, with what was concluded before each."""

    def __init__(self, document: Document, statements: Sequence[Statement]) -> None:
        self._document = document
        self._statements = statements
        citations = Citations(document.citations)
        self._cited = [citations.within(one) for one in statements]
        self._wordings: dict[int, Wording] = {}
        self._around = Surroundings(statements, self._cited)
        self._answers = document.kind in _MUNICIPAL or self._around.are_a_passage_of_a_kommun()
        """Whether it is more than likely of a kommun: only there is guessed what rules do not read."""
        self._municipal = self._answers or (
            document.kind in _UNSETTLED
            and (cites_competence(document.citations) or self._around.are_of_a_kommun())
        )
        title = document.title.lower()
        # The first sentence of a text without a title is none: "Turistföreningen anser att …".
        self._title = "" if _TELLS.search(title) else title
        self._last: tuple[int, Reading, Assessment] | None = None
        self._heard: tuple[int, Reading] | None = None
        self._introduced: list[int] = []
        """Sentences that may introduce the words of another: "Kommunstyrelsen har den 3 juni anfört: …"."""
        self._argument = 0
        self._concluded: dict[int, set[Verdict]] = {}
        self._summed_up: set[Span] = set()
        self._weighing = Weighing()

    def assessments(self) -> list[Assessment]:
        """All of them."""
        found: list[Assessment] = []
        doubts: list[tuple[int, Assessment]] = []
        premises: list[tuple[int, Assessment]] = []
        unseen: list[Assessment] = []
        for number, statement in enumerate(self._statements):
            low = self._around.low(number)
            if low.endswith(_INTRODUCING):
                self._introduced.append(number)
            if len(low) > _LONGEST_SENTENCE or statement.text == statement.heading:
                continue
            if not worth_reading(statement.text, municipal=self._municipal):
                continue
            if is_beside(self._cited[number], low):
                continue
            said = read(self._wording(number), self._setting(number), self._leaning(number))
            judged = judge(low) if said or self._answers or self._heard else NOTHING
            guess = self._guess(low, judged) if self._answers and not said else None
            if not said and guess is None and self._heard is None:
                # So it is with nearly all of them, and who speaks in them need not be found out.
                continue
            if not self._is_own(number):
                self._listen(number)
                continue
            if not is_borne_out(low, judged):
                said = []
            by_jurist = "jurist" in f"{self._title} {statement.heading}".lower()
            readings = held_in(self._wording(number).low, said, of_another=by_jurist)
            if not readings and (taken := self._adopted(number)):
                readings = [taken]
            if not readings:
                if guess is not None and statement.voice.manner is Manner.OWN:
                    unseen.append(self._assessment(number, guess, judged))
                continue
            made = [self._assessment(number, one, judged) for one in readings]
            if all(self._is_of_how(number, one) for one in readings):
                self._last = (number, readings[-1], made[-1])
                continue
            if all(one.is_doubt for one in readings):
                doubts += [(number, one) for one in made]
                if readings[-1].verdict is not Verdict.OPEN:
                    self._last = (number, readings[-1], made[-1])
                continue
            self._last = (number, readings[-1], made[-1])
            if all(one.is_premise for one in readings):
                premises += [(number, one) for one in made]
                continue
            self._argument = number + 1
            self._concluded[number] = {one.verdict for one in readings}
            found += made
            if statement.section is SectionKind.SAMMANFATTNING:
                self._summed_up.update(one.span for one in made)
        found += [one for number, one in doubts if not self._is_concluded_near(number, one.verdict)]
        found += [one for number, one in premises if not self._leads_on(number, one.verdict)]
        found = self._weighing.settled(sorted(found, key=lambda one: one.span))
        found = sorted((*found, *unseen), key=lambda one: one.span)
        full = {(one.verdict, one.concerns): one for one in found if one.grounds}
        return [self._with_reasons(one, full.get((one.verdict, one.concerns), one)) for one in found]

    def _guess(self, low: str, judged: Judgement) -> Reading | None:
        return unread(low, judged, among_many=len(self._statements) > FEW)

    @cached_property
    def _is_apart(self) -> bool:
        """Whether the document begins with what councillors say apart."""
        spoken = (one.voice.manner for one in self._statements if one.voice.manner is not Manner.LIST)
        return next(spoken, Manner.OWN) in _APART

    def _is_of_how(self, number: int, reading: Reading) -> bool:
        keys = [one.key for one in self._cited[number] if is_of_law(one.key)]
        return limits_only_how(self._wording(number).low, reading, keys)

    def _with_reasons(self, one: Assessment, full: Assessment) -> Assessment:
        """A verdict of the summary gives no reasons: they are those of the same verdict further on."""
        if one.grounds or one.span not in self._summed_up:
            return one
        return replace(one, grounds=full.grounds, principles=one.principles or full.principles)

    def _is_concluded_near(self, number: int, verdict: Verdict) -> bool:
        """Whether a verdict stands so near that a doubt belongs to its reasoning; what only gives a reason
        belongs to a verdict of its kind."""
        here = self._statements[number]
        return any(
            other in self._concluded
            and self._statements[other].heading == here.heading
            and (verdict is Verdict.OPEN or verdict in self._concluded[other])
            for other in range(number - _SAME_ARGUMENT, number + _SAME_ARGUMENT + 1)
        )

    def _leads_on(self, number: int, verdict: Verdict) -> bool:
        """Whether what is told there is followed by what is concluded from it: a word draws it, or the
        verdict is the same and nothing is added to it."""
        here = self._statements[number]
        for other in range(number + 1, min(number + 1 + _LEANS, len(self._statements))):
            if self._statements[other].heading == here.heading and other in self._concluded:
                low = self._around.low(other)
                same = verdict in self._concluded[other] and not _ADDS.search(low)
                return same or _DRAWS.search(low) is not None
        return False

    def _wording(self, number: int) -> Wording:
        if number not in self._wordings:
            self._wordings[number] = wording(self._statements[number], self._cited[number])
        return self._wordings[number]

    def _is_own(self, number: int) -> bool:
        """Whether the author speaks, also where a sentence begins with law: "Av 2 § följer …, och kontoret
        kan inte finna att garantin skulle vara oförenlig med den"."""
        if self._is_quoted(self._statements[number]):
            return False
        voice = self._statements[number].voice
        manner, body = voice.manner, self._document.namnd.lower()
        if manner is Manner.RECOUNTED and body and body.endswith(voice.actor.name.lower() or "?"):
            return True
        if manner in _APART and self._is_apart:
            return True
        if manner is Manner.OWN:
            return not is_told_by_outsider(
                self._statements[number].text, self._wording(number).low, self._document, self._title
            )
        low = self._wording(number).low
        return manner in _MAY_TURN and (speaks_up(low) or (manner is Manner.LAW and denies_kommun(low)))

    def _is_quoted(self, statement: Statement) -> bool:
        """Whether it follows on where the words of another are introduced, in the same paragraph or the
        next."""
        while self._introduced:
            last = self._statements[self._introduced[-1]]
            if _INTRODUCES.search(last.text) and last.voice.manner is Manner.RECOUNTED:
                return statement.heading == last.heading and statement.paragraph <= last.paragraph + 1
            self._introduced.pop()
        return False

    def _listen(self, number: int) -> None:
        """Keeps what another body concludes, in case the author agrees."""
        if self._statements[number].voice.manner is Manner.RECOUNTED:
            said = read(self._wording(number), self._setting(number))
            readings = held_in(self._wording(number).low, said, of_another=True)
            if len({one.verdict for one in readings}) == 1:
                self._heard = (number, readings[0])

    def _adopted(self, number: int) -> Reading | None:
        if self._heard is None or number - self._heard[0] > _SAME_ARGUMENT:
            return None
        first = next(iter(mentions_in(self._statements[number].text)), None)
        if first is not None and first.start <= _FIRST and first.actor.kind in OUTSIDERS:
            # "Fastighetsbolaget delar handelskammarens uppfattning."
            return None
        return adopted(self._wording(number).low, self._heard[1])

    def _setting(self, number: int) -> Setting:
        place = Place(self._around, number, self._statements[number].section)
        return Setting(self._municipal, self._leaning(number) is not None, place)

    def _leaning(self, number: int) -> Reading | None:
        return self._last[1] if self._last and number - self._last[0] <= _LEANS else None

    def _assessment(self, number: int, reading: Reading, judged: Judgement) -> Assessment:
        statement, text = self._statements[number], self._wording(number)
        keys = self._grounds(number, reading)
        reasoning = [
            self._wording(index).low
            for index in range(max(self._argument, number - 6), number)
            if self._statements[index].heading == statement.heading
        ]
        self._weighing.add(statement, reading, self._said(number, reading), judged)
        return Assessment(
            reading.verdict,
            statement.span,
            reading.certain and not self._hangs_on_a_repair(statement),
            concerns(text, reading),
            keys,
            self._principles(number, text, reasoning, keys, reading),
            self._speaker(number),
            statement.voice.status,
        )

    def _said(self, number: int, reading: Reading) -> Said:
        before = [self._around.low(index) for index in range(max(0, number - REACH), number)]
        speaker = self._statements[number].voice.actor.kind
        low, near_law = self._wording(number).low, self._setting(number).here
        cited = [one.key for one in self._cited[number]]
        return Said(reading.verdict, low, reading.cue, before, near_law, cited, speaker)

    def _speaker(self, number: int) -> Actor:
        """Who concludes: where somebody outside is taken for the author of a text that is not its own, the
        office that is named nearest."""
        actor = self._statements[number].voice.actor
        if actor.kind not in _SELDOM_AUTHORS or is_of_document(actor, self._document, self._title):
            return actor
        near = range(1, _NEAR_OFFICE + 1)
        for index in (number, *(number - step for step in near), *(number + step for step in near)):
            if 0 <= index < len(self._statements):
                for mention in mentions_in(self._statements[index].text[:_LONGEST_SENTENCE]):
                    if mention.actor.kind is ActorKind.FORVALTNING:
                        return mention.actor
        return actor

    def _is_one_argument(self, number: int) -> bool:
        """Whether the last verdict stands near, under the same heading."""
        if self._last is None or number - self._last[0] > _SAME_ARGUMENT:
            return False
        return self._statements[self._last[0]].heading == self._statements[number].heading

    def _principles(
        self,
        number: int,
        text: Wording,
        reasoning: Sequence[str],
        keys: Sequence[str],
        reading: Reading,
    ) -> tuple[Principle, ...]:
        part = text.low[reading.part.start : reading.part.end]
        inherited: tuple[Principle, ...] = ()
        if self._last and self._is_one_argument(number) and self._goes_on(number, reading):
            inherited = self._last[2].principles
        around = (text.low, *reversed(reasoning[-2:]))
        return principles(part, keys, reading.verdict, around, inherited)

    def _grounds(self, number: int, reading: Reading) -> tuple[str, ...]:
        statement = self._statements[number]
        before: list[tuple[Statement, Sequence[Citation]]] = [
            (self._statements[index], self._cited[index])
            for index in range(max(self._argument, number - _LONGEST_ARGUMENT), number)
        ]
        if own := grounds(statement, before, self._cited[number]):
            return own
        if self._last is None or number - self._last[0] > _SAME_ARGUMENT:
            return ()
        if reading.verdict is Verdict.PARTLY or self._goes_on(number, reading):
            return self._last[2].grounds
        return ()

    def _goes_on(self, number: int, reading: Reading) -> bool:
        """Whether a verdict rests on what the last one did: it is the same, or leans on its words."""
        same = self._last is not None and reading.verdict is self._last[1].verdict
        return same or _SAME_PROVISION.search(self._wording(number).low) is not None

    def _hangs_on_a_repair(self, statement: Statement) -> bool:
        """Whether a word that turns the verdict was misread and mended."""
        words = repaired_words(self._document, statement.span)
        return any(_TURNING.fullmatch(self._document.text[slice(*word.repaired)]) for word in words)
