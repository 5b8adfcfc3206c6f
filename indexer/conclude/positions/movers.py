"""In which statements councillors move or hold something, and who they are."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import LONGEST_SENTENCE, Manner, Statement
from indexer.conclude.stems import Stems
from indexer.conclude.voices.councillors import Councillors, Moved
from remissarkiv.domain import PositionForm, SectionKind

FORMS = {
    Manner.YRKANDE: PositionForm.YRKANDE,
    Manner.RESERVATION: PositionForm.RESERVATION,
    Manner.UTTALANDE: PositionForm.SARSKILT_UTTALANDE,
    Manner.ERSATTARE: PositionForm.ERSATTARYTTRANDE,
}
_MOVES = Stems(
    "yrka",
    "reserv",
    "biträd",
    "ersättaryttrande",
    "särskil",
    "styrk",
    "bifall",
    "avsl",
    "stödj",
    "bakom",
    "röst",
)
_SPOKEN_OF = re.compile(
    r"\b(?:av|från|hos|med|enligt|genom|motionären|motionärerna|till|som) (?:[A-ZÅÄÖa-zåäö]+ )?\Z"
)
RESERVES = re.compile(r"\breserver|\breservation", re.IGNORECASE)
_CHAIR = re.compile(
    r"voteringsproposition|\bröstar (?:ja|nej)|\b[Oo]rdföranden (?:prövar|ställer|finner|konstaterar)"
    r"|\bfinner (?:efter|varje|att)|\bproposition"
)


def may_be_moved(text: str) -> bool:
    """Whether a sentence outside of what is the councillors' can tell what one of them moves."""
    return _MOVES.within(text)


def moved_in(statements: Sequence[Statement]) -> dict[int, tuple[Moved, ...]]:
    """The statements in which councillors move or hold something, by number, with who they are."""
    councillors = Councillors()
    found: dict[int, tuple[Moved, ...]] = {}
    for statement in statements:
        text, manner = statement.text[:LONGEST_SENTENCE], statement.voice.manner
        if manner in FORMS:
            moved = councillors.within(text)
            if not _CHAIR.search(text):
                found[statement.number] = moved
            continue
        moves = manner in (Manner.OWN, Manner.RECOUNTED) and may_be_moved(text)
        if moves or "(" in text:
            moved = tuple(one for one in councillors.within(text) if not _is_spoken_of(text, one))
            if moves and moved and statement.section is not SectionKind.BESLUTSGANG:
                found[statement.number] = moved
    return found


def _is_spoken_of(text: str, moved: Moved) -> bool:
    """Whether councillors are only named: "en motion av Anna Ek (S)"; not "reservation av Anna Ek (S)"."""
    before = text[max(0, moved.start - 25) : moved.start]
    if text.startswith("s ", moved.end):
        return True
    return _SPOKEN_OF.search(before) is not None and not RESERVES.search(text)
