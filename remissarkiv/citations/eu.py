"""EU acts, treaties and judgments, and Europakonventionen, by number and by name, with articles.

    articles = "artikel" article { join article } { join articles }  [ "i" act ]
    article  = number [ "." paragraph ] [ stycke | led | letters ]

An article belongs to the act named beside it, else to the one that the words around it say (`artikel 5 i
direktivet`), else to the one last named; with no act named before, or one that nobody here knows (`artikel 53
i EES-avtalet`), it is nobody's. Letters, stycken and led are read and left out: keys end with
the paragraph (`artikel 6.1 e` is 6.1).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from remissarkiv.citations.eu_mentions import EuAct, find_eu_acts, four_digits
from remissarkiv.citations.eu_references import Said, kinds_of, said_before, said_behind
from remissarkiv.citations.eu_shorts import with_own_names
from remissarkiv.citations.numbers import ORDINAL
from remissarkiv.citations.words import Word
from remissarkiv.domain import Citation, Span

_DATED = re.compile(r"\s{1,3}av\s{1,3}den\s{1,3}\d{1,2}\s{1,3}[a-z]{3,9}\s{1,3}\d{4}")
_CASE = re.compile(
    r"(?P<court>[CTc])[-‑–](?<!\w..)(?<![^\d-]-..)(?:[ \t]?\n[ \t]?)?(?P<number>\d{1,4})/(?P<year>\d\d)(?!\d)"
    r"(?:\s?P(?!\w))?"
)
_CASE_SIGNS = tuple(re.compile(rf"{dash}(?<=[CTc].)") for dash in "-‑–")
"""What a case's number begins with: most texts have none of them. Dashes are fewer than letters."""

# Before 1989 there was one court, and its cases bore no letter: `mål 26/62`.
_OLD_CASE = re.compile(
    r"mål(?<!\w...)(?:et|en)?\s{1,3}(?P<number>\d{1,3})/(?P<year>5[4-9]|[67]\d|8[0-8])(?![\d/-])"
)
_ARTICLE = re.compile(r"[Aa](?<!\w.)(?i:rtikeln|rtikel|rtiklarna|rtiklar|rt\.|rt(?=\s))\s{0,3}")
# Two letters that stand in it are found sooner than one that begins every tenth word.
_ARTICLE_LETTERS = tuple(
    re.compile(rf"{letters}(?<=[Aa]..)(?<!\w...)") for letters in ("rt", "RT", "Rt", "rT")
)
_ORDINALS = (
    rf"(?:\s{{1,2}}{ORDINAL}(?:\s?(?:[-–]|,|och|eller|samt)\s?{ORDINAL}){{0,2}}\s{{1,2}}"
    r"(?:stycket|styckena|mening(?:en|arna)|strecksats(?:en|erna)|punkt(?:en|erna)|ledet|delen)"
    # "artikel 4 första stycket 1"
    r"(?:\s{1,2}\d{1,2}(?!\d|[.:/]\d|\s{0,3}(?:§|kap|st)))?){0,3}"
)
_LETTERS = (
    r"(?:(?:\s{1,2}led(?:en|et)?\s{1,2}(?:\d{1,2}|[a-z]{1,3})\)?(?!\w)"
    r"|\.?\s?[a-hj-z]\)?(?!\w)|\.\s[a-hj-z]\))"
    r"(?:(?:\s?[-–]\s?|,\s|\s(?:och|eller|samt)\s)[a-z]\)?(?!\w)(?!\.\w)){0,8})?"
)
_NUMBER = re.compile(
    # "5a.2" is of article 5a; in "9.2g" and "6 a" the letter is one of a list in the article.
    r"(?P<number>\d{1,3}(?:[a-hj-z](?![\w)]))?(?:\.\d{1,2})?)"
    r"(?:(?:\s{1,2}(?:punkt(?:en)?|pkt\.?|p\.?|mom(?:entet|\.)?)\s{1,2}|\s?(?P<sign>§)\s{0,2})"
    r"(?P<point>\d{1,2})(?!\d)|\s?\((?P<paragraph>\d{1,2})\)(?:\s?\([a-z]\))?)?"
    rf"{_ORDINALS}{_LETTERS}{_ORDINALS}"
    r"(?![\w/:]|\s{0,3}(?:§|kap(?!\w)))"
)
_JOIN = re.compile(
    r"\s{0,3}(?:,\s{0,3}(?:och|eller|samt)?|och|eller|samt|respektive|till\soch\smed|[-–—]{1,2})\s{0,3}(?<!\n\n)(?=\d)"
)
_OF_ACT = re.compile(r"\d{1,3}(?:\s?[a-z])?\s{0,3}(?:§|kap(?!\w))")
_NEXT_GROUP = re.compile(r"\s{0,3}(?:,\s{0,3}(?:och|samt)?|och|eller|samt|jämte|liksom|respektive)\s{1,3}\Z")
_TO_ACT = re.compile(
    r"[\s,]{0,3}(?:(?:i|av|enligt|till)\s{1,3})?(?:(?:den|det|nämnda|nya|EU:s|EG:s)\s{1,3}){0,2}"
    r"(?:allmänna\s{1,3}|europeiska\s{1,3})?\Z"
)
_TYPED = re.compile(r"\s{1,2}(?P<number>\d{1,2}\.\d{1,2})(?:\s?[a-z])?\s{0,2}\Z")
_UNLETTERED = frozenset(
    (
        "ext/celex/32016R0679",
        "ext/celex/12016E/TXT",
        "ext/celex/12016M/TXT",
        "ext/celex/12012P/TXT",
        "ext/coe/005",
    )
)
"""Acts without articles 5a: in `art 6f GDPR` the letter is one of a list."""

_MOST_ARTICLES = 40
_LONGEST_LINK = 40
_LONGEST_TITLE = 80


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
    if root in _UNLETTERED:
        number = re.sub("[a-z]", "", number)
    if root.startswith("ext/coe/"):
        article, _, paragraph = number.partition(".")
        return f"{root}#A{article}P{paragraph}" if paragraph else f"{root}#A{article}"
    return f"{root}#{number}"


def _articles(text: str, start: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    while len(found) < _MOST_ARTICLES and (match := _NUMBER.match(text, start)):
        if found and match["sign"] and not found[0]["sign"]:
            return found[:1]  # "artikel 6 och 7 § 2 lagen (1990:1)"
        found.append(match)
        join = _JOIN.match(text, match.end())
        if join is None:
            break
        start = join.end()
        if _OF_ACT.match(text, start):
            return found[:1]  # "artikel 6, 2 och 4 §§ lagen (1990:1)"
    return found


def _named_articles(text: str) -> Iterator[re.Match[str]]:
    """Where the word `artikel` stands, in order."""
    starts = [found.start() - 1 for letters in _ARTICLE_LETTERS for found in letters.finditer(text)]
    for start in sorted(starts):
        if match := _ARTICLE.match(text, start):
            yield match


def _groups(text: str) -> list[_Group]:
    found = []
    for match in _named_articles(text):
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
    _bind_back(text, groups, befores, acts, used)
    return used


def _bind_back(
    text: str, groups: Sequence[_Group], befores: Sequence[int], acts: Sequence[EuAct], used: set[int]
) -> None:
    """Gives the groups that name no act the one named before: the last, or that of the kind which the text
    says (`artikel 5 i direktivet`). `befores` are how many acts stand before each group."""
    passed, current = 0, None
    latest: dict[str, list[int]] = {}
    for group, before in zip(groups, befores, strict=True):
        for index in range(passed, before):
            current = index
            for kind in kinds_of(acts[index].root):
                latest.setdefault(kind, []).append(index)
        passed = before
        if group.act is not None:
            continue
        said = said_behind(text, group.end)
        near = before > 0 and 0 <= group.start - acts[before - 1].span.end <= 2
        if said is None and not near:
            said = said_before(text, group.start)
        if said is not None:
            # Bare articles go on with what was said last, also where nobody here knows it.
            current = _meant(text, said, latest.get(said.kind, []), acts)
        if current is None or (acts[current].cautious and not near):
            continue
        group.act = acts[current]
        if near and current == before - 1:
            used.add(current)


def _meant(text: str, said: Said, named: Sequence[int], acts: Sequence[EuAct]) -> int | None:
    """The last of the acts `named`, of the kind that is said; with a subject the last one that is on that."""
    if not said.subject:
        return named[-1] if named else None
    on = f" om {said.subject}"
    for index in reversed(named[-_MOST_ARTICLES:]):
        end = acts[index].span.end
        if on in text[end : end + _LONGEST_TITLE].partition(". ")[0]:
            return index
    return None


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
            "." in first
            and match["number"].isdigit()
            and int(match["number"]) < int(re.sub("[a-z]", "", first).split(".")[0])
        )
        # "22.1 och 2" is 22.1 and 22.2: the numbers of articles rise.
        key = _article_key(act.root, group.numbers[0] if follows else match)
        if follows:
            key = key.removesuffix(first) + f"{first.split('.')[0]}.{match['number']}"
        yield Citation(key, text[start:end], Span(start, end))


def _judgments(text: str) -> Iterator[Citation]:
    for pattern in (_CASE, _OLD_CASE):
        if pattern is _CASE and not any(sign.search(text) for sign in _CASE_SIGNS):
            continue
        for match in pattern.finditer(text):
            court = "TJ" if pattern is _CASE and match["court"] == "T" else "CJ"
            key = f"ext/celex/6{four_digits(match['year'])}{court}{int(match['number']):04d}"
            yield Citation(key, match[0], Span(*match.span()))


@dataclass(frozen=True, slots=True)
class EuReading:
    """What is cited of the EU, and where a text names articles, whosever they are: no § begins in these."""

    citations: list[Citation]
    articles: list[Span]


def find_eu(text: str, words: Sequence[Word]) -> EuReading:
    """Every EU act, article and judgment; a group of articles stands for the act it names. `words` are those
    of `words.names_words`."""
    acts, groups = with_own_names(text, find_eu_acts(text, words)), _groups(text)
    used = _bind(text, groups, acts) if acts else set()
    found = [citation for group in groups for citation in _cite(text, group)]
    for place, act in enumerate(acts):
        typed = _TYPED.match(text, act.span.end) if act.short else None
        if typed:
            at = Span(act.span.start, len(text))
            found.append(Citation(_article_key(act.root, typed), text[slice(*at)], at))
        elif act.root and place not in used and not act.cautious:
            found.append(Citation(act.root, text[slice(*act.span)], act.span))
    found.extend(_judgments(text))
    return EuReading(found, [Span(group.start, group.end) for group in groups])
