"""What is looked for by the one sign that must be in it is found as if it were looked for everywhere."""

import csv
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.acts import register_in_use
from remissarkiv.citations import alike, eu, eu_mentions, forarbeten, lagrum, mentions, myndighet, words
from remissarkiv.language.digits import DIGIT

CASES = Path(__file__).resolve().parents[2] / "cases"
Finder = Callable[[str], Iterable[re.Match[str]]]

PIECES = (
    "artikel 6.1 ", "ARTIKEL 5 ", "Art. 3 ", "arter", "a.a. s. 3 ", "a. prop. s. 48 ", "samma prop. ",
    "nämnda ", "betänkande ", "Betänkandet, s. 4 ", "propositionen s. 12", "anf.", "prop.", "3577-2011 ",
    "1879-02-40", "2016/679", "(EU) ", "95/46/EG", "12/5", "1234567/09", "C-131/12 ", "T‑5/99", "c–",
    "2 kap. 1 § ", "Kap 2 ", "paragraf 5", "par. 3", "§ 8 ", "26:1", "9 8 ", "kap", " Par", "och ", "\n",
    "\n\n", "\u00a0", ", ", "(", ")", "-", "٣/٤", "１２-３４", "ſ", "lagen", "Plan-", "bygglagen-", "-lagen",
    "OSL", "lagen (1982:80) ", "(1927 nr 77)", "SFS ", "den 8 april 1927 (nr 77)", ", 2017:725",
    "2017:725 ",
)  # fmt: skip


FINDERS: dict[str, tuple[Finder, re.Pattern[str]]] = {
    "articles": (eu._named_articles, eu._ARTICLE),
    "numbers of EU acts": (eu_mentions._numbers, eu_mentions._NUMBER),
    "numbers of decisions": (myndighet._numbers, myndighet._NUMBER),
    "references back": (forarbeten._back, forarbeten._BACK),
    "beginnings of provisions": (
        lambda text: lagrum._start(text).finditer(text),
        re.compile(rf"[\d§KkPp](?:{lagrum._BEGINS})"),
    ),
}


def _known() -> list[str]:
    return [
        row["text"]
        for file in sorted(CASES.glob("citations*.tsv"))
        for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    ]


TEXTS = [*_known(), " ".join(_known())]
made = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)


def _is_found_alike(text: str, find: Finder, pattern: re.Pattern[str]) -> bool:
    return [match.span() for match in find(text)] == [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("name", FINDERS)
def test_every_known_text_is_read_alike(name: str) -> None:
    assert [text for text in TEXTS if not _is_found_alike(text, *FINDERS[name])] == []


@pytest.mark.parametrize("name", FINDERS)
@given(text=made)
def test_any_text_is_read_alike(name: str, text: str) -> None:
    assert _is_found_alike(text, *FINDERS[name])


@given(
    st.lists(st.sampled_from(("13", "16", " ", "a", "-", "–", "—", "--", " §", "ö")), max_size=9).map("".join)
)
def test_no_double_dash_is_passed_over(text: str) -> None:
    assert alike.read_alike(text) == alike._DOUBLE_DASH.sub(" -", text)


def _words_everywhere(text: str) -> list[tuple[str, int]]:
    register = register_in_use().digest
    tokens = {match[0] for match in words._TOKEN.finditer(text)}
    named = {token for token in tokens if len(token) <= words._LONGEST and words._kind(token, register)}
    return [(token.rstrip("-"), start) for start, token in words._all_places(text, named)]


def test_words_of_names_are_found_in_every_known_text() -> None:
    for text in TEXTS:
        assert [(word.text, word.start) for word in words.names_words(text)] == _words_everywhere(text)


@given(made)
def test_words_of_names_are_found_in_any_text(text: str) -> None:
    for _ in range(2):  # first met, then remembered
        assert [(word.text, word.start) for word in words.names_words(text)] == _words_everywhere(text)


@given(made)
def test_no_number_behind_a_name_is_passed_over(text: str) -> None:
    for place in range(len(text) + 1):
        numbered = (mentions._OLD_NUMBER, mentions._PAREN, mentions._PLAIN)
        if any(pattern.match(text, place) for pattern in numbered):
            assert mentions._MAY_BE_NUMBERED.match(text, place)


@given(made)
def test_no_case_of_the_court_is_passed_over(text: str) -> None:
    assert not eu._CASE.search(text) or any(sign.search(text) for sign in eu._CASE_SIGNS)


def test_a_digit_is_a_digit() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert re.findall(DIGIT, every) == re.findall(r"\d", every)
