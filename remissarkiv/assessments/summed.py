"""What one document answers, in one word: the head over its stances, and over its verdicts.

The same rule for the matrix of an ärende, for hits and for search. What the author decides, or proposes to
decide, is the answer; what is said on the way there is not. A head is only made of what is certain, where
anything is, and of what the motion proposes, where the motion is held.
"""

import re
from collections.abc import Sequence
from typing import TypeVar

from remissarkiv.assessments.proposal import Proposal
from remissarkiv.domain import Assessment, Document, Position, SectionKind, Span, Stance, Verdict

_DECIDING = frozenset((SectionKind.FORSLAG_TILL_BESLUT, SectionKind.BESLUT))
_CONCLUDES = re.compile(
    r"\b(?:sammantaget|sammantagen|sammanfattningsvis|slutsats(?:en)?|samlade? bedömning(?:en)?)\b",
    re.IGNORECASE,
)
_CLEAR = frozenset((Stance.FOR, Stance.PARTLY, Stance.AGAINST))
_UNCLEAR = (Stance.NO_OBJECTION, Stance.ABSTAINS, Stance.UNCLEAR)
_SIDES = frozenset((Verdict.WITHIN, Verdict.OUTSIDE))

_Said = TypeVar("_Said", Assessment, Position)


def stance_of(
    document: Document, positions: Sequence[Position], proposal: Proposal | None = None
) -> Stance | None:
    """The answer of a document by its author's own `positions`; None where it takes none on the proposal.

    What stands in the decision is the answer: reasons often call a part in passing what the decision puts
    more carefully. Without one it is what a last sentence says of the whole ("Sammantaget avstyrks den").
    """
    asked = _certain([one for one in positions if proposal is None or proposal.bears_on(one.target)])
    decided = [one for one in asked if _stands_in_decision(document, one.span)]
    return stance_in_one_word(decided or _last_on_the_whole(document, asked) or asked)


def stance_in_one_word(positions: Sequence[Position]) -> Stance | None:
    """Positions on a proposal and on its parts as one. A clear one on the whole is worth more than those on
    parts; for some parts and against others, or silent on others, is `tillstyrker delvis`."""
    whole = {position.stance for position in positions if not position.target}
    every = {position.stance for position in positions}
    clear = whole & _CLEAR or every & _CLEAR
    if Stance.NO_OBJECTION in whole and clear == {Stance.AGAINST}:
        return Stance.NO_OBJECTION
    if len(clear) > 1:
        return Stance.PARTLY
    if clear:
        stance = next(iter(clear))
        silent = stance is Stance.FOR and stance not in whole and Stance.ABSTAINS in every
        return Stance.PARTLY if silent else stance
    return next((stance for stance in _UNCLEAR if stance in every), None)


def verdict_of(
    document: Document, assessments: Sequence[Assessment], proposal: Proposal | None = None
) -> Verdict | None:
    """What a document finds on kommunal kompetens by its author's own `assessments`; None where that cannot
    be said in a word."""
    asked = _certain([one for one in assessments if proposal is None or proposal.bears_on(one.concerns)])
    return verdict_in_one_word(_last_on_the_whole(document, asked) or asked)


def verdict_in_one_word(assessments: Sequence[Assessment]) -> Verdict | None:
    """Assessments of the parts of a proposal as one: `delvis förenligt` where one part is found within the
    competence and another outside it, both for certain. Of two on the same named part the last counts; a
    doubt about one part says less than a verdict on another."""
    last = {one.concerns.lower() or str(number): one for number, one in enumerate(assessments)}
    kinds = {one.verdict for one in last.values()}
    kinds = kinds - {Verdict.OPEN} or kinds
    if kinds >= _SIDES and not all(one.certain for one in last.values() if one.verdict in _SIDES):
        return None
    return Verdict.PARTLY if len(kinds) > 1 else next(iter(kinds), None)


def _certain(said: Sequence[_Said]) -> list[_Said]:
    return [one for one in said if one.certain] or list(said)


def _last_on_the_whole(document: Document, said: Sequence[_Said]) -> list[_Said]:
    """The last conclusion that is expressly drawn of the whole."""
    for one in reversed(said):
        about = one.target if isinstance(one, Position) else one.concerns
        if not about and _CONCLUDES.search(document.text[one.span.start : one.span.end]):
            return [one]
    return []


def _stands_in_decision(document: Document, span: Span) -> bool:
    return any(
        section.kind in _DECIDING and section.span.start <= span.start < section.span.end
        for section in document.sections
    )
