"""What the diary says outranks what was read; where the two differ, both are kept."""

import dataclasses
from collections.abc import Iterator

from indexer.extract.kommun import plain_kommun
from indexer.manifest.row import ManifestRow
from remissarkiv.domain import Difference, Dnr, DnrMention, DnrRole, Document, Span


def tell(document: Document, row: ManifestRow) -> tuple[Document, tuple[Difference, ...]]:
    """A file's document as the diary has it, and where the document itself says something else."""
    told = dataclasses.replace(
        document,
        title=row.title or document.title,
        kind=row.kind or document.kind,
        date=row.date or document.date,
        kommun=plain_kommun(row.kommun) or document.kommun,
        namnd=row.namnd or document.namnd,
        sender=row.sender or document.sender,
        dnr=_told_dnr(document.dnr, row.dnr),
    )
    return told, tuple(_differences(document, row))


def tell_attachment(document: Document, row: ManifestRow) -> Document:
    """What hangs on a file, as far as the diary's word of the file holds for it too: whose it is and, where
    it names none itself, the ärende it belongs to."""
    own = any(mention.role is DnrRole.OWN for mention in document.dnr)
    return dataclasses.replace(
        document,
        kommun=document.kommun or plain_kommun(row.kommun),
        namnd=document.namnd or row.namnd,
        dnr=document.dnr if own else _told_dnr(document.dnr, row.dnr),
    )


def _told_dnr(read: tuple[DnrMention, ...], told: tuple[Dnr, ...]) -> tuple[DnrMention, ...]:
    """The mentions with the diary's Dnr as the document's own. One that the text took for its own, as the
    letterhead of a remiss that another authority registered, is then the sender's."""
    if not told:
        return read
    values = {dnr.value for dnr in told}
    out = []
    for mention in read:
        if mention.dnr.value in values:
            out.append(DnrMention(mention.dnr, DnrRole.OWN))
        elif mention.role is DnrRole.OWN:
            out.append(DnrMention(mention.dnr, DnrRole.SENDER))
        else:
            out.append(mention)
    standing = {mention.dnr.value for mention in read}
    # Those that the text does not hold stand nowhere in it: an empty span at its beginning.
    added = [dataclasses.replace(dnr, span=Span(0, 0)) for dnr in told if dnr.value not in standing]
    return (*(DnrMention(dnr, DnrRole.OWN) for dnr in added), *out)


def _differences(document: Document, row: ManifestRow) -> Iterator[Difference]:
    own = sorted({m.dnr.value for m in document.dnr if m.role is DnrRole.OWN})
    pairs = (
        ("dnr", ", ".join(sorted(dnr.value for dnr in row.dnr)), ", ".join(own)),
        ("handlingstyp", row.kind.value if row.kind else "", document.kind.value),
        ("titel", row.title, document.title),
        (
            "datum",
            row.date.isoformat() if row.date else "",
            document.date.isoformat() if document.date else "",
        ),
        ("kommun", plain_kommun(row.kommun), document.kommun),
        ("nämnd", row.namnd, document.namnd),
        ("avsändare", row.sender, document.sender),
    )
    for field, told, read in pairs:
        if told and read and told.casefold() != read.casefold():
            yield Difference(field, told, read)
