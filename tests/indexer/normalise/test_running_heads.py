"""Running heads and feet leave the text, but not the knowledge of what they said."""

from indexer.normalise import NormalText, normalise
from indexer.readers import Reading
from remissarkiv.domain import Span


def paged(*pages: str) -> NormalText:
    spans = []
    position = 0
    for page in pages:
        spans.append(Span(position, position + len(page)))
        position += len(page) + 2
    return normalise(Reading(text="\n\n".join(pages), media_type="application/pdf", pages=tuple(spans)))


def unpaged(text: str) -> NormalText:
    return normalise(Reading(text=text, media_type="text/plain"))


def test_heads_that_repeat_go_from_all_pages_but_the_first() -> None:
    normal = paged(
        *(
            f"Exempelstads kommun\nDnr SOF 2025/424\nSida {n} (3)\n\nText {word}.\n\nVäxel 08-123\n{n}"
            for n, word in enumerate(("ett", "två", "tre"), 1)
        )
    )
    assert normal.text == ("Exempelstads kommun\nDnr SOF 2025/424\n\nText ett.\n\nText två.\n\nText tre.")
    assert set(normal.running) >= {"Exempelstads kommun", "Dnr SOF 2025/424", "Sida 3 (3)", "Växel 08-123"}
    assert [page.number for page in normal.pages] == [1, 2, 3]
    assert normal.text[slice(*normal.pages[1].span)] == "Text två."


def test_a_page_of_its_own_keeps_its_lines() -> None:
    normal = paged("Svar\nTexten här.\nSlut", "Bilaga\nEn annan text.\nUnderskrift")
    assert normal.running == ()
    assert "Underskrift" in normal.text


def test_rows_of_figures_are_no_heads() -> None:
    normal = paged("10 20 30\nText ett", "11 21 31\nText två", "12 22 32\nText tre")
    assert "12 22 32" in normal.text


def test_a_sentence_that_runs_over_a_page_is_whole() -> None:
    normal = paged("Nämnden anser att\n1", "motionen bör av-\n2", "slås.\n3")
    assert normal.text == "Nämnden anser att\nmotionen bör avslås."
    assert [normal.text[slice(*page.span)] for page in normal.pages] == [
        "Nämnden anser att",
        "motionen bör av",
        "slås.",
    ]


HEAD = "\n\n\n\nStockholms\nstad\n\nTjansteutlatande\nDnr SOF 2025/424\nSida {} (4)\n\n"


def test_a_head_in_the_middle_of_ocr_text_is_a_page_break() -> None:
    normal = unpaged("Forsta sidan." + HEAD.format(2) + "Andra sidan." + HEAD.format("l") + "Tredje sidan.")
    assert normal.text == "Forsta sidan.\n\nAndra sidan.\n\nTredje sidan."
    assert [(page.number, normal.text[slice(*page.span)]) for page in normal.pages] == [
        (1, "Forsta sidan."),
        (2, "Andra sidan."),
        (3, "Tredje sidan."),
    ]
    assert normal.running[:4] == ("Stockholms", "stad", "Tjansteutlatande", "Dnr SOF 2025/424")


def test_the_letterhead_of_ocr_text_stays() -> None:
    normal = unpaged(
        "Stockholms\nstad\n\nTjansteutlatande\nDnr SOF 2025/424\nSida 1 (2)\n\nTexten."
        + HEAD.format(2)
        + "Slut."
    )
    assert normal.text.startswith("Stockholms\nstad\n\nTjansteutlatande\nDnr SOF 2025/424\n")
    assert [page.number for page in normal.pages] == [1, 2]


def test_a_head_that_is_not_set_apart_is_known_by_the_letterhead_it_repeats() -> None:
    head = "{} kommun Tjansteutlatande\nSocialf{}rvaltningen Dnr SN 2004/64\n2004-08-16\n\nSida {} (2)\n\n"
    normal = unpaged(
        head.format("Bjorkasa", "o", 1)
        + "Namnden skall enligt lagen\n"
        + head.format("Bjérkasa", "é", 2)
        + "verka."
    )
    assert normal.text.endswith("\n\nNamnden skall enligt lagen\nverka.")
    assert normal.text.startswith("Bjorkasa kommun")
    assert normal.running[1] == "Bjérkasa kommun Tjansteutlatande"
    assert [page.number for page in normal.pages] == [1, 2]


def test_text_before_a_bare_page_number_is_not_lost() -> None:
    normal = unpaged("Texten.\n\n\nBilaga\n\n1. Motion om stöd\n\nSida 1 (2)\n\nNästa sida.")
    assert normal.text == "Texten.\n\nBilaga\n\n1. Motion om stöd\n\nNästa sida."
    assert [page.number for page in normal.pages] == [1, 2]


def test_a_page_named_in_a_sentence_is_no_head() -> None:
    text = "Se utredningen.\n\n\nSida 3 beskriver hur stödet ges.\n\nSlut."
    assert unpaged(text).running == ()


def test_lines_that_the_file_marks_as_running_go() -> None:
    text = "Dnr SOF 2025/424\n\nTexten."
    normal = normalise(Reading(text=text, media_type="application/docx", running=(Span(0, 16),)))
    assert (normal.text, normal.running) == ("Texten.", ("Dnr SOF 2025/424",))


def test_a_date_in_the_head_does_not_keep_the_head_on_later_pages() -> None:
    head = "Exempelstads kommun\nTjänsteskrivelse\n2004-01-29\n\nSida {} (2)\n\n"
    normal = paged(head.format(1) + "Text ett.", head.format(2) + "Text två.")
    assert normal.text == "Exempelstads kommun\nTjänsteskrivelse\n2004-01-29\n\nText ett.\n\nText två."


def test_the_letterhead_loses_its_page_number_also_on_an_only_page() -> None:
    normal = paged("Exempelstads kommun\nSida 1 (1)\n\nMotion\n\nTexten.")
    assert normal.text == "Exempelstads kommun\n\nMotion\n\nTexten."
    assert normal.running == ("Sida 1 (1)",)


def test_a_page_number_at_the_end_of_a_line_of_the_letterhead_goes_alone() -> None:
    normal = unpaged(
        "Exempelstads kommun  Kommunkansliet Sida 1 (1)\n2001-12-17\n\nTexten på sida 3 (se ovan)."
    )
    assert normal.text == "Exempelstads kommun Kommunkansliet\n2001-12-17\n\nTexten på sida 3 (se ovan)."
    assert normal.running == ("Sida 1 (1)",)


def test_a_page_number_without_its_word_goes_from_a_letterhead() -> None:
    normal = unpaged("Exempelstads kommun\n1 (2)\n\nEnligt 2 kap. 1 § (2)\n\nText.")
    assert normal.text == "Exempelstads kommun\n\nEnligt 2 kap. 1 § (2)\n\nText."


def test_a_head_of_two_pages_with_the_number_at_the_end_of_a_line_is_a_page_break() -> None:
    head = "{} kommun Sammantradesprotokoll Sida {} (2)\nSocialnamnden\n\nSammantradesdatum 2016-01-20\n\n"
    normal = unpaged(
        head.format("Bjérkasa", 1)
        + "§ 7 Svar pa remiss\n\nNamnden anser att nagot\n"
        + head.format("Bjorkasa", 2)
        + "behov finns. Socialnamnden\nbeslutar sa."
    )
    assert normal.text == (
        "Bjérkasa kommun Sammantradesprotokoll\nSocialnamnden\n\nSammantradesdatum 2016-01-20\n\n"
        "§ 7 Svar pa remiss\n\nNamnden anser att nagot\nbehov finns. Socialnamnden\nbeslutar sa."
    )
    assert [page.number for page in normal.pages] == [1, 2]


def test_a_word_or_sentence_parted_by_a_marked_note_in_the_text_is_whole() -> None:
    note = "Interpellationer 1994/95"
    text = (
        f"Vägverket fick uppdrag att upp-\n\n{note}\n\nrätta. Endast 41 ledamöter\n\n{note}\n\nsvarade nej."
    )
    first = text.index(note)
    last = text.rindex(note)
    spans = (Span(first, first + len(note)), Span(last, last + len(note)))
    normal = normalise(Reading(text=text, media_type="application/xml", running=spans))
    assert normal.text == "Vägverket fick uppdrag att upprätta. Endast 41 ledamöter\nsvarade nej."
