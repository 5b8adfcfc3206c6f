"""What a document is marked by and its passages are cut from."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from remissarkiv.assessments import Held
from remissarkiv.domain import Citation, Conclusion, DnrMention, Span
from remissarkiv.passages.word_index import WordIndex


class PassageSource(Protocol):
    """A document as lists of hits show it. What is asked for first is made first: a search without a lagrum
    never reads the citations of a text that has no passage near one."""

    @property
    def text(self) -> str:
        """`Document.text`, which every span points into."""

    @property
    def words(self) -> WordIndex:
        """The words of the text, with their inflection keys and those of their parts."""

    @property
    def misread(self) -> WordIndex:
        """What was misread, as it was read, with the keys of the field `raw` (`language.misread`)."""

    @property
    def repaired(self) -> WordIndex:
        """The repaired words: the form is what was read, on one line, the place where it now stands."""

    @property
    def is_mended(self) -> bool:
        """Whether the text was read with a lexicon, or something in it repaired."""

    @property
    def damaged(self) -> tuple[Span, ...]:
        """`Document.damaged`."""

    @property
    def parted(self) -> tuple[Span, ...]:
        """`Document.parted`."""

    @property
    def dnr(self) -> tuple[DnrMention, ...]:
        """The diary numbers; their raw spellings may be left out."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Keys and places of what is cited; the words may be left out, and whether it is certain."""

    def citations_near(self, around: Span) -> Sequence[Citation]:
        """Those of `citations` that share a character with a stretch of the text."""

    def dnr_near(self, around: Span) -> Sequence[Span]:
        """The places of those of `dnr` that share a character with a stretch of the text."""

    def held(self, column: str) -> Iterable[Held]:
        """`assessments.held` of the document."""

    @property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """What a list of hits tells of what the document concludes."""
