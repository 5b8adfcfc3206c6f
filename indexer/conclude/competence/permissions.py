"""What may or may not be done, as an author concludes it in ordinary language on what is proposed.

A modal alone ("kommunen kan", "får ges") is as often a plan, a wish or law that is taught. Three ways of
building the sentence tell a conclusion: what is proposed stands first and is then ruled on ("Egna läkare kan
kommunen inte anställa"), a word draws it from what precedes ("kan därför inte införas") or offers it instead
("får däremot ställas"), or the thing is called something that the kommun may ("är inget kommunen får göra").
"""

import re

from indexer.conclude.competence.terms import BODY

_MODAL = r"(?:kan|får|kunde|äger)"
_ACTOR = rf"(?:{BODY}|den|de|vi|man|det)"
_DRAWN = (
    r"(?:därför|således|alltså|därmed|följaktligen|sålunda|härav|av (?:samma|det|detta|den) (?:skäl"
    r"|anledning)"
    r"|på (?:samma|den) grund(?:en)?|däremot|dock|emellertid|i stället|istället|likväl|ändå|inte heller"
    r"|även då|fortfarande)"
)
_FRONTED = re.compile(
    rf"(?P<object>[^;:]{{3,220}}?),? {_MODAL} (?P<actor>{BODY}|den|de|vi|man) "
    r"|[^;:]{3,220}?,? (?:har|äger|saknar|står|råder|rår|ser) (?:det )?" + BODY + r" "
)
_CONNECTIVE = re.compile(
    r"(?:då|när|innan|efter att|om|sedan|medan|trots att|genom att|i dag|nu|här|dessutom|vidare|samtidigt"
    r"|också"
    r"|tillsammans|under|på sikt|framöver|därefter|enligt|med|från|för|i|på|av|vid|till|så|nästa|exempelvis"
    r"|vad|som|hur|när|vilka|vilken|vilket)\b"
)
"""Where the sentence begins so, no object stands first: "I dag kan kommunen inte …"."""
_LINKED = re.compile(
    rf"\b{_MODAL} (?:[^\s,;]{{1,30}} ){{0,4}}?{_DRAWN}\b|\b{_DRAWN} (?:[^\s,;]{{1,30}} ){{0,4}}?{_MODAL}\b"
    rf"|\b(?:är|vore|går|finns|står|har|möter|låter sig) (?:[^\s,;]{{1,30}} ){{0,4}}?{_DRAWN}\b"
    rf"|^(?:{_DRAWN}|mot (?:den|denna) bakgrund(?:en)?|sammantaget|sammanfattningsvis|ja|nej|svaret)\b"
    rf"|\bsvar är\b"
    r"|^enligt (?:vår|vårt|min|nämndens|kontorets|förvaltningens|[a-zåäö]{2,30}s) (?:bestämda )?(?:mening"
    r"|uppfattning|bedömning)\b"
    r"|\b(?:anser|bedömer|finner|menar|konstaterar)(?: [^\s,;]{1,20}){0,2} att\b"
    r"|^att [^;]{3,200} (?:låter sig|går|(?:är|vore|blir) (?:[^\s,;]{1,20} ){0,3}(?:o?möjligt|uteslutet"
    r"|o?tillåtet|i sin ordning"
    r"|godtagbart)|hindrar inte att|hindrar ej att)\b|^delvis (?:är|kan|får)\b"
    r"|\bvarför\b|\btorde\b|\b(?:fullt|mycket väl|alldeles) (?:möjligt?|tillåtet|lagligt|kan|får)\b"
    r"|\b(?:slutsats\w*|svaret|bedömning\w*|uppfattning|mening) (?:är|blir) (?:[^\s,;]{1,20} ){0,3}att\b"
    rf"|, (?:så|och därför) (?:[^\s,;]{{1,30}} ){{0,6}}?{_MODAL}\b"
)
_THING = re.compile(
    rf"\b(?:något|någonting|inget|ingenting|ingen uppgift|ingen sak|det enda) (?:som )?{_ACTOR} "
    rf"(?:[^\s,;]{{1,20}} ){{0,3}}?(?:kan|får|har rätt|ska|råder)\b"
)
ADDS = re.compile(r"\b(?:även|också|likaså)\b")
"""Something is added to what was just concluded."""
HOLDS = re.compile(
    r"\b(?:anser|bedömer|finner|menar|konstaterar|tolkar|vilket följer|vilket framgår|delar|instämmer"
    r"|enligt (?:vår|[a-zåäö]{0,30}(?:kontoret|förvaltningen|nämnden)s?))\b"
)
"""The author holds it to be so."""
_POINTED = re.compile(
    r"\b(?:sådan|sådant|sådana|det slaget|den typen|föreslag\w+|förslag(?:et|en|ets)?|motionen\w*|motionär\w*"
    r"|medborgarförslag\w*|i fråga|aktuell\w*|just (?:den|det|denna|detta)|vår|vårt|våra|för egen del)\b"
)


def is_fronted(low: str, start: int, end: int) -> bool:
    """Whether what is ruled on stands first: "Krav på spårbarhet får kommunen ställa"."""
    found = _FRONTED.match(low, start, end)
    return found is not None and _CONNECTIVE.match(low, start) is None


def is_drawn(low: str, start: int, end: int) -> bool:
    """Whether a word draws a conclusion, or offers something instead, right at the permission."""
    return _LINKED.search(low, start, end) is not None


def is_thing(low: str, start: int, end: int) -> bool:
    """Whether it is called something that the kommun may or may not do."""
    return _THING.search(low, start, end) is not None


def points_at_it(low: str, start: int, end: int) -> bool:
    """Whether the proposal, or a thing of that kind, is spoken of: "ett sådant förbud"."""
    return _POINTED.search(low, start, end) is not None


_KOMMUN = re.compile(
    r"\b(?:kan|får) (?:det )?(?:kommunen|staden|fullmäktige|kommunfullmäktige|[a-zåäö]{2,20}s? kommun) "
    r"|\b(?:kommunen|staden) får (?!in |del|ett |en |bättre|mer |fler |svårt|problem|ökad)|\bstår (?:det )?"
    r"(?:kommunen|staden) (?:helt )?fritt"
)


def rules_on_kommun(low: str, start: int, end: int) -> bool:
    """Whether it is the kommun itself that may or may not: no law needs to be named beside."""
    return _KOMMUN.search(low, start, end) is not None
