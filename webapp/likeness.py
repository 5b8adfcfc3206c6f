"""Documents alike, as pages show them: each with the words that it shares."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from remissarkiv.domain import Alike, Hit, StoredDocument
from webapp.access import caller_access, current_archive

MOST_BESIDE = 5
"""As many stand beside a document; there is a page for more."""

_MOST_SHARED = 6


@dataclass(frozen=True, slots=True)
class AlikeView:
    """A document, the address of its page, and the weightiest words that it shares, as one line;
    `same` tells that it is the very text that was asked with."""

    hit: Hit
    href: str
    shared: str
    same: bool


def alike_views(found: Iterable[Alike]) -> list[AlikeView]:
    """One view for each, in the same order."""
    return [
        AlikeView(
            one.hit,
            url_for("document.show", document_id=one.hit.id, q=" ELLER ".join(one.shared[:_MOST_SHARED])),
            ", ".join(one.shared[:_MOST_SHARED]),
            one.same,
        )
        for one in found
    ]


def alike_beside(stored: StoredDocument, own: Iterable[str]) -> list[AlikeView]:
    """What is about the same as a document, for its margin. `own` are the ids that are no news there: its
    copies, what belongs to it, and the documents of its ärende."""
    document = stored.document
    found = current_archive().searcher.similar(
        document.own_text,
        caller_access(),
        title=document.title,
        leaving_out={stored.id, *own},
        limit=MOST_BESIDE,
    )
    return alike_views(found)
