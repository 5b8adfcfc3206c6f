"""The page of one document: its text with marks, what is known of it, and the way back to the hits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import Blueprint, render_template, request, url_for
from markupsafe import Markup

from remissarkiv.domain import Document, Span, StoredDocument, read_at, repaired_words
from remissarkiv.labels import DNR_ROLES, UNSURE
from webapp.access import caller_access, current_archive
from webapp.addresses import MAX_PAGE, SearchAddress
from webapp.conclusions.margin import margin
from webapp.corrections.wording import HandMarks
from webapp.document_view import view_document
from webapp.formats import own_dnr, reference
from webapp.hit_views import document_address
from webapp.likeness import alike_beside
from webapp.marking import Marker
from webapp.matters.beside import beside
from webapp.parts import belonging
from webapp.repairs_view import AS_READ, marked_original
from webapp.shown_place import PARAMETER, shown_place

page = Blueprint("document", __name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the document stands among the hits: its number, how many there are, the way on and back."""

    number: int
    total: int
    before: str | None
    after: str | None


@page.get("/dokument/<document_id>")
def show(document_id: str) -> str:
    """The document; `?q=…` marks the words of a search, `?text=last` shows its words as an OCR program read
    them, `?lasning=original` everything that was read, sign by sign; `?visa=120-260#visad` frames a place."""
    archive = current_archive()
    access = caller_access()
    stored = archive.catalog.document(document_id, access)
    address = SearchAddress.read(request.args)
    highlights = archive.searcher.highlights(address.query, stored, access) if address.query else ()
    if request.args.get("lasning") == "original":
        return render_template(
            "reading.html",
            stored=stored,
            document=stored.document,
            address=address,
            text=_as_it_was_read(stored.document, highlights),
        )
    copies = archive.catalog.copies(stored.id, access)
    as_read = request.args.get("text") == AS_READ and bool(stored.document.repairs)
    place = _place(stored.id, address, request.args.get("traff", ""))
    relatives = belonging(stored)
    matter = beside(archive, stored, copies, access)
    ids = [part.id for part in relatives.parts] if stored.document.parted else []
    parts = list(archive.catalog.documents(ids, access).values())
    return render_template(
        "document.html",
        stored=stored,
        document=stored.document,
        view=view_document(
            _with_headings(stored.document, parts),
            highlights,
            as_read=as_read,
            shown=shown_place(request.args.get(PARAMETER, ""), stored.document.text),
        ),
        concluded=margin(stored.id, stored.document, address),
        as_read=as_read,
        unsure=UNSURE,
        other_reading=_other_reading(stored.id, address, place, as_read=as_read),
        dnr=_dnr_by_role(stored),
        own_dnr=own_dnr(stored.document),
        per_page=archive.settings.web.per_page,
        copies=copies,
        matter=matter,
        alike=alike_beside(
            stored,
            (
                stored.whole,
                *(one.id for one in (*copies, *relatives.parts)),
                *(matter.ids if matter else ()),
            ),
        ),
        reference=reference(stored.document),
        belonging=relatives,
        address=address,
        place=place,
        hand=HandMarks(archive.catalog.corrections.of(stored.id, access)),
    )


def _as_it_was_read(document: Document, highlights: Sequence[Span]) -> Markup:
    """Everything that was read, with the same marks as the text has."""
    marker = Marker(
        document.original,
        read_at(document, highlights),
        wordings=marked_original(document, repaired_words(document)),
    )
    return marker.render()


def _other_reading(document_id: str, address: SearchAddress, place: Place | None, *, as_read: bool) -> str:
    """The same page with the words as they were read, or repaired again; at the beginning of the text."""
    more: dict[str, str | int] = {"traff": place.number} if place else {}
    if not as_read:
        more["text"] = AS_READ
    query = address.parameters(paging=False, **more)
    page = url_for("document.show", document_id=document_id)
    return f"{page}?{query}#text" if query else f"{page}#text"


def _with_headings(whole: Document, parts: Sequence[StoredDocument]) -> Document:
    """Minutes with the headings of their §§, which are sections of the §§ alone, for showing."""
    found = [
        replace(section, span=section.span.shift(span.start))
        for span, part in zip(whole.parted, parts, strict=False)
        for section in part.document.sections
        if section.heading
    ]
    return replace(whole, sections=tuple(sorted((*whole.sections, *found), key=lambda one: one.span)))


def _dnr_by_role(stored: StoredDocument) -> list[tuple[str, list[str]]]:
    """The document's Dnr under the words for their roles, each once."""
    found: dict[str, list[str]] = {label: [] for label in DNR_ROLES.values()}
    for mention in stored.document.dnr:
        values = found[DNR_ROLES[mention.role]]
        if mention.dnr.value not in values:
            values.append(mention.dnr.value)
    return [(label, values) for label, values in found.items() if values]


def _place(document_id: str, address: SearchAddress, number: str) -> Place | None:
    """The document's place among the hits, when it still stands where the link says."""
    if address.is_empty or not (number.isascii() and number.isdecimal()):
        return None
    at = min(int(number[:9]), MAX_PAGE * 100)
    if at < 1:
        return None
    offset = max(at - 2, 0)
    found = current_archive().searcher.search(
        address.query or "*",
        caller_access(),
        limit=3,
        offset=offset,
        sort=address.sort,
        snippets=False,
        filters=address.searched,
        collapse=address.collapse,
    )
    numbered = {offset + place: hit.id for place, hit in enumerate(found.hits, start=1)}
    if numbered.get(at) != document_id:
        return None
    links = {n: document_address(id, address, n) for n, id in numbered.items()}
    return Place(at, found.total, links.get(at - 1), links.get(at + 1))
