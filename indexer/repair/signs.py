"""Signs and single letters taken for each other: `1` for `i`, `$` for `§`, `e` for a bullet."""

import re
from collections.abc import Iterator

from indexer.normalise.mapping import Edit
from remissarkiv.domain import Span

_RULE = "ocr-sign"
_COST = 0.1

# `forslaget 1 motionen`: a word, the sign alone, a word. After `kapitel` or `punkt`, and before a unit or a
# month, it is a number.
_LONE = re.compile(r"(?<=[^\W\d_][ \n])[1l|!\[\]](?=[ \n]([^\W\d_]{2,}))")
# `| motionen`, `. 1 motionen`: where a sentence begins it was an I.
_OPENING = re.compile(r"(?:(?<=[.!?] )1|(?:^|(?<=[.!?] ))[|l!\[\]])(?= ([a-zåäö]\w+))", re.MULTILINE)
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

# `2 kap, 1 $`, `7$`; doubled where several are named: `$$`.
_DOLLAR = re.compile(
    r"(?<=\d)( ?)[$](?=[\s,.;)]|\Z)|(?<![\w$])[$][$](?=\s)|(?<=[\s(])[$](?= ?\d{1,3}\b(?![/-]))"
)
_OF_LAW = re.compile(r"\bkap\b|lag(?:en|ens)?\b|balken|f.{1,2}rordning|\bstycket|[$§]{2}", re.IGNORECASE)

# `1 kap. 2 8 kommunallagen`: a lone 8 or S after the number of a § in a chapter.
_AFTER_CHAPTER = re.compile(r"(?<=\bkap[.,] )(\d{1,3} ?[a-z]?) [8S](?=[\s,.;)])")
# `2 kap. 18 kommunallagen`: the sign would stand between the number and the act, so the 8 is the sign.
_BEFORE_ACT = re.compile(
    r"(?<=\bkap[.,] )(\d{1,2})[8S](?=\s+\w{0,40}(?:lag|balk|f.{1,2}rordning)(?:en|ens)\b)"
)
# `$2018/9902` is a diary number of S.
_DIARY_S = re.compile(r"(?<![\w$])[$](?=\d{4}/\d)")

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
        *_paragraph_signs(text, stretch),
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
        yield Edit(Span(match.start(), match.start() + 1), "i", _RULE, _COST)


def _opening_letters(text: str, stretch: Span) -> Iterator[Edit]:
    for match in _OPENING.finditer(text, stretch.start, stretch.end):
        if match[1].lower() not in _UNITS and not _is_table(text, match.start()):
            yield Edit(Span(*match.span()), "I", _RULE, _COST)


def _is_table(text: str, place: int) -> bool:
    """Whether the line has several rules or brackets near: a table, or a text that uses them."""
    start = text.rfind("\n", max(0, place - _WIDTH), place) + 1 or max(0, place - _WIDTH)
    end = text.find("\n", place, place + _WIDTH)
    line = text[start : end if end >= 0 else place + _WIDTH]
    return sum(line.count(sign) for sign in "|[]") > 1


def _paragraph_signs(text: str, stretch: Span) -> Iterator[Edit]:
    for match in _DOLLAR.finditer(text, stretch.start, stretch.end):
        signs = "§" * match.group().count("$")
        around = text[max(stretch.start, match.start() - _WIDTH) : match.end() + _WIDTH]
        if not _OF_LAW.search(around):
            continue  # `8 $` in a table is money
        yield Edit(Span(*match.span()), f"{match[1] or ''}{signs}", _RULE, _COST)
    for match in _AFTER_CHAPTER.finditer(text, stretch.start, stretch.end):
        yield Edit(Span(match.end() - 1, match.end()), "§", _RULE, _COST)
    for match in _BEFORE_ACT.finditer(text, stretch.start, stretch.end):
        yield Edit(Span(match.end() - 1, match.end()), " §", _RULE, _COST)
    for match in _DIARY_S.finditer(text, stretch.start, stretch.end):
        yield Edit(Span(*match.span()), "S", _RULE, _COST)


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
            yield Edit(Span(match.start(1), match.end(1)), "•", _RULE, _COST)
