"""A person says what a sentence concludes, and it stays so however the file is read."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from remissarkiv.corrections import (
    Correction,
    State,
    What,
    apply,
    finding_value,
    of_finding,
    of_sentence,
)
from remissarkiv.domain import (
    Actor,
    ActorKind,
    Assessment,
    Document,
    Kind,
    Outcome,
    Span,
    Stance,
    Status,
    Verdict,
)

Log = Callable[..., list[Correction]]
Reread = Callable[..., Document]


def other_verdict(document: Document, verdict: str | None) -> object:
    (found,) = document.assessments
    became = None if verdict is None else {**finding_value(found), "verdict": verdict}
    return of_finding(document, What.ASSESSMENT, found, became)


def test_a_corrected_verdict_is_certain_and_keeps_its_sentence_and_grounds(
    document: Document, log: Log
) -> None:
    corrected = apply(document, log(other_verdict(document, "delvis förenligt")), "ab")
    (found,) = corrected.document.assessments
    assert (found.verdict, found.certain, found.grounds) == (Verdict.PARTLY, True, ("2017:725#K2P1",))
    assert found.span == document.assessments[0].span
    assert [one.person for one in corrected.marks[What.ASSESSMENT, "0"]] == ["Eva Ek"]


def test_what_is_no_assessment_is_gone_and_comes_back_when_that_is_taken_back(
    document: Document, log: Log
) -> None:
    taken_away = log(other_verdict(document, None))
    assert apply(document, taken_away, "ab").document.assessments == ()
    corrected = apply(document, log(other_verdict(document, None), 1), "ab")
    assert corrected.document == document
    assert [entry.state for entry in corrected.entries] == [State.UNDONE, State.APPLIED]
    again = apply(document, log(other_verdict(document, None), 1, 2), "ab")
    assert again.document.assessments == ()


def test_of_two_corrections_of_one_thing_the_later_holds(document: Document, log: Log) -> None:
    drafts = [other_verdict(document, verdict) for verdict in ("förenligt", "oavgjort")]
    corrected = apply(document, log(*drafts), "ab")
    assert [one.verdict for one in corrected.document.assessments] == [Verdict.OPEN]
    assert len(corrected.marks[What.ASSESSMENT, "0"]) == 2
    removed_then_corrected = [other_verdict(document, None), other_verdict(document, "oavgjort")]
    corrected = apply(document, log(*removed_then_corrected), "ab")
    assert [one.verdict for one in corrected.document.assessments] == [Verdict.OPEN]


def test_a_position_gets_another_stance_actor_and_status(document: Document, log: Log) -> None:
    (found,) = document.positions
    became = {
        **finding_value(found),
        "stance": "tillstyrker",
        "actor": "Anna Ek (S)",
        "actor_kind": "ledamot",
        "status": "beslut",
    }
    corrected = apply(document, log(of_finding(document, What.POSITION, found, became)), "ab")
    (now,) = corrected.document.positions
    assert (now.stance, now.actor, now.status) == (
        Stance.FOR,
        Actor("Anna Ek (S)", ActorKind.LEDAMOT),
        Status.BESLUT,
    )


def test_an_outcome_is_corrected(document: Document, log: Log) -> None:
    (found,) = document.decisions
    draft = of_finding(document, What.DECISION, found, {**finding_value(found), "outcome": "återremiss"})
    assert apply(document, log(draft), "ab").document.decisions[0].outcome is Outcome.ATERREMISS


def added(document: Document) -> object:
    sentence = document.positions[0].span
    value = {
        "verdict": "förenligt",
        "concerns": "",
        "grounds": [],
        "principles": ["allmänt intresse"],
        "actor": "Socialnämnden",
        "actor_kind": "nämnd",
        "status": "beslut",
    }
    return of_sentence(document, What.ASSESSMENT, sentence, value)


def test_what_was_missed_is_added_at_its_sentence_in_the_order_of_the_text(
    document: Document, log: Log
) -> None:
    corrected = apply(document, log(added(document)), "ab")
    assert [one.verdict for one in corrected.document.assessments] == [Verdict.OUTSIDE, Verdict.WITHIN]
    assert corrected.document.assessments[1].span == document.positions[0].span
    assert (What.ASSESSMENT, "1") in corrected.marks


def test_what_was_added_does_not_stand_twice_when_a_better_rule_finds_it(
    document: Document, log: Log, reread: Reread
) -> None:
    found = Assessment(
        Verdict.WITHIN,
        document.positions[0].span,
        concerns="förslaget",
        principles=(),
        actor=Actor("", ActorKind.NAMND),
    )
    better = reread(assessments=(*document.assessments, found))
    corrected = apply(better, log(added(document)), "ab")
    assert len(corrected.document.assessments) == 2
    assert corrected.document.assessments[1].actor.name == "Socialnämnden"


def test_after_a_new_reading_the_finding_in_the_same_sentence_is_meant(
    document: Document, log: Log, reread: Reread
) -> None:
    said = log(other_verdict(document, "delvis förenligt"), added(document))
    again = reread("Ett nytt sidhuvud\n\n")
    now = apply(again, said, "cd").document
    assert [one.verdict for one in now.assessments] == [Verdict.PARTLY, Verdict.WITHIN]
    assert now.assessments[0].span == again.assessments[0].span
    assert again.text[slice(*now.assessments[1].span)] == "Socialndmnden avstyrker motionen."


def test_what_the_rule_no_longer_finds_is_still_there_because_a_person_said_so(
    document: Document, log: Log, reread: Reread
) -> None:
    again = reread("Nytt\n\n", assessments=())
    now = apply(again, log(other_verdict(document, "delvis förenligt")), "cd").document
    assert [one.verdict for one in now.assessments] == [Verdict.PARTLY]
    assert again.text[slice(*now.assessments[0].span)].startswith("Förvaltningen bedömer")


def test_a_better_rule_may_find_more_beside_what_a_person_said(
    document: Document, log: Log, reread: Reread
) -> None:
    (found,) = document.assessments
    better = Assessment(
        Verdict.WITHIN, found.span, grounds=("2017:725#K2P1", "2017:725#K2P2"), actor=found.actor
    )
    said = log(other_verdict(document, "delvis förenligt"))
    (now,) = apply(reread(assessments=(better,)), said, "ab").document.assessments
    assert (now.verdict, now.grounds) == (Verdict.PARTLY, better.grounds)


def test_another_repair_of_the_same_words_does_not_lose_the_sentence(
    document: Document, log: Log, reread: Reread
) -> None:
    said = log(other_verdict(document, "delvis förenligt"))
    text = document.text.replace("bedömer", "bedömde")
    again = reread(text=text)
    assert apply(again, said, "ab").document.assessments[0].verdict is Verdict.PARTLY


def test_a_sentence_that_stands_twice_is_corrected_where_it_was_meant(log: Log) -> None:
    sentence = "Detta är förenligt."
    text = f"{sentence} Annat. {sentence}"
    actor = Actor("", ActorKind.FORVALTNING)
    spans = Span(0, 19), Span(text.rindex(sentence), len(text))
    document = Document(
        title="Svar på remiss",
        kind=Kind.YTTRANDE,
        text=text,
        original=text,
        assessments=tuple(Assessment(Verdict.WITHIN, span, actor=actor) for span in spans),
    )
    second = document.assessments[1]
    draft = of_finding(document, What.ASSESSMENT, second, {**finding_value(second), "verdict": "oavgjort"})
    now = apply(document, log(draft), "ab").document
    assert [one.verdict for one in now.assessments] == [Verdict.WITHIN, Verdict.OPEN]


def test_of_two_findings_in_one_sentence_the_right_one_is_corrected(document: Document, log: Log) -> None:
    (found,) = document.assessments
    parts = tuple(
        Assessment(verdict, found.span, concerns=concerns, actor=found.actor)
        for verdict, concerns in ((Verdict.OUTSIDE, "rådgivning"), (Verdict.WITHIN, "information"))
    )
    both = replace(document, assessments=parts)
    draft = of_finding(both, What.ASSESSMENT, parts[1], None)
    assert apply(both, log(draft), "ab").document.assessments == parts[:1]


def test_a_correction_of_a_sentence_that_is_gone_is_told_and_not_applied(
    document: Document, log: Log
) -> None:
    other = replace(
        document, text="Något helt annat.", original="Något helt annat.", segments=(), assessments=()
    )
    corrected = apply(other, log(other_verdict(document, "förenligt")), "cd")
    assert corrected.document == other
    assert [entry.state for entry in corrected.entries] == [State.GONE]


@pytest.mark.parametrize("value", [{"verdict": "okänt"}, {}, {"verdict": ["x"], "status": 3}])
def test_a_value_of_another_version_is_left_alone(document: Document, log: Log, value: object) -> None:
    (found,) = document.assessments
    draft = of_finding(document, What.ASSESSMENT, found, None)
    odd = [replace(one, became=value) for one in log(draft)]
    corrected = apply(document, odd, "ab")
    assert len(corrected.document.assessments) == 1
