"""What is judged, in the words of the text and short: "juridisk rådgivning till enskilda"."""

import re

from indexer.conclude.competence.verdicts import Reading
from indexer.conclude.competence.wording import LAGRUM, Wording

_LONGEST = 120
_STOP = re.compile(
    r"[;:(]|,? (?:eftersom|därför att|då (?=det|den|de|kommun)|vilket|vilka|så länge|under förutsättning"
    r"|förutsatt|såvida|varför|utan stöd|med stöd av|med hänsyn|enligt|utan att|innan"
    r"|om (?=kommunen|det|den|de|avgiften)|(?:föreligger|finns|möter|saknas)\b|är inte|har såvitt)\b"
    r"|, |\blagrum|\.? *$"
)
_TO = re.compile(r"^[^,;.]{0,60}?\batt (?=\w)")
_INFINITIVE_NEXT = re.compile(r"^ (?=(?:[a-zåäö]{2,}a|ge|ta|få|ha|gå|stå|bo) )")
_PERMITS = re.compile(r"\b(?:får|kan|äger)\b.* ([a-zåäö-]{1,}[aeåso])$", re.IGNORECASE)
_OPENINGS = re.compile(
    r".*\b(?:om|huruvida) "
    r"|.*\b(?:bedöm\w+|anser|finner|finna|menar|konstatera\w*|mening|uppfattning\w*|bedömning\w*|slutsats\w*"
    r"|innebär|betyder|är|se|sägas|uteslut\w+|ifrågasättas|hänvisning till|genom|risk|talar för|klart om|tvekan om)"
    r"(?: inte| också| dock| därför| därför att)? att "
    r"|,? ?(?:men|medan|och|däremot|eftersom|då|därför att) |",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r" (?:är|kan|vore|skulle|bör|får|ryms|rymmas|ligger|faller|strider|bryter|saknar|saknas|ingår|bedöms|anses|anser"
    r"|håller|hör|utgör|medför|torde|måste|omfattas|låter|hamnar|har|möter|behöver|finns|gör|kommer|tillhör|överskrider)\b"
)
_DENIALS_BEFORE = re.compile(
    r"(?: (?:inte|ej|icke|inte heller|heller|därför|således|alltså|dock|därmed|knappast|inte längre|däremot|emellertid))+$",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"^(?:därmed|därför|sammantaget|sammanfattningsvis|samtidigt|sannolikt|troligen|där|här|dock|däremot|vidare|således|alltså|juridiskt"
    r"|rättsligt|(?:i|på|med|enligt|under|ur|från|för|så länge|om|när|efter|mot|vid|utan|genom|av) .*)$",
    re.IGNORECASE,
)
_INVERTED_END = re.compile(
    r" (?:inte|ej|icke|därför|således|alltså|däremot|emellertid|dock|klart|helt|väl|utanför|inom|utöver|förenlig\w*|oförenlig\w*"
    r"|tillåt\w*|otillåt\w*|laglig\w*|olaglig\w*|strida|i strid|invändningsfri\w*|rätt|befogenhet\w*|kunna|anses|att|möjligt)\b|$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:att |kommunens |den föreslagna |det föreslagna |de föreslagna |förslaget (?:om|att|till) (?:en |ett |att )?"
    r"|motionens förslag (?:om|att) (?:en |ett )?|frågan om |en |ett |någon |något |däremot |även |också |men |till "
    r"|för (?:en )?kommun\w* att |skulle |mot )",
    re.IGNORECASE,
)
_LIGHT = re.compile(
    r"^(?:ge|lämna|erbjuda|bevilja|utge|bedriva|tillhandahålla) (?!ut |över |till |sig |det |den |dem )(?:ett |en )?",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"^(?:(?:det |hela )?förslaget(?: i (?:den|denna) del(?:en)?| i motionen)?|sådan verksamhet|motionen|motionens förslag|medborgarförslaget|det|den|detta|dessa|de|så|hinder|någonting"
    r"|sådant|vad som föreslås|frågan|saken|inget|ingenting|det som föreslås|förslagen|motionens intentioner|vi|kommunen"
    r"|staden|vilket|som|nämnden|kontoret|förvaltningen|fullmäktige|kommunfullmäktige|kommunstyrelsen|[a-zåäö]+nämnden|[a-zåäö]+kontoret|man|vad som|där|göra det|annan sak|[a-zåäö]+förvaltningen|sådan|hon|han)$",
    re.IGNORECASE,
)


def concerns(text: Wording, reading: Reading) -> str:
    """What the verdict is about; "" for the proposal as a whole, or where the words do not tell."""
    start, end = reading.part.start, reading.part.end
    for first, last in reading.part.reasons:
        if first <= reading.cue[0] < last:
            start, end = first, last
    said, after = text.plain[reading.cue[0] : reading.cue[1]], text.plain[reading.cue[1] : end]
    if permitted := _PERMITS.search(said):
        return _short(permitted[1] + after)
    if to := (_TO.match(after) or _INFINITIVE_NEXT.match(after)):
        found = _short(after[to.end() :])
        if found:
            return found
    return _subject(text.plain[start : reading.cue[1]])


def _subject(before: str) -> str:
    """The subject of the clause that ends with the cue, before its verb or, in inverted order, after it."""
    lead = _OPENINGS.match(before)
    rest = " " + (before[lead.end() :] if lead else before).lstrip(" ,")
    finite = _FINITE.search(rest)
    if finite is None:
        return ""
    first = _DENIALS_BEFORE.sub("", rest[: finite.start()]).strip()
    if first and not _ADVERBIAL.match(first):
        return _short(first)
    stop = _INVERTED_END.search(rest, finite.end())
    return _short(rest[finite.end() : stop.start() if stop else len(rest)].strip())


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
