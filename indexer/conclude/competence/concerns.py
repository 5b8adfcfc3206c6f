"""What is judged, in the words of the text and short: "juridisk rådgivning till enskilda"."""

import re

from indexer.conclude.competence.verdicts import Reading
from indexer.conclude.competence.wording import LAGRUM, Wording

_LONGEST = 120
_STOP = re.compile(
    r"[;:(]|,? (?:eftersom|därför att|då (?=det|den|de|kommun)|vilket|vilka|så länge|under förutsättning|förutsatt|såvida|varför|utan stöd|med stöd av|med hänsyn|enligt|utan att|om (?=kommunen|det|den|de|avgiften))\b"
    r"|, |\blagrum|\.? *$"
)
_TO = re.compile(r"^[^,;.]{0,60}?\batt (?=\w)")
_SUBJECT_START = re.compile(
    r"(?:.*\b(?:om|huruvida) |.*?\b(?:bedöm\w+|anser|finner|finna|menar|konstaterar|mening|uppfattning(?:en)?|bedömning(?:en)?|slutsats(?:en)?|innebär|betyder|är|se|uteslutas|konstatera|sägas|hänvisning till|genom)(?: inte| också| dock| därför)? att |,? ?(?:men|medan|och|däremot) |)",
)
_FINITE = re.compile(
    r" (?:(?:inte|ej|icke|inte heller|därför|således|alltså|dock|därmed|knappast|inte längre|är|kan|vore|skulle|bör|får|ryms|rymmas|ligger|ligga|faller|falla|strider|strida|bryter|saknar|saknas|ingår|bedöms|anses|håller|hör|utgör|medför|torde|måste|omfattas|låter|hamnar|har|möter)\b ?)+"
)
_LEAD = re.compile(
    r"^(?:att |kommunens |den föreslagna |det föreslagna |de föreslagna |förslaget (?:om|att|till) (?:en |ett |att )?|motionens förslag (?:om|att) (?:en |ett )?|frågan om |en |ett |någon |något |däremot |även |också |för (?:en )?kommun\w* att |skulle )",
    re.IGNORECASE,
)
_LIGHT = re.compile(
    r"^(?:ge|lämna|erbjuda|bevilja|utge|bedriva|tillhandahålla) (?=[a-zåäö])(?!ut |över |till )(?:ett |en )?",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"^(?:förslaget|motionen|motionens förslag|medborgarförslaget|det|den|detta|dessa|de|så|hinder|något|någonting|sådant|vad som föreslås|frågan|saken|inget|ingenting|"
    r"något [a-zåäö]+ hinder|det som föreslås|förslagen|motionens intentioner|vi|kommunen|staden|vilket|som|däremot|därför)$",
    re.IGNORECASE,
)


def concerns(text: Wording, reading: Reading) -> str:
    """What the verdict is about; "" for the proposal as a whole, or where the words do not tell."""
    start, end = reading.part.start, reading.part.end
    after = text.plain[reading.cue[1] : end]
    if to := _TO.match(after):
        found = _short(after[to.end() :])
        if found:
            return found
    before = text.plain[start : reading.cue[1]]
    return _subject(before)


def _subject(before: str) -> str:
    """The subject of the clause that ends with the cue."""
    lead = _SUBJECT_START.match(before)
    rest = before[lead.end() :] if lead else before
    finite = _FINITE.search(" " + rest)
    if finite is None:
        return ""
    return _short(rest[: max(0, finite.start() - 1)])


def _short(words: str) -> str:
    stop = _STOP.search(words)
    found = (words[: stop.start()] if stop else words).strip(" ,.")
    for _ in range(3):
        found = _LEAD.sub("", found, count=1)
    found = _LIGHT.sub("", found).strip()
    if not found or _WHOLE.match(found) or LAGRUM in found:
        return ""
    if len(found) > _LONGEST:
        found = found[:_LONGEST].rsplit(" ", 1)[0]
    return found
