"""Who is asked, told in a sentence: "Motionen sänds för yttrande till barnnämnden samt Norrbyns byalag".

What an answer or a sammanställning tells of ("har remitterats till") counts in any document. What sends
something ("sänds för yttrande till", "inhämta yttrande från") counts in a remiss alone: an answer is sent
too.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from indexer.extract.draft import Draft
from remissarkiv.domain import Kind

_LIST = r"[:\s]\s?(?P<list>[^.\n]{3,400}(?:\n[^.\n]{3,400}){0,8})"
_SENT_TO = re.compile(
    r"(?:remitterats|remitterades|remitterat|skickats|skickades|sänts|sants|sints|sints|gått|gatt|gdtt)\s(?:\w+\s){0,3}?(?:på\sremiss\s|pa\sremiss\s|pd\sremiss\s|pé\sremiss\s)?(?:för\s(?:yttrande|beredning)\s)?"
    rf"till{_LIST}"
)
_REMISS_NEAR = re.compile(r"remi", re.IGNORECASE)
_WORDS = r"(?:[^\W\d]+[,\s]\s?)"
_SENDS = re.compile(
    rf"(?:\b(?:s\S{{1,2}}nds|skickas|(?:\S{{1,2}}ver)?l\S{{1,2}}mnas|\S{{1,2}}vers\S{{1,2}}nds|g\S{{1,2}}r|s\S{{1,2}}nda|skicka)\s"
    rf"{_WORDS}{{0,4}}?(?:f\S{{1,2}}r\s(?:yttrande|synpunkter|svar)|p\S{{1,2}}\sremiss)\s{_WORDS}{{0,2}}?till"
    rf"|\b(?:remitteras|remittera|remitterar)\s{_WORDS}{{0,6}}?till"
    r"|\b(?:yttranden?|svar|synpunkter)\s(?:ska(?:ll)?\s)?(?:inh\S{1,2}mtas|beg\S{1,2}rs|\S{1,2}nskas)\s(?:in\s)?fr\S{1,2}n"
    rf"|\b(?:inh\S{{1,2}}mtar?|beg\S{{1,2}}ra?|\S{{1,2}}nskar)\s(?:yttranden?|svar|synpunkter)\s{_WORDS}{{0,4}}?fr\S{{1,2}}n)"
    rf"{_LIST}",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"(?:remissinstanser(?:na)?|s\S{1,2}ndlista|remissen (?:g\S{1,2}r|skickas|s\S{1,2}nds) till"
    r"|remitteras till|(?:yttrande|svar) (?:beg\S{1,2}rs|\S{1,2}nskas|inh\S{1,2}mtas) fr\S{1,2}n"
    r"|f\S{1,2}r yttrande till)\s?:\s{0,3}(?P<list>\S.*)",
    re.IGNORECASE,
)
"""`Remissinstanser: kulturnämnden, tekniska nämnden samt Norrbyns byalag`, on one line."""
_LONGEST = 400
_MOST_LINES = 8
_STOP = re.compile(r"\.(?:\s|$)")
# "… och Norrbyns byalag med begäran om yttrande senast den 31 maj" goes on after the last name.
_AFTER = re.compile(
    r"\s(?:f\S{1,2}r\s(?:yttrande|svar|synpunkter|beredning)|med\s(?:beg\S{1,2}ran|svarstid|svar)|senast|som\s(?:ska|har|f\S{1,2}r)"
    r"|vilka\s|att\s)",
    re.IGNORECASE,
)


def lists_in_prose(draft: Draft, kind: Kind) -> Iterator[str]:
    """The enumerations of those who are asked, as they stand: "kulturnämnden, tekniska nämnden samt
    Norrbyns byalag"."""
    if kind is Kind.REMISS:
        yield from _run_in(draft)
        for match in _SENDS.finditer(draft.text):
            yield _AFTER.split(match["list"], maxsplit=1)[0]
    for match in _SENT_TO.finditer(draft.text) if draft.has("remi") else ():
        if _REMISS_NEAR.search(draft.text, max(0, match.start() - 60), match.start("list")):
            yield match["list"]


def _run_in(draft: Draft) -> Iterator[str]:
    """What stands behind "Remissinstanser:" on its own line and the next ones of the paragraph."""
    for n, line in enumerate(draft.lines):
        match = _RUN_IN.fullmatch(line.text) if len(line.text) <= _LONGEST else None
        if match is not None:
            more = takewhile(lambda below: not below.opens, draft.lines[n + 1 : n + _MOST_LINES])
            yield _STOP.split(" ".join((match["list"], *(below.text for below in more))))[0]
