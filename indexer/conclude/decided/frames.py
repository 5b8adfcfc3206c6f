"""Who decides in a sentence, and whether it is decided or proposed: "Kommunstyrelsen föreslår
kommunfullmäktige besluta" makes what follows a proposal to kommunfullmäktige."""

import dataclasses
import re
from dataclasses import dataclass
from enum import StrEnum

from indexer.conclude.decided.bodies import (
    FULLMAKTIGE,
    KOMMUNSTYRELSEN,
    Bodies,
    Mention,
    is_fullmaktige,
    is_kommunstyrelse,
    offices,
)
from remissarkiv.domain import Status

PROPOSES = r"(?:foresla(?:r|s|gs|git|gits)?|foreslog|foreslogs|hemstall(?:er|a|t|de)|rekommendera[rt]?)"
DECIDES = r"(?:besluta[rst]?|beslutade|beslutats|beslutit|beslot|besluter)"
VERB = re.compile(rf"\b(?:(?P<proposes>{PROPOSES})|(?P<decides>{DECIDES}))\b")
VERB_STEMS = ("beslut", "beslot", "foresl", "hemstall", "rekommendera")
"""A folded sentence without any of these neither decides nor proposes in so many words."""

_PAST = re.compile(r"\b(?:beslutade|beslutat|beslutats|beslutit|beslot)\b")
_OPINION = re.compile(
    r"\b(?:anse[rs]?|menar|bedome[rs]?|tycker|finner|fann|konstaterar|framhaller|(?:till|av)styrk\w{0,6}|"
    r"forordar?|forordat|uppfattning\w{0,4}|beklagar|motsatter sig|vidhaller|papekar|godtar|anfor|anfort|"
    r"uppger|medger|medge|godkanner|tillater|forutsatter|utgar fran)\b"
    r"(?: (?!och\b|samt\b)[\w-]{1,30},?){0,6}? att\b(?!-)[^.;:]*\Z"
)
_FAR = 400
"""Characters in which an opinion governs a verb."""

_CONDITION = re.compile(
    r"(?:\A|, |; )(?:om|nar|innan|sedan|efter att|for att|den som vill att) [^,;:]{0,80}\Z"
)
_UNKNOWN = re.compile(r"[a-z]{3,}")
_FILLERS = re.compile(
    r"\b(?:att|och|samt|harmed|darfor|vidare|darmed|dels|aven|med|hanvisning|till|ovanstaende|det|anforda|i|dag|"
    r"har|hade|enhalligt|foljande|mot|denna|bakgrund|utifran|forslag|beslut|namnden|foljaktligen|alltsa|saledes|"
    r"slutligen|sammantaget|sammanfattningsvis|for|sin|egen|del|ocksa|rosterna|efter|genomford|omrostning)\b"
)
_ROSTER = re.compile(r"\bmed \d+ (?:rost(?:er)?|ja)\b[^.]{0,80}\b(?:mot|nej)\b")


class Strength(StrEnum):
    """How plainly a sentence decides."""

    FORMAL = "formal"
    """Under a heading of decisions or proposals."""
    SAID = "said"
    """A body decides, or proposes to another, in running text."""
    BARE = "bare"
    """An office proposes, or a body is only said to do it, in running text."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for the acts that follow: who decides ("" unknown), whether it is decided or proposed, how
    plainly, whether the text names the decider (`named`) or it is taken for granted, and which body proposes
    it ("" an office, or nobody)."""

    actor: str
    status: Status
    strength: Strength
    named: bool = True
    proposer: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """From `start` on `frame` holds in a sentence; None: what follows is not the document's own decision."""

    start: int
    end: int
    frame: Frame | None


def is_opinion(text: str) -> bool:
    """Whether a folded text ends within what somebody only holds: "anser att motionen bör …"."""
    return _OPINION.search(text[-_FAR:]) is not None


def tells_of_votes(text: str) -> bool:
    """Whether a folded sentence tells how many voted for and against."""
    return _ROSTER.search(text) is not None


def turns_in(text: str, mentions: list[Mention], bodies: Bodies, given: Frame, *, formal: bool) -> list[Turn]:
    """Where in a folded sentence who decides, and how, changes. `given` holds before; `formal` tells that the
    sentence stands under a heading of decisions."""
    reader = _Reader(text, mentions, bodies, given, formal=formal)
    return [reader.turn(verb) for verb in VERB.finditer(text)]


class _Reader:
    def __init__(
        self, text: str, mentions: list[Mention], bodies: Bodies, given: Frame, *, formal: bool
    ) -> None:
        self._text = text
        self._mentions = mentions
        self._bodies = bodies
        self._given = given
        self._formal = formal
        self._offices = [end for _, end in offices(text)]
        self._proposer: str | None = None
        """Who has proposed so far in the sentence: "" an office; None: nobody."""
        self._frame: Frame | None = given
        self._decider = ""
        """Who decides in the sentence, also where that is not the document's own decision."""
        self._last = 0

    def turn(self, verb: re.Match[str]) -> Turn:
        frame = self._proposed(verb) if verb["proposes"] else self._decided(verb)
        self._frame, self._last = frame, verb.end()
        return Turn(verb.start(), verb.end(), frame)

    def _proposed(self, verb: re.Match[str]) -> Frame | None:
        if self._frame is None and self._last and not is_kommunstyrelse(self._decider):
            return None
        subject = self._subject(verb)
        if subject is None and self._last:
            # "Kommunstyrelsen beslutar att för egen del … samt att föreslå kommunfullmäktige …"
            subject = self._decider or (self._frame.actor if self._frame is not None else "") or None
        strength = Strength.FORMAL if self._formal else Strength.SAID
        to = self._recipient(verb)
        if verb[0] in ("foreslas", "foreslogs"):
            # "Kommunstyrelsen föreslås besluta": the subject is who is to decide.
            self._proposer = self._proposer or ""
            if subject is None and not self._is_free(verb):
                return self._of_matter(verb, strength)
            return Frame(
                subject or to or self._given.actor, Status.FORSLAG, strength, named=bool(subject or to)
            )
        if subject is None:
            if self._offices_before(verb) or self._is_free(verb):
                self._proposer = ""
                named = bool(to)
                return Frame(
                    to or self._given.actor,
                    Status.FORSLAG,
                    strength if named or self._formal else Strength.BARE,
                    named=named,
                )
            return None
        if not self._may_propose(subject):
            return None
        self._proposer = subject
        actor = to or self._above(subject)
        return Frame(actor, Status.FORSLAG, strength, named=to is not None, proposer=subject)

    def _of_matter(self, verb: re.Match[str], strength: Strength) -> Frame | None:
        """ "Motionen föreslås bli avslagen": told in passing, by nobody in particular."""
        if _MATTER.search(self._text[self._last : verb.start()]) is None:
            return None
        strength = strength if self._formal else Strength.BARE
        return Frame(self._given.actor, Status.FORSLAG, strength, named=False)

    def _decided(self, verb: re.Match[str]) -> Frame | None:
        if self._last and self._frame is None:
            return None
        if self._proposer is not None and self._frame is not None:
            subject = self._subject(verb)
            if subject is None:
                return self._frame
            return dataclasses.replace(self._frame, actor=subject, named=True)
        subject = self._subject(verb)
        if subject is None:
            subject = self._inverted(verb)
        strength = Strength.FORMAL if self._formal else Strength.SAID
        if _CONDITION.search(self._text[: verb.start()]):
            return None
        if subject is None:
            if self._formal and self._is_free(verb):
                return Frame(self._given.actor, self._given.status, strength, self._given.named)
            return None
        self._decider = subject
        if not self._formal and not self._is_own(subject):
            return None
        status = self._given.status
        if _PAST.match(verb[0]) and not self._formal:
            status = Status.BESLUT
        return Frame(subject, status, strength)

    def _subject(self, verb: re.Match[str]) -> str | None:
        """The body named between the verb before and this one that can act."""
        found = [m for m in self._mentions if m.acts and self._last <= m.start and m.end <= verb.start()]
        if not found:
            return None
        between = self._text[found[-1].end : verb.start()]
        return found[-1].name if len(between) < _NEAR and not _BREAK.search(between) else None

    def _inverted(self, verb: re.Match[str]) -> str | None:
        """ "Med 9 röster mot 6 beslutar kommunstyrelsen att …"."""
        return next(
            (m.name for m in self._mentions if m.acts and 0 <= m.start - verb.end() <= _CLOSE),
            None,
        )

    def _recipient(self, verb: re.Match[str]) -> str | None:
        """ "föreslår kommunfullmäktige", "hemställer hos kommunfullmäktige", "föreslår att nämnden", and in
        old papers "hos kommunfullmäktige hemställa"."""
        for mention in self._mentions:
            between = self._text[verb.end() : mention.start]
            if mention.start >= verb.end() and _TO.fullmatch(between):
                return mention.name
            is_before = self._text[mention.end : verb.start()] == " "
            if is_before and self._text[: mention.start].endswith("hos "):
                return mention.name
        return None

    def _is_free(self, verb: re.Match[str]) -> bool:
        """Whether nobody is named as the one who decides or proposes, so that it is whom one expects."""
        before = self._text[self._last : verb.start()]
        return _UNKNOWN.search(_FILLERS.sub("", before)) is None

    def _offices_before(self, verb: re.Match[str]) -> bool:
        return any(self._last <= end <= verb.start() for end in self._offices)

    def _may_propose(self, proposer: str) -> bool:
        home = self._bodies.home
        return self._formal or not home or proposer == home or is_kommunstyrelse(proposer)

    def _is_own(self, body: str) -> bool:
        home = self._bodies.home
        return not home or body == home or is_fullmaktige(body)

    def _above(self, proposer: str) -> str:
        """To whom a body proposes that does not say so: an utskott to its board, others to fullmäktige."""
        if proposer.lower().endswith(("utskott", "utskottet")):
            home = self._bodies.home
            return home if home and home != proposer else KOMMUNSTYRELSEN
        if is_fullmaktige(proposer):
            return proposer
        return self._bodies.fullmaktige or FULLMAKTIGE


_MATTER = re.compile(r"\A\W*(?:motion(?:en|ens)|medborgarforslaget)\b[^.;:]{0,80}\Z")
_NEAR = 140
_CLOSE = 25
_BREAK = re.compile(r"[.;]|\bsom\b[^,]*\Z")
_TO = re.compile(r"\W{1,3}(?:(?:till|hos|for|att|ocksa|i sin tur|harmed|darfor)\W{1,2}){0,3}")
