"""From the text of a file to a `Document`: what sort it is, whose, of which day, under which Dnr, and who
is in it.

One file per question; `extract` asks them in the order in which an answer helps the next.
"""

import dataclasses

from indexer.extract.dates import find_date
from indexer.extract.decisions import decided_sections
from indexer.extract.diary import find_roles, year_of
from indexer.extract.draft import Draft, running_lines
from indexer.extract.kind import find_kind
from indexer.extract.kommun import find_kommun, plain_kommun
from indexer.extract.lines import lines_of
from indexer.extract.motionarer import find_motioner
from indexer.extract.namnd import find_namnd
from indexer.extract.own_act import find_hanvisningar
from indexer.extract.remissinstanser import find_remissinstanser
from indexer.extract.restore_names import Restorer
from indexer.extract.sections import find_sections, without_title
from indexer.extract.signatories import find_signatories
from indexer.extract.title import find_title, shown_title
from indexer.normalise.interface import NormalText
from remissarkiv.domain import Document, Kind, Span
from remissarkiv.language.damage import DamageEstimate, estimate

__all__ = ["extract", "extract_paragraph"]


def extract(
    normal: NormalText,
    *,
    name: str,
    kommun: str = "",
    namnd: str = "",
    damage: DamageEstimate | None = None,
) -> Document:
    """What is to be known of a document from its text, its running heads and its metadata.

    `name` is the file's, for a title where the text has none; `kommun` and `namnd` are those of the
    collection, used where the document does not say. `damage` is what OCR did to the text before it was
    repaired; None for a text as it was read, of which it is then estimated. Never raises, whatever the text.
    """
    repaired = damage is not None
    if damage is None:
        damage = estimate(normal.text, normal.pages)
    draft = _draft(normal, kommun, damaged=bool(damage.damaged), repaired=repaired)
    title = find_title(draft, name)
    draft = dataclasses.replace(draft, sections=without_title(draft.sections, title))
    kind = find_kind(draft, title)
    date = find_date(draft)
    namnd = find_namnd(draft, kind, told=namnd) or namnd
    dnr = find_roles(draft, kind, namnd=namnd, date=date)
    return Document(
        title=title,
        kind=kind,
        text=normal.text,
        original=normal.original,
        date=date,
        kommun=find_kommun(draft) or plain_kommun(kommun),
        namnd=namnd,
        segments=normal.segments,
        pages=normal.pages,
        sections=decided_sections(draft.sections, namnd) if kind is Kind.PROTOKOLL else draft.sections,
        dnr=dnr,
        citations=find_hanvisningar(
            normal.text, title=title, kind=kind, date=date or year_of(dnr), guessed=date is None
        ),
        motioner=find_motioner(draft, kind),
        remissinstanser=find_remissinstanser(draft, kind),
        signatories=find_signatories(draft, kind),
        quality=damage.quality,
        damaged=damage.damaged,
    )


def extract_paragraph(
    normal: NormalText, *, title: str, meeting: Document, damaged: tuple[Span, ...]
) -> Document:
    """What is to be known of one § of minutes, cut out of them.

    `meeting` is the whole: the §'s day, kommun, board and the way it was read are the meeting's. `title` is
    the heading of the §, and `damaged` the stretches of its own text that show OCR damage: one § alone is
    often too short to tell.
    """
    draft = _draft(normal, meeting.kommun, damaged=bool(damaged), repaired=True)
    draft = dataclasses.replace(draft, sections=without_title(draft.sections, title))
    return Document(
        title=shown_title(title, draft.restorer),
        kind=Kind.PROTOKOLL,
        text=normal.text,
        original=normal.original,
        date=meeting.date,
        kommun=meeting.kommun,
        namnd=meeting.namnd,
        segments=normal.segments,
        pages=normal.pages,
        sections=decided_sections(draft.sections, meeting.namnd),
        dnr=find_roles(draft, Kind.PROTOKOLL, namnd=meeting.namnd, date=meeting.date),
        citations=find_hanvisningar(normal.text, title=title, kind=Kind.PROTOKOLL, date=meeting.date),
        motioner=find_motioner(draft, Kind.PROTOKOLL),
        remissinstanser=find_remissinstanser(draft, Kind.PROTOKOLL),
        quality=meeting.quality if damaged else 1.0,
        damaged=damaged,
        scanned=meeting.scanned,
        lexicon=meeting.lexicon,
        sender=meeting.sender,
    )


def _draft(normal: NormalText, kommun: str, *, damaged: bool, repaired: bool) -> Draft:
    lines = lines_of(normal.text)
    return Draft(
        normal=normal,
        lines=lines,
        running=running_lines(normal),
        sections=find_sections(normal, lines),
        restorer=Restorer(
            "\n".join((normal.text, *normal.running, kommun)), damaged=damaged, repaired=repaired
        ),
    )
