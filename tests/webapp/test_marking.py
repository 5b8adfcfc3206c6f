"""Marks never change a text and never let a document bring its own tags."""

from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from remissarkiv.domain import Span
from webapp.marking import Link, Marker, Wording, escaped


class _Reader(HTMLParser):
    """Collects what a browser would show, and every tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError("a declaration")

    def handle_pi(self, data: str) -> None:
        raise AssertionError("an instruction")


def read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open
    return reader


# Signs that matter to HTML, drawn often; no carriage return or NUL, which parsers rewrite.
texts = st.text(
    st.one_of(
        st.sampled_from("<>&\"'/= !-[]amp;script"), st.characters(exclude_characters="\r\x00", codec="utf-8")
    ),
    max_size=60,
)
spans = st.builds(Span, st.integers(-5, 70), st.integers(-5, 70))
links = st.builds(
    Link,
    spans,
    st.one_of(texts, st.sampled_from(["/sok?q=a&b", "https://lagen.nu/2017:725#K2P1", "javascript:x"])),
)


@given(texts)
def test_text_is_escaped_as_everywhere_else_on_a_page(text: str) -> None:
    assert escaped(text) == str(escape(text))


@given(texts, st.lists(spans, max_size=6), st.lists(links, max_size=6), st.lists(spans, max_size=3))
def test_what_is_shown_is_the_text_and_nothing_but_marks_and_links(
    text: str, highlights: list[Span], over: list[Link], damaged: list[Span]
) -> None:
    shown = read(str(Marker(text, highlights, over, damaged).render()))
    assert shown.text == text
    assert {tag for tag, _ in shown.tags} <= {"mark", "a"}
    for tag, attributes in shown.tags:
        assert set(attributes) <= ({"href", "rel"} if tag == "a" else {"class", "title"})
        if tag == "a":
            href = attributes["href"] or ""
            assert href.startswith("https://") or (
                href.startswith("/") and not href.startswith(("//", "/\\"))
            )


@given(
    texts,
    st.lists(spans, max_size=6),
    st.lists(links, max_size=6),
    st.lists(st.builds(Wording, spans, texts, texts), max_size=6),
    st.lists(st.integers(0, 60), max_size=4),
)
def test_what_was_read_stands_in_the_place_of_each_word_however_the_text_is_cut(
    text: str, highlights: list[Span], over: list[Link], other: list[Wording], cuts: list[int]
) -> None:
    expected, place = "", 0
    for wording in sorted(other, key=lambda wording: wording.span):
        start, end = wording.span
        if place <= start < end <= len(text):
            expected += text[place:start] + (wording.shown or "")
            place = end
    expected += text[place:]
    other = [wording for wording in other if wording.span.start < wording.span.end]
    marker = Marker(text, highlights, over, wordings=other)
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    shown = [read(str(marker.render(*edge))) for edge in pairwise(edges)]
    assert "".join(piece.text for piece in shown) == expected
    for piece in shown:
        assert {tag for tag, _ in piece.tags} <= {"mark", "a", "span"}


def test_a_mark_on_part_of_a_word_takes_all_of_what_was_read() -> None:
    other = [Wording(Span(0, 13), "Rättat till: socialnämnden", "socialndmnden")]
    html = str(Marker("socialnämnden", [Span(6, 13)], wordings=other).render())
    assert html == (
        '<mark><span class="fixed" title="Rättat till: socialnämnden">socialndmnden</span></mark>'
    )


def test_a_title_cannot_leave_its_attribute() -> None:
    html = str(Marker("ord", wordings=[Wording(Span(0, 3), '"><script>x</script>')]).render())
    assert html == '<span class="fixed" title="&#34;&gt;&lt;script&gt;x&lt;/script&gt;">ord</span>'


def test_many_words_in_many_stretches_take_time_as_the_text_is_long(growth: Callable[..., float]) -> None:
    def rendered(text: str) -> int:
        places = [Span(at, at + 5) for at in range(0, len(text) - 5, 6)]
        marker = Marker(text, places, wordings=[Wording(place, "Läst: x") for place in places])
        return sum(len(marker.render(place.start, place.end + 1)) for place in places)

    assert rendered("abcde " * 100) > 4000
    assert growth(rendered, "abcde ") <= 10


@given(
    texts, st.lists(spans, max_size=6), st.lists(links, max_size=6), st.integers(0, 60), st.integers(0, 60)
)
def test_stretches_put_together_are_the_whole(
    text: str, highlights: list[Span], over: list[Link], one: int, other: int
) -> None:
    marker = Marker(text, highlights, over)
    first, last = sorted((one, other))
    assert read(str(marker.render(first, last))).text == text[first:last]


def test_a_highlight_that_crosses_a_link_is_split_so_that_tags_nest() -> None:
    marker = Marker(
        "2 kap. 1 § KL gäller", [Span(11, 20)], [Link(Span(0, 13), "https://lagen.nu/2017:725#K2P1")]
    )
    assert str(marker.render()) == (
        '<a href="https://lagen.nu/2017:725#K2P1" rel="noopener noreferrer">2 kap. 1 § <mark>KL</mark></a>'
        "<mark> gäller</mark>"
    )


def test_of_two_links_over_the_same_words_the_first_and_longest_stands() -> None:
    over = [Link(Span(0, 3), "/kort"), Link(Span(0, 6), "/lang"), Link(Span(4, 9), "/sen")]
    assert str(Marker("abcdefghi", links=over).render()) == '<a href="/lang">abcdef</a>ghi'


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "//evil.example", "/\\evil.example", "data:text/html,x", ""]
)
def test_a_link_that_leads_where_it_must_not_is_left_out(href: str) -> None:
    assert str(Marker("ord", links=[Link(Span(0, 3), href)]).render()) == "ord"


def test_a_word_on_a_damaged_page_says_so() -> None:
    html = str(Marker("en rddgivning", [Span(3, 13)], damaged=[Span(0, 13)]).render())
    assert '<mark class="fixed" title="OCR-tolkad text' in html


def test_script_in_a_document_is_shown_as_text() -> None:
    assert str(Marker("<script>x</script>", [Span(0, 8)]).render()) == (
        "<mark>&lt;script&gt;</mark>x&lt;/script&gt;"
    )


def test_a_doubtful_link_says_what_is_doubtful() -> None:
    marker = Marker("5 § lagen (2099:1)", links=[Link(Span(0, 18), "/lagrum/2099:1", 'okänd "lag"')])
    assert str(marker.render()) == (
        '<a href="/lagrum/2099:1" class="unsure" title="okänd &#34;lag&#34;">5 § lagen (2099:1)</a>'
    )
