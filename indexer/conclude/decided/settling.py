"""Which of the decisions that were read settle the matter, each once."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from indexer.conclude.decided.bodies import actor
from indexer.conclude.decided.frames import Strength
from remissarkiv.domain import Decision, Outcome, Span, Status

_ROUTES = frozenset({Outcome.OVERLAMNAR, Outcome.NOTERAS, Outcome.AVSKRIVEN, Outcome.REMITTERAS})
"""Outcomes that say where the matter goes; they add nothing in a sentence that settles it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A decision as one sentence tells it. `sentence` is the same for those of one sentence; `own_matter`
    tells that what is passed on or noted is something else than the answer."""

    outcome: Outcome | None
    actor: str
    status: Status
    span: Span
    strength: Strength
    sentence: int
    target: str = ""
    certain: bool = True
    own_matter: bool = False
    proposer: str = ""
    """Whose proposal it is, "" an office's."""
    agrees_with: str = ""
    """Whose proposal is agreed to, where `outcome` is None: it is not known from the words."""


def settle(found: Iterable[Found]) -> tuple[Decision, ...]:
    """The decisions by place, none twice: those under headings count before those told in running text, and
    what an office proposed is not told beside a decision that is the same. What kommunstyrelsen proposed
    is."""
    read = list(_agreed(list(islice(found, _MOST))))
    formal = [one for one in read if one.strength is Strength.FORMAL]
    kept: list[Found] = []
    for one in sorted(read, key=lambda each: (_ORDER[each.strength], each.status is Status.FORSLAG)):
        if _adds(one, kept, formal):
            kept.append(one)
    settled = [one for one in kept if not _is_route(one, kept)]
    return tuple(
        Decision(one.outcome, actor(one.actor), one.span, one.status, one.target, one.certain)
        for one in sorted(settled, key=lambda each: each.span)
        if one.outcome is not None
    )


_ANSWERS = frozenset({Outcome.ANTAR_YTTRANDE, Outcome.GODKANNER_SOM_SVAR})
"""A body gives one answer, in however many points: "1. Nämnden godkänner utlåtandet som svar. 2. Nämnden
överlämnar det som sitt svar"."""

_WHOLE = frozenset({Outcome.BESVARAD, Outcome.DELVIS_BIFALL, Outcome.ATERTAGEN}) | _ANSWERS
"""In one sentence nothing is said beside these of the same thing: "bifalls och är därmed besvarad"."""

_MOST = 300
"""Decisions of one document that are weighed against each other: no matter has as many."""

_ORDER = {Strength.FORMAL: 0, Strength.SAID: 1, Strength.BARE: 2}


def _agreed(found: list[Found]) -> Iterator[Found]:
    """The decisions, and for one that agrees to a proposal what was proposed, where the document tells it."""
    proposed = [one for one in found if one.status is Status.FORSLAG and one.outcome is not None]
    for one in found:
        if one.outcome is not None:
            yield one
            continue
        for model in proposed:
            if model.actor == one.actor and _is_by(model, one.agrees_with):
                yield dataclasses.replace(one, outcome=model.outcome, target=model.target)


def _is_by(model: Found, name: str) -> bool:
    """Whether a proposal is by the body whose proposal is agreed to; utskott go by short names too."""
    both = (model.proposer.lower(), name.lower())
    return both[0] == both[1] or all(each.endswith(("utskott", "utskottet")) for each in both)


def _adds(one: Found, kept: list[Found], formal: list[Found]) -> bool:
    if one.strength is Strength.BARE and (formal or any(each.strength is Strength.SAID for each in kept)):
        return False
    for other in kept:
        if other.actor != one.actor:
            continue
        if (
            other.outcome is one.outcome
            and other.target == one.target
            and (other.status is one.status or (other.status is Status.BESLUT and not one.proposer))
        ):
            return False
        if other.status is one.status and _ORDER[other.strength] < _ORDER[one.strength]:
            return False
        if other.status is one.status and {other.outcome, one.outcome} <= _ANSWERS:
            return False
        same = other.sentence == one.sentence and other.status is one.status
        same = same and bool(_WHOLE & {one.outcome, other.outcome})
        if (
            same
            and other.target == one.target
            and other.outcome not in _ROUTES
            and one.outcome not in _ROUTES
        ):
            return False
    return True


def _is_route(one: Found, kept: list[Found]) -> bool:
    """Whether a decision only sends on, notes or closes what another of the same body settles."""
    if one.outcome not in _ROUTES:
        return False
    for other in kept:
        if other is one or other.actor != one.actor or other.status is not one.status:
            continue
        settles = other.outcome not in _ROUTES
        if settles and (other.sentence == one.sentence or not one.own_matter):
            return True
        if (
            not settles
            and other.sentence == one.sentence
            and other.span <= one.span
            and other.outcome is one.outcome
        ):
            return True
    return False
