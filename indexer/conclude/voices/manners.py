"""What is said by the motion, and what is quoted law, by the words of a sentence."""

import re
from collections.abc import Iterable

from indexer.conclude.stems import Stems

_ASKER = (
    r"(?:motionär(?:en|erna)|motionsställar(?:en|na)|motionsskrivar(?:en|na)|förslagsställar(?:en|na)|"
    r"skribent(?:en|erna)|interpellant(?:en)|medborgarförslaget|motionen|initiativtagar(?:en|na)|"
    r"frågeställar(?:en|na))"
)
_SAYS = (
    r"(?:föreslår|föreslog|anser|ansåg|menar|menade|framhåller|framhöll|vill|anför|anförde|skriver|skrev"
    r"|yrkar|hävdar|påpekar|"
    r"lyfter|pekar|önskar|argumenterar|beskriver|hänvisar|åberopar|efterlyser|tycker|konstaterar|bedömer|"
    r"uppger|påstår|understryker|betonar|begär|hemställer|tänker|räknar|ser framför sig|tar upp|motiverar|"
    r"har (?:\w+ )?(?:föreslagit|anfört|yrkat|framhållit|skrivit|lämnat|väckt|hemställt|motionerat))"
)
_ASKER_SAYS = re.compile(
    rf"\b(?<!som )(?<!vad ){_ASKER}(?: (?-i:[A-ZÅÄÖ])[^.,;]{{1,60}}?)?(?:,? som [^,]{{1,80}},)?"
    rf"(?: (?:också|även"
    rf"|vidare|dessutom"
    rf"|därför|i \w+|dock|"
    rf"bland annat|själv|här)){{0,2}} {_SAYS}\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    rf"\b{_SAYS}(?: (?:också|även|vidare|dessutom|därför))? {_ASKER}\b"
    r"(?! (?:[\w-]+ )?(?:besvara|tillgodose|bör\b|ska\b|är\b|vara\b|som\b))",
    re.IGNORECASE,
)
_ACCORDING = re.compile(rf"\benligt (?:vad )?{_ASKER}(?:s mening)?\b", re.IGNORECASE)
_IN_MOTION = re.compile(
    r"\b(?<!del )(?:i|av) (?:en |sin |den aktuella |denna )?(?:motion(?:en|er)?|medborgarförslag(?:et)?"
    r"|skrivelsen"
    r"|e-förslaget|"
    r"promemorian|betänkandet)\b.{0,60}?\b(?:föreslås|framhålls|påstås|yrkas|anges|hävdas|framförs|begärs"
    r"|anförs|sägs|"
    r"beskrivs|framgår|lyfts|efterlyses|hemställs|önskas|understryks|betonas|konstateras|görs gällande|"
    r"påpekas|skrivs|framställs|förordas|vill(?! säga)|har \w* ?(?:föreslagit|hemställt|yrkat|begärt"
    r"|anfört)|föreslår|"
    r"yrkar|hemställer|begär|anför)\b",
    re.IGNORECASE,
)
_SAID_IN = re.compile(
    r"\b(?:framhålls|påstås|hävdas|anförs|sägs|föreslås|anges|görs gällande|yrkas) (?:också |även |det )?i "
    r"(?:motionen|medborgarförslaget|promemorian|skrivelsen)",
    re.IGNORECASE,
)
_COUNCILLOR_MOVES = re.compile(
    r"\A(?:Motionär(?:en|erna) )?[A-ZÅÄÖ][^.]{3,120}?\([A-Za-zÅÄÖåäö]{1,4}\)(?:, [^.]{0,60}?)? (?:har "
    r"|vill |föreslår (?!att (?:nämnden|motionen|medborgarförslaget|utskottet|ärendet)|bifall|avslag"
    r"|i likhet|av?styrk|tillstyrk)|"
    r"(?:yrkar|anför|hemställer) i (?:en |sin )?motion|begär )"
)
_GOES_ON = re.compile(
    r"\A(?:De |Han |Hon |Hen |Syftet |Tanken |Vidare (?:föreslå|vill|anför|yrka)|Dessutom (?:föreslå|vill"
    r"|anför|yrka))"
)

_LAW_OPENING = re.compile(
    r"\A(?:\d\. )?(?:Av|Enligt|I|Genom|Ur)\b[^.;]{0,120}?(?:§|\bkap\b|lag(?:en|stiftningen|rummet)?\b"
    r"|balken|förordningen|"
    r"författningen|regeringsformen|paragraf|bestämmelse|förarbete|praxis|proposition)",
    re.IGNORECASE,
)
_LAW_GENERAL = re.compile(
    r"\A(?:[\"”»])?(?:En kommun|Kommuner(?:na)?|Kommunerna|Kommuner och (?:regioner|landsting)"
    r"|Kommunen och regionen|"
    r"Landsting(?:en)?|Regioner(?:na)?)(?: själva)? (?:får|ska|skall|har rätt|är skyldiga?|kan|ansvarar"
    r"|skall|äger|har|behandlar)"
    r"\b(?: (?:också|även|själva?|dock|inte|vidare|därför|således))*"
)
_LAW_VERB = re.compile(
    r"\b(?:framgår|följer|anges|stadgas|föreskrivs|regleras|sägs|gäller|får|ska|skall|har|innebär|är"
    r"|definieras|avses|finns|"
    r"kan|bestäms|åligger|ankommer|ålägger|utgör)\b"
)
_CONCLUDES = re.compile(
    r"\b(?:därför|därmed|således|följaktligen|alltså|härav|därav|motionen\w*|förslag(?:et|en)s?|bedöm\w*"
    r"|anser\w*|"
    r"mening|uppfattning|den föreslagna|det föreslagna|motionärens?|detta medför|denna bakgrund"
    r"|här aktuell\w*|kontoret|förvaltningen)\b",
    re.IGNORECASE,
)


_ASKERS = Stems(
    *"motionär motionsställ motionsskriv förslagsställ skribent interpellant medborgarförslaget".split(),
    *"motionen initiativtag frågeställ".split(),
)
"""What is in every sentence that `_ASKER` is in."""
_PAPERS = Stems(
    *"motion medborgarförslag skrivelsen promemorian betänkandet e-förslaget".split(),
)


def is_of_proposal(text: str) -> bool:
    """Whether the sentence tells what the motion or its author says: "Motionären menar att …"."""
    return (
        (_ASKERS.within(text) and _is_found((_ASKER_SAYS, _INVERTED, _ACCORDING), text))
        or (_PAPERS.within(text) and _is_found((_IN_MOTION, _SAID_IN), text))
        or ("(" in text and _COUNCILLOR_MOVES.match(text) is not None)
    )


def _is_found(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    return any(pattern.search(text) is not None for pattern in patterns)


def opens_with_proposal(text: str) -> bool:
    """Whether it is the motion that speaks from the first word on, whoever is named later."""
    if not _PAPERS.within(text) and not _ASKERS.within(text):
        return False
    return _ASKER_SAYS.match(text) is not None or _IN_MOTION.match(text) is not None


def goes_on(text: str) -> bool:
    """Whether a sentence after one of the motion goes on with it: "De vill också …"."""
    return _GOES_ON.match(text) is not None


def is_law(text: str) -> bool:
    """Whether the sentence says what the law says, without a conclusion: "Av 2 kap. 1 § framgår att …"."""
    if not _LAW_GENERAL.match(text):
        opening = _LAW_OPENING.match(text)
        if opening is None or _LAW_VERB.search(text, opening.end()) is None:
            return False
    return _CONCLUDES.search(text) is None
