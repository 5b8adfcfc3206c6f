"""What the kommun's own papers tell of an answer: "Landsbygdsrådet tillstyrker samtliga förslag" in
fullmäktige's protokoll, where the archive does not hold what landsbygdsrådet wrote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from remissarkiv.domain import ActorKind, Kind, Position, PositionForm, StoredDocument
from remissarkiv.matters.diaries import prepares
from remissarkiv.matters.instanser import is_called

_MINUTES = frozenset((Kind.PROTOKOLL, Kind.BESLUT))
_TELLING = _MINUTES | {Kind.TJANSTEUTLATANDE}
_ASKED = frozenset((ActorKind.NAMND, ActorKind.RAD, ActorKind.BOLAG, ActorKind.EXTERN))


@dataclass(frozen=True, slots=True)
class Stated:
    """A position, and the document it stands in."""

    document: StoredDocument
    position: Position


def recounted(documents: Sequence[StoredDocument], names: Sequence[str]) -> Mapping[str, tuple[Stated, ...]]:
    """For each of the instanser `names` what kommunstyrelsen's or fullmäktige's last document tells of its
    answer, minutes before others. A name that may be of two of them tells of none."""
    found: dict[str, tuple[Stated, ...]] = {}
    telling = [one for one in documents if one.document.kind in _TELLING and prepares(one.document.namnd)]
    for stored in sorted(telling, key=lambda one: one.document.kind in _MINUTES):
        told: dict[str, list[Stated]] = {}
        for position in stored.document.positions:
            if position.form is PositionForm.STALLNINGSTAGANDE and position.actor.kind in _ASKED:
                meant = [name for name in names if is_called(position.actor.name, name)]
                if len(meant) == 1:
                    told.setdefault(meant[0], []).append(Stated(stored, position))
        found.update((name, tuple(said)) for name, said in told.items())
    return found
