"""What the words mean here: the competence of a kommun, or time and money, the division of work within the
kommun, what a body cannot bring itself to do."""

import re
from functools import lru_cache

from indexer.conclude.needed import Ways

_KEPT = 64
"""Of so many sentences the answer is kept: each is asked for every cue it has."""

_OTHER_SENSE = Ways(
    r"\b(?:nämnden|nämnderna|styrelsen|utskottet|förvaltningen|myndigheten|bolaget"
    r"|[a-zåäö]{2,30}nämnden)s (?:eget |egna |egen )?(?:ansvar|ansvarsområde|verksamhetsområde|reglemente"
    r"|uppdrag|kompetens|budget|befogenhet\w*|ram|anslag|uppgift\w*)\b"
    r"|\bpersonuppgift\w*|\bdataskydd\w*|\bgdpr\b"
    r"|\breglemente\w*|\bdelegation\w*|\bdelegerad\w*|\bbolagsordning\w*|\bsekretess\w*|\bi (?:sin|nämndens"
    r"|befintlig|given) ram\b|\binom (?:budget|ram"
    r"|befintlig\w* ram|given ram|anslag\w*)\b|\bramen för (?:budget|befintlig|den ordinarie|ordinarie"
    r"|nämndens|förvaltningens)"
    r"|\b(?:ska|skall|bör|måste) (?:avgöras|beslutas|prövas) av (?:kommun)?(?:fullmäktige|styrelsen"
    r"|utskottet)\b"
    r"|\böverskrida (?:[^\s,;]{1,20} ){0,2}(?:budget|anslag)\w*"
    r"|\bså långt (?:som )?(?:det är )?möjligt\b|\bdispens(?:en)? (?:får|kan|ska|bör|medges|krävs)\b"
    r"|\bbolaget (?:får|kan|ska) enligt (?:sitt |sina"
    r" )?ägardirektiv\w*"
    r"|\b(?:ankommer|ligger) (?:[^\s,;]{1,20} ){0,2}på (?:kommunstyrelsen|kommunfullmäktige|fullmäktige"
    r"|[a-zåäö]{2,20}nämnden)\b"
    r"|\b(?:enligt|mot|med|av) (?:den |gällande )?(?:detaljplan|översiktsplan|stadsplan|byggnadsplan)\w*"
    r"|\b(?:den|de|var och en|förare|ägare) som (?:[^\s,;]{1,20} ){0,4}(?:i strid|bryter)\b"
    r"|\bbefogenhet som nämnden\b|\brätt att (?:yttra sig|överklaga|ta del av)\b|\bbudgetram\w*"
    r"|\bkompetensutveckling|\bkompetenscent\w+"
    r"|\bkompetensförsörj\w+|\bförbundsordning\w*"
    r"|\b(?:krävs|kräver|behövs|söka|sökt\w*) (?:är |[^\s,;]{1,20} ){0,2}?bygglov\b"
)
_SHORT = 60
_PRACTICAL = re.compile(
    r"\b(?:(?:pengar|medel) anvisas|finansiering\w{0,2}|ekonomi\w*|kostnadsskäl|budget\w*|årets anslag"
    r"|resurs\w*"
    r"|tidsskäl|förslag till beslut|[a-zåäö]{0,20}policyn|förrän(?! lag)|i avtalet|bygglov"
    r"|markägarens (?:medgivande|samtycke)|inom (?:nuvarande|gällande|innevarande) (?:plan|ram)|personalbrist"
    r"|personalskäl|bemanning\w*"
    r"|pantbrev\w*|(?:marken|fastigheten|tomten|byggnaden) får (?:användas|bebyggas)"
    r"|tekniska skäl|praktisk\w*|platsbrist|(?<!bakåt i )tiden(?! bakåt)|varje år|årligen|årsskiftet|när snön"
    r"|(?:första|andra|tredje|fjärde) kvartalet|på vanligt sätt"
    r"|(?:i|under|från|före|efter|till) (?:januari|februari|mars|april|maj|juni|juli|augusti|september"
    r"|oktober|november|december"
    r"|sommaren|vintern|våren|hösten|somras)|i höst|(?<!januari )i år|nästa år"
    r"|innevarande|utan statliga medel|statsbidrag)\b"
)
HOW = re.compile(
    r"\bkan (?:inte|ej) [a-zåäö]{3,20}s (?:bara |enbart )?för att (?!kommunen)"
    r"|\b(?:inte|ej) [^,;]{0,60}\b(?:så att|på (?:så|ett) sätt|utan (?:markägar|fastighetsägar|samtycke))"
    r"|\binte vara (?:kortare|längre|högre|lägre|större|mer) än\b| som (?:den|det|de) (?:är|nu är)\b"
    r"|\bi avtalet\b|\btänka (?:oss|sig)\b|\blova\b"
)
"""A limit on how, not on whether: "avgiften får inte bestämmas så att spåren ger överskott"."""
_KOMMUN = re.compile(
    r"\b(?:kommunens?|stadens?|regionen|landstinget|kommunfullmäktige|fullmäktige|kommunstyrelsen"
    r"|[a-zåäöéü-]{2,30}nämnden|nämnden|[a-zåäö]{2,20} (?:kommun|stad)|vi|förslaget|motionen)\b"
)
NOT_LAW = re.compile(
    r"\b(?:[a-zåäö]{0,20}avtalet|hyreskontraktet|kontraktet|överenskommelsen|bolagsordningen|stadgarna"
    r"|testamentet"
    r"|polisen|väktar[a-zåäö]*|ordningsvakt[a-zåäö]*|hyresgäst[a-zåäö]*|föräldrar[a-zåäö]*|personalen"
    r"|leverantören"
    r"|entreprenören|den anställde|domstolen|länsstyrelsen|migrationsverket|arbetsgivaren)"
    r" (?:[^\s,;]{1,20} ){0,2}?(?:ger|gav|får|kan|medger|tillåter|har rätt)\b"
)
"""Who else may, and what else may give a right to."""
NOT_PERMISSION = re.compile(
    r"\b(?:får|kan) (?:[^\s,;]{1,40} ){0,4}?(?:ansöka|söka (?:bidrag|stöd|medel)|vända sig|överklaga)\b|"
    r"\bfår (?:[^\s,;]{1,40} ){0,6}?(?:meddela att|låta bli|anföra|hemställa|framhålla|upplysa|uttala"
    r" följande|yttra"
    r" följande|lämna följande|anmäla|anses|sägas|betraktas|förutsättas|antas|bedömas|bestå|vänta|stå"
    r"|svara|utformas|räkna|betala|bära|nöja|ställa sig|tillstyrka|bifalla|finna|klara|ta ställning"
    r"|avgöra|bedöma|pröva|hänvisas|se|höra|visa|avvakta|konstateras|hjälpa|göra en|uppmärksamma|överväga"
    r"|återkomma|förstås|fungera|gälla som|in pengar|del av|tillgång|mer|bättre|hantera|prioritera)\b"
)
"""Where "får" is no permission: "kommunen får betala", "får anses"."""
STANCE = re.compile(
    r"\b(?:tillstyrk\w*|hemställa|genomföra (?:ditt|ert|era|dina)|gå (?:med )?på (?:ditt |ert )?förslag\w*"
    r"|ställa sig|ställer sig|förorda\w*|bifall\w*|biträda|rekommendera\w*|avstyrk\w*"
    r"|godkänna|godta|motiveras|tas upp till|behandlas|prioritera\w*|uttala sig|yttra sig|svara(?! för)|se"
    r"|tänka|gärna|ske genom|(?:göras|bli) (?:enklare|snabbare|bättre|tydligare)|kortas|spridas|dras"
    r"|lämnas därhän"
    r"|läsas?|tolkas|uppfattas|bekräfta|intyga|vitsorda"
    r"|ansökan|tilläggas|hävdas|betvivlas|tyckas|sökas|utvecklas|nämnas|noteras|konstateras|ifrågasättas"
    r"|diskuteras"
    r"|framhållas|påpekas|sättas i|delas (?:upp|in)|drivas (?:genom|vidare)|betraktas som besvarad\w*"
    r"|ses (?:som|över)|anses besvarad\w*|gå (?:vidare|\w+ till mötes)|acceptera|instämma|medverka"
    r"|komma att|läggas fast|tvingas|märkas|anmärkas|bifogas|redovisas|jämföras|vänta\w*|bidra till att"
    r"|överklagas|(?:över|under)stiga|beräknas|uppskattas|förutses|överblickas|bedömas)\b"
)
"""What a body cannot bring itself to do is no matter of law: "kan inte tillstyrka"."""
MODAL = re.compile(r"\b(?:får|kan)\b")


@lru_cache(maxsize=_KEPT)
def has_other_sense(low: str) -> bool:
    """The division of work within the kommun, money or skill is spoken of, not the kommun's competence."""
    return _OTHER_SENSE.match_in(low)


def is_short(low: str) -> bool:
    """So few words that they can only draw the conclusion of what precedes: "Stödet kan inte lämnas."."""
    return len(low) <= _SHORT


@lru_cache(maxsize=_KEPT)
def is_practical(part: str) -> bool:
    """Time, money or technique stands in the way, not law."""
    return _PRACTICAL.search(part) is not None or HOW.search(part) is not None


def speaks_of_kommun(low: str, span: tuple[int, int]) -> bool:
    """Whether this kommun, or a body of it, is named there."""
    return _KOMMUN.search(low, max(0, span[0] - 60), span[1]) is not None
