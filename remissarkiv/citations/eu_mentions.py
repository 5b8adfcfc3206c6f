"""Where a text names an EU act, a treaty or a convention: by number, and by name.

Numbers become CELEX: `rådets direktiv 85/611/EEG` is 31985L0611, `förordning (EG) nr 1907/2006` 32006R1907,
`(EU) 2016/679` 32016R0679.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from remissarkiv.citations.numbers import digits_before
from remissarkiv.citations.words import Word, eu_names_ending_in, plain
from remissarkiv.domain import Span

# The stroke is looked for first: digits are many.
_STROKE = re.compile(r"/(?<=\d.)(?=\d)")
_LONGEST_NUMBER = 4
_NUMBER = re.compile(
    r"(?P<a>\d(?<![\w/.:-].)\d{0,3})/(?P<b>\d{1,4})(?:/(?P<tail>EEG|EG|EU|RIF|GUSP|Gusp|EKSG|[Ee]uratom))?(?![\w/]|[:-]\d)"
)
_BEFORE = re.compile(
    r"(?P<author>(?:Europaparlamentets\s{1,3}och\s{1,3}rådets|rådets|kommissionens|Rådets|Kommissionens)\s{1,3}"
    r"(?:delegerade\s{1,3}|genomförande)?)?"
    r"(?:(?P<own>E[UG](?:-|:s\s{1,3}))?(?P<kind>rambeslut|beslut|direktiv|förordning|rekommendation"
    r"|(?:gemensamma?\s{1,3})?ståndpunkt|gemensamma?\s{1,3}åtgärd)(?:arna|erna|en|et|ar|er)?\s{1,3})?"
    r"(?P<body>\((?:EU|EG|EEG|Euratom)[^()]{0,12}\)\s{1,3}|(?P<plain>(?<!\w)(?:E[UG]|EEG)\s{1,3}))?"
    r"(?P<nr>nr\s{1,3})?\Z",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(r"\s{0,3}(?:,|och|eller|samt)\s{1,3}\Z")
_LETTERS = {
    "förordning": "R",
    "direktiv": "L",
    "beslut": "D",
    "rambeslut": "F",
    "rekommendation": "H",
    "ståndpunkt": "E",
    "åtgärd": "F",
}
_BY_TAIL = {"RIF": "rambeslut", "GUSP": "beslut", "EKSG": "beslut"}
"""What a number without a word before it is, by what ends it; else a directive."""

_BY_SUBJECT = {"ext/celex/32002R1606": ("invasiv", "ext/celex/32014R1143")}
"""A name that two acts share -> the word of the text that tells it means the other: IAS-förordningen is on
accounting, to who writes of invasive species on them."""

_OTHER_AGREEMENTS = frozenset("parisavtalet schengenavtalet washingtonavtalet tripsavtalet".split())
_EU_OWN = re.compile(r"(?:EU|EG|[Uu]nionen)(?::?s)\s{1,3}(?:[^\W\d_]{3,20}\s{1,3})?\Z")
_ACT_ON = re.compile(r"(?:lag|förordning)(?:en)?\s{1,3}om\s{1,3}(?:den\s{1,3})?\Z")
_OM = re.compile(r"\s{1,2}om(?!\w)")
_LONGEST_LINK = 40
_LONGEST_BEFORE = 110
_DIRECTIVES_FROM = 1958
_LAST_YEAR = 2099
_YEARS_FIRST_FROM = 2015
_SHORT_NAME = 6
_LONGEST_PERIOD = 15


@dataclass(frozen=True, slots=True)
class EuAct:
    """An act as it is named. `lead` is where its kind begins (`direktiv 95/46/EG`), before what is shown."""

    root: str
    """"" of a convention that is cited as no EU act."""
    span: Span
    lead: int
    cautious: bool = False
    """An abbreviation in small letters (`gdpr art 6`): an act only beside an article."""
    short: bool = False


def four_digits(year: str) -> int:
    """The year that two digits mean; the Communities began in 1952."""
    return int(year) if len(year) == 4 else 1900 + int(year) if int(year) >= 50 else 2000 + int(year)


def _celex(match: re.Match[str], letter: str, *, nr: bool) -> str | None:
    """The CELEX key; the year comes first in directives and in everything from 2015 on, else last. `nr`
    tells that the number has "nr" before it, for itself or for the list that it goes on with."""
    a, b = match["a"], match["b"]
    tail = bool(match["tail"]) and len(a) != 3 and not nr
    alone = letter == "L" and len(a) in (2, 4) and not nr
    year_first = tail or alone or (len(a) == 4 and not nr and int(a) >= _YEARS_FIRST_FROM)
    year, number = (a, b) if year_first else (b, a)
    if len(year) not in (2, 4) or not _DIRECTIVES_FROM <= four_digits(year) <= _LAST_YEAR:
        return None
    return f"ext/celex/3{four_digits(year)}{letter}{int(number):04d}"


def _is_years(match: re.Match[str]) -> bool:
    """Whether a number is rather of years: `2016/17`, `2020/2030`."""
    follows = (int(match["a"]) + 1) % 100 == int(match["b"][-2:]) and len(match["b"]) in (2, 4)
    return follows or 0 < int(match["b"]) - int(match["a"]) <= _LONGEST_PERIOD


def _is_act(match: re.Match[str], before: re.Match[str]) -> bool:
    """Whether a number with a stroke is that of an act: by what ends it, or by the words before it."""
    kind = _kind(before)
    if match["tail"] or (kind and (before["author"] or before["own"])):
        return True
    if before["plain"] and not kind:
        # "EU 2016/679", "EG nr 45/2001"; "EU 2016/17" is of years, "EU 12/5" anything.
        if before["nr"]:
            return _DIRECTIVES_FROM <= int(match["b"]) <= _LAST_YEAR
        return _YEARS_FIRST_FROM <= int(match["a"]) <= _LAST_YEAR and not _is_years(match)
    if before["body"]:
        return True
    # "direktiv 2014/24", "förordning 2016/679"; "beslut 2014/24" may be a number in anybody's diary.
    if kind == "förordning" and before["nr"]:
        return True  # "förordning nr 1408/71"
    old = kind == "direktiv" and len(match["a"]) == 2
    return old or (kind in ("direktiv", "förordning") and _DIRECTIVES_FROM <= int(match["a"]) <= _LAST_YEAR)


def _kind(before: re.Match[str]) -> str:
    """The word for what sort of act it is, without what stands before it: `gemensam ståndpunkt`."""
    return (before["kind"] or "").lower().rpartition(" ")[2].rpartition("\n")[2]


@dataclass(slots=True)
class _List:
    """Where the last number ended, and what it said that the next may leave out."""

    end: int = -1
    kind: str = ""
    nr: bool = False
    """Its number came before its year, as those of a list all do."""
    tail: bool = False


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Every number that may be one of an act, in order of place."""
    for stroke in _STROKE.finditer(text):
        if match := _NUMBER.match(text, digits_before(text, stroke.start(), _LONGEST_NUMBER)):
            yield match


def _numbered(text: str) -> Iterator[EuAct]:
    last = _List()
    for match in _numbers(text):
        before = _BEFORE.search(text, max(0, match.start() - _LONGEST_BEFORE), match.start())
        if before is None:
            continue
        lead = before.start()
        between = text[last.end : lead] if 0 <= last.end <= lead <= last.end + _LONGEST_LINK else ""
        goes_on = not before["kind"] and _LIST_GAP.match(between) is not None
        # "förordning (EEG) nr 3821/85 och 2135/98"
        bare = goes_on and not last.tail and lead == match.start() and not _is_years(match)
        if not (bare or _is_act(match, before)):
            continue
        if goes_on:
            kind = last.kind
        elif not (kind := _kind(before)):
            directive = match["tail"] and len(match["a"]) != 3
            kind = _BY_TAIL.get(match["tail"].upper(), "direktiv") if directive else "förordning"
        nr = bool(before["nr"]) or (bare and last.nr)
        root = _celex(match, _LETTERS[kind], nr=nr)
        if root is None:
            continue
        last = _List(match.end(), kind, nr, bool(match["tail"]))
        start = lead if before["author"] else match.start()
        yield EuAct(root, Span(start, match.end()), lead)


def _wordy(letter: str) -> bool:
    return letter.isalnum() or letter in "_-"


def _name_before(text: str, end: int, names: Sequence[tuple[str, str]]) -> tuple[int, str, str] | None:
    """The longest of `names` that ends at `end`: where it begins, the name, its root."""
    for name, root in names:
        start = end - len(name)
        if start >= 0 and plain(text[start:end]) == name and not (start and _wordy(text[start - 1])):
            return start, name, root
    return None


def _named(text: str, words: Sequence[Word]) -> Iterator[EuAct]:
    table = eu_names_ending_in()
    meant: dict[str, str] = {}
    for word in words:
        if not word.eu or (word.end < len(text) and _wordy(text[word.end])):
            continue
        flat = plain(word.text)
        for form, end in ((flat, word.end), (flat.removesuffix("s"), word.end - flat.endswith("s"))):
            if form in table and (found := _name_before(text, end, table[form])):
                start, name, root = found
                if _ACT_ON.search(text, max(0, start - _LONGEST_LINK), start):
                    break  # "lagen om den europeiska konventionen ..." is an act of its own
                if root in _BY_SUBJECT and root not in meant:
                    subject, other = _BY_SUBJECT[root]
                    meant[root] = other if subject in text.lower() else root
                root = meant.get(root, root)
                short = len(name) <= _SHORT_NAME
                cautious = short and not text[start:end].isupper()
                yield EuAct(root, Span(start, word.end), start, cautious, short)
                break
        else:
            yield from _unusual(text, word, flat)


def _unusual(text: str, word: Word, flat: str) -> Iterator[EuAct]:
    """`EU:s allmänna dataskyddsförordning`; and conventions outside the EU: their articles are nobody's here,
    and so is a bare article after them."""
    table = eu_names_ending_in()
    for form in (flat + "en", flat + "et"):
        own = _EU_OWN.search(text, max(0, word.start - _LONGEST_LINK), word.start)
        if own and form in table:
            root = next((root for name, root in table[form] if name == form), None)
            if root is not None:
                yield EuAct(root, Span(own.start(), word.end), own.start())
                return
    if _is_other_treaty(text, word, flat.removesuffix("s")):
        yield EuAct("", Span(word.start, word.end), word.start)


def _is_other_treaty(text: str, word: Word, flat: str) -> bool:
    """Whether a word, without its genitive, names a treaty that is not in the table: `Haagkonventionen`,
    `EES-avtalet`; in small letters an avtal is any contract."""
    if flat.endswith("avtalet"):
        return flat in _OTHER_AGREEMENTS or text[word.start : word.start + 2].isupper()
    if not flat.endswith(("konvention", "konventionen", "fordraget")):
        return False
    alone = flat in ("konvention", "konventionen", "fordraget")
    return not alone or (flat == "konventionen" and _OM.match(text, word.end) is not None)


def find_eu_acts(text: str, words: Sequence[Word]) -> list[EuAct]:
    """Every EU act, treaty and convention that `text` names, in order and apart. `words` are those of
    `words.names_words`."""
    found = sorted(
        {*_numbered(text), *_named(text, words)},
        key=lambda act: (act.span.start, -act.span.end, not act.root, act.root),
    )
    kept: list[EuAct] = []
    for act in found:
        if not kept or act.span.start >= kept[-1].span.end:
            kept.append(act)
    return kept
