"""Hits as the page shows them: marked snippets, and a link that remembers which search they came from."""

from dataclasses import dataclass

from flask import url_for
from markupsafe import Markup

from remissarkiv.domain import Hit, HitList, Snippet, Span
from remissarkiv.labels import REPAIRED_TITLE, kind_label
from webapp.addresses import SearchAddress
from webapp.conclusions.badges import Badge, asked_values, badge_line
from webapp.copies_view import CopiesView, copies_view
from webapp.formats import day
from webapp.links import document_paths
from webapp.marking import Marker, Wording
from webapp.repairs_view import shortened

_MOST_DNR = 2


@dataclass(frozen=True, slots=True)
class HitView:
    """A hit, what stands above its title, the address of its document, its snippets with marks, its copies
    and what it concludes."""

    hit: Hit
    meta: tuple[str, ...]
    href: str
    snippets: tuple[Markup, ...]
    copies: CopiesView | None
    badges: tuple[Badge, ...]

    @property
    def repaired(self) -> tuple[tuple[str, str], ...]:
        """For matched words that were misread, what was read and what it became."""
        return tuple((shortened(read), shortened(text)) for read, text in self.hit.repaired)

    @property
    def is_damaged(self) -> bool:
        """Whether the reader should know that OCR has misread parts of the document."""
        return self.hit.quality < 1 or any(snippet.damaged for snippet in self.hit.snippets)


def hit_views(hits: HitList, address: SearchAddress, first_number: int) -> list[HitView]:
    """One view per hit; `first_number` is the place of the first in the whole list, from 1."""
    asked = asked_values(address)
    path, search = document_paths(), address.parameters(paging=False)
    within = f"{search}&" if search else ""
    return [
        HitView(
            hit=hit,
            meta=_meta(hit),
            href=f"{path(hit.id)}?{within}traff={number}",
            snippets=tuple(mark_snippet(snippet) for snippet in hit.snippets),
            copies=copies_view(hit.copies, hit.namnd, address),
            badges=badge_line(hit.conclusions, asked, hit.namnd),
        )
        for number, hit in enumerate(hits.hits, start=first_number)
    ]


def _meta(hit: Hit) -> tuple[str, ...]:
    """What it is, whose, of which day, and its first Dnr."""
    told = [part for part in (kind_label(hit.kind), hit.namnd, day(hit.date)) if part]
    told += hit.dnr[:_MOST_DNR]
    if len(hit.dnr) > _MOST_DNR:
        told.append(f"+ {len(hit.dnr) - _MOST_DNR} Dnr")
    return tuple(told)


def document_address(document_id: str, address: SearchAddress, number: int) -> str:
    """The page of a document, seen as hit `number` of a search."""
    parameters = address.parameters(paging=False, traff=number)
    return f"{url_for('document.show', document_id=document_id)}?{parameters}"


def mark_snippet(snippet: Snippet) -> Markup:
    """The snippet's text with its words marked; those that were misread, or may be, with a dotted line."""
    damaged = [Span(0, len(snippet.text))] if snippet.damaged else []
    mended = [Wording(place, REPAIRED_TITLE) for place in snippet.mended]
    return Marker(snippet.text, snippet.highlights, damaged=damaged, wordings=mended).render()
