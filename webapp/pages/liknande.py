"""Documents that are about the same as one of the archive, or as a text that somebody pastes."""

from collections.abc import Iterable

from flask import Blueprint, render_template, request

from remissarkiv.domain import Alike, StoredDocument
from webapp.access import caller_access, current_archive
from webapp.likeness import alike_views

page = Blueprint("liknande", __name__)

MOST = 20
LONGEST_TEXT = 20_000
"""Characters of a pasted text: ten pages, and well within what a request may hold."""


@page.get("/liknande")
def show() -> str:
    """`?dokument=ID`: what is about the same as the document, in other ärenden. `?text=…`: as the text.
    Without either, a place to paste one."""
    document_id = request.args.get("dokument", "")
    if not document_id:
        return _like_text(request.args.get("text", ""))
    archive, access = current_archive(), caller_access()
    stored = archive.catalog.document(document_id, access)
    found = archive.similar(document_id, limit=MOST, access=access)
    return _shown(found, stored=stored)


@page.post("/liknande")
def like_pasted() -> str:
    """The same for a text that is too long for an address. It is read, and kept nowhere."""
    return _like_text(request.form.get("text", ""))


def _like_text(text: str) -> str:
    text = text.strip()[:LONGEST_TEXT]
    found = current_archive().similar_to(text, limit=MOST, access=caller_access()) if text else ()
    return _shown(found, text=text)


def _shown(found: Iterable[Alike], stored: StoredDocument | None = None, text: str = "") -> str:
    return render_template(
        "liknande.html", stored=stored, text=text, views=alike_views(found), longest=LONGEST_TEXT
    )
