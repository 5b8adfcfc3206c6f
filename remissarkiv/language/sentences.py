"""Where the sentences of a text begin and end, for passages that are cut out of it.

A point ends no sentence in "2 kap. 1 §", "prop. 2016/17:171 s. 45", "t.ex. Björkåsa" or "Dnr. 12".
"""

import re
from collections.abc import Iterator, Sequence

from remissarkiv.domain import Span

_ENDING = (".", "!", "?", ":")
# With the sign before the blanks, as signs are found much quicker than blanks that follow one.
_END = re.compile(r"[.!?:\n](?:(?<=[.!?:])\s+(?=[\"”»(]?[A-ZÅÄÖ0-9])|(?<=\n)\s*\n)")

_NEVER_LAST = frozenset(
    "t.ex bl.a d.v.s dvs s.k f.d f.n p.g.a pga m.a.o fr.o.m t.o.m jfr enl ang avs resp ca exkl inkl forts "
    "tel dnr d.nr dar diarienr nr".split()
)
"""Abbreviations that a sentence does not end with, whatever follows. `dar` is what OCR reads for `Dnr`."""

_NOT_BEFORE_NUMBER = frozenset(
    "kap st mom pkt art ref not sid ff kol bil fig tab avd avsn vol årg kl prop bet rskr skr dir mot sfs sou "
    "ds jan feb mar apr jun jul aug sep sept okt nov dec".split()
)
"""Abbreviations that a sentence may end with, but not before a number: "enligt 2 kap. Kommunen får …" is two
sentences. Single letters are such as well ("s. 45", "p. 3")."""

_CUES = frozenset(("dnr", "d.nr", "diarienr", "diarienummer", "nr", "ref", "tel", "datum"))
"""Words whose colon belongs to what follows: "Dnr: KS 2025/44"."""

_LAST_LETTERS = frozenset(
    each.rpartition(".")[2][-3:]
    for each in (*_NEVER_LAST, *_NOT_BEFORE_NUMBER, *_CUES)
    if len(each.rpartition(".")[2]) >= 3
)
"""The last three letters of all that are so long: most words before a point end otherwise."""

_LONGEST = 16
_TAIL = re.compile(r"(?:[^\W\d_]{1,6}\.\s?)*[^\W\d_]+\Z")
_POINTS = re.compile(r"\.\s?")
_ORDINAL = re.compile(r"(?:^|\n)[ \t]*\d{1,2}\Z")


def sentence_breaks(text: str, start: int, end: int, whole: Sequence[Span] = ()) -> Iterator[Span]:
    """The blanks between sentences within `text[start:end]`, by place. There are none inside of `whole`
    (citations, diary numbers)."""
    # A piece may begin with the blanks after the end of a sentence.
    first = start - 1 if start and text[start - 1] in _ENDING else start
    for found in _END.finditer(text, first, end):
        opens, closes = found.span()
        gap = Span(opens if text[opens] == "\n" else opens + 1, closes)
        if not (whole and _inside(gap.end, whole)) and not _is_abbreviated(text, gap):
            yield gap


def word_break(text: str, places: range, whole: Sequence[Span] = ()) -> int | None:
    """The first blank at one of these places that is outside of `whole` and of "bil. 3"; where there is none
    the first outside of `whole`, else the first of all. None without blanks."""
    apart = blank = None
    for place in places:
        if not text[place].isspace():
            continue
        if not _inside(place, whole):
            if not _is_abbreviated(text, Span(place, place + 1)):
                return place
            apart = place if apart is None else apart
        blank = place if blank is None else blank
    return blank if apart is None else apart


def _inside(place: int, whole: Sequence[Span]) -> bool:
    return any(span.start < place < span.end for span in whole)


def _is_abbreviated(text: str, gap: Span) -> bool:
    """Whether what looks like the end of a sentence is that of an abbreviation, of an initial ("A. Ek") or of
    a number in a list ("1. Motionen avslås")."""
    sign = text[gap.start - 1 : gap.start]
    if sign not in (".", ":") or text.count("\n", *gap) > 1:
        return False
    last = text[max(0, gap.start - 4) : gap.start - 1]
    if len(last) == 3 and last.isalpha() and last.lower() not in _LAST_LETTERS:
        return False
    before = text[max(0, gap.start - 1 - _LONGEST) : gap.start - 1]
    if sign == "." and _ORDINAL.search(before):
        return True
    tail = _TAIL.search(before)
    if tail is None:
        return False
    parts = _POINTS.split(tail[0])
    endings = {".".join(parts[index:]).lower() for index in range(len(parts))}
    if sign == ":":
        return not endings.isdisjoint(_CUES)
    if not endings.isdisjoint(_NEVER_LAST):
        return True
    if text[gap.end : gap.end + 1].isdigit():
        return len(parts[-1]) == 1 or not endings.isdisjoint(_NOT_BEFORE_NUMBER)
    return len(parts[-1]) == 1 and parts[-1].isupper()
