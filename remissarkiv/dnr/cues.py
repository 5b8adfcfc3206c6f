"""The words that say that a Dnr follows: `Dnr`, `diarienummer`, `Vår beteckning`, as printed or misread.

A sure cue may be followed by any style. `Beteckning` alone, a heading of a letter, may also stand before the
name of a property (`Berga 3:12`) or a standard: it is an unsure one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_GAP = r"[ \t\u00a0]"
_DIARY_WORD = r"(?:[.-]? ?nr|NR|iar[ie]|[aou]r)"
_LETTER_WORD = r"(?:[Bb]et|[Rr]ef|[Ss]kriv|[Dd]iar|[Rr]emiss)"
_HINT = re.compile(
    rf"d{_DIARY_WORD}|D{_DIARY_WORD}|DIAR|Onr|eteckning|ETECKNING|ärende|Ärende|arende|Arende|ÄRENDE"
    rf"|reg\.? ?nr|Reg\.? ?nr|r {_LETTER_WORD}|t {_LETTER_WORD}|R (?:BET|REF|SKRIV)|T (?:BET|REF|SKRIV)"
)
"""What every cue has; a first, quick look, the quicker where each way begins with one letter."""
# `Diariernr`, `Diarenr` and `Diarienumer` are slips that occur.
_DIARY = r"diar(?:ie?[rn]?|e)"
_NUMBER = r"(?:nr|numm?er|beteckning)"
_OURS_OR_THEIRS = r"(?:er|v(?:å|a|d|é|4)r)t?"
_SURE = (
    rf"d[.-]? ?nr|{_OURS_OR_THEIRS} (?:beteckning|(?:bet|ref|referens|diarie)\b)|ert? (?:skrivelse|remiss)\b"
    rf"|{_DIARY}[ -]?{_NUMBER}|[äa]rende[ -]?(?:{_NUMBER}|id)|reg\.? ?nr"
)
_UNSURE = r"Beteckning|BETECKNING|beteckning(?=:)"
_AFTER = (
    r"(?:et)?"
    # "(utan snedstreck)," between the word and the Dnr
    rf"(?:{_GAP}{{1,2}}\([^()\n\d]{{1,30}}\),?)?{_GAP}{{0,2}}[.:=*]{{0,3}}(?:{_GAP}?(?i:nr)\.?:?(?={_GAP}))?"
    # the day may be in the column before: "Datum Diarienummer" over "2012-05-03 2012/123"
    rf"(?:{_GAP}{{0,3}}\n{_GAP}{{0,3}}(?:19|20)\d\d-\d\d-\d\d{_GAP}{{1,20}}|{_GAP}{{0,20}}\s{{0,3}})"
    r"(?:[|(\[][ \t]{0,2})?\*{0,2}"
)
_CUE = re.compile(
    rf"(?:(?<![^\W_])(?:(?i:{_SURE})|(?P<unsure>{_UNSURE}))"
    # glued to the word before: "gjuterierDnr"
    rf"|Dnr|Diarien(?:r|ummer)|(?<![^\W_])(?:Dar|Dor|Dur|Onr)(?=[.:]?\s)){_AFTER}"
)
_BEFORE = 12
"""So many characters before its hint may a cue begin: `vårt beteckning`."""
_LONGEST = 60
_WHOSE = r"(?:(?:er|vår)t? )?"
_SAID = rf"{_WHOSE}(?:{_SURE}|beteckning)"
"""What a person who has only a Dnr to give writes before it."""
_LEAD = re.compile(rf"[\s(\[\"'”]*(?:(?:(?i:{_SAID})|Dar(?=[.:\s]))[ \t]{{0,2}}[.:]{{0,2}})?[\s(\[\"'”]*")
_AT_END = re.compile(
    rf"(?<![^\W_])(?:(?:{_WHOSE}(?:{_SURE})|(?P<unsure>beteckning)|dar)[.:]{{0,2}}|ärendet?:?)\s{{0,3}}\Z",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Where a cue ends and a Dnr may begin, and whether the words say so for certain."""

    end: int
    sure: bool


def cues(text: str) -> Iterator[Cue]:
    """The cues of a text in order."""
    end = 0
    for hint in _HINT.finditer(text):
        if hint.start() < end:
            continue
        cue = _CUE.search(text, max(end, hint.start() - _BEFORE), hint.end() + _LONGEST)
        if cue is not None:
            end = cue.end()
            yield Cue(end, cue["unsure"] is None)


def after_lead(text: str) -> int:
    """Where a Dnr begins in a text that is said to be one: behind signs, and a cue if there is one."""
    lead = _LEAD.match(text)
    return lead.end() if lead else 0


def cue_at_end(text: str) -> Cue | None:
    """The cue that the text of a query ends with, `Ärende: ` too; its `end` is how many characters it has."""
    cue = _AT_END.search(text)
    return Cue(len(cue[0]), cue["unsure"] is None) if cue else None
