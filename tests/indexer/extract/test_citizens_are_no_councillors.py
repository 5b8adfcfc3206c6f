"""Who writes a medborgarförslag is never named as a motionär, with or without a party."""

import pytest

from indexer import extract, normalise, readers

OWN = """Medborgarförslag

Medborgarförslag om utegym för motion och hälsa från Karin Ekdahl (S)

Jag föreslår att kommunen bygger ett utegym för motion vid ån.

Karin Ekdahl
"""
ANSWER = """Storvikens kommun

TJÄNSTEUTLÅTANDE
2019-05-02
Dnr KS 2019/22

{title}

Ärendet
{line}

Förslag till beslut
Kommunstyrelsen avslår förslaget.
"""


def movers(text: str) -> list[str]:
    document = extract.extract(normalise.normalise(readers.read(text.encode(), "a.txt")), name="a.txt")
    return [mention.name for mention in document.motioner]


def test_a_medborgarforslag_has_no_motionar() -> None:
    assert movers(OWN) == []


@pytest.mark.parametrize(
    ("title", "line"),
    [
        (
            "Svar på medborgarförslag om utegym för motion från Karin Ekdahl (S)",
            "Karin Ekdahl (S) har i ett medborgarförslag föreslagit ett utegym för motion vid ån.",
        ),
        ("Svar på medborgarforslag om motionsspår", "Karin Ekdahl (S) vill att kommunen lyser upp spåret."),
        (
            "Svar på medborgarfdrslag om motion",
            "I medborgarfdrslag om motion i parken av Karin Ekdahl (S) tas frågan upp.",
        ),
    ],
)
def test_an_answer_to_a_medborgarforslag_has_none_either(title: str, line: str) -> None:
    assert movers(ANSWER.format(title=title, line=line)) == []


def test_a_motion_that_such_an_answer_speaks_of_keeps_its_motionar() -> None:
    line = (
        "Frågan har tidigare prövats. Fullmäktige avslog år 2015 en motion från Åsa Nilsson (L) om samma sak."
    )
    assert movers(ANSWER.format(title="Svar på medborgarförslag om utegym", line=line)) == ["Åsa Nilsson"]
