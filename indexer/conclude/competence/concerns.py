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
_AGAINST = re.compile(r"^(?: i vägen)? (?:mot|för) (?!att\b)")
_EXTENDS = re.compile(r"(?:omfattar|rymmer|inbegriper|innefattar|över)$", re.IGNORECASE)
_EXTENDS_TO = re.compile(r"^(?: (?:inte|ej|även|också|heller))* ")
_PERMITS = re.compile(r"\b(?:får|kan|äger)\b.* ([a-zåäö-]{1,40}[aeåo])$", re.IGNORECASE)
_OPENINGS = re.compile(
    r".*\b(?:om|huruvida) "
    r"|.*\b(?:bedöm\w+|anser|finner|finna|menar|konstatera\w*|mening|uppfattning\w*|bedömning\w*|slutsats\w*"
    r"|innebär|betyder|är|se|sägas|uteslut\w+|ifrågasättas|hänvisning till|genom|risk|talar för|klart om"
    r"|tvekan om)"
    r"(?: inte| också| dock| därför| därför att)? att "
    r"|,? ?(?:men|medan|och|däremot|eftersom|då|därför att) |",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r" (?:är|kan|vore|skulle|bör|får|ryms|rymmas|ligger|faller|strider|bryter|saknar|saknas|ingår|bedöms"
    r"|anses|anser"
    r"|håller|hör|utgör|medför|torde|måste|omfattas|låter|hamnar|har|möter|behöver|finns|gör|kommer|går|råder"
    r"|uppfyller|tillhör"
    r"|överskrider)\b"
)
_DENIALS_BEFORE = re.compile(
    r"(?: (?:inte|ej|icke|inte heller|heller|därför|således|alltså|dock|därmed|knappast|inte längre|däremot"
    r"|emellertid))+$",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"^(?:därmed|därför|sammantaget|sammanfattningsvis|samtidigt|sannolikt|troligen|där|här|dock|däremot"
    r"|vidare|således|alltså|juridiskt"
    r"|rättsligt|(?:i|på|med|enligt|under|ur|från|för|så länge|om|när|efter|mot|vid|utan|genom|av) .*)$",
    re.IGNORECASE,
)
_INVERTED_END = re.compile(
    r" (?:inte|ej|icke|därför|således|alltså|däremot|emellertid|dock|klart|helt|väl|utanför|inom|utöver"
    r"|förenlig\w*|oförenlig\w*"
    r"|tillåt\w*|otillåt\w*|laglig\w*|olaglig\w*|strida|i strid|invändningsfri\w*|rätt|befogenhet\w*|kunna"
    r"|anses|att|möjligt)\b|$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:att |(?:lagstöd|stöd i lag(?:en)?|laglig grund|hinder|utrymme) (?:för|mot) |kommunens "
    r"|den föreslagna |det föreslagna |de föreslagna |förslaget (?:om|att|till) (?:en "
    r"|ett |att )?"
    r"|motionens förslag (?:om|att) (?:en |ett )?|frågan om |en |ett |någon |något |däremot |även |också "
    r"|men |till "
    r"|för (?:en )?kommun\w* att |skulle |mot )",
    re.IGNORECASE,
)
_LIGHT = re.compile(
    r"^(?:ge|lämna|erbjuda|bevilja|utge|bedriva|tillhandahålla) (?!ut |över |till |sig |det |den "
    r"|dem )(?:ett |en )?",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"^(?:(?:det |hela )?förslaget(?: i (?:den|denna) del(?:en)?| i motionen)?|sådan verksamhet|motionen"
    r"|motionens förslag|medborgarförslaget|det|den|detta|dessa|de|så|hinder|någonting"
    r"|sådant|vad som föreslås|frågan|saken|inget|ingenting|det som föreslås|förslagen"
    r"|motionens intentioner|motionen (?:avslås|bifalls)|klarlägga|bedöma|avgöra|svara på|vi|kommunen"
    r"|staden|vilket|som|nämnden|kontoret|förvaltningen|fullmäktige|kommunfullmäktige|kommunstyrelsen"
    r"|[a-zåäö]+nämnden|[a-zåäö]+kontoret|man|vad som|där|göra det|annan sak|[a-zåäö]+förvaltningen|sådan"
    r"|hon|han)$",
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
    if (to := _object(said, after)) and (found := _short(after[to.end() :])):
        return found
    return _subject(text.plain[start : reading.cue[1]])


def _object(said: str, after: str) -> re.Match[str] | None:
    """What leads from the words of the verdict to what is judged, where that stands after them."""
    if said.endswith(("förbudet", "kravet", "förbudet att", "kravet att")):
        return None
    extends = _EXTENDS_TO.match(after) if _EXTENDS.search(said) else None
    return _INFINITIVE_NEXT.match(after) or _TO.match(after) or _AGAINST.match(after) or extends


def _subject(before: str) -> str:
    """The subject of the clause that ends with the cue, before its verb or, in inverted order, after it."""
    if before.startswith("Om "):
        return _inverted(" " + before)
    lead = _OPENINGS.match(before)
    rest = " " + (before[lead.end() :] if lead else before).lstrip(" ,")
    finite = _FINITE.search(rest)
    if finite is None:
        return ""
    first = _DENIALS_BEFORE.sub("", rest[: finite.start()]).strip()
    if first and not _ADVERBIAL.match(first):
        return _short(first)
    return _inverted(rest)


def _inverted(clause: str) -> str:
    """The subject that follows on the last verb: "Om lokalen hyrs ut är upplåtelsen förenlig"."""
    verbs = list(_FINITE.finditer(clause))
    if not verbs:
        return ""
    last = verbs[-1]
    stop = _INVERTED_END.search(clause, last.end())
    return _short(clause[last.end() : stop.start() if stop else len(clause)].strip())


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
