"""A document as its page shows it: blocks with marks and links, a table of contents, and what it cites."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask import url_for
from markupsafe import Markup

from remissarkiv.domain import Document, Span
from remissarkiv.labels import SECTIONS
from webapp.blocks import BlockKind, blocks, heading_span
from webapp.formats import dnr_query
from webapp.lagrum.cited import CitedAct, cited_acts, cut, doubts
from webapp.lagrum.keys import lagrum_address
from webapp.marking import Link, Marker, within
from webapp.pointing import Pointing
from webapp.repairs_view import RepairsView, marked_words, repairs_view

_LONGEST_CONTENTS = 60
_SHOWN_CITED = 14
_MOST_CITED = 300


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block ready to be shown; `parts` are items, rows or the one text. `first` marks the first block with
    a word of the query."""

    kind: str
    parts: tuple[Markup, ...]
    number: int
    first: bool


@dataclass(frozen=True, slots=True)
class CitedView:
    """What the document cites by act: what is shown at once, what is folded, and how many links are folded
    and left out."""

    shown: tuple[CitedAct, ...]
    folded: tuple[CitedAct, ...]
    more: int
    left_out: int


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Everything derived from the text of one document for its page."""

    blocks: tuple[BlockView, ...]
    contents: tuple[tuple[int, str], ...]
    cited: CitedView
    words: int
    repairs: RepairsView


def view_document(
    document: Document, highlights: Iterable[Span], *, as_read: bool = False, shown: Span | None = None
) -> DocumentView:
    """The text in blocks, with `highlights` marked, citations linked to the pages of their lagrum and Dnr to
    searches.

    `as_read` puts what an OCR program read in the place of the words that were repaired since; highlights,
    links and headings stay where they are. `shown` is the place that a link points at.
    """
    repairs = repairs_view(document)
    marker = Marker(
        document.text,
        highlights,
        _links(document),
        () if document.lexicon or repairs.words else document.damaged,
        marked_words(document, repairs.words, as_read=as_read),
    )
    return DocumentView(
        blocks=tuple(_views(document, marker, shown)),
        contents=_contents(document),
        cited=_cited(document),
        words=len(marker.highlights),
        repairs=repairs,
    )


def _views(document: Document, marker: Marker, shown: Span | None) -> Iterator[BlockView]:
    waiting = True
    pointing = Pointing(marker, shown)
    for block in blocks(document.text, document.sections, document.pages, document.parted):
        first = waiting and any(next(within(marker.highlights, *part), None) for part in block.parts)
        waiting = waiting and not first
        if block.kind is BlockKind.TABLE:
            parts = tuple(_row(document.text, part, pointing) for part in block.parts)
        else:
            parts = tuple(pointing.render(*part) for part in block.parts)
        yield BlockView(block.kind.value, parts, block.number, first)


def _cited(document: Document) -> CitedView:
    acts = cited_acts(document.citations)
    every = sum(one.count for one in acts)
    # A link to see one more is longer than the one.
    first = every if every <= _SHOWN_CITED + 1 else _SHOWN_CITED
    shown, rest = cut(acts, first)
    folded, _ = cut(rest, _MOST_CITED)
    more = min(every - first, _MOST_CITED)
    return CitedView(shown, folded, more, every - first - more)


def _row(text: str, span: Span, marker: Pointing) -> Markup:
    """A row of a table: its cells stand apart by tabs."""
    cells = []
    start = span.start
    for cell in text[span.start : span.end].split("\t"):
        cells.append(Markup("<td>{}</td>").format(marker.render(start, start + len(cell))))
        start += len(cell) + 1
    return Markup().join(cells)


def _links(document: Document) -> Iterator[Link]:
    for citation in document.citations:
        doubtful = doubts(citation.key, certain=citation.certain)
        yield Link(citation.span, lagrum_address(citation.key), doubtful)
    for mention in document.dnr:
        if mention.dnr.span.start == mention.dnr.span.end:
            # Told by the diary system; it stands nowhere in the text.
            continue
        yield Link(mention.dnr.span, url_for("search.results", q=dnr_query(mention.dnr)))


def _contents(document: Document) -> tuple[tuple[int, str], ...]:
    """Number and name of each section with a heading in the text. A heading that OCR has damaged and
    nothing has repaired is listed under its right name; it stands in the text as it was read."""
    unrepaired = () if document.repairs else document.damaged
    found = []
    for number, section in enumerate(document.sections, start=1):
        if heading_span(document.text, section):
            damaged = any(section.span.overlaps(span) for span in unrepaired)
            name = SECTIONS.get(section.kind, section.heading) if damaged else section.heading
            if section.kind == "övrigt":
                name = section.heading
            found.append((number, " ".join(name.split())))
    return tuple(found[:_LONGEST_CONTENTS])
