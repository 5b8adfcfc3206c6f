"""Conclusions in words that no rule knows are found by what they share with labelled ones,
always marked unsure; what looks like no conclusion at all is none, whatever word stands in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.conclude import conclude
from indexer.conclude.competence.learned import Judgement, is_borne_out, judge, unread
from indexer.conclude.competence.learned.marks import marks
from remissarkiv.citations import find_citations
from remissarkiv.domain import Assessment, Document, Kind, Verdict

_LONG = "kommunen har frågat länsstyrelsen och väntar på svar innan ärendet tas upp på nytt i nämnden."


def _read(text: str, kind: Kind = Kind.TJANSTEUTLATANDE) -> tuple[Assessment, ...]:
    return conclude(Document("", kind, text, text, citations=tuple(find_citations(text)))).assessments


def test_marks_are_the_beginnings_of_words_what_follows_on_them_and_the_order_of_small_ones() -> None:
    found = marks("kommunens befogenhet finns inte.")
    assert {"kommun", "befoge", "<", ">", "< kommun", "kommun befoge", "inte ."} <= found.keys()
    assert "kommun .. inte" in found
    assert "inte .. kommun" not in found


def test_the_numbers_of_a_citation_are_no_marks() -> None:
    cited = "förslaget strider mot 2 kap. 8 § kommunallagen (1991:900)."
    assert marks(cited).keys() == marks("förslaget strider mot § kommunallagen .").keys()


def test_a_plain_no_and_a_plain_yes_are_told_apart() -> None:
    no = judge("det är därför inte möjligt för kommunen att enligt lag ge sig in i sådan verksamhet.")
    yes = judge("kontoret ser därför inget rättsligt hinder mot att kommunen anordnar kurserna.")
    assert no.permits < 0 < yes.permits
    assert min(no.concludes, yes.concludes) > judge(_LONG).concludes


def test_the_verdict_of_a_judgement_is_never_sure() -> None:
    for permits, is_open, verdict in (
        (2.0, -1, Verdict.WITHIN),
        (-2.0, -1, Verdict.OUTSIDE),
        (0, 1, Verdict.OPEN),
    ):
        reading = unread(_LONG, Judgement(3.0, permits, is_open), among_many=True)
        assert reading is not None
        assert (reading.verdict, reading.certain) == (verdict, False)


@pytest.mark.parametrize(
    ("low", "judged"),
    [
        (_LONG, Judgement(0.9, 3.0, -3.0)),
        (_LONG, Judgement(3.0, 0.4, -3.0)),
        ("om lagen ändras får kommunen rätt att ta ut avgift.", Judgement(3.0, 3.0, -3.0)),
        ("får kommunen ta ut avgift för detta?", Judgement(3.0, 3.0, -3.0)),
    ],
)
def test_nothing_is_guessed_of_what_may_be_none_either_way_supposed_or_asked(
    low: str, judged: Judgement
) -> None:
    assert unread(low, judged, among_many=False) is None


def test_a_whole_document_must_tell_more_than_a_passage() -> None:
    judged = Judgement(1.5, -2.0, -3.0)
    assert unread(_LONG, judged, among_many=False) is not None
    assert unread(_LONG, judged, among_many=True) is None


def test_what_looks_like_no_conclusion_is_not_borne_out_unless_it_is_too_short_to_tell() -> None:
    assert not is_borne_out(_LONG, Judgement(-2.5, 0.0, 0.0))
    assert is_borne_out(_LONG, Judgement(-1.5, 0.0, 0.0))
    assert is_borne_out("uppgiften är exklusivt statlig.", Judgement(-2.5, 0.0, 0.0))


@pytest.mark.parametrize("words", ["passar", "platsar", "hör hemma"])
def test_a_denied_conclusion_is_not_guessed_to_be_a_yes(words: str) -> None:
    text = f"Kontoret bedömer att det därmed inte {words} inom den kommunala kompetensen att driva hotell."
    assert Verdict.WITHIN not in {one.verdict for one in _read(text)}


def test_a_yes_by_way_of_a_denial_takes_a_strong_one() -> None:
    low = "kontoret ser inte att något i lagen skulle stå i vägen för kurserna."
    assert unread(low, Judgement(3.0, 1.5, -3.0), among_many=False) is None
    found = unread(low, Judgement(3.0, 2.5, -3.0), among_many=False)
    assert found is not None
    assert found.verdict is Verdict.WITHIN


def test_a_guess_stands_beside_no_verdict_that_rules_read_in_its_sentence() -> None:
    text = (
        "Kontoret bedömer att det därför inte ingår i den kommunala kompetensen att lämna sådana bidrag till "
        "enskilda företag i kommunen."
    )
    assert [one.verdict for one in _read(text)] == [Verdict.OUTSIDE]


def test_documents_of_the_state_are_not_guessed_about() -> None:
    text = (
        "Regeringen ser därför inget rättsligt som skulle stå i vägen för att myndigheten anordnar kurserna."
    )
    assert _read(text, Kind.PROPOSITION) == ()


@given(st.text(max_size=300))
def test_any_text_is_judged(text: str) -> None:
    assert judge(text.lower()) == judge(text.lower())
