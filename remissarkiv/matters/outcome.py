"""What came of an ärende: who decided, in how many rounds, and whether an answer was followed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from remissarkiv.domain import ActorKind, Decision, Kind, Outcome, Stance, Status, StoredDocument


class Followed(StrEnum):
    """Whether the final decision went the way that an answer wanted."""

    YES = "följdes"
    PARTLY = "följdes delvis"
    NO = "följdes inte"


@dataclass(frozen=True, slots=True)
class Round:
    """What one body decided at one meeting, in one document."""

    document: StoredDocument
    decisions: tuple[Decision, ...]

    @property
    def outcome(self) -> Outcome | None:
        """The decision in one word; None where its points differ so that no word says it."""
        return in_one_word([decision.outcome for decision in self.decisions])

    @property
    def settling(self) -> tuple[Decision, ...]:
        """Those of its decisions that settle the matter, or a part of it."""
        return tuple(decision for decision in self.decisions if decision.outcome not in _NOT_FINAL)

    @property
    def is_final(self) -> bool:
        """Whether the ärende is settled by it: not sent back, put off or passed on."""
        return bool(self.settling)


_NOT_FINAL = frozenset(
    (Outcome.ATERREMISS, Outcome.BORDLAGGNING, Outcome.REMITTERAS, Outcome.OVERLAMNAR, Outcome.NOTERAS)
)
_MINUTES = frozenset((Kind.PROTOKOLL, Kind.BESLUT))
_WANTED = {
    (Stance.FOR, Outcome.BIFALL): Followed.YES,
    (Stance.FOR, Outcome.DELVIS_BIFALL): Followed.PARTLY,
    (Stance.FOR, Outcome.AVSLAG): Followed.NO,
    (Stance.AGAINST, Outcome.AVSLAG): Followed.YES,
    (Stance.AGAINST, Outcome.DELVIS_BIFALL): Followed.PARTLY,
    (Stance.AGAINST, Outcome.BIFALL): Followed.NO,
    (Stance.PARTLY, Outcome.DELVIS_BIFALL): Followed.YES,
    (Stance.PARTLY, Outcome.BIFALL): Followed.PARTLY,
    (Stance.PARTLY, Outcome.AVSLAG): Followed.PARTLY,
}


def in_one_word(outcomes: Sequence[Outcome]) -> Outcome | None:
    """Decisions on the points of one proposal as one: some granted and some not is `delvis bifall`."""
    telling = [outcome for outcome in outcomes if outcome not in _NOT_FINAL] or list(outcomes)
    kinds = set(telling)
    if len(kinds) == 1:
        return telling[0]
    # What is granted in part and answered or refused in the rest is granted in part.
    if kinds & {Outcome.BIFALL, Outcome.DELVIS_BIFALL} and kinds <= _ON_A_PROPOSAL:
        return Outcome.DELVIS_BIFALL
    return None


_ON_A_PROPOSAL = frozenset((Outcome.BIFALL, Outcome.DELVIS_BIFALL, Outcome.AVSLAG, Outcome.BESVARAD))


def rounds(documents: Iterable[StoredDocument]) -> tuple[Round, ...]:
    """The decisions of fullmäktige, oldest first; those of kommunstyrelsen where it was she who settled the
    matter, or nothing of fullmäktige is held."""
    by_body: dict[ActorKind, list[Round]] = {ActorKind.FULLMAKTIGE: [], ActorKind.KOMMUNSTYRELSE: []}
    for stored in documents:
        if stored.document.kind not in _MINUTES:
            continue
        for body, found in by_body.items():
            decided = tuple(
                decision
                for decision in stored.document.decisions
                if decision.actor.kind is body and decision.status is Status.BESLUT
            )
            if decided:
                found.append(Round(stored, decided))
    chosen = by_body[ActorKind.FULLMAKTIGE] or by_body[ActorKind.KOMMUNSTYRELSE]
    return tuple(sorted(chosen, key=_order))


def final(found: Sequence[Round]) -> Round | None:
    """The round that settled the matter; None while none did."""
    settling = [one for one in found if one.is_final]
    return settling[-1] if settling else None


def followed(stance: Stance | None, outcome: Outcome | None) -> Followed | None:
    """Whether a decision went the way of an answer; None where it cannot be told: the motion was answered
    (`besvarad`), the answer took no side or left the question open."""
    if stance is None or outcome is None:
        return None
    return _WANTED.get((stance, outcome))


def _order(one: Round) -> tuple[bool, int, str]:
    date = one.document.document.date
    return (date is None, date.toordinal() if date else 0, one.document.id)
