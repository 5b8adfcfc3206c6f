"""Escape first, marks after: text of unknown origin with highlights and links laid over it.

Whatever the text holds and wherever the spans lie, what comes out has exactly the text as its text content
and no tags other than `<mark>`, `<a>` and `<span>`. Spans that reach outside the text are cut, empty ones
dropped, overlapping highlights joined; where two links overlap, the one that begins first stands.

A `Wording` may put what was read in the place of a word. The word is then shown whole or not at all: in the
stretch where it begins.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from remissarkiv.domain import Span

DAMAGED_TITLE = "OCR-tolkad text: ordet kan vara felläst"

_MARK, _MARK_END = "<mark>", "</mark>"
_DAMAGED = f'<mark class="fixed" title="{DAMAGED_TITLE}">'


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of text that leads somewhere: a path of our own (`/sok?…`) or an https address. A `title`
    tells what is doubtful of it, and gives it a dotted line."""

    span: Span
    href: str
    title: str = ""

    @property
    def is_outside(self) -> bool:
        """Whether the link leaves the archive."""
        return not self.href.startswith("/")


@dataclass(frozen=True, slots=True)
class Wording:
    """A word that stands otherwise elsewhere, quietly marked: `title` tells how ("Läst: socialndmnden");
    `shown`, unless None, takes the word's place on the page."""

    span: Span
    title: str
    shown: str | None = None


class Marker:
    """Lays highlights, links and wordings over one text; `render` gives any stretch of it."""

    def __init__(
        self,
        text: str,
        highlights: Iterable[Span] = (),
        links: Iterable[Link] = (),
        damaged: Iterable[Span] = (),
        wordings: Iterable[Wording] = (),
    ) -> None:
        """`damaged` are the stretches in which a highlighted word gets a dotted line and an explanation."""
        self._text = text
        # Of all this a passage of a hit has highlights alone, as a rule.
        self._wordings = _separate(wordings, len(text)) if wordings else []
        self._places = [wording.span.start for wording in self._wordings]
        self._links = _apart(replace(link, span=self._whole(link.span)) for link in links) if links else []
        self._starts = [link.span.start for link in self._links]
        self._highlights = _joined(map(self._whole, highlights) if self._wordings else highlights)
        self._damaged = _joined(damaged) if damaged else []

    @property
    def highlights(self) -> list[Span]:
        """The highlights as they are shown: in order, none overlapping."""
        return self._highlights

    def render(self, start: int = 0, end: int | None = None) -> Markup:
        """The stretch `text[start:end]`, escaped, with its marks."""
        start = max(start, 0)
        end = len(self._text) if end is None else min(end, len(self._text))
        if not self._links:
            return Markup(self._marked(start, max(end, start)))  # noqa: S704 - escaped in `_worded`
        pieces: list[str] = []
        place = start
        for index in range(max(bisect_right(self._starts, start) - 1, 0), len(self._links)):
            link = self._links[index]
            if link.span.start >= end:
                break
            inner = Span(max(link.span.start, place), min(link.span.end, end))
            if inner.start >= inner.end:
                continue
            pieces.append(self._marked(place, inner.start))
            pieces.append(_anchor(link, self._marked(*inner)))
            place = inner.end
        pieces.append(self._marked(place, max(end, place)))
        return Markup("".join(pieces))  # noqa: S704 - escaped in `_worded` and `_anchor`

    # What these give is escaped already, but a plain text until it leaves: a page of hits is put together of
    # a thousand pieces, and making each of them Markup took longer than escaping it.
    def _marked(self, start: int, end: int) -> str:
        pieces: list[str] = []
        place = start
        for span in within(self._highlights, start, end):
            pieces.append(self._worded(place, span.start))
            word = self._worded(*span)
            is_damaged = bool(self._damaged) and any(within(self._damaged, *span))
            pieces += (_DAMAGED if is_damaged else _MARK, word, _MARK_END)
            place = span.end
        pieces.append(self._worded(place, end))
        return "".join(pieces)

    def _worded(self, start: int, end: int) -> str:
        """A stretch without highlights, its wordings marked."""
        if start >= end:
            return ""
        if not self._wordings:
            return escaped(self._text[start:end])
        pieces: list[str] = []
        place = start
        for index in range(max(bisect_left(self._places, start) - 1, 0), len(self._wordings)):
            wording = self._wordings[index]
            if wording.span.start >= end:
                break
            cut = Span(max(wording.span.start, start), min(wording.span.end, end))
            shown = self._text[slice(*cut)]
            if wording.shown is not None:
                shown = wording.shown if cut.start == wording.span.start else ""
            elif cut.start >= cut.end:
                continue
            if cut.end < cut.start:
                continue
            pieces.append(escaped(self._text[place : cut.start]))
            if shown:
                pieces.append(_fixed(wording.title, shown))
            place = cut.end
        pieces.append(escaped(self._text[place:end]))
        return "".join(pieces)

    def _whole(self, span: Span) -> Span:
        """The span, widened to all of each word it touches that is shown in another wording."""
        if not self._wordings or span.start >= span.end:
            return span
        first = self._wording_at(span.start)
        last = self._wording_at(span.end - 1)
        return Span(min(span.start, first.start), max(span.end, last.end))

    def _wording_at(self, place: int) -> Span:
        index = bisect_right(self._places, place) - 1
        if index >= 0:
            wording = self._wordings[index]
            if wording.shown is not None and place < wording.span.end:
                return wording.span
        return Span(place, place + 1)


def within(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of ordered, separate `spans` that lie in `start:end`."""
    for index in range(max(bisect_right(spans, Span(start, start)) - 1, 0), len(spans)):
        span = spans[index]
        if span.start >= end:
            return
        cut = Span(max(span.start, start), min(span.end, end))
        if cut.start < cut.end:
            yield cut


def escaped(text: str) -> str:
    """Any text as it stands in HTML, within a tag's quotation marks too: as `markupsafe.escape` has it."""
    return (
        text.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace('"', "&#34;")
    )


def _fixed(title: str, shown: str) -> str:
    """A word of two wordings."""
    return f'<span class="fixed" title="{escaped(title)}">{escaped(shown)}</span>'


def _anchor(link: Link, inner: str) -> str:
    """The link around what is escaped already."""
    if link.is_outside:
        more = ' rel="noopener noreferrer"'
    else:
        more = f' class="unsure" title="{escaped(link.title)}"' if link.title else ""
    return f'<a href="{escaped(link.href)}"{more}>{inner}</a>'


def _separate(wordings: Iterable[Wording], length: int) -> list[Wording]:
    """The wordings inside the text, by place; of two that overlap the first stands."""
    separate: list[Wording] = []
    for wording in sorted(wordings, key=lambda wording: wording.span):
        start, end = wording.span
        if 0 <= start <= end <= length and not (separate and start < separate[-1].span.end):
            separate.append(wording)
    return separate


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(Span(max(span.start, 0), span.end) for span in spans):
        if span.start >= span.end:
            continue
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _apart(links: Iterable[Link]) -> list[Link]:
    apart: list[Link] = []
    for link in sorted(links, key=lambda link: (max(link.span.start, 0), -link.span.end)):
        safe = link.href.startswith("https://") or (
            link.href.startswith("/") and not link.href.startswith(("//", "/\\"))
        )
        span = Span(max(link.span.start, 0), link.span.end)
        if not safe or span.start >= span.end or (apart and span.start < apart[-1].span.end):
            continue
        apart.append(replace(link, span=span))
    return apart
