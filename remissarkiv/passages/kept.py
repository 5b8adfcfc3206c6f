"""A document as the catalog keeps it for lists of hits, so that no text is analysed when it is shown."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from remissarkiv.assessments import Held
from remissarkiv.domain import (
    Actor,
    ActorKind,
    Citation,
    Conclusion,
    Dnr,
    DnrMention,
    DnrRole,
    Document,
    Span,
    Status,
    dnr_value,
)
from remissarkiv.language.analysis import fingerprint
from remissarkiv.passages.read import ReadSource
from remissarkiv.passages.word_index import WordIndex

_FORM = 1
"""Raised when the same document gives other values than before, or values that are read otherwise."""

_HELD = ("verdict", "principle", "ground", "stance", "outcome", "instans")


@cache
def kept_version() -> str:
    """What tells kept documents of this program from those of another: how they are kept, and the language
    analysis that their words went through. 32 hex digits."""
    return hashlib.blake2b(f"{_FORM}:{fingerprint()}".encode(), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a document beside its row and its text: three packed `WordIndex` (None for an empty
    one), and three lists in compact JSON."""

    words: bytes
    misread: bytes | None
    repaired: bytes | None
    mentions: str
    held: str
    conclusions: str


def kept(document: Document) -> Kept:
    """What to keep of a document."""
    source = ReadSource(document)
    mentions = {
        "dnr": [
            (one.dnr.authority, one.dnr.year, one.dnr.number, one.dnr.suffix, *one.dnr.span, one.role.value)
            for one in document.dnr
        ],
        "citations": [(one.key, *one.span) for one in document.citations],
    }
    return Kept(
        words=source.words.packed,
        misread=source.misread.packed if len(source.misread) else None,
        repaired=source.repaired.packed if len(source.repaired) else None,
        mentions=_json(mentions),
        held=_json(
            {
                column: [(one.value, one.certain, *one.span) for one in found]
                for column in _HELD
                if (found := list(source.held(column)))
            }
        ),
        conclusions=_json(
            [
                (one.column, one.value, one.actor.name, one.actor.kind.value, one.status.value, one.certain)
                for one in source.conclusions
            ]
        ),
    )


class KeptSource:
    """A `PassageSource` of what was kept; `damaged` and `parted` are those of the document in JSON, `lexicon`
    its version. Each part is read when it is asked for."""

    def __init__(self, kept: Kept, text: str, damaged: str, parted: str, lexicon: int) -> None:
        self.text = text
        self._kept = kept
        self._damaged = damaged
        self._parted = parted
        self._lexicon = lexicon

    @cached_property
    def words(self) -> WordIndex:
        """See `PassageSource`."""
        return WordIndex(self._kept.words)

    @cached_property
    def misread(self) -> WordIndex:
        """See `PassageSource`."""
        return _index(self._kept.misread)

    @cached_property
    def repaired(self) -> WordIndex:
        """See `PassageSource`."""
        return _index(self._kept.repaired)

    @property
    def is_mended(self) -> bool:
        """See `PassageSource`."""
        return bool(self._lexicon or self._kept.repaired)

    @cached_property
    def damaged(self) -> tuple[Span, ...]:
        """See `PassageSource`."""
        return _spans(self._damaged)

    @cached_property
    def parted(self) -> tuple[Span, ...]:
        """See `PassageSource`."""
        return _spans(self._parted)

    @cached_property
    def _mentions(self) -> dict[str, list[Any]]:
        return dict(json.loads(self._kept.mentions))

    @cached_property
    def dnr(self) -> tuple[DnrMention, ...]:
        """See `PassageSource`."""
        return tuple(
            DnrMention(Dnr(authority, year, number, suffix, "", Span(start, end)), DnrRole(role))
            for authority, year, number, suffix, start, end, role in self._mentions["dnr"]
        )

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """See `PassageSource`."""
        return tuple(Citation(key, "", Span(start, end)) for key, start, end in self._mentions["citations"])

    # A passage is cut beside a few of what may be hundreds of citations: the others are not made for it.
    def citations_near(self, around: Span) -> Sequence[Citation]:
        """See `PassageSource`."""
        begin, finish = around
        return [
            Citation(key, "", Span(start, end))
            for key, start, end in self._mentions["citations"]
            if start < finish and begin < end
        ]

    def dnr_near(self, around: Span) -> Sequence[Span]:
        """See `PassageSource`."""
        begin, finish = around
        return [
            Span(start, end)
            for *_, start, end, _role in self._mentions["dnr"]
            if start < finish and begin < end
        ]

    @property
    def dnr_roles(self) -> list[tuple[str, str]]:
        """The role and the normal value of each diary number, in the order of the text."""
        return [
            (role, dnr_value(authority, year, number))
            for authority, year, number, *_, role in self._mentions["dnr"]
        ]

    def held(self, column: str) -> Iterable[Held]:
        """See `PassageSource`."""
        for value, certain, start, end in json.loads(self._kept.held).get(column, ()):
            yield Held(value, certain, Span(start, end))

    @cached_property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """See `PassageSource`."""
        return tuple(
            Conclusion(column, value, Actor(name, ActorKind(kind)), Status(status), certain)
            for column, value, name, kind, status, certain in json.loads(self._kept.conclusions)
        )


_EMPTY = WordIndex.of(())


def _index(packed: bytes | None) -> WordIndex:
    return _EMPTY if packed is None else WordIndex(packed)


def _spans(value: str) -> tuple[Span, ...]:
    return () if value == "[]" else tuple(Span(*span) for span in json.loads(value))


def _json(value: object) -> str:
    # Not in ASCII: \ud800\udc00 of two stray halves would be read back as one character.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
