"""What documents conclude is found by field: with certainty by default, the unsure on request."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from remissarkiv.domain import (
    Access,
    Actor,
    ActorKind,
    Assessment,
    Decision,
    Dnr,
    DnrMention,
    DnrRole,
    HitList,
    Kind,
    Motionar,
    Outcome,
    Position,
    PositionForm,
    Principle,
    Span,
    Stance,
    Status,
    StoredDocument,
    Verdict,
)

Build = Callable[..., StoredDocument]

OUTSIDE = "Förvaltningen bedömer att juridisk rådgivning till enskilda inte är förenligt med kompetensen."
WITHIN = "Det är däremot förenligt med den kommunala kompetensen att driva ett medborgarkontor."
LONG = "Ärendet har beretts i vanlig ordning och alla nämnder har fått tillfälle att yttra sig. " * 6

FORVALTNING = Actor("Socialförvaltningen", ActorKind.FORVALTNING)
KULTUR = Actor("Kulturnämnden", ActorKind.NAMND)
FULLMAKTIGE = Actor("Kommunfullmäktige", ActorKind.FULLMAKTIGE)


def concluding(stored: StoredDocument, **fields: Any) -> StoredDocument:
    return replace(stored, document=replace(stored.document, **fields))


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def assessment(text: str, words: str, verdict: Verdict, **more: Any) -> Assessment:
    return Assessment(verdict, place(text, words), actor=FORVALTNING, **more)


def of_matter(stored: StoredDocument, role: DnrRole, dnr: Dnr, kommun: str = "Exempelstad") -> StoredDocument:
    return concluding(stored, kommun=kommun, dnr=(*stored.document.dnr, DnrMention(dnr, role)))


@pytest.fixture
def filled(shelf: Any, build: Build) -> Any:
    both = f"Bakgrund.\n\n{LONG}\n\n{OUTSIDE}\n\n{WITHIN}\n"
    outside = assessment(
        both, OUTSIDE, Verdict.OUTSIDE, principles=(Principle.STATEN,), grounds=("2017:725#K2P2",)
    )
    unsure = f"{LONG}\n\nDet kan ligga utanför kompetensen.\n"
    stance = "Kulturnämnden avstyrker motionen."
    tabled = "Kommunfullmäktige beslutar att avslå motionen."
    secret = f"{OUTSIDE}\n"
    shelf.put(
        concluding(
            build("båda", both, namnd="Socialnämnden", year=2016),
            assessments=(outside, assessment(both, WITHIN, Verdict.WITHIN)),
            positions=(
                Position(
                    Stance.FOR,
                    Actor("Anna Ek (S)", ActorKind.LEDAMOT),
                    Span(0, 8),
                    form=PositionForm.YRKANDE,
                ),
            ),
            decisions=(Decision(Outcome.BIFALL, FULLMAKTIGE, Span(0, 8), status=Status.FORSLAG),),
        ),
        concluding(
            build("osäker", unsure, kind=Kind.REMISSVAR, namnd="Äldrenämnden", year=2019),
            assessments=(
                replace(assessment(unsure, "Det kan ligga utanför", Verdict.OUTSIDE), certain=False),
            ),
        ),
        concluding(
            build("kultur", stance, kind=Kind.PROTOKOLL, year=2017),
            positions=(Position(Stance.AGAINST, KULTUR, place(stance, stance), Status.BESLUT),),
        ),
        concluding(
            build("avslag", tabled, kind=Kind.PROTOKOLL, year=2018),
            decisions=(Decision(Outcome.AVSLAG, FULLMAKTIGE, place(tabled, tabled)),),
        ),
        build("ord", "Utanför stan finns inte förenligt med något. Avslag och avstyrker nämns.", year=2018),
        concluding(
            build("dold", secret, collection="sluten"),
            assessments=(assessment(secret, OUTSIDE, Verdict.OUTSIDE, principles=(Principle.STATEN,)),),
            positions=(Position(Stance.AGAINST, Actor("Säkerhetsnämnden", ActorKind.NAMND), Span(0, 5)),),
        ),
    )
    return shelf


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('kompetens:"inte förenligt"', {"båda"}),
        ("kompetens:utanför", {"båda"}),
        ('kompetens:"ej förenligt"', {"båda"}),
        ("kompetens:inte förenligt", {"båda"}),
        ("bedömning:oförenligt", {"båda"}),
        ("kompetens:förenligt", {"båda"}),
        ("kompetens:(förenligt ELLER oavgjort)", {"båda"}),
        ("kompetens:delvis", {"båda"}),
        ("kompetens:*", {"båda"}),
        ('kompetens:"inte förenligt?"', {"båda", "osäker"}),
        ('kompetens:"inte förenligt, även osäkra"', {"båda", "osäker"}),
        ("kompetens:utanför?", {"båda", "osäker"}),
        ("princip:statens-ansvar", {"båda"}),
        ("princip:staten", {"båda"}),
        ("princip:annans ansvar", {"båda"}),
        ("princip:lokaliseringsprincipen", set()),
        ('grund:"2 kap. 2 § kommunallagen"', {"båda"}),
        ("grund:2 kap. KL", {"båda"}),
        ("grund:2:1 KL", set()),
        ("ställningstagande:avstyrker", {"kultur"}),
        ("stallningstagande:nej", {"kultur"}),
        ("ställningstagande:tillstyrker", set()),
        ("beslut:avslag", {"avslag"}),
        ("utfall:avslås", {"avslag"}),
        ("beslut:bifall", set()),
        ("instans:socialnämnden", {"båda"}),
        ("instans:socialförvaltningen", {"båda"}),
        ("instans:kultur", {"kultur"}),
        ("instans:kommunfullmäktige", {"avslag"}),
        ('instans:"Anna Ek"', set()),
        ('instans:äldrenämnden kompetens:"inte förenligt?"', {"osäker"}),
        ("kompetens:utanför INTE år:2016", set()),
    ],
)
def test_what_documents_conclude_is_found(filled: Any, query: str, found: set[str]) -> None:
    assert set(filled.found(query)) == found


def test_the_sentence_that_concludes_is_the_passage_shown_and_marked(filled: Any) -> None:
    (hit,) = filled.searcher.search('kompetens:"inte förenligt"', filled.everyone).hits
    marked = [snippet.text[slice(*span)] for snippet in hit.snippets for span in snippet.highlights]
    assert OUTSIDE in marked
    assert WITHIN not in marked


def test_a_hit_says_what_it_concludes_who_said_it_and_in_which_role(filled: Any) -> None:
    (hit,) = filled.searcher.search("medborgarkontor", filled.everyone).hits
    told = [(one.column, one.value, one.actor.name, one.status, one.certain) for one in hit.conclusions]
    assert ("verdict", "inte förenligt", "Socialförvaltningen", Status.FORSLAG, True) in told
    assert ("outcome", "bifall", "Kommunfullmäktige", Status.FORSLAG, True) in told
    assert not [one for one in told if "Anna Ek" in one[2]]


def test_the_unsure_are_offered_with_how_many_they_are(filled: Any) -> None:
    answer = filled.searcher.search('kompetens:"inte förenligt"', filled.everyone)
    offers = [(offer.query, offer.more) for offer in answer.offers]
    assert ('kompetens:"inte förenligt?"', 1) in offers
    with_unsure = filled.searcher.search('kompetens:"inte förenligt?"', filled.everyone)
    assert not [offer for offer in with_unsure.offers if "osäk" in offer.label]


def test_nothing_unsure_is_offered_where_there_is_none(filled: Any) -> None:
    assert filled.searcher.search("ställningstagande:avstyrker", filled.everyone).offers == ()


def test_facets_count_what_is_certain(filled: Any) -> None:
    facets = filled.searcher.search("*", filled.everyone, facets=True).facets
    assert dict(facets["verdict"]) == {"inte förenligt": 1, "förenligt": 1, "delvis förenligt": 1}
    assert dict(facets["stance"]) == {"avstyrker": 1}
    assert dict(facets["outcome"]) == {"avslag": 1}
    assert dict(facets["principle"]) == {"annans ansvar: staten": 1}


def test_what_hidden_documents_conclude_shows_nowhere(filled: Any) -> None:
    assert set(filled.found('kompetens:"inte förenligt"')) == {"båda"}
    answer = filled.searcher.search("instans:säkerhetsnämnden", filled.everyone)
    assert answer.total == 0
    assert "Säkerhetsnämnden" not in answer.problems[0].message
    inside = filled.searcher.search('kompetens:"inte förenligt"', filled.insider)
    assert {hit.id for hit in inside.hits} == {"båda", "dold"}


@pytest.mark.parametrize(
    ("query", "label", "value"),
    [
        ("kompetens:utanför", "Bedömning", "inte förenligt"),
        ("kompetens:utanför?", "Bedömning", "inte förenligt, även osäkra"),
        ("princip:lokaliseringsprincipen", "Princip", "anknytning till kommunen"),
        ("ställningstagande:ja", "Ställningstagande", "tillstyrker"),
        ("beslut:avslogs", "Beslut", "avslag"),
        ("instans:kultur", "Instans", "Kulturnämnden"),
        ("kompetens:*", "Bedömning", "vilken som helst"),
        ('ärende:"KS 2025-0448"', "Ärende", "alla handlingar i KS 2025/448"),
    ],
)
def test_the_line_under_the_box_says_what_was_understood(
    filled: Any, query: str, label: str, value: str
) -> None:
    (piece,) = filled.searcher.search(query, filled.everyone).understood
    assert (piece.label, piece.value) == (label, value)


def matter_ids(answer: HitList) -> set[str]:
    return {hit.id for hit in answer.hits}


def test_an_arende_is_all_its_documents_within_its_kommun_and_what_the_caller_may_see(
    shelf: Any, build: Build
) -> None:
    ks, soc = Dnr("KS", 2025, 448), Dnr("SOC", 2025, 424)
    answer = of_matter(build("svar", "Svar på remiss.", namnd="Socialnämnden"), DnrRole.SENDER, ks)
    shelf.put(
        of_matter(build("motion", "Motion.", kind=Kind.MOTION), DnrRole.OWN, ks),
        of_matter(answer, DnrRole.OWN, soc),
        of_matter(build("nämnd", "Nämnden beslutar.", kind=Kind.PROTOKOLL), DnrRole.OWN, soc),
        of_matter(build("nämner", "Jämför ett annat ärende."), DnrRole.MENTIONED, ks),
        of_matter(build("granne", "En annan kommun."), DnrRole.OWN, ks, kommun="Grannköping"),
        of_matter(build("dold", "Hemligt.", collection="sluten"), DnrRole.OWN, ks),
    )
    found = shelf.searcher.search('ärende:"SOC 2025/424"', shelf.everyone)
    assert matter_ids(found) == {"motion", "svar", "nämnd"}
    assert matter_ids(shelf.searcher.search("ärende:KS 2025-0448", shelf.everyone)) == {
        "motion",
        "svar",
        "nämnd",
        "granne",
    }
    assert "dold" in matter_ids(shelf.searcher.search("ärende:KS 2025/448", shelf.insider))
    assert shelf.found("ärende:KS 2025/448 typ:motion") == ["motion"]
    assert shelf.found("ärende:KS 2025/449") == []


def test_motionar_and_parti_hold_councillors_and_never_who_wrote_a_medborgarforslag(
    shelf: Any, build: Build
) -> None:
    citizen = (Motionar("Karin Medborgare", "S"),)
    shelf.put(
        build("motion", "Motion.", kind=Kind.MOTION, motioner=(Motionar("Åsa Nilsson", "L"),)),
        build("förslag", "Medborgarförslag.", kind=Kind.MEDBORGARFORSLAG, motioner=citizen),
    )
    assert shelf.found("motionär:medborgare") == []
    assert shelf.found("parti:S") == []
    assert shelf.found("parti:L") == ["motion"]
    answer = shelf.searcher.search("motionär:okänd", shelf.everyone)
    assert "Karin" not in answer.problems[0].message


def test_every_document_of_a_year_can_be_narrowed_to_an_assessment(filled: Any) -> None:
    answer = filled.searcher.search(
        "*", Access(frozenset({"öppen"})), filters={"verdict": ["inte förenligt"], "year": ["2016"]}
    )
    assert [hit.date for hit in answer.hits] == [datetime.date(2016, 6, 1)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kompetens:utanför princip:staten", {"båda"}),
        ("kompetens:förenligt princip:staten", set()),
        ('kompetens:"inte förenligt" grund:"2 kap. 2 § KL" princip:staten', {"båda"}),
        ("kompetens:förenligt grund:2:2 KL", set()),
        ("kompetens:utanför instans:socialnämnden", {"båda"}),
        ("kompetens:utanför instans:socialförvaltningen", {"båda"}),
        ("kompetens:utanför instans:kulturnämnden", set()),
        ("kompetens:förenligt kompetens:utanför", {"båda"}),
        ("ställningstagande:avstyrker instans:kulturnämnden", {"kultur", "samlat"}),
        ("ställningstagande:avstyrker instans:äldrenämnden", set()),
        ("ställningstagande:tillstyrker instans:äldrenämnden", {"samlat"}),
        ("ställningstagande:(avstyrker ELLER tillstyrker) instans:äldrenämnden", {"samlat"}),
        ("beslut:avslag instans:kommunfullmäktige", {"avslag"}),
        ("beslut:avslag instans:äldrenämnden", set()),
    ],
)
def test_values_asked_for_together_are_those_of_one_conclusion(
    filled: Any, build: Build, query: str, found: set[str]
) -> None:
    text = "Kulturnämnden avstyrker, Äldrenämnden tillstyrker."
    elderly = Actor("Äldrenämnden", ActorKind.NAMND)
    filled.put(
        concluding(
            build("samlat", text, kind=Kind.PROTOKOLL),
            positions=(
                Position(Stance.AGAINST, KULTUR, Span(0, 24), Status.BESLUT),
                Position(Stance.FOR, elderly, Span(25, 50), Status.BESLUT),
            ),
        )
    )
    assert set(filled.found(query)) == found


def test_a_pair_with_an_unsure_value_is_found_with_the_unsure_alone(filled: Any) -> None:
    assert filled.found("kompetens:utanför instans:äldrenämnden") == []
    assert filled.found("kompetens:utanför? instans:äldrenämnden") == ["osäker"]


def test_a_document_with_both_verdicts_of_one_author_is_asked_for_in_three_ways(filled: Any) -> None:
    for value in ("förenligt", "inte förenligt", "delvis förenligt"):
        assert filled.found(f'kompetens:"{value}"') == ["båda"]
    offers = filled.searcher.search("kompetens:delvis", filled.everyone).offers
    assert not [offer for offer in offers if set(filled.found(offer.query)) == {"båda"}]
