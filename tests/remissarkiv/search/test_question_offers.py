"""Beside a question stands the exact query that it means, if it finds something."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from remissarkiv.domain import (
    Actor,
    ActorKind,
    Assessment,
    Decision,
    Dnr,
    DnrMention,
    DnrRole,
    HitList,
    Kind,
    Outcome,
    Position,
    Principle,
    Span,
    Stance,
    StoredDocument,
    Verdict,
)

Build = Callable[..., StoredDocument]

QUESTION = (
    "vilka nämnder har bedömt att juridisk rådgivning till enskilda ligger utanför den kommunala kompetensen?"
)
KS = Dnr("KS", 2025, 448)


def with_fields(stored: StoredDocument, **fields: Any) -> StoredDocument:
    return replace(stored, document=replace(stored.document, **fields))


@pytest.fixture
def filled(shelf: Any, build: Build) -> Any:
    text = "Förvaltningen anser att juridisk rådgivning åt enskilda faller utanför kommunens uppgifter."
    old = "Lokaliseringsprincipen hindrar att kommunen ger bidraget."
    shelf.put(
        with_fields(
            build("bedömt", text, year=2025),
            assessments=(Assessment(Verdict.OUTSIDE, Span(0, len(text))),),
            dnr=(DnrMention(KS, DnrRole.SENDER),),
        ),
        build("nämner", "Jurister ger juridisk rådgivning till enskilda.", year=2024),
        build("annat", "Simhallen renoveras.", year=2024),
        with_fields(
            build("princip", old, year=2012),
            assessments=(Assessment(Verdict.OUTSIDE, Span(0, len(old)), principles=(Principle.ANKNYTNING,)),),
        ),
        build("senare", "Lokaliseringsprincipen nämns.", year=2020),
        with_fields(
            build("beslut", "Fullmäktige avslår motionen.", kind=Kind.PROTOKOLL),
            date=datetime.date(2025, 12, 1),
            dnr=(DnrMention(KS, DnrRole.OWN),),
            decisions=(Decision(Outcome.AVSLAG, actor("Kommunfullmäktige"), Span(0, 5)),),
        ),
        with_fields(
            build("dold", "Hemlig bedömning av juridisk rådgivning till enskilda.", collection="sluten"),
            assessments=(Assessment(Verdict.OUTSIDE, Span(0, 6)),),
            dnr=(DnrMention(Dnr("KS", 2025, 999), DnrRole.OWN),),
        ),
    )
    return shelf


def actor(name: str) -> Any:
    return Actor(name, ActorKind.FULLMAKTIGE)


def narrowing(answer: HitList) -> list[tuple[str, int]]:
    return [(offer.query, offer.more) for offer in answer.offers if offer.narrows]


def test_the_question_as_typed_finds_what_it_is_about(filled: Any) -> None:
    assert set(filled.found(QUESTION)) == {"bedömt", "nämner"}


def test_what_it_says_of_assessments_is_offered_as_a_query(filled: Any) -> None:
    answer = filled.searcher.search(QUESTION, filled.everyone)
    query = 'kompetens:"inte förenligt" juridisk rådgivning enskilda'
    assert narrowing(answer) == [(query, 1)]
    assert filled.found(query) == ["bedömt"]


def test_a_principle_and_the_years_are_offered_together_then_the_years_alone(filled: Any) -> None:
    answer = filled.searcher.search("vad sades om lokaliseringsprincipen före 2018?", filled.everyone)
    assert narrowing(answer) == [
        ("princip:lokaliseringsprincipen år:-2017", 1),
        ("år:-2017 lokaliseringsprincipen", 1),
    ]
    assert set(filled.found("vad sades om lokaliseringsprincipen före 2018?")) == {"princip", "senare"}


def test_a_principle_that_no_document_of_the_years_uses_is_offered_for_any_year(filled: Any) -> None:
    answer = filled.searcher.search("vad sades om lokaliseringsprincipen före 2005?", filled.everyone)
    assert narrowing(answer) == [
        ("princip:lokaliseringsprincipen år:-2004", 0),
        ("princip:lokaliseringsprincipen", 1),
    ]


def test_where_only_an_unsure_assessment_of_another_year_uses_the_principle_it_is_offered(
    shelf: Any, build: Build
) -> None:
    words = "Lokaliseringsprincipen hindrar bidraget."
    unsure = Assessment(
        Verdict.OUTSIDE, Span(0, len(words)), certain=False, principles=(Principle.ANKNYTNING,)
    )
    shelf.put(with_fields(build("osäker", words, year=2020), assessments=(unsure,)))
    answer = shelf.searcher.search("vad sades om lokaliseringsprincipen före 2018?", shelf.everyone)
    assert narrowing(answer) == [
        ("princip:lokaliseringsprincipen år:-2017", 0),
        ('princip:"lokaliseringsprincipen?"', 1),
    ]


def test_when_no_assessment_has_all_the_words_one_with_some_is_offered(filled: Any) -> None:
    answer = filled.searcher.search("får kommunen ge juridisk rådgivning i simhallen?", filled.everyone)
    assert answer.total == 0
    assert narrowing(answer) == [("kompetens:* (juridisk ELLER rådgivning ELLER simhallen)", 1)]


def test_what_a_question_asks_of_an_arende_is_offered_within_it(filled: Any) -> None:
    answer = filled.searcher.search("vilka avstyrkte motionen i KS 2025/448?", filled.everyone)
    assert narrowing(answer) == [('ärende:"KS 2025/448"', 2)]
    answer = filled.searcher.search("vad avslogs i KS 2025/448?", filled.everyone)
    assert narrowing(answer) == [('ärende:"KS 2025/448"', 2), ('ärende:"KS 2025/448" beslut:avslag', 1)]


def test_the_whole_arende_and_its_decisions_are_offered(filled: Any) -> None:
    answer = filled.searcher.search(
        "alla svar på remissen KS 2025/448 och vad fullmäktige beslutade", filled.everyone
    )
    assert narrowing(answer) == [('ärende:"KS 2025/448"', 2), ('ärende:"KS 2025/448" beslut:*', 1)]
    assert answer.total == 2


def test_a_lone_dnr_leads_to_its_arende(filled: Any) -> None:
    assert narrowing(filled.searcher.search("KS 2025/448", filled.everyone)) == [('ärende:"KS 2025/448"', 2)]


def test_nothing_is_offered_that_finds_only_what_is_hidden(filled: Any) -> None:
    assert filled.searcher.search("KS 2025/999", filled.everyone).offers == ()
    assert narrowing(filled.searcher.search("KS 2025/999", filled.insider)) == [('ärende:"KS 2025/999"', 1)]


def test_a_question_of_what_was_decided_or_judged_alone_is_offered_as_a_query(
    filled: Any, build: Build
) -> None:
    answer = filled.searcher.search("har fullmäktige avslagit någon motion?", filled.everyone)
    assert narrowing(answer) == [("instans:kommunfullmäktige beslut:avslag", 1)]
    filled.put(
        with_fields(
            build("oavgjord", "Om kommunen får göra det är oklart."),
            assessments=(Assessment(Verdict.OPEN, Span(0, 10)),),
        )
    )
    answer = filled.searcher.search("när var kompetensfrågan oavgjord?", filled.everyone)
    assert (answer.total, narrowing(answer)) == (0, [("kompetens:oavgjort", 1)])


def test_a_misspelt_word_of_a_question_is_put_right_in_what_is_offered(filled: Any) -> None:
    answer = filled.searcher.search(
        "vilka nämnder har bedömt att juridisk rådgivnng ligger utanför den kommunala kompetensen?",
        filled.everyone,
    )
    assert answer.total == 0
    assert "rådgivning" in str(answer.suggestion)
    assert narrowing(answer) == [('kompetens:"inte förenligt" juridisk rådgivning', 1)]


def test_the_question_mark_is_no_part_of_a_word(filled: Any) -> None:
    answer = filled.searcher.search("vad sades om hyresgäster?", filled.everyone)
    assert next(piece.value for piece in answer.understood) == "hyresgäster"


def test_older_counterparts_stand_beside_a_question_as_beside_the_lagrum(filled: Any, build: Build) -> None:
    filled.put(build("äldre", "Det följer av 2 kap. 8 § kommunallagen (1991:900).", year=2010))
    of_lagrum = filled.searcher.search("2 kap. 8 § kommunallagen", filled.everyone).offers
    of_question = filled.searcher.search(
        "vad säger arkivet om 2 kap. 8 § kommunallagen", filled.everyone
    ).offers
    assert of_lagrum
    assert of_question == of_lagrum


def test_a_number_that_is_not_there_offers_those_that_begin_with_it(filled: Any) -> None:
    answer = filled.searcher.search("KS 2025/44", filled.everyone)
    assert answer.total == 0
    assert [(offer.query, offer.more) for offer in answer.offers] == [('dnr:"KS 2025/44*"', 2)]
    assert filled.searcher.search("KS 2025/99", filled.everyone).offers == ()


def test_words_alone_are_all_required_and_offer_nothing(filled: Any) -> None:
    answer = filled.searcher.search("juridisk rådgivning simhall", filled.everyone)
    assert (answer.total, answer.offers) == (0, ())


def test_assessments_that_rest_on_a_lagrum_are_offered_by_their_ground_and_those_of_the_older_act(
    filled: Any, build: Build
) -> None:
    for name, key in (("ny", "2017:725#K2P8"), ("gammal", "1991:900#K2P8")):
        filled.put(
            with_fields(
                build(name, "Lånet till företaget strider mot lagen."),
                assessments=(Assessment(Verdict.OUTSIDE, Span(0, 10), grounds=(key,)),),
            )
        )
    question = "vilka bedömningar av lån vilar på 2 kap. 8 § kommunallagen?"
    offered = narrowing(filled.searcher.search(question, filled.everyone))
    assert offered == [
        ('grund:"2 kap. 8 § kommunallagen" lån', 1),
        ('grund:"2 kap. 8 § kommunallagen (1991:900)" lån', 1),
    ]
    assert [filled.found(query) for query, _ in offered] == [["ny"], ["gammal"]]
    judged = "har någon ansett att lån inte är förenligt med kommunal kompetens enligt 2 kap. 8 § KL?"
    assert narrowing(filled.searcher.search(judged, filled.everyone))[0] == (
        'grund:"2 kap. 8 § KL" kompetens:"inte förenligt" lån',
        1,
    )


def test_where_fullmaktige_went_against_kommunstyrelsen_is_offered(filled: Any, build: Build) -> None:
    board = Actor("Kommunstyrelsen", ActorKind.NAMND)
    text = "Kommunstyrelsen avstyrker skolan. Fullmäktige beslutar."
    for name, stance, outcome in (
        ("emot", Stance.AGAINST, Outcome.BIFALL),
        ("delvis", Stance.AGAINST, Outcome.DELVIS_BIFALL),
        ("enigt", Stance.AGAINST, Outcome.AVSLAG),
        ("bifall", Stance.FOR, Outcome.BIFALL),
    ):
        filled.put(
            with_fields(
                build(name, text, kind=Kind.PROTOKOLL),
                positions=(Position(stance, board, Span(0, 5)),),
                decisions=(Decision(outcome, actor("Kommunfullmäktige"), Span(34, 40)),),
            )
        )
    answer = filled.searcher.search("när gick fullmäktige emot kommunstyrelsen om skolan?", filled.everyone)
    # They say the same, and copies are one hit.
    ((query, _),) = narrowing(answer)
    one_by_one = filled.searcher.search(query, filled.everyone, collapse="none")
    assert {hit.id for hit in one_by_one.hits} == {"emot", "delvis"}
    assert query.endswith(" skolan")


def test_a_principle_that_nobody_calls_by_its_name_is_offered_by_the_words_for_it(
    filled: Any, build: Build
) -> None:
    filled.put(build("sägs", "Uppgiften ska ha anknytning till kommunens område.", year=1998))
    answer = filled.searcher.search("vad sades om lokaliseringsprincipen före 2001?", filled.everyone)
    assert narrowing(answer)[-1] == ("år:-2000 anknytning kommunen", 1)
