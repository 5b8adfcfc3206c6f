"""Escape first, marks after: text of unknown origin with highlights and links laid over it.

Whatever the text holds and wherever the spans lie, what comes out has exactly the text as its text content
and no tags other than `<mark>` and `<a>`. Spans that reach outside the text are cut, empty ones dropped,
overlapping highlights joined; where two links overlap, the one that begins first stands.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from remissarkiv.domain import Span

DAMAGED_TITLE = "OCR-tolkad text: ordet kan vara felläst"


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of text that leads somewhere: a path of our own (`/sok?…`) or an https address."""

    span: Span
    href: str

    @property
    def is_outside(self) -> bool:
        """Whether the link leaves the archive."""
        return not self.href.startswith("/")


class Marker:
    """Lays highlights and links over one text; `render` gives any stretch of it."""

    def __init__(
        self,
        text: str,
        highlights: Iterable[Span] = (),
        links: Iterable[Link] = (),
        damaged: Iterable[Span] = (),
    ) -> None:
        """`damaged` are the stretches in which a highlighted word gets a dotted line and an explanation."""
        self._text = text
        self._links = _apart(links)
        self._starts = [link.span.start for link in self._links]
        self._highlights = _joined(highlights)
        self._damaged = _joined(damaged)

    @property
    def highlights(self) -> list[Span]:
        """The highlights as they are shown: in order, none overlapping."""
        return self._highlights

    def render(self, start: int = 0, end: int | None = None) -> Markup:
        """The stretch `text[start:end]`, escaped, with its marks."""
        start = max(start, 0)
        end = len(self._text) if end is None else min(end, len(self._text))
        pieces: list[Markup] = []
        place = start
        first = max(bisect_right(self._starts, start) - 1, 0)
        for link in self._links[first:]:
            if link.span.start >= end:
                break
            inner = Span(max(link.span.start, place), min(link.span.end, end))
            if inner.start >= inner.end:
                continue
            pieces.append(self._marked(place, inner.start))
            pieces.append(_anchor(link, self._marked(*inner)))
            place = inner.end
        pieces.append(self._marked(place, max(end, place)))
        return Markup().join(pieces)

    def _marked(self, start: int, end: int) -> Markup:
        pieces: list[Markup] = []
        place = start
        for span in within(self._highlights, start, end):
            pieces.append(escape(self._text[place : span.start]))
            word = escape(self._text[span.start : span.end])
            if next(within(self._damaged, *span), None):
                pieces.append(Markup('<mark class="fixed" title="{}">{}</mark>').format(DAMAGED_TITLE, word))
            else:
                pieces.append(Markup("<mark>{}</mark>").format(word))
            place = span.end
        pieces.append(escape(self._text[place:end]))
        return Markup().join(pieces)


def within(spans: list[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of ordered, separate `spans` that lie in `start:end`."""
    first = max(bisect_right(spans, Span(start, start)) - 1, 0)
    for span in spans[first:]:
        if span.start >= end:
            return
        cut = Span(max(span.start, start), min(span.end, end))
        if cut.start < cut.end:
            yield cut


def _anchor(link: Link, inner: Markup) -> Markup:
    if link.is_outside:
        return Markup('<a href="{}" rel="noreferrer">{}</a>').format(link.href, inner)
    return Markup('<a href="{}">{}</a>').format(link.href, inner)


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
        apart.append(Link(span, link.href))
    return apart
