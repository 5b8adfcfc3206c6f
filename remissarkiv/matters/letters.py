"""What hangs on which letter: attachments, and what hangs on them."""

from collections.abc import Iterable, Mapping

from remissarkiv.domain import StoredDocument
from remissarkiv.matters.facts import Facts, is_paragraph

_DEEPEST = 20


def letters(by_id: Mapping[str, Facts]) -> dict[str, str]:
    """The letter of every document that hangs on one of those given, by id. The §§ of minutes hang on
    nothing, and nothing hangs on minutes: they are of many ärenden."""
    above = {
        document: one.whole
        for document, one in by_id.items()
        if one.whole in by_id
        and not is_paragraph(one.part)
        and not one.parted
        and not by_id[one.whole].parted
    }
    return _tops(above)


def hanging(documents: Iterable[StoredDocument]) -> dict[str, str]:
    """The letter of every document of an ärende that hangs on another of it, by id."""
    by_id = {stored.id: stored for stored in documents}
    return _tops(
        {
            document: stored.whole
            for document, stored in by_id.items()
            if stored.whole in by_id and not is_paragraph(stored.source.part)
        }
    )


def _tops(above: Mapping[str, str]) -> dict[str, str]:
    """For each document what it hangs on in the end; attachments may have attachments."""
    found: dict[str, str] = {}
    for document in above:
        top, steps = document, 0
        while top in above and steps < _DEEPEST:
            top, steps = above[top], steps + 1
        found[document] = top
    return found
