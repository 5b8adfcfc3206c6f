"""Was an answer followed, part by part?"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from remissarkiv.domain import Actor, ActorKind, Decision, Outcome, Span, Stance, StoredDocument
from remissarkiv.matters.following import followed_by
from remissarkiv.matters.outcome import Followed, Round

MakeStored = Callable[..., StoredDocument]
DECIDED = ((Outcome.AVSLAG, "miljöavgift"), (Outcome.BIFALL, "parkering"), (Outcome.BESVARAD, "infart"))


def by_parts(stored: MakeStored) -> Round:
    actor = Actor("Kommunfullmäktige", ActorKind.FULLMAKTIGE)
    decisions = tuple(Decision(outcome, actor, Span(0, 5), target=about) for outcome, about in DECIDED)
    kf = stored("kf", namnd="Kommunfullmäktige")
    return Round(replace(kf, document=replace(kf.document, decisions=decisions)), decisions)


@pytest.mark.parametrize(
    ("stances", "head", "text", "expected"),
    [
        ([(Stance.FOR, "parkering")], Stance.FOR, "", Followed.YES),
        ([(Stance.FOR, "miljöavgift")], Stance.FOR, "", Followed.NO),
        ([(Stance.FOR, "infart")], Stance.FOR, "", None),
        ([(Stance.FOR, "belysning")], Stance.FOR, "", None),
        ([(Stance.FOR, "parkering"), (Stance.FOR, "miljöavgift")], Stance.FOR, "", Followed.PARTLY),
        ([(Stance.AGAINST, "miljöavgift"), (Stance.FOR, "parkering")], Stance.PARTLY, "", Followed.YES),
        (
            [(Stance.PARTLY, "")],
            Stance.PARTLY,
            "Nämnden tillstyrker miljöavgift och parkering.",
            Followed.PARTLY,
        ),
        (
            [(Stance.PARTLY, "")],
            Stance.PARTLY,
            "Miljöavgift avstyrks och parkering tillstyrks.",
            Followed.YES,
        ),
        ([(Stance.PARTLY, "")], Stance.PARTLY, "Nämnden tillstyrker delvis.", None),
        ([(Stance.FOR, "")], Stance.FOR, "", Followed.PARTLY),
    ],
)
def test_an_answer_to_parts_is_held_against_what_was_decided_of_them(
    stored: MakeStored,
    stances: list[tuple[Stance, str]],
    head: Stance,
    text: str,
    expected: Followed | None,
) -> None:
    answer = stored("sn", stances=stances, text=text or "Nämnden har yttrat sig.\n")
    said = [(answer, position) for position in answer.document.positions]
    assert followed_by(said, head, by_parts(stored)) is expected
