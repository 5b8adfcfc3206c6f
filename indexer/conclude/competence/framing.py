"""What looks like a conclusion and is none: questions, law retold, what others claim."""

import re

from indexer.conclude.competence.terms import BODY, COMPETENCE

_NEUTRAL_QUESTION = re.compile(
    r"\b(?:frågan (?:är|blir|uppkommer|uppstår|gäller|kvarstår|återstår|måste ställas)|(?:uppkommer|uppstår"
    r"|väcks|ställs|reses) frågan|fråga (?:är|om)|frågor|frågeställning\w*|pröva\w*|prövning\w*|bedöma"
    r"|avgöra|ta ställning till|tas ställning till|tagit ställning till|undersök\w*"
    r"|utreda|utredas|utreder|utreds|utrett|utredning\w*|överväga|övervägt|redogör\w*|belys\w*|granska\w*"
    r"|bedömning av|beroende på|oavsett|frågas|frågar|undrar|svar på|vid bedömningen av|klargöra|klarlagt"
    r"|klarlägga|veta|besked|bedöm|ange|anger|anges|svara på|svarar på|uttala sig|yttra sig|synpunkter på"
    r"|hört)"
    r" (?:[^\s,;]{1,30} ){0,5}?(?:om|huruvida|i vilken mån|i vilken utsträckning|hur långt|vad|vilka"
    r"|vilket)\b|^(?:får|kan|har|är|ligger|ryms|strider) [^.]{0,300}\?|^hur\b|^om [^,]{1,160}? är (?:en "
    r"|ytterst en )?(?:[a-zåäö]{1,20} )?fråga\b|\bför att (?:vara|bli|kunna)\b|\b(?:krävs|kräver"
    r"|förutsätter|fordras) (?:[^\s,;]{1,20} ){0,2}att\b"
)
_NAMED_QUESTION = re.compile(r"\b(?:frågan|frågor|frågorna) (?:om|huruvida)\b")
_PREDICATE_AFTER = re.compile(
    r" (?:är|har|bör|behöver|måste|prövas|avgörs|aktualiseras|uppkommer|besvaras|behandlas|saknar) "
)
_REASON_AFTER = re.compile(r"[,;]| eftersom | då ")
_LAW_RETOLD = re.compile(
    r"^(?:enligt|i|av|ur|genom|vidare|därutöver|dessutom|även|också|till|med stöd av|bestämmelsen"
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
    r"|\b(?:får|kan) (?:[^\s,;]{1,30} ){0,3}enligt lagrum(?! (?:[^\s,;]{1,30} ){0,2}(?:inte|ej|icke)\b)"
    r"|\bfår (?:[^\s,;]{1,30} ){0,3}(?:inte|ej) utan (?:[^\s,;]{1,30} ){0,2}(?:lagstöd|stöd)\b"
    r"|\benbart (?:staten|någon annan|en annan)\b"
    r"|\ben begränsning inom\b|\b(?:fastställda kommunala ändamålet|årliga prövning)\b"
    r"|\bär (?:inte |ej |i princip )?(?:tillåtna|förbjudna|otillåtna)\b|\b(?:som regel|i regel|i allmänhet"
    r"|vanligtvis|typiskt sett)\b|^av (?!utredning|rapport|ärende|motion|handling"
    r"|underlag)[^,;.]{1,60} (?:följer|framgår)\b[^,;.]{0,40} att\b"
    r"|\b(?:ansågs|har (?:[^\s,;]{1,20} ){0,3}ansetts|har i praxis|har i rättspraxis)\b"
    r"|^(?:grundläggande|utgångspunkten|huvudregeln|en grundläggande|en förutsättning|ett krav"
    r"|allmänt gäller|en allmän (?:princip|regel)|för att (?:en|ett))\b"
)
_LAW_DENIES = re.compile(
    r"\b(?:får|kan) (?:[^\s,;]{1,30} ){0,3}enligt lagrum (?:[^\s,;]{1,30} ){0,2}(?:inte|ej|icke)\b"
)
_BODY_FIRST = re.compile(rf"{BODY} får\b")
_SO_MAY_NOT = re.compile(r"(?:det|så|sådant) får (?:en kommun|kommuner) ")
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
    r"|kontoret\w*|förvaltningen\w*|skulle|vore|vår|vi|staden|ifrågavarande|tänkta?|begärda?|ansökta?"
    r"|likväl|ändå|övertygad|vilket följer)\b"
)
_APPLIED = re.compile(
    r"\b(?:sådan|sådant|sådana|däremot|dock|emellertid|tvärtom|här|där|sagda|motsvarande|dessutom)\b"
)
_CLAIMED = re.compile(
    r"\b(?:motionär\w*|förslagsställar\w*|motionens författare|skribent\w*|initiativtagar\w*|insändar\w*"
    r"|klagande\w*|sökanden|yrkande\w*) (?:[^\s,;]{1,30} ){0,4}?"
    r"(?:menar|anser|anför|hävdar|framhåller|skriver|påstår|påpekar|uppger|pekar|hänvisar|konstaterar"
    r"|tycker|utgår|gör gällande|synes mena|tycks mena)"
    r"|\benligt (?:motionär\w*|motionen|förslagsställar\w*|skribent\w*)|\bi (?:motionen|medborgarförslaget"
    r"|förslaget|skrivelsen) (?:hävdas|anförs|framhålls|påstås|sägs|uppges|anges|konstateras|skrivs"
    r"|beskrivs|menas|hänvisas|görs gällande)"
    r"|\b(?<!vad )(?:domstolen|kammarrätten|förvaltningsrätten|länsrätten|regeringsrätten"
    r"|högsta förvaltningsdomstolen|hfd|justitieombudsmannen|jo|lagrådet|regeringen|riksdagen|utredningen"
    r"|utredaren|kommittén|skr|skl|kommunförbundet) (?:[^\s,;]{1,30} ){0,5}?"
    r"(?:fann|ansåg|funnit|ansett|bedömt|bedömde|upphäv\w+|uttala\w*|slog|slagit|konstaterade|konstaterat"
    r"|anför\w*|avgjort|avgjorde|prövat|underkänt|underkände|godtog|godtagit)"
)
_REPORTED = re.compile(
    r"\bhar (?:[^\s,;]{1,30} ){0,8}?(?:anfört|yttrat|uppgett|uppgivit|påpekat|framhållit|hävdat"
    r"|gjort gällande|uttalat)\b|, som (?:anser|menar|framhåller|bedömer|anför|hävdar) |\b(?:gjordes"
    r"|görs) gällande\b|\b(?:avslog|upphävde|biföll) |^enligt (?:[^\s,;]{1,30} ){0,2}(?:cirkulär"
    r"|kommunförbundet|skr|skl|sveriges kommuner)|\b(?:har hört|det sägs|det påstås|påstås det"
    r"|det hävdas)\b|\b(?:hävdar|påstår|gör gällande|överklagandet (?:avser|gäller|grundas)"
    r"|(?:kommunjuristen|stadsjuristen|juristen|kommunens jurist\w*|stadens jurist\w*) (?:anser|menar"
    r"|bedömer)|yttrade|ansåg|menade|hävdade|anförde|framhöll|påpekade|undrade|ifrågasatte"
    r"|hade (?:[^\s,;]{1,20} ){0,2}(?:föreslagit|ansett|bedömt|anfört))\b"
)
_OWN_VIEW = re.compile(
    r"\b(?:kontoret|förvaltningen|[a-zåäö]{2,30}kontoret|[a-zåäö]{2,30}förvaltningen"
    r"|vi) (?:[^\s,;]{1,20} ){0,2}(?:bedömer|anser|finner|konstaterar|menar)\b"
)
_ADOPTED = re.compile(r"\b(?:delar|instämmer|ansluter sig|har rätt i|biträder|kan inte dela)\b")
_OTHER_SENSE = re.compile(
    r"\b(?:nämnden|nämnderna|styrelsen|utskottet|förvaltningen|myndigheten|bolaget"
    r"|[a-zåäö]{2,30}nämnden)s (?:eget |egna |egen )?(?:ansvar|ansvarsområde|verksamhetsområde|reglemente"
    r"|uppdrag|kompetens|budget|befogenhet\w*|ram|anslag|uppgift\w*)\b"
    r"|\breglemente\w*|\bdelegation\w*|\bdelegerad\w*|\bbolagsordning\w*|\binom (?:budget|ram"
    r"|befintlig\w* ram|given ram|anslag\w*)\b|\bramen för (?:budget|befintlig|den ordinarie|ordinarie"
    r"|nämndens|förvaltningens)"
    r"|\bbudgetram\w*|\bkompetensutveckling|\bkompetenscent\w+|\bkompetensförsörj\w+|\bbygglov\w*"
    r"|\bupphandling\w*"
)
_SHORT = 60
_PRACTICAL = re.compile(
    r"\b(?:ekonomi\w*|kostnadsskäl|budget\w*|resurs\w*|tidsskäl|personalbrist|personalskäl|bemanning\w*"
    r"|tekniska skäl|praktisk\w*|platsbrist|tiden|i höst|i år|nästa år|innevarande)\b"
)
_KOMMUN = re.compile(
    r"\b(?:kommunens?|stadens?|regionen|landstinget|kommunfullmäktige|fullmäktige|kommunstyrelsen"
    r"|[a-zåäöéü-]{2,30}nämnden|nämnden|[a-zåäö]{2,20} (?:kommun|stad)|vi|förslaget|motionen)\b"
)
_CONCEDED = re.compile(r"\b(?:visserligen|förvisso|i och för sig|naturligtvis|givetvis|självfallet)\b")
_DESCRIBES = re.compile(
    r"\b(?:förslaget|motionen|lagförslaget|ändringen|redovisningen) (?:innebär"
    r"|medför) (?:[^\s,;]{1,20} ){0,2}att\b"
)
_DEFERS = re.compile(
    r"\b(?:tar|tagit|ta|tas|tog) (?:[^\s,;]{1,20} ){0,3}(?:inte |inte nu "
    r"|ingen )?(?:[^\s,;]{1,20} ){0,1}ställning\b|\binte en fråga för\b|\bhar inte prövat\b"
    r"|\blämnas? (?:[^\s,;]{1,20} ){0,2}åt\b|\böverlåter\b"
)
_SPEAKS_UP = re.compile(
    r"\b(?:därför|således|alltså|därmed|följaktligen|varför|tvärtom|sammantaget|sammanfattningsvis"
    r"|slutsatsen|däremot|emellertid)\b"
    r"|\b(?:som|vilket) (?:motionär\w*|förslagsställar\w*) (?:också |även |nu )?(?:föreslår|vill|önskar"
    r"|nämner|efterfrågar)\b"
    r"|\b(?:kontoret|förvaltningen|[a-zåäö]{2,30}kontoret|[a-zåäö]{2,30}förvaltningen|nämnden"
    r"|[a-zåäö]{2,30}nämnden|fullmäktige|kommunstyrelsen|vi) (?:[^\s,;]{1,30} ){0,3}?(?:anser|bedömer"
    r"|finner|finna|konstaterar|delar|menar|ser|instämmer)\b"
)
NOT_PERMISSION = re.compile(
    r"\bfår (?:[^\s,;]{1,40} ){0,6}?(?:anses|sägas|betraktas|förutsättas|antas|bedömas|bestå|vänta|stå"
    r"|svara|räkna|betala|bära|nöja|ställa sig|tillstyrka|bifalla|finna|klara|ta ställning"
    r"|avgöra|bedöma|pröva|hänvisas|se|höra|visa|avvakta|konstateras|hjälpa|göra en|uppmärksamma|överväga"
    r"|återkomma|förstås)\b"
)
"""Where "får" is no permission: "kommunen får betala", "får anses"."""

STANCE = re.compile(
    r"\b(?:tillstyrk\w*|ställa sig|ställer sig|förorda\w*|bifall\w*|biträda|rekommendera\w*|avstyrk\w*"
    r"|godkänna|godta|motiveras|tas upp till|behandlas|medverka till|prioritera\w*|uttala sig|yttra sig"
    r"|svara|se)\b"
)
"""What a body cannot bring itself to do is no matter of law: "kan inte tillstyrka"."""

DOUBTED_POWER = re.compile(
    rf"\b(?:ifrågasätt\w*|tveksam\w*|tvek\w*|oklar\w*|osäker\w*) (?:[^\s,;]{{1,30}} ){{0,6}}?(?:om"
    rf"|huruvida) (?:[^\s,;]{{1,30}} ){{0,3}}?{BODY} (?:[^\s,;]{{1,30}} ){{0,3}}?(?:får|har rätt|äger"
    rf"|har befogenhet|lagligen)\b"
)
STRONG_TOPIC = re.compile(
    rf"{COMPETENCE}|lagrum|kommunallag|befogenhet|lagstöd|stöd i lag|synnerliga skäl|likställighet"
    rf"|lokalisering|självkostnad|rättslä|laglig|tillåte|laglighetspröv|rättsligt|juridiskt|gynna"
    rf"|näringsidkare"
)
OPEN_TOPIC = re.compile(
    rf"{COMPETENCE}|synnerliga skäl|rättsläge\w*|laglighet\w*|rätten att|\b(?:förvaltningsrätt|kammarrätt"
    rf"|domstol|länsrätt)\w*|kommunens (?:befogenhet|rätt|möjlighet)\w*|\b(?:om|huruvida"
    rf"|att) (?:[^\s,;]{{1,40}} ){{0,14}}?(?:får|kan|har rätt|har lagstöd|har stöd|är tillåte[nt]|utgör)\b"
)

MODAL = re.compile(r"\b(?:får|kan)\b")
ASKS_MAY = re.compile(r"^(?:om|huruvida|att) ")


def is_question(low: str) -> bool:
    """A question, put directly."""
    return low.endswith(("?", "?”", '?"'))


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


def retells_law(low: str, *, leans: bool) -> bool:
    """Law told or taught, and nothing said of the proposal. `leans`: a verdict was just given, so that "det
    ingår inte heller i kompetensen för kommuner att utreda brott" goes on with it."""
    if _CONCLUDES.search(low):
        return False
    if _LAW_DENIES.search(low) and (_BODY_FIRST.match(low) or not _KOMMUN.search(low)):
        return True
    if _SO_MAY_NOT.match(low):
        return False
    return _LAW_RETOLD.search(low) is not None or (not leans and _GENERIC.search(low) is not None)


def is_applied(low: str) -> bool:
    """Whether a word shows that something is concluded on what is proposed."""
    return _CONCLUDES.search(low) is not None or _APPLIED.search(low) is not None


def concludes(low: str) -> bool:
    """Whether a word of conclusion, or the proposal itself, stands there."""
    return _CONCLUDES.search(low) is not None


def is_claimed(low: str) -> bool:
    """What the motion or a court holds, unless the author makes it its own."""
    told = _CLAIMED.search(low) or _REPORTED.search(low)
    if told is None or _ADOPTED.search(low):
        return False
    own = _OWN_VIEW.search(low)
    return own is None or own.start() > told.start() or not told[0].startswith("enligt")


def has_other_sense(low: str) -> bool:
    """The division of work within the kommun, money or skill is spoken of, not the kommun's competence."""
    return _OTHER_SENSE.search(low) is not None


def is_conceded(low: str, part: tuple[int, int]) -> bool:
    """Granted only to say "but": "kommunen får visserligen driva idrottsanläggningar, men …"."""
    return _CONCEDED.search(low, *part) is not None and low.startswith((", men", " men", "; men"), part[1])


def describes(low: str) -> bool:
    """What the proposal would bring about is told: "förslaget innebär att kommunen får besluta"."""
    return _DESCRIBES.search(low) is not None


def defers(low: str) -> bool:
    """The author says that it takes no stand."""
    return _DEFERS.search(low) is not None


def speaks_up(low: str) -> bool:
    """Whether the author concludes something of its own in a sentence that begins as law or the motion."""
    return _SPEAKS_UP.search(low) is not None


def is_short(low: str) -> bool:
    """So few words that they can only draw the conclusion of what precedes: "Stödet kan inte lämnas."."""
    return len(low) <= _SHORT


def is_generic(words: str) -> bool:
    """Whether kommuner in general are spoken of."""
    return _GENERIC.search(words) is not None


def is_practical(part: str) -> bool:
    """Time, money or technique stands in the way, not law."""
    return _PRACTICAL.search(part) is not None


def speaks_of_kommun(low: str, span: tuple[int, int]) -> bool:
    """Whether this kommun, or a body of it, is named there."""
    return _KOMMUN.search(low, max(0, span[0] - 60), span[1]) is not None
