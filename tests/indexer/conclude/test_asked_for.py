"""What is found out only when it is asked for: who speaks, the patterns of tables, the readers themselves."""

import re
import subprocess
import sys

import pytest

import indexer.conclude.statements as module
from indexer.conclude import conclude
from indexer.conclude.competence.cues import CUES
from indexer.conclude.competence.surroundings import Surroundings, are_a_statute
from indexer.conclude.decided import find_decisions
from indexer.conclude.interface import Manner, Passage, Voice
from indexer.conclude.positions import find_positions
from indexer.conclude.positions.everyday import EVERYDAY
from indexer.conclude.positions.moved import may_move
from indexer.conclude.positions.phrase import Wording
from indexer.conclude.positions.phrases import WORDINGS
from indexer.conclude.positions.predicates import PREDICATES
from indexer.conclude.positions.wordings import says_stance
from indexer.conclude.statements import statements_of
from indexer.conclude.sympathy import shows_sympathy
from indexer.conclude.voices import Voices
from remissarkiv.domain import Document, Kind, Section, SectionKind, Span

CLOSED = "Stationen öppnas år 2031. Spåret läggs om under hösten. Bron är 40 meter lång. "


def _document(text: str, kind: Kind = Kind.OVRIGT, section: SectionKind = SectionKind.OVRIGT) -> Document:
    return Document("", kind, text, text, sections=(Section(section, "", Span(0, len(text))),))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences of which it is found out who speaks in them."""
    found: list[str] = []

    class Listening(Voices):
        def of(self, passage: Passage) -> Voice:
            found.append(passage.text)
            return super().of(passage)

    monkeypatch.setattr(module, "Voices", Listening)
    return found


@pytest.mark.parametrize(
    "text",
    [
        CLOSED * 6,
        # A body, law and a decision of another day, but nothing that is concluded.
        f"{CLOSED * 6} Kommunen äger marken vid bron. Av plan- och bygglagen följer krav på tillgänglighet.",
        f"{CLOSED * 6} Nämnden beslutade om detta redan 2019, och ärendet gäller nu spåret.",
    ],
)
def test_nobody_asks_who_speaks_where_nothing_is_concluded(text: str, asked: list[str]) -> None:
    document = conclude(_document(text))
    assert (document.assessments, document.positions, document.decisions) == ((), (), ())
    assert not document.sympathy
    assert asked == []


def test_who_speaks_is_found_out_up_to_the_sentence_that_is_asked_for(asked: list[str]) -> None:
    statements = statements_of(_document(CLOSED * 2))
    assert statements[1].voice.manner is Manner.OWN
    assert len(asked) == 2
    assert statements[0].voice is statements[0].voice
    assert len(asked) == 2


def test_who_speaks_is_the_same_in_whatever_order_it_is_asked() -> None:
    text = "Socialnämnden anför att lokalen behövs. Den saknar dock planer. Vi ser fram emot ett beslut."
    forward, backward = statements_of(_document(text)), statements_of(_document(text))
    assert [one.voice for one in reversed(backward)] == [one.voice for one in reversed(forward)]


def test_a_sentence_that_was_shortened_is_spoken_by_the_same(asked: list[str]) -> None:
    (first, *_) = statements_of(_document(CLOSED))
    assert first._replace(text="Stationen").voice is first.voice


@pytest.mark.parametrize(
    ("section", "is_prose"),
    [(SectionKind.OVRIGT, True), (SectionKind.EXPEDIERING, False), (SectionKind.REMISSINSTANSER, False)],
)
def test_prose_is_what_stands_in_no_section_of_lists(section: SectionKind, is_prose: bool) -> None:
    statements = statements_of(_document(CLOSED, section=section))
    assert {one.is_prose for one in statements} == {is_prose}
    assert all(one.voice.manner is not Manner.LIST for one in statements if one.is_prose)


@pytest.mark.parametrize(
    ("text", "expected", "is_asked"),
    [
        (CLOSED * 6, False, False),
        ("Kommunen bygger bron. " * 12, True, False),
        ("Bron är lång. Spåret är nytt.", True, False),
        # Two of seventeen to twenty: whether the headings are counted decides.
        (
            "Kommunen bygger. Nämnden betalar. "
            + "Bron är lång. " * 14
            + "".join("\n\nRubrik" for _ in "123"),
            True,
            True,
        ),
    ],
)
def test_whether_a_kommun_is_spoken_of_is_mostly_clear_whoever_speaks(
    text: str, expected: bool, is_asked: bool, asked: list[str]
) -> None:
    statements = statements_of(_document(text))
    assert Surroundings(statements, [()] * len(statements)).are_of_a_kommun() is expected
    assert bool(asked) is is_asked


def test_an_act_is_told_by_the_numbers_of_its_paragraphs() -> None:
    act = "".join(f"{number} § Den som bygger ska söka lov.\n\n" for number in range(1, 12))
    assert are_a_statute(statements_of(_document(act)))
    assert not are_a_statute(statements_of(_document(CLOSED * 6)))


@pytest.mark.parametrize(
    ("text", "says", "moves"),
    [
        ("Nämnden tillstyrker förslaget.", True, False),
        ("Anna Ek (S) yrkar återremiss.", True, True),
        ("Anna Ek (S) och Bo Lind (V) reserverar sig mot beslutet.", False, True),
        ("Bo Lind (V) yrkar bifall till kommunstyrelsens förslag.", True, True),
        ("Kerstin Ek (L) lämnar ett särskilt yttrande.", False, True),
        ("Förslaget beskrivs i bilagan.", False, False),
    ],
)
def test_where_somebody_may_take_a_stance(text: str, says: bool, moves: bool) -> None:
    assert says_stance(text) is says
    assert may_move(statements_of(_document(text))) is moves


def test_what_councillors_move_is_looked_for_wherever_a_section_is_theirs() -> None:
    assert may_move(statements_of(_document("Bordläggning.", section=SectionKind.YRKANDEN)))


def test_an_answer_is_found_though_nothing_else_tells_of_it(asked: list[str]) -> None:
    document = _document(CLOSED * 6 + "Socialnämnden avstyrker motionen.")
    (position,) = find_positions(document, statements_of(document))
    assert position.actor.name == "Socialnämnden"
    assert asked


def test_a_list_is_opened_by_words_that_decide_nothing_themselves() -> None:
    text = "Kommunfullmäktige beslutar\n\natt avslå motionen."
    document = _document(text, Kind.PROTOKOLL)
    (decision,) = find_decisions(document, statements_of(document))
    assert document.text[slice(*decision.span)] == "att avslå motionen."


def test_the_motion_shows_no_sympathy_of_the_authors() -> None:
    own = statements_of(_document("Nämnden delar motionärens uppfattning att frågan är angelägen."))
    theirs = statements_of(_document("Motionären anser att frågan är mycket angelägen."))
    assert shows_sympathy(own)
    assert not shows_sympathy(theirs)


def test_every_pattern_of_the_tables_can_be_made() -> None:
    wordings: tuple[Wording, ...] = (*WORDINGS, *PREDICATES, *EVERYDAY)
    for one in (*CUES, *wordings):
        assert isinstance(one.pattern, re.Pattern)
        assert one.pattern is one.pattern
    assert all(one.pattern.flags & re.IGNORECASE for one in wordings)


def test_who_only_knows_of_the_function_loads_no_readers() -> None:
    code = (
        "import sys, indexer.documents; print([n for n in sys.modules if n.startswith('indexer.conclude.')])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
