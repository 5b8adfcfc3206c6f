"""What a document answers in one word: its decision, on what the motion proposes."""

from remissarkiv.assessments import Proposal, proposal_of, stance_of, verdict_of
from remissarkiv.domain import (
    Actor,
    ActorKind,
    Assessment,
    Document,
    Kind,
    Position,
    Section,
    SectionKind,
    Span,
    Stance,
    Verdict,
)

MOTION = (
    "Äldre får ofta ont i ryggen.\n\nVi föreslår därför\n\n1. att en avgiftsfri fixartjänst införs, samt\n\n"
    "2. att snöskottning erbjuds mot taxa.\n"
)
TEXT = (
    "Förslag till beslut\nNämnden avstyrker snöskottning.\nNämnden tillstyrker en fixartjänst.\n\n"
    "Bedömning\nFörslaget bör avstyrkas.\nSammantaget är förslaget förenligt med lagen.\n"
)
BOARD = Actor("Äldrenämnden", ActorKind.NAMND)


def document(*sections: Section) -> Document:
    return Document("Svar", Kind.TJANSTEUTLATANDE, TEXT, TEXT, sections=sections)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def proposed() -> Proposal:
    found = proposal_of(Document("Motion om hjälp till äldre", Kind.MOTION, MOTION, MOTION))
    assert found is not None
    return found


PARTS = (
    Position(Stance.AGAINST, BOARD, span("Nämnden avstyrker snöskottning."), target="snöskottning"),
    Position(Stance.FOR, BOARD, span("Nämnden tillstyrker en fixartjänst."), target="en fixartjänst"),
)
IN_PASSING = Position(Stance.AGAINST, BOARD, span("Förslaget bör avstyrkas."))


def test_the_decision_is_the_answer_and_not_what_the_reasons_say_of_a_part() -> None:
    heading = Section(
        SectionKind.FORSLAG_TILL_BESLUT, "Förslag till beslut", Span(0, TEXT.index("Bedömning"))
    )
    assert stance_of(document(heading), (*PARTS, IN_PASSING)) is Stance.PARTLY


def test_a_stance_beside_the_proposal_is_no_answer_to_it() -> None:
    beside = Position(Stance.AGAINST, BOARD, span("Bedömning"), target="att pengar tas från skolan")
    assert stance_of(document(), (beside,), proposed()) is None
    assert stance_of(document(), (beside,)) is Stance.AGAINST
    assert stance_of(document(), (beside, PARTS[1]), proposed()) is Stance.FOR


def test_an_unsure_stance_does_not_change_a_sure_one() -> None:
    unsure = Position(Stance.FOR, BOARD, span("Bedömning"), certain=False)
    assert stance_of(document(), (PARTS[0], unsure)) is Stance.AGAINST


def _judged(verdict: Verdict, words: str, concerns: str = "", *, certain: bool = True) -> Assessment:
    return Assessment(verdict, span(words), certain, concerns)


def test_sure_verdicts_on_two_parts_are_delvis_forenligt() -> None:
    one = _judged(Verdict.WITHIN, "Bedömning", "fixartjänst")
    other = _judged(Verdict.OUTSIDE, "Bedömning", "snöskottning")
    assert verdict_of(document(), (one, other)) is Verdict.PARTLY
    doubtful = _judged(Verdict.OUTSIDE, "Bedömning", "snöskottning", certain=False)
    assert verdict_of(document(), (one, doubtful)) is Verdict.WITHIN
    again = _judged(Verdict.OUTSIDE, "Bedömning", "fixartjänst")
    assert verdict_of(document(), (one, again)) is Verdict.OUTSIDE


def test_a_last_conclusion_on_the_whole_is_the_verdict() -> None:
    part = _judged(Verdict.OUTSIDE, "Förslaget bör avstyrkas.", "snöskottning")
    last = _judged(Verdict.WITHIN, "Sammantaget är förslaget förenligt med lagen.")
    assert verdict_of(document(), (part, last)) is Verdict.WITHIN
