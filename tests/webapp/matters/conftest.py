"""An archive with an ärende, KS 2004/118 of Exempelstad, and documents that not everyone may see."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest

from remissarkiv.bootstrap import Archive
from remissarkiv.dnr import parse_dnr
from remissarkiv.domain import (
    Actor,
    ActorKind,
    Assessment,
    Decision,
    DnrMention,
    DnrRole,
    Document,
    Kind,
    Motionar,
    Outcome,
    Position,
    PositionForm,
    SourceFile,
    Span,
    Stance,
    Status,
    StoredDocument,
    Verdict,
)
from remissarkiv.sync import catch_up

OWN, SENDER = DnrRole.OWN, DnrRole.SENDER
TITLE = "Motion om ordningsvakter i <b>centrum</b>"
TJUT = (
    "Socialförvaltningen avstyrker motionen.\n\nFörvaltningen bedömer att det inte är förenligt med den "
    "kommunala kompetensen att anlita ordningsvakter <script>.\n"
)
TN = "Tekniska nämnden tillstyrker förslaget om belysning.\n\nBo Ek (M) reserverar sig.\n"
KF = (
    "Kommunfullmäktige avslår motionen.\n\nKommunstyrelsen föreslår att motionen avslås.\n\n"
    "Centrum tillstyrker motionen.\n"
)
SECRET = "Hemlig handling.\n"


OFFICE = Actor("Socialförvaltningen", ActorKind.FORVALTNING)
BOARD = Actor("Tekniska nämnden", ActorKind.NAMND)
MEMBER = Actor("Bo Ek (M)", ActorKind.LEDAMOT)
COUNCIL = Actor("Kommunfullmäktige", ActorKind.FULLMAKTIGE)
HIDDEN = Actor("Hemliga nämnden", ActorKind.NAMND)


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _document(
    title: str, kind: Kind, day: str, namnd: str, text: str, dnr: dict[str, DnrRole], **more: Any
) -> Document:
    return Document(
        title=title,
        kind=kind,
        text=text,
        original=text,
        date=datetime.date.fromisoformat(day) if day else None,
        kommun="Exempelstad",
        namnd=namnd,
        dnr=tuple(DnrMention(parse_dnr(value), role) for value, role in dnr.items()),
        **more,
    )


def _open() -> Iterator[tuple[str, Document]]:
    """What everybody may see: the ärende, its neighbours, and what may belong to it."""
    ks, motion = {"KS 2004/118": OWN}, {"motioner": (Motionar("Ingegerd Törnvall", "FP"),)}
    asked = {"remissinstanser": ("Socialnämnden", "Tekniska nämnden", "Föreningen <Centrum>")}
    yield "m", _document(TITLE, Kind.MOTION, "2004-03-22", "", "Motion.\n", ks, **motion)
    yield (
        "r",
        _document(
            f"Remiss av {TITLE}", Kind.REMISS, "2004-04-14", "Kommunstyrelsen", "Remiss.\n", ks, **asked
        ),
    )
    against = Position(Stance.AGAINST, OFFICE, _span(TJUT, TJUT.split("\n")[0]))
    verdict = Assessment(
        Verdict.OUTSIDE,
        _span(TJUT, TJUT.split("\n\n")[1].strip()),
        certain=False,
        concerns="ordningsvakter",
        grounds=("1991:900#K2P1",),
        actor=OFFICE,
    )
    sn = {"SN 2004/64": OWN, "KS 2004/118": SENDER}
    answer = {"positions": (against,), "assessments": (verdict,)}
    title = f"Svar på {TITLE}"
    yield "sn", _document(title, Kind.TJANSTEUTLATANDE, "2004-08-16", "Socialnämnden", TJUT, sn, **answer)
    support = Position(Stance.FOR, BOARD, _span(TN, TN.split("\n")[0]), Status.BESLUT, "belysning")
    dissent = Position(
        Stance.AGAINST,
        MEMBER,
        _span(TN, "Bo Ek (M) reserverar sig."),
        Status.BESLUT,
        form=PositionForm.RESERVATION,
    )
    tn = {"TN 2004/97": OWN, "KS 2004/118": SENDER}
    title = f"Yttrande över {TITLE}"
    answer = {"positions": (support, dissent)}
    yield "tn", _document(title, Kind.PROTOKOLL, "2004-09-15", "Tekniska nämnden", TN, tn, **answer)
    shop = Actor("Centrum", ActorKind.EXTERN)
    decided = {
        "positions": (Position(Stance.FOR, shop, _span(KF, "Centrum tillstyrker motionen."), Status.BESLUT),),
        "decisions": (
            Decision(Outcome.AVSLAG, COUNCIL, _span(KF, KF.split("\n")[0])),
            Decision(Outcome.AVSLAG, COUNCIL, _span(KF, KF.split("\n")[2]), Status.FORSLAG),
        ),
    }
    yield (
        "kf",
        _document(f"Beslut om {TITLE}", Kind.PROTOKOLL, "2004-11-29", "Kommunfullmäktige", KF, ks, **decided),
    )
    yield "skannad", _document(TITLE, Kind.MOTION, "", "", "Motion.\n", {}, **motion)
    yield "mn", _document("Tillsyn", Kind.PROTOKOLL, "2004-10-02", "Miljönämnden", "§\n", {"MN 2004/5": OWN})
    state = {"S 2021/4492": SENDER}
    yield (
        "vn",
        _document(
            "Vårdens svar", Kind.YTTRANDE, "2021-09-15", "Vårdnämnden", "§\n", {"VON 2021/119": OWN, **state}
        ),
    )
    yield (
        "iv",
        _document(
            "Socialens svar",
            Kind.YTTRANDE,
            "2021-09-15",
            "Socialnämnden",
            "§\n",
            {"SN 2021/203": OWN, **state},
        ),
    )


def _hidden() -> Iterator[tuple[str, Document]]:
    """What only some may see: an answer that would join MN 2004/5 too, a guess, an answer to the state."""
    answer = Position(Stance.FOR, HIDDEN, _span(SECRET, "Hemlig"), Status.BESLUT)
    dnr = {"HN 2004/1": OWN, "KS 2004/118": SENDER, "MN 2004/5": SENDER}
    place = ("Hemligt svar", Kind.PROTOKOLL, "2004-10-01", "Hemliga nämnden", SECRET)
    yield "dolt-svar", _document(*place, dnr, positions=(answer,))
    yield (
        "dold-gissning",
        _document(TITLE, Kind.MOTION, "", "", SECRET, {}, motioner=(Motionar("Ingegerd Törnvall", "FP"),)),
    )
    yield "dolt-remissvar", _document(*place, {"HN 2021/9": OWN, "S 2021/4492": SENDER})


@pytest.fixture
def arende(archive: Archive) -> Archive:
    """The archive with the ärende."""
    with archive.catalog.write() as writer:
        for collection, documents in (("arkiv", _open()), ("sekretess", _hidden())):
            for id, document in documents:
                stored = StoredDocument(id, _source(collection, id), document)
                writer.put(stored, [_map(stored)] if id == "sn" else ())
    catch_up(archive.catalog, archive.engine)
    return archive


def _map(letter: StoredDocument) -> StoredDocument:
    document = _document("Karta <över> torget", Kind.OVRIGT, "", "", "Karta.\n", {})
    return StoredDocument("karta", _source("arkiv", letter.id, "Karta.pdf"), document, letter.id, 1)


def _source(collection: str, name: str, part: str = "") -> SourceFile:
    return SourceFile(collection, f"{name}.txt", 9, "ef" * 32, 0, "text/plain", part)
