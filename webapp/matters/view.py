"""The page of an ärende: everything on it, made of documents that the caller may see."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import url_for

from remissarkiv.bootstrap import Archive
from remissarkiv.domain import Access, ActorKind, DocumentSummary, Kind, Motionar, StoredDocument
from remissarkiv.errors import NotFoundError
from remissarkiv.matters import Matter
from remissarkiv.matters.matrix import DecidedBy, Row, matrix
from remissarkiv.matters.outcome import Round, final, rounds
from remissarkiv.matters.timeline import Event, timeline
from webapp.lagrum.keys import lagrum_address, short_label
from webapp.matters.addresses import key_label, matter_address
from webapp.matters.said import Chip, Ground, Said, chip, said

_MOST_LINKED = 8
_BODIES = {
    ActorKind.NAMND: "nämnden",
    ActorKind.KOMMUNSTYRELSE: "kommunstyrelsen",
    ActorKind.RAD: "rådet",
    ActorKind.BOLAG: "bolaget",
    ActorKind.EXTERN: "instansen själv",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A document by which an instans answered."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Recounted:
    """An answer as a document of kommunstyrelsen or fullmäktige tells it: `source` is that document in words,
    `chip` the answer in one, `said` each sentence."""

    source: str
    chip: Chip
    said: tuple[Said, ...]

    @property
    def is_unsure(self) -> bool:
        """Whether it hangs on a sentence that was not surely understood."""
        return any(not one.certain for one in self.said)


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the matrix."""

    name: str
    asked: bool
    answers: tuple[Answer, ...]
    stance: Chip | None
    stances: tuple[Said, ...]
    proposed: tuple[Said, ...]
    verdict: Chip | None
    judged: tuple[Said, ...]
    grounds: tuple[Ground, ...]
    decided_by: str
    adopted: bool
    dissents: tuple[Said, ...]
    recounted: Recounted | None
    followed: str

    @property
    def is_unsure(self) -> bool:
        """Whether the stance in one word hangs on a sentence that was not surely understood."""
        return any(not one.certain for one in self.stances)


@dataclass(frozen=True, slots=True)
class EventView:
    """A line of the timeline with what was decided by it."""

    event: Event
    href: str
    dnr: tuple[str, ...]
    decisions: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class RoundView:
    """One time that the matter was decided on."""

    date_of: StoredDocument
    who: str
    decisions: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class OtherMatter:
    """Another ärende that answers the same from outside."""

    label: str
    title: str
    href: str
    whose: str


@dataclass(frozen=True, slots=True)
class MatterView:
    """Everything that the page of an ärende shows."""

    title: str
    dnr: tuple[str, ...]
    kommun: str
    movers: tuple[Motionar, ...]
    count: int
    rows: tuple[RowView, ...]
    events: tuple[EventView, ...]
    rounds: tuple[RoundView, ...]
    outcome: Chip | None
    judged: tuple[Said, ...]
    guesses: tuple[DocumentSummary, ...]
    others: tuple[OtherMatter, ...]
    external: tuple[str, ...]
    crowded: bool

    @property
    def asked(self) -> int:
        """How many were asked."""
        return sum(row.asked for row in self.rows)

    @property
    def answered(self) -> int:
        """How many answers the archive holds, of one for each instans."""
        return sum(bool(row.answers) for row in self.rows)


def view_matter(archive: Archive, matter: Matter, access: Access) -> MatterView:
    """The view of an ärende for somebody with this access. Raises `NotFoundError` when its documents were
    removed meanwhile."""
    documents = list(archive.catalog.documents(matter.documents, access).values())
    if not documents:
        raise NotFoundError("ärende: its documents are gone", "Ärendet finns inte i arkivet.")
    facts = archive.catalog.matter_facts(matter.documents, access)
    copies = {one.id: one.copies for one in facts}
    rows = matrix(documents)
    decided = rounds(documents)
    settled = final(decided)
    events = timeline(documents, copies, rows, decided)
    return MatterView(
        title=title_of(documents),
        dnr=labels(matter, documents),
        kommun=next((one.kept_by for one in facts if one.kept_by), ""),
        movers=_movers(documents),
        count=len({copies.get(one.id) or one.id for one in documents}),
        rows=tuple(_row(row) for row in rows),
        events=tuple(_event(event) for event in events),
        rounds=tuple(_round(one) for one in decided),
        outcome=chip(settled.outcome) if settled and settled.outcome else None,
        judged=tuple(
            said(stored, one)
            for stored in documents
            for one in stored.document.assessments
            if one.actor.kind is not ActorKind.LEDAMOT
        ),
        guesses=tuple(archive.catalog.summaries(matter.guesses, access).values()),
        others=_others(archive, matter, access),
        external=tuple(one.value for one in matter.external),
        crowded=matter.crowded,
    )


def title_of(documents: Sequence[StoredDocument]) -> str:
    """What an ärende is called: as its motion, else as its remiss, else as its first document."""
    for kinds in ((Kind.MOTION, Kind.MEDBORGARFORSLAG, Kind.INTERPELLATION), (Kind.REMISS,)):
        for stored in documents:
            if stored.document.kind in kinds and stored.document.title:
                return stored.document.title
    return documents[0].document.title


def labels(matter: Matter, documents: Sequence[StoredDocument]) -> tuple[str, ...]:
    """The Dnr of an ärende, the leading one first, with the letters that its documents give them."""
    written = {mention.dnr.value for stored in documents for mention in stored.document.dnr}
    return tuple(
        key_label(key, bare=f"{key.diary} {key.year}/{key.number}" not in written) for key in matter.keys
    )


def _movers(documents: Sequence[StoredDocument]) -> tuple[Motionar, ...]:
    for stored in sorted(documents, key=lambda one: one.document.kind is not Kind.MOTION):
        if stored.document.motioner and stored.document.kind is not Kind.MEDBORGARFORSLAG:
            return stored.document.motioner
    return ()


def _row(row: Row) -> RowView:
    decided_by = ""
    if row.decided_by is DecidedBy.BODY:
        decided_by = f"beslutat av {_BODIES[row.kind]}" if row.kind is ActorKind.NAMND else _BODIES[row.kind]
    elif row.decided_by is DecidedBy.OFFICE:
        decided_by = "bara förvaltningens förslag"
    return RowView(
        name=row.name,
        asked=row.asked,
        answers=tuple(
            Answer(stored.document.title, url_for("document.show", document_id=stored.id))
            for stored in row.answers
        ),
        stance=chip(row.stance) if row.stance else None,
        stances=tuple(said(one.document, one.position) for one in row.stances),
        proposed=tuple(said(one.document, one.position) for one in row.proposed),
        verdict=chip(row.verdict) if row.verdict else None,
        judged=tuple(said(one.document, one.assessment) for one in row.judged),
        grounds=tuple(Ground(short_label(key), lagrum_address(key)) for key in row.grounds),
        decided_by=decided_by,
        adopted=row.adopted,
        dissents=tuple(said(one.document, one.position) for one in row.dissents),
        recounted=_recounted(row),
        followed=_followed(row),
    )


def _recounted(row: Row) -> Recounted | None:
    if not row.recounted or row.told is None:
        return None
    document = row.recounted[0].document.document
    whose = document.namnd.lower()
    whose = whose if whose.endswith("s") else f"{whose}s"
    source = f"{whose} {document.kind.value} {document.date or ''}".strip()
    return Recounted(source, chip(row.told), tuple(said(one.document, one.position) for one in row.recounted))


def _followed(row: Row) -> str:
    """ "följdes"; of what only the administration proposed it is said so."""
    if row.followed is None:
        return ""
    return f"förvaltningens förslag {row.followed.value}" if row.followed_proposal else row.followed.value


def _event(event: Event) -> EventView:
    stored = event.document
    own = [mention.dnr.value for mention in stored.document.dnr if mention.role == "eget"]
    return EventView(
        event,
        url_for("document.show", document_id=stored.id),
        tuple(dict.fromkeys(own)),
        tuple(said(stored, decision) for decision in stored.document.decisions),
    )


def _round(one: Round) -> RoundView:
    decisions = tuple(said(one.document, decision) for decision in one.decisions)
    if len(decisions) > 1:
        # "1. Fria resor för seniorer: Bifalls" tells which part only in its sentence.
        decisions = tuple(one if one.about else replace(one, about=one.sentence) for one in decisions)
    return RoundView(one.document, one.decisions[0].actor.name or one.document.document.namnd, decisions)


def _others(archive: Archive, matter: Matter, access: Access) -> tuple[OtherMatter, ...]:
    """The ärenden of the documents that share a Dnr from outside, and such documents that are of none."""
    found: dict[str, OtherMatter] = {}
    summaries = archive.catalog.summaries(matter.linked, access)
    for document_id, one in summaries.items():
        if len(found) >= _MOST_LINKED:
            break
        other = archive.catalog.matter_of(document_id, access)
        facts = archive.catalog.matter_facts(other.documents, access)
        href = matter_address(other, facts) or url_for("document.show", document_id=document_id)
        label = key_label(other.keys[0]) if other.keys else ""
        found.setdefault(href, OtherMatter(label, one.title, href, one.namnd or one.kommun))
    return tuple(found.values())
