"""The words around a Dnr that say whose it is, also as OCR leaves them."""

import re

from remissarkiv.language.skeleton import skeleton

_ON = r"(?:på|pa|pd|pé|över|over|éver|6ver|angående)"
_DIARY_NUMBER = (
    r"(?:d(?:ia)?r(?:ie?[rn]?|e)?[ -]?(?:nr|numm?er|beteckning)|d(?:\.|-|\. | )?n[rt]\b|d[nao]r"
    r"|[äa]rende[ -]?(?:nr|numm?er|beteckning|id)|beteckning|bet\b|referens(?:nummer)?|ref\b)"
)
"""D.nr, D-nr, diarienr, diariebeteckning, bet., ref."""
LABEL = rf"(?:{_DIARY_NUMBER}|nummer|nr|[äa]rende)"
"""Dnr, diarienummer, beteckning, referens."""

THEIRS = re.compile(
    rf"(?:\b(?:er|ert|eran?|avsändarens|remittentens|departementets|regeringskansliets)\s{{1,2}}{LABEL}"
    r"|\b(?:er|ert|eran?)\s(?:skrivelse|remiss|brev|hemställan)\b"
    r"|\bremiss(?!var|svar|yttr|inst)\w{0,8}\b(?:\s[^.;\n]{0,90})?\b(?:från|fran|frin|frdn|frén|ifrån)\b"
    rf"|\b(?:svar|yttrande)\s{_ON}\s(?:\w+\s)?remiss|\b(?:svar|yttrande)\s{_ON}\s(?:{LABEL}[\s:.]{{0,3}})?$"
    rf"|\bremitterat?s?\b|\bremissens\b|\bsvara\s{_ON}\s(?:en\s)?remiss"
    r"|\b(?:f\S{1,2}ljebrev|missiv)\w{0,4}\b[^.;\n]{0,60}$|\bremiss\b[^.;\n]{0,60}$)",
    re.IGNORECASE,
)
"""What makes the next Dnr the sender's: `Er beteckning`, `Remiss från kommunstyrelsen`, `följebrev`."""

OURS = re.compile(rf"\bv\S{{1,2}}rt?(?: eget)?\s{{1,2}}{LABEL}", re.IGNORECASE)
OWNER = re.compile(
    rf"(?P<body>\b[^\W\d_]{{3,40}})s\s{{1,2}}{LABEL}[\s:.(]{{0,4}}$|(?P<short>\bKS|\bKF):?s?\s{{1,2}}{LABEL}[\s:.(]{{0,4}}$",
    re.IGNORECASE,
)
"""Whose the next Dnr is by name: `Kommunstyrelsens dnr`, `KS diarienummer`."""

ASKED_FOR = re.compile(r"diarienummer|dnr\b|ärendenummer|\b(?:ange|uppge|skriv|märk)\b", re.IGNORECASE)
"""What a remiss asks to have on the answers."""

LEAD_IN = re.compile(
    r"[\s:.,;()\[\]|–-]*(?:(?:v\S{1,2}rt?|stadens|nämndens|kommunens|mål)\s)?"
    rf"(?:{_DIARY_NUMBER}|[äa]rende|nr)?"
    r"[\s:.]*",
    re.IGNORECASE,
)
"""A label and nothing else."""

SECTION_LEAD = re.compile(rf"(?:[A-ZÅÄÖ]{{2,6}}\s)?§\s?\d{{1,4}}\b{LEAD_IN.pattern}", re.IGNORECASE)
"""`§ 77 Dnr`, `KF § 29 Dnr`."""

KOMMUN_LEAD = re.compile(
    r"(?:[^\W\d_][\w-]{1,25}\s){1,2}(?:kommun|stad|region)\s(?P<what>(?:[^\W\d_][\w-]{2,30}\s){0,2})"
    rf"(?:{LABEL}[\s:.]{{0,3}})?",
    re.IGNORECASE,
)
"""A letterhead whose columns OCR has put on one line: `Björkåsa kommun Yttrande SN 2018/166 709`."""

ANSWER = re.compile(
    r"(?:§\s?\d{1,4}\s{1,3})?(?:svar|yttrande|remiss|remissvar|remissyttrande)\b", re.IGNORECASE
)
STAMP = re.compile(r"\b(?:ink(?:om(?:men)?)?|ank(?:om(?:st)?)?|mottaget|mottagen)\b", re.IGNORECASE)
"""The stamp of whoever has received a document."""

SUBJECT = re.compile(r"(?:ämne|amne|subject|rubrik|angående|ang)\b\.?[\s:]", re.IGNORECASE)
_PAGE = re.compile(r"s\*(?:\*)?\s?\S{1,4}\s?(?:\(|\*v)")
_SENDERS = tuple(
    skeleton(word)
    for word in (
        "kommunstyrelsen kommunfullmäktige kommunkansliet kommunledningskontoret stadsledningskontoret "
        "kommunledningsförvaltningen kommunstyrelseförvaltningen regionstyrelsen regeringskansliet "
        "departementet remittenten"
    ).split()
)


def is_page_number(line: str) -> bool:
    """Whether a line begins as `Sida 3 (3)` does."""
    return _PAGE.match(skeleton(line.lower())) is not None


def sends_remisser(body: str) -> bool:
    """Whether a body is one that sends out remisser: kommunstyrelsen and its office, a ministry."""
    return body.upper() in ("KS", "KF") or skeleton(body.lower()).endswith(_SENDERS)
