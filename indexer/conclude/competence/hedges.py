"""How surely is it said? Left open, with a reservation, on a condition, or plainly."""

import re
from enum import IntEnum

from indexer.conclude.needed import Ways, rarest
from indexer.conclude.stems import Stems, Words


class Surety(IntEnum):
    """How surely an author concludes."""

    OPEN = 0
    """Nothing is concluded: "kan ifrågasättas", "rättsläget är oklart"."""
    UNSURE = 1
    """"torde", "sannolikt", or on a condition."""
    PLAIN = 2


_OPEN = Ways(
    r"\bifrågasätt\w*|\bsätt(?:as?|er) (?:[^\s,;]{1,20} ){0,2}i fråga\b|\bbetvivla[sr]?\b"
    r"|\bkan (?:[^\s,;]{1,20} ){0,3}diskuteras|\bdiskutabel\w*"
    r"|\b(?<!om det )(?:inte|ej) (?:[^\s,;]{1,20} ){0,2}(?:övertyga\w+|uteslute[tn]|uteslutas|uteslutna"
    r"|utesluta att"
    r"|självklart|givet|klarlag[td]\w*|klart|klargjort|säkert|entydigt?|utrett|avgjord?\w*|prövats?"
    r"|(?:tillräckligt )?utred[dt]\w*)\b"
    r"|\b(?:tveksam\w*|tvek(?:an|ar)|tvivelaktig\w*|tvivel(?! om)|osäk(?:er|r)\w*|oklar\w*|oviss\w*"
    r"|svårbedöm\w+"
    r"|säkert svar"
    r"|oavgjort|omtvista[dt]\w*|mindre klart)\b"
    r"|\b(?:bestämt|entydigt|säkert|klart) (?:svar|besked)\b|\bbestämd (?:mening|uppfattning|slutsats)\b"
    r"|\b(?:inte|ej) med (?:full |någon )?(?:säkerhet|bestämdhet)\b|\bsvårare att (?:överblicka|bedöma)\b"
    r"|\bvanskligare?\b|\binnan det går att säga\b|\bföremål för [^,;]{0,40}(?:juridisk|rättslig) \w+"
    r"|\b(?:kräver|fordrar|behöver|förutsätter) (?:[^\s,;]{1,20} ){0,3}(?:utredning|analys|klarläggande)\b"
    r"|\b(?:utredning|analys|klarläggande|rättsutredning)(?:en)? (?:av [^,;]{3,40} )?(?:behövs|krävs"
    r"|erfordras|är nödvändig)\b"
    r"|\b(?:rättspraxis|praxis|vägledande avgöranden) saknas\b"
    r"|\b(?:doktrinen|praxis|rättspraxis|rättsläget) är (?:delad|splittrad|oenhetlig|motstridig)\w*"
    r"|\b(?:låter sig|kan|går) (?:[^\s,;]{1,20} ){0,2}(?:inte|ej) (?:[^\s,;]{1,20} ){0,2}(?:att )?(?:avgöras?"
    r"|avgöra|besvaras?|klarläggas?)\b|\bsvaret? (?:[^\s,;]{1,20} ){0,4}lämnas öppet\b"
    r"|\b(?:gränslandet|gränsmark\w*|på gränsen (?:till|för|av)|svårtolka[dt]\w*|spretar|spretig\w*)\b"
    r"|\b(?:praxis|rättspraxis|förarbetena|lagtexten|rättsläget|doktrinen) (?:[^\s,;]{1,20} ){0,3}(?:ger"
    r"|lämnar"
    r"|erbjuder|är) (?:[^\s,;]{1,20} ){0,2}(?:ingen|inget|inte|knappast|föga"
    r"|begränsad) (?:[^\s,;]{1,20} ){0,2}"
    r"(?:vägledning|ledning|besked|svar|entydig\w*|klar\w*)\b"
    r"|\b(?:olika|skilda) (?:uppfattningar|meningar|tolkningar|slutsatser)\b|\bbåde för och emot\b"
    r"|\båterstår att (?:se|klarlägga|pröva)\b|\bvarken (?:bekräfta|utesluta|bejaka)\b"
    r"|\bvågar (?:[^\s,;]{1,20} ){0,2}"
    r"(?:inte|ej)\b|\bosäkerhet\b|\btolkningsutrymme\b|\bomdiskutera[dt]\w*|\bomstri[dt]\w*"
    r"|\b(?:inte|ej) (?:[^\s,;]{1,20} ){0,2}(?:helt |alldeles )?(?:givet|självklart|uppenbart) att\b"
    r"|\bställ(?:er|a) (?:sig|oss|mig) frågande\b|\blaglighet(?:en)? [^,;]{0,40}(?:måste|bör"
    r"|behöver) [^,;]{0,20}"
    r"(?:prövas|utredas|klarläggas|bedömas)\b|\bgå så långt som att\b|\bbefara[sr]?\b"
    r"|\b(?:inte|ej|ingen|någon) (?:[^\s,;]{1,20} ){0,4}(?:säker|bestämd) uppfattning\b"
    r"|\bkan tänkas (?:vara|strida|falla"
    r"|utgöra)\b|\bkomma att utgöra\b|\bkan ha (?:rätt|möjlighet|befogenhet)\b"
    r"|\b(?:behöver|bör|måste|får|ska|skall) (?:[^\s,;]{1,20} ){0,5}(?:(?:utredas|utreds|klargöras|klarläggas"
    r"|analyseras|undersökas|utreda|klarlägga)(?! (?:vad|hur|vilka|vilken)\b)"
    r"|(?:prövas|bedömas|pröva|övervägas) (?:rättsligt|juridiskt|om"
    r"|huruvida|av kommunjurist|vidare|närmare|mot))\b"
    r"|\b(?:går|är|kan|låter sig) (?:(?!behörig|berättig|rätt|oförhindr)[^\s,;]{1,20} ){0,4}(?:inte(?!"
    r" behörig| berättig| rätt)|ej|svårt|vanskligt"
    r"|omöjligt) (?:[^\s,;]{1,20} ){0,4}(?:bedöma|bedömas|avgöra|avgöras|förutse|säga(?! nej| ja| upp)"
    r"|ta ställning"
    r"|fastställa|uttala sig|besvara|besvaras|svara|ge besked)\b"
    r"|\b(?:svårt|svårare|vanskligt|svårligen) att (?:[^\s,;]{1,20} ){0,2}(?:bedöma|avgöra|förutse|säga"
    r"|överblicka|besvara"
    r"|dra)\b"
    r"|\b(?:(?:risk|risken|fara) (?:för |är |föreligger )?att"
    r"|riskerar (?:[^\s,;]{1,20} ){0,2}att) [^;]{0,140}?(?:strid|otillåt|olaglig|upphäv|gynna|förenlig"
    r"|utanför|konflikt|kompetens)|\b(?:kan|går) (?:[^\s,;]{1,20} ){0,3}(?:inte"
    r"|ej) (?:[^\s,;]{1,20} ){0,2}(?:sägas|säga|avgöras) (?:[^\s,;]{1,20} ){0,3}(?:om|huruvida)\b"
    r"|\bsaknar (?:[^\s,;]{1,20} ){0,3}underlag\b|\bsvår(?:t|a|are)? att (?:[^\s,;]{1,20} ){0,2}förena\b"
    r"|\bberor (?:helt |ytterst )?på (?:hur|om|vad|vilken|huruvida)\b"
    r"|\bavvakta (?:[^\s,;]{1,30} ){0,4}(?:avgörande|dom|prövning)\w*|\b(?:en )?öppen fråga\b|\bflytande\b"
    r"|\b(?:inte|ej) (?:[^\s,;]{1,20} ){0,2}påstå att\b"
    r"|\bgränsfall\w*|\bgråzon\w*|\bsaknas? (?:[^\s,;]{1,20} ){0,2}(?:vägledande|praxis|underlag"
    r"|avgöranden)"
    r"|\b(?:slutsats|besked|svar) (?:[^\s,;]{1,20} ){0,4}(?:inte|ej) (?:[^\s,;]{1,20} ){0,2}(?:dras|ges"
    r"|lämnas)\b"
    r"|\blåter sig (?:[^\s,;]{1,20} ){0,6}sägas (?:om|huruvida)\b|\boprövat?\b"
    r"|\binte kunna (?:[^\s,;]{1,20} ){0,2}(?:avgöra|bedöma|säga|svara|besvara|uttala sig)\b|\bmöjligen\b"
    r"|\beventuellt (?:vara|strida|kan|får|skulle)\b"
    r"|\blämnar?s? (?:[^\s,;]{1,20} ){0,3}(?:öppen|öppet|därhän)\b|\bförbehåll\b|\bbehöver inte avgöras"
    r"|\btål att diskuteras|\bdelade meningar|\bintar ingen|\bfrågetecken\w*|\bhöjt? i tvivelsmål|\bdra(?:r"
    r"|s)? i tvivelsmål|\bär en öppen fråga|\bhar inte (?:kunnat|gått)|\b(?:kontoret|förvaltningen|nämnden"
    r"|vi|kan|vill) (?:[^\s,;]{1,20} ){0,2}(?:utesluter|utesluta) (?:inte|ej)\b"
)
_POSSIBLE = re.compile(
    r"\b(?:kan|skulle kunna|kunna|kunde) (?:möjligen |eventuellt |i vissa fall |även |också |därmed "
    r"|därför )?(?:vara|strida|utgöra|innehålla|stå i (?:strid|konflikt)|hamna|komma i konflikt|ses|innebära"
    r"|betraktas"
    r"|uppfattas)\b(?! (?:som besvarad|viktig|bra|till hjälp|ett bra|en god))"
)
_NOT_OUTRIGHT = re.compile(r"\b(?:inte|ej) utan vidare\b")
_IF = re.compile(r" om (?:den|det|de|avgiften|bolaget|föreningen|syftet|lokalen) ")
_DENIED_DOUBT = re.compile(
    r"\b(?:skäl|anledning|grund) att (?:ifrågasätta|betvivla|tvivla)\b"
    r"|\b(?:någon|något) (?:tvekan|tvivel|tveksamhet)(?= [^.;]{0,160}\b(?:inte|knappast|ej)\b)"
    r"|\b(?:ingen|inget|inga|utan|otvivelaktigt|utom(?: allt)?|råder ingen|inte (?:\w+ )?(?:tveksam|oklar"
    r"|tvivel))\b (?:som helst )?(?:tvekan|tvivel|tveksamhet\w*|oklarhet\w*|risk)?"
)
_UNSURE = re.compile(
    r"\b(?:torde|sannolikt|sannolik|troligen|troligtvis|förmodligen|antagligen|lär|talar (?:mycket |starkt "
    r"|dock )?(?:för|emot|mot)"
    r"|kan antas|får antas|synes|förefaller|verkar|tycks|komma att (?:betraktas|bedömas|anses|strida)"
    r"|normalt|i regel|som regel|preliminär\w*)\b"
)
_CONDITION = re.compile(
    r"\b(?:under förutsättning(?:en)? att|förutsatt att|så länge|i den mån|i den utsträckning|såvida"
    r"|för det fall|med förbehåll för"
    r"|på villkor att|under villkor att|villkorat av|endast om|bara om|enbart om|i fall då|i de fall"
    r"|under (?:vissa|sådana|de) (?:förutsättningar|villkor|omständigheter)|förutsätter)\b"
    r"|^(?:om|ifall|därest|skulle|säljs|lämnas|drivs|görs|sker|ges|används|begränsas|utformas|avser|blir"
    r"|läggs|upplåts|ställs|tas|riktas|utgår|finansieras) "
    r"|, om (?!det gäller)|, utom (?:när|om|i fall)"
)


_DOUBTS, _DENIALS, _POSSIBLES = (Stems(*rarest(one.pattern)) for one in (_OPEN, _DENIED_DOUBT, _POSSIBLE))
_CAN = Words(frozenset(("kan", "kunna", "kunde")).__contains__)


def may_be_open(low: str) -> bool:
    """Whether any part of a sentence can be one that leaves something open (`Surety.OPEN`): most cannot."""
    return (
        _DOUBTS.within(low)
        or (_CAN.within(low) and _POSSIBLES.within(low))
        or "utan vidare" in low
        # What is left without the denial may read otherwise.
        or (_DENIALS.within(low) and _DENIED_DOUBT.search(low) is not None)
    )


def is_doubted(low: str, start: int, end: int) -> bool:
    """Whether the part `start`-`end` of a sentence says outright that something is uncertain, not only that
    it may be so: "kan vara viktigt"."""
    return _OPEN.match_in(_DENIED_DOUBT.sub("", low[start:end]))


_ALTHOUGH = re.compile(r",? även om (?:rättsläget|praxis|frågan|saken|gränsen|utgången)\b[^,;]{0,90}")


def surety(low: str, start: int, end: int) -> Surety:
    """How surely the part `start`-`end` of a sentence speaks."""
    part = low[start:end]
    is_open = _DOUBTS.within(low) and _OPEN.match_in(part)
    if is_open and (concession := _ALTHOUGH.search(part)):
        # "… bör kunna rymmas inom befogenheterna, även om rättsläget inte är helt säkert"
        rest = part[: concession.start()] + part[concession.end() :]
        return min(surety(rest, 0, len(rest)), Surety.UNSURE)
    if "utan vidare" in part and _NOT_OUTRIGHT.search(part):
        return Surety.OPEN
    undenied = _DENIED_DOUBT.sub("", part) if _DENIALS.within(low) else part
    if is_open if undenied == part else _OPEN.match_in(undenied):
        return Surety.OPEN
    if _CONDITION.search(part):
        return Surety.UNSURE
    if _POSSIBLE.search(part):
        return Surety.UNSURE if _IF.search(part) else Surety.OPEN
    return Surety.UNSURE if _UNSURE.search(part) else Surety.PLAIN
