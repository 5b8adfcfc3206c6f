"""Read the sentences of a document for what is decided in them."""

import re
from collections.abc import Iterator, Sequence

from indexer.conclude.decided.acts import Act, acts_in
from indexer.conclude.decided.bodies import Bodies, Mention, is_kommunstyrelse, offices
from indexer.conclude.decided.folding import folded, follows_a_proposal, without_models
from indexer.conclude.decided.frames import (
    HAS_VERB,
    Frame,
    Strength,
    Turn,
    is_opinion,
    tells_of_votes,
    turns_in,
)
from indexer.conclude.decided.headings import FORMAL, heading_frame, run_in_heading
from indexer.conclude.decided.outcomes import Effect, effect
from indexer.conclude.decided.settling import Found
from indexer.conclude.decided.targets import own_part, target_in
from indexer.conclude.decided.words import STEM, Mood, Verb
from indexer.conclude.interface import Manner, Statement
from remissarkiv.domain import Document, Outcome, SectionKind, Span, Status

_SILENT = frozenset(
    {
        SectionKind.YRKANDEN,
        SectionKind.BESLUTSUNDERLAG,
        SectionKind.EXPEDIERING,
        SectionKind.REMISSINSTANSER,
        SectionKind.BILAGOR,
    }
)
_EARLIER = frozenset({SectionKind.BAKGRUND, SectionKind.ARENDET, SectionKind.BEREDNING})
_OTHERS = frozenset({Manner.YRKANDE, Manner.UTTALANDE, Manner.ERSATTARE, Manner.PROPOSAL, Manner.LAW})
_SPEECH = re.compile(
    r"\b(?:yrka(?:r|de|t|s|nde av)?|reserverar|reserverade|reservera|proposition(?:er|en)?|instammer i [a-z]+s|"
    r"ansluter sig|bifallsyrkande|avslagsyrkande|ja-rost(?:er)?|nej-rost(?:er)?|rostar|"
    r"(?:ordforanden|ordf|man|han|hon) (?:finner|fann|konstaterar))\b"
)
_BY_A_PERSON = re.compile(
    r"\([a-z]{1,5}\)[^.;:]{0,60}\b(?:foresl|hemstall|onska|vill|menar|anser|begar|forord)"
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|§|\bden \d{1,2} |\btidigare\b|\bredan\b|\bda\b")
_TOLD = re.compile(
    r"\b(?:beslutade|beslutat|beslutats|beslot|beslutit|aterremittera(?:de|des|ts?|d)|bordlade|bordlades|avslog|"
    r"bifoll|remitterade|remitterades)\b"
)
_TOLD_OF_A_DAY = re.compile(
    r"\b(?:beslutade|beslot|aterremitterade|bordlade|avslog|bifoll|remitterade)[^.;]{0,25}?"
    r"(?:\bden \d|§|\b\d{4}-\d\d)|(?:\bden \d{1,2} \w+[^.;]{0,15}|§ \d+,? ?|\b\d{4}-\d\d-\d\d,? ?)"
    r"\b(?:beslutat|beslutade|beslot|aterremitterat|bordlagt|avslagit)\b"
)
_POINT = re.compile(r"\n[ \t]*(?=(?:\d{1,2}[.)]|[a-h][.)]|[-–—•*]|att\b)\s)")
_OPENS = re.compile(r"\A\W*(?:\d{1,2}[.)]\s|[a-h]\)\s|[-–—•*]\s|att\b|samt\b|och\b|dels\b|[a-zåäö])")
_LEADS_ON = re.compile(
    r"\A[^a-z]*(?:att|foljande|besluta|beslutar|att besluta|darfor|harmed|[,:\s])*[^a-z]*\Z"
)
_ALONE = re.compile(r"\A\W*(?:\d{1,2}[.)]\W*)?(?:att\W+)?\Z")
_NOUN_OF = re.compile(
    r"\b(?:beslut\w*|foresl\w*|beslot)(?: om| att| pa)?(?: fullmaktige| namnden)?[ :]{1,2}\Z"
)
_LINK = re.compile(r"\b(?:att|som|vilket|darfor att)\b")
_OPENING = re.compile(
    r"\A\W*(?:(?:\d{1,2}|[a-h])[.)]\W*)?(?:(?:att|dels|samt|och|i ovrigt|darmed|darfor)\b|\Z)"
)
_NEEDS_A_HEADING = frozenset(
    {Verb.UTAN_ATGARD, Verb.NOTERA, Verb.ANTA, Verb.AVGE, Verb.GODKANNA, Verb.STA_BAKOM}
)
_NEAR = 90
_NEXT = 1
"""Sentences."""


def read(document: Document, statements: Sequence[Statement]) -> Iterator[Found]:
    """What the sentences decide, in the order of the text; the same may be told twice."""
    reader = _Reader(document)
    for statement in statements:
        yield from reader.read(statement)


class _Reader:
    """Goes through the sentences and remembers what holds for the next one: the heading, and the words
    "Kommunfullmäktige beslutar" with which a list of points begins."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._bodies = Bodies(document)
        self._section: tuple[SectionKind, str] | None = None
        self._frame: Frame | None = None
        """What the heading says, or the words that a list under it begins with."""
        self._last: tuple[int, Frame] | None = None
        """The sentence that decided last, and how."""
        self._pending: Frame | None = None
        """The same outside of sections of decisions, for the points that follow at once."""

    def read(self, statement: Statement) -> Iterator[Found]:
        key = (statement.section, statement.heading)
        if key != self._section:
            self._section, self._pending = key, None
            self._frame = (
                heading_frame(statement.section, statement.heading, self._document.kind, self._bodies)
                if statement.section in FORMAL
                else None
            )
        if statement.section in _SILENT or statement.voice.manner in _OTHERS:
            return
        if self._frame is not None and statement.text == statement.heading.replace("\n", " "):
            return
        if not STEM.search(statement.text) and not HAS_VERB.search(statement.text):
            if self._frame is None and not _OPENS.match(statement.text):
                self._pending = None
            elif self._frame is not None:
                self._note_subject(statement)
            return
        yield from self._sentence(statement)

    def _note_subject(self, statement: Statement) -> None:
        """ "1. Socialnämnden avstyrker motionen. 2. Tjänsteutlåtandet överlämnas …": who acts in one point acts
        in the next."""
        first = next(iter(self._bodies.mentions(statement.text[:60])), None)
        if first is not None and first.acts and self._frame is not None and not self._frame.named:
            self._frame = Frame(first.name, self._frame.status, self._frame.strength)

    def _sentence(self, statement: Statement) -> Iterator[Found]:
        whole = self._document.text[slice(*statement.span)]
        heading = run_in_heading(whole) if self._frame is None else 0
        text = folded(statement.text)
        if _SPEECH.search(text) or _BY_A_PERSON.search(text):
            self._pending = None
            return
        formal = self._frame is not None or heading > 0
        given = self._frame or self._pending or self._default(statement)
        if heading:
            kind = SectionKind.FORSLAG_TILL_BESLUT if "rslag" in whole[:heading] else SectionKind.BESLUT
            given = heading_frame(kind, whole[:heading].strip(" :\n"), self._document.kind, self._bodies)
            text = " " * heading + text[heading:]
        inherits = self._pending is not None and _OPENS.match(statement.text) is not None
        if self._is_earlier(statement, text):
            self._pending = None
            return
        if statement.section is SectionKind.BESLUTSGANG and not tells_of_votes(text):
            return
        plain = without_models(text)
        mentions = self._bodies.mentions(statement.text)
        turns = turns_in(plain, mentions, self._bodies, given, formal=formal)
        scene = _Scene(statement, whole, plain, mentions, turns, given, formal=formal or inherits)
        acts = list(acts_in(plain))
        found = list(scene.found(acts))
        yield from found
        if found:
            frame = Frame(found[-1].actor, found[-1].status, found[-1].strength)
            self._last = (statement.number, frame)
        if not found and formal and follows_a_proposal(text):
            yield from scene.agreed()
        self._remember(turns, acts, plain, formal=formal)

    def _default(self, statement: Statement) -> Frame:
        if self._last is not None and statement.number - self._last[0] <= _NEXT:
            # "Fullmäktige beslutar att låta … återta motionen. Ärendet avskrivs därmed."
            return self._last[1]
        return Frame(self._bodies.home, statement.voice.status, Strength.BARE, named=False)

    def _is_earlier(self, statement: Statement, text: str) -> bool:
        """Whether a sentence tells what was decided before, on another day."""
        if self._frame is not None:
            return _TOLD_OF_A_DAY.search(text) is not None
        if _TOLD.search(text) is None:
            return False
        return statement.section in _EARLIER or _DATED.search(text) is not None

    def _remember(self, turns: list[Turn], acts: list[Act], text: str, *, formal: bool) -> None:
        last = turns[-1] if turns else None
        rest = _after_bodies(text, last.end) if last is not None else ""
        leads = last is not None and not any(act.start > last.start for act in acts) and _LEADS_ON.match(rest)
        if formal and self._frame is not None:
            if leads and last is not None and last.frame is not None:
                self._frame = last.frame
        elif leads and last is not None:
            self._pending = last.frame
        elif not _OPENS.match(text) or formal:
            self._pending = None


def _after_bodies(text: str, start: int) -> str:
    """What follows on a verb that opens a list, but for the bodies it names."""
    return re.sub(r"\b[a-z-]*(?:fullmaktige|styrelsen|namnden|utskottet)\b", " ", text[start : start + _NEAR])


class _Scene:
    """One sentence with who decides in it."""

    def __init__(
        self,
        statement: Statement,
        whole: str,
        text: str,
        mentions: list[Mention],
        turns: list[Turn],
        given: Frame,
        *,
        formal: bool,
    ) -> None:
        self._statement = statement
        self._text = text
        self._mentions = mentions
        self._turns = turns
        self._given = given
        self._formal = formal
        self._cuts = [0, *(cut.end() for cut in _POINT.finditer(whole)), len(whole)]

    def found(self, acts: list[Act]) -> Iterator[Found]:
        """The decisions of the sentence."""
        acted: str | None = None
        for n, act in enumerate(acts):
            result = effect(act)
            if result is None:
                continue
            frame = self._frame_of(act, acted)
            if frame is None:
                continue
            acted = frame.actor
            span, words = self._point(act, acts, n)
            yield Found(
                result.outcome,
                _decider(frame, result),
                frame.status,
                span,
                frame.strength,
                self._statement.number,
                target_in(words),
                certain=result.certain,
                own_matter=not result.passes_on,
            )

    def agreed(self) -> Iterator[Found]:
        """The decision of a sentence that only says whose proposal is followed."""
        turn = self._turns[-1] if self._turns else None
        if turn is not None and turn.frame is not None and turn.frame.status is Status.BESLUT:
            yield Found(
                None,
                turn.frame.actor,
                turn.frame.status,
                self._statement.span,
                turn.frame.strength,
                self._statement.number,
            )

    def _frame_of(self, act: Act, acted: str | None) -> Frame | None:
        turn = next((turn for turn in reversed(self._turns) if turn.end <= act.start), None)
        since = turn.end if turn is not None else 0
        if is_opinion(self._text[since : act.start]) and act.verb.value != "besvarad":
            return None
        if turn is not None:
            if turn.frame is None or (act.mood is Mood.NOUN and not self._is_framed_noun(act)):
                return None
            return self._acting(act, since, turn.frame) if act.mood is Mood.ACTIVE else turn.frame
        if act.mood is Mood.NOUN:
            return self._given if self._formal and _ALONE.match(act.wide) else None
        if act.mood in (Mood.ACTIVE, Mood.PAST):
            return self._done_by(act, acted)
        if act.mood is Mood.INFINITIVE:
            return self._given if self._formal and (acted is not None or self._opens_point(act)) else None
        if self._formal or (act.verb not in _NEEDS_A_HEADING and self._begins_with_matter(act)):
            return self._given
        return None

    def _acting(self, act: Act, since: int, frame: Frame) -> Frame:
        """ "föreslår att kommunfullmäktige avslår": who acts last decides."""
        named = [m for m in self._mentions if m.acts and since <= m.start and m.end <= act.start]
        return Frame(named[-1].name, frame.status, frame.strength) if named else frame

    def _done_by(self, act: Act, acted: str | None) -> Frame | None:
        """A body "avslår motionen"; under a heading nobody need be named."""
        named = [m for m in self._mentions if m.acts and m.end <= act.start and act.start - m.end < _NEAR]
        if named and (self._formal or not _LINK.search(self._text[named[-1].end : act.start])):
            if not self._formal and act.mood is Mood.PAST:
                return None
            return Frame(named[-1].name, self._given.status, self._given.strength)
        if acted is not None:
            return Frame(acted, self._given.status, self._given.strength)
        start = max(cut for cut in self._cuts if cut <= act.start)
        by_office = any(start <= end <= act.start for _, end in offices(self._text))
        return self._given if self._formal and not named and not by_office else None

    def _opens_point(self, act: Act) -> bool:
        """Whether a point of a list begins with the infinitive, or with "att" in front of it."""
        start = max(cut for cut in self._cuts if cut <= act.start)
        return _OPENING.match(self._text[start : act.start]) is not None

    def _is_framed_noun(self, act: Act) -> bool:
        return _NOUN_OF.search(act.wide) is not None or self._formal

    def _begins_with_matter(self, act: Act) -> bool:
        return (
            re.match(r"\W*(?:motionen|arendet|medborgarforslaget|remissen|interpellationen)\b", self._text)
            is not None
        )

    def _point(self, act: Act, acts: list[Act], n: int) -> tuple[Span, str]:
        """The span of the point of a list in which an act stands, and the words that are its own."""
        start = max(cut for cut in self._cuts if cut <= act.start)
        end = min(cut for cut in self._cuts if cut > act.start)
        text = self._statement.text
        left = max(start, own_part(text, acts[n - 1].end, act.start) if n else 0)
        right = min(end, own_part(text, act.end, acts[n + 1].start) if n + 1 < len(acts) else end)
        while end > start and text[end - 1].isspace():
            end -= 1
        first = self._statement.span.start
        return Span(first + start, first + end), text[left:right]


def _decider(frame: Frame, result: Effect) -> str:
    """Motions are decided by fullmäktige (5 kap. 22 § kommunallagen): where the text does not say who decides,
    kommunstyrelsen only proposes."""
    if frame.named or not result.of_motion or result.outcome not in _OF_FULLMAKTIGE:
        return frame.actor
    return "Kommunfullmäktige" if is_kommunstyrelse(frame.actor) else frame.actor


_OF_FULLMAKTIGE = frozenset({None, Outcome.BIFALL, Outcome.DELVIS_BIFALL, Outcome.AVSLAG, Outcome.BESVARAD})
