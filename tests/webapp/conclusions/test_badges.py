"""The line of a hit tells what matters most: what was asked for, what fullmäktige decided, then the rest."""

from remissarkiv.domain import Actor, ActorKind, Conclusion, Outcome, Stance, Status, Verdict
from webapp.conclusions.badges import badge_line

KF = Actor("Kommunfullmäktige", ActorKind.FULLMAKTIGE)
SN = Actor("Socialnämnden", ActorKind.NAMND)
KN = Actor("Kulturnämnden", ActorKind.NAMND)
OFFICE = Actor("Socialförvaltningen", ActorKind.FORVALTNING)
NOTHING: frozenset[tuple[str, str]] = frozenset()


def stance(value: Stance, actor: Actor = SN, status: Status = Status.BESLUT) -> Conclusion:
    return Conclusion("stance", value.value, actor, status, True)


def outcome(value: Outcome, actor: Actor = KF, status: Status = Status.BESLUT) -> Conclusion:
    return Conclusion("outcome", value.value, actor, status, True)


def verdict(value: Verdict) -> Conclusion:
    return Conclusion("verdict", value.value, OFFICE, Status.FORSLAG, True)


def values(
    *conclusions: Conclusion, asked: frozenset[tuple[str, str]] = NOTHING, namnd: str = ""
) -> list[str]:
    return [told.value for badge in badge_line(conclusions, asked, namnd) for told in badge.values]


def test_what_fullmaktige_decided_comes_before_what_was_proposed_to_it() -> None:
    line = badge_line(
        [
            stance(Stance.FOR),
            outcome(Outcome.BIFALL, status=Status.FORSLAG),
            outcome(Outcome.AVSLAG),
        ],
        NOTHING,
    )
    assert [(badge.values[0].value, badge.said) for badge in line] == [
        ("avslag", "Kommunfullmäktige, beslut"),
        ("tillstyrker", "Socialnämnden, beslut"),
        ("bifall", "förslag till fullmäktige"),
    ]


def test_several_stances_of_one_author_are_told_together() -> None:
    (badge,) = badge_line([stance(Stance.FOR), stance(Stance.AGAINST)], NOTHING)
    assert [(one.sign, one.value) for one in badge.values] == [("◐", "tillstyrker och avstyrker i delar")]
    assert badge.said == "Socialnämnden, beslut"


def test_stances_of_two_boards_are_not_told_together() -> None:
    assert values(stance(Stance.FOR), stance(Stance.AGAINST, KN)) == ["tillstyrker", "avstyrker"]


def test_the_author_comes_before_others_that_it_tells_of() -> None:
    assert values(stance(Stance.AGAINST, KN), stance(Stance.ABSTAINS), namnd="Socialnämnden") == [
        "avstår",
        "avstyrker",
    ]


def test_what_was_asked_for_is_always_there_and_first() -> None:
    many = [
        outcome(Outcome.AVSLAG),
        verdict(Verdict.OUTSIDE),
        verdict(Verdict.WITHIN),
        stance(Stance.FOR),
        stance(Stance.AGAINST, KN),
        outcome(Outcome.BESVARAD, SN),
    ]
    assert values(*many, asked=frozenset({("outcome", "besvarad")}))[0] == "besvarad"
    assert values(*many, asked=frozenset({("stance", "avstyrker")}))[0] == "avstyrker"
    assert values(*many) == ["avslag", "inte förenligt", "förenligt", "tillstyrker"]


def test_what_one_author_says_in_one_role_stands_together() -> None:
    (badge,) = badge_line([verdict(Verdict.OUTSIDE), verdict(Verdict.WITHIN)], NOTHING)
    assert [one.value for one in badge.values] == ["inte förenligt", "förenligt"]
    assert badge.said == "tidigare bedömning, Socialförvaltningen, förslag"


def test_what_is_sure_comes_before_what_is_not() -> None:
    unsure = Conclusion("stance", Stance.FOR.value, SN, Status.BESLUT, False)
    line = badge_line([unsure, stance(Stance.AGAINST)], NOTHING)
    assert [[(one.value, one.unsure) for one in badge.values] for badge in line] == [
        [("avstyrker", ""), ("tillstyrker", "osäker")]
    ]
