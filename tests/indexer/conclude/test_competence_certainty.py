"""Sure is a verdict whose words and whose sentence have proved to be read rightly; all others are marked, for
a person to read."""

from collections.abc import Callable

import pytest

from indexer.conclude import conclude
from indexer.conclude.competence.certainty import NEEDED, Said, is_spoiled, points, suffices
from indexer.conclude.competence.learned import Judgement
from remissarkiv.citations import find_citations
from remissarkiv.domain import ActorKind, Document, Kind, Verdict

_YES, _NO = Verdict.WITHIN, Verdict.OUTSIDE


def _read(text: str) -> list[tuple[Verdict, bool]]:
    citations = tuple(find_citations(text))
    document = Document("", Kind.TJANSTEUTLATANDE, text, text, citations=citations)
    return [(one.verdict, one.certain) for one in conclude(document).assessments]


def _sure(text: str) -> list[bool]:
    return [sure for _, sure in _read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Kontoret bedömer att förslaget inte är förenligt med den kommunala kompetensen.",
        "Kommunen saknar därmed befogenhet att driva butiken.",
        "Att låna ut märkpennor ligger inom ramen för vad kommunen får göra.",
        "Förslaget strider mot 2 kap. 8 § kommunallagen (1991:900).",
        "Förvaltningen konstaterar att rättsliga hinder mot att kommunen bygger ut nätet saknas.",
        "Sammantaget är förslaget bara delvis förenligt med den kommunala kompetensen.",
    ],
)
def test_what_names_the_competence_or_is_drawn_as_the_authors_own_is_sure(text: str) -> None:
    assert _sure(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Ärendet rör bidrag enligt lag. Kommunen får inte lämna stödet.",
        "Regionen har ansvaret enligt lag. Kommunen kan inte ta över den.",
    ],
)
def test_everyday_words_alone_are_unsure(text: str) -> None:
    assert _sure(text) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Kontoret bedömer att förslaget torde strida mot den kommunala kompetensen.",
        "Kontoret bedömer att bidraget är förenligt med den kommunala kompetensen, om det ges till alla.",
    ],
)
def test_an_author_who_doubts_or_sets_a_condition_is_unsure(text: str) -> None:
    assert _sure(text) == [False]


def _said(low: str, cue: str, verdict: Verdict = Verdict.OUTSIDE, before: tuple[str, ...] = ()) -> Said:
    place = low.index(cue)
    return Said(
        verdict,
        low,
        (place, place + len(cue)),
        before,
        near_law=True,
        cited=(),
        speaker=ActorKind.FORVALTNING,
    )


@pytest.mark.parametrize(
    ("low", "cue"),
    [
        ("klagandens ombud har hävdat att bidraget är olagligt.", "olagligt"),
        ("i skrivelsen sägs att det är otillåtet.", "otillåtet"),
        ("tidigare fick kommunen därför inte lämna bidraget.", "fick kommunen"),
        ("ägarna anser att avgiften är olaglig.", "olaglig"),
        ("en rabatt för inflyttade vore därmed i strid med likställigheten.", "i strid med"),
        ("kommunen får därför bara köpa det som rör dess egen verksamhet.", "kommunen får"),
        ('"kommunen saknar därför befogenhet."', "befogenhet"),
    ],
)
def test_what_another_said_of_another_time_or_of_other_law_is_never_sure(low: str, cue: str) -> None:
    assert is_spoiled(_said(low, cue))


def test_the_authors_office_is_nobody_else() -> None:
    assert not is_spoiled(_said("kontoret anser att stödet är olagligt.", "olagligt"))


def test_other_law_in_the_sentence_before_is_what_the_next_speaks_of() -> None:
    low = "nämnden bedömer därför att en sådan utbetalning är otillåten."
    assert is_spoiled(_said(low, "otillåten", before=("taxan kan inte höjas retroaktivt.",)))
    assert not is_spoiled(_said(low, "otillåten", before=("utbetalningen går till ett företag.",)))


def test_a_yes_among_words_that_deny_is_never_sure() -> None:
    low = "stödet får därför anses ligga utanför det tillåtna."
    assert is_spoiled(_said(low, "tillåtna", Verdict.WITHIN))
    assert not is_spoiled(_said(low, "tillåtna", Verdict.OUTSIDE))


def test_each_sign_adds_to_what_speaks_for_a_verdict() -> None:
    bare = points(_said("bidraget är tillåtet.", "tillåtet"))
    drawn = points(_said("bidraget är därför tillåtet.", "tillåtet"))
    held = points(_said("kontoret bedömer att bidraget är tillåtet.", "tillåtet"))
    named = points(_said("bidraget ryms i kommunens kompetens.", "kommunens kompetens"))
    assert bare < NEEDED <= min(drawn, held, named)


def test_a_conclusion_that_adds_to_the_one_before_takes_nothing_from_it() -> None:
    first = "Förslaget strider mot 2 kap. 8 § kommunallagen (1991:900)."
    assert _sure(f"{first} Detsamma gäller alltså en fond för lån till kommunens företag.")[0]


def test_many_verdicts_are_settled_in_proportion_to_their_number(growth: Callable[..., float]) -> None:
    piece = "Kontoret bedömer att bidraget därför inte är förenligt med den kommunala kompetensen. "
    assert growth(_read, piece * 20) < 10


_LOOKS_LIKE_ONE = Judgement(concludes=1.0, permits=-1.0, open=-3.0)


def test_a_verdict_is_sure_when_its_words_and_its_sentence_both_speak_for_it() -> None:
    assert suffices(3, _LOOKS_LIKE_ONE, Verdict.OUTSIDE)
    assert not suffices(2, _LOOKS_LIKE_ONE, Verdict.OUTSIDE)
    assert not suffices(3, _LOOKS_LIKE_ONE._replace(concludes=0.5), Verdict.OUTSIDE)


def test_a_sentence_alone_makes_no_verdict_sure() -> None:
    assert not suffices(0, _LOOKS_LIKE_ONE._replace(concludes=9.0), Verdict.OUTSIDE)


def test_a_sentence_that_speaks_clearly_for_the_opposite_leaves_a_verdict_unsure() -> None:
    assert suffices(9, _LOOKS_LIKE_ONE, Verdict.WITHIN)
    assert not suffices(9, _LOOKS_LIKE_ONE._replace(permits=-2.5), Verdict.WITHIN)


@pytest.mark.parametrize(
    "what", ["en vårdcentral", "ett bageri", "ett hotell", "juridisk rådgivning till enskilda"]
)
@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Förvaltningen bedömer att det inte är förenligt med den kommunala kompetensen att driva {}.", _NO),
        ("Kontoret bedömer därför att det inte ligger inom den kommunala kompetensen att driva {}.", _NO),
        ("Nämnden anser att det inte ryms inom den kommunala kompetensen att driva {}.", _NO),
        ("Förvaltningen bedömer att det strider mot kommunallagen att driva {}.", _NO),
        ("Att driva {} ligger utanför den kommunala kompetensen.", _NO),
        ("Förvaltningen bedömer att det inte strider mot kommunallagen att driva {}.", _YES),
        ("Förvaltningen bedömer att det är förenligt med den kommunala kompetensen att driva {}.", _YES),
    ],
)
def test_the_plainest_conclusions_are_sure(sentence: str, verdict: Verdict, what: str) -> None:
    assert (verdict, True) in _read(f"Motionären föreslår en ny verksamhet. {sentence.format(what)}")


def test_a_question_that_is_left_open_may_look_like_a_yes_or_a_no_as_well() -> None:
    assert suffices(3, _LOOKS_LIKE_ONE, Verdict.OPEN)
