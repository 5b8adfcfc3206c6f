"""What came of an ärende: who decided, in which rounds, and whether an answer was followed."""

from collections.abc import Callable

import pytest

from remissarkiv.domain import ActorKind, Outcome, Stance, Status, StoredDocument
from remissarkiv.matters.outcome import Followed, final, followed, in_one_word, rounds

MakeStored = Callable[..., StoredDocument]


def kf(stored: MakeStored, id: str, date: str, *outcomes: Outcome, **more: object) -> StoredDocument:
    settings = {"namnd": "Kommunfullmäktige", "by": ActorKind.FULLMAKTIGE, "outcomes": outcomes, **more}
    return stored(id, date=date, sender_dnr="", **settings)


def test_an_arende_that_was_sent_back_has_two_rounds_and_the_last_settles_it(stored: MakeStored) -> None:
    documents = [
        kf(stored, "andra", "2009-04-27", Outcome.AVSLAG),
        kf(stored, "första", "2008-12-15", Outcome.ATERREMISS),
    ]
    found = rounds(documents)
    assert [one.document.id for one in found] == ["första", "andra"]
    settled = final(found)
    assert settled is not None
    assert settled.outcome is Outcome.AVSLAG
    assert final(found[:1]) is None


def test_what_is_only_proposed_to_fullmaktige_decides_nothing(stored: MakeStored) -> None:
    assert rounds([kf(stored, "ks", "2008-12-15", Outcome.AVSLAG, status=Status.FORSLAG)]) == ()


def test_kommunstyrelsen_decides_where_fullmaktige_does_not(stored: MakeStored) -> None:
    ks = {"namnd": "Kommunstyrelsen", "by": ActorKind.KOMMUNSTYRELSE}
    answer = kf(stored, "ks", "2018-11-06", Outcome.ANTAR_YTTRANDE, **ks)
    assert [one.document.id for one in rounds([answer])] == ["ks"]
    decided = kf(stored, "kf", "2018-12-01", Outcome.BIFALL)
    assert [one.document.id for one in rounds([answer, decided])] == ["kf"]


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ([Outcome.BIFALL, Outcome.AVSLAG], Outcome.DELVIS_BIFALL),
        ([Outcome.BIFALL, Outcome.BESVARAD], Outcome.DELVIS_BIFALL),
        ([Outcome.AVSLAG, Outcome.AVSLAG], Outcome.AVSLAG),
        ([Outcome.AVSLAG, Outcome.NOTERAS], Outcome.AVSLAG),
        ([Outcome.AVSLAG, Outcome.BESVARAD], None),
        ([Outcome.ATERREMISS], Outcome.ATERREMISS),
        ([], None),
    ],
)
def test_a_decision_point_by_point_in_one_word(outcomes: list[Outcome], expected: Outcome | None) -> None:
    assert in_one_word(outcomes) is expected


@pytest.mark.parametrize(
    ("stance", "outcome", "expected"),
    [
        (Stance.AGAINST, Outcome.AVSLAG, Followed.YES),
        (Stance.AGAINST, Outcome.BIFALL, Followed.NO),
        (Stance.FOR, Outcome.DELVIS_BIFALL, Followed.PARTLY),
        (Stance.PARTLY, Outcome.DELVIS_BIFALL, Followed.YES),
        (Stance.FOR, Outcome.BESVARAD, None),
        (Stance.NO_OBJECTION, Outcome.AVSLAG, None),
        (Stance.UNCLEAR, Outcome.AVSLAG, None),
        (None, Outcome.AVSLAG, None),
        (Stance.FOR, None, None),
    ],
)
def test_whether_an_answer_was_followed_is_told_only_where_it_can_be(
    stance: Stance | None, outcome: Outcome | None, expected: Followed | None
) -> None:
    assert followed(stance, outcome) is expected
