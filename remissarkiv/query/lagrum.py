"""Citation keys from what a person types: one §, several, or a range of them."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from remissarkiv.acts import eu_names
from remissarkiv.citations import Citation, find_citations, key_ancestors
from remissarkiv.domain import Span
from remissarkiv.query.pasted_keys import pasted_keys, whole_key

_SFS_NUMBER = r"(?:(?i:sfs)\s{1,3})?((?:1[6-9]|20)[0-9]{2}:[0-9]{1,4})"
_SFS = re.compile(rf"(?<![\w:/]){_SFS_NUMBER}(?![\w:/#])")
# `1991:900 2 kap. 1 §` and `2 kap. 1 § 1991:900`: nobody writes so in a document, but in a search box.
_SFS_FIRST = re.compile(rf"\s*{_SFS_NUMBER}[\s,]{{1,4}}(.+)", re.S)
_SFS_LAST = re.compile(rf"(.+?)[\s,]{{1,4}}{_SFS_NUMBER}\s*", re.S)
# The §§ of a chapter, and the pages of a print.
_PARAGRAPH = re.compile(r"(?P<stem>.*#(?:(?:K[0-9]+[a-z]?)?P|sid))(?P<number>[0-9]{1,4})")
_THROUGH = re.compile(r"[\s§]{0,6}(?:-|–|—|‐|‑|till och med|t\.o\.m\.|till)[\s§]{0,4}")
# What may stand between two pieces of one citation: `kommunallagen (2017:725) 2 kap. 1 §`, `1 och 2 §§`.
_BESIDE = re.compile(
    r"[\s,(]{0,4}(?:[^\W\d_]{0,40}(?:lag|balk|ordning)(?:en)?\s{0,3})?[\s,()]{0,4}(?:SFS\s{0,3})?", re.I
)
_AND = re.compile(r"[\s,§]{0,6}(?:(?:och|samt|eller|o)(?!\w)|[,&])?[\s§]{0,4}", re.I)
# `5 § 2031:9999` and `1991:900 2 kap. 1 §` among other words: a § on either side of a lone number.
_LETTERED = r"[0-9]{1,3}(?:\s?[a-z](?![^\W_]))?"
_PROVISION = (
    rf"(?:{_LETTERED}\s{{0,2}}kap\.?\s{{0,2}})?"
    rf"{_LETTERED}(?:\s{{0,2}}(?:[-–,]|och)\s{{0,2}}{_LETTERED})?\s{{0,2}}§(?:\s?§)?"
)
_BEFORE_NUMBER = re.compile(rf"(?<![\w:/.-]){_PROVISION}[\s,]{{1,4}}(?:i\s|SFS\s|\()?\Z", re.I)
_AFTER_NUMBER = re.compile(rf"\)?[\s,]{{1,4}}({_PROVISION}|{_LETTERED}\s{{0,2}}kap\.?)", re.I)
_LONGEST_PROVISION = 60
_NO_LAW = "0:0"
"""Stands for the act that nobody has named."""

# `2:1`, `kap 2`, `8 §`: a lagrum to whoever types it after `lag:`, but of which act?
_TYPED = re.compile(
    rf"(?:kap\.?\s{{0,2}}|§{{1,2}}\s{{0,2}})?{_LETTERED}(?:\s{{0,2}}(?:kap\.?|par\.?|:))?"
    rf"(?:\s{{0,2}}(?:§|par\.?)?\s{{0,2}}{_LETTERED}(?:\s?(?:§|par))?)?(?:\s?§)?",
    re.I,
)
_PAIR = r"(?<![\w:/.-])[0-9]{1,2}(?:\s?[a-z])?:[0-9]{1,3}(?:\s?[a-z](?![^\W_]))?(?![\w:/.-])"
_LISTED = re.compile(r"(?P<chapter>[0-9]{1,2}(?:\s?[a-z])?):(?P<number>[0-9]{1,3}(?:\s?[a-z](?![^\W_]))?)")
_LIST = re.compile(rf"{_PAIR}(?:\s{{0,3}}(?:,|&|(?:och|o|samt|eller)(?!\w))\s{{0,3}}{_PAIR}){{1,20}}", re.I)
_BODY = re.compile(
    r"(?<!\w)(?:JO|JK|ARN|justitieombudsmannen|justitiekanslern)(?::?s)?\s{1,3}(?:beslut\s{1,3})?"
    r"(?:(?:med\s)?d(?:iarie)?nr\.?:?\s{0,3})?\Z",
    re.I,
)
_EU_ACT = re.compile(r"(?<![\w-])([^\W\d_]{2,40}),?\s{1,3}(?:i\s)?\Z")
# `direktiv 2014/24/EU`, `förordning (EU) 2016/679`, `mål C-280/00`
_EU_KIND = re.compile(
    r"(?<![\w-])(?:(?:E[UG]-)?(?:direktiv|förordning|ramdirektiv|rambeslut|beslut|"
    r"rekommendation)(?:et|en)?|mål(?:et)?)?\s{0,3}"
    r"(?:\((?:EU|EG|EEG|Euratom)\)|(?<!\w)(?:EU|EG|EEG))?\s{0,3}(?:nr\s{1,3})?\Z",
    re.I,
)
# `EU 2016/679 artikel 6`: the article is the citation, the act before it is named in it.
_EU_NUMBER = re.compile(
    r"(?:(?<!\w)\(?(?:EU|EG|EEG|Euratom)\)?\s{1,3}(?:nr\s{1,3})?[0-9]{1,4}/[0-9]{1,4}"
    r"|(?<![\w/])[0-9]{2,4}/[0-9]{1,4}/(?:EU|EG|EEG)),?\s{1,3}(?:i\s)?\Z",
    re.I,
)
_LONGEST_LEAD = 60
_NEAR = 3
"""Citations that may lie over one another: those of one list."""

MAX_RANGE = 200
"""A range of more §§ than any act's chapter holds is taken as its two ends."""


def read_lagrum(text: str) -> tuple[str, ...]:
    """The keys that `text` cites, most exact ones only, ranges spelled out; () when it cites nothing.

    `2 kap. 1-3 §§ kommunallagen` gives the keys of 1, 2 and 3 §; a bare `kommunallagen` that of the act.
    """
    text = text.strip()
    if key := whole_key(text):
        return (key,)
    sfs = _SFS.fullmatch(text)
    if sfs:
        return (sfs[1],)
    keys = keys_of(text, find_citations(text))
    return keys or _numbered(text)


def _numbered(text: str) -> tuple[str, ...]:
    """The keys of provisions beside nothing but the number of their act."""
    first, last = _SFS_FIRST.fullmatch(text), _SFS_LAST.fullmatch(text)
    law, rest = (first[1], first[2]) if first else (last[2], last[1]) if last else ("", "")
    return keys_of(rest, find_citations(rest, law=law)) if law else ()


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """Citations that stand together and are one thing to the reader: where, and what they cite."""

    span: Span
    keys: tuple[str, ...]


def cited_places(text: str) -> list[CitedPlace]:
    """The citations of a text in groups: an act and the §§ named beside it, or several §§ of one chapter.

    A lone number of an act, `2017:725` or `SFS 2017:725`, is one as well, and so is a pasted key or link; a
    document would say more.
    """
    pasted = [CitedPlace(span, (key,)) for span, key in pasted_keys(text)]
    places = [
        *pasted,
        *(place for place in _grouped(text) if not any(place.span.overlaps(key.span) for key in pasted)),
    ]
    named: dict[Span, Span] = {}
    taken = sorted(place.span for place in places)
    for number in _SFS.finditer(text):
        span = Span(*number.span())
        last = bisect_left(taken, span.end, key=lambda other: other.start)
        over = [other for other in taken[max(0, last - _NEAR) : last] if other.overlaps(span)]
        if not over:
            places.append(_beside_number(text, span, number[1]))
        elif over == [Span(number.start(1), number.end())]:
            named[over[0]] = span
    places = [CitedPlace(named.get(place.span, place.span), place.keys) for place in places]
    whole = (CitedPlace(Span(_lead(text, place), place.span.end), place.keys) for place in places)
    return sorted(whole, key=lambda place: place.span)


def _lead(text: str, place: CitedPlace) -> int:
    """Where what belongs to a citation begins that the reader leaves out: `JO dnr` before `3497-2000`,
    `dataskyddsförordningen` before `artikel 35`, `direktiv` before `2014/24/EU`."""
    start, root = place.span.start, place.keys[0].partition("#")[0] if place.keys else ""
    before = text[max(0, start - _LONGEST_LEAD) : start]
    if root.startswith("avg/"):
        body = _BODY.search(before)
        return start - len(body[0]) if body else start
    if root.startswith("ext/"):
        act = _EU_ACT.search(before)
        if act and eu_names().get(act[1].lower()) == root:
            return start - len(act[0])
        if number := _EU_NUMBER.search(before):
            start, before = start - len(number[0]), before[: number.start()]
        kind = _EU_KIND.search(before)
        return start - len(kind[0].lstrip()) if kind else start
    return start


def _beside_number(text: str, span: Span, law: str) -> CitedPlace:
    """A lone number of an act with the § that stands beside it, or the number alone."""
    begin = max(0, span.start - _LONGEST_PROVISION)
    before = _BEFORE_NUMBER.search(text[begin : span.start])
    if before:
        around = Span(begin + before.start(), span.end)
        keys = keys_of(before[0], find_citations(before[0], law=law))
    elif after := _AFTER_NUMBER.match(text, span.end, span.end + _LONGEST_PROVISION):
        around = Span(span.start, after.end())
        keys = keys_of(after[1], find_citations(after[1], law=law))
    else:
        return CitedPlace(span, (law,))
    return CitedPlace(around, keys) if keys else CitedPlace(span, (law,))


def without_act(text: str) -> list[Span]:
    """The provisions of a text whose act nobody can tell: `2 kap. 1 §` with no act named anywhere.

    `2:1` is one only where it is all there is: among words it is as well a score or a time.
    """
    if find_citations(text):
        return []
    typed = text.strip()
    if _TYPED.fullmatch(typed) and not typed.isdigit():
        return [Span(0, len(text))]
    return [found.span for found in find_citations(text, law=_NO_LAW) if found.key.startswith(_NO_LAW)]


def _grouped(text: str) -> list[CitedPlace]:
    groups: list[list[Citation]] = []
    last: Citation | None = None  # of the group so far, the one that reaches furthest
    for citation in sorted(find_citations(text), key=lambda found: (found.span.start, -found.span.end)):
        if last is not None and _belongs(text, last, citation):
            groups[-1].append(citation)
            last = citation if citation.span.end > last.span.end else last
        else:
            groups.append([citation])
            last = citation
    places = []
    for group in groups:
        span = Span(group[0].span.start, max(citation.span.end for citation in group))
        for typed in _typed_lists_over(text, span):
            span = Span(min(typed.start, span.start), max(typed.end, span.end))
        if text.count("(", *span) > text.count(")", *span) and text[span.end : span.end + 1] == ")":
            span = Span(span.start, span.end + 1)
        places.append(CitedPlace(span, keys_of(text, tuple(group))))
    return places


def _belongs(text: str, last: Citation, citation: Citation) -> bool:
    """Whether a citation goes on where the group that ends with `last` does, in the same act."""
    if citation.span.start < last.span.end:
        return True
    if citation.key.partition("#")[0] != last.key.partition("#")[0]:
        return False
    between = text[last.span.end : citation.span.start]
    if _BESIDE.fullmatch(between):
        return True
    complete = "#" not in last.key
    return not complete and bool(_AND.fullmatch(between) or _THROUGH.fullmatch(between))


def keys_of(text: str, citations: tuple[Citation, ...]) -> tuple[str, ...]:
    """The keys of citations found in `text`: ends of ranges filled out, acts and chapters dropped when a §
    of them is cited."""
    keys: list[str] = []
    for index, citation in enumerate(citations):
        if index:
            before = citations[index - 1]
            between = text[before.span.end : citation.span.start]
            if _THROUGH.fullmatch(between):
                keys.extend(_between(before.key, citation.key))
        keys += [*_listed_beside(text, citation), citation.key]
    unique = dict.fromkeys(keys)
    covered = {ancestor for key in unique for ancestor in key_ancestors(key) if ancestor != key}
    return tuple(key for key in unique if key not in covered)


@lru_cache(maxsize=2)
def _typed_lists(text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in _LIST.finditer(text)) if ":" in text else ()


def _typed_lists_over(text: str, span: Span) -> tuple[Span, ...]:
    """The typed lists that a citation lies over; they follow on each other."""
    lists = _typed_lists(text)
    first = bisect_right(lists, span.start, key=lambda typed: typed.end)
    last = bisect_left(lists, span.end, key=lambda typed: typed.start)
    return lists[first:last]


def _listed_beside(text: str, citation: Citation) -> list[str]:
    """Keys of `2:1` and `2:2` in `2:1, 2:2 KL`, where the act is named once for both."""
    root, _, rest = citation.key.partition("#")
    if not rest or "/" in root:
        return []
    return [
        f"{root}#K{_squeezed(one['chapter'])}P{_squeezed(one['number'])}"
        for typed in _typed_lists_over(text, citation.span)
        for one in _LISTED.finditer(text, *typed)
    ]


def _squeezed(number: str) -> str:
    return "".join(number.split())


def _between(first: str, last: str) -> list[str]:
    """Keys of the §§ strictly between two of the same chapter; none when the keys are no such pair."""
    low, high = _PARAGRAPH.fullmatch(first), _PARAGRAPH.fullmatch(last)
    if low is None or high is None or low["stem"] != high["stem"]:
        return []
    numbers = range(int(low["number"]) + 1, int(high["number"]))
    return [f"{low['stem']}{number}" for number in numbers] if len(numbers) < MAX_RANGE else []
