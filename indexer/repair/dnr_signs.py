"""Diary numbers in a damaged text, before its words are repaired: `Dar` for `Dnr`, `AN` for `ÄN`.

Word by word, `Dar` would become "Där" and `AN` stay what it is; before a diary number both are told by what
follows. A number that OCR has cut (`dnr 202 1-000520`) is put together again.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from indexer.normalise.mapping import Edit
from remissarkiv.dnr.authorities import diary_of, is_board, with_rings
from remissarkiv.domain import Span
from remissarkiv.language.skeleton import skeleton

_RULE = "ocr-dnr"
_COST = 0.1
# As in `law_signs`: a pattern begins with a letter or digit that it is about, and looks back afterwards.
_YEAR = r"(?:19|20)\d\d"
_NO_DAY = r"(?!\d\d[-./]\d\d\b)"
# `Dar KS 2025/448`, `dar 2019-002134`, `dar 6823-2009`, `Dar 319- 294/2013`, `Dar 0263/20`; not
# `dar 2019-01-23` nor `dar 2008-2009`.
_CUE = re.compile(
    r"([Dd])(?<![^\W_].)(?:ar|or|ur|nt|hr)(?=[.:]{0,2}\s{1,2}(?:"
    rf"(?:[A-ZÅÄÖ$§5]{{1,6}}[ /-]?)?{_YEAR} ?[-/:] ?{_NO_DAY}(?!{_YEAR}\b)\d"
    rf"|(?!{_YEAR}-)\d{{1,6}}[-/]{_YEAR}\b|\d{{1,4}}(?:\.\d{{1,2}}){{0,3}}- ?\d{{1,6}}[-/]{_YEAR}\b"
    rf"|(?!{_YEAR}-)\d{{3,5}}-\d\d-\d\d\b|0\d{{3}}/\d\d\b))"
)
# What makes the short word before it a diary, as Örebro writes: `Tos 2061/2023`, `KS 2018/14`.
_NUMBER = re.compile(rf"[ /-]?(?:\d{{1,5}}/{_YEAR}\b|{_YEAR}[/:-]\d{{3}})")
_LONGEST = 5
_LETTERS = re.compile(
    r"([A-Z](?<![^\W_].)(?:[A-Z]{1,3}|[a-z]{1,2}))"
    rf"(?=[ /-]?(?:{_YEAR}[-/:]{_NO_DAY}\d|\d{{1,5}}/{_YEAR}\b))"
)
# Cut in the year, or in a number that begins with zeros: `dnr 202 1-000520`, `dnr 2024-0009 13`.
_CUT_YEAR = re.compile(r"(?<=nr )(?:(19\d|20\d) (\d)|(19|20) (\d\d))(?=[-/:]\d)")
_CUT_NUMBER = re.compile(rf"(?<=nr )({_YEAR}[-/]0\d{{2,4}}) (\d{{1,2}})(?![\d.,/-])")
_PADDED = range(len("2024-00091"), len("2024-000913") + 1)
# `KSKF/20l8:96`: a year with a letter, behind a diary's.
_YEAR_WITH_LETTERS = re.compile(r"([12](?<=[A-ZÅÄÖ]{2}[ /-].)(?!\d{3})[0O9][0-9OlI]{2})(?= ?[/:-] ?\d)")
_AS_DIGITS = str.maketrans("OlI", "011")
_RINGS = re.compile(r"[åäöÅÄÖ]")
_READ_WITH_SWEDISH = 500
"""Characters; a text that has å, ä or ö more often than once in so many has been read with Swedish."""
_WORD = re.compile(r"\w{8,}")
_BOARD = re.compile(r"\w{4,}nämnden")
_USUAL = frozenset({"AN"})
"""Letters of a board that are more often another's without its rings: äldrenämnden's."""


def misread_dnr(text: str, stretch: Span, whole: str) -> Iterator[Edit]:
    """Edits for the diary numbers in a damaged stretch, in order and apart. `whole` is the text that tells
    which boards there are."""
    edits = [*_cues(text, stretch), *_cuts(text, stretch), *_letters(text, stretch, whole)]
    yield from sorted(edits, key=lambda edit: edit.span)


def is_diary(text: str, word: Span) -> bool:
    """Whether a word of a damaged text is the letters of a diary, which no lexicon has: `Tos` stays `Tos`."""
    short = word.end - word.start <= _LONGEST and text[word.start].isupper()
    return short and _NUMBER.match(text, word.end) is not None


def _cues(text: str, stretch: Span) -> Iterator[Edit]:
    for match in _CUE.finditer(text, stretch.start, stretch.end):
        yield Edit(Span(*match.span()), f"{match[1]}nr", _RULE, _COST)


def _cuts(text: str, stretch: Span) -> Iterator[Edit]:
    for match in _CUT_YEAR.finditer(text, stretch.start, stretch.end):
        yield Edit(Span(*match.span()), match[0].replace(" ", ""), _RULE, _COST)
    for match in _CUT_NUMBER.finditer(text, stretch.start, stretch.end):
        if len(match[0]) - 1 in _PADDED:
            yield Edit(Span(*match.span()), match[1] + match[2], _RULE, _COST)
    for match in _YEAR_WITH_LETTERS.finditer(text, stretch.start, stretch.end):
        yield Edit(Span(*match.span()), match[1].translate(_AS_DIGITS), _RULE, _COST)


def _letters(text: str, stretch: Span, whole: str) -> Iterator[Edit]:
    rings: int | None = None
    for match in _LETTERS.finditer(text, stretch.start, stretch.end):
        written = with_rings(match[1].upper())
        if len(written) != 1:
            continue
        if rings is None:
            rings = sum(1 for _ in _RINGS.finditer(text, stretch.start, stretch.end))
        if rings * _READ_WITH_SWEDISH > stretch.end - stretch.start:
            return
        (letters,) = written
        in_capitals = match[1].isupper()
        if not is_board(match[1]) or (in_capitals and _is_likelier(letters, match[1], whole)):
            yield Edit(Span(*match.span()), letters if in_capitals else letters.capitalize(), _RULE, _COST)


@lru_cache(maxsize=2)
def _is_likelier(letters: str, read: str, whole: str) -> bool:
    """Whether a board with these letters is, rather than the one with the letters that were read: the one
    that the text names, else the usual one."""
    words = {skeleton(word) for word in _WORD.findall(whole.lower())}
    if _is_named(read, words):
        return False
    return read in _USUAL or _is_named(letters, words)


def _is_named(letters: str, words: set[str]) -> bool:
    diary = diary_of(letters)
    boards = [name for name in diary.names if _BOARD.fullmatch(name)] if diary else []
    # The ending is left out, which OCR reads in many ways: "arbetsmarknadsn".
    stems = tuple(skeleton(f"{name.partition('nämnd')[0]}n") for name in boards)
    return bool(stems) and any(word.startswith(stems) for word in words)
