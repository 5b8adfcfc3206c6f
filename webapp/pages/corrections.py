"""Correcting by hand: the forms of one document, taking back, and the list of what was corrected."""

import threading
from collections.abc import Sequence

from flask import Blueprint, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from remissarkiv.corrections import FINDINGS, Draft, What, find_sentence
from remissarkiv.domain import ActorKind, DnrRole, Document, Kind, Status, StoredDocument
from remissarkiv.errors import NotFoundError, RemissarkivError, UsageError
from remissarkiv.labels import CORRECTABLE, DNR_ROLES
from webapp.access import caller_access, current_archive
from webapp.corrections.posted import MAIN_VALUES, NONE, drafts_of
from webapp.corrections.subject import Subject, asked, returned
from webapp.corrections.wording import HandMarks, view
from webapp.marking import Marker
from webapp.paging import Paging
from webapp.signed_in import current_person, require_corrector, to_login

page = Blueprint("corrections", __name__)

PER_PAGE = 30
SAVED = "Rättelsen är sparad."
TAKEN_BACK = "Rättelsen är återtagen."
INDEX_LATER = "Sökningen följer med när den inläsning som pågår är klar."

_FOLLOWING = threading.Lock()

_AROUND = 45
"""Signs shown on each side of a word that stands in several places."""


@page.get("/dokument/<document_id>/ratta")
def form(document_id: str) -> str | Response | tuple[str, int]:
    """The form for one thing (`vad`, `nyckel`), or everything that can be corrected of the document."""
    if current_person() is None:
        return to_login()
    require_corrector()
    stored = current_archive().catalog.document(document_id, caller_access())
    if not request.args.get("vad"):
        return _overview(stored)
    try:
        subject = asked(stored.document, request.args)
    except NotFoundError:
        raise
    except UsageError as error:
        return _overview(stored, error.swedish), 400
    return _form(stored, subject)


@page.post("/dokument/<document_id>/ratta")
def save(document_id: str) -> Response | tuple[str, int]:
    """Store what the form says, and go back to the place."""
    person = require_corrector()
    archive, access = current_archive(), caller_access()
    stored = archive.catalog.document(document_id, access)
    try:
        subject = returned(stored.document, request.form)
    except NotFoundError:
        raise
    except UsageError as error:
        return _overview(stored, error.swedish), 409
    try:
        drafts = drafts_of(stored.document, subject, request.form, request.form.getlist("stalle"))
        if subject.what is What.MATTER and "nytt" not in request.form:
            _ask_of_unknown(drafts)
        reason = request.form.get("skal", "")
        archive.catalog.corrections.add(document_id, drafts, person.name, reason, access)
    except NotFoundError:
        raise
    except UsageError as error:
        return _form(stored, subject, error.swedish), 400
    _tell(SAVED)
    back = url_for("document.show", document_id=document_id)
    now = archive.catalog.document(document_id, access).document
    sentence = find_sentence(now, drafts[0].anchor) if subject.what in FINDINGS else None
    if sentence is not None:
        back += f"?visa={sentence.start}-{sentence.end}#visad"
    return redirect(back, 303)


@page.get("/rattelser")
def listed() -> str:
    """What was corrected, the newest first; of documents that the caller may see."""
    return _list()


@page.post("/rattelser/<int:number>/aterta")
def take_back(number: int) -> Response | tuple[str, int]:
    """Take a correction back; that is logged as one itself."""
    person = require_corrector()
    log, access = current_archive().catalog.corrections, caller_access()
    try:
        undone = log.undo(number, person.name, request.form.get("skal", ""), access)
    except NotFoundError:
        raise
    except UsageError as error:
        return _list(error.swedish), 400
    _tell(TAKEN_BACK)
    return redirect(url_for("document.show", document_id=undone.document_id), 303)


def _ask_of_unknown(drafts: Sequence[Draft]) -> None:
    """Raises `UsageError` when a document is to join an ärende of which the caller sees no document: a slip
    of the pen would take it out of its ärende without a word. "nytt" in the form says that it is meant."""
    catalog, access = current_archive().catalog, caller_access()
    for value in (draft.became["dnr"] for draft in drafts if draft.became):
        if not catalog.matter_of_dnr(str(value), access):
            raise UsageError(
                f"correction: no document of ärende {value!r}",
                f"Inget dokument i arkivet hör till ärendet {value}. Rätta numret, eller kryssa i att det "
                "ändå är rätt.",
            )


def _tell(message: str) -> None:
    """Let the index follow, and say on the next page that it is done."""
    archive = current_archive()
    try:
        # One after the other: who comes while another's correction is indexed would find the archive busy.
        with _FOLLOWING:
            archive.replay()
        follows = archive.engine.sequence() == archive.catalog.last_sequence()
    except RemissarkivError:
        # It is stored; an index that is broken is told of where somebody searches.
        follows = False
    flash(message if follows else f"{message} {INDEX_LATER}")


def _overview(stored: StoredDocument, problem: str = "") -> str:
    log = current_archive().catalog.corrections
    document = stored.document
    return render_template(
        "correct.html",
        stored=stored,
        document=document,
        problem=problem,
        hand=HandMarks(log.of(stored.id, caller_access())),
        findings=[
            (what.value, CORRECTABLE[what.value], [_line(document, one.span) for one in found])
            for what, found in (
                (What.ASSESSMENT, document.assessments),
                (What.POSITION, document.positions),
                (What.DECISION, document.decisions),
            )
        ],
        typed=request.args,
        dnr_roles=DNR_ROLES,
    )


def _form(stored: StoredDocument, subject: Subject, problem: str = "") -> str:
    document = stored.document
    name, vocabulary = MAIN_VALUES.get(subject.what, ("", ()))
    finding = subject.finding
    return render_template(
        "correct_one.html",
        stored=stored,
        document=document,
        subject=subject,
        what=subject.what.value,
        thing=CORRECTABLE[subject.what.value],
        hidden=subject.sent_back(document),
        sentence=_line(document, subject.span) if subject.span else "",
        main=getattr(finding, name).value if finding else "",
        about=getattr(finding, "concerns" if subject.what is What.ASSESSMENT else "target", ""),
        choices=[one.value for one in vocabulary],
        kinds=list(Kind),
        actor_kinds=list(ActorKind),
        statuses=list(Status),
        roles=[(role.value, DNR_ROLES[role]) for role in DnrRole],
        belongs=_belongs(document),
        places=_places(document, subject),
        nothing=NONE,
        typed=request.form,
        chosen=request.form.getlist("stalle"),
        problem=problem,
    )


def _list(problem: str = "") -> str:
    archive, access = current_archive(), caller_access()
    person = request.args.get("person", "")[:200]
    kind = request.args.get("vad", "")
    number = request.args.get("sida", "")
    at = int(number) if number.isascii() and number.isdecimal() and 0 < len(number) < 7 else 1
    found = archive.catalog.corrections.recent(
        access,
        limit=PER_PAGE,
        offset=(max(at, 1) - 1) * PER_PAGE,
        person=person,
        what=What(kind) if kind in CORRECTABLE else None,
    )
    return render_template(
        "corrections.html",
        found=found,
        views=[(one.entry.correction.document_id, one.title, view(one.entry)) for one in found.shown],
        people=archive.catalog.corrections.people(access),
        by=person,
        kind=kind if kind in CORRECTABLE else "",
        things=CORRECTABLE,
        paging=Paging(found.total, PER_PAGE, max(at, 1)),
        problem=problem,
    )


def _line(document: Document, span: Sequence[int]) -> str:
    return " ".join(document.text[span[0] : span[1]].split())


def _belongs(document: Document) -> list[str]:
    """The Dnr by which the document belongs to an ärende, each once."""
    joined = (DnrRole.OWN, DnrRole.SENDER)
    return list(dict.fromkeys(one.dnr.value for one in document.dnr if one.role in joined))


def _places(document: Document, subject: Subject) -> list[Markup]:
    """Where a word stands, with what stands around it and the word marked."""
    shown = []
    for place in subject.places:
        start = max(place.start - _AROUND, 0)
        around = document.text[start : place.end + _AROUND]
        shown.append(Marker(around, [place.shift(-start)]).render())
    return shown
