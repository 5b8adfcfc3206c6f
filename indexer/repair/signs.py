"""Signs and single letters taken for each other: `1` for `i`, `e` for a bullet. Those of law: `law_signs`."""

import re
from collections.abc import Iterator

from indexer.normalise.mapping import Edit
from indexer.repair.law_signs import COST, RULE, misread_law_signs
from remissarkiv.domain import Span

# The sign first, then what stands before it: a pattern that begins by looking back is tried at every letter.
# `forslaget 1 motionen`: a word, the sign alone, a word. After `kapitel` or `punkt`, and before a unit or a
# month, it is a number.
_LONE = re.compile(r"[1l|!\[\]](?<=[^\W\d_][ \n].)(?=[ \n]([^\W\d_]{2,}))")
# `| motionen`, `. 1 motionen`: where a sentence begins it was an I.
_OPENING = re.compile(r"[1|l!\[\]](?= ([a-zåäö]\w+))(?:(?<=[.!?] .)|(?<!1)(?<=^.))", re.MULTILINE)
_NUMBERED = frozenset(
    "kap kapitel punkt punkten nr nummer sida sid bilaga del steg fas alternativ paragraf moment mom "
    "stycke tabell figur artikel etapp nivå klass grupp typ vecka protokoll plan version år dag den minst "
    "högst cirka ca under over över mellan till och eller om".split()
)
_UNITS = frozenset(
    "kap st st. kr kronor tkr mkr mnkr miljon miljoner miljard miljarder procent januari februari mars april "
    "maj juni juli augusti september oktober november december år ar dag dagar vecka veckor timme timmar "
    "kilometer meter km mom och eller samt till av ledamot person tjänst".split()
)
_BEFORE = re.compile(r"([^\W\d_]+)[ \n]\Z")

_BULLET = re.compile(r"^[ \t]{0,8}([»«*+¢°©®eo•·▪■-])(?= (\S))", re.MULTILINE)
_SURE_BULLETS = frozenset("»«¢°©®")
_WIDTH = 120
"""Characters to each side that are looked at; a line may be a megabyte."""

_NEAR = 400
"""Characters between two items of one list."""


def misread_signs(text: str, stretch: Span) -> Iterator[Edit]:
    """Edits for the signs in a damaged stretch of text, in order and apart."""
    found = [
        *_lone_letters(text, stretch),
        *_opening_letters(text, stretch),
        *misread_law_signs(text, stretch),
        *_bullets(text, stretch),
    ]
    end = stretch.start
    for edit in sorted(found, key=lambda edit: edit.span):
        if edit.span.start >= end:
            yield edit
            end = edit.span.end


def _lone_letters(text: str, stretch: Span) -> Iterator[Edit]:
    for match in _LONE.finditer(text, stretch.start, stretch.end):
        before = _BEFORE.search(text, max(stretch.start, match.start() - 40), match.start())
        after = match[1].lower()
        if before is None or before[1].lower() in _NUMBERED or after in _UNITS or not match[1][0].isalpha():
            continue
        if match.group() in "|[]" and _is_table(text, match.start()):
            continue
        yield Edit(Span(match.start(), match.start() + 1), "i", RULE, COST)


def _opening_letters(text: str, stretch: Span) -> Iterator[Edit]:
    for match in _OPENING.finditer(text, stretch.start, stretch.end):
        if match[1].lower() not in _UNITS and not _is_table(text, match.start()):
            yield Edit(Span(*match.span()), "I", RULE, COST)


def _is_table(text: str, place: int) -> bool:
    """Whether the line has several rules or brackets near: a table, or a text that uses them."""
    start = text.rfind("\n", max(0, place - _WIDTH), place) + 1 or max(0, place - _WIDTH)
    end = text.find("\n", place, place + _WIDTH)
    line = text[start : end if end >= 0 else place + _WIDTH]
    return sum(line.count(sign) for sign in "|[]") > 1


def _bullets(text: str, stretch: Span) -> Iterator[Edit]:
    """A letter or sign alone before an item, where a neighbouring line has one too."""
    found = list(_BULLET.finditer(text, stretch.start, stretch.end))
    for number, match in enumerate(found):
        sign = match[1]
        if sign in "•·▪■-":
            continue
        near = [other for other in found[max(0, number - 1) : number + 2] if other is not match]
        in_list = any(abs(other.start() - match.start()) < _NEAR for other in near)
        if in_list or sign in _SURE_BULLETS:
            yield Edit(Span(match.start(1), match.end(1)), "•", RULE, COST)
