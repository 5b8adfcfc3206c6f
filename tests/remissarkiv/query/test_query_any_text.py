"""Whatever is typed, the parser answers, and its spans lie in the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from remissarkiv.query import parse

PIECES = st.sampled_from(
    [
        "OCH", "ELLER", "INTE", "(", ")", '"', "”", "*", "ord*", "*ord", "typ:", "typ:motion", "år:2015-",
        "år:", "nämnd:", "lag:", "dnr:", "KS 2025/448", "2 kap. 1 § kommunallagen", "2017:725", "foo:bar",
        "till", "skola", "-", "§", ":", "\n", "och", "1-", "3 §§", "\u00ad", "\u200b", "\u00a0", "KS 2025/4*",
        "dnr:44*", "komunallagen", "gamla", "2:1,", "2:2 KL", "2031:9999", "(1991:900)", "dnr:KS 2025",
        "Dnr ", "lag:2:1", "NÄRA", "NÄRA/5", "NARA/3", "~", "~2", "?", "sk?l", "*ing", "råd*ing", "skola~",
        '"skola avgift"~3', "datum:", "datum:2010-", "..2012-06-30",
    ]
)  # fmt: skip


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    for problem in parse(text).problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
        assert problem.message


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["", " "]))
def test_any_mixture_of_the_language(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    parsed = parse(text)
    assert parse(text) == parsed
    for problem in parsed.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)


@settings(deadline=None, max_examples=20)
@given(
    st.sampled_from(
        [
            "(",
            ")",
            '"',
            "typ:",
            "lag:",
            "INTE ",
            "OCH ",
            "1:",
            "§ ",
            "a* ",
            "2 kap. ",
            "KS 1/",
            "foo:",
            "2:1, ",
            "KS 2025/4* ",
            "Dnr 4 ",
            "komunalagen 1 § ",
            "lag:2:1 KL ",
            "1991:900 2 kap. 1 § ",
            "gamla kommunallagen ",
            "\u00ad",
            "a NÄRA/5 ",
            "NÄRA ",
            '"a b"~5 ',
            "skola~2 ",
            "~",
            "*a*b",
            "s?l ",
            "datum:2010-01-01.. ",
        ]
    )
)
def test_ten_thousand_characters_of_the_same(piece: str) -> None:
    assert parse(piece * (10_000 // len(piece))).tree is not None
