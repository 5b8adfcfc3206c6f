"""What a reader sees of words that were misread and repaired, and how she sees what was read."""

import dataclasses
import html
import re
from pathlib import Path

import pytest
from defusedxml import ElementTree
from flask.testing import FlaskClient

from remissarkiv.domain import Document, Page, Span
from remissarkiv.language.skeleton import MARK, skeleton
from webapp.guide import chapters, picture_folder, read_chapter
from webapp.repairs_view import repairs_view

PROJECT = Path(__file__).resolve().parents[2]
PICTURES = sorted((PROJECT / "docs" / "pictures").glob("*.svg"))


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.text
    return response.text


def body(text: str) -> str:
    """The document's own text on its page, as HTML."""
    return text.split('<div class="text">')[1].split("</article>")[0]


def words(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", markup)).split())


def test_repaired_words_are_shown_marked_and_tell_what_was_read(
    client: FlaskClient, repaired: Document
) -> None:
    text = body(page(client, "/dokument/rattat"))
    assert words(text).startswith("Kommunstyrelsen har bett socialnämnden att svara. Nämnden bör ge")
    assert '<span class="fixed" title="Läst: socialndmnden">socialnämnden</span>' in text
    assert '<span class="fixed" title="Läst: bor (osäkert)">bör</span>' in text
    # The two mended bullets are not marked where they stand right.
    assert text.count('class="fixed"') == 5
    assert body(page(client, "/dokument/rattat?text=last")).count('class="fixed"') == 7


def test_the_reader_switches_to_what_was_read_and_back(client: FlaskClient, repaired: Document) -> None:
    text = page(client, "/dokument/rattat?q=socialnämnden&traff=1")
    link = html.unescape(re.search(r'href="([^"]*)">Visa som det lästes', text)[1])  # type: ignore[index]
    assert link == "/dokument/rattat?q=socialn%C3%A4mnden&traff=1&text=last#text"
    read = page(client, link)
    assert words(body(read)).startswith("Kommunstyrelsen har bett socialndmnden att svara. Nämnden bor ge")
    assert '<mark><span class="fixed" title="Rättat till: socialnämnden">socialndmnden</span></mark>' in body(
        read
    )
    back = html.unescape(re.search(r'href="([^"]*)">Visa med rättade ord', read)[1])  # type: ignore[index]
    assert back == "/dokument/rattat?q=socialn%C3%A4mnden&traff=1#text"


def test_what_was_read_is_escaped_wherever_it_is_shown(client: FlaskClient, repaired: Document) -> None:
    for address in (
        "/dokument/rattat",
        "/dokument/rattat?text=last&q=rådgivning",
        "/dokument/rattat?lasning=original&q=rådgivning",
        "/sok?q=rådgivning",
    ):
        text = page(client, address)
        assert "<b>&#34;" not in text
        assert '<b>"' not in text
        assert "&lt;b&gt;&#34;rddgivning" in text, address


def test_links_and_lists_stay_where_they_are_in_either_reading(
    client: FlaskClient, repaired: Document
) -> None:
    repaired_page, read = (body(page(client, f"/dokument/rattat?{more}")) for more in ("", "text=last"))
    for text in (repaired_page, read):
        assert text.count('role="listitem"') == 2
        assert 'href="/lagrum/2017:725%23K2P1"' in text
    assert "2 kap. 1 $ kommunallagen" in words(read)
    assert "2 kap. 1 § kommunallagen" in words(repaired_page)


def test_the_raw_reading_marks_the_same_words(client: FlaskClient, repaired: Document) -> None:
    text = page(client, "/dokument/rattat?lasning=original&q=socialnämnden")
    pre = text.split("<pre>")[1].split("</pre>")[0]
    assert html.unescape(re.sub(r"<[^>]*>", "", pre)) == "\n" + repaired.original
    assert pre.count("<mark>") == 2
    assert 'title="Rättat till: socialnämnden">socialndmnden</span></mark>' in pre


def test_quality_is_a_number_with_its_explanation_page_by_page(
    client: FlaskClient, repaired: Document
) -> None:
    text = words(page(client, "/dokument/rattat"))
    assert "Textkvalitet 78 %: 5 fellästa ord är rättade och prickade i texten." in text
    assert (
        "Ungefär så stor del av orden lästes rätt. Sida 1 är läst av ett program utan svenska; "
        "5 ord är rättade." in text
    )
    assert 'href="/hjalp/lasfel"' in page(client, "/dokument/rattat")


def test_all_repairs_can_be_read_as_a_table(client: FlaskClient, repaired: Document) -> None:
    text = page(client, "/dokument/rattat").split('class="more repairs"')[1].split("</details>")[0]
    rows = [words(row) for row in text.split("<tr>")[2:]]
    assert '<th scope="col">Läst</th>' in text
    assert rows[0].startswith("socialndmndensocialnämnden2")
    assert any(row.startswith("borbör osäkert1") for row in rows)


def test_a_document_without_repairs_has_no_switch_whatever_the_address_says(client: FlaskClient) -> None:
    plain = page(client, "/dokument/motion")
    assert "Visa som det lästes" not in plain
    assert body(page(client, "/dokument/motion?text=last")) == body(plain)


def test_a_hit_through_a_repaired_word_says_so(client: FlaskClient, repaired: Document) -> None:
    text = page(client, "/sok?q=socialnämnden+att+svara")
    hit = next(part for part in text.split('<li class="hit">') if "/dokument/rattat" in part)
    assert words(hit.split('class="repaired">')[1].split("</p>")[0]) == (
        "Felläst och rättat: socialndmnden →rättat till socialnämnden"
    )
    assert '<mark><span class="fixed" title="Ordet var felläst och är rättat">socialnämnden' in hit
    assert "Textkvalitet 78\u00a0%" in hit


def test_a_hit_through_sound_words_of_a_repaired_document_has_no_such_line(
    client: FlaskClient, repaired: Document
) -> None:
    text = page(client, "/sok?q=tillsyn")
    assert 'class="repaired"' not in text
    assert "<mark>tillsyn</mark>" in text


@pytest.mark.parametrize(
    ("damaged", "told"), [([1], "1"), ([2, 3, 5], "2–3, 5"), ([1, 2, 3, 4, 5], ""), ([], "")]
)
def test_damaged_pages_are_named_where_others_are_sound(
    repaired: Document, damaged: list[int], told: str
) -> None:
    pages = tuple(Page(number, Span(10 * number, 10 * number + 9)) for number in range(1, 6))
    spans = tuple(page.span for page in pages if page.number in damaged)
    assert repairs_view(dataclasses.replace(repaired, pages=pages, damaged=spans)).pages == told


def test_the_guide_shows_with_pictures_why_a_damaged_word_was_found(client: FlaskClient) -> None:
    text = page(client, "/hjalp/lasfel")
    assert 'src="/hjalp/bilder/lasfel-rad.png" alt="Två rader' in text
    assert text.count('<svg class="drawing" role="img" aria-label="') == 3
    assert "style=" not in text
    picture = client.get("/hjalp/bilder/lasfel-rad.png")
    assert picture.status_code == 200
    assert picture.headers["Content-Type"] == "image/png"


def test_only_pictures_of_the_guide_are_served(client: FlaskClient) -> None:
    for name in ("sok.txt", "..%2fguide.md", "finns-inte.png", "LASFEL.png", "lasfel-val.svg"):
        assert client.get(f"/hjalp/bilder/{name}").status_code == 404, name


def test_pictures_from_elsewhere_are_only_their_words() -> None:
    for source in ("https://evil.example/a.png", "pictures/../../x.png", "pictures/finns-inte.svg", "data:x"):
        shown = read_chapter("x", f'# T\n\n![ord "& mer]({source})\n').body
        assert "<img" not in shown
        assert "<svg" not in shown
        assert "ord &#34;&amp; mer" in shown or "ord &quot;&amp; mer" in shown


@pytest.mark.parametrize("file", PICTURES, ids=lambda file: file.name)
def test_drawings_hold_nothing_that_runs_loads_or_styles(file: Path) -> None:
    for element in ElementTree.parse(file).iter():
        assert element.tag.rpartition("}")[2] in {"svg", "g", "text", "rect", "path"}
        names = set(element.attrib)
        assert not {name for name in names if name == "style" or name.startswith("on") or "href" in name}


def test_the_drawing_of_the_skeleton_tells_the_truth() -> None:
    folder = picture_folder()
    assert folder is not None
    texts = [
        (element.text or "")
        for element in ElementTree.parse(folder / "lasfel-stomme.svg").iter()
        if element.tag.endswith("text")
    ]
    shown = next(text for text in texts if text.startswith("s•"))
    read = [text for text in texts if text.lower().startswith("social")]
    assert len(read) == 4
    assert {skeleton(word.lower()).replace(MARK, "•") for word in read} == {shown}
    assert skeleton("dr") == skeleton("är") == skeleton("år")


def test_an_installed_package_has_every_chapter_and_its_pictures() -> None:
    shipped = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    text = (PROJECT / "docs" / "lasfel.md").read_text(encoding="utf-8")
    assert "lasfel" in [chapter.name for chapter in chapters()]
    assert '"docs/lasfel.md"' in shipped
    for name in re.findall(r"\((pictures/[^)]+)\)", text):
        assert f'"docs/{name}" = "webapp/guide/{name}"' in shipped
