"""Is what a verb says denied? "Kan inte tillstyrka", "tillstyrker inte", "anser inte att motionen bör "
"avslås"."""

import re

_NOT = r"(?:inte|ej|icke|knappast|aldrig|omöjligen)"
_ADVERBS = (
    r"(?: (?:heller|längre|nu|i dag|fullt ut|helt|ens|därför|för närvarande|för sin del|på nytt"
    r"|utan vidare))?"
)
_JUST_BEFORE = re.compile(rf"\b{_NOT}{_ADVERBS} \Z", re.IGNORECASE)
_JUST_AFTER = re.compile(
    rf"(?: (?:sig|oss|mig|därför|dock|alltså|således|därmed|emellertid|då|[a-zåäö-]+(?:nämnden"
    rf"|förvaltningen|kontoret|"
    rf"styrelsen|kansliet|rådet|bolaget|föreningen|förbundet)|vi|jag|nämnden|kontoret"
    rf"|rådet)){{0,3}} {_NOT}\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"\b{_NOT}\b", re.IGNORECASE)
_MODAL = (
    r"(?:kan|kunde|kunna|bör|borde|ska|skall|skulle|får|vill|ville|vilja|velat|måste|är beredd|är beredda"
    r"|avser|"
    r"anser sig|ser sig|torde)"
)
_AFTER_MODAL = re.compile(
    rf"\b{_MODAL}(?:,? [\w-]+){{0,7}}?,? {_NOT}(?:,? [\w-]+){{0,8}},? \Z"
    rf"|\b{_NOT} {_MODAL}(?: [\w-]+){{0,6}} \Z",
    re.IGNORECASE,
)
_NO_REASON = re.compile(
    rf"(?:\b{_NOT}|\b(?:ingen|inget|inga|ingenting|saknar))(?: [\w-]+){{0,4}} (?:att"
    rf"|för att) (?:[\w-]+ ){{0,2}}\Z"
    r"|\b(?:skäl|grund|anledning|motiv|fog|underlag|förutsättningar) saknas(?: [\w-]+){0,2} (?:för )?att"
    r" (?:[\w-]+ ){0,2}\Z"
    r"|\bsaknas (?:[\w-]+ ){0,2}(?:skäl|grund|anledning|motiv|fog|underlag|förutsättningar)(?: [\w-]+)?"
    r" (?:för )?att (?:[\w-]+ ){0,2}\Z",
    re.IGNORECASE,
)
_MATRIX = re.compile(
    rf"\b(?:anser|ser|tycker|bedömer|menar|finner|tror|föreslår|yrkar"
    rf"|förordar)(?: [\w-]+){{0,2}} {_NOT}(?: [\w-]+){{0,4}} att\b"
    rf"(?: [\w-]+){{0,8}} \Z",
    re.IGNORECASE,
)
_NOT_MOVED = re.compile(rf"\b{_NOT} (?:yrka|yrkat|rösta|röstat) (?:för )?\Z", re.IGNORECASE)
_NOR = re.compile(r"(?:Inte|Ej) heller\b")
# "Någon anledning att motsätta sig förslaget finns inte".
_SOME_REASON = re.compile(r"\bNågo[nt] (?:[\w-]+ ){1,4}att \Z", re.IGNORECASE)
_NONE_FOUND = re.compile(
    rf"\b(?:finns|föreligger|ses|saknas|har|finner [\w-]+"
    rf"|ser [\w-]+)(?: [\w-]+){{0,3}}? {_NOT}\b",
    re.IGNORECASE,
)
# "… kan inte se att behov föreligger och avstyrker": the denial ends where a new verb begins.
_RESTARTS = re.compile(
    r"\b(?:och|samt|men|varför|utan) (?:(?:därmed|därför|således|alltså) )?\Z", re.IGNORECASE
)
_FINITE = re.compile(r"(?:till|av)styrker\b|\bmotsätter|\bställer|\bstödjer|\bavråder", re.IGNORECASE)
_NO_OTHER = re.compile(r"\bannat än\b", re.IGNORECASE)
# "Motionen förtjänar inte bifall", "kan inte vinna bifall".
_IS_NOUN = re.compile(r"bifall", re.IGNORECASE)
_NOT_GIVEN = re.compile(
    rf"\b{_NOT} (?:[\w-]+ ){{0,2}}?(?:förtjänar|förtjäna|vinner|vinna|få|får|ges|ge|rön(?:er|a)|värd"
    rf"|medge) \Z"
    rf"|\b(?:förtjänar|vinner|får|ges|röner) (?:[\w-]+ ){{0,2}}?{_NOT} \Z",
    re.IGNORECASE,
)
# "förordar inte något bifall till motionen"
_NO_SUCH = re.compile(rf"\b(?:{_NOT} (?:något|ett)|inget) \Z", re.IGNORECASE)
_WINDOW = 110
_BREAK = re.compile(
    r"; |\bmen\b|\bmedan\b|\butan att\b|\boch (?=föreslår|hemställer|yrkar|beslutar|avstyrker|tillstyrker)"
    r"|: |, (?:och|samt|varför|dock)\b"
)


def is_denied(text: str, start: int, end: int, since: int) -> bool:
    """Whether the words at `text[start:end]` are denied by what stands around them; nothing before `since`
    counts, as it belongs to another statement of the sentence."""
    since = max(since, start - _WINDOW)
    breaks = [found.end() for found in _BREAK.finditer(text, since, start)]
    before = text[breaks[-1] if breaks else since : start]
    before = before if before.endswith(" ") or not before else before + " "
    if _NOT_MOVED.search(before):
        return True
    if _INSIDE.search(text, start, end):
        return True
    if not since and _NOR.match(text):
        return True
    if _NONE_FOUND.search(text, start) and _SOME_REASON.search(before):
        return True
    if _RESTARTS.search(before) and _FINITE.search(text, start, end):
        return _JUST_AFTER.match(text, end) is not None
    if _NO_OTHER.search(before):
        return False
    if _IS_NOUN.fullmatch(text, start, end) and _NOT_GIVEN.search(before):
        return True
    if _IS_NOUN.fullmatch(text, start, end) and _NO_SUCH.search(before):
        return True
    if _JUST_BEFORE.search(before) or _JUST_AFTER.match(text, end):
        return True
    return any(pattern.search(before) is not None for pattern in (_AFTER_MODAL, _NO_REASON, _MATRIX))


def is_just_denied(text: str, start: int) -> bool:
    """Whether a denial stands right before: "förslag som inte är besvarade"."""
    return _JUST_BEFORE.search(text, max(0, start - _WINDOW), start) is not None
