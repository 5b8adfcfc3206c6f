"""A document that was read whole, as a source of passages."""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from operator import sub

from remissarkiv.assessments import Held, held
from remissarkiv.domain import Citation, Conclusion, DnrMention, Document, Span, on_one_line, repaired_words
from remissarkiv.language.misread import misread_words
from remissarkiv.language.parts import own_and_part_keys
from remissarkiv.language.skeleton import raw_keys
from remissarkiv.language.tokens import words_of
from remissarkiv.passages.concluding import conclusions
from remissarkiv.passages.word_index import WordIndex


class ReadSource:
    """A `PassageSource` made of the document itself: of one that people have corrected, or that is looked at
    alone. Each part is made when it is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.text = document.text
        self.damaged: tuple[Span, ...] = document.damaged
        self.parted: tuple[Span, ...] = document.parted
        self.dnr: tuple[DnrMention, ...] = document.dnr
        self.citations: tuple[Citation, ...] = document.citations

    @cached_property
    def words(self) -> WordIndex:
        """See `PassageSource`."""
        forms, starts, ends = words_of(self.text)
        return WordIndex.of_lists(forms, starts, list(map(sub, ends, starts)), found_by)

    @cached_property
    def misread(self) -> WordIndex:
        """See `PassageSource`."""
        return WordIndex.of(misread_words(self._document), raw_keys)

    @cached_property
    def repaired(self) -> WordIndex:
        """See `PassageSource`."""
        original = self._document.original
        words = repaired_words(self._document)
        return WordIndex.of((on_one_line(original[slice(*word.original)]), word.repaired) for word in words)

    @cached_property
    def is_mended(self) -> bool:
        """See `PassageSource`."""
        return bool(self._document.lexicon or self._document.repairs)

    def citations_near(self, around: Span) -> Sequence[Citation]:
        """See `PassageSource`."""
        return [citation for citation in self.citations if citation.span.overlaps(around)]

    def dnr_near(self, around: Span) -> Sequence[Span]:
        """See `PassageSource`."""
        return [mention.dnr.span for mention in self.dnr if mention.dnr.span.overlaps(around)]

    def held(self, column: str) -> Iterable[Held]:
        """See `PassageSource`."""
        return held(self._document, column)

    @cached_property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """See `PassageSource`."""
        return conclusions(self._document)


@lru_cache(maxsize=50_000)
def found_by(word: str) -> tuple[str, ...]:
    """The keys that a word (lower case) is found by in a text: those of its inflection and of its parts."""
    own, of_parts = own_and_part_keys(word)
    return own + of_parts
