"""Does the author share the aim of the proposal? Neither a stance nor a verdict."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import Manner, Statement
from indexer.conclude.stems import Stems

_STEMS = Stems(
    *"delar angeläg vikti positiv välkomn förståelse sympati vällovlig behjärtansvär lovvär".split(),
    "instämmer",
    *"uppskatt respekt tanke idé avsikt tycker syfte tradition förslaget motionen bakom".split(),
    *"problem oro fördel rätt förstå allvarligt ovärderlig värdefull tacksam beaktansvär berömvär".split(),
)
_FEW = r"(?:[\w-]+ ){0,5}?"
# What is shared must be the aim: "delar motionärens uppfattning att det vore lagligt" is about the law.
_NOT_LAW = r"(?![^.]{0,80}(?:laglig|förenlig|kompetens|tillåt|befogenhet|rättslig))"
_WORTHY = r"(?:behjärtansvär[dt]\w*|vällovlig\w*|lovvär[dt]\w*|berömvär[dt]\w*)"
_IMPORTANT = rf"(?:angeläg(?:en|et|na)|(?:mycket )?viktiga?|viktigt|{_WORTHY})"
_AIM = (
    r"(?:syfte\w*|ändamål\w*|tanke\w*|tankar\w*|idén?|intention\w*|ambition\w*|avsikt\w*|grundtanke\w*|målsättning\w*"
    r"|mål|strävan|tankegång\w*|inriktning\w*|initiativ\w*|engagemang\w*)"
)
_ASKER = r"(?:motionär|förslagsställar|skribent|initiativtagar|interpellant)"
_AIMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bdelar {_FEW}(?:{_ASKER}|motionens|intention|ambition|syftet|oron?\b"
        rf"|uppfattning(?:en)? att|bild(?:en)? av){_NOT_LAW}",
        rf"\b(?:frågan|ämnet|syfte[t]?|ändamålet|problemet|förslaget|motionen|verksamhet\w*|initiativet"
        rf"|uppgiften)\b"
        rf"[^.]{{0,60}}?\b(?:är|som)\b[^.]{{0,40}}?\b(?:{_IMPORTANT}|av stor (?:vikt|betydelse))\b",
        r"\b(?:angelägen|angeläget|angelägna|viktig|viktiga) (?:fråga|frågor|uppgift|insats)\b"
        r"|\bangeläg\w+ om att\b",
        rf"\b(?:finner|anser|ser) (?:[\w-]+ ){{1,3}}?{_IMPORTANT}\b(?! att)",
        # "Det är behjärtansvärt att", "finner det lovvärt att", "ett vällovligt mål"
        rf"\b(?:är|vore|var|framstår som|finner|anser|ser|tycker|bedömer)\b[^.]{{0,70}}?\b{_WORTHY}",
        rf"\b{_WORTHY} (?:[\w-]+ )?(?:förslag|motion|{_AIM})\b",
        rf"\b(?:anser|finner|tycker) det (?:[\w-]+ )?(?:angeläget|värdefullt|positivt) att\b{_NOT_LAW}"
        rf"|\bser det som (?:[\w-]+ )?(?:angeläget|värdefullt|positivt) att\b{_NOT_LAW}",
        r"\b(?:ser|såg) (?:[\w-]+ ){0,5}?positivt (?:på|till)\b|\bpositiv grund(?:inställning|syn)\b",
        r"\bställer sig (?:[\w-]+ ){0,2}?i (?:grunden|och för sig|princip) positiv",
        rf"\b(?:är|ställer sig) (?:[\w-]+ ){{0,3}}?positiv\w* till (?:[\w-]+ ){{0,2}}?{_AIM}\b"
        r"|\bvälkomnar\b(?![^.]*\b(?:tillstyrk|bifall))|\bsympatiserar\b",
        r"\b(?:har|hyser|uttrycker|uttala\w*|känner|känna|känn) (?:[\w-]+ ){0,2}?(?:förståelse|sympati"
        r"|respekt)\b",
        rf"\binstämmer (?:[\w-]+ ){{0,2}}?(?:med {_ASKER}\w+|i {_ASKER}\w+|i motionens){_NOT_LAW}"
        rf"|\b(?:varmt|helt|fullt ut) instämmer i\b{_NOT_LAW}",
        rf"\bställer sig bakom (?:[\w-]+ )?{_AIM}\b|\bstöd(?:er|jer) (?:[\w-]+ )?(?:tanken|syftet"
        rf"|ambitionen|intentionen)\b",
        r"\bproblemet är (?:stort|allvarligt|verkligt|växande)|\banledning till oro\b|\bhur viktig"
        r"|\bverkligt problem\b|\bser allvarligt på\b",
        rf"\b{_AIM}\b[^.]{{0,40}}? är (?:[\w-]+ )?(?:god|gott|goda|bra|fin|fint|sympatisk"
        rf"|positiv|{_WORTHY})\w*",
        r"\b(?:fin|god) tradition\b|\b(?:förslaget|motionen) är bra\b|\bsympatisk\w*\b",
        rf"\btycker (?:[\w-]+ ){{0,2}}?att (?:[\w-]+ ){{1,8}}?är (?:mycket |väldigt )?(?:bra|positivt?"
        rf"|{_IMPORTANT})\b",
        r"\binstämmer i att\b" + _NOT_LAW,
        r"\b(?:god|bra|fin) (?:tanke|idé|avsikt)\b|\bgott syfte\b|\bgoda (?:tankar|idéer|avsikter)\b",
        rf"\buppskattar (?:[\w-]+ ){{0,2}}?(?:{_ASKER}|{_AIM})|\buppskattning (?:över|för) |\buppskattar"
        rf" att {_ASKER}"
        r"|\bser fördelar med\b|\btacksam\w* för att\b|\bovärderlig\w* (?:arbete|insats)",
        rf"\bförstår (?:väl )?{_ASKER}|\blätt att förstå\b",
    )
)
_NOT = re.compile(r"\b(?:inte|ej|icke|knappast)\b(?! bara)", re.IGNORECASE)
_BREAK = re.compile(r"\bmen\b|[;:]|, (?:och|utan)\b")
_BEFORE = 40
_AFTER = 10


def shows_sympathy(statements: Sequence[Statement]) -> bool:
    """Whether the author says so, in its own words."""
    return any(
        _is_sympathy(statement.text)
        for statement in statements
        if statement.voice.manner is Manner.OWN and _STEMS.within(statement.text)
    )


def _is_sympathy(text: str) -> bool:
    for aim in _AIMS:
        for found in aim.finditer(text):
            before = _BREAK.split(text[max(0, found.start() - _BEFORE) : found.start()])[-1]
            if not _NOT.search(before + text[found.start() : found.end() + _AFTER]):
                return True
    return False
