"""A place in a document's text that a link points at: `?visa=120-260#visad`."""

import re

from flask import url_for

from remissarkiv.domain import Span
from webapp.addresses import SearchAddress

ANCHOR = "visad"
PARAMETER = "visa"

LONGEST = 5_000
"""Characters of a place; a sentence is never so long, and the whole text need not be marked."""

_PLACE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})", re.ASCII)


def shown_place(asked: str, text: str) -> Span | None:
    """The place that an address asks for; None for anything that is no place in the text."""
    match = _PLACE.fullmatch(asked)
    if match is None:
        return None
    start, end = int(match[1]), int(match[2])
    return Span(start, end) if start < end <= len(text) and end - start <= LONGEST else None


def shown_address(document_id: str, span: Span, address: SearchAddress) -> str:
    """The page of a document with a place marked, and the browser led there."""
    parameters = address.parameters(paging=False, **{PARAMETER: f"{span.start}-{span.end}"})
    return f"{url_for('document.show', document_id=document_id)}?{parameters}#{ANCHOR}"
