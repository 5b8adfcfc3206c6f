"""Does the author share the aim of the proposal? Neither a stance nor a verdict."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import Manner, Statement

_STEMS = (
    "delar",
    "angeläg",
    "vikti",
    "positiv",
    "välkomn",
    "förståelse",
    "sympati",
    "vällovlig",
    "behjärtansvär",
    "lovvär",
    "instämmer",
    "uppskatt",
    "respekt",
    "tanken",
    "tradition",
    "bra",
    "god ",
    "bakom",
    "stöd",
    "svår",
    "problem",
    "engag",
)
_AIM = re.compile(
    r"\bdelar (?:\w+ ){0,2}?(?:motionär|skribent|förslagsställar|initiativtagar|intention|ambition"
    r"|motionens|syftet|uppfattningen att)"
    r"|\b(?:frågan|ämnet|syftet|ändamålet|problemet|förslaget|motionen|verksamhet\w*|det|initiativet"
    r"|uppgiften)\b.{0,60}?\b(?:är|som)\b.{0,40}?\b(?:angelägen|angeläget|angelägna|mycket viktig\w?"
    r"|viktig\w?|"
    r"behjärtansvär\w+|vällovlig\w*|lovvär\w+|av stor vikt|av stor betydelse)"
    r"|\bfinner \w+ (?:vällovlig|angelägen|behjärtansvärd)\w*"
    r"|\bser (?:\w+ ){0,5}?positiv\w* (?:på|till)|\bställer sig (?:\w+ ){0,2}?i (?:grunden"
    r"|och för sig) positiv|\bpositiv grundinställning"
    r"|\bär (?:\w+ ){0,2}?positiv\w* till"
    r"|\bvälkomnar\b|\b(?:har|hyser) (?:\w+ ){0,2}?(?:förståelse|sympati|respekt)\b|\bsympatiserar\b"
    r"|\binstämmer (?:\w+ ){0,2}?(?:med motionär\w+|i att|i motionärens|i motionens)"
    r"|\bställer sig bakom (?:tanken|syftet|intention\w*|ambition\w*|idén)"
    r"|\b(?:angeläg(?:en|et|na)|viktig) (?:fråga|frågor|uppgift)\b|\bangeläg\w+ om att\b"
    r"|\bproblemet är (?:stort|allvarligt|verkligt)|\banledning till oro\b|\bhur viktig"
    r"|\b(?:intentionen|tanken|syftet|idén|ambitionen) (?:\w+ ){0,3}är (?:\w+ )?(?:god|bra|vällovlig"
    r"|lovvärd|behjärtansvärd|positiv)\w*"
    r"|\b(?:fin|god) tradition|\bförslaget är bra\b|\bmotionen är bra\b|\buppskattar (?:motionär"
    r"|engagemang|initiativ)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:inte|ej|icke|knappast)\b(?! bara)", re.IGNORECASE)
_BREAK = re.compile(r"\bmen\b|[;:]|, (?:och|utan)\b")
_BEFORE = 40


def shows_sympathy(statements: Sequence[Statement]) -> bool:
    """Whether the author says so, in its own words."""
    for statement in statements:
        if statement.voice.manner is not Manner.OWN:
            continue
        lower = statement.text.lower()
        if any(stem in lower for stem in _STEMS):
            for match in _AIM.finditer(statement.text):
                before = _BREAK.split(statement.text[max(0, match.start() - _BEFORE) : match.start()])[-1]
                around = before + statement.text[match.start() : match.end() + 10]
                if not _NOT.search(around):
                    return True
    return False
