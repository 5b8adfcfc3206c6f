"""Who is for a proposal and who against, in which role."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import LONGEST_SENTENCE, Statement
from indexer.conclude.positions.bodies import BodyReader
from indexer.conclude.positions.moved import MovedReader, may_move
from indexer.conclude.positions.movers import moved_in
from indexer.conclude.positions.settling import settled
from indexer.conclude.positions.wordings import says_stance
from remissarkiv.domain import Document, Kind, Position

__all__ = ["find_positions"]

_SILENT = frozenset(
    {
        Kind.REMISS,
        Kind.DOM,
        Kind.PROPOSITION,
        Kind.LAGRADSREMISS,
        Kind.UTREDNING,
        Kind.DIREKTIV,
        Kind.FORFATTNING,
        Kind.PRESSMEDDELANDE,
        Kind.ARTIKEL,
        Kind.TAL,
        Kind.UPPDRAG,
        Kind.MYNDIGHETSBESLUT,
    }
)
"""Documents in which nobody answers a remiss."""

_ASKING = frozenset({Kind.MOTION, Kind.MEDBORGARFORSLAG, Kind.INTERPELLATION})
"""Documents that ask for something: a short one may be minutes that begin with the motion."""
_ASKS = re.compile(
    r"\b(?:svar|yttrande|remissvar|synpunkter)(?:et|en|na)? (?:ska|skall|bör|önskas|emotses|lämnas"
    r"|skickas|ska vara|senast)\b"
    r"|\bsenast den \d|\binbjud\w* (?:\w+ )?att|\bbereds? (?:härmed )?tillfälle|\bför yttrande\b"
    r"|\bbehöver bara meddela",
    re.IGNORECASE,
)
"""Who asks for answers says by when, or how."""
_LONG = 6000

_PASSAGE = 1500
"""Characters; what a shorter text is, is too unsure to keep silent for."""


def find_positions(document: Document, statements: Sequence[Statement]) -> tuple[Position, ...]:
    """The positions in the order of the text: those of bodies, then what councillors moved, as "bifall till
    kommunstyrelsens förslag" is understood by what kommunstyrelsen proposes."""
    # "Ärendet har remitterats till": what was answered is told as well.
    compiles = document.kind is Kind.REMISS and document.remissinstanser and not _ASKS.search(document.text)
    if document.kind in _SILENT and len(document.text) > _PASSAGE and not compiles:
        return ()
    if document.kind in _ASKING and len(document.text) > _LONG:
        return ()
    if document.kind is Kind.REMISS and document.remissinstanser and not compiles:
        # Who asks for answers gives none: "Den som inte har något att erinra behöver bara meddela detta".
        return ()
    if not any(says_stance(one.text[:LONGEST_SENTENCE]) for one in statements) and not may_move(statements):
        # So it is with most documents: who speaks in them need not be found out.
        return ()
    of_councillors = moved_in(statements)
    bodies = BodyReader(statements, of_councillors, document.namnd)
    candidates = bodies.read()
    proposers = [one.name for one in document.motioner if " " in one.name]
    moved = MovedReader(statements, of_councillors, candidates, bodies.decided, proposers).read()
    return settled([*candidates, *moved])
