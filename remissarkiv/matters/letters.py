"""What hangs on which letter: attachments, and what hangs on them."""

from collections.abc import Iterable, Mapping

from remissarkiv.domain import StoredDocument
from remissarkiv.matters.facts import Facts, is_paragraph

_DEEPEST = 20


def letters(by_id: Mapping[str, Facts]) -> dict[str, str]:
    """The letter of every document that hangs on one of those given, by id. The §§ of minutes hang on
    nothing, and minutes are no attachments: they are of many ärenden."""
    found: dict[str, str] = {}
    for document, one in by_id.items():
        head, steps = one, 0
        while not is_paragraph(head.part) and not head.parted and head.whole in by_id and steps < _DEEPEST:
            head, steps = by_id[head.whole], steps + 1
        if head is not one and not head.parted:
            found[document] = head.id
    return found


def hanging(documents: Iterable[StoredDocument]) -> dict[str, str]:
    """The letter of every document of an ärende that hangs on another of it, by id."""
    by_id = {stored.id: stored for stored in documents}
    found: dict[str, str] = {}
    for document, stored in by_id.items():
        head, steps = stored, 0
        while head.whole in by_id and not is_paragraph(head.source.part) and steps < _DEEPEST:
            head, steps = by_id[head.whole], steps + 1
        if head is not stored:
            found[document] = head.id
    return found
