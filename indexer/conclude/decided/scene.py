"""One sentence: the verbs of decisions in it, each with who decides it and with the point it stands in."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from indexer.conclude.decided.acts import Act
from indexer.conclude.decided.bodies import Bodies, Mention, is_fullmaktige, is_kommunstyrelse, offices
from indexer.conclude.decided.folding import model_in
from indexer.conclude.decided.frames import Frame, Turn, is_opinion
from indexer.conclude.decided.outcomes import Effect, effect
from indexer.conclude.decided.settling import Found
from indexer.conclude.decided.targets import joint, target_in
from indexer.conclude.decided.words import Mood, Verb
from indexer.conclude.interface import Statement
from remissarkiv.domain import Outcome, Span, Status

_POINT = re.compile(r"\n[ \t]*(?=(?:\d{1,2}[.)]|[a-h][.)]|[-–—•*]|att\b)\s)")
_ALONE = re.compile(
    r"\A\W*(?:\d{1,2}[.)]\W*)?(?:att\W+)?\Z|(?:att-?sats|yrkande|punkt|forslag)\w*[^.:;]{0,60}: ?\Z"
)
"""Before "avslag" where it is all that is said of a motion, or of "Att-sats 1:"."""

_NOUN_OF = re.compile(
    r"\b(?:beslut\w*|foresl\w*|beslot|hemstall\w*)(?: om| att| pa)?(?: fullmaktige| namnden)?[ :]{1,2}\Z"
)
_LINK = re.compile(r"\b(?:att|som|vilket)\b")
_OPENING = re.compile(
    r"\A\W*(?:(?:\d{1,2}|[a-h])[.)]\W*)?(?:(?:att|dels|samt|och|i ovrigt|darmed|darfor)\b|\Z)"
)
MATTER_FIRST = re.compile(
    r"\W*(?:motionen|arendet|medborgarforslaget|remissen|interpellationen|framstallan)\b"
)
_NEEDS_SAYING = frozenset({Verb.NOTERA, Verb.AVGE, Verb.REMITTERA, Verb.UTAN_ATGARD, Verb.BESVARA})
"""In running text a body does these without deciding anything: "nämnden noterar med oro", "lämnar följande
yttrande"; a decision says "beslutar"."""

_NEEDS_A_HEADING = frozenset(
    {Verb.UTAN_ATGARD, Verb.NOTERA, Verb.ANTA, Verb.AVGE, Verb.GODKANNA, Verb.STA_BAKOM}
)
_OF_FULLMAKTIGE = frozenset({None, Outcome.BIFALL, Outcome.DELVIS_BIFALL, Outcome.AVSLAG, Outcome.BESVARAD})
_NEAR = 90
_OF_AN_OFFICE = re.compile(r"(?:förvaltning|forvaltning|kontor|kansli)\w{0,4}s\b")
_SOMEBODY = "?"
"""A councillor, whose yrkanden are no proposals of a body."""


class Scene:
    """A sentence with who decides where in it. `whole` is the sentence as it stands in the document, line
    ends and all; `text` is folded; `formal` tells that it stands under a heading of decisions, or in a list
    of them."""

    def __init__(
        self,
        statement: Statement,
        whole: str,
        text: str,
        mentions: list[Mention],
        turns: list[Turn],
        given: Frame,
        bodies: Bodies,
        *,
        formal: bool,
    ) -> None:
        self._statement = statement
        self._text = text
        self._mentions = mentions
        self._turns = turns
        self._bodies = bodies
        self._ends = [turn.end for turn in turns]
        self._given = given
        self._formal = formal
        self._cuts = [0, *(cut.end() for cut in _POINT.finditer(whole)), len(whole) + 1]

    def found(self, acts: list[Act]) -> Iterator[Found]:
        """The decisions of the sentence."""
        before: Frame | None = None
        for n, act in enumerate(acts):
            result = effect(act)
            frame = self._frame_of(act, before) if result is not None else None
            if result is None or frame is None:
                continue
            is_clear = frame.named or self._formal or result.of_motion or result.of_citizen
            if not (frame.actor or is_clear):
                # "Det föreslås att avgiften avvisas": nobody is named, and it is no motion.
                continue
            before = frame
            span, words = self._point(acts, n)
            actor, status = self._decider(frame, result)
            yield Found(
                result.outcome,
                actor,
                status,
                span,
                frame.strength,
                self._statement.number,
                target_in(words) if result.outcome in _OF_FULLMAKTIGE else "",
                certain=result.certain,
                own_matter=not result.passes_on,
                proposer=frame.proposer,
                agrees_with=self._owner_in(act.end, act.end + _NEAR) if result.outcome is None else "",
            )

    def agreed(self, text: str) -> Iterator[Found]:
        """The decision of a sentence that only says whose proposal is followed; `text` is all of it."""
        turn = self._turns[-1] if self._turns else None
        model = model_in(text)
        if turn is None or turn.frame is None or model is None or turn.frame.status is not Status.BESLUT:
            return
        owner = self._owner_in(*model)
        yield Found(
            None,
            turn.frame.actor,
            turn.frame.status,
            self._statement.span,
            turn.frame.strength,
            self._statement.number,
            agrees_with=owner,
        )

    def _decider(self, frame: Frame, result: Effect) -> tuple[str, Status]:
        """Who decides. Motions are decided by fullmäktige (5 kap. 35 § kommunallagen), citizens' proposals
        there or where fullmäktige lets it be done: where the text does not say who decides, other bodies only
        propose."""
        is_taken_for_granted = not frame.named and result.outcome in _OF_FULLMAKTIGE
        is_theirs = result.of_motion or (result.of_citizen and is_kommunstyrelse(frame.actor))
        if not (is_taken_for_granted and is_theirs) or is_fullmaktige(frame.actor):
            return frame.actor, frame.status
        return self._bodies.fullmaktige, Status.FORSLAG if self._bodies.home else frame.status

    def _owner_in(self, start: int, end: int) -> str:
        """Whose proposal it is that words here tell of: a body's, "" an office's, else somebody's whose
        proposals are not read."""
        named = (m.name for m in self._mentions if start <= m.start < end and not m.acts)
        by_office = _OF_AN_OFFICE.search(self._statement.text[start:end].lower()) is not None
        return next(named, "" if by_office else _SOMEBODY)

    def _frame_of(self, act: Act, before: Frame | None) -> Frame | None:
        """What holds for an act, None where it is not decided; `before` held for the act before it."""
        n = bisect_right(self._ends, act.start)
        turn = self._turns[n - 1] if n else None
        since = turn.end if turn is not None else 0
        said = self._text[max(since, self._start_of_point(act)) : act.start]
        if act.verb is not Verb.BESVARAD and is_opinion(said):
            return None
        if turn is not None:
            if turn.frame is None or (act.mood is Mood.NOUN and not _NOUN_OF.search(act.wide)):
                return None
            return self._acting(act, since, turn.frame) if act.mood is Mood.ACTIVE else turn.frame
        if act.is_wished:
            return None
        if act.mood is Mood.NOUN:
            return self._given if self._formal and _ALONE.search(act.wide) else None
        if act.mood in (Mood.ACTIVE, Mood.PAST):
            return self._done_by(act, before)
        if act.mood is Mood.INFINITIVE:
            opens = before is not None or act.verb is Verb.ATERTAGEN or self._opens_point(act)
            return self._given if self._formal and opens else None
        if self._formal or (act.verb not in _NEEDS_A_HEADING and MATTER_FIRST.match(self._text)):
            return self._given
        return None

    def _acting(self, act: Act, since: int, frame: Frame) -> Frame:
        """ "föreslår att kommunfullmäktige avslår": who acts last decides."""
        named = [m for m in self._mentions if m.acts and since <= m.start and m.end <= act.start]
        return _with(frame, named[-1].name) if named else frame

    def _done_by(self, act: Act, before: Frame | None) -> Frame | None:
        """A body "avslår motionen"; under a heading nobody need be named."""
        named = [m for m in self._mentions if m.acts and m.end <= act.start and act.start - m.end < _NEAR]
        if named and (self._formal or not _LINK.search(self._text[named[-1].end : act.start])):
            if not self._formal and (not _is_told_of_a_motion(act) or act.verb in _NEEDS_SAYING):
                return None
            return _with(self._given, named[-1].name)
        if before is not None:
            return before
        if act.mood is Mood.PAST and not act.words.endswith("s"):
            # "Avvisade förslag" decides nothing, "ärendet bordlades" does.
            return None
        start = self._start_of_point(act)
        by_office = any(start <= end <= act.start for _, end in offices(self._text))
        return self._given if self._formal and not named and not by_office else None

    def _opens_point(self, act: Act) -> bool:
        """Whether a point of a list begins with the infinitive, or with "att" in front of it."""
        return _OPENING.match(self._text[self._start_of_point(act) : act.start]) is not None

    def _start_of_point(self, act: Act) -> int:
        return self._cuts[bisect_right(self._cuts, act.start) - 1]

    def _point(self, acts: list[Act], n: int) -> tuple[Span, str]:
        """The span of the point of a list in which an act stands, and the words that are its own."""
        act, text = acts[n], self._statement.text
        start = self._start_of_point(act)
        end = min(self._cuts[bisect_right(self._cuts, act.start)], len(text))
        left, right = start, end
        if n and acts[n - 1].end > start:
            left = joint(text, acts[n - 1].end, act.start) or acts[n - 1].end
        if n + 1 < len(acts) and acts[n + 1].start < end:
            right = joint(text, act.end, acts[n + 1].start) or acts[n + 1].start
        end = start + len(text[start:end].rstrip())
        first = self._statement.span.start
        return Span(first + start, first + end), text[left:right]


def _is_told_of_a_motion(act: Act) -> bool:
    """Whether a body does it, or in older minutes has done it to the motion at hand."""
    if act.mood is not Mood.PAST:
        return True
    told = act.before[-30:] if act.verb is Verb.BESVARAD else act.after[:30]
    return "motionen" in told


def _with(frame: Frame, actor: str) -> Frame:
    return Frame(actor, frame.status, frame.strength, proposer=frame.proposer)
