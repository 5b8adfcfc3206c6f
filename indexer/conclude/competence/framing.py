"""What looks like a conclusion and is none: questions, law retold, what others claim, other meanings of the words."""

import re

from indexer.conclude.competence.terms import BODY, COMPETENCE

_NEUTRAL_QUESTION = re.compile(
    r"\b(?:frågan|fråga|frågor|frågeställning\w*|pröva\w*|prövning\w*|bedöma|avgöra|ta ställning till|tas ställning till|undersök\w*"
    r"|utreda|utredas|utreder|utreds|överväga|redogör\w*|belys\w*|granska\w*|bedömning av|beroende på|oavsett|frågas|frågar|undrar|svar på|vid bedömningen av|klargöra)"
    r" (?:[^\s,;]{1,30} ){0,3}?(?:om|huruvida|i vilken mån|i vilken utsträckning|hur långt|vad|vilka|vilket)\b|^(?:får|kan|har|är|ligger|ryms|strider) [^.]{0,300}\?"
)
_LAW_RETOLD = re.compile(
    r"^(?:enligt|i|av|ur|genom|vidare|därutöver|dessutom|även|också|till|med stöd av|bestämmelsen|bestämmelserna) (?:[^\s;]{1,40} ){0,6}?lagrum"
    r"|^lagrum (?:[^\s;]{1,40} ){0,3}?(?:anger|föreskriver|stadgar|säger|innehåller|reglerar|innebär)\b"
    r"|\b(?:framgår|följer|anges|stadgas|föreskrivs|regleras|sägs|står|heter det|lyder)\b (?:[^\s;]{1,40} ){0,4}?(?:att|:|av lagrum|i lagrum)"
    r"|^(?:likställighetsprincipen|lokaliseringsprincipen|självkostnadsprincipen|principen|den kommunala kompetensen|kommunallagen|lagen) (?:innebär|betyder|anger|säger|regleras|avgränsas|bestäms)\b"
    r"|^(?:grundläggande|utgångspunkten|huvudregeln|en grundläggande|en förutsättning|ett krav|allmänt gäller|en allmän|för att (?:en|ett))\b"
)
_GENERIC = re.compile(
    r"\b(?:kommuner|en kommun|kommunerna|kommuns|kommunernas|kommuners|kommuner och (?:regioner|landsting)|en åtgärd|en angelägenhet|sådana? angelägenheter|kommunala angelägenheter)\b"
)
_APPLIED = re.compile(
    r"\b(?:förslag(?:et|en|ets)?|föreslag\w+|föreslår|motionen\w*|motionär\w*|medborgarförslag\w*|därför|därmed|således|alltså|följaktligen|sålunda|härav|därav|bedöm\w+|anser"
    r"|finner|mening|uppfattning|konstaterar|menar|aktuell\w*|i detta fall|i förevarande|sådan|sådant|sådana|slutsats\w*|sammanfattningsvis|sammantaget"
    r"|däremot|dock|emellertid|tvärtom|kontoret\w*|förvaltningen\w*|skulle|vore|vår|vi|staden|här|ifrågavarande|tänkta?|begärda?|ansökta?|sökta?|sagda|motsvarande|likväl|ändå)\b"
)
_CLAIMED = re.compile(
    r"\b(?:motionär\w*|förslagsställar\w*|motionens författare|skribent\w*|initiativtagar\w*|insändar\w*|klagande\w*|sökanden|yrkande\w*) (?:[^\s,;]{1,30} ){0,4}?"
    r"(?:menar|anser|anför|hävdar|framhåller|skriver|påstår|påpekar|uppger|pekar|hänvisar|konstaterar|tycker|vill|utgår|gör gällande)"
    r"|\benligt (?:motionär\w*|motionen|förslagsställar\w*|skribent\w*)|\bi (?:motionen|medborgarförslaget|förslaget|skrivelsen) (?:hävdas|anförs|framhålls|påstås|sägs|uppges|anges|konstateras|skrivs|beskrivs|menas|hänvisas|görs gällande)"
    r"|\b(?:domstolen|kammarrätten|förvaltningsrätten|länsrätten|regeringsrätten|högsta förvaltningsdomstolen|hfd|justitieombudsmannen|jo|lagrådet|regeringen|utredningen|utredaren|kommittén|skr|skl|kommunförbundet) (?:[^\s,;]{1,30} ){0,5}?"
    r"(?:fann|ansåg|funnit|ansett|bedömt|bedömde|upphäv\w+|uttala\w*|slog|slagit|konstaterade|konstaterat|anför\w*|underkänt|underkände|godtog|godtagit)"
)
_ADOPTED = re.compile(r"\b(?:delar|instämmer|ansluter sig|har rätt i|biträder|kan inte dela)\b")
_OTHER_SENSE = re.compile(
    r"\b(?:nämndens?|nämndernas?|styrelsens|utskottets|förvaltningens|myndighetens|bolagets|[a-zåäö]{2,30}nämndens) (?:[^\s,;]{1,30} ){0,2}?(?:ansvarsområde|verksamhetsområde|reglemente|ansvar|uppdrag|kompetens|budget|befogenhet\w*)"
    r"|\breglemente\w*|\bdelegation\w*|\bdelegations\w*|\bbolagsordning\w*|\bdetaljplan\w*|\böversiktsplan\w*|\binom (?:budget|ram|befintlig\w* ram)|\bramen för (?:budget|befintlig|den ordinarie|ordinarie)"
    r"|\bbudgetram\w*|\bkompetensutveckling|\bkompetenscent\w+|\bkompetensförsörj\w+"
)

_PRACTICAL = re.compile(
    r"\b(?:ekonomi\w*|kostnadsskäl|budget\w*|resurs\w*|tidsskäl|personal\w*|teknisk\w*|praktisk\w*|platsbrist|tiden|i höst|i år|nästa år|innevarande)\b"
)
_KOMMUN = re.compile(
    r"\b(?:kommunen|staden|regionen|landstinget|kommunfullmäktige|fullmäktige|kommunstyrelsen|[a-zåäöéü-]{2,30}nämnden|nämnden|[a-zåäö]{2,20} (?:kommun|stad)|vi|förslaget|motionen)\b"
)
NOT_PERMISSION = re.compile(
    r"\bfår (?:[^\s,;]{1,40} ){0,6}?(?:anses|sägas|betraktas|förutsättas|antas|bedömas|bestå|vänta|stå|svara|räkna|betala|bära|nöja|finna|klara|ta ställning"
    r"|avgöra|bedöma|pröva|hänvisas|se|höra|visa|avvakta|konstateras|hjälpa|göra en|uppmärksamma|överväga|återkomma|förstås)\b"
)
"""Where "får" is no permission: "kommunen får betala", "får anses"."""

STRONG_TOPIC = re.compile(
    rf"{COMPETENCE}|lagrum|kommunallag|befogenhet|lagstöd|stöd i lag|synnerliga skäl|likställighet|lokalisering|självkostnad|rättslä|laglig|tillåte|laglighetspröv|rättsligt|juridiskt|gynna|näringsidkare"
)
OPEN_TOPIC = re.compile(
    rf"{COMPETENCE}|synnerliga skäl|rättsläge\w*|laglighetspröv\w*|kommunens (?:befogenhet|rätt|möjlighet)\w*|\b(?:om|huruvida|att) (?:[^\s,;]{{1,40}} ){{0,14}}?(?:får|kan|har rätt|har lagstöd|har stöd|är tillåte[nt]|utgör)\b"
)


def is_question(low: str) -> bool:
    """A question, put directly."""
    return low.endswith(("?", "?”", '?"'))


def asks_whether(low: str, start: int, place: int) -> bool:
    """Whether the words before `place` only put the question: "frågan är om", "pröva huruvida"."""
    return _NEUTRAL_QUESTION.search(low, start, place) is not None


def retells_law(low: str) -> bool:
    """Law told or taught, and nothing said of the proposal."""
    if _APPLIED.search(low):
        return False
    return _LAW_RETOLD.search(low) is not None or _GENERIC.search(low) is not None


def is_applied(low: str) -> bool:
    """Whether a word shows that something is concluded on what is proposed."""
    return _APPLIED.search(low) is not None


def is_claimed(low: str) -> bool:
    """What the motion or a court holds, unless the author makes it its own."""
    return _CLAIMED.search(low) is not None and _ADOPTED.search(low) is None


def has_other_sense(low: str) -> bool:
    """The division of work within the kommun, money or skill is spoken of, not the kommun's competence."""
    return _OTHER_SENSE.search(low) is not None


def is_practical(part: str) -> bool:
    """Time, money or technique stands in the way, not law."""
    return _PRACTICAL.search(part) is not None


def speaks_of_kommun(low: str, span: tuple[int, int]) -> bool:
    """Whether this kommun, or a body of it, is named there."""
    return _KOMMUN.search(low, max(0, span[0] - 60), span[1]) is not None
