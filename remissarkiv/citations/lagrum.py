"""The grammar of provisions: kapitel, §, moment, stycke, punkt, mening, in lists and ranges.

    group     = provision { join provision }
    provision = [ numbers "kap." ] [ numbers "§" [ detail ] ]  |  detail without § ("tredje stycket 2")
    typed     = chapter ":" section | "kap" number "par" number | "§" numbers    only beside an act's name

A chapter carries over within its group (`2 kap. 9 § och 10 §`), never beyond it. Where several §§ share a
chapter, the chapter is a citation of its own; the cases of lagen.nu count it so.
OCR reads `§` as `$` or `8` and `kap.` as `kap,`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from remissarkiv.acts import Known, known
from remissarkiv.citations.detail import Part, read_detail
from remissarkiv.citations.numbers import ORDINAL, Numbered, number_list
from remissarkiv.citations.provision import Provision
from remissarkiv.domain import Span
from remissarkiv.language.digits import DIGITS

# A number is one of a provision where a sign follows, or the list that it begins goes on. What stands before
# is looked at last: a pattern that begins with a letter is searched for much faster.
_NUMBER_BEGINS = (
    r"(?<=\d)(?<!\w.)(?<!\d[.,:/-].)\d{0,2}(?!\d)(?=\s?(?:[a-zåäö](?=[\s§$,–—-]|kap))?\s{0,3}"
    r"(?:[§$:,&–—8-]|[Kk][Aa][Pp]|[Pp]ar|och|eller|samt|respektive|resp\.|o\s|till|t\.o))"
)
_SIGN_BEGINS = r"(?<=§)(?<!\w.)(?=(?:\s?§)?\.?\s{0,3}\d)"
_BEGINS = (
    rf"{_NUMBER_BEGINS}|{_SIGN_BEGINS}"
    r"|(?<=[Kk])(?<!\w.)(?<!detta .)(?<!samma .)ap(?=\.|itel|\s)"
    r"|(?<=[Pp])(?<!\w.)ar(?:agraf)?(?=[.\s])"
)
_START = re.compile(rf"[§KkPp{DIGITS}](?:{_BEGINS})")
# Few texts have a word with which one begins, and the letters of it are many.
_UNWORDED_START = re.compile(rf"[§{DIGITS}](?:{_NUMBER_BEGINS}|{_SIGN_BEGINS})")
_START_WORDS = tuple(
    re.compile(pattern)
    for pattern in (
        r"kap(?<!\w...)(?=\.|itel|\s)", r"Kap(?<!\w...)(?=\.|itel|\s)", r"par(?<!\w...)(?=agraf|[.\s])",
        r"Par(?<!\w...)(?=agraf|[.\s])",
    )
)  # fmt: skip
_START_OR_STYCKE = re.compile(
    rf"[\d§KkPp](?:{_BEGINS})"
    rf"|(?P<ordinal>(?<!\w)(?i:{ORDINAL})(?=\s{{1,3}}(?:st(?:ycke)?|och|eller|[-–])))"
)
_CHAPTER_SIGN = re.compile(r"\s{0,3}kap(?:\.|,|itlet|itel|(?![^\W\d_]))", re.IGNORECASE)
_SECTION_SIGN = re.compile(r"\s{0,3}(?:§(?:\s?§)?|\${1,2}|paragraf(?:en|erna)?(?!\w)|par\.?(?!\w))")
_EIGHTS = re.compile(r"\s{1,2}88(?=\s+[^\W\d_]{2}|[.,;)])")
_LONE_EIGHT = re.compile(r"\s{0,3}(?P<number>\d{1,3})\s8(?=\s+[^\W\d_]{2})")
_UNSIGNED = re.compile(r"\s{1,3}(?P<number>\d{1,3}(?:\s?[a-h](?!\w))?)(?![\w:/.-])")
_GAP = re.compile(r"\s{0,3}")
_JOIN = re.compile(
    r"\s{0,3}(?:,\s{0,3}(?:och|eller|samt)?|och/eller|och|eller|samt|respektive|resp\.|liksom|jämte|inkl\.|inklusive|o|&)\s{1,3}"
    r"(?:även\s{1,3})?(?:i\s{1,3}(?=\d{1,2}\s?kap))?"
    r"|\s?[-–—]\s?(?=\d{1,3}(?:\s?[a-z])?\s?§)"
)
_COLON = re.compile(r"(?P<chapter>\d{1,2}(?:\s?[a-z])?):(?=\d{1,3}(?!\d))")
# "ÄktB 6:10 a"; letters that are words (`RF 2:6 i`) are not among these.
_COLON_LETTER = re.compile(r"\s?(?P<letter>[a-h])(?![\w:)-])(?!\.\w)")
_TYPED_CHAPTER = re.compile(
    r"kap(?:itel|itlet)?\.?\s{0,2}(?P<chapter>\d{1,2}(?:\s?[a-hj-z](?!\w))?)(?!\d)[,.]?\s{0,3}", re.IGNORECASE
)
_SIGN_FIRST = re.compile(r"\s{0,3}§(?:\s?§)?\s{0,2}(?=\d)")
# "6 § i 4 kap. i miljöbalken"; in "6 § i 4 kap. 2 §" a new provision begins.
_CHAPTER_BEHIND = re.compile(
    r"\s{1,3}i\s{1,3}(?P<chapter>\d{1,2}(?:\s?[a-z])?)\s?kap(?:\.|itlet|itel)(?!\s{0,3}\d)"
)
_TYPED_SIGN = re.compile(r"(?:§(?:\s?§)?|paragraf|par)\.?\s{0,3}", re.IGNORECASE)
MAX_PROVISIONS = 200
"""A group is cut here; a real one has a handful."""


@dataclass(frozen=True, slots=True)
class Group:
    """Provisions that stand together and belong to one act.

    `typed` groups count only beside the name of an act; `detached` ones have no § and belong to the act that
    the text is part of. `loose` tells that the sign after the last number is missing (`KL 2 kap 1`).
    """

    parts: tuple[Part, ...]
    span: Span
    typed: bool = False
    detached: bool = False
    loose: bool = False


def _squeezed(number: str) -> str:
    return "".join(number.split())


def _sections(text: str, start: int, numbers: list[Numbered], chapter: str) -> tuple[list[Part], int] | None:
    """Sections of these numbers; the first part's span begins at `start`."""
    if not numbers:
        return None
    sign = _SECTION_SIGN.match(text, numbers[-1].span.end)
    if sign is None and chapter and len(numbers) > 1:
        sign = _EIGHTS.match(text, numbers[-1].span.end)  # "2 kap. 1 och 8 §§" as OCR reads it: 8 88
    if sign is None:
        return None
    paths = [Provision(chapter=chapter, section=number.value) for number in numbers]
    if len(numbers) == 1:
        return read_detail(text, start, sign.end(), paths[0])
    parts = [Part(path, number.span) for path, number in zip(paths, numbers, strict=True)]
    last, end = read_detail(text, numbers[-1].span.start, sign.end(), paths[-1])
    return [*parts[:-1], *last], end


def _turned(text: str, start: int, place: int, chapter: str) -> tuple[list[Part], int] | None:
    """`2 kap. § 1`: the sign before the numbers of a chapter that begins at `start`."""
    sign = _SIGN_FIRST.match(text, place)
    numbers = number_list(text, sign.end()) if sign else []
    if not numbers or _CHAPTER_SIGN.match(text, numbers[-1].span.end):
        return None
    parts = [Part(Provision(chapter=chapter, section=number.value), number.span) for number in numbers]
    parts[0] = replace(parts[0], span=Span(start, parts[0].span.end))
    return parts, numbers[-1].span.end


def _one(
    text: str, start: int, numbers: list[Numbered], chapter: str
) -> tuple[list[Part], int, str, bool] | None:
    """One provision at `start`, where these numbers stand: its parts, where it ends, the chapter in force
    after it, whether loose."""
    if not numbers:
        return None
    sign = _CHAPTER_SIGN.match(text, numbers[-1].span.end)
    if sign is None:
        found = _sections(text, start, numbers, chapter)
        return (*found, chapter, False) if found else None
    end = sign.end() - (1 if text[sign.end() - 1] == "," else 0)
    chapters = [Part(Provision(chapter=number.value), number.span) for number in numbers]
    chapters[-1] = Part(chapters[-1].path, Span(numbers[-1].span.start, end))
    last = numbers[-1].value
    gap = _GAP.match(text, sign.end())
    place = gap.end() if gap else sign.end()
    sections = number_list(text, place)
    found = _sections(text, start, sections, last)
    if found and len(numbers) == 1:
        parts, found_end = found
        return ([*chapters, *parts] if len(sections) > 1 else parts), found_end, last, False
    if found:
        return [*chapters[:-1], *found[0]], found[1], last, False
    if len(numbers) == 1 and (turned := _turned(text, start, sign.end(), last)):
        return (*turned, last, False)
    if eight := _LONE_EIGHT.match(text, sign.end()):
        path = Provision(chapter=last, section=eight["number"])
        return [Part(path, Span(start, eight.end()))], eight.end(), last, False
    unsigned = _UNSIGNED.match(text, sign.end())
    if unsigned and len(numbers) == 1 and not _CHAPTER_SIGN.match(text, unsigned.end()):
        path = Provision(chapter=last, section=_squeezed(unsigned["number"]))
        return [*chapters, Part(path, Span(start, unsigned.end()))], unsigned.end(), last, True
    return chapters, end, last, False


def _written(text: str, start: int, numbers: list[Numbered]) -> Group | None:
    """A group as statutes and decisions write it, which begins with these numbers."""
    parts: list[Part] = []
    place, end, chapter, loose = start, start, "", False
    while len(parts) < MAX_PROVISIONS:
        found = _one(text, place, numbers, chapter)
        if found is None:
            break
        more, end, chapter, loose = found
        parts.extend(more)
        join = None if loose else _JOIN.match(text, end)
        if join is None:
            break
        place = join.end()
        numbers = number_list(text, place)
    if parts and not chapter and parts[0].path.section and (behind := _CHAPTER_BEHIND.match(text, end)):
        chapter, end = _squeezed(behind["chapter"]), behind.end()
        parts = [Part(replace(part.path, chapter=chapter), part.span) for part in parts]
        parts[-1] = replace(parts[-1], span=Span(parts[-1].span.start, end))
    return Group(tuple(parts), Span(start, end), loose=loose) if parts else None


def _typed(text: str, start: int) -> Group | None:
    """What people type: `2:1`, `26:1-3`, `2:1 och 2:2`, `kap 2 par 8`, `§ 8`, `§ 2 kap 2`."""
    group = _typed_one(text, start)
    if group is None or not _COLON.match(text, start):
        return group
    parts, end = list(group.parts), group.span.end
    while len(parts) < MAX_PROVISIONS:
        join = _JOIN.match(text, end)
        more = _typed_one(text, join.end()) if join and _COLON.match(text, join.end()) else None
        if more is None:
            break
        parts.extend(more.parts)
        end = more.span.end
    return Group(tuple(parts), Span(start, end), typed=True)


def _typed_one(text: str, start: int) -> Group | None:
    chapter, place = "", start
    if colon := _COLON.match(text, start):
        chapter, place = _squeezed(colon["chapter"]), colon.end()
    else:
        if kap := _TYPED_CHAPTER.match(text, start):
            chapter, place = _squeezed(kap["chapter"]), kap.end()
        sign = _TYPED_SIGN.match(text, place)
        if sign is None:
            if not chapter:
                return None
            found = _sections(text, start, number_list(text, place), chapter)
            if found:
                return Group(tuple(found[0]), Span(start, found[1]), typed=True)
            end = start + len(text[start:place].rstrip(" ,\n\t\u00a0"))
            return Group((Part(Provision(chapter=chapter), Span(start, end)),), Span(start, end), typed=True)
        place = sign.end()
    numbers = number_list(text, place)
    if not numbers:
        return None
    last = numbers[-1]
    if colon and last.value.isdigit() and (letter := _COLON_LETTER.match(text, last.span.end)):
        numbers[-1] = Numbered(last.value + letter["letter"], Span(last.span.start, letter.end()))
    last_end = numbers[-1].span.end
    behind = _GAP.match(text, last_end)
    kap = _TYPED_CHAPTER.match(text, behind.end() if behind else last_end) if not chapter else None
    if kap and len(numbers) == 1 and not _SECTION_SIGN.match(text, kap.end()):
        span = Span(start, kap.end("chapter"))
        path = Provision(chapter=_squeezed(kap["chapter"]), section=numbers[0].value)
        return Group((Part(path, span),), span, typed=True)
    paths = [Provision(chapter=chapter, section=number.value) for number in numbers]
    parts = [Part(path, number.span) for path, number in zip(paths, numbers, strict=True)]
    end = numbers[-1].span.end
    parts[0] = replace(parts[0], span=Span(start, parts[0].span.end))
    if len(numbers) == 1:
        sign = _SECTION_SIGN.match(text, end)
        found = read_detail(text, start, sign.end() if sign else end, paths[0])
        parts, end = found
    return Group(tuple(parts), Span(start, end), typed=True)


def _start(text: str) -> re.Pattern[str]:
    """What finds where the groups of `text` begin: the same as `_START`."""
    return _START if any(word.search(text) for word in _START_WORDS) else _UNWORDED_START


def find_groups(text: str, taken: Sequence[Span] = (), *, detached: bool) -> Iterator[Group]:
    """Every group of provisions, in order and without overlaps; `detached` ones too, where asked for.

    None begins in what is `taken` (in order): in `RÅ 2010 ref. 1, 2 kap. 1 §` the 1 is that of the case.
    """
    place, begins, index = 0, _START_OR_STYCKE if detached else _start(text), 0
    while start := begins.search(text, place):
        at = start.start()
        while index < len(taken) and taken[index].end <= at:
            index += 1
        if index < len(taken) and taken[index].start <= at:
            place = taken[index].end
            continue
        place = start.end()
        if text[at].isdigit():
            numbers = number_list(text, at)
            group = _written(text, at, numbers) or (_typed(text, at) if _COLON.match(text, at) else None)
            if group is None:
                place = max(place, numbers[-1].span.end if numbers else place)
                continue
        elif detached and start["ordinal"]:
            parts, end = read_detail(text, at, at, Provision())
            group = Group(tuple(parts), Span(at, end), detached=True) if end > at else None
        else:
            group = _typed(text, at)
        if group is not None:
            yield group
            place = max(place, group.span.end)


def tidied(group: Group, *, beside: bool, unmarked: bool) -> Group:
    """Beside an act `2 kap 1` is 2 kap. 1 §; alone only the chapter is sure. In a text without å, ä and ö
    (`unmarked`) `2 kap. 18` is 2 kap. 1 § with its sign misread."""
    if not group.loose:
        return group
    parts = (*group.parts[:-2], group.parts[-1]) if beside else group.parts[:-1]
    number = parts[-1].path.section
    if len(number) > 1 and number.endswith("8") and unmarked:
        path = replace(parts[-1].path, section=number[:-1])
        parts = (*parts[:-1], Part(path, parts[-1].span))
    return Group(parts, Span(group.span.start, parts[-1].span.end))


def may_reach(group: Group | None, number: str) -> bool:
    """Whether the act of this number goes as far as the group, for all that is known of it."""
    if group is None:
        return True
    return all(known(f"{number}#{part.path.fragment()}") is not Known.BEYOND_ACT for part in group.parts)
