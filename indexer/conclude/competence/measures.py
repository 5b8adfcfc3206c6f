"""What the kommun may do, said in ordinary words: "någon ersättning kan alltså inte betalas".

No word of law stands in such a sentence; it draws the conclusion of what was said of law just before. It is
read as a *frame*: a modal of permission, on the kommun or on the measure itself, and an act of the kind that
a kommun decides on. What stands around it tells whether law is meant, see `Setting`.
"""

import re

from indexer.conclude.competence.terms import BODY, gap
from indexer.conclude.stems import Words

_ACTS = (
    r"(?:lämna|ge|bevilja|bekosta|betala|utbetala|ersätta|finansiera|bidra|stödja|understödja|stötta"
    r"|subventionera|sponsra|skänka|donera|dela|utdela|utge|avge|avgiva|utgiva|kompensera|belöna|efterskänka"
    r"|avskriva|skriva|köpa|förvärva|sälja|försälja|överlåta|upplåta|hyra|arrendera|låna|utlåna|ställa"
    r"|driva|bedriva|anordna|ordna|arrangera|inrätta|införa|bygga|uppföra|anlägga|installera|bilda|starta"
    r"|etablera|öppna|ta|uttaga|uttas|debitera|höja|sänka|påföra|kräva|avkräva|återbetala|besluta|tillämpa"
    r"|tillhandahålla|erbjuda|utföra|sköta|hålla|ha|visa|använda|nyttja|utnyttja|anlita|anställa|avlöna"
    r"|inträda|engagera|ägna|delta|deltaga|samverka|teckna|gå|garantera|ikläda|åta|överta|övertaga|bistå"
    r"|hjälpa|förbjuda|begränsa|reglera|undanta|särbehandla|gynna|differentiera|skaffa|tillverka|producera"
    r"|sprida|genomföra|verkställa|anvisa|fortgå|fortsätta|träffa|ingå|utfärda|ålägga|tvinga|bestämma"
    r"|föreskriva|meddela|tillskjuta|skjuta|försäkra|låta|utöva|patrullera|övervaka|kontrollera|neka|vägra"
    r"|skicka|sända|kosta|informera|satsa|placera|investera|marknadsföra|inreda|rusta|reparera|underhålla"
    r"|hänskjuta|göra|leverera|bistå|binda|förplikta|medfinansiera|avsätta|anslå|realisera|avvika"
    r"|tillmötesgå|träda|rycka|sätta|anta|slopa)"
)
_PASSIVES = r"(?:(?!göras|görs)" + _ACTS + r"s|ske|utgå|ges|tas|upptas|medges|säljas)"
_ELSEWHERE = (
    r"(?! (?:av (?!kommun|staden|bolaget|[a-zåäö]{2,20}nämnden)|(?<=tas )upp\b|fram\b|ställning|i fråga"
    r"|i beaktande"
    r"|hänsyn|därhän|öppen|om hand))"
)
"""What makes another act of it: "frågan kan tas upp", "får betalas av ägarna"."""
_ADVERBS = (
    r"(?:(?:inte|ej|icke|heller|då|däremot|dock|emellertid|således|alltså|därför|därmed|följaktligen|ändå"
    r"|likväl|även|också|givetvis|naturligtvis|självfallet|själv|inte heller|i stället|med andra ord"
    r"|gärna|väl|knappast|fortfarande|fritt|lagligen|rättsligt|bara|endast|enbart|sannolikt|alltjämt|normalt"
    r"|nu) ){0,3}"
)
_ONE = (
    r"(?:" + BODY + r"|[a-zåäö]{2,20}s kommun|den(?! [a-zåäö]{2,20}[ea]\b)|bolaget|[a-zåäö]{2,20}bolaget"
    r"|föreningen|förbundet"
    r"|kommunens|stadens|räddningstjänstens"
    r"|[a-zåäö]{2,20}förvaltningen|[a-zåäö]{2,20}kontoret|biblioteken|skolan)"
)
_MAY = r"(?:får|kan|äger|må|torde kunna|torde få|torde (?:inte|icke|ej) (?:kunna|få)|skulle kunna)"

_FOLLOW = r"(?:däremot|dock|emellertid|ändå|alltså|således|därför|likväl)"
_PERMISSIONS = tuple(
    re.compile(words)
    for words in (
        # "Privata resor kan kommunen inte bekosta."
        rf"\b{_MAY} {_ADVERBS}{_ONE} {gap(9)}(?:{_ACTS}|{_PASSIVES})\b{_ELSEWHERE}",
        # "Kommunen får dock upplåta lokaler."
        rf"(?<!som )(?<!vad )\b{_ONE} {gap(3)}{_MAY}(?: dock| däremot"
        rf"| emellertid)?(?:, [^,;]{{1,90}},)? {gap(8)}(?:{_ACTS}|{_PASSIVES})\b{_ELSEWHERE}",
        # "Bidrag till andra kommuners andel torde Lidboda inte kunna lämna."
        rf"\b(?:torde|skulle) {gap(4)}(?:kunna|få) {gap(4)}(?:{_ACTS}|{_PASSIVES})\b{_ELSEWHERE}",
        # "Samtal kan socialjouren däremot erbjuda."
        rf"\b{_MAY} (?:[a-zåäö-]{{4,30}} )?{_FOLLOW} {gap(6)}(?:få|{_ACTS}|{_PASSIVES})\b{_ELSEWHERE}",
        rf"^(?:däremot|i stället) {_MAY} {gap(8)}(?:få|{_ACTS}|{_PASSIVES})\b{_ELSEWHERE}",
        # "Någon ersättning kan alltså inte betalas."
        rf"\b{_MAY} {gap(5)}{_PASSIVES}\b{_ELSEWHERE}",
    )
)
_MODALS = Words(frozenset(("får", "kan", "äger", "må", "torde", "skulle")).__contains__)
"""The first words of `_MAY`."""
_FOLLOWS = re.compile(
    r"\b(?:däremot|dock|emellertid|även|också|jämväl|alltså|således|därmed|därför|följaktligen|ändå|likväl"
    r"|givetvis|naturligtvis|i stället|självfallet|väl|likaså|därutöver|klart är)\b"
)
_NOT_MAIN = re.compile(
    r"\b(?:om|huruvida|när|för att|så att|ifall|hur|varför|vilka|vad|innan|medan|föreslår att|vill att"
    r"|begär att|önskar att|ska|skall|bör|som) (?:[^\s,;]{1,40} ){0,5}$|\bden enskilde $"
)


def may_permit(low: str) -> bool:
    """Whether a sentence has any of the words that tell what may be done."""
    return _MODALS.within(low)


def permission(low: str, start: int, end: int) -> tuple[int, int] | None:
    """Where it is said in the part `start`-`end` of a sentence in lower case what may be done, or not; None
    where it is not."""
    for one in _PERMISSIONS if may_permit(low) else ():
        for found in one.finditer(low, start, end):
            if not _NOT_MAIN.search(low, max(start, found.start() - 120), found.start()):
                return found.span()
    return None


def follows(low: str, start: int, end: int) -> bool:
    """Whether a word tells that it is concluded, or offered instead."""
    return _FOLLOWS.search(low, start, end) is not None
