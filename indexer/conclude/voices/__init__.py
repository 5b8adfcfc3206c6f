"""Who speaks where in a document: by its sections, its headings, and the words of each sentence."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import LONGEST_SENTENCE, Manner, Passage, Voice
from indexer.conclude.voices.author import Author, find_author, letterhead, manner_of_councillors
from indexer.conclude.voices.councillors import Councillors
from indexer.conclude.voices.manners import goes_on, is_law, is_of_proposal, opens_with_proposal
from indexer.conclude.voices.mentions import mentions_in
from indexer.conclude.voices.naming import Naming, is_same
from indexer.conclude.voices.owners import Owner, own_of_proposal, owner_of
from indexer.conclude.voices.speech import speech_in
from indexer.conclude.voices.status import status_of
from remissarkiv.domain import Actor, ActorKind, Document, Kind, SectionKind, Status

__all__ = ["LISTS", "Voices", "letterhead"]

_LISTS = frozenset((SectionKind.BESLUTSUNDERLAG, SectionKind.BILAGOR, SectionKind.EXPEDIERING))
LISTS = _LISTS | {SectionKind.REMISSINSTANSER}
"""Sections in which not all that stands there is spoken by somebody."""

_RESETS = frozenset(
    (
        SectionKind.SYNPUNKTER,
        SectionKind.SAMMANFATTNING,
        SectionKind.BAKGRUND,
        SectionKind.ARENDET,
        SectionKind.BEREDNING,
        SectionKind.KONSEKVENSER,
        SectionKind.MOTIVERING,
        SectionKind.FORSLAG_TILL_BESLUT,
        SectionKind.BESLUT,
    )
)
_NOBODYS = frozenset({Kind.MOTION, Kind.MEDBORGARFORSLAG, Kind.INTERPELLATION})
_PRONOUN = re.compile(
    r"\A(?:Den|Det|Denna|Detta|De|Hen|Han|Hon|Man|Vidare|Dessutom|Även|Samtidigt|Därutöver)\b"
)
_OF_AUTHOR = re.compile(
    r"bedömning|överväganden?\b|slutsats|ställningstagande|förslag till|analys\b", re.IGNORECASE
)
_ANNOUNCES = re.compile(r"(?::|\bföljande(?: [\w-]+)?\.)\Z")
_RECOUNTS = re.compile(
    r"\A(?:Av remissvaren|Remissvaren\b|Remissinstansernas svar|Yttrandet från|Inkomna (?:remissvar"
    r"|yttranden))",
    re.IGNORECASE,
)


class Voices:
    """Tells of each passage of one document who speaks in it; they are asked for in the order of the text."""

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        self._author: Author = find_author(document, passages)
        self._naming = Naming(self._author.voice.actor, document.namnd)
        self._councillors = Councillors()
        self._is_minutes = document.kind in (Kind.PROTOKOLL, Kind.BESLUT)
        # Whoever writes of the motionär has not written the motion.
        is_motion = document.kind in _NOBODYS and not any("motionär" in one.text for one in passages)
        self._is_motion = is_motion and not self._author.is_told
        self._asked = 0
        self._section: object = None
        self._paragraph = -1
        self._owner: Owner | None = None
        self._councillor: Actor | None = None
        self._before: Voice | None = None
        self._recounts = False
        self._left = False
        self._quoted: Voice | None = None
        self._announced: Voice | None = None
        self._reserved: Voice | None = None
        self._below: Voice | None = None
        self._moves = False
        self._row: Voice | None = None
        self._paper: Manner | None = None
        self._is_numbered = False
        self._in_quotation: Voice | None = None
        self._quoted_for = 0

    @property
    def author(self) -> Voice:
        """The voice of the document's author."""
        return self._author.voice

    def of(self, passage: Passage) -> Voice:
        """The voice of the next passage."""
        self._turn_to(passage)
        in_head = self._asked < self._author.head
        self._asked += 1
        if passage.is_heading or in_head:
            self._in_quotation = self._row = None
            self._below = self._of_paper(passage)
        if self._below is not None and (passage.is_heading or in_head):
            self._before = None
            return self._below
        if (passage.is_heading or in_head) and self._in_list(passage.text) is None:
            if in_head:
                # Below the sender stands to whom it goes, and that heads nothing.
                self._naming.note(mentions_in(passage.text))
            else:
                self._take_heading(passage)
            self._before = None
            return Voice(self._author.voice.actor, Manner.LIST, self._author.voice.status)
        voice = self._in_quotation or self._spoken(passage)
        self._quote(passage.text, voice)
        self._before = voice
        if voice.manner is Manner.RECOUNTED and _ANNOUNCES.search(passage.text):
            # "Kommunstyrelsen har anfört:" What follows is kommunstyrelsen's to the end of the paragraph.
            self._quoted = self._announced = voice
        elif passage.text.strip():
            self._announced = None
        return voice

    def _quote(self, text: str, voice: Voice) -> None:
        """Remember whose words go on to where the quotation marks are closed."""
        self._quoted_for += 1
        if sum(map(text.count, _QUOTATION)) % 2 == 0:
            if self._quoted_for > _LONGEST_QUOTATION:
                self._in_quotation = None
            return
        opens = self._in_quotation is None and voice.manner in (Manner.PROPOSAL, Manner.RECOUNTED)
        self._in_quotation = voice if opens else None
        self._quoted_for = 0

    def _turn_to(self, passage: Passage) -> None:
        if passage.section is not self._section:
            self._section = passage.section
            self._moves = False
            self._below = self._in_quotation = self._paper = None
            self._councillor = None
            self._left = False
            self._recounts = passage.section.kind is SectionKind.REMISSINSTANSER
            if passage.section.kind in _RESETS:
                self._owner = None
        if passage.paragraph != self._paragraph:
            self._paragraph = passage.paragraph
            self._naming.begin_paragraph()
            self._row = None
            if not passage.is_point:
                self._before = None
            self._quoted, self._announced = self._announced, None
            self._reserved = None
            if not (self._section and passage.section.kind is SectionKind.REMISSINSTANSER):
                self._recounts = False
        if _RECOUNTS.match(passage.text):
            self._recounts = True

    def _take_heading(self, passage: Passage) -> None:
        """Let what stands below belong to whom a heading names."""
        mentions = mentions_in(passage.text)
        self._naming.note(mentions)
        owner = owner_of(passage.text, mentions, self._naming)
        if passage.section.kind in (SectionKind.YRKANDEN, SectionKind.RESERVATION):
            moved = self._councillors.within(passage.text)
            self._councillor = moved[0].actor if moved else self._councillor
            self._left = self._left or (owner is not None and passage.text != passage.section.heading)
            if passage.text != passage.section.heading and _MOVED_BELOW.search(passage.text):
                self._moves = True
        elif passage.text != passage.section.heading and "förslag" not in passage.text.lower():
            self._left = True
        is_paper = _PAPERS.fullmatch(passage.text) is not None
        self._paper = manner_of_councillors(passage.text) if is_paper else None
        numbered = _NUMBERED_NAME.match(passage.text)
        if owner is None and self._is_numbered and numbered is not None:
            # "4. Skanova" below "3. Ekeby hembygdsförening"
            owner = Owner(Actor(numbered["name"], ActorKind.EXTERN))
        if owner is not None:
            self._is_numbered = passage.text[:1].isdigit()
            is_author = is_same(owner.actor, self._author.voice.actor)
            self._owner = None if is_author else owner
        elif own_of_proposal(passage.text):
            self._owner = Owner(Actor("", ActorKind.LEDAMOT), is_proposal=True)
        elif self._owner is not None and (self._owner.is_proposal or _OF_AUTHOR.search(passage.text)):
            # "Ny bedömning" below the answers of others is the author's again.
            self._owner = None

    def _spoken(self, passage: Passage) -> Voice:
        author = self._author.voice
        if author.actor.kind is ActorKind.LEDAMOT:
            return author
        if self._below is not None:
            return self._below
        if (of_councillors := self._of_councillors(passage)) is not None:
            return of_councillors
        kind = passage.section.kind
        if kind in _LISTS:
            return Voice(author.actor, Manner.LIST, author.status)
        text = passage.text[:LONGEST_SENTENCE]
        if "\t" in text or passage.is_point:
            self._row = None
        if (answering := self._in_list(text, is_point=passage.is_point)) is not None:
            self._naming.note(mentions_in(text))
            self._row = answering
            return answering
        if kind is SectionKind.REMISSINSTANSER and not passage.text.endswith("."):
            return Voice(author.actor, Manner.LIST, author.status)
        mentions = mentions_in(text)
        speech = speech_in(text, mentions)
        owner = self._owner.actor if self._owner is not None and not self._owner.is_proposal else None
        speaker = None if speech is None else self._naming.meant(speech.mention, owner)
        self._naming.note(mentions)
        is_authors = speaker is not None and is_same(speaker, author.actor)
        if opens_with_proposal(text) or (not is_authors and is_of_proposal(text)):
            return Voice(Actor("", ActorKind.LEDAMOT), Manner.PROPOSAL, Status.FORSLAG)
        if speaker is None and is_law(text):
            return Voice(owner or author.actor, Manner.LAW, author.status)
        if (
            kind is SectionKind.FORSLAG_TILL_BESLUT
            and not self._left
            and author.actor.kind is ActorKind.FORVALTNING
        ):
            # "Kommunstyrelsen föreslår kommunfullmäktige besluta" is what the office proposes that it do.
            return author
        if speaker is not None and speech is not None:
            return self._voice_of(speaker, is_told=speech.is_told)
        if self._is_motion or (self._owner is not None and self._owner.is_proposal):
            return Voice(Actor("", ActorKind.LEDAMOT), Manner.PROPOSAL, Status.FORSLAG)
        if self._row is not None and not mentions:
            return self._row
        before = self._before
        if before is not None and before.manner is Manner.PROPOSAL and (passage.is_point or goes_on(text)):
            return before
        if self._quoted is not None:
            return self._quoted
        goes_on_recounting = passage.is_point or _PRONOUN.match(text) is not None
        if before is not None and before.manner is Manner.RECOUNTED and goes_on_recounting:
            return before
        if before is not None and before.manner is Manner.RECOUNTED and _PASSIVE.match(text) and not mentions:
            # "Kontoret tillstyrker bussen. Kiosken avstyrks däremot."
            return before
        if self._owner is not None:
            return self._voice_of(self._owner.actor, is_told=False)
        return author

    def _in_list(self, text: str, *, is_point: bool = False) -> Voice | None:
        """The voice of an answer in a list or a table: "Kulturnämnden: avstyrker"."""
        head = text[:_LONGEST_NAME]
        if ":" not in head and "\t" not in head and " –" not in head and " -" not in head:
            return None
        answer = _ANSWER.match(text)
        if answer is None:
            return None
        mentions = mentions_in(text[: answer.start("end")])
        if mentions:
            speaker = self._naming.meant(mentions[-1], None)
        elif is_point and (named := _NAME_IN_LIST.match(text)) is not None:
            speaker = Actor(named["name"], ActorKind.EXTERN)
        else:
            return None
        return Voice(speaker, Manner.RECOUNTED, status_of(speaker))

    def _voice_of(self, speaker: Actor, *, is_told: bool) -> Voice:
        author = self._author.voice
        if is_same(speaker, author.actor):
            return Voice(author.actor, Manner.RECOUNTED if self._recounts else Manner.OWN, author.status)
        owner = self._owner
        owns = (
            owner is not None
            and is_same(speaker, owner.actor)
            and owner.is_own(author.actor, is_minutes=self._is_minutes)
        )
        open_text = not self._author.is_told and not is_told and not self._recounts
        manner = Manner.OWN if owns or open_text else Manner.RECOUNTED
        return Voice(speaker, manner, status_of(speaker))

    def _of_councillors(self, passage: Passage) -> Voice | None:
        """The voice of a sentence in a section of yrkanden, reservationer or särskilda yttranden."""
        kind, text = passage.section.kind, passage.text[:LONGEST_SENTENCE]
        if self._left:
            return self._in_running_text(text)
        if (kind is SectionKind.YRKANDEN and not _NUMBERED_YRKANDE.match(passage.section.heading)) or (
            kind is SectionKind.RESERVATION and self._moves
        ):
            manner, status = Manner.YRKANDE, Status.FORSLAG
        elif kind is SectionKind.RESERVATION:
            found = manner_of_councillors(text) or manner_of_councillors(passage.section.heading)
            manner, status = found or Manner.RESERVATION, Status.BESLUT
        else:
            return self._in_running_text(text)
        moved = self._councillors.within(text)
        if kind is SectionKind.YRKANDEN and not moved and _speaks_itself(text):
            return None
        if self._paper is not None:
            manner, status = self._paper, Status.BESLUT
        if moved and (self._councillor is None or moved[0].is_named):
            self._councillor = moved[0].actor
        return Voice(self._councillor or Actor("", ActorKind.LEDAMOT), manner, status)

    def _of_paper(self, passage: Passage) -> Voice | None:
        """The voice of what stands below a line such as "Ersättaryttrande av Leif Norgren (MP):"."""
        text = passage.text
        announces = _PAPER.match(text) is not None or text.endswith(":")
        if self._author.voice.actor.kind is ActorKind.LEDAMOT or not announces:
            return None
        manner = manner_of_councillors(text)
        moved = self._councillors.within(text) if manner is not None and "(" in text else ()
        if manner is None or not moved or not moved[0].is_named:
            return None
        return Voice(moved[0].actor, manner, Status.BESLUT)

    def _in_running_text(self, text: str) -> Voice | None:
        """The voice of "Gunvor Lidberg (M) lämnar ett särskilt yttrande:" and of what follows it."""
        told = manner_of_councillors(text) or self._paper
        moved = self._councillors.within(text) if "(" in text or told is not None else ()
        manner = told if moved else None
        if manner is not None and text.endswith((":", "följande.")):
            self._quoted = self._announced = Voice(moved[0].actor, manner, Status.BESLUT)
            return self._quoted
        if self._quoted is not None and self._quoted.actor.kind is ActorKind.LEDAMOT:
            return self._quoted
        if manner is not None:
            self._reserved = Voice(moved[0].actor, manner, Status.BESLUT)
        elif self._reserved is not None and _WE.match(text):
            # "Mot beslutet reserverar sig Centerpartiet. Vi anser …"
            return self._reserved
        return None


_PASSIVE = re.compile(
    r"[^.]{3,120}?\b(?:(?:till|av)styrks|lämnas utan erinran)\b(?: (?:däremot|dock|också|även|likaså))"
)
_LONGEST_NAME = 110
# "- Samfundet Gamla Tuna: Har avböjt att yttra sig."
_NAME_IN_LIST = re.compile(r"[•*–-] (?P<name>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,4}):")
_ANSWER = re.compile(
    r"(?:[•*–-] )?[^:\t.]{3,70}?(?P<end>)(?: \([^()]{1,30}\))?(?::|\t| [–—-])\s*(?:Nämnden |Motionen "
    r"|Förslaget )?"
    r"(?:(?:till|av)styrk|ingen erinran|inget att|inga synpunkter|bifall|avsl|avstår|ja\b|nej\b|utan erinran"
    r"|har |lämnar "
    r"|(?:delvis )?positiv|negativ|delvis|anse[sr] )",
    re.IGNORECASE,
)
_QUOTATION = ('"', "”", "“", "„")
_LONGEST_QUOTATION = 12
"""Sentences; marks that were not closed by then will not be."""


def _speaks_itself(text: str) -> bool:
    """Whether somebody who is no councillor speaks, among yrkanden: "Samebyn avstyrker"."""
    mentions = mentions_in(text)
    first = mentions[0] if mentions else None
    if first is None or first.start or first.is_bare or first.actor.kind not in _ANSWERING:
        return False
    return speech_in(text, mentions[:1]) is not None


_ANSWERING = frozenset((ActorKind.EXTERN, ActorKind.NAMND, ActorKind.RAD, ActorKind.BOLAG))
_NUMBERED_NAME = re.compile(r"\d{1,2}[.)] (?P<name>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){0,4})\Z")
_PAPERS = re.compile(
    r"(?:Ersättaryttrande|Särskil(?:t|da) (?:yttrande|uttalande)|Protokollsanteckning)(?:n|ar|na)?:?"
)
_PAPER = re.compile(
    r"(?:Reservation|Särskilt (?:yttrande|uttalande)|Ersättaryttrande"
    r"|Protokollsanteckning)\b(?: \w+){0,3} (?:av|från)\b",
    re.IGNORECASE,
)
_MOVED_BELOW = re.compile(r"\b(?:förslag|yrkanden?)\Z", re.IGNORECASE)
_WE = re.compile(r"[\"”»]?(?:Vi|Jag|Enligt vår|Vår)\b")
_NUMBERED_YRKANDE = re.compile(r"Yrkande \d|Enligt ")
