"""Does the author share the aim of the proposal? Neither a stance nor a verdict."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import Manner, Statement
from indexer.conclude.stems import Stems

_STEMS = Stems(
    *"delar angeläg vikti positiv välkomn förståelse sympati vällovlig behjärtansvär lovvär".split(),
    "instämmer",
    *"uppskatt respekt tanke idé avsikt tycker syftet tradition förslaget motionen bakom".split(),
    *"problem oro fördel".split(),
)
_FEW = r"(?:[\w-]+ ){0,5}?"
# What is shared must be the aim: "delar motionärens uppfattning att det vore lagligt" is about the law.
_NOT_LAW = r"(?![^.]{0,80}(?:laglig|förenlig|kompetens|tillåt|befogenhet|rättslig))"
_IMPORTANT = r"(?:angeläg(?:en|et|na)|(?:mycket )?viktiga?|viktigt|behjärtansvärd\w*|vällovlig\w*|lovvärd\w*)"
_AIMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bdelar {_FEW}(?:motionär|skribent|förslagsställar|initiativtagar|motionens|intention|ambition"
        rf"|syftet|oron?\b"
        rf"|uppfattning(?:en)? att|bild(?:en)? av){_NOT_LAW}",
        rf"\b(?:frågan|ämnet|syftet|ändamålet|problemet|förslaget|motionen|verksamhet\w*|initiativet"
        rf"|uppgiften)\b"
        rf"[^.]{{0,60}}?\b(?:är|som)\b[^.]{{0,40}}?\b(?:{_IMPORTANT}|av stor (?:vikt|betydelse))\b",
        r"\b(?:angelägen|angeläget|angelägna|viktig|viktiga) (?:fråga|frågor|uppgift|insats)\b"
        r"|\bangeläg\w+ om att\b",
        rf"\b(?:finner|anser|ser) (?:[\w-]+ ){{1,3}}?{_IMPORTANT}\b(?! att)",
        rf"\bser {_FEW}positiv\w* (?:på|till)\b|\bpositiv grundinställning\b",
        r"\bställer sig (?:[\w-]+ ){0,2}?i (?:grunden|och för sig|princip) positiv",
        r"\bär (?:[\w-]+ ){0,3}?positiv\w* till\b|\bvälkomnar\b|\bsympatiserar\b",
        r"\b(?:har|hyser|uttrycker|uttala\w*) (?:[\w-]+ ){0,2}?(?:förståelse|sympati|respekt)\b",
        r"\binstämmer (?:[\w-]+ ){0,2}?(?:med motionär\w+|i att|i motionärens|i motionens)" + _NOT_LAW,
        r"\bställer sig bakom (?:tanken|syftet|intention\w*|ambition\w*|idén)\b",
        r"\bproblemet är (?:stort|allvarligt|verkligt|växande)|\banledning till oro\b|\bhur viktig",
        r"\b(?:intentionen|tanken|syftet|idén|ambitionen)\b[^.]{0,40}? är (?:[\w-]+ )?(?:god|bra|vällovlig"
        r"|lovvärd|positiv)\w*",
        r"\b(?:fin|god) tradition\b|\b(?:förslaget|motionen) är bra\b",
        r"\b(?:känner|hyser|har) (?:[\w-]+ ){0,2}?(?:sympati|förståelse|respekt)\b|\bsympatisk\w*\b",
        rf"\btycker (?:[\w-]+ ){{0,2}}?att (?:[\w-]+ ){{1,8}}?är (?:mycket |väldigt )?(?:bra|positivt?"
        rf"|{_IMPORTANT})\b",
        r"\binstämmer i att\b" + _NOT_LAW,
        r"\b(?:god|bra|fin) (?:tanke|idé|avsikt)\b|\bgott syfte\b|\bgoda (?:tankar|idéer|avsikter)\b",
        r"\buppskattar (?:motionär|engagemang|initiativ)|\bser fördelar med\b",
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
