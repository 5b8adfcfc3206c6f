"""Which chapter a § is in that says none itself: `3 § samma kapitel`, `2 kap. om beslut (1 §, 12 § första
stycket 1)`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from remissarkiv.citations.detail import Part
from remissarkiv.citations.lagrum import Group
from remissarkiv.domain import Citation, Span

_OF_SAME = re.compile(r"(?:samma|nämnda)\s{1,3}kap(?:itel|\.)\s{1,3}\Z")
_SAME = re.compile(r"\s{1,3}(?:i\s{1,3})?(?:samma|nämnda)\s{1,3}kap(?:itel|\.)(?!\w)")
_OPENED = re.compile(r"\s[^().:;§]{0,80}\((?:jfr\s|se\s)?\Z")
_LONGEST_BEFORE = 20
_LONGEST_OPENED = 90


@dataclass(frozen=True, slots=True)
class Cited:
    """A chapter that was cited by itself, and of which act."""

    chapter: str
    act: str
    certain: bool
    end: int


class Chapters:
    """The chapters of one text, in order: which was cited last, and which by itself."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._chapter = ""
        self._alone: Cited | None = None

    def with_chapter(self, group: Group) -> Group:
        """`3 § samma kapitel` and `samma kapitel 3 §` are in the chapter that was cited last."""
        own = group.parts[-1].path.chapter
        if own or not self._chapter or not group.parts[0].path.section:
            self._chapter = own or self._chapter
            return group
        start, end = group.span
        same = _SAME.match(self._text, end)
        if same is None and not _OF_SAME.search(self._text, max(0, start - _LONGEST_BEFORE), start):
            return group
        parts = tuple(Part(replace(part.path, chapter=self._chapter), part.span) for part in group.parts)
        return replace(group, parts=parts, span=Span(start, same.end() if same else end))

    def learn(self, group: Group, cited: Sequence[Citation]) -> None:
        """Takes in what became of a group: `cited` are its citations."""
        path = group.parts[-1].path
        self._alone = None
        if cited and len(group.parts) == 1 and path.chapter and not path.section:
            act = cited[0].key.partition("#")[0]
            end = max(citation.span.end for citation in cited)
            self._alone = Cited(path.chapter, act, cited[0].certain, max(end, group.span.end))

    def opened(self, group: Group) -> Cited | None:
        """The chapter cited by itself behind which a parenthesis opens with §§ of it, this group; None when
        there is none."""
        alone, path = self._alone, group.parts[0].path
        if alone is None or path.chapter or not path.section or group.typed:
            return None
        if not 0 < group.span.start - alone.end <= _LONGEST_OPENED:
            return None
        return alone if _OPENED.match(self._text[alone.end : group.span.start]) else None
