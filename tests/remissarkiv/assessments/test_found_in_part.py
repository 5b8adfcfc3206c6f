"""`delvis förenligt` is also what one author's certain conclusions on different parts add up to."""

from remissarkiv.assessments import held, pair, paired
from remissarkiv.domain import Actor, ActorKind, Assessment, Document, Kind, Span, Verdict

TEXT = "Borgen är förenlig med kompetensen. Driftbidraget är det inte. Avgiften är oklar."
OFFICE = Actor("Kulturkontoret", ActorKind.FORVALTNING)
COUNCILLOR = Actor("Anna Ek (S)", ActorKind.LEDAMOT)
BORGEN, BIDRAG = Span(0, 35), Span(36, 62)


def one(
    verdict: Verdict, span: Span, concerns: str, actor: Actor = OFFICE, *, certain: bool = True
) -> Assessment:
    return Assessment(verdict, span, certain, concerns, actor=actor)


def verdicts(*assessments: Assessment) -> set[str]:
    document = Document(
        title="Svar", kind=Kind.TJANSTEUTLATANDE, text=TEXT, original=TEXT, assessments=assessments
    )
    return {value.value for value in held(document, "verdict") if value.certain}


def test_one_part_within_and_another_outside_is_found_with_all_three_values() -> None:
    parts = one(Verdict.WITHIN, BORGEN, "borgen"), one(Verdict.OUTSIDE, BIDRAG, "driftbidraget")
    assert verdicts(*parts) == {"förenligt", "inte förenligt", "delvis förenligt"}


def test_two_authors_that_differ_do_not_make_one_in_part() -> None:
    other = Actor("Kommunledningskontoret", ActorKind.FORVALTNING)
    found = verdicts(
        one(Verdict.WITHIN, BORGEN, "borgen"), one(Verdict.OUTSIDE, BIDRAG, "driftbidraget", other)
    )
    assert found == {"förenligt", "inte förenligt"}


def test_neither_what_is_unsure_nor_what_a_councillor_holds_counts() -> None:
    within = one(Verdict.WITHIN, BORGEN, "borgen")
    assert "delvis förenligt" not in verdicts(
        within, one(Verdict.OUTSIDE, BIDRAG, "driftbidraget", certain=False)
    )
    assert "delvis förenligt" not in verdicts(
        one(Verdict.WITHIN, BORGEN, "borgen", COUNCILLOR),
        one(Verdict.OUTSIDE, BIDRAG, "driftbidraget", COUNCILLOR),
    )


def test_whose_it_is_can_be_asked_for_together_with_it() -> None:
    document = Document(
        title="Svar",
        kind=Kind.TJANSTEUTLATANDE,
        text=TEXT,
        original=TEXT,
        assessments=(one(Verdict.WITHIN, BORGEN, "borgen"), one(Verdict.OUTSIDE, BIDRAG, "driftbidraget")),
    )
    asked = pair(("verdict", "delvis förenligt"), ("instans", "Kulturkontoret"))
    assert {value.span for value in paired(document) if value.value == asked} == {BORGEN, BIDRAG}
