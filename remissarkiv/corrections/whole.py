"""Correcting what is said of a document as a whole: title, kind, Dnr, ärende."""

from collections.abc import Callable
from dataclasses import replace

from remissarkiv.corrections.correction import Correction, What
from remissarkiv.dnr import DnrError, parse_dnr
from remissarkiv.domain import Dnr, DnrMention, DnrRole, Document, Kind, Span


def with_whole(document: Document, correction: Correction) -> Document | None:
    """The document with one of these corrections; None for a value that this program does not know."""
    try:
        return _WAYS[correction.what](document, correction)
    except (KeyError, TypeError, ValueError, DnrError):
        return None


def _title(document: Document, correction: Correction) -> Document:
    return replace(document, title=str((correction.became or {})["title"]))


def _kind(document: Document, correction: Correction) -> Document:
    return replace(document, kind=Kind((correction.became or {})["kind"]))


def _dnr(document: Document, correction: Correction) -> Document:
    """Every mention with the old value and role becomes the new one, or goes; what is new and stands nowhere
    is put first, as what a diary tells."""
    became = correction.became and _mention(
        document, str(correction.became["dnr"]), correction.became["role"]
    )
    was = correction.was and (correction.was["dnr"], DnrRole(correction.was["role"]))
    mentions = []
    placed = False
    for mention in document.dnr:
        if was != (mention.dnr.value, mention.role):
            mentions.append(mention)
        elif became:
            dnr = replace(became.dnr, raw=mention.dnr.raw, span=mention.dnr.span)
            mentions.append(DnrMention(dnr, became.role))
            placed = True
    if became and not placed and not any(_same(became, mention) for mention in mentions):
        mentions.insert(0, became)
    return replace(document, dnr=tuple(mentions))


def _matter(document: Document, correction: Correction) -> Document:
    """A Dnr of an ärende that the document does not belong to is only mentioned; that of the ärende it
    belongs to joins it: as its own, or as the sender's beside an own one of the board."""
    mentions = list(document.dnr)
    if correction.was:
        left = correction.was["dnr"]
        mentions = [
            DnrMention(one.dnr, DnrRole.MENTIONED) if one.dnr.value == left else one for one in mentions
        ]
    if correction.became:
        role = DnrRole.SENDER if any(one.role == DnrRole.OWN for one in mentions) else DnrRole.OWN
        joined = _mention(document, str(correction.became["dnr"]), role)
        known = [one for one in mentions if one.dnr.value == joined.dnr.value]
        if not any(one.role in (DnrRole.OWN, DnrRole.SENDER) for one in known):
            mentions = [one for one in mentions if one not in known]
            mentions.insert(0, DnrMention(known[0].dnr, role) if known else joined)
    return replace(document, dnr=tuple(mentions))


def _mention(document: Document, typed: str, role: str) -> DnrMention:
    """A Dnr that a person typed, at its place in the text if it stands there just so."""
    dnr = parse_dnr(typed)
    start = document.text.find(dnr.value)
    span = Span(start, start + len(dnr.value)) if start >= 0 else Span(0, 0)
    return DnrMention(Dnr(dnr.authority, dnr.year, dnr.number, dnr.suffix, dnr.value, span), DnrRole(role))


def _same(one: DnrMention, other: DnrMention) -> bool:
    return (one.dnr.value, one.role) == (other.dnr.value, other.role)


_WAYS: dict[What, Callable[[Document, Correction], Document]] = {
    What.TITLE: _title,
    What.KIND: _kind,
    What.DNR: _dnr,
    What.MATTER: _matter,
}
