"""EU acts, treaties and judgments, and Europakonventionen, by number and by name, with articles.

Numbers become CELEX: `rådets direktiv 85/611/EEG` is 31985L0611, `förordning (EG) nr 1907/2006` 32006R1907,
`(EU) 2016/679` 32016R0679. An article belongs to the act named beside it, else to the one last named; with no
act named before it is nobody's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from remissarkiv.acts import eu_names
from remissarkiv.domain import Citation, Span

_NUMBER = re.compile(
    r"(?<![\w/.:-])(?P<a>\d{1,4})/(?P<b>\d{1,4})(?:/(?P<tail>EEG|EG|EU|RIF|GUSP|EKSG|[Ee]uratom))?(?![\w/:])"
)
_BEFORE = re.compile(
    r"(?P<author>(?:Europaparlamentets\s{1,3}och\s{1,3}rådets|rådets|kommissionens|Rådets|Kommissionens)\s{1,3}"
    r"(?:delegerade\s{1,3}|genomförande)?)?"
    r"(?:(?P<kind>rambeslut|beslut|direktiv|förordning)(?:en|et)?\s{1,3})?"
    r"(?P<body>\((?:EU|EG|EEG|Euratom)[^()]{0,12}\)\s{1,3})?(?P<nr>nr\s{1,3})?\Z",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(r"\s{0,3}(?:,|och|eller|samt)\s{1,3}\Z")
_DATED = re.compile(r"\s{1,3}av\s{1,3}den\s{1,3}\d{1,2}\s{1,3}[a-z]{3,9}\s{1,3}\d{4}")
_LETTERS = {"förordning": "R", "direktiv": "L", "beslut": "D", "rambeslut": "F"}
_CASE = re.compile(
    r"(?<!\w)(?P<court>[CT])[-‑–](?:[ \t]?\n[ \t]?)?(?P<number>\d{1,4})/(?P<year>\d\d)(?!\d)(?:\s?P(?!\w))?"
)
_ARTICLE = re.compile(r"(?<!\w)(?:artikel|artiklarna|art\.|art(?=\s))\s{0,3}", re.IGNORECASE)
_ARTICLE_NUMBER = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,2})?)(?:\.?\s?[a-hj-z]\)?(?!\w)|\.\s[a-hj-z]\))?(?![\w/:])"
)
_ARTICLE_JOIN = re.compile(r"\s{0,3}(?:,|och|eller|samt|[-–])\s{0,3}(?=\d)")
_TO_ACT = re.compile(
    r"[\s,]{0,3}(?:(?:i|av|enligt)\s{1,3})?(?:(?:den|EU:s|EG:s)\s{1,3})?(?:allmänna\s{1,3}|europeiska\s{1,3})?\Z"
)
_REFERS_ELSEWHERE = re.compile(
    r"\s{1,3}i\s{1,3}(?:(?:den|det)\s)?(?P<word>konventionen|fördraget|stadgan|protokollet)"
)
# A convention outside the EU: its articles are nobody's here, and so is a bare article after it.
_FOREIGN = re.compile(
    r"(?<![\w-])(?:[^\W\d_]{3,30}konvention(?:en|ens)?|konventionen\s{1,2}om)(?!\w)", re.IGNORECASE
)
_MAX_ARTICLES = 40
_LONGEST_LINK = 40
_DIRECTIVES_ALONE_FROM = 1958


@dataclass(frozen=True, slots=True)
class _EuAct:
    root: str
    """"" of a convention that is cited as no EU act."""
    span: Span
    kind: str = ""


def _lowered(text: str) -> str:
    """Lower case of equal length: spans must keep pointing at the same signs (`İ` would become two)."""
    lowered = text.lower()
    return (
        lowered
        if len(lowered) == len(text)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def _four(year: str) -> int:
    return int(year) if len(year) == 4 else 1900 + int(year) if int(year) >= 50 else 2000 + int(year)


def _celex(match: re.Match[str], before: re.Match[str], letter: str) -> str | None:
    """The CELEX key; the year comes first in directives and in everything from 2015 on, else last."""
    a, b = match["a"], match["b"]
    year_first = bool(match["tail"]) or (len(a) == 4 and not before["nr"] and int(a) >= 2015)
    year, number = (a, b) if year_first else (b, a)
    if len(year) not in (2, 4) or not _DIRECTIVES_ALONE_FROM <= _four(year) <= 2099:
        return None
    return f"ext/celex/3{_four(year)}{letter}{int(number):04d}"


def _numbered(text: str) -> Iterator[_EuAct]:
    kind, last_end = "", -1
    for match in _NUMBER.finditer(text):
        begin = max(0, match.start() - 110)
        before = _BEFORE.search(text, begin, match.start())
        if before is None or not (match["tail"] or before["body"] or (before["kind"] and before["author"])):
            continue
        goes_on = (
            last_end >= 0 and _LIST_GAP.match(text[last_end : match.start()][:_LONGEST_LINK]) is not None
        )
        if before["kind"]:
            kind = before["kind"].lower()
        elif not goes_on:
            kind = (
                "direktiv"
                if match["tail"] and match["tail"] != "RIF"
                else "rambeslut"
                if match["tail"]
                else "förordning"
            )
        root = _celex(match, before, _LETTERS[kind])
        if root is None:
            continue
        start = before.start() if before["author"] else match.start()
        last_end = match.end()
        yield _EuAct(root, Span(start, last_end), kind)


def _named(text: str) -> Iterator[_EuAct]:
    lowered = _lowered(text)
    plain = lowered.translate(str.maketrans("åäö", "aao"))
    for name, root in eu_names().items():
        for haystack, needle in ((lowered, name), (plain, name.translate(str.maketrans("åäö", "aao")))):
            place = haystack.find(needle)
            while place >= 0:
                end = place + len(needle)
                if end < len(text) and text[end] == "s":
                    end += 1
                clear = not (place and _wordy(text[place - 1])) and not (
                    end < len(text) and _wordy(text[end])
                )
                if clear and (not name.islower() or len(name) > 6 or text[place:end].isupper()):
                    yield _EuAct(root, Span(place, end))
                place = haystack.find(needle, end)


def _foreign(text: str) -> Iterator[_EuAct]:
    for match in _FOREIGN.finditer(text):
        yield _EuAct("", Span(*match.span()))


def _wordy(letter: str) -> bool:
    return letter.isalnum() or letter in "_-"


def _acts(text: str) -> list[_EuAct]:
    found = sorted(
        {*_numbered(text), *_named(text), *_foreign(text)},
        key=lambda act: (act.span.start, -act.span.end, not act.root, act.root),
    )
    kept: list[_EuAct] = []
    for act in found:
        if not kept or act.span.start >= kept[-1].span.end:
            kept.append(act)
    return kept


def _article_key(root: str, number: str) -> str:
    if root.startswith("ext/coe/"):
        article, _, paragraph = number.partition(".")
        return f"{root}#A{article}P{paragraph}" if paragraph else f"{root}#A{article}"
    return f"{root}#{number}"


def _articles(text: str, start: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    while len(found) < _MAX_ARTICLES and (match := _ARTICLE_NUMBER.match(text, start)):
        found.append(match)
        join = _ARTICLE_JOIN.match(text, match.end())
        if join is None:
            break
        start = join.end()
    return found


def find_eu(text: str) -> Iterator[Citation]:
    """Every EU act, article and judgment; a group of articles stands for the act it names."""
    acts = _acts(text)
    used: set[int] = set()
    index = 0
    for match in _ARTICLE.finditer(text):
        numbers = _articles(text, match.end())
        if not numbers:
            continue
        end = numbers[-1].end()
        while index < len(acts) and acts[index].span.start < end:
            index += 1
        beside = (
            index < len(acts)
            and acts[index].span.start - end <= _LONGEST_LINK
            and _TO_ACT.match(text[end : acts[index].span.start]) is not None
        )
        if beside:
            act = acts[index]
            used.add(index)
        elif index:
            act = acts[index - 1]
            elsewhere = _REFERS_ELSEWHERE.match(text, end)
            if elsewhere and act.root.startswith("ext/celex/3"):
                continue
            if 0 <= match.start() - act.span.end <= 2:
                used.add(index - 1)
        else:
            continue
        for count, number in enumerate(numbers if act.root else ()):
            first, last = number.start("number"), number.end("number")
            if count == 0:
                first = match.start()
            if beside and len(numbers) == 1:
                dated = _DATED.match(text, act.span.end)
                last = dated.end() if dated else act.span.end
            span = Span(first, last)
            yield Citation(_article_key(act.root, number["number"]), text[first:last], span)
    for place, act in enumerate(acts):
        if act.root and place not in used:
            yield Citation(act.root, text[slice(*act.span)], act.span)
    for match in _CASE.finditer(text):
        kind = "CJ" if match["court"] == "C" else "TJ"
        key = f"ext/celex/6{_four(match['year'])}{kind}{int(match['number']):04d}"
        yield Citation(key, match[0], Span(*match.span()))
