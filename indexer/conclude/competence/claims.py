"""Whose view is it, and is it held? What others claim, what is only granted, described or left to others."""

import re
from functools import lru_cache

_KEPT = 64
"""Of so many sentences the answer is kept: each is asked for every cue it has."""

_CLAIMED = re.compile(
    r"\b(?:motionär\w*|förslagsställar\w*) tror\b|\b(?:motionär\w*|förslagsställar\w*"
    r"|motionens författare|skribent\w*|initiativtagar\w*|insändar\w*"
    r"|klagande\w*|sökanden|yrkande\w*) (?:[^\s,;]{1,30} ){0,4}?"
    r"(?:menar|anser|anför|hävdar|framhåller|skriver|påstår|påpekar|uppger|pekar|hänvisar|konstaterar"
    r"|tycker|utgår|gör gällande|synes mena|tycks mena)"
    r"|\bhar (?:[^\s,;]{1,30} ){0,3}?(?:upplyst|meddelat|informerat) (?:[^\s,;]{1,20} ){0,2}att\b"
    r"|^(?:där |här |däri )?(?:anförs|heter det|uppges|påstås)\b|^(?:där|däri|i (?:tjänste)?skrivelsen"
    r"|i utlåtandet) (?:konstateras|sägs|anges|framhålls|bedöms|uttalas)\b"
    r"|\b(?:svar|yttrande|skrivelse|remissvar)(?:et"
    r"|en)? heter det\b"
    r"|^(?:[^\s,;]{1,30} ){0,2}?(?:[a-zåäö]{0,20}verket|[a-zåäö]{1,20}föreningen|[a-zåäö]{0,20}myndigheten"
    r"|[a-zåäö]{1,20}inspektionen|länsstyrelsen|[a-zåäö]{1,20}departementet|[a-zåäö]{1,20}ombudsmannen"
    r"|polisen"
    r"|fastighetsägaren|företaget|företagarna|entreprenören|regionen|landstinget|inspektionen"
    r"|avdelningen) (?:[^\s,;]{1,20} ){0,2}?(?:anser|menar|bedömer"
    r"|hävdar|konstaterar|framhåller|anför|föreslår|uppger|skriver)\b"
    r"|^enligt (?:[a-zåäö]{0,20}verket|[a-zåäö]{1,20}föreningen|[a-zåäö]{0,20}myndigheten"
    r"|[a-zåäö]{1,20}inspektionen"
    r"|länsstyrelsen|[a-zåäö]{1,20}departementet|polisen|regionen) (?!(?:[^\s,;]{1,20} ){0,3}(?:krävs"
    r"|ansvar))"
    r"|\b(?:[a-zåäö]{0,20}byrån|konsult\w*|advokat\w*|[a-zåäö]{0,20}firman|handelskammaren|bolagets jurist"
    r"|föreningens jurist|företagarna|liberalerna|moderaterna|centerpartiet|vänsterpartiet|miljöpartiet"
    r"|socialdemokraterna|sverigedemokraterna|kristdemokraterna|näringslivsrådet|revisor\w*"
    r"|hyresgästföreningen"
    r"|ombudet|grannarna|de boende) (?:[^\s,;]{1,20} ){0,2}?(?:anser|menar|bedömer|hävdar|framhåller|uttalar"
    r"|anför|skriver|uppger|konstaterar|ställer sig frågande|påstår|tycker)\b"
    r"|\b(?:menar|anser|hävdar|påstår) (?:företagarna|handelskammaren|liberalerna|moderaterna|centerpartiet"
    r"|vänsterpartiet|miljöpartiet|socialdemokraterna|sverigedemokraterna|kristdemokraterna)\b"
    r"|\bmotion(?:en)? (?:påstås|hävdas|anförs|sägs)\b|^motion\w* [^;]{0,80}(?<!som )går ut på att\b"
    r"|\benligt (?:honom"
    r"|henne|dem)\b|\bmedvetna? om att [a-zåäö]{3,20} har sagt\b|\bhar (?:tillfrågats|frågats) om\b"
    r"|\b[a-zåäö]{3,30}s (?:ombud|jurist|advokat|vd|ordförande|företrädare) (?:[^\s,;]{1,20} ){0,2}?(?:anser"
    r"|menar|hävdar|bedömer|skriver)\b"
    r"|\bbolaget som [^,;]{3,60} (?:anser|menar|hävdar)\b|\b(?:skriver|anför|uttalar|säger|yttrar)[^:]{0,40}:"
    r" ?[\"”“»]"
    r"|\bhar av [a-zåäö]{3,30} (?:satts i fråga|ifrågasatts)\b|\bhar (?:[^\s,;]{1,20} ){0,2}?framfört (?:den"
    r" meningen|den uppfattningen|att)\b"
    r"|\b(?:revisorn|revisorerna|[a-zåäö]{3,20}revisorn) har (?:[^\s,;]{1,20} ){0,2}?(?:påtalat|påpekat"
    r"|anmärkt|ansett)\b"
    r"|\bundrar (?:jag|vi)\b"
    r"|^(?:hon|han|hen) (?:[^\s,;]{1,20} ){0,2}?(?:anser|menar|bedömer|hävdar|framhåller|finner|tycker"
    r"|skriver|anför)\b"
    r"|\bi ett (?:tidigare|annat|liknande) ärende\b"
    r"|\bhar framkommit att (?:förbundet|myndigheten|verket|skr|skl)\b"
    r"|, (?:anser|menar|enligt|hävdar|uppger) (?:förbundet|bolaget|regionen|landstinget|myndigheten|verket"
    r"|föreningen)\b"
    r"|^(?:hemställan|skrivelsen|uppdraget|ärendet) (?:går ut på|handlar om|gäller|avser)\b"
    r"|\benligt vad (?:den|de|bolaget|regionen|föreningen) (?:uppger|anger|säger)\b"
    r"|\brätten, som (?:inte )?fann\b"
    r"|\benligt (?:motionär\w*|motionen|förslagsställar\w*|skribent\w*)|\bi (?:motionen|medborgarförslaget"
    r"|förslaget|skrivelsen) (?:hävdas|anförs|framhålls|påstås|sägs|uppges|anges|konstateras|skrivs"
    r"|beskrivs|menas|hänvisas|görs gällande)"
    r"|\b(?<!vad )(?:domstolen|kammarrätten|förvaltningsrätten|länsrätten|regeringsrätten"
    r"|högsta förvaltningsdomstolen|hfd|justitieombudsmannen|jo|lagrådet|regeringen|riksdagen|utredningen"
    r"|utredaren|kommittén|skr|skl|kommunförbundet)(?:, [^,;]{3,40},)? (?:[^\s,;]{1,30} ){0,14}?"
    r"(?:, då [^,;]{3,30}, )?(?:fann|ansåg|funnit|skriver|godtog|godtagit|ansett|bedömt|bedömde|upphäv\w+"
    r"|uttala\w*|slog|slagit|konstaterade|konstaterat"
    r"|anför\w*|avgjort|avgjorde|prövat|underkänt|underkände|godtog|godtagit)"
)
_REPORTED = re.compile(
    r"\bhar (?:[^\s,;]{1,30} ){0,8}?(?:svarat att|meddelat att|förklarat att|anfört|yttrat|uppgett|uppgivit"
    r"|påpekat|framhållit|hävdat"
    r"|gjort gällande|uttalat)\b|, som (?:anser|menar|framhåller|bedömer|anför|hävdar) |\b(?:gjordes"
    r"|görs) gällande\b|\b(?:avslog|upphävde|biföll) |^enligt (?:[^\s,;]{1,30} ){0,2}(?:cirkulär"
    r"|kommunförbundet|skr|skl|sveriges kommuner)"
    r"|^(?:avdelningen|inspektionen|landstinget|förbundet|myndigheten|verket) (?:anser|menar|bedömer)\b"
    r"|\banser sig (?!därför|alltså|således|ha rätt|ha befogenhet|äga)"
    r"|, (?:enligt|anser|menar|framhåller|hävdar) (?:[a-zåäö]{0,20}förbundet|facket"
    r"|[a-zåäö]{0,20}föreningen)\b"
    r"|\benligt vad (?:den|de|bolaget) uppger\b|, som (?:inte )?fann\b|\bhar svarat att\b"
    r"|\b(?:hans|hennes|deras) (?:bestämda )?(?:uppfattning|mening|åsikt|bedömning) är\b"
    r"|\b(?:föreningen|förbundet|klubben|partiet|företagen|företagare|bolagets vd|bolagen"
    r"|[a-zåäö]{3,25}(?:föreningen"
    r"|klubben|partiet|företagen|[aeo]rna)) (?:[^\s,;]{1,30} ){0,7}?(?:anser|menar|hävdar|framhåller"
    r"|tycker)\b"
    r"|, (?:framhåller|menar|anser|hävdar|tycker) (?:[a-zåäö]{3,25}(?:arna|erna|orna|föreningen|företagen))\b"
    r"|\bnoterar (?:[^\s,;]{1,20} ){0,2}att (?:förvaltningen|kontoret|nämnden) "
    r"|\b(?:har hört|det sägs|det påstås|påstås det"
    r"|det hävdas)\b|\b(?:hävdar|påstår|gör gällande|överklagandet (?:avser|gäller|grundas)"
    r"|(?:kommunjuristen|stadsjuristen|juristen|kommunens jurist\w*|stadens jurist\w*) "
    r"(?:[a-zåäöé-]{2,30} ?){0,2}(?:, som [^,;]{3,60}, )?(?:anser|menar"
    r"|bedömer)|yttrade|ansåg|menade|hävdade|anförde|framhöll|påpekade|undrade|ifrågasatte"
    r"|hade (?:[^\s,;]{1,20} ){0,2}(?:föreslagit|ansett|bedömt|anfört))\b"
)
_OTHERS = (
    r"(?:[a-zåäö]{2,25}(?<!ledamöt)(?<!nämnd)(?:arna|erna|orna|föreningen|föreningarna|förbundet|partiet"
    r"|verket"
    r"|myndigheten|inspektionen|ombudsmannen|kammaren|byrån|firman|klubben|kyrkan|stiftelsen|kommittén"
    r"|rörelsen|facket|organisationen|organisationerna|rådet|demokraterna)"
    r"|länsstyrelsen|skogsstyrelsen|transportstyrelsen|bolagets vd|ägaren|ägarna|arrangören|hyresvärden"
    r"|entreprenören|exploatören|ledamoten|ledamöterna|ordföranden|oppositionen|majoriteten|minoriteten"
    r"|reservant(?:en|erna)|insändaren|debattören|utredaren|konsulten|advokaten|experten|forskaren|professorn"
    r"|liberalerna|moderaterna|centern|centerpartiet|vänstern|polisen|regionen|staten|skr|skl|facket"
    r"|några|flera remissinstanser|remissinstanserna|kritiker|många|andra)"
)
_HOLDS = (
    r"(?:anser|menar|bedömer|hävdar|framhåller|uttalar|anför|skriver|uppger|konstaterar|påstår|tycker|påpekar"
    r"|framför|invänder|argumenterar|tror|ifrågasätter|ställer sig frågande|gör gällande|pekar på|har påtalat"
    r"|har hävdat|har invänt|har anfört|är övertygade? om|utgår från|befarar|uppfattar det som)"
)
_HAS_SAID = (
    r"(?:(?:har|hade) (?:[^\s,;]{1,20} ){0,6}?(?:menat|ansett|hävdat|skrivit|ifrågasatt|framfört|framhållit"
    r"|påstått|uppgett|svarat)|skrev|frågar|undrar|finner det|fått svaret)"
)
_TOLD = re.compile(
    rf"\b(?:{_OTHERS}|revisorerna|ledamot|motionär\w+|förslagsställar\w+|konsult\w*|riksbyggen|lrf\w*)\b"
    rf"[^;]{{0,60}}?\b{_HAS_SAID}\b|\bhar (?:[^\s,;]{{1,20}} ){{0,5}}?(?:ifrågasatts|påståtts|hävdats"
    rf"|påtalats"
    r"|anförts|framförts|sagts)\b|\binvändning(?:en|ar|arna)? (?:har|är|om|som)\b|\bvars (?:mening"
    r"|uppfattning"
    r"|bedömning|åsikt) (?:är|att)\b|\bsvaret från [a-zåäö]{2,30} att\b|\bsom i sitt (?:svar"
    r"|yttrande) [a-zåäö]{3,12}r\b"
    r"|\b(?:bolagets egen|föreningens|motpartens) (?:jurist\w*|ombud) |\bkommungrupp [^;]{0,80}\banser\b"
    r"|\benligt (?:ett |en )?(?:svar|besked|yttrande|cirkulär|utlåtande) från\b"
    r"|\b(?:motionär\w+|förslagsställar\w+) (?:ifrågasätter|frågar|undrar)\b"
    r"|\bframgår att [a-zåäö]{3,30} finner\b"
)
"""What somebody else has said: "har av klubbens ordförande påståtts", "vars mening är att"."""
_SAYS_ITSELF = re.compile(
    r"\b(?:anser|bedömer|finner|menar|konstaterar) (?:förvaltningen|kontoret|nämnden|kansliet|vi|enheten"
    r"|[a-zåäö]{2,30}(?:kontoret|förvaltningen|kansliet|nämnden|enheten|avdelningen|staben))\b"
    r"|\b[a-zåäö]{2,30}(?:kontoret|förvaltningen|kansliet|avdelningen|enheten|staben) hävdar\b"
)
_SAID_BY_OTHERS = re.compile(
    rf"\b{_OTHERS} (?:[^\s,;]{{1,20}} ){{0,3}}?{_HOLDS}\b|\b{_HOLDS} (?:också |dock |däremot )?{_OTHERS}\b"
    r"|\benligt (?:[a-zåäö]{3,25}(?:föreningen|förbundet|partiet|kammaren|byrån|firman|klubben|departementet)"
    r"|skr|skl|polisen|ledamoten|konsulten|advokaten|ägaren|arrangören|grannarna|insändaren|debattören"
    r"|insändarskribenten|skribenten|revisorerna|bolaget|facket)\b"
    rf"|\b{_OTHERS}s? (?:uppfattning"
    r"|mening|åsikt|ståndpunkt|tolkning|påstående|invändning) (?:är|att|om)\b"
    r"|(?<!kan )(?<!kunna )\b(?:sägs|hävdas|påstås|befaras) (?:[^\s,;]{1,20} ){0,3}att\b"
    r"|\bpåståendet (?:om )?att\b"
)
"""Anybody else's view: "Handelskammaren menar att", "enligt hyresgästföreningen", "påståendet att"."""
_OWN_VIEW = re.compile(
    r"\b(?:kontoret|förvaltningen|[a-zåäö]{2,30}kontoret|[a-zåäö]{2,30}förvaltningen"
    r"|vi) (?:[^\s,;]{1,20} ){0,2}(?:bedömer|anser|finner|konstaterar|menar)\b"
)
_ADOPTED = re.compile(r"\b(?:delar|instämmer|ansluter sig|har rätt i|biträder|kan inte dela)\b")
_CONCEDED = re.compile(r"\b(?:visserligen|förvisso|i och för sig|naturligtvis|givetvis|självfallet)\b")
_DESCRIBES = re.compile(
    r"^(?:motionär\w+|förslagsställar\w+) (?:förslag|yrkande|tanke"
    r"|idé) om att\b[^;]{3,160} har (?:tidigare )?[a-zåäö]+ts\b|\b(?:erinra\w*"
    r"|påminn\w+) (?:[^\s,;]{1,20} ){0,2}om att\b|^(?:det|vad) som (?:däremot |då )?kan göras\b"
    r"|\b(?:förslaget|motionen|lagförslaget|ändringen|redovisningen) (?:innebär"
    r"|medför) (?:[^\s,;]{1,20} ){0,2}att\b"
    r"|\b(?:vill (?:understryka|framhålla|betona)|kräver|begär|förutsätter|utgår (?:från|ifrån)) "
    r"(?:[^\s,;]{1,30} ){0,2}?att [^;]{1,120}(?:\bfår (?:inte|ej)|\b(?:inte|ej) får)\b"
    r"|\bföreslår (?:[^\s,;]{1,30} ){1,8}?och att\b"
)
_DEFERS = re.compile(
    r"\b(?:tar|tagit|(?<!syftet att )ta|tas|tog) (?:[^\s,;]{1,20} ){0,3}(?:inte |inte nu "
    r"|ingen )?(?:[^\s,;]{1,20} ){0,1}ställning\b(?! (?:i|för|mot|åt) )|\binte en fråga för\b"
    r"|\bhar inte prövat\b"
    r"|\bmen inte heller (?:något |ett )?(?:[a-zåäö]{1,20} )?(?:stöd|lagstöd)\b"
    r"|\blämnar?s? (?:frågan|saken|det|detta|bedömningen|avgörandet|prövningen"
    r"|den) (?:[^\s,;]{1,20} ){0,2}åt\b|\böverlåter\b"
)
_COURTS_DEFER = re.compile(
    r"\b(?:domstol\w*|domstolarna|praxis|rättspraxis|lagstiftaren) (?:[^\s,;]{1,20} ){0,4}(?:tagit"
    r"|tog) ställning"
)
"""That no court has taken a stand is why it is uncertain: the author does."""
_AWAITS = re.compile(r"\binnan [^,;]{0,40}ställning\b")
_TURNS = re.compile(
    r"(?:, (?:och|men|medan|varför|så|vilket)|;|,| men) (?:[^\s,;]{1,30} ){0,4}?(?:därför|därmed|alltså"
    r"|således|tvärtom"
    r"|redan av det skälet|däremot|dock|emellertid|slutsatsen att|[a-zåäö]{2,30}(?:kontoret|förvaltningen"
    r"|kansliet|nämnden|enheten|staben|styrelsen) (?:[^\s,;]{1,20} ){0,2}(?:anser|bedömer|finner"
    r"|konstaterar|menar"
    r"|drar|gör|delar|är|har|ser))\b"
)
"""Where, after what another holds, the author goes on: ", och kansliet drar slutsatsen att"."""
_SPEAKS_UP = re.compile(
    r"^(?:konsekvensen|följden|slutsatsen) (?:blir|är)\b|, men (?!att )[^;]{5,140}\b(?:lagrum|lagen|lagstöd"
    r"|tillåt\w+|otillåt\w+|laglig\w*|olaglig\w*"
    r"|\w{0,8}kompetens\w*"
    r"|befogenhet\w*)|\b(?:därför|således|alltså|därmed|följaktligen|varför|tvärtom|sammantaget"
    r"|sammanfattningsvis"
    r"|slutsatsen|däremot|dock|emellertid)\b"
    r"|\b(?:som|vilket) (?:motionär\w*|förslagsställar\w*) (?:också |även |nu )?(?:föreslår|vill|önskar"
    r"|nämner|efterfrågar)\b"
    r"|\b(?:kontoret|förvaltningen|[a-zåäö]{2,30}kontoret|[a-zåäö]{2,30}förvaltningen|nämnden"
    r"|[a-zåäö]{2,30}nämnden|fullmäktige|kommunstyrelsen|vi) (?:[^\s,;]{1,30} ){0,3}?(?:anser|bedömer"
    r"|finner|finna|konstaterar|delar|menar|ser|instämmer)\b"
)


def is_claimed(low: str, place: int) -> bool:
    """Whether what stands at `place` is what the motion, a court or anybody else holds, unless the author
    makes it its own."""
    told = (
        _CLAIMED.search(low)
        or _REPORTED.search(low)
        or _SAID_BY_OTHERS.search(low, 0, place)
        or _TOLD.search(low)
    )
    if told is None or _ADOPTED.search(low) or _TURNS.search(low, told.end(), max(told.end(), place)):
        return False
    first, last = sorted((told.start(), place))
    if _SAYS_ITSELF.search(low, first, last):
        return False
    own = _OWN_VIEW.search(low)
    return own is None or own.start() > told.start() or not told[0].startswith("enligt")


def is_conceded(low: str, part: tuple[int, int]) -> bool:
    """Granted only to say "but": "kommunen får visserligen driva idrottsanläggningar, men …"."""
    return _CONCEDED.search(low, *part) is not None and low.startswith((", men", " men", "; men"), part[1])


@lru_cache(maxsize=_KEPT)
def describes(low: str) -> bool:
    """What the proposal would bring about is told, or what is demanded of others: "förslaget innebär att
    kommunen får besluta", "vill understryka att bristen inte får lösas på kommunens bekostnad"."""
    return _DESCRIBES.search(low) is not None


def defers(low: str) -> bool:
    """The author says that it takes no stand."""
    return _DEFERS.search(low) is not None and _COURTS_DEFER.search(low) is None


def awaits(low: str) -> bool:
    """Whether the author says what must be known before it can take a stand."""
    return _AWAITS.search(low) is not None


def speaks_up(low: str) -> bool:
    """Whether the author concludes something of its own in a sentence that begins as law or the motion."""
    return _SPEAKS_UP.search(low) is not None


_DENIES_KOMMUN = re.compile(
    r"\b(?:kommunen|staden)\b[^;]{0,80}\b(?:inte|ej|ingen|inget|saknar|utestängd|förhindrad)\b"
    r"|\b(?:inte|ej|ingen|inget|saknar|saknas|utestängd|förhindrad)\b[^;]{0,80}\b(?:kommunen|staden)\b"
    r"|\b(?:är|blir) (?:kommunen|staden) [^;]{0,40}\b(?:tillåten|oförhindrad|fri|behörig|berättigad)\b"
)


def denies_kommun(low: str) -> bool:
    """Whether a sentence that begins as law says of this kommun that it may not, or that it is free to."""
    return _DENIES_KOMMUN.search(low) is not None
