"""What whole documents conclude on kommunal kompetens, and what is none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer import understand
from indexer.conclude import conclude
from indexer.conclude.competence import find_assessments
from indexer.conclude.statements import statements_of
from remissarkiv.citations import find_citations
from remissarkiv.domain import Assessment, Document, Kind, Principle, Segment, Span, Status, Verdict

_OUTSIDE, _WITHIN = Verdict.OUTSIDE, Verdict.WITHIN


def _document(text: str, kind: Kind = Kind.YTTRANDE) -> Document:
    return Document("", kind, text, text, citations=tuple(find_citations(text)))


def _assessments(text: str, kind: Kind = Kind.YTTRANDE) -> tuple[Assessment, ...]:
    return conclude(_document(text, kind)).assessments


@pytest.fixture(scope="module")
def utlatande(shared_data: Path) -> Document:
    return understand(shared_data / "tjansteutlatande-sof-2025-424.txt")


def test_the_misread_tjansteutlatande_is_understood(utlatande: Document) -> None:
    outside = [one for one in utlatande.assessments if one.verdict is _OUTSIDE]
    assert [one.concerns for one in outside] == ["", "juridisk rådgivning till enskilda", "utreda brott", ""]
    for one in outside:
        assert set(one.grounds) == {"2017:725#K2P1", "2017:725#K2P2"}
        assert one.principles == (Principle.STATEN,)
        assert one.status is Status.FORSLAG
        assert one.actor.name == "Socialförvaltningen"


def test_a_dialogue_with_authorities_is_the_only_thing_it_finds_no_hindrance_to(utlatande: Document) -> None:
    others = [one for one in utlatande.assessments if one.verdict is not _OUTSIDE]
    assert [one.verdict for one in others] == [_WITHIN]
    assert "dialog med nationella aktörer" in others[0].concerns


def test_a_verdict_that_hangs_on_a_repaired_negation_is_unsure() -> None:
    read = "Kontoret bedömer att förslaget inie är förenligt med den kommunala kompetensen."
    text = read.replace("inie", "inte")
    place = text.index("inte")
    segment = Segment(Span(place, place + 4), Span(place, place + 4), "ocr-word", 2.0)
    document = Document("", Kind.TJANSTEUTLATANDE, text, read, segments=(segment,))
    assert [(one.verdict, one.certain) for one in conclude(document).assessments] == [(_OUTSIDE, False)]


def test_a_verdict_in_which_another_word_was_repaired_is_sure() -> None:
    read = "Kontoret bedomer att förslaget inte är förenligt med den kommunala kompetensen."
    text = read.replace("bedomer", "bedömer")
    place = text.index("bedömer")
    segment = Segment(Span(place, place + 7), Span(place, place + 7), "ocr-word", 2.0)
    document = Document("", Kind.TJANSTEUTLATANDE, text, read, segments=(segment,))
    assert [one.certain for one in conclude(document).assessments] == [True]


def test_grounds_are_those_of_the_sentence_before_those_of_the_reasoning() -> None:
    found = _assessments(
        "Enligt 2 kap. 3 § kommunallagen (2017:725) ska medlemmarna behandlas lika. Kontoret bedömer att "
        "bidraget till bolaget strider mot 2 kap. 8 § kommunallagen (2017:725)."
    )
    assert [one.grounds for one in found] == [("2017:725#K2P8",)]


def test_grounds_are_taken_from_the_reasoning_where_the_sentence_has_none() -> None:
    found = _assessments(
        "Av 2 kap. 7 § kommunallagen (2017:725) framgår att näringsverksamhet ska drivas utan vinstsyfte. "
        "Kontoret bedömer att en bilverkstad inte är förenlig med den kommunala kompetensen."
    )
    assert [one.grounds for one in found] == [("2017:725#K2P7",)]
    assert found[0].principles == (Principle.NARINGSVERKSAMHET,)


def test_likstallighet_alone_gives_no_verdict() -> None:
    assert not _assessments(
        "Kommuner ska behandla sina medlemmar lika enligt 2 kap. 3 § kommunallagen (2017:725). "
        "Förvaltningen vill peka på likställighetsprincipen när taxan utformas."
    )


def test_the_time_a_motion_took_is_no_question_of_competence() -> None:
    assert not _assessments(
        "Revisorerna anser att beredningstiden inte är förenlig med 5 kap. 35 § kommunallagen (2017:725)."
    )


def test_an_act_concludes_nothing() -> None:
    act = "".join(
        f"{number} § Kommunen får enligt lag ta ut avgift för insatsen. Avgiften får inte överstiga "
        "självkostnaden.\n\n"
        for number in range(1, 20)
    )
    assert not _assessments(act, Kind.FORFATTNING)


def test_what_another_body_holds_is_not_the_authors_conclusion() -> None:
    assert not _assessments(
        "Socialnämnden anser att förslaget strider mot kommunallagen. Kommunledningskontoret återkommer i "
        "frågan när underlaget är klart.",
        Kind.TJANSTEUTLATANDE,
    )


def test_each_verdict_points_at_its_sentence() -> None:
    text = "Bidraget är inte förenligt med den kommunala kompetensen. Däremot kan kommunen upplåta lokalen.\n"
    document = conclude(_document(text))
    told = [(one.verdict, text[slice(*one.span)]) for one in document.assessments]
    first, second = text.strip().split(". ")
    assert told == [(_OUTSIDE, first + "."), (_WITHIN, second)]


@pytest.mark.parametrize(
    "piece",
    [
        "Kontoret anser inte att det är oförenligt med den kommunala kompetensen att ge bidrag. ",
        "Det är oklart om kommunen får lämna bidrag enligt 2 kap. 1 § kommunallagen. ",
        "kommunen får inte ",
        "inte ",
        "om kommunen kan inte strida mot lagen, ",
        "vad kommunen har ",
        '"kan ',
        "utan att som inte saknar stöd i lag ",
        "det strider mot lagen; ",
        "Motionären anser att det strider mot lagen, men kontoret anser att det är förenligt.\n\n",
    ],
)
def test_time_grows_with_the_length_of_the_text(growth: Callable[..., float], piece: str) -> None:
    def read(text: str) -> object:
        document = _document(text)
        return find_assessments(document, statements_of(document))

    assert growth(read, piece) < 8
