"""What follows a §: moment, stycke, punkt, mening, with their lists (`första och andra styckena`, `2-4`)."""

import re
from dataclasses import dataclass, replace

from remissarkiv.citations.numbers import MAX_NUMBERS, ORDINAL, ORDINALS, number_list
from remissarkiv.citations.provision import Provision
from remissarkiv.domain import Span


@dataclass(frozen=True, slots=True)
class Part:
    """One cited place and where it stands in the text."""

    path: Provision
    span: Span


_AND = r"(?:\s{0,3},\s{0,3}|\s{1,3}(?:och|eller|samt|o)\s{1,3}|\s?[-–—]\s?)"
_MOMENT = re.compile(
    r"\s{0,3}(?:(?P<before>(?:\d{1,2}\s?(?:,|och|eller|samt|[-–—])\s?){0,8})(?P<a>\d{1,2})\s?mom(?:\.|entet|ent)?(?!\w)|mom(?:\.|ent)?\s(?P<b>\d{1,2})(?!\d))"
)
_STYCKE = re.compile(
    rf"\s{{0,3}}(?:(?P<first>{ORDINAL}|\d{{1,2}})(?P<rest>(?:{_AND}(?:{ORDINAL}|\d{{1,2}})){{0,6}})\s{{0,3}}"
    r"(?:stycken(?:a)?s?|sty[ce]ket?s?|st\.|st(?!\w))|(?:st\.?|stycke)\s(?P<after>\d{1,2})(?![\d.:/]))",
    re.IGNORECASE,
)
_ONE_OF = re.compile(rf"{ORDINAL}|\d{{1,2}}", re.IGNORECASE)
_PUNKT_ORDINAL = re.compile(rf"\s{{0,3}}(?P<number>{ORDINAL})\s{{1,3}}punkten(?!\w)", re.IGNORECASE)
_PUNKT_WORD = re.compile(r"\s{0,3}(?:punkt(?:en|erna)?|p\.?|pkt\.?)\s{0,3}(?=\d)")
# "de i 3 § under 1-4 angivna", but "3 § under 2 timmar".
_PUNKT_UNDER = re.compile(
    r"\s{1,3}under\s{1,3}(?=\d{1,2}(?:\s?[a-h])?(?:\s?[-–—,]\s?\d|[.;)]|\Z|\s{1,3}(?:och|eller|samt)\s{1,3}\d"
    r"|\s{1,3}(?:i\s|angiv|nämn|avse|uppta|lagen|förordningen|\w{3,30}(?:lagen|balken|förordningen))))"
)
_PUNKT_TAIL = re.compile(r"\s{0,2}(?:p\.|p(?!\w)|pkt\.?|punkterna)")
_PUNKT_AFTER = re.compile(r"\s{1,3}(?P<number>\d{1,2})\s?(?:p\.|p(?!\w)|punkten)")
_LINE_GAP = r"(?:[ \t\u00a0]{1,2}|[ \t]?\n(?!\d{1,2}\.?\s+[A-ZÅÄÖ]))"
_NOT_AFTER_ITEM = (
    r"(?![\w%])(?![.:/]\d)(?!\s?[-–]\s?\d{3})(?!\s{0,3}(?:kap(?!a)|§|\$|st(?!\w)|mom(?!e?\w{4})|stycke|procent|kr(?!\w)|kronor|"
    r"mkr|år(?!\w)|dagar|månader|veckor|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|"
    r"december|punkt|par(?!\w)|men\.|meningen))"
)
_ITEM = re.compile(
    r"(?P<number>\d{1,2})(?:\s?(?P<letter>[a-hj-nqrt-z])(?!\w)(?!\s{0,2}§))?(?P<paren>\))?" + _NOT_AFTER_ITEM
)
_LETTER_ITEM = re.compile(r"(?P<letter>[a-hj-n])\)?(?!\w)(?!\.\w)(?!\s{0,2}(?:§|kap))")
_FIRST_ITEM_GAP = re.compile(_LINE_GAP)
_ITEM_JOIN = re.compile(r"\s{0,3}(?:,|[-–—]|(?:och|eller|samt|o)(?=\s))\s{0,3}")
_MENING = re.compile(rf"\s{{0,3}}(?P<number>{ORDINAL}|\d)\s{{1,3}}(?:meningen|men\.)", re.IGNORECASE)
_NEXT_STYCKE = re.compile(
    rf"\s{{0,3}}(?:,|och|eller|samt)\s{{1,3}}(?={ORDINAL}\s{{1,3}}(?:stycke|och|eller|[-–])|\d{{1,2}}\s?st(?:\.|\s|ycke))",
    re.IGNORECASE,
)
_AND_ITEM = re.compile(r"\s{1,3}(?:och|eller|samt)\s{1,3}(?=\d{1,2}(?:\s?[a-h])?(?:\s[^\W\d_]{2}|[,.;]))")
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
_SIGN_AHEAD = re.compile(r"\s{0,3}(?:(?P<several>§\s?§|\$\$|kap)|§|\$)")


def _ordinal(word: str) -> str:
    return ORDINALS.get(word.lower(), word)


def _begins_provision(text: str, place: int, section: str) -> bool:
    """Whether the numbers at `place` are the next §§ or chapters: in `5 § 1, 6 och 7 §§` 6 is no punkt. One
    sign is of one number: in `9 § 2, 4 samt 10 §` 4 is a punkt. And §§ rise: in `4 § 1 och 2 samt 5-7 §§`, of
    § `section`, 2 is a punkt."""
    numbers = number_list(text, place)
    sign = _SIGN_AHEAD.match(text, numbers[-1].span.end) if numbers else None
    if sign is None or len(numbers) == 1:
        return sign is not None
    falls = bool(section) and _rank(numbers[0].value) <= _rank(section) <= _rank(numbers[-1].value)
    return sign["several"] is not None and (sign["several"] == "kap" or not falls)


def _rank(number: str) -> tuple[int, str]:
    digits = number.rstrip(_LETTERS)
    return int(digits), number[len(digits) :]


def _items(text: str, place: int, section: str) -> tuple[list[tuple[str, Span]], int]:
    """The punkter of § `section` that begin after a blank at `place`, and where they end."""
    found: list[tuple[str, Span]] = []
    end = place
    ordinal = _PUNKT_ORDINAL.match(text, place)
    if ordinal:
        return [(_ordinal(ordinal["number"]), Span(ordinal.start("number"), ordinal.end()))], ordinal.end()
    after = _PUNKT_AFTER.match(text, place)
    if after:
        return [(after["number"], Span(after.start("number"), after.end()))], after.end()
    gap = (
        _PUNKT_WORD.match(text, place)
        or _PUNKT_UNDER.match(text, place)
        or _FIRST_ITEM_GAP.match(text, place)
    )
    while gap is not None and len(found) < MAX_NUMBERS:
        if found and _begins_provision(text, gap.end(), section):
            break
        match = _ITEM.match(text, gap.end())
        last = found[-1][0] if found else "a"
        letter = _LETTER_ITEM.match(text, gap.end()) if last[-1].isalpha() and not match else None
        if match:
            found.append((match["number"] + (match["letter"] or ""), Span(*match.span())))
        elif letter:
            # "2 a-c" is 2 a and 2 c.
            number = last.rstrip(_LETTERS) if found else ""
            found.append((number + letter["letter"], Span(*letter.span())))
        else:
            break
        end = found[-1][1].end
        gap = _ITEM_JOIN.match(text, end)
    tail = _PUNKT_TAIL.match(text, end) if len(found) > 1 else None
    return found, tail.end() if tail else end


def _with_items(text: str, start: int, place: int, path: Provision) -> tuple[list[Part], int]:
    """`path` that ends at `place`, narrowed by the punkter and mening behind it."""
    items, end = _items(text, place, path.section)
    if len(items) == 1:
        path, place = replace(path, punkt=items[0][0]), end
        items = []
    mening = _MENING.match(text, end)
    if mening and not items:
        path = replace(path, mening=_ordinal(mening["number"]))
        return [Part(path, Span(start, mening.end()))], mening.end()
    if not items:
        return [Part(path, Span(start, place))], place
    parts = [Part(replace(path, punkt=value), span) for value, span in items]
    if path.section:
        return [Part(path, Span(start, place)), *parts], end
    parts[0] = Part(parts[0].path, Span(start, parts[0].span.end))
    return parts, end


def _stycken(text: str, start: int, match: re.Match[str], path: Provision) -> tuple[list[Part], int]:
    if match["after"] or not match["rest"]:
        return _with_items(
            text, start, match.end(), replace(path, stycke=_ordinal(match["after"] or match["first"]))
        )
    words = list(_ONE_OF.finditer(text, match.start("first"), match.end("rest")))
    parts = [Part(replace(path, stycke=_ordinal(word[0])), Span(*word.span())) for word in words]
    parts[0] = Part(parts[0].path, Span(start, parts[0].span.end))
    last, end = _with_items(text, words[-1].start(), match.end(), parts[-1].path)
    return [*parts[:-1], *last], end


def read_detail(text: str, start: int, place: int, path: Provision) -> tuple[list[Part], int]:
    """What narrows `path`, whose words begin at `start` and end at `place`: the parts and where they end.

    Without any detail the answer is `path` itself. A path without § reads a detached "tredje stycket 2", and
    answers ([], place) when there is none.
    """
    before: list[Part] = []
    moment = _MOMENT.match(text, place)
    if moment and path.section:
        for number in re.finditer(r"\d{1,2}", moment["before"] or ""):
            at = moment.start("before") + number.start()
            part = Part(replace(path, moment=number[0]), Span(at if before else start, at + len(number[0])))
            before.append(part)
        start = moment.start("a") if before else start
        path, place = replace(path, moment=moment["a"] or moment["b"]), moment.end()
    more, end = _below_moment(text, start, place, path)
    return [*before, *more], end


def _below_moment(text: str, start: int, place: int, path: Provision) -> tuple[list[Part], int]:
    stycke = _STYCKE.match(text, place)
    if stycke is None:
        return _with_items(text, start, place, path) if path.section else ([], place)
    parts, end = _stycken(text, start, stycke, path)
    while len(parts) < MAX_NUMBERS:
        join = _NEXT_STYCKE.match(text, end)
        again = _STYCKE.match(text, join.end()) if join else None
        if join is None or again is None:
            break
        more, end = _stycken(text, join.end(), again, path)
        parts.extend(more)
    if not path.section and len(parts) == 1 and not parts[0].path.punkt:
        # "i första stycket och 3": the punkt belongs to the stycke just named.
        join = _AND_ITEM.match(text, end)
        item = _ITEM.match(text, join.end()) if join and not _begins_provision(text, join.end(), "") else None
        if item:
            value = item["number"] + (item["letter"] or "")
            parts.append(Part(replace(parts[0].path, punkt=value), Span(*item.span())))
            end = item.end()
    return parts, end
