"""What tells that something is, or is not, within the competence of the kommun.

Each cue has a sign as it stands without any denial ("strider mot" -1, "förenligt med" +1) and a strength:
SPECIFIC words can hardly mean anything else, LEGAL ones speak of what is lawful and need a kommun that
applies them, WEAK ones ("får inte", "möjligt") also need law right beside them.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from indexer.conclude.competence.terms import BODY, COMPETENCE, LAW, LEGALLY, gap


class Strength(IntEnum):
    """How much the words of a cue tell without their surroundings."""

    WEAK = 1
    LEGAL = 2
    SPECIFIC = 3


class Scope(IntEnum):
    """Where the denial of a cue stands."""

    NONE = 0
    """It is part of the cue: "inte en kommunal utan en statlig"."""
    BEFORE = 1
    """Before it or within it: "är inte förenligt", "inte ryms inom"."""
    AFTER = 2
    """Also right after it: "medger inte", "får kommunen inte"."""
    AROUND = 3
    """Anywhere in the clause: "hinder mot borgen finns inte", "utrymme för bidrag saknas"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A way of saying it. `only_denied`: without a denial it says nothing ("kräver lagstöd")."""

    pattern: re.Pattern[str]
    sign: int
    strength: Strength
    scope: Scope
    only_denied: bool


def _specific(pattern: str, sign: int, scope: Scope = Scope.BEFORE) -> Cue:
    return Cue(re.compile(r"\b" + pattern), sign, Strength.SPECIFIC, scope, only_denied=False)


def _legal(pattern: str, sign: int, scope: Scope = Scope.BEFORE, *, only_denied: bool = False) -> Cue:
    return Cue(re.compile(r"\b" + pattern), sign, Strength.LEGAL, scope, only_denied)


def _weak(pattern: str, sign: int, scope: Scope = Scope.BEFORE, *, only_denied: bool = False) -> Cue:
    return Cue(re.compile(r"\b" + pattern), sign, Strength.WEAK, scope, only_denied)


_NOT = r"(?:inte|ej|icke)"
_LIES = r"(?:(?:själva )?(?:ramen för|gränserna för|gränsen för|området för|ramarna för) )?"
_STAYS = r"(?:är|vara|vore|ryms|rymmas|ligger|ligga|faller|falla|håller|hålla|hamnar|hamna|befinner|göra|göras|ske|sker|stannar|genomföra|genomföras|bedrivas|inordnas|anses|bedöms|utföras|utförs)"
_TASK = r"(?:angelägenhet(?:er|en)?|uppgift(?:er|en)?|verksamhet(?:er|en)?|kärnuppgift(?:er)?)"
_INFINITIVE = r"(?:[a-zåäöé-]{2,30}a|stå|gå|ge|ta|få|ha|be|bo|[a-zåäö-]{2,30}as|ges|tas|fås)"
_STATE = r"(?:staten|statliga|en statlig|regionen|regionens|landstinget|landstingets|polisen|polisens|riksdagen|riksdagens|regeringen|regeringens|annan|någon annan|annan huvudman)"
_MAY = r"(?:befogenhet(?:er)?|behörighet|beslutanderätt|laglig rätt|rätt|laglig möjlighet|rättslig möjlighet|mandat i lag)(?= att\b| till det\b| därtill| härtill|[.,;]|$| enligt| i | på )"
_SOUND = r"(?:invändningsfri\w*|oproblematisk\w*|godtagba\w+|acceptab\w+|oantastlig\w*|möjlig\w*|hållba\w+|korrekt\w*|i sin ordning|okontroversiell\w*|oklanderlig\w*)"
_VIEW = r"(?:ur|från|i) (?:ett |en |strikt |rent )*(?:kommunalrättslig\w*|rättslig\w*|juridisk\w*|laglighets|kompetensrättslig\w*|kompetens)(?: |-)?(?:synpunkt|synvinkel|utgångspunkt\w*|perspektiv|hänseende|avseende|mening|aspekt)?"
_LEGAL_ADJECTIVE = r"(?:rättslig|juridisk|laglig|formell|kommunalrättslig|legal|kompetensrättslig|kommunallaglig|kompetensmässig)(?:t|a)?"
_SUPPORT = (
    r"(?:lagstöd|(?:lagligt|laga|rättsligt|legalt|lagenligt|uttryckligt) stöd|stöd i "
    + gap(3)
    + LAW
    + r"|(?:laglig|lagligt|rättslig|legal) (?:grund|möjlighet|rätt|väg|sätt|utväg)|(?:lagligt|rättsligt|legalt) utrymme|(?:lagliga|rättsliga) (?:möjligheter|förutsättningar))"
)
_EXISTS = r"(?:finns?|fanns|finnes|saknas?|saknar|har|ha|ges?|ger|gett|givits|föreligger|äger|får|fått|hittar|funnit|lämnar|utgör)"

CUES = (
    # The competence itself is named.
    _specific(
        rf"(?:förenliga?t?|förenas?|förenade|överensstämmelse|linje|enlighet|överens) {gap(2)}med {gap(5)}{COMPETENCE}",
        1,
    ),
    _specific(rf"oförenliga?t? {gap(2)}med {gap(5)}{COMPETENCE}", -1),
    _specific(rf"{_STAYS} {gap(8)}(?:inom|innanför) {_LIES}{gap(2)}{COMPETENCE}", 1),
    _specific(rf"(?:inom|innanför) {_LIES}{gap(2)}{COMPETENCE} {gap(4)}{_STAYS}", 1),
    _specific(rf"(?:utanför|utöver|utom|vid sidan av|bortom|främmande för) {_LIES}{gap(2)}{COMPETENCE}", -1),
    _specific(rf"(?:ingår?|inryms|ryms|inrymmas|innefattas) {gap(6)}i {gap(2)}{COMPETENCE}", 1),
    _specific(
        rf"(?:omfattas|omfattat|täcks|täckas|bärs|följer|motiveras|rättfärdigas|försvaras) {gap(5)}(?:av|med|inom) {gap(2)}{COMPETENCE}",
        1,
    ),
    _specific(
        rf"(?:hör|höra|tillhör|tillhöra|hänföras?|hänföra|räknas|är en del av) {gap(4)}(?:till |under |av )?{gap(2)}{COMPETENCE}",
        1,
    ),
    _specific(rf"(?:faller|falla|inordnas) {gap(3)}(?:under|in i|innanför) {gap(2)}{COMPETENCE}", 1),
    _specific(
        rf"(?:överskrid(?:er|a|s|as)|överträd(?:er|a|s|as)|spränger|går utanför|gå utanför|går utöver|gå utöver) {gap(3)}(?:{COMPETENCE}|sin(?:a)? befogenhet(?:er)?|sin kompetens)",
        -1,
    ),
    _specific(
        rf"(?:strida?(?:er)?|strede|bryter|bryta|i strid|stå i strid|står i strid) {gap(7)}(?:mot|med) {gap(5)}{COMPETENCE}",
        -1,
    ),
    _specific(
        rf"{COMPETENCE} {gap(3)}(?:omfattar|omfatta|inbegriper|innefattar|medger|tillåter|rymmer|räcker|räcka|sträcker sig)",
        1,
        Scope.AFTER,
    ),
    _specific(
        rf"{COMPETENCE} {gap(4)}(?:utgöra?|är|vara|innebär) {gap(3)}hinder(?! mot (?:varje|all))",
        -1,
        Scope.AROUND,
    ),
    _specific(r"kompetens(?:över|strid)[a-zåäö]*", -1),
    _specific(r"kompetensenlig[a-zåäö]*", 1),
    _specific(rf"(?:tillåten|laglig|lagenlig|godtagbar|legitim) kommunal {_TASK}", 1),
    _specific(rf"{_NOT} (?:är )?(?:en |någon )?kommunal (?:{_TASK} )?utan\b", -1, Scope.NONE),
    _specific(rf"går gränsen för {COMPETENCE}", -1, Scope.NONE),
    _specific(rf"angelägenhet(?:er)? {gap(5)}i (?:lagrum|kommunallagens|lagens) mening", 1),
    # Law is named.
    _legal(rf"(?:förenliga?t?|förenas?|förenade|överensstämmelse|samklang) {gap(1)}med {gap(3)}{LAW}", 1),
    _legal(rf"oförenliga?t? {gap(1)}med {gap(4)}{LAW}", -1),
    _legal(
        rf"{_STAYS} {gap(8)}(?:inom|innanför) {_LIES}{gap(1)}(?:lagrum|bemyndigande\w*|lagens (?:ram\w*|gränser)|det (?:lagligen |lagligt )?tillåtna)",
        1,
    ),
    _legal(
        rf"(?:utanför|utöver|bortom) {_LIES}{gap(1)}(?:lagrum|bemyndigande\w*|lagens (?:ram\w*|gränser)|det (?:lagligen |lagligt )?tillåtna)",
        -1,
    ),
    _legal(rf"(?:främmande för) {LAW}", -1),
    _legal(rf"strid(?:er|a|ande)? {gap(6)}mot {gap(4)}{LAW}", -1),
    _legal(rf"i {gap(1)}strid (?:med|mot) {gap(4)}{LAW}", -1),
    _legal(
        rf"(?:kränker|kränka|åsidosätter|överträder|överträda|överträds|kringgår|kringgå) {gap(5)}(?:mot )?{gap(2)}{LAW}",
        -1,
    ),
    _legal(rf"(?:bryter|bryta|brott) {gap(5)}mot {gap(3)}{LAW}", -1),
    _legal(
        rf"{LAW} {gap(6)}(?:medger|medge|tillåter|tillåta|möjliggör|godtar|lämnar utrymme)\b", 1, Scope.AFTER
    ),
    _legal(rf"(?:medges|medger|tillåter|tillåts) {gap(3)}(?:av |enligt )?{LAW}", 1, Scope.AFTER),
    _legal(
        rf"{LAW} {gap(2)}(?:ger|gav|berättigar|räcker|omfattar) {gap(6)}(?:rätt|möjlighet|befogenhet|behörighet|utrymme|stöd|till för att)\b",
        1,
        Scope.AROUND,
    ),
    _legal(
        rf"{_EXISTS} (?:(?!kräv|fordra|förutsätt|behöv)[^\s,;]{{1,40}} ){{0,6}}?{_SUPPORT}",
        1,
        Scope.AROUND,
    ),
    _legal(rf"{_SUPPORT}(?: [^,;]{{1,80}})? {_EXISTS}\b", 1, Scope.AROUND),
    _legal(
        rf"(?:kräver|kräva|förutsätter|fordrar|behöver|behövs) {gap(3)}{_SUPPORT}",
        -1,
        Scope.AROUND,
        only_denied=True,
    ),
    _legal(
        rf"(?:kan|får|kunna) (?!polisen|staten|länsstyrelsen|regeringen){gap(9)}med stöd av {gap(3)}(?:{LAW}|{COMPETENCE})",
        1,
    ),
    _legal(
        rf"{LAW} {gap(7)}(?:hindrar|hindra|utesluter|utesluta|förbjuder|förhindrar|sätter stopp|sätter p|lägger hinder)\b",
        -1,
        Scope.AFTER,
    ),
    _legal(
        rf"{LAW} {gap(4)}(?:utgöra?|är|lägger|reser|innebär) {gap(4)}hinder\b(?! mot (?:varje|all))",
        -1,
        Scope.AROUND,
    ),
    _legal(rf"(?:hindrar|hindras|hinder|utesluts) {gap(4)}(?:i|enligt|av) {gap(3)}{LAW}", -1, Scope.AROUND),
    _legal(rf"{_LEGAL_ADJECTIVE} (?:hinder|problem|betänkligheter|invändningar|spärr\w*)", -1, Scope.AROUND),
    _legal(rf"{_SOUND} {gap(4)}{_VIEW}", 1, Scope.AROUND),
    _legal(rf"{_VIEW} {gap(9)}{_SOUND}", 1, Scope.AROUND),
    _legal(
        rf"{_VIEW} {gap(9)}(?:att invända|att erinra|fel|problem\w*|hinder|hindrar)",
        -1,
        Scope.AROUND,
        only_denied=True,
    ),
    _legal(
        rf"(?:faller|föll|fallera|strandar) (?:redan |således |därmed |därför )?på {gap(3)}{LAW}",
        -1,
        Scope.NONE,
    ),
    _weak(
        rf"(?:är|har) {gap(5)}förbehåll(?:en|et|na|its) {_STATE}\b[^;]{{0,160}}\b(?:därför|alltså|således|därmed)\b",
        -1,
    ),
    _legal(r"kommunal(?:a|t)? angelägenhet(?:er)?\b", 1),
    _legal(rf"{_NOT} (?:[^\s,;]+ ){{0,3}}(?:av |en |någon )kommunal (?:art|fråga|uppgift)\b", -1, Scope.NONE),
    _legal(
        rf"(?:uppfyller|uppfylla|uppfylls|tillgodoser) {gap(3)}(?:kravet|kraven|krav|villkoren|förutsättningarna) {gap(3)}(?:{LAW}|{COMPETENCE}|allmänt intresse|anknytning|lokalisering)",
        1,
    ),
    _legal(rf"(?:hindrar|förbjuder|förhindrar|utesluter) {gap(2)}{LAW}", -1, Scope.AFTER),
    _legal(
        r"(?:fel|problem|problematiskt|hinder) (?:på |med )?(?:i lagens mening|rent rättsligt|i rättslig mening)",
        -1,
        Scope.AROUND,
        only_denied=True,
    ),
    _legal(rf"har {gap(2)}{BODY} (?:[^,;]{{1,40}} )?(?:inget|ingenting) att göra\b", -1, Scope.NONE),
    _legal(
        r"(?:angelägenhet|uppgift|verksamhet|insats|åtgärd) (?:som är )?av (?:sådant )?allmänt intresse", 1
    ),
    _legal(
        r"(?:av|ett|något|det|tillräckligt|sådant) (?:sådant )?(?:allmänt intresse|allmänintresse)",
        1,
        only_denied=True,
    ),
    _legal(
        rf"anknytning(?:en)? {gap(1)}till (?:kommunen|kommunens|staden|stadens|kommunmedlemmarna)",
        1,
        Scope.AROUND,
        only_denied=True,
    ),
    _legal(
        r"sådant (?:lag|rättsligt |lagligt )?stöd\b(?! (?:till|åt|för|som))",
        1,
        Scope.AROUND,
        only_denied=True,
    ),
    # What the kommun may do.
    _legal(
        rf"{BODY} {gap(5)}(?:har|hade|ha|äger|saknar|sakna|tillkommer|givits|fått|ges) {gap(6)}{_MAY}",
        1,
        Scope.AROUND,
    ),
    _legal(rf"(?:har|äger|saknar) {gap(2)}{BODY} {gap(6)}{_MAY}", 1, Scope.AROUND),
    _legal(
        rf"(?:ger|gett|givit|tillerkänner) {gap(3)}{BODY} {gap(3)}(?:befogenhet(?:er)?|rätt|möjlighet)(?= att\b)",
        1,
        Scope.AROUND,
    ),
    _legal(
        rf"(?:befogenhet(?:er)?|behörighet|rätt|lagligt utrymme|möjlighet enligt lagrum) {gap(10)}saknas",
        1,
        Scope.AROUND,
    ),
    _legal(rf"(?:saknas|finns) {gap(4)}(?:befogenhet|behörighet|rätt|laglig möjlighet)\b", 1, Scope.AROUND),
    _legal(rf"(?:tillkommer|ankommer) {gap(4)}{_NOT} {gap(2)}(?:på )?{BODY}", -1, Scope.NONE),
    _legal(rf"{_NOT} {gap(2)}(?:tillkommer|ankommer) {gap(2)}(?:på )?{BODY}", -1, Scope.NONE),
    _legal(
        rf"{_NOT} {gap(2)}(?:något|någonting|en sak|en uppgift|en sådan angelägenhet) som {BODY} {gap(2)}(?:får|kan|har rätt att)",
        -1,
        Scope.NONE,
    ),
    _legal(r"oförhindra(?:d|de|t)\b", 1),
    _legal(r"förhindra(?:d|de|t) {0}att\b".replace("{0}", gap(4)), -1),
    _legal(
        rf"kan {gap(6)}(?:lagligen|rättsligen|legalt|i laglig ordning|(?:rättsligt|juridiskt) sett)\b",
        1,
        Scope.AFTER,
    ),
    _legal(
        rf"{LEGALLY} {gap(2)}(?:möjlig|möjligt|hållbar|hållbart|godtagbart?|oantastlig\w*|invändningsfri\w*)\b",
        1,
        Scope.AFTER,
    ),
    _legal(
        rf"(?:möjligt|utrymme|möjlighet|fritt) {gap(5)}(?:enligt|inom|i) {gap(2)}(?:{LAW}|{COMPETENCE})",
        1,
        Scope.AROUND,
    ),
    # What is lawful.
    _legal(r"(?:tillåt(?:et|en|na|ligt?)|tillåts)\b", 1),
    _legal(r"(?:otillåt(?:et|en|na)|förbjud(?:et|en|na))\b", -1),
    _legal(
        r"(?:laglig(?:t|a|en)?|lagenlig(?:t|a)?|legal(?:t|a)?|rättsenlig(?:t|a)?)(?! (?:vårdnadshavare|ram))\b",
        1,
    ),
    _legal(r"(?:olaglig(?:t|a|en)?|lagstridig(?:t|a)?|rättsstridig(?:t|a)?|författningsstridig\w*)\b", -1),
    _legal(
        rf"kommunens (?:befogenhet(?:er)?|kompetens|handlingsutrymme) {gap(2)}(?:räcker|omfattar|sträcker sig)",
        1,
        Scope.AFTER,
    ),
    _legal(rf"(?:inom|innanför) {gap(2)}kommunens (?:handlingsutrymme|handlingsfrihet|beslutanderätt)", 1),
    _legal(
        rf"utanför {gap(2)}(?:den kommunala|kommunens|fullmäktiges) (?:handlingsutrymme\w*|handlingsfrihet\w*|beslutanderätt\w*)",
        -1,
    ),
    # Words that mean it only where law is spoken of.
    _weak(rf"(?<!som ){BODY} {gap(5)}(?:får|äger) {gap(7)}{_INFINITIVE}\b", 1, Scope.AFTER),
    _weak(rf"(?<!som )(?:får|äger) {gap(2)}{BODY} {gap(7)}{_INFINITIVE}\b", 1, Scope.AFTER),
    _weak(rf"får {gap(9)}{_NOT} {gap(4)}{_INFINITIVE}\b", 1),
    _weak(rf"(?<!som ){_NOT} {gap(6)}(?:får|kan) {gap(4)}[a-zåäö-]{{2,30}}(?:as|s)\b", 1),
    _weak(rf"kan {gap(6)}{_NOT} {gap(4)}[a-zåäö-]{{2,30}}(?:as|ges|tas)\b", 1),
    _weak(rf"{BODY} {gap(4)}kan {gap(6)}{_NOT} {gap(4)}{_INFINITIVE}\b", 1),
    _weak(rf"kan {BODY} {gap(4)}{_NOT} {gap(4)}{_INFINITIVE}\b", 1),
    _weak(
        r"(?:uppgift|angelägenhet|fråga) (?:för|som ankommer på) (?:kommunen|staden|en kommun|kommunerna)\b",
        1,
        only_denied=True,
    ),
    _weak(
        r"(?:är|vara|vore|blir|anses) (?:[^\s,;]+ ){0,4}(?:en )?kommunal(?:a)? (?:uppgift(?:er)?|kärnuppgift)",
        1,
    ),
    _weak(rf"{_NOT} {gap(2)}(?:är )?(?:kommunens|stadens|nämndens) uppgift\b", -1, Scope.NONE),
    _weak(r"(?:godtagbar(?:t|a)?|godtas|godtagits|i sin ordning|möjligt|möjlig|inget fel på)\b", 1),
    _weak(r"(?:hinder|hindrar|hindra|utesluter|förbjuder|förbud)\b", -1, Scope.AROUND, only_denied=True),
    _weak(r"utrymme för\b", 1, Scope.AROUND),
    _weak(rf"(?:står|stå) {gap(4)}fritt\b", 1, Scope.AROUND),
)
"""All of them; of equal strength the earlier in a sentence outranks."""
