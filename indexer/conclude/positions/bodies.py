"""The positions that bodies, administrations and others take, in decisions, proposals and running text."""

import dataclasses
import re
from collections.abc import Container, Sequence

from indexer.conclude.interface import LONGEST_SENTENCE, Manner, Statement
from indexer.conclude.positions.following import followed_in, follows
from indexer.conclude.positions.gates import (
    ABOUT,
    ASKED,
    CONCEDED,
    HELD,
    OF_ANOTHER,
    OF_MEMBERS,
    OTHERS,
    REMISS_ANSWERED,
)
from indexer.conclude.positions.proposing import (
    Stem,
    heading_proposer,
    headings_of,
    is_proposal_section,
    points,
    proposer_in,
    stems_of,
)
from indexer.conclude.positions.settling import Candidate, merged
from indexer.conclude.positions.subjects import actor_of, is_general, is_of_others, subjects_of
from indexer.conclude.positions.targets import (
    is_conditional,
    is_limited,
    spares_a_part,
    target_of,
    with_condition,
)
from indexer.conclude.positions.wordings import Said, may_say, stances_in
from indexer.conclude.voices.mentions import Mention, mentions_in
from indexer.conclude.voices.naming import fits, is_committee
from indexer.conclude.voices.status import status_of
from remissarkiv.domain import Actor, ActorKind, Position, SectionKind, Span, Stance, Status

_BOARDS = frozenset((ActorKind.NAMND, ActorKind.KOMMUNSTYRELSE))
_OF_BODIES = frozenset((Manner.OWN, Manner.RECOUNTED))
# What has been said elsewhere, among the proposals: "Nämnden har i yttrande avstyrkt motionen".
_TOLD = re.compile(r"\b(?:har|hade)\b")
_AND = re.compile(r"(?: och|, utan| samt)(?: (?:därför|därmed|i stället))? (?:[\w-]+ ){0,2}\Z")
# "tillstyrker att föreningen får ett bidrag men avstyrker det övriga": one subject for both.
_SHARED = re.compile(
    r",? (?:men|och|samt) (?:(?:därför|samtidigt|däremot|i övrigt|också|även|alltså|i stället|dock) )?\Z"
)
_WE_PROPOSE = re.compile(
    r"\b(?:[Vv]i|[Jj]ag) (?:[\w-]+ )?(?:föreslår|hemställer|rekommenderar|förordar|råder)\b"
)
# What an office says that its board should do: "bör nämnden avstyrka motionen".
_SHOULD = re.compile(
    r"\b(?:bör|borde) [\w-]*(?:nämnden|styrelsen)\b|(?:nämnden|styrelsen) (?:[\w-]+ )?(?:bör|borde)\b"
)
_ALONE = re.compile(r"\W*(?:\w+ ){0,2}\w+\W*")
_OF_PART = re.compile(r"Att |(?:Att-?sats|Yrkande|Punkt|Förslag) \d|\d{1,2}[.)] [Aa]tt ")
_IS_PROPOSED = re.compile(
    r"\bföreslås(?: (?:att|besluta|därför|härmed|nämnden|bli|föreslå|fullmäktige|kommunfullmäktige)){0,4} \Z"
)
# "dels avstyrker motionen såvitt avser priset, dels tillstyrker …": each is a stance of its own.
_LISTED = re.compile(r"\bdels\b[^.]{1,400}\bdels\b")
_KOMMUN = re.compile(r"\A(?:\S+ ){0,4}?[Kk]ommunen\b")
_KOMMUN_SAYS = re.compile(
    r"(?:\A|: )Kommunen (?:[\w-]+ ){0,3}?(?:tillstyrker|avstyrker|ställer|har|avstår|motsätter|stödjer"
    r"|kan|är|välkomnar|delar)\b"
    r"|styrks (?:[\w-]+ )?av kommunen\b"
)
_ON_MOTION = re.compile(r"motion|medborgarförslag", re.IGNORECASE)
_LABEL = re.compile(r"(?:[\w-]+s )?förslag till [^:]{4,30}:", re.IGNORECASE)
# "Socialnämnden: avslag" in a list of answers.
_ANSWERS = re.compile(
    r"\A[^:.\t]{3,60}(?:: ?| [–—-] |\t)(?:[Mm]otionen (?:bör |ska )?|[Ff]örordar |[Ff]öreslår )?\Z"
)
_BOTH = re.compile(r"(?:Båda|Bägge|De båda) nämnderna\b")
_LOOKS_BACK = 6
_RECENT = 6
"""Stances among which one is looked for that another follows."""
_WE = re.compile(r"\b(?:vi|jag|oss)\b", re.IGNORECASE)
_COURT = ("domstolen", "rätten", "regeringen", "riksdagen", "departementet", "inspektionen i")


class BodyReader:
    """Reads the positions of bodies out of the statements of one document."""

    def __init__(self, statements: Sequence[Statement], of_councillors: Container[int], board: str) -> None:
        self._board = board or _board_in(statements)
        self._kommun = _kommun_in(statements)
        self._author = statements[0].voice.actor if statements else Actor("", ActorKind.LEDAMOT)
        self._of_councillors = of_councillors
        self._statements = statements
        self._stems = stems_of(statements)
        self._headings = headings_of(statements)
        self._alone = dict(points(statements, self._stems))
        self.decided: list[Stance] = []
        """What the body of the document decided, point by point, where it is for or against."""

    def read(self) -> list[Candidate]:
        """The candidates in the order of the text."""
        found: list[Candidate] = []
        for statement in self._statements:
            if statement.voice.manner not in _OF_BODIES or statement.section is SectionKind.BESLUTSGANG:
                continue
            if statement.voice.actor.kind is ActorKind.LEDAMOT:
                continue
            if follows(statement.text) and (followed := followed_in(statement.text, found[-_RECENT:])):
                found.append(self._like(statement, *followed))
                continue
            if not may_say(statement.text):
                continue
            if statement.number in self._of_councillors:
                continue
            found += self._of(statement)
        return found

    def _like(self, statement: Statement, mention: Mention, other: Candidate) -> Candidate:
        """The stance of another, taken by the one that the sentence names."""
        actor = actor_of(mention, statement.voice)
        position = dataclasses.replace(
            other.position, actor=actor, span=statement.span, status=status_of(actor)
        )
        if is_conditional(statement.text, 0, mention.end, len(statement.text)):
            position = dataclasses.replace(position, stance=with_condition(position.stance))
        return dataclasses.replace(other, position=position)

    def _of(self, statement: Statement) -> list[Candidate]:
        if len(statement.text) > LONGEST_SENTENCE:
            statement = statement._replace(text=statement.text[:LONGEST_SENTENCE])
        text = statement.text
        said = stances_in(text)
        if not said or text.endswith("?") or OTHERS.search(text) or OF_MEMBERS.search(text):
            return []
        mentions = mentions_in(text)
        found: list[Candidate] = []
        since = 0
        subjects: tuple[Mention, ...] = ()
        for n, one in enumerate(said):
            until = said[n + 1].start if n + 1 < len(said) else len(text)
            abstains = n + 1 < len(said) and said[n + 1].stance is Stance.ABSTAINS
            supports = n + 1 < len(said) and said[n + 1].stance is Stance.FOR
            if (
                (abstains or supports)
                and one.stance is Stance.NO_OBJECTION
                and _AND.search(text, one.end, until)
            ):
                # "har inga synpunkter och avstår därför från att yttra sig": the stronger word counts.
                continue
            if n + 1 < len(said) and CONCEDED.search(text, since, until) is not None:
                continue
            if one.is_faint and len(said) > 1:
                continue
            shared = n > 0 and _SHARED.search(text, said[n - 1].end, one.start) is not None
            subjects = subjects if shared else subjects_of(text, one.start, one.end, mentions)
            for actor in self._actors(statement, subjects, mentions):
                told = self._told(statement, one, actor)
                if told is not None and self._counts(statement, one, actor):
                    within = max(since, *(mention.end for mention in subjects if mention.end <= one.start), 0)
                    found.append(self._candidate(statement, one, told, within, until))
            since = one.end
        return found if _LISTED.search(text) else merged(found)

    def _actors(
        self, statement: Statement, subjects: Sequence[Mention], mentions: Sequence[Mention]
    ) -> list[Actor | None]:
        """Whom the subjects of a stance mean; None for one that has none of its own."""
        actors: list[Actor | None] = []
        for subject in subjects:
            actor = actor_of(subject, statement.voice, mentions)
            of_board = subject.is_bare and subject.actor.kind is ActorKind.NAMND and self._board
            if of_board and (actor.kind is ActorKind.FORVALTNING or actor == subject.actor):
                actor = Actor(self._board, ActorKind.NAMND)
            if subject.is_bare and actor == subject.actor:
                actor = self._named_before(statement, subject) or actor
            actors.append(actor)
        if not actors and _BOTH.match(statement.text):
            return list(self._both_named_before(statement))
        if not actors and not statement.voice.actor.name and _KOMMUN.search(statement.text):
            return [Actor("Kommunen", ActorKind.KOMMUNSTYRELSE)]
        if (
            not actors
            and statement.voice.actor.name == "Kommunstyrelsen"
            and self._kommun is None
            and _KOMMUN_SAYS.search(statement.text)
        ):
            return [Actor("Kommunen", ActorKind.KOMMUNSTYRELSE)]
        is_of_kommun = statement.voice.actor.kind is ActorKind.KOMMUNSTYRELSE and self._kommun is not None
        if not actors and is_of_kommun and _KOMMUN.search(statement.text):
            return [self._kommun]
        if not actors and not statement.voice.actor.name and mentions:
            # Nobody else speaks: "Inom gatunämndens ansvarsområde finns inget att invända".
            return [mentions[0].actor]
        return actors or [None]

    def _named_before(self, statement: Statement, subject: Mention) -> Actor | None:
        """The one last named by a name that a bare word stands for: "kontoret", Näringslivskontoret."""
        word = subject.actor.name.lower()
        for number in range(statement.number - 1, max(-1, statement.number - _LOOKS_BACK - 1), -1):
            for mention in reversed(mentions_in(self._statements[number].text[:LONGEST_SENTENCE])):
                if not mention.is_bare and fits(word, mention.actor):
                    return mention.actor
        return None

    def _both_named_before(self, statement: Statement) -> tuple[Actor, ...]:
        """The last two boards that were named: "Båda nämnderna tillstyrker öppen förskola"."""
        named: dict[Actor, None] = {}
        for number in range(statement.number - 1, max(-1, statement.number - _LOOKS_BACK - 1), -1):
            for mention in reversed(mentions_in(self._statements[number].text[:LONGEST_SENTENCE])):
                if mention.actor.kind is ActorKind.NAMND and not mention.is_bare:
                    named.setdefault(mention.actor)
            if len(named) > 1:
                return tuple(named)[1::-1]
        return ()

    def _counts(self, statement: Statement, one: Said, actor: Actor | None) -> bool:
        """Whether a stance is one: said outright, of one who answers."""
        text = statement.text
        asked = ASKED.search(text, 0, one.start)
        if (asked is not None and not (one.is_denied and asked[0].endswith("att "))) or (
            not one.is_denied and is_general(text, one.start, one.end)
        ):
            return False
        if OF_ANOTHER.search(text, 0, one.start):
            return False
        if actor is None and is_of_others(text, one.start):
            return False
        if actor is None and statement.voice.actor.kind is ActorKind.FULLMAKTIGE and not one.is_decision:
            # Fullmäktige answers no remiss: whoever did is not named in the sentence.
            return False
        return not one.needs_subject or actor is not None or _WE.search(text, 0, one.start) is not None

    def _told(self, statement: Statement, one: Said, subject: Actor | None) -> tuple[Actor, Status] | None:
        """Who takes the stance, and whether as a proposal; None where it is a decision or nobody's."""
        voice, text = statement.voice, statement.text
        stem = self._stems.get(statement.number)
        decider = actor_of(stem.decider, voice) if stem is not None and stem.decider is not None else None
        actor = subject or decider or voice.actor
        office = voice.actor.kind is ActorKind.FORVALTNING and bool(voice.actor.name)
        if office and subject is not None and subject.kind in _BOARDS and _SHOULD.search(text, 0, one.start):
            return voice.actor, voice.status
        proposer = self._proposer(statement, stem, one, by_heading=one.is_decision or subject is None)
        in_proposal = is_proposal_section(statement, self._headings[statement.number])
        is_told = voice.manner is Manner.RECOUNTED and _TOLD.search(text, 0, one.end) is not None
        if _LABEL.match(text) and subject is not None:
            return subject, Status.FORSLAG
        is_answer = _ANSWERS.search(text, 0, one.start) is not None
        if one.is_decision and not is_answer and not _is_about(text, stem):
            return None
        if one.stance is Stance.UNCLEAR and REMISS_ANSWERED.search(text) and not _ON_MOTION.search(text):
            return None
        if proposer is not None:
            if statement.section is SectionKind.BESLUT and proposer == voice.actor:
                self.decided.append(one.stance)
            return proposer, self._proposal_status(proposer, in_proposal=in_proposal)
        if in_proposal and not one.is_decision and not is_told:
            # "Förslag till beslut: Socialnämnden avstyrker motionen": the board, when it decides so.
            return actor, Status.FORSLAG
        if in_proposal and subject is not None and subject.kind is ActorKind.FULLMAKTIGE:
            # "Förslag till beslut: Kommunfullmäktige avslår motionen"
            return subject, Status.FORSLAG
        if in_proposal and voice.actor.kind is ActorKind.FORVALTNING:
            # "Nämnden avslår ansökan" is the board's; what fullmäktige shall decide is the office's proposal.
            return (actor if actor.kind in _BOARDS else voice.actor), Status.FORSLAG
        is_proposed = _IS_PROPOSED.search(
            text, max(0, one.start - 40), one.start
        ) is not None or text.startswith(" föreslås", one.end)
        own_decision = (
            voice.manner is Manner.OWN and statement.section is SectionKind.BESLUT and not in_proposal
        )
        if one.is_decision and own_decision and actor.kind is ActorKind.FULLMAKTIGE:
            self.decided.append(one.stance)
            return None
        if one.is_decision and not (HELD.search(text, 0, one.end) or is_answer or is_proposed):
            decides = statement.section is SectionKind.BESLUT or "beslut" in text or stem is not None
            if voice.manner is Manner.OWN and decides and not in_proposal:
                self.decided.append(one.stance)
            return None
        if actor.name == "Kommunstyrelsen" and _ON_MOTION.search(text) and not one.is_decision:
            # It prepares what fullmäktige decides.
            return actor, Status.FORSLAG
        if (actor.kind is ActorKind.FULLMAKTIGE and one.is_decision) or actor.name.lower().endswith(_COURT):
            return None
        if is_proposed:
            return actor, Status.FORSLAG
        if actor == voice.actor:
            if voice.manner is Manner.OWN and statement.section is SectionKind.BESLUT and not one.is_decision:
                self.decided.append(one.stance)
            if one.is_decision and actor.kind is ActorKind.KOMMUNSTYRELSE:
                # Kommunstyrelsen prepares what fullmäktige decides: "Motionen bör avslås".
                return actor, Status.FORSLAG
            told = voice.manner is Manner.RECOUNTED and self._is_other_office(actor)
            return actor, Status.BESLUT if told else voice.status
        if actor.kind is ActorKind.KOMMUNSTYRELSE and (one.is_decision or _ON_MOTION.search(text)):
            return actor, Status.FORSLAG
        told = voice.manner is Manner.RECOUNTED and self._is_other_office(actor)
        return actor, Status.BESLUT if told else status_of(actor)

    def _is_other_office(self, actor: Actor) -> bool:
        """Whether an office has answered the one that writes: that is its answer, no proposal."""
        author = self._author
        both = actor.kind is author.kind is ActorKind.FORVALTNING
        return both and bool(author.name) and actor != author

    def _proposal_status(self, proposer: Actor, *, in_proposal: bool) -> Status:
        """A board that answers "nämnden föreslår att motionen avslås" has decided so; what an office, an
        utskott or kommunstyrelsen proposes is a proposal."""
        answers = proposer.kind not in (ActorKind.FORVALTNING, ActorKind.KOMMUNSTYRELSE)
        is_committee_of_board = "utskott" in proposer.name.lower()
        return Status.BESLUT if answers and not (in_proposal or is_committee_of_board) else Status.FORSLAG

    def _proposer(
        self, statement: Statement, stem: Stem | None, one: Said, *, by_heading: bool
    ) -> Actor | None:
        """Who proposes what is said: in the sentence, in the words that open the list, or, `by_heading`, by
        the heading above it."""
        if _WE_PROPOSE.search(statement.text, 0, one.start):
            return statement.voice.actor
        mention = proposer_in(statement.text)
        if mention is not None and mention.start < one.start:
            meant = actor_of(mention, statement.voice)
            unresolved = mention.is_bare and meant == mention.actor
            return (self._named_before(statement, mention) if unresolved else None) or meant
        if stem is not None and stem.proposer is not None:
            return actor_of(stem.proposer, stem.statement.voice)
        heading = self._headings[statement.number]
        actor = heading_proposer(heading) if is_proposal_section(statement, heading) else None
        if stem is not None and stem.is_decision and actor is None:
            return None
        if not by_heading:
            return None
        voiced = statement.voice.actor
        return voiced if actor is not None and is_committee(actor, voiced) else actor

    def _candidate(
        self, statement: Statement, one: Said, told: tuple[Actor, Status], since: int, until: int
    ) -> Candidate:
        actor, status = told
        text = statement.text
        stance = one.stance
        target = target_of(text, one.start, one.end, until, is_told=stance is Stance.UNCLEAR)
        heading = self._headings[statement.number]
        if not target and _ALONE.fullmatch(text) and _OF_PART.match(heading):
            # "Att grannar ska få ersättning" above, and nothing but "Avstyrks." below.
            target = heading[:80]
        if stance is Stance.AGAINST and spares_a_part(text, one.end, until):
            stance, target = Stance.PARTLY, ""
        elif is_conditional(text, since, one.end, until):
            stance = with_condition(stance)
        span = statement.span
        if statement.number in self._alone:
            span = Span(self._statements[self._alone[statement.number]].span.start, span.end)
        position = Position(stance, actor, span, status, target, certain=not one.is_weak)
        stem = self._stems.get(statement.number)
        is_formal = (
            (stem is not None and stem.proposer is not None)
            or is_proposal_section(statement, self._headings[statement.number])
            or statement.section is SectionKind.BESLUT
        )
        return Candidate(
            position, is_formal, one.is_weak, is_limited(text, one.end, until), one.is_outright, one.is_faint
        )


def _board_in(statements: Sequence[Statement]) -> str:
    """The board that is to decide, by the first one that a proposal names."""
    for statement in statements:
        if statement.section in (SectionKind.FORSLAG_TILL_BESLUT, SectionKind.BESLUT):
            for mention in mentions_in(statement.text):
                if mention.actor.kind is ActorKind.NAMND and not mention.is_bare:
                    return mention.actor.name
    return ""


def _kommun_in(statements: Sequence[Statement]) -> Actor | None:
    """The kommun that answers by its name: "Norrtuna kommun tillstyrker förslagen", of which kommunstyrelsen
    later says "kommunen"."""
    for statement in statements:
        actor = statement.voice.actor
        answers = statement.voice.manner in _OF_BODIES and actor.kind is ActorKind.KOMMUNSTYRELSE
        if answers and actor.name.endswith((" kommun", " stad")):
            return actor
    return None


def _is_about(text: str, stem: Stem | None) -> bool:
    return ABOUT.search(text) is not None or (
        stem is not None and ABOUT.search(stem.statement.text) is not None
    )
