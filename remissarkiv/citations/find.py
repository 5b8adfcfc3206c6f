"""Join what the readers of each kind find, in order; where two overlap, the more specific kind stays."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from remissarkiv.citations.alike import read_alike
from remissarkiv.citations.binding import find_lagrum
from remissarkiv.citations.eu import find_eu
from remissarkiv.citations.forarbeten import find_forarbeten
from remissarkiv.citations.myndighet import find_myndighetsbeslut
from remissarkiv.citations.rattsfall import find_rattsfall
from remissarkiv.citations.words import names_words
from remissarkiv.domain import Citation

_READERS = (find_forarbeten, find_rattsfall, find_myndighetsbeslut)
"""Kinds whose form nothing else shares; EU acts, and acts and §§, come after them. A new kind is a file and a
name here."""


def _merge(kept: list[Citation], more: Iterable[Citation]) -> list[Citation]:
    """`kept` and those of `more` that touch none of them; both lists in order, one pass."""
    merged: list[Citation] = []
    old = sorted(kept, key=lambda citation: citation.span)
    index, reach = 0, 0
    for citation in sorted(more, key=lambda citation: citation.span):
        while index < len(old) and old[index].span.start < citation.span.end:
            reach = max(reach, old[index].span.end)
            index += 1
        if citation.span.start >= reach:
            merged.append(citation)
    return sorted(
        [*old, *merged], key=lambda citation: (citation.span.start, citation.span.end, citation.key)
    )


def find_citations(
    text: str, *, law: str | None = None, date: datetime.date | None = None, guessed: bool = False
) -> tuple[Citation, ...]:
    """All legal citations in `text`, in order of place.

    `law` is the SFS number of the act that the text belongs to: a bare "2 § andra stycket" is a § of it.
    Without it a bare § belongs to the act last named, else it yields nothing. `date` is the document's: it
    chooses between acts of one name (kommunallagen) when no number is printed; near a change of act, or when
    the date is `guessed`, the citation is not `certain`. A range yields its end points.
    """
    written, text = text, read_alike(text)
    found: list[Citation] = []
    for reader in _READERS:
        found = _merge(found, reader(text))
    words = names_words(text)
    eu = find_eu(text, words)
    found = _merge(found, eu.citations)
    # In "artikel 6 § 1" and "artikel 4 första stycket" nothing is a § of an act.
    taken = sorted([*(citation.span for citation in found), *eu.articles])
    lagrum = find_lagrum(text, words, law, date, guessed=guessed, taken=taken)
    # "Ordning och reda (2023:45)" is the SOU of that number, if the text has one.
    prints = {citation.key.partition("#")[0].partition("/")[2] for citation in found}
    found = _merge(found, (c for c in lagrum if not (c.key in prints and c.text == c.key)))
    if written == text:
        return tuple(found)
    return tuple(replace(citation, text=written[slice(*citation.span)]) for citation in found)
