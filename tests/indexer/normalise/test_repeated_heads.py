"""Running heads in minutes: taken out of one long text, and never a § among them."""

from itertools import pairwise

from indexer.normalise import normalise
from indexer.readers import Reading
from remissarkiv.domain import Span

WORDS = "ett två tre fyra fem sex sju åtta".split()


def body(page: int) -> str:
    return "\n".join(f"Rad {word} på sidan {WORDS[page]} i protokollet." for word in WORDS)


def head(page: int) -> str:
    return f"BOKERYDS KOMMUN          PROTOKOLL          {page} (5)\nKommunstyrelsen\nDatum\n2024-02-06"


def test_heads_with_rising_page_numbers_are_taken_out_of_one_text() -> None:
    text = "\n\n".join(f"{head(page)}\n\n{body(page)}" for page in range(1, 6))
    normal = normalise(Reading(text=text, media_type="text/plain"))
    assert normal.text.count("PROTOKOLL") == 1
    assert normal.text.count("Kommunstyrelsen") == 1
    assert [page.number for page in normal.pages] == [1, 2, 3, 4, 5]
    assert "Kommunstyrelsen" in normal.running


def test_a_sentence_goes_on_over_the_head() -> None:
    pages = [f"{head(page)}\n\n{body(page)}\nmeningen börjar här och" for page in range(1, 5)]
    text = "\n\n".join([*pages, f"{head(5)}\n\nslutar på nästa sida."])
    assert "börjar här och\nslutar på" in normalise(Reading(text=text, media_type="text/plain")).text


def test_the_words_with_which_many_paragraphs_end_are_no_feet() -> None:
    pages = [f"{head(page)}\n\n{body(page)}\nBeslutet skickas till\nRevisorerna" for page in range(1, 6)]
    text = normalise(Reading(text="\n\n".join(pages), media_type="text/plain")).text
    assert text.count("Revisorerna") == 5


def test_rows_of_a_table_are_not_heads() -> None:
    text = "Röster\n\n" + "\n".join(f"Distrikt        {row} (30)" for row in range(1, 12))
    assert "11 (30)" in normalise(Reading(text=text, media_type="text/plain")).text


def test_a_paragraph_that_begins_each_page_is_no_running_head() -> None:
    pages = [f"{head(n)}\n\n§ {n + 20} Dnr KS-2023-0071{n}\nÄrende {n}\n\n{body(n)}\n" for n in range(1, 6)]
    starts = [sum(map(len, pages[:n])) for n in range(6)]
    spans = tuple(Span(start, end) for start, end in pairwise(starts))
    text = normalise(Reading(text="".join(pages), media_type="application/pdf", pages=spans)).text
    assert [f"§ {n + 20} Dnr KS-2023-0071{n}" in text for n in range(1, 6)] == [True] * 5
    assert text.count("PROTOKOLL") == 1
