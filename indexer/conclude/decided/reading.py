"""Read the sentences of a document for what is decided in them."""

import dataclasses
import re
from collections.abc import Iterator, Sequence

from indexer.conclude.decided.acts import Act, acts_in
from indexer.conclude.decided.bodies import BODY_STEMS, Bodies, Mention, is_fullmaktige, may_name
from indexer.conclude.decided.folding import folded, model_in, without_models
from indexer.conclude.decided.frames import (
    VERB,
    VERB_STEMS,
    Frame,
    Strength,
    Turn,
    tells_of_votes,
    turns_in,
)
from indexer.conclude.decided.headings import FORMAL, heading_frame, run_in_heading
from indexer.conclude.decided.scene import MATTER_FIRST, Scene
from indexer.conclude.decided.settling import Found
from indexer.conclude.decided.words import STEMS
from indexer.conclude.interface import Manner, Statement
from indexer.conclude.stems import Stems
from remissarkiv.domain import ActorKind, Document, Kind, SectionKind, Span, Status

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
_MOVES = frozenset({Kind.MOTION, Kind.MEDBORGARFORSLAG, Kind.INTERPELLATION})
"""Under "Förslag till beslut" these say what their authors move."""

_COUNCILLORS = frozenset({Manner.YRKANDE, Manner.UTTALANDE, Manner.ERSATTARE})
_OTHERS = _COUNCILLORS | {Manner.PROPOSAL, Manner.LAW}
_SPEECH = re.compile(
    r"\b(?:yrka(?:r|de|t|s)?|reservera(?:r|de)?|proposition (?:pa|om)|instammer i [a-z]+s yrkande|"
    r"(?:ansluter|anslot) sig|bifallsyrkande|avslagsyrkande|ja-rost(?:er)?|nej-rost(?:er)?|rostar|"
    r"deltar (?:inte|ej)|(?:ordforanden|ordf|man|han|hon) (?:finner|fann|konstaterar))\b"
)
"""What is said at a meeting and how it is voted on. "Ordföranden finner att … avslår" tells how the decision
came about, which stands under its own heading."""

_BY_A_PERSON = re.compile(
    r"\([a-z]{1,5}\)(?: (?!och\b)[a-z]+){0,3} (?:foresl|hemstall|onska|vill\b|menar|anser|begar|forord)"
    r"|\b(?:vi|jag|motionaren|motionarerna|forslagsstallaren) (?:har )?(?:foresl|hemstall)"
    r"|\b(?:foreslar|foreslog|hemstaller) (?:vi|jag|motionaren|motionarerna)\b"
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|§|\bden \d{1,2} |\btidigare\b|\bredan\b|\bda\b")
_TOLD = re.compile(
    r"\b(?:beslutade|beslutat|beslutats|beslot|beslutit|aterremittera(?:de|des|ts?|d)|bordlade|bordlades|"
    r"avslog|bifoll|remitterade|remitterades)\b"
)
_TOLD_OF_A_DAY = re.compile(
    r"\b(?:beslutade|beslot|aterremitterade|bordlade|avslog|bifoll|remitterade)[^.;]{0,25}?"
    r"(?:\bden \d|§|\b\d{4}-\d\d)|(?:\bden \d{1,2} \w+[^.;]{0,15}|§ \d+,? ?|\b\d{4}-\d\d-\d\d,? ?)"
    r"\b(?:beslutat|beslutade|beslot|aterremitterat|bordlagt|avslagit)\b"
)
_OPENS = re.compile(r"\A\W*(?:\d{1,2}[.)]\s|[a-h]\)\s|[-–—•*]\s|att\b|samt\b|och\b|dels\b|[a-zåäö])")
_LEADS_ON = re.compile(r"\A[^a-z]*(?:(?:att|foljande|besluta|beslutar|darfor|harmed)[^a-z]*){0,4}\Z")
_NAMES = re.compile(r"\b[a-z-]*(?:fullmaktige|styrelsen|namnden|utskottet)\b")
_NEAR = 90
_PROSE = 80
_MOST_PROSE = 3
_NEXT = 1
"""Sentences."""

_VERBS, _STEMS, _BODIES, _ANY = (
    Stems(*stems, unringed=True) for stems in (VERB_STEMS, STEMS, BODY_STEMS, (*VERB_STEMS, *STEMS))
)

_LONGEST = 2_000
"""Characters of a sentence that are read at once: what has no full stop for longer is no sentence, and work
on it must not grow with the square of its length."""


def read(document: Document, statements: Sequence[Statement]) -> Iterator[Found]:
    """What the sentences decide, in the order of the text; the same may be told twice."""
    reader = _Reader(document)
    for statement in statements:
        if reader.passes_by(statement):
            continue
        for piece in _pieces(statement):
            yield from reader.read(piece)


def _pieces(statement: Statement) -> Iterator[Statement]:
    text, start = statement.text, statement.span.start
    if len(text) <= _LONGEST:
        yield statement
        return
    done = 0
    while done < len(text):
        end = len(text) if len(text) - done <= _LONGEST else text.rfind(" ", done + 1, done + _LONGEST) + 1
        end = end if end > done else done + _LONGEST
        yield statement._replace(span=Span(start + done, start + end), text=text[done:end])
        done = end


def _leads_on(text: str, end: int) -> bool:
    """Whether behind the verb of a folded sentence, which ends there, nothing stands but who decides."""
    return _LEADS_ON.match(_NAMES.sub(" ", text[end:][:_NEAR])) is not None


def _opens_list(text: str) -> bool:
    """Whether the points of a list may follow on a folded sentence: "Kommunstyrelsen beslutar att"."""
    verbs = list(VERB.finditer(text))
    return bool(verbs) and _leads_on(text, verbs[-1].end())


class _Reader:
    """Goes through the sentences and remembers what holds for the next one: the heading, and the words
    "Kommunfullmäktige beslutar" with which a list of points begins."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._plain = folded(document.text)
        self._bodies = Bodies(document)
        self._section: tuple[SectionKind, str] | None = None
        self._frame: Frame | None = None
        """What the heading says, or the words that a list under it begins with."""
        self._pending: Frame | None = None
        """The same outside of sections of decisions, for the points that follow at once."""
        self._prose = 0
        """How many sentences of prose stand in a row in a section of decisions."""
        self._last: tuple[int, Frame] | None = None
        """The sentence that decided last, and how."""

    def passes_by(self, statement: Statement) -> bool:
        """Whether the next sentence, by its words and its place alone, decides nothing and is no part of
        a list: most are such. What is remembered is then as if it had been read."""
        self._enter(statement)
        if statement.section in _SILENT:
            return True
        return self._frame is None and self._pending is None and not _ANY.within(statement.text)

    def read(self, statement: Statement) -> Iterator[Found]:
        """The decisions of the next sentence."""
        self._enter(statement)
        if statement.section in _SILENT:
            return
        text = self._plain[slice(*statement.span)].replace("\n", " ")
        may_decide = self._may_decide(statement, text)
        is_alone = self._frame is None and self._pending is None
        if is_alone and not may_decide:
            return
        if not is_alone and self._is_of_others(statement):
            # Of one that stands alone it is asked when all else is known: most decide nothing anyhow.
            return
        if self._frame is not None and statement.text == statement.heading.replace("\n", " "):
            return
        if may_decide:
            yield from self._decided(statement, text, is_alone=is_alone)
        elif self._frame is not None:
            self._drift(statement, self._frame)
        elif self._pending is not None and not _OPENS.match(text):
            self._pending = None

    def _is_of_others(self, statement: Statement) -> bool:
        """Whether others than a body speak. Under a heading of decisions, and where a body is the first word,
        "motionen" does not make it the motion's."""
        manner = statement.voice.manner
        if self._frame is not None or (manner is Manner.PROPOSAL and self._begins_with_body(statement)):
            return manner in _COUNCILLORS
        return manner in _OTHERS

    def _begins_with_body(self, statement: Statement) -> bool:
        first = self._first_body(statement)
        return first is not None and first.acts and first.start == 0

    def _first_body(self, statement: Statement) -> Mention | None:
        """The body that is named first among the first words. The whole sentence is asked before: of it the
        stems are known already."""
        if not may_name(statement.text):
            return None
        return next(iter(self._bodies.mentions(statement.text[:60])), None)

    def _may_decide(self, statement: Statement, text: str) -> bool:
        """Whether a sentence is worth reading: most are not, and this is what they cost."""
        listed = self._frame is not None or self._pending is not None
        has_verb = _VERBS.within(statement.text)
        if has_verb and (listed or any(stem in text[-_NEAR:] for stem in VERB_STEMS)):
            return True
        if not _STEMS.within(statement.text):
            return False
        return listed or has_verb or _BODIES.within(statement.text) or MATTER_FIRST.match(text) is not None

    def _enter(self, statement: Statement) -> None:
        key = (statement.section, statement.heading)
        if key == self._section:
            return
        self._section, self._pending, self._frame, self._prose = key, None, None, 0
        is_moved = statement.section is SectionKind.FORSLAG_TILL_BESLUT and self._document.kind in _MOVES
        if statement.section in FORMAL and not is_moved:
            self._frame = heading_frame(
                statement.section, statement.heading, self._document.kind, self._bodies
            )

    def _drift(self, statement: Statement, frame: Frame) -> None:
        """Follow what decides nothing in a section of decisions: "1. Socialnämnden avstyrker motionen. 2.
        Tjänsteutlåtandet överlämnas …", who acts in one point acts in the next; and where prose follows prose
        the decisions are over, though no heading says so."""
        is_prose = len(statement.text) > _PROSE and not _OPENS.match(statement.text)
        self._prose = self._prose + 1 if is_prose else 0
        if self._prose == _MOST_PROSE:
            self._frame = None
            return
        first = self._first_body(statement)
        if first is not None and first.acts and not frame.named:
            self._frame = dataclasses.replace(frame, actor=first.name)

    def _decided(self, statement: Statement, text: str, *, is_alone: bool) -> Iterator[Found]:
        if _SPEECH.search(text) or _BY_A_PERSON.search(text) or self._is_earlier(statement, text):
            self._pending = None
            return
        if statement.section is SectionKind.BESLUTSGANG and not tells_of_votes(text):
            return
        whole = self._document.text[slice(*statement.span)]
        heading = run_in_heading(whole) if self._frame is None else 0
        plain = without_models(" " * heading + text[heading:])
        acts = list(acts_in(plain))
        if is_alone and not (acts or model_in(text) or _opens_list(plain)):
            return
        if is_alone and self._is_of_others(statement):
            return
        formal = self._frame is not None or heading > 0
        given = self._given(statement, whole[:heading])
        mentions = self._bodies.mentions(statement.text)
        turns = turns_in(plain, mentions, self._bodies, given, formal=formal)
        inherits = self._pending is not None and _OPENS.match(statement.text) is not None
        scene = Scene(
            statement, whole, plain, mentions, turns, given, self._bodies, formal=formal or inherits
        )
        found = list(scene.found(acts)) or list(scene.agreed(text))
        yield from found
        self._prose = 0
        if found:
            last = found[-1]
            self._last = (statement.number, Frame(last.actor, last.status, last.strength))
        self._remember(turns, acts, plain, formal=formal)

    def _given(self, statement: Statement, heading: str) -> Frame:
        """What holds before a sentence says anything itself."""
        if heading:
            proposed = "rslag" in heading
            kind = SectionKind.FORSLAG_TILL_BESLUT if proposed else SectionKind.BESLUT
            return heading_frame(kind, heading.strip(" :\n"), self._document.kind, self._bodies)
        known = self._frame or self._pending
        if known is not None:
            return known
        if self._last is not None and statement.number - self._last[0] <= _NEXT:
            # "Fullmäktige beslutar att låta … återta motionen. Ärendet avskrivs därmed."
            return self._last[1]
        status = Status.FORSLAG if self._is_of_an_office(statement) else Status.BESLUT
        return Frame(self._bodies.home, status, Strength.BARE, named=False)

    def _is_of_an_office(self, statement: Statement) -> bool:
        """Whether an office writes: what it says that the board does, it proposes."""
        author = statement.voice.actor
        is_office = author.kind is ActorKind.FORVALTNING and author.name != ""
        return is_office or self._document.kind is Kind.TJANSTEUTLATANDE

    def _is_earlier(self, statement: Statement, text: str) -> bool:
        """Whether a sentence tells what was decided before, on another day."""
        if self._frame is not None:
            return _TOLD_OF_A_DAY.search(text) is not None
        if _TOLD.search(text) is None or ("foresl" in text and is_fullmaktige(self._bodies.home)):
            # What kommunstyrelsen proposed is what fullmäktige has before it, whatever the day.
            return False
        return statement.section in _EARLIER or _DATED.search(text) is not None

    def _remember(self, turns: list[Turn], acts: list[Act], text: str, *, formal: bool) -> None:
        """Keep the words that a list begins with: nothing but who decides stands behind the verb."""
        last = turns[-1] if turns else None
        leads = (
            last is not None and not any(act.start > last.start for act in acts) and _leads_on(text, last.end)
        )
        if formal and self._frame is not None:
            if leads and last is not None and last.frame is not None:
                self._frame = last.frame
        elif leads and last is not None:
            self._pending = last.frame
        elif not _OPENS.match(text) or formal:
            self._pending = None
