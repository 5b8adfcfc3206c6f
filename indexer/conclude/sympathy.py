"""Does the author share the aim of the proposal? Neither a stance nor a verdict."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import Manner, Statement
from indexer.conclude.needed import Groups, needed, stand
from indexer.conclude.stems import Stems, lower_case

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
_WORTHY_STEMS = "behjärtansvär vällovlig lovvär berömvär"
_IMPORTANT_STEMS = f"angeläg viktig {_WORTHY_STEMS}"
_AIMS = tuple(
    (stems.split(), needed(pattern), re.compile(pattern, re.IGNORECASE))
    for stems, pattern in (
        (
            "delar",
            rf"\bdelar {_FEW}(?:{_ASKER}|motionens|intention|ambition|syftet|oron?\b"
            rf"|uppfattning(?:en)? att|bild(?:en)? av){_NOT_LAW}",
        ),
        (
            f"{_IMPORTANT_STEMS} vikt betydelse",
            rf"\b(?:frågan|ämnet|syfte[t]?|ändamålet|problemet|förslaget|motionen|verksamhet\w*|initiativet"
            rf"|uppgiften)\b"
            rf"[^.]{{0,60}}?\b(?:är|som)\b[^.]{{0,40}}?\b(?:{_IMPORTANT}|av stor (?:vikt|betydelse))\b",
        ),
        (
            "angeläg viktig",
            r"\b(?:angelägen|angeläget|angelägna|viktig|viktiga) (?:fråga|frågor|uppgift|insats)\b"
            r"|\bangeläg\w+ om att\b",
        ),
        (
            _IMPORTANT_STEMS,
            rf"\b(?:finner|anser|ser) (?:[\w-]+ ){{1,3}}?{_IMPORTANT}\b(?! att)",
        ),
        # "Det är behjärtansvärt att", "finner det lovvärt att", "ett vällovligt mål"
        (
            _WORTHY_STEMS,
            rf"\b(?:är|vore|var|framstår som|finner|anser|ser|tycker|bedömer)\b[^.]{{0,70}}?\b{_WORTHY}",
        ),
        (_WORTHY_STEMS, rf"\b{_WORTHY} (?:[\w-]+ )?(?:förslag|motion|{_AIM})\b"),
        (
            "angeläget värdefullt positivt",
            rf"\b(?:anser|finner|tycker) det (?:[\w-]+ )?(?:angeläget|värdefullt|positivt) att\b{_NOT_LAW}"
            rf"|\bser det som (?:[\w-]+ )?(?:angeläget|värdefullt|positivt) att\b{_NOT_LAW}",
        ),
        (
            "positiv",
            r"\b(?:ser|såg) (?:[\w-]+ ){0,5}?positivt (?:på|till)\b|\bpositiv grund(?:inställning|syn)\b",
        ),
        ("positiv", r"\bställer sig (?:[\w-]+ ){0,2}?i (?:grunden|och för sig|princip) positiv"),
        (
            "positiv välkomnar sympatiserar",
            rf"\b(?:är|ställer sig) (?:[\w-]+ ){{0,3}}?positiv\w* till (?:[\w-]+ ){{0,2}}?{_AIM}\b"
            r"|\bvälkomnar\b(?![^.]*\b(?:tillstyrk|bifall))|\bsympatiserar\b",
        ),
        (
            "förståelse sympati respekt",
            r"\b(?:har|hyser|uttrycker|uttala\w*|känner|känna|känn) (?:[\w-]+ ){0,2}?(?:förståelse|sympati"
            r"|respekt)\b",
        ),
        (
            "instämmer",
            rf"\binstämmer (?:[\w-]+ ){{0,2}}?(?:med {_ASKER}\w+|i {_ASKER}\w+|i motionens){_NOT_LAW}"
            rf"|\b(?:varmt|helt|fullt ut) instämmer i\b{_NOT_LAW}",
        ),
        (
            "bakom stöder stödjer",
            rf"\bställer sig bakom (?:[\w-]+ )?{_AIM}\b|\bstöd(?:er|jer) (?:[\w-]+ )?(?:tanken|syftet"
            rf"|ambitionen|intentionen)\b",
        ),
        (
            "problem oro viktig allvarligt",
            r"\bproblemet är (?:stort|allvarligt|verkligt|växande)|\banledning till oro\b|\bhur viktig"
            r"|\bverkligt problem\b|\bser allvarligt på\b",
        ),
        (
            "syfte mål tanke tankar idé intention ambition avsikt strävan inriktning initiativ engagemang",
            rf"\b{_AIM}\b[^.]{{0,40}}? är (?:[\w-]+ )?(?:god|gott|goda|bra|fin|fint|sympatisk"
            rf"|positiv|{_WORTHY})\w*",
        ),
        (
            "tradition bra sympatisk",
            r"\b(?:fin|god) tradition\b|\b(?:förslaget|motionen) är bra\b|\bsympatisk\w*\b",
        ),
        (
            "tycker",
            rf"\btycker (?:[\w-]+ ){{0,2}}?att (?:[\w-]+ ){{1,8}}?är (?:mycket |väldigt )?(?:bra|positivt?"
            rf"|{_IMPORTANT})\b",
        ),
        ("instämmer", r"\binstämmer i att\b" + _NOT_LAW),
        (
            "tanke tankar idé avsikt syfte",
            r"\b(?:god|bra|fin) (?:tanke|idé|avsikt)\b|\bgott syfte\b|\bgoda (?:tankar|idéer|avsikter)\b",
        ),
        (
            "uppskatt fördelar tacksam ovärderlig",
            rf"\buppskattar (?:[\w-]+ ){{0,2}}?(?:{_ASKER}|{_AIM})|\buppskattning (?:över|för) |\buppskattar"
            rf" att {_ASKER}"
            r"|\bser fördelar med\b|\btacksam\w* för att\b|\bovärderlig\w* (?:arbete|insats)",
        ),
        ("förstå", rf"\bförstår (?:väl )?{_ASKER}|\blätt att förstå\b"),
    )
)
"""Ways of saying it, each with stems of which one must stand in the sentence, and what else stands wherever
it is said."""
_BY_STEM: dict[str, list[tuple[re.Pattern[str], Groups]]] = {}
for _stems, _groups, _aim in _AIMS:
    for _stem in _stems:
        _BY_STEM.setdefault(_stem, []).append((_aim, _groups))
_ANY = Stems(*_BY_STEM)
_NOT = re.compile(r"\b(?:inte|ej|icke|knappast)\b(?! bara)", re.IGNORECASE)
_BREAK = re.compile(r"\bmen\b|[;:]|, (?:och|utan)\b")
_BEFORE = 40
_AFTER = 10


def shows_sympathy(statements: Sequence[Statement]) -> bool:
    """Whether the author says so, in its own words."""
    return any(
        statement.voice.manner is Manner.OWN
        for statement in statements
        if _STEMS.within(statement.text) and _is_sympathy(statement.text)
    )


def _is_sympathy(text: str) -> bool:
    low = lower_case(text)
    aims = {aim for stem in _ANY.those_in(text) for aim in _BY_STEM[stem]}
    return any(_is_found(aim, text) for aim, groups in aims if stand(groups, low))


def _is_found(aim: re.Pattern[str], text: str) -> bool:
    """Whether it is said there, and not denied."""
    for found in aim.finditer(text):
        before = _BREAK.split(text[max(0, found.start() - _BEFORE) : found.start()])[-1]
        if not _NOT.search(before + text[found.start() : found.end() + _AFTER]):
            return True
    return False
