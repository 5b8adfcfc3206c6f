"""What may or may not be done, as an author concludes it in ordinary language on what is proposed.

A modal alone ("kommunen kan", "får ges") is as often a plan, a wish or law that is taught. Three ways of
building the sentence tell a conclusion: what is proposed stands first and is then ruled on ("Egna läkare kan
kommunen inte anställa"), a word draws it from what precedes ("kan därför inte införas") or offers it instead
("får däremot ställas"), or the thing is called something that the kommun may ("är inget kommunen får göra").
"""

import re

from indexer.conclude.competence.framing import is_applied
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
    r"|\b(?:anser|bedömer|finner|menar|konstaterar|landar i|ligger i sakens natur|är självklart|är"
    r" självfallet|klart|kommit fram till|kommer fram till|drar slutsatsen"
    r"|stannar (?:för|vid))(?: [^\s,;]{1,20}){0,2} att\b"
    r"|\b(?:får|kan) (?:inte |ej )?[a-zåäö]{3,20}s\b[^;.,]{0,60}, (?:eftersom|enär|därför att|då)\b"
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
    r"\b(?:anser|bedömer|finner|menar|konstaterar|tolkar|kommit fram till|landar i|vilket följer|vilket"
    r" framgår|delar|instämmer"
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
    r"\b(?:att|så) (?:kommunen|staden|fullmäktige|kommuner|en kommun) (?:[^\s,;]{1,20} ){0,6}?får (?!in |del"
    r"|ett |en |bättre|mer"
    r" )"
    r"|\b(?:kan|får) (?:det )?(?:kommunen|staden|fullmäktige|kommunfullmäktige|[a-zåäö]{2,20}s? kommun) "
    r"|\b(?:kommunen|staden) får (?!in |del|ett |en |bättre|mer |fler |svårt|problem|ökad)|\bstår (?:det )?"
    r"(?:kommunen|staden) (?:helt )?fritt"
)


def rules_on_kommun(low: str, start: int, end: int) -> bool:
    """Whether it is the kommun itself that may or may not: no law needs to be named beside."""
    return _KOMMUN.search(low, start, end) is not None


_ADVERBS = (
    r"(?:(?:dock|däremot|emellertid|alltså|således|därför|därmed|nämligen|heller|helt enkelt|i princip"
    r"|lagligen"
    r"|enligt (?:lag|lagrum)|som [a-zåäö]{3,20}|över huvud taget|inte heller|självfallet|givetvis|ensidigt"
    r"|själv|sålunda|följaktligen|vidare|normalt|ens) ){0,3}"
)
_RULED = r"(?:kommunen|staden|fullmäktige|kommunfullmäktige|en kommun|kommunerna)"
_BANS = re.compile(
    rf"\b(?<!som ){_RULED} {_ADVERBS}(?:får|äger|må) {_ADVERBS}(?:inte|ej|icke) "
    rf"|\b(?:får|äger|må) {_ADVERBS}{_RULED} {_ADVERBS}(?:inte|ej|icke)\b"
    rf"|\b(?:att|så att|därför) {_RULED} {_ADVERBS}(?:inte|ej|icke) {_ADVERBS}(?:får|äger) "
)


def bans(low: str, start: int, end: int) -> bool:
    """Whether it is said outright that the kommun may not: what a kommun may not is law."""
    return _BANS.search(low, start, end) is not None


_ONLY_SO = re.compile(
    r"\b(?:bara|endast|enbart|först) (?:[^\s,;]{1,20} ){0,2}?(?:om det finns|om synnerliga|om det föreligger"
    r"|efter|när|från)\b"
)
_OF_LAW = re.compile(r"lagrum|\blag|kompeten|befogen|rättslig|juridi|tillåt|laglig")
_GRANTS = re.compile(
    r"\b(?:utgå|lämnas|ges|beviljas|tas ut|hyras ut|säljas|stödjas|finansieras|delas ut|slopas|bekostas"
    r"|upplåtas"
    r"|inrättas|anordnas|skänkas|avskrivas|efterskänkas|sponsras|användas|behållas|kan ordnas|tillåtas"
    r"|godtas)\b"
)
_BY_US = re.compile(r"\b(?:får|kan) vi\b(?! göra)|\bvi (?:[^\s,;]{1,20} ){0,2}(?:får|kan)\b(?! göra)")
_BY_KOMMUN = re.compile(
    r"\b(?:kommunen|staden|fullmäktige|kommunfullmäktige|kommun|kommunstyrelsen|[a-zåäö]{3,20}nämnden"
    r"|nämnden)\b"
)


def is_bare(low: str, start: int, end: int, *, here: bool, framed: bool) -> bool:
    """Whether only a thing or "vi" may, and nothing is given, drawn or said of law: "lådorna får utnyttjas
    fritt", "vi får vara i aulan"."""
    if _OF_LAW.search(low) is not None:
        return False
    if _BY_US.search(low, start, end) is not None:
        return True
    if is_applied(low):
        return False
    if here and _GRANTS.search(low, start, end) is not None:
        return False
    return not framed and _BY_KOMMUN.search(low, start, end) is None


def is_only_so(low: str, start: int, end: int) -> bool:
    """Whether it is told only when it may be: "får kommunen bara göra om det finns synnerliga skäl"."""
    return _ONLY_SO.search(low, start, end) is not None


def names_kommun(low: str) -> bool:
    """Whether the kommun, or a body of it, is named."""
    return _BY_KOMMUN.search(low) is not None
