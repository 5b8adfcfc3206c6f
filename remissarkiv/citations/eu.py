"""EU acts, treaties and judgments, and Europakonventionen, by number and by name, with articles.

    articles = "artikel" article { join article } { join articles }  [ "i" act ]
    article  = number [ "." paragraph ] [ stycke | led | letters ]

An article belongs to the act named beside it, else to the one last named; with no act named before it is
nobody's. Letters and led are read and left out: keys end with the paragraph (`artikel 6.1 e` is 6.1).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from remissarkiv.citations.eu_mentions import EuAct, find_eu_acts, four_digits
from remissarkiv.citations.numbers import ORDINAL
from remissarkiv.citations.words import Word
from remissarkiv.domain import Citation, Span

_DATED = re.compile(r"\s{1,3}av\s{1,3}den\s{1,3}\d{1,2}\s{1,3}[a-z]{3,9}\s{1,3}\d{4}")
_CASE = re.compile(
    r"(?P<court>[CTc])[-‑–](?<![\w-]..)(?:[ \t]?\n[ \t]?)?(?P<number>\d{1,4})/(?P<year>\d\d)(?!\d)"
    r"(?:\s?P(?!\w))?"
)
# Before 1989 there was one court, and its cases bore no letter: `mål 26/62`.
_OLD_CASE = re.compile(
    r"mål(?<!\w...)(?:et|en)?\s{1,3}(?P<number>\d{1,3})/(?P<year>5[4-9]|[67]\d|8[0-8])(?![\d/-])"
)
_ARTICLE = re.compile(r"[Aa](?<!\w.)(?i:rtikeln|rtikel|rtiklarna|rtiklar|rt\.|rt(?=\s))\s{0,3}")
_NUMBER = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,2})?)(?:\s{1,2}punkt(?:en)?\s{1,2}(?P<point>\d{1,2})(?!\d)"
    r"|\s?\((?P<paragraph>\d{1,2})\)(?:\s?\([a-z]\))?)?"
    rf"(?:\s{{1,2}}{ORDINAL}\s{{1,2}}(?:stycket|meningen|strecksatsen|punkten))?"
    r"(?:\s{1,2}led(?:en)?\s{1,2}(?:\d{1,2}|[a-z]{1,3})\)?(?!\w)"
    r"|(?:\.?\s?[a-hj-z]\)?(?!\w)|\.\s[a-hj-z]\))(?:(?:\s?[-–]\s?|,\s|\s(?:och|eller|samt)\s)[a-z]\)?(?!\w)(?!\.\w)){0,8})?"
    r"(?![\w/:])"
)
_JOIN = re.compile(r"\s{0,3}(?:,\s{0,3}(?:och|samt)?|och|eller|samt|[-–])\s{0,3}(?=\d)")
_NEXT_GROUP = re.compile(r"\s{0,3}(?:,\s{0,3}(?:och|samt)?|och|eller|samt|jämte|liksom)\s{1,3}\Z")
_TO_ACT = re.compile(
    r"[\s,]{0,3}(?:(?:i|av|enligt)\s{1,3})?(?:(?:den|EU:s|EG:s)\s{1,3})?(?:allmänna\s{1,3}|europeiska\s{1,3})?\Z"
)
# "artikel 5 i antidumpningsavtalet", "artikel 20 i tullkodexen": of an act that nobody here knows.
_REFERS_ELSEWHERE = re.compile(
    r"\s{1,3}i\s{1,3}(?:(?:den|det|första)\s{1,3})?(?:E[GU]-\s?)?(?:[^\W\d_]{0,30}(?:konventionen|fördraget|stadgan|"
    r"protokollet|avtalet|pakten|kodexen)|[^\W\d_]{3,30}(?:förordningen|direktivet))(?!\w)",
    re.IGNORECASE,
)
_TYPED = re.compile(r"\s{1,2}(?P<number>\d{1,2}\.\d{1,2})(?:\s?[a-z])?\s{0,2}\Z")
_MOST_ARTICLES = 40
_LONGEST_LINK = 40


@dataclass(slots=True)
class _Group:
    """Articles that stand together, and the act they are found to belong to."""

    start: int
    end: int
    numbers: list[re.Match[str]]
    act: EuAct | None = None
    beside: bool = False
    """The act is named right behind, and belongs to the citation."""


def _article_key(root: str, match: re.Match[str]) -> str:
    number = match["number"]
    if match.re is _NUMBER and (below := match["point"] or match["paragraph"]) and "." not in number:
        number = f"{number}.{below}"
    if root.startswith("ext/coe/"):
        article, _, paragraph = number.partition(".")
        return f"{root}#A{article}P{paragraph}" if paragraph else f"{root}#A{article}"
    return f"{root}#{number}"


def _articles(text: str, start: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    while len(found) < _MOST_ARTICLES and (match := _NUMBER.match(text, start)):
        found.append(match)
        join = _JOIN.match(text, match.end())
        if join is None:
            break
        start = join.end()
    return found


def _groups(text: str) -> list[_Group]:
    found = []
    for match in _ARTICLE.finditer(text):
        numbers = _articles(text, match.end())
        if numbers:
            found.append(_Group(match.start(), numbers[-1].end(), numbers))
    return found


def _bind(text: str, groups: Sequence[_Group], acts: Sequence[EuAct]) -> set[int]:
    """Gives each group its act; the answer is which acts are part of a citation of articles."""
    used: set[int] = set()
    index, befores = 0, []
    for group in groups:
        while index < len(acts) and acts[index].span.start < group.end:
            index += 1
        befores.append(index)
        if index < len(acts):
            act = acts[index]
            lead = max(group.end, act.lead)
            if lead - group.end <= _LONGEST_LINK and _TO_ACT.match(text[group.end : lead]):
                group.act, group.beside = act, True
                used.add(index)
    for place in range(len(groups) - 2, -1, -1):
        group, after = groups[place], groups[place + 1]
        between = text[group.end : after.start] if after.start - group.end <= _LONGEST_LINK else ""
        if group.act is None and after.beside and _NEXT_GROUP.match(between):
            group.act = after.act
    for group, before in zip(groups, befores, strict=True):
        if group.act is None and before:
            act = acts[before - 1]
            near = 0 <= group.start - act.span.end <= 2
            elsewhere = _REFERS_ELSEWHERE.match(text, group.end)
            if (elsewhere and act.root.startswith("ext/celex/3")) or (act.cautious and not near):
                continue
            group.act = act
            if near:
                used.add(before - 1)
    return used


def _cite(text: str, group: _Group) -> Iterator[Citation]:
    act = group.act
    if act is None or not act.root:
        return
    for count, match in enumerate(group.numbers):
        start, end = match.start("number"), match.end("point") if match["point"] else match.end("number")
        if count == 0:
            start = group.start
        if group.beside and len(group.numbers) == 1:
            dated = _DATED.match(text, act.span.end)
            end = dated.end() if dated else act.span.end
        first = group.numbers[0]["number"]
        follows = (
            "." in first and "." not in match["number"] and int(match["number"]) < int(first.split(".")[0])
        )
        # "22.1 och 2" is 22.1 and 22.2: the numbers of articles rise.
        key = _article_key(act.root, group.numbers[0] if follows else match)
        if follows:
            key = key.removesuffix(first) + f"{first.split('.')[0]}.{match['number']}"
        yield Citation(key, text[start:end], Span(start, end))


def _judgments(text: str) -> Iterator[Citation]:
    for pattern in (_CASE, _OLD_CASE):
        for match in pattern.finditer(text):
            court = "TJ" if pattern is _CASE and match["court"] == "T" else "CJ"
            key = f"ext/celex/6{four_digits(match['year'])}{court}{int(match['number']):04d}"
            yield Citation(key, match[0], Span(*match.span()))


def find_eu(text: str, words: Sequence[Word]) -> Iterator[Citation]:
    """Every EU act, article and judgment; a group of articles stands for the act it names. `words` are those
    of `words.names_words`."""
    acts = find_eu_acts(text, words)
    if acts:
        groups = _groups(text)
        used = _bind(text, groups, acts)
        for group in groups:
            yield from _cite(text, group)
        for place, act in enumerate(acts):
            typed = _TYPED.match(text, act.span.end) if act.short else None
            if typed:
                yield Citation(
                    _article_key(act.root, typed), text[act.span.start :], Span(act.span.start, len(text))
                )
            elif act.root and place not in used and not act.cautious:
                yield Citation(act.root, text[slice(*act.span)], act.span)
    yield from _judgments(text)
