"""The passages that show why a document was found, and the marks on the document page."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from remissarkiv.citations import find_citations
from remissarkiv.dnr import find_dnr
from remissarkiv.domain import DnrMention, DnrRole, Document, Kind, Segment, Snippet, Span, StoredDocument
from remissarkiv.passages import ReadSource
from remissarkiv.query import parse
from remissarkiv.search.highlights import Matcher
from remissarkiv.search.snippets import LENGTH, snippets

Build = Callable[..., StoredDocument]
FILLER = "Ärendet har beretts av förvaltningen i vanlig ordning och inget mer finns att säga. " * 20


def marked(snippet: Snippet) -> list[str]:
    return [snippet.text[slice(*span)] for span in snippet.highlights]


def of(text: str, query: str) -> tuple[Snippet, ...]:
    document = Document(title="", kind=Kind.OVRIGT, text=text, original=text, damaged=(Span(0, len(text)),))
    return snippets(ReadSource(document), Matcher(parse(query).tree))


def test_the_passage_with_most_of_the_query_is_shown() -> None:
    text = f"Rådgivning nämns här. {FILLER} Juridisk rådgivning till\n   enskilda ges inte. {FILLER}"
    found = of(text, "juridisk rådgivning enskilda")
    (best,) = [snippet for snippet in found if len(snippet.highlights) == 3]
    assert "Juridisk rådgivning till enskilda ges inte." in best.text
    assert marked(best) == ["Juridisk", "rådgivning", "enskilda"]
    assert len(found) == 2
    assert marked(found[0]) == ["Rådgivning"]


def test_inflected_and_compound_words_are_marked() -> None:
    (snippet,) = of("En bok är inte flera böcker. EU-medborgare läser.", "böcker medborgare")
    assert marked(snippet) == ["bok", "böcker", "EU-medborgare"]


def test_a_phrase_is_marked_whole_and_only_where_it_stands() -> None:
    (snippet,) = of(
        "Kompetens finns. Den kommunala\nkompetensen är kommunal kompetens.", '"kommunal kompetens"'
    )
    assert marked(snippet) == ["kommunal kompetens"]


def test_what_is_excluded_is_not_marked() -> None:
    (snippet,) = of("Skola och taxa.", "skola INTE avgift")
    assert marked(snippet) == ["Skola"]


def test_dnr_and_lagrum_are_marked_where_the_document_has_them(shelf: Any, build: Build) -> None:
    shelf.put(build("a", f"{FILLER} Remiss, Dnr KS 2025/448, enligt 2 kap. 1 § kommunallagen. {FILLER}"))
    for query, spelled in (
        ("dnr:ks2025-448", "KS 2025/448"),
        ("ks 2025-448", "KS 2025/448"),
        ("lag:2017:725", "2 kap. 1 § kommunallagen"),
    ):
        (hit,) = shelf.searcher.search(query, shelf.everyone).hits
        (snippet,) = hit.snippets
        assert spelled.startswith(marked(snippet)[0])
        assert spelled in snippet.text


@pytest.mark.parametrize(
    ("query", "mark"),
    [
        ("2 kap. 1 § KL", "2 kap. 1 och 2 §§ kommunallagen (2017:725)"),
        ("2 kap. 2 § KL", "2 kap. 1 och 2 §§ kommunallagen (2017:725)"),
        ("2 kap. KL", "2 kap. 1 och 2 §§ kommunallagen (2017:725)"),
        ("4 § förvaltningslagen", "4 § förvaltningslagen"),
        ("prop. 2016/17:171 s. 47", "prop. 2016/17:171 s. 45 och 47"),
    ],
)
def test_a_lone_number_is_marked_with_its_chapter_and_act(
    shelf: Any, build: Build, query: str, mark: str
) -> None:
    text = (
        f"{FILLER} Det följer av 2 kap. 1 och 2 §§ kommunallagen (2017:725). Se 4 § förvaltningslagen. "
        f"Jämför prop. 2016/17:171 s. 45 och 47. {FILLER}"
    )
    stored = build("a", text)
    shelf.put(stored)
    (hit,) = shelf.searcher.search(query, shelf.everyone).hits
    assert marked(hit.snippets[0]) == [mark]
    assert [text[slice(*span)] for span in shelf.searcher.highlights(query, stored, shelf.everyone)] == [mark]


def test_without_a_place_in_the_text_its_opening_is_shown() -> None:
    (snippet,) = of(FILLER, "typ:motion")
    assert snippet.text.startswith("Ärendet har beretts")
    assert snippet.highlights == ()
    assert snippet.damaged is False
    assert of("", "skola") == ()


def test_cuts_are_shown_and_fall_between_words() -> None:
    text = " ".join(f"ord{number}" for number in range(400))
    (snippet,) = of(text, "ord200")
    assert snippet.text.startswith("… ord")
    assert snippet.text.endswith(" …")
    assert marked(snippet) == ["ord200"]
    assert all(word in text.split() for word in snippet.text.strip("… ").split())


def passage(text: str, query: str) -> str:
    """The first passage of a sound document, with the citations and Dnr that the text holds."""
    document = Document(
        title="",
        kind=Kind.OVRIGT,
        text=text,
        original=text,
        citations=find_citations(text),
        dnr=tuple(DnrMention(dnr, DnrRole.MENTIONED) for dnr in find_dnr(text)),
    )
    return snippets(ReadSource(document), Matcher(parse(query).tree))[0].text


@pytest.mark.parametrize(
    "cited",
    [
        "2 kap. 1 § kommunallagen (1991:900)",
        "2 kap.\n1 § kommunallagen (1991:900)",
        "2 kap. 1 och 7 §§ kommunallagen (1991:900)",
        "prop. 2016/17:171 s. 45 och 47",
        "RÅ 1993 ref. 32",
        "Dnr. 12/2013",
        "bil. 3",
        "t.ex. Norrgärde",
        "bl.a. Norrgärde",
        "jfr. RÅ 1993 ref. 32",
        "A. Rydmarken",
        "Dnr: KS 2013/388",
    ],
)
@pytest.mark.parametrize("filled", range(40, 104, 7))
def test_no_passage_is_cut_inside_a_citation_or_after_an_abbreviation(cited: str, filled: int) -> None:
    # The matches lie before the citation and behind it, at many distances.
    words = "och så vidare till sista ordet i den långa meningen som aldrig tar slut innan den är färdig med"
    text = f"{FILLER}Om borgen sägs {words[:filled]} slut {cited} {words[:filled]} slut om hallen. {FILLER}"
    pieces = cited.split()
    for query in ("borgen", "hallen"):
        found = passage(text, query)
        for index in range(1, len(pieces)):
            first, rest = " ".join(pieces[:index]), " ".join(pieces[index:])
            assert not found.removeprefix("… ").startswith(f"{rest} och så"), query
            assert not found.removesuffix(" …").endswith(f"slut {first}"), query


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Motionen handlar om ett stöd enligt 2 kap. Kommunen avslår borgen.", "Kommunen avslår"),
        ("Allt detta står i betänkandet på s. 45 m.m. Kommunen avslår borgen.", "Kommunen avslår"),
        ("Så många som ett tusen personer var emot. 12 av dem ville borgen.", "12 av dem"),
        (
            "En mening om inte så mycket alls. Kommunen avslår t. ex. Norrgärdes borgen.",
            "Kommunen avslår",
        ),
        ("Nämnden beslutade så här i ärendet: Kommunen avslår borgen.", "Kommunen avslår"),
    ],
)
def test_a_sentence_ends_where_it_does(text: str, begins: str) -> None:
    lead = "Ord efter ord i en mening utan slut " * 3
    assert passage(f"{lead}{text} {FILLER}", "borgen").startswith(begins)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            ["skola", "Skolan.", "taxa", "\n\n", "\t ", "x" * 300, "och", "5 §", "Ö", "kap.", ":"]
        ),
        max_size=120,
    ),
    st.sampled_from(["skola", "skola taxa", '"skola taxa"', "x*", "typ:motion"]),
)
def test_marks_always_lie_on_the_words_they_mark(words: list[str], query: str) -> None:
    text = " ".join(words)
    for snippet in of(text, query):
        last = 0
        for start, end in snippet.highlights:
            assert last <= start < end <= len(snippet.text)
            last = end
        assert len(snippet.text) <= 2 * LENGTH
        assert "\n" not in snippet.text
        assert "  " not in snippet.text
        if query == "skola":
            assert all(mark.lower().startswith("skola") for mark in marked(snippet))


READ = (
    "Siakerhetspolisen och Socialndmnden i Kvarnbacken har yttrat sig om transnationellt fortryck. "
    "Dnr KS 2025/448, 2 kap. 2 § kommunallagen."
)
MENDED = {
    "Siakerhetspolisen": "Säkerhetspolisen",
    "Socialndmnden": "Socialnämnden",
    "fortryck": "förtryck",
}


def test_repaired_words_are_found_marked_and_told(shelf: Any, build: Build, build_mended: Build) -> None:
    shelf.put(build_mended("ocr", READ, MENDED), build("annan", "Helt annat om parker."))
    for query in (
        "transnationellt förtryck",
        '"transnationellt förtryck"',
        "säkerhetspolisen",
        "socialnämnden",
        'dnr:"KS 2025/448"',
        'lag:"2 kap. 2 § kommunallagen"',
        "säkerhets*",
    ):
        (hit,) = shelf.searcher.search(query, shelf.everyone).hits
        assert hit.id == "ocr", query
        assert all(snippet.highlights for snippet in hit.snippets), query
    (hit,) = shelf.searcher.search("säkerhetspolisen", shelf.everyone).hits
    assert [repaired for _, repaired in hit.repaired] == ["Säkerhetspolisen"]
    assert [word for snippet in hit.snippets for word in marked(snippet)] == ["Säkerhetspolisen"]


def test_a_phrase_does_not_hide_that_the_words_are_there(shelf: Any, build_mended: Build) -> None:
    shelf.put(build_mended("ocr", READ, MENDED))
    answer = shelf.searcher.search('"förtryck transnationellt"', shelf.everyone)
    assert answer.total == 0
    assert "utan citattecken finns 1 dokument" in answer.problems[0].message


def test_the_document_page_marks_every_place_without_overlaps(shelf: Any, build: Build) -> None:
    stored = build("a", "Skola, skolan och skolavgift: skola enligt Dnr KS 2025/448.")
    text = stored.document.text
    shelf.put(build("a", "Det här stod det förr."))
    # First another text is kept under its name, then its own.
    for _ in range(2):
        spans = shelf.searcher.highlights('skola "skola enligt" ks 2025/448', stored, shelf.everyone)
        assert [text[slice(*span)] for span in spans] == [
            "Skola",
            "skolan",
            "skolavgift",
            "skola enligt",
            "KS 2025/448",
        ]
        shelf.put(stored)
    assert shelf.searcher.highlights("", stored, shelf.everyone) == ()


@pytest.mark.parametrize("query", ["skola", "typ:motion"])
def test_long_texts_are_read_no_further_than_needed(query: str) -> None:
    text = "Skola. " + FILLER * 1_000 + " Skola."
    assert of(text, query)[0].text.startswith("Skola.")
    late = FILLER * 200 + " Skola."
    assert [marked(snippet) for snippet in of(late, "skola")] == [["Skola"]]


def test_a_heading_and_the_text_below_it_are_kept_apart() -> None:
    (snippet,) = of("Kommunfullmäktiges beslut\n\nMotionen avslås.\n\nSkickas till\tSocialnämnden", "avslås")
    assert snippet.text == "Kommunfullmäktiges beslut · Motionen avslås. Skickas till · Socialnämnden"
    assert marked(snippet) == ["avslås"]


def repaired(*pieces: str | tuple[str, str]) -> Document:
    """A document whose pairs were read as the first and repaired to the second."""
    original = text = ""
    segments = []
    for piece in pieces:
        read, shown = (piece, piece) if isinstance(piece, str) else piece
        if read != shown:
            spans = Span(len(original), len(original) + len(read)), Span(len(text), len(text) + len(shown))
            segments.append(Segment(*spans, "ocr-word", 0.1))
        original += read
        text += shown
    return Document(
        title="",
        kind=Kind.OVRIGT,
        text=text,
        original=original,
        segments=tuple(segments),
        damaged=(Span(0, len(text)),),
    )


def test_a_passage_tells_which_of_its_marked_words_were_repaired() -> None:
    document = repaired(
        f"{FILLER} Till ", ("socialndmnden", "socialnämnden"), ("frdn", " från"), " nämnden. ", FILLER
    )
    (snippet,) = snippets(ReadSource(document), Matcher(parse("socialnämnden nämnden").tree))
    assert marked(snippet) == ["socialnämnden", "nämnden"]
    assert snippet.repaired == (("socialndmnden", "socialnämnden"),)
    assert [snippet.text[slice(*span)] for span in snippet.mended] == ["socialnämnden"]
    assert not snippet.damaged


def test_a_repaired_word_is_told_once_and_no_more_than_three_are() -> None:
    words = [
        ("frdn", "från"),
        " ",
        ("frdn", "från"),
        " ",
        ("pd", "på"),
        " ",
        ("dr", "är"),
        " ",
        ("for", "för"),
    ]
    (snippet,) = snippets(ReadSource(repaired(*words)), Matcher(parse('"från från på är för"').tree))
    assert snippet.repaired == (("frdn", "från"), ("pd", "på"), ("dr", "är"))
    assert len(snippet.mended) == 5


def test_passages_of_a_long_repaired_document_look_only_at_what_they_show() -> None:
    pieces: list[str | tuple[str, str]] = [("dr ", "är "), "ord "] * 50_000
    document = repaired(*pieces, ("socialndmnden", "socialnämnden"))
    found = snippets(ReadSource(document), Matcher(parse("socialnämnden").tree))
    assert found[-1].repaired == (("socialndmnden", "socialnämnden"),)
