"""What the readers of conclusions work on: the sentences of a document, each with who speaks in it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from remissarkiv.domain import Actor, Section, SectionKind, Span, Status

LONGEST_SENTENCE = 4_000
"""Characters; of what goes on for longer without an end only so many are read. It is no sentence."""


class Manner(StrEnum):
    """In which manner somebody speaks in a sentence."""

    OWN = "own"
    """The author's own words: reasons, proposals, decisions."""
    RECOUNTED = "recounted"
    """What another body holds, as the author recounts it. `Voice.actor` is that body."""
    PROPOSAL = "proposal"
    """What the motion, medborgarförslag or remiss says."""
    LAW = "law"
    """Quoted or paraphrased law."""
    YRKANDE = "yrkande"
    RESERVATION = "reservation"
    UTTALANDE = "uttalande"
    ERSATTARE = "ersättare"
    LIST = "list"
    """Headings, lists of documents, of those who are asked or informed, letterhead, signatures."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the actor, in which manner, and whether what is said is decided or proposed."""

    actor: Actor
    manner: Manner
    status: Status


class Passage(NamedTuple):
    """A sentence before it is known who speaks: `text` stands on one line; `is_heading` tells that the line
    heads what follows, `is_point` that a point of a list begins with it."""

    span: Span
    text: str
    section: Section
    paragraph: int
    is_heading: bool = False
    is_point: bool = False


class Statement(NamedTuple):
    """A sentence of a document: its span, its text on one line (as long as the span: line ends are blanks),
    the section it stands in and who speaks. `number` counts from 0; `paragraph` is the same for the
    sentences of one paragraph. `is_prose` tells that by its place alone it is no part of a list: no heading,
    nothing of the letterhead, in no section of lists."""

    span: Span
    text: str
    section: SectionKind
    heading: str
    number: int
    paragraph: int
    is_prose: bool
    speaker: Callable[[int], Voice]
    """Tells who speaks in the sentence of a number."""

    @property
    def voice(self) -> Voice:
        """Who speaks. To find that out costs more than all else that is done to a sentence, and most
        documents conclude nothing: readers ask for what the words can tell first."""
        return self.speaker(self.number)
