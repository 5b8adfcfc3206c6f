"""Who speaks in each sentence of a document, and in which manner."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer import understand
from indexer.conclude import conclude
from indexer.conclude.interface import Manner, Statement
from indexer.conclude.statements import statements_of
from indexer.conclude.voices.actor_words import _ENDS, _WHOLE, BARE, kind_of, names_actor
from remissarkiv.domain import Document, Kind, Section, SectionKind, Span

Read = Callable[[str], list[Statement]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def statements(text: str) -> list[Statement]:
        file = tmp_path / "handling.txt"
        file.write_text(text, encoding="utf-8")
        return list(statements_of(understand(file)))

    return statements


def voice(statements: list[Statement], words: str) -> tuple[str, Manner]:
    """Who speaks in the sentence that begins with the words."""
    found = [one.voice for one in statements if one.text.startswith(words)]
    assert len(found) == 1, [one.text for one in statements]
    return found[0].actor.name, found[0].manner


OPINION = """Norrsunda kommun
Kulturkontoret
Tjänsteutlåtande
2019-02-11
Dnr KN 2019/14

Till kulturnämnden

Motion om en kommunal biograf

Bakgrund
Ulf Berg (V) vill att kommunen driver en biograf. Motionären menar att det är lagligt.
De beräknar kostnaden till två miljoner kronor.

Kontorets bedömning
Av 2 kap. 7 § kommunallagen (2017:725) framgår att kommuner får driva näringsverksamhet.
En biograf på orten är därför tillåten. Fastighetsnämnden anför att lokalen behövs. Den
saknar dock planer för huset. Vi ser fram emot ett beslut.

Lena Kvist
Kulturchef
"""


def test_the_office_of_the_letterhead_speaks_in_its_opinion(read: Read) -> None:
    statements = read(OPINION)

    assert voice(statements, "En biograf på orten") == ("Kulturkontoret", Manner.OWN)
    assert voice(statements, "Vi ser fram") == ("Kulturkontoret", Manner.OWN)


def test_the_motion_and_the_law_do_not_speak_for_the_office(read: Read) -> None:
    statements = read(OPINION)

    assert voice(statements, "Motionären menar")[1] is Manner.PROPOSAL
    assert voice(statements, "De beräknar")[1] is Manner.PROPOSAL
    assert voice(statements, "Av 2 kap. 7 §")[1] is Manner.LAW


def test_another_board_speaks_where_it_is_named_and_as_long_as_the_sentences_go_on(read: Read) -> None:
    statements = read(OPINION)

    assert voice(statements, "Fastighetsnämnden anför") == ("Fastighetsnämnden", Manner.RECOUNTED)
    assert voice(statements, "Den saknar") == ("Fastighetsnämnden", Manner.RECOUNTED)


def test_letterhead_headings_and_signatures_are_nobodys_opinion(read: Read) -> None:
    statements = read(OPINION)

    for words in ("Norrsunda kommun", "Bakgrund", "Lena Kvist", "Kulturchef"):
        assert voice(statements, words)[1] is Manner.LIST


MINUTES = """Norrsunda kommun
Kulturnämnden
Protokoll 2019-03-05

§ 12 Motion om en kommunal biograf

Beslut
Kulturnämnden avstyrker motionen.

Förvaltningens bedömning
En biograf är en kommunal uppgift.

Yrkanden
Siv Falk (L) yrkar bifall till motionen.

Särskilt yttrande
Siv Falk (L) lämnar följande särskilda yttrande: Kulturen är viktig.
Vi liberaler hade önskat mer.
"""


def test_in_minutes_the_board_the_office_and_councillors_speak_by_their_headings(read: Read) -> None:
    statements = read(MINUTES)

    assert voice(statements, "Kulturnämnden avstyrker") == ("Kulturnämnden", Manner.OWN)
    assert voice(statements, "En biograf") == ("Förvaltningen", Manner.OWN)
    assert voice(statements, "Siv Falk (L) yrkar") == ("Siv Falk (L)", Manner.YRKANDE)
    assert voice(statements, "Vi liberaler") == ("Siv Falk (L)", Manner.UTTALANDE)


def test_a_bare_paragraph_is_whose_who_speaks_in_it(read: Read) -> None:
    statements = read("Miljökontoret anser att frågan är svår. Den bör utredas. Kontoret återkommer.")

    assert {one.voice.actor.name for one in statements} == {"Miljökontoret"}
    assert {one.voice.manner for one in statements} == {Manner.OWN}


def test_points_of_a_list_are_statements_of_their_own(read: Read) -> None:
    statements = read(
        "Nämnden beslutar\natt avstyrka motionen,\natt överlämna ärendet, samt\natt justera nu."
    )

    assert [one.text for one in statements] == [
        "Nämnden beslutar",
        "att avstyrka motionen,",
        "att överlämna ärendet, samt",
        "att justera nu.",
    ]


def test_statements_stand_where_their_spans_say(read: Read, tmp_path: Path) -> None:
    statements = read(OPINION)
    text = understand(tmp_path / "handling.txt").text

    assert all(text[slice(*one.span)].replace("\n", " ") == one.text for one in statements)


@pytest.mark.parametrize(
    "piece",
    [
        "Socialnämnden anför att motionen bör avslås. ",
        "att avslå motionen,\n",
        "Anna Ek (S), Bo Ek (M) och ",
        "Barn- och Miljö- och Plan- och ",
        "inte kan inte vill ",
        "Styrelsen för AB Ek i Ek för Ek ",
        "1. Socialnämnden\nhar ",
        "enligt den i motionen som i motionen ",
        "tillstyrker motionen i den del och avstyrker ",
        "Anna Ek (S) yrkar bifall till Bo Linds förslag.\n\n",
        "Anna Ek (S) reserverar sig mot beslutet under punkt 2.\n\n",
        "Nämnden har en erinran som inte är någon erinran men ",
        "a-b-",
        "Ab-Cd ",
        "§ 1 kap. enligt lagen får kommuner ",
        "Socialnämndens förvaltnings kontors ",
        '"Kontoret anser att ',
        "Nämnden:\tja\n",
        "dels i och för sig visserligen avstyrker ",
        "Kommunen anser herr Ek och fru Ek ",
        "Ersättaryttrande av Anna Ek (S):\n\n",
        "- Gamla Tuna: Tillstyrker\n",
        "Fullmäktige beslutar enligt nämndens förslag. Anna Ek (S) reserverar sig.\n\n",
    ],
)
def test_time_grows_with_the_length_of_the_text(piece: str, growth: Callable[..., float]) -> None:
    def read_all(text: str) -> Document:
        section = Section(SectionKind.OVRIGT, "", Span(0, len(text)))
        document = Document(title="", kind=Kind.OVRIGT, text=text, original=text, sections=(section,))
        return conclude(document)

    assert growth(read_all, piece, small=10_000) <= 10


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "(", "İİİ nämnden avstyrker", "Till\n", "1.\n2.\n", ":\n:", "§", "\u2028a"]
)
def test_no_text_is_too_strange(text: str) -> None:
    document = Document(title="", kind=Kind.OVRIGT, text=text, original=text)

    assert len(conclude(document).positions) <= 1


@pytest.mark.parametrize("word", [*_ENDS, *BARE, *_WHOLE, "tråd", "kommunen", "s", ""])
def test_a_word_names_an_actor_by_how_it_ends(word: str) -> None:
    for whole in (word, f"{word}s", f"sko{word}"):
        told = kind_of(whole) is not None or (whole.endswith("s") and kind_of(whole[:-1]) is not None)
        assert names_actor(whole) is told
