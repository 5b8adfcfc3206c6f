"""Dnr and legal citations that stand among the words of a query without a field before them.

A person pastes `sof 2025-424` or `2 kap. 2 § kommunallagen`; what can be nothing else is taken for what
it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from remissarkiv.dnr import Dnr, find_dnr
from remissarkiv.dnr.authorities import is_known_diary
from remissarkiv.domain import Span
from remissarkiv.query.lagrum import cited_places
from remissarkiv.query.tree import DnrQ, LagQ, Or, Tree

_WORD = re.compile(r"[^\s()\"”“„»«]+")
_CUE = re.compile(r"(?<![^\W_])(?:dnr|diarienummer|diarienr|ärendenummer)[.:]{0,2}\s{0,3}\Z", re.I)
_LONGEST_CUE = 20
_MOST_WORDS = 3
"""`2018/KS 0001 001` is three words."""

_LETTERS_OF_A_DIARY = 5
_BARRED = re.compile(r"[\"”“„»«]|(?<!\w)(?:OCH|ELLER|INTE|AND|OR|NOT)(?!\w)")


@dataclass(frozen=True, slots=True)
class Identifier:
    """A piece of the query that is a Dnr, a citation, or could be either."""

    span: Span
    tree: Tree


def find_identifiers(text: str) -> list[Identifier]:
    """The Dnr and citations in `text` in order, without overlaps; a bare name of an act stays a word."""
    laws = {
        place.span: LagQ(place.keys, text[slice(*place.span)], place.span)
        for place in cited_places(text)
        if any(letter.isdigit() for letter in text[slice(*place.span)]) and place.keys
    }
    diaries = {span: DnrQ(dnr, dnr.raw, span) for span, dnr in _dnr(text)}
    found: list[Identifier] = []
    for span in sorted({*laws, *diaries}, key=lambda span: (span.start, -span.end)):
        if (found and span.start < found[-1].span.end) or not _whole(text, span):
            continue
        readings = [reading[span] for reading in (laws, diaries) if span in reading]
        found.append(Identifier(span, readings[0] if len(readings) == 1 else Or(tuple(readings))))
    return found


def _whole(text: str, span: Span) -> bool:
    """Whether the piece crosses no operator, quotation mark or half of a parenthesis."""
    piece = text[slice(*span)]
    return piece.count("(") == piece.count(")") and not _BARRED.search(piece)


def _dnr(text: str) -> Iterator[tuple[Span, Dnr]]:
    """Dnr with the places they take in the query, a "Dnr" before them included.

    Running text asks for more before it believes in a Dnr than a search box needs to: here every run of up
    to three words that holds digits is tried as if it were alone.
    """
    words = list(_WORD.finditer(text))
    index = 0
    while index < len(words):
        count = min(_MOST_WORDS, len(words) - index)
        while count:
            start, end = words[index].start(), words[index + count - 1].end()
            dnr = _alone(text[start:end])
            if dnr is not None:
                cue = _CUE.search(text[max(0, start - _LONGEST_CUE) : start])
                begin = start if cue is None else start - len(cue[0])
                yield Span(begin, start + dnr.span.end), dnr
                break
            count -= 1
        index += max(1, count)


def _alone(piece: str) -> Dnr | None:
    """The Dnr that `piece` is and begins with, unless it reads as well as words or a range of years."""
    if len(piece) > 60 or not any(letter.isdigit() for letter in piece):
        return None
    found = find_dnr(piece)
    if len(found) != 1 or found[0].span.start != 0 or piece[found[0].span.end :].strip(".,;:"):
        return None
    dnr = found[0]
    if dnr.authority:
        return dnr if len(dnr.authority) <= _LETTERS_OF_A_DIARY or is_known_diary(dnr.authority) else None
    return None if re.fullmatch(r"(?:19|20)\d\d[-–](?:19|20)\d\d", dnr.raw) else dnr
