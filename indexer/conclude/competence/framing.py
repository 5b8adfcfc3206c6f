"""What looks like a conclusion and is none: questions, and law that is retold."""

import re
from functools import lru_cache

from indexer.conclude.competence.senses import speaks_of_kommun
from indexer.conclude.competence.terms import BODY
from indexer.conclude.needed import Ways

_KEPT = 64
"""Of so many sentences the answer is kept: each is asked for every cue it has."""

_NEUTRAL_QUESTION = re.compile(
    r"\b(?:frågan (?:är|blir|uppkommer|uppstår|gäller|kvarstår|återstår|måste ställas)|(?:uppkommer"
    r"|inställer sig|uppstår"
    r"|väcks|ställs|reses) frågan|fråga (?:är|om)|frågor|frågeställning\w*|pröva\w*|prövning\w*|bedöma"
    r"|avgöra?|ta ställning till|tas ställning till|tagit ställning till|undersök\w*"
    r"|utreda|utredas|utreder|utreds|utrett|utredning\w*|överväga|övervägt|redogör\w*|belys\w*|granska\w*"
    r"|bedömning av|beroende på|oavsett|frågas|frågar|undrar|svar på|vid bedömningen av|klargöra|klarlagt"
    r"|klarlägga|veta|besked|bedöm|ange|anger|svara på|svarar på|uttala sig|yttra sig|synpunkter på"
    r"|hört)"
    r" (?:[^\s,;]{1,30} ){0,5}?(?:om|huruvida|i vilken mån|i vilken utsträckning|hur långt"
    r"|(?<!utöver )(?<!utanför )(?<!än )(?<!inom )vad|vilka|vilket)\b|^(?:får|kan|har|är|ligger|ryms"
    r"|strider) [^.]{0,300}\?|^hur\b|^huruvida [^.]{3,200} är (?:en "
    r"|något )|^om [^,]{1,160}? är (?:en "
    r"|ytterst en )?(?:[a-zåäö]{1,20} )?fråga\b|\bför att (?:vara|bli|kunna)\b|\b(?:krävs|kräver"
    r"|förutsätter|fordras) (?:[^\s,;]{1,20} ){0,2}att\b"
)
_IS_FOR_OTHERS = re.compile(
    r"frågan? om [^.]{3,200} (?:ställdes|väcktes|togs upp|diskuterades)\b|(?:om"
    r"|huruvida) [^;]{1,160}? är en (?:[a-zåäö]{1,20} )?(?:fråga|sak) (?:som|för|där)\b"
)
_NAMED_QUESTION = re.compile(r"\b(?:frågan?|frågor|frågorna) (?:om|huruvida)\b")
_PREDICATE_AFTER = re.compile(
    r" (?:är|har|bör|behöver|måste|prövas|avgörs|aktualiseras|uppkommer|besvaras|behandlas|saknar|ställdes"
    r"|ställs|ställts|väcktes) "
)
_REASON_AFTER = re.compile(r"[,;]| eftersom | då ")
_LAW_RETOLD = Ways(
    r"\bonödigt tvång\b|\bbehandla [a-zåäö]{3,30} olika\b|^utan (?:lagstöd|stöd i)|^(?:enligt|i|av|ur"
    r"|genom|vidare|därutöver|dessutom|även"
    r"|också|till|med stöd av|bestämmelsen"
    r"|bestämmelserna) (?:[^\s;]{1,40} ){0,6}?lagrum"
    r"|^lagrum (?:[^\s;]{1,40} ){0,3}?(?:anger|föreskriver|stadgar|säger|innehåller|reglerar|innebär)\b"
    r"|^[^.;]{0,80}\b(?:lagrum|lagen|lag|praxis|förarbete\w*|bestämmelse\w*|doktrin\w*|rättsfall\w*"
    r"|grundsats\w*)\b[^.;]{0,60}\b(?:framgår|följer|anges|stadgas|föreskrivs|regleras|sägs|står|heter det"
    r"|lyder)\b (?:[^\s;]{1,40} ){0,4}?(?:att|:)"
    r"|\b(?:framgår|följer|anges|stadgas|föreskrivs) (?:av|i) (?:[^\s,;]{1,30} ){0,2}(?:lagrum|lagen|praxis"
    r"|förarbete\w*|rättspraxis) (?:[^\s;]{1,40} ){0,3}?att\b|^det (?:framgår|följer) av (?:lagrum|lagen"
    r"|praxis|rättspraxis|förarbetena)\b"
    r"|^(?:likställighetsprincipen|lokaliseringsprincipen|självkostnadsprincipen|principen"
    r"|den kommunala kompetensen|kommunallagen|lagen) (?:är|innebär|betyder|anger|säger|regleras|avgränsas"
    r"|bestäms)\b"
    r"|\b(?:allmänt främja näringslivet|ha hand om angelägenheter|ha hand om sådana angelägenheter|(?:bara"
    r"|endast) om det finns|om den drivs utan vinstsyfte)\b"
    r"|\b(?:får|kan|ska|skall) [a-zåäö]{3,20}s enligt lagrum"
    r"|\b(?:får|kan) (?:(?!inte|ej|icke|varken)[^\s,;]{1,30} ){0,3}enligt (?:lagrum|lag|lagen"
    r"|(?:\d{4} års )?[a-zåäö]{3,30}lag(?:en)?)\b(?! (?:[^\s,;]{1,30} ){0,2}(?:inte|ej|icke)\b)"
    r"|\bfår (?:[^\s,;]{1,30} ){0,3}(?:inte"
    r"|ej) (?:[^\s,;]{1,30} ){0,4}?utan (?:[^\s,;]{1,30} ){0,2}(?:lagstöd|stöd|[^\s,;]{0,30}tillstånd"
    r"|medgivande|samtycke|avtal)\b|\bfår sedan \d"
    r"|\benligt samma (?:paragraf|lag|bestämmelse|lagrum)\b|\bska(?:ll)? enligt lagrum\b"
    r"|\b(?:får|kan) [a-zåäö]{3,20}s med stöd av lagrum"
    r"|^[^,;]{3,120} (?:får|kan) [a-zåäö]{3,20}s med stöd av (?:[^\s,;]{1,20} )?lag"
    r"|\b(?:får|kan) enligt (?:samma|denna|nämnda) |^det är (?:inte |ej )?(?:tillåtet"
    r"|förbjudet) att (?!.{0,300}(?:kommun|stad|nämnd))"
    r"|\b(?:inte|ej) får [^,;]{1,40} utan (?:lagstöd|stöd)\b"
    r"|\bska(?:ll)? vara [^;]{1,120} och får (?:inte|ej) vara\b"
    r"|\b(?:är|blir) (?:inte |ej )?(?:o?tillåte[nt]|förbjude[nt]|o?laglig[at]?) "
    r"(?:endast |bara |först )?när\b"
    r"|\benbart (?:staten|någon annan|en annan)\b"
    r"|\bhar (?:[^\s,;]{1,20} ){0,3}?(?:godtagits|underkänts|upphävts)\b|\ben begränsning inom\b|\bska(?:ll)?"
    r" upphävas (?:endast |bara )?om\b"
    r"|\b(?:fastställda kommunala ändamålet|årliga prövning)\b"
    r"|\b(?:som regel|i regel|i allmänhet(?! ?[.,])"
    r"|vanligtvis|typiskt sett)\b|^av (?!utredning|rapport|ärende|motion|handling"
    r"|underlag)[^,;.]{1,60} (?:följer|framgår)\b[^,;.]{0,40} att\b"
    r"|\b(?:ansågs|har (?:[^\s,;]{1,20} ){0,3}ansetts|har i praxis|har i rättspraxis)\b"
    r"|^(?:grundläggande|utgångspunkten|huvudregeln|en grundläggande|en förutsättning|ett krav är"
    r"|allmänt gäller|en allmän (?:princip|regel)|för att (?:en|ett))\b"
)
_NEXT_CLAUSE = re.compile(r", (?:och|men) (?!att )|; ")
_OF_THIS = re.compile(r"\b(?:kommunens?|stadens?)\b")
_OF_THAT = re.compile(
    r"\b(?:inom|utanför|utöver|över) (?:ramen för |gränsen för |gränserna för )?(?:vad|det|det som) (?:som"
    r" )?(?:en )?kommun"
    r"|\b(?:är|vore|blir|får) (?:alltså |således |därmed |därför |numera )?(?:detta|sådant|en sådan"
    r" [a-zåäö]{3,30}"
    r"|ett sådant [a-zåäö]{3,30}) (?:[^\s,;]{1,20} ){0,2}?(?:o?tillåt|o?laglig|o?förenlig|o?möjlig|utesluten"
    r"|uteslutet)"
    r"|\b(?:detta|en sådan [a-zåäö]{3,30}|ett sådant [a-zåäö]{3,30}) (?:är|vore|blir) (?:[^\s,;]{1,20}"
    r" ){0,2}?"
    r"(?:o?tillåt|o?laglig|o?förenlig|o?möjlig|uteslut)"
)
"""It is of the proposal, though kommuner in general are spoken of: "är detta tillåtet för kommunerna"."""
_OF_MANY = re.compile(r"\bär (?:inte |ej |i princip )?(?:tillåtna|förbjudna|otillåtna)\b")
_LAW_DENIES = re.compile(
    r"\b(?:får|kan) (?:[^\s,;]{1,30} ){0,3}enligt lagrum (?:[^\s,;]{1,30} ){0,2}(?:inte|ej|icke)\b"
)
_BODY_FIRST = re.compile(rf"{BODY} får\b")
_SO_MAY_NOT = re.compile(
    r"(?:det|så|sådant|(?!enligt|av|i |genom|som|utan|en (?!sådan)|med)[^,;]{3,60}) (?:får|kan) (?:en kommun"
    r"|kommuner"
    r"|kommunen) "
)
_EXCEPTION = re.compile(
    r"\bkan (?:[^\s,;]{1,20} ){0,2}(?:i (?:sällsynta|vissa|enstaka|undantags\w*) fall|undantagsvis)\b"
)
_GENERIC = re.compile(
    r"\b(?:(?<!andra )(?<!flera )(?<!många )(?<!några )kommuner|en kommun|kommunerna|kommuns|kommunernas"
    r"|kommuners|kommuner och (?:regioner|landsting)|sådana? angelägenheter"
    r"|kommunala angelägenheter)\b"
)
_CONCLUDES = re.compile(
    r"\b(?:förslag(?:et|en|ets)?|föreslag\w+|föreslår|motionen\w*|motionär\w*|medborgarförslag\w*|därför"
    r"|därmed|således|alltså|följaktligen|sålunda|härav|därav|varför|bedöm\w+|anser"
    r"|finner|mening(?! som)|uppfattning|konstaterar|menar|aktuell\w*|i förevarande|slutsats\w*"
    r"|sammanfattningsvis|sammantaget"
    r"|[a-zåäö]{0,30}(?:kontoret|förvaltningen)\w*|skulle|vore|vår|vi|staden|ifrågavarande|tänkta?|begärda?"
    r"|ansökta?"
    r"|(?:båda|bägge) (?:åtgärderna|insatserna|delarna)|likväl|ändå|övertygad|vilket följer)\b"
)
_APPLIED = re.compile(
    r"\b(?:sådan|sådant|sådana|däremot|dock|emellertid|tvärtom|här|där|sagda|motsvarande|dessutom)\b"
)


_WISHED = re.compile(
    r"\b(?:viktigt|angeläget|önskvärt|önskvärd|nödvändigt|väsentligt|se till|ser till|tillse|säkerställa"
    r"|säkerställer|försäkra sig om|verka för|verkar för|arbeta för|begärt|begär|hoppas|efterlyser"
    r"|(?:en|enda) förutsättning(?:en)? är|krävs|kräver|kravet är) (?:[^\s,;]{1,20} ){0,2}?att [^,;]{0,140}$"
)
_IN_ORDER_TO = re.compile(r"^för att [^;]{3,160}? (?:krävs|fordras|behövs|måste|erfordras)\b")
_LONG_AGO = re.compile(
    r"\b(?:tidigare|förr|förut|på den tiden|dåvarande|fram till|före \d{4})\b[^;]{0,60}?"
    r"\b(?:hade|fick|kunde|var|stred|saknade|fanns)\b(?! [^;]{0,60}\b(?:haft|varit|kunnat|fått)\b)"
    r"|^(?:år |i )?(?:1[89]|20)\d\d (?:hade|fick|kunde|var|stred|saknade|fann|ansåg|bedömde)\b"
    r"|\b(?:fann|ansåg|bedömde|konstaterade) (?:redan |år )?(?:1[89]|20)\d\d\b"
)


def is_only_wished(low: str, start: int, cue: tuple[int, int], end: int) -> bool:
    """Whether it is said what must be so, or would be good, not what is: "det är viktigt att kommunen håller
    sig inom lagens ramar", "för att bidraget ska vara lagligt krävs att"."""
    if _WISHED.search(low[max(start, cue[0] - 200) : cue[0]]) is not None:
        return True
    aim = _IN_ORDER_TO.match(low, start, end)
    return aim is not None and cue[1] <= aim.end()


def is_of_the_past(low: str) -> bool:
    """Whether it is told how it once was: "tidigare hade kommunen rätt", "fann 1984 att"."""
    return _LONG_AGO.search(low) is not None


def is_question(low: str) -> bool:
    """A question, put directly or left to others: "huruvida det är lagligt är en fråga som …"."""
    return low.endswith(("?", "?”", '?"')) or _IS_FOR_OTHERS.match(low) is not None


def asks_whether(low: str, start: int, cue: tuple[int, int], end: int) -> bool:
    """Whether the words before the cue only put the question: "frågan är om", "pröva huruvida". "Frågan om
    utvisning är ingen kommunal angelägenhet" puts none, "frågan om det är lagligt har inte prövats" does."""
    if _NEUTRAL_QUESTION.search(low, start, cue[1]):
        return True
    named = _NAMED_QUESTION.search(low, start, cue[0])
    if named is None:
        return False
    reason = _REASON_AFTER.search(low, cue[1], end)
    return _PREDICATE_AFTER.search(low, cue[1], reason.start() if reason else end) is not None


def is_exception(low: str, start: int, end: int) -> bool:
    """What may be in rare cases is doctrine: "kan i sällsynta fall göra det tillåtet"."""
    return _EXCEPTION.search(low, start, end) is not None


def retells_law(low: str, place: int, *, leans: bool, against: bool = False) -> bool:
    """Law told or taught, and nothing said of the proposal, in the clause of `place`. `leans`: a verdict was
    just given, so that "det ingår inte heller i kompetensen för kommuner att utreda brott" goes on with it.
    `against`: words of law say that it may not be, which is seldom taught of kommuner in general."""
    if _CONCLUDES.search(low):
        return False
    breaks = [one.end() for one in _NEXT_CLAUSE.finditer(low, 0, place)]
    if breaks and (against or speaks_of_kommun(low, (breaks[-1], len(low)))):
        low = low[breaks[-1] :]
    if _LAW_DENIES.search(low) and (_BODY_FIRST.match(low) or not speaks_of_kommun(low, (0, len(low)))):
        return True
    if _SO_MAY_NOT.match(low):
        return False
    return _LAW_RETOLD.match_in(low) or (
        not leans
        and not against
        and not _OF_THAT.search(low)
        and (
            _GENERIC.search(low, 0, _clause_end(low, place))
            or (_OF_MANY.search(low) and not _OF_THIS.search(low))
        )
        is not None
    )


@lru_cache(maxsize=_KEPT)
def _clause_end(low: str, place: int) -> int:
    """Where the clause of `place` ends, if `low` still begins where it began: what many kommuner do is told
    after it ("…, och ett trettiotal kommuner har redan gjort så")."""
    end = low.find(", ", place)
    return end if end > 0 else len(low)


def is_applied(low: str) -> bool:
    """Whether a word shows that something is concluded on what is proposed."""
    return _CONCLUDES.search(low) is not None or _APPLIED.search(low) is not None


@lru_cache(maxsize=_KEPT)
def concludes(low: str) -> bool:
    """Whether a word of conclusion, or the proposal itself, stands there."""
    return _CONCLUDES.search(low) is not None


def is_generic(words: str) -> bool:
    """Whether kommuner in general are spoken of."""
    return _GENERIC.search(words) is not None
