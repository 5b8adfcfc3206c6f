"""Who takes a stance within a sentence: its own subject, or the voice that speaks in it."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import Voice
from indexer.conclude.voices.mentions import Mention
from indexer.conclude.voices.naming import fits, is_shortened, may_stand_for
from indexer.conclude.voices.speech import is_oblique
from remissarkiv.domain import Actor, ActorKind


def subjects_of(text: str, start: int, end: int, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The actors that a stance at `text[start:end]` is said of, () where it is the voice's.

    The nearest named one before it with those it is named together with ("Socialnämnden och äldrenämnden
    avstyrker"), else one right after it ("avstyrker nämnden motionen").
    """
    subject: list[Mention] = []
    for mention in mentions:
        if mention.is_genitive:
            continue
        follows = 0 <= mention.start - end <= 1 and not text.endswith(" än", 0, end)
        if (
            follows
            or (start < mention.start < end and not is_oblique(text, mention))
            or _AGENT.fullmatch(text, end, mention.start)
        ):
            return (mention,)
        if mention.end <= start and (not is_oblique(text, mention) or _is_relative(text, mention.end, start)):
            if subject and _APPOSED.match(text, mention.end) and text.startswith(", ", subject[-1].end):
                # "Polismyndigheten, lokalpolisområde Sjövik, har avböjt": the same by another name.
                continue
            joined = (
                subject
                and not subject[-1].is_bare
                and _TOGETHER.fullmatch(text, subject[-1].end, mention.start)
            )
            subject = [*subject, mention] if joined else [mention]
    active = not text.endswith(("styrks", "slås", "falls", "kas", "tas", "visas"), start, end)
    unknown = _unknown(text, start) if active and (not subject or subject[-1].end < start - _NEAR) else None
    if unknown is None and not subject:
        unknown = _unknown_speaker(text, start, end)
    return (unknown,) if unknown is not None else tuple(subject)


def _is_relative(text: str, end: int, start: int) -> bool:
    """Whether what is said belongs to "som" right behind a name: "från länsrådet, som avstyrker"."""
    return _RELATIVE.match(text, end, start) is not None


def is_of_others(text: str, start: int) -> bool:
    """Whether a stance is said of people who answer no remiss: "Fyra fastighetsägare motsätter sig "
    "planen"."""
    return (
        _OTHERS.match(text, 0, start) is not None or _OTHERS_HAVE.search(text, 0, start + _NEAR) is not None
    )


def is_general(text: str, start: int, end: int) -> bool:
    """Whether it is told what one may or uses to do, not what one does: "Nämnden får avstyrka en ansökan",
    "avstyrker alltid sådana ansökningar"."""
    if (
        _BY_MANY.match(text, end)
        or _OF_MANY.match(text, end)
        or _USUALLY.search(text, max(0, start - 40), end + len(" alltid"))
    ):
        return True
    return _OF_ANY.match(text, end) is not None and _MAY.search(text, max(0, start - 60), start) is not None


# "Ofta tillstyrker nämnden ansökan".
_USUALLY = re.compile(r"\b(?:ofta|ibland|vanligen|i regel|som regel|i allmänhet|alltid)\b", re.IGNORECASE)
_BY_MANY = re.compile(
    r" (?:[\w-]+ ){0,2}?av (?:samtliga|alla|de flesta|flertalet|flera|övriga"
    r"|majoriteten|många)\b"
)
_MANY = r"(?:sådana|liknande|enskilda|nya|dylika|flertalet|varje) "
_OF_MANY = re.compile(rf" (?:därför |alltid |som regel |normalt |ofta ){{0,2}}{_MANY}", re.IGNORECASE)
_OF_ANY = re.compile(r" (?:en|ett|ansökningar|motioner|medborgarförslag)\b(?! om\b)", re.IGNORECASE)
_MAY = re.compile(
    r"\b(?:får|brukar|alltid|rätt att|möjlighet att|skyldig\w* att)\b(?: [\w-]+){0,4} \Z",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"(?: [A-ZÅÄÖ][\w-]+){0,3}, (?:har|är|kan|vill|av\w+r|till\w+r|föreslår|anser|menar|bedömer|ställer"
    r"|lämnar|ser|mot\w+r)\b"
)
_RELATIVE = re.compile(r",? (?:som|vilken|vilket) [^,]{0,80}\Z")
# "tillstyrks motionen av byggnadsnämnden"
_AGENT = re.compile(r"(?: [\w-]+){0,3} av ")
_NEAR = 25
_TOGETHER = re.compile(r", (?:och )?| och | samt | respektive | som | liksom | eller | såväl som ")
# "Vid samrådet hade facken inget att invända mot lokalerna".
_OTHERS_HAVE = re.compile(
    r"\b(?:hade|har|ville|kunde) (?!kommunen|staden)[a-zåäö]+(?:en|na|et) (?:inget|ingenting|ingen|inga"
    r"|inte)\b"
)
_OTHERS = re.compile(
    r"(?:En del|Två|Tre|Fyra|Fem|Sex|Flera|Många|Några|Några få|De flesta|Boende|Ingen|Alla|Enstaka"
    r"|Flertalet|Majoriteten|Remissinstanserna|Övriga (?:remiss)?instanser|Han"
    r"|Hon|Eleverna|Samtliga "
    r"närvarande|[A-ZÅÄÖ][\w-]+s (?:årsmöte|årsstämma|medlemmar|stämma))\b"
)


def _unknown(text: str, start: int) -> Mention | None:
    """One whose name does not tell what it is, right before the verb: "Lejonklubben avstyrker"."""
    named = _NAME_BEFORE.search(text, max(0, start - _REACH), start)
    if named is None or named["first"].lower() in _NO_NAMES:
        return None
    name = named["name"]
    if " " not in name and not name.endswith(_DEFINITE) and not name.isupper():
        return None
    kind = ActorKind.BOLAG if name.endswith(_COMPANIES) else ActorKind.EXTERN
    return Mention(Actor(name.rstrip(":"), kind), *named.span("name"), is_bare=False, is_genitive=False)


_COMPANIES = (
    " Fastigheter",
    " Energi",
    " Bostäder",
    " Vatten",
    " Hamn",
    " Stadsnät",
    "hem",
    " Hyresbostäder",
)


def _unknown_speaker(text: str, start: int, end: int) -> Mention | None:
    """One whose name does not tell what it is, where it stands first of all and a verb behind it:
    "Kulturskolan framhåller att lärare saknas men ser inget hinder"."""
    named = _SPEAKER.match(text)
    if named is None or named.end("name") > start or named["name"].split()[0].lower() in _NO_NAMES:
        return None
    passive = text.endswith("s", 0, end) and not text.endswith(("ses", "ts"), 0, end)
    if passive and named["verb"] in _AUXILIARIES:
        # A passive tells of what, not who: "Kiosken bör avstyrkas".
        return None
    kind = ActorKind.BOLAG if named["name"].endswith(_COMPANIES) else ActorKind.EXTERN
    return Mention(Actor(named["name"], kind), *named.span("name"), is_bare=False, is_genitive=False)


_AUXILIARIES = frozenset("har hade är var kan bör måste".split())
_CAP = r"[A-ZÅÄÖ][\w.&:-]*[\w&]"
_FINITE = (
    "har|hade|är|var|kan|vill|ville|bör|måste|anser|ansåg|menar|menade|ställer|ställde|ser|tillstyrker"
    "|avstyrker"
    "|tillstyrkte|avstyrkte|avstår|avstod|motsätter|motsatte|stödjer|stöder|biträder|avråder|avrådde|avvisar"
    "|välkomnar"
    "|säger|lämnar|instämmer|ansluter|förklarar|framhåller|bedömer|anför|anförde|konstaterar|påpekar|skriver"
    "|meddelar"
    "|uppger|understryker|betonar|föreslår|förordar|önskar|tycker|yrkar|begär|godtar|accepterar|bejakar"
    "|gillar|delar"
    "|saknar|avböjer|avböjde|svarar|protesterar|vänder|tar|går|uppmanar|hoppas|hävdar|noterar|hälsar|sluter"
)
# "Kattvännerna i Åmål är", "Sotningsväsendet, som fått yttra sig, avstyrker", "Kommunens revisorer har".
_SPEAKER = re.compile(
    rf"(?:[–•*-] |\d{{1,2}}[.)] )?(?P<name>{_CAP}(?:(?: (?:i|på|vid|och|&|av|för|hos))? {_CAP}"
    rf"|(?<=s) [a-zåäö]*(?:revisorer|organ|ombud|arkitekt|antikvarie|ledning|krets|grupp|sektion"
    rf"|distrikt|avdelning|nätverk|organisation|bolag|klubb|medlemmar|arier|lärare|rektorer|elever"
    rf"|föräldrar|handlare|företagare)|(?<=en) i (?:staden|byn|kommunen)){{0,4}})"
    rf"(?:, som [^,]{{3,120}},)?(?: också| även| dock)? (?P<verb>{_FINITE})\b(?! (?:[Vv]i|jag|man|det"
    rf"|den|du|sig)\b)"
)
_REACH = 120
_NAME_BEFORE = re.compile(
    r"(?:\A(?:[–•*-] |\d{1,2}[.)] )?|\b(?:och|men|medan|samt) |, )"
    r"(?P<name>(?P<first>[A-ZÅÄÖ][\w:-]{2,40})(?: (?:i |och |för )?[A-ZÅÄÖ][\w-]{1,40}){0,3}) "
    r"(?:(?:har|är|vill|kan|bestämt|också|även|däremot|dock|inte|därför|anser|säger|meddelar|att) ){0,3}\Z"
)
_DEFINITE = ("en", "et", "an", "na", "are", "ion")
_NO_NAMES = frozenset(
    "det detta den denna dessa motionen motionens motionären motionärerna förslaget förslagen förslagets "
    "medborgarförslaget att-satsen yrkandet hemställan remissen ärendet någon ingen utredningen betänkandet "
    "remissinstanserna flertalet övriga majoriteten minoriteten ordföranden ordförande ledamöterna "
    "ledamoten sammanfattningen yttrandet svaret "
    "sammantaget däremot därmed härmed alltså således vidare mot med även kommunen staden reservationen "
    "beslutet sammantaget sålunda följaktligen slutligen dessutom samtidigt likaså i på av för vid till"
    " från under efter "
    "innan när om eftersom trots utan utöver enligt vi jag man du ni ett en dessa dem inte ej icke"
    " heller också även nu "
    "då här där så sedan numera idag redan ändå likväl emellertid dock visserligen förvisso givetvis"
    " naturligtvis "
    "självklart generellt principiellt formellt juridiskt ekonomiskt rättsligt avslutningsvis"
    " inledningsvis sammanfattningsvis "
    "totalt kostnaden kostnaderna försöket frågan projektet planen programmet försök tanken idén syftet"
    " avsikten hen hans "
    "hennes deras dess vår våra mitt min ingenting något någonting vad vem vilka vilken hur varför detta"
    " flera många några "
    "alla båda två tre fyra fem sex resten resterande ytterligare bakgrunden ansökan begäran skrivelsen"
    " reservanten "
    "undertecknad undertecknade yrkande reservation särskilt protokollsanteckning ordf "
    "skälen frågan bilagan protokollet vännen ingen ingenting de han hon men samtliga åtgärden delen".split()
)


def actor_of(subject: Mention | None, voice: Voice, mentions: Sequence[Mention] = ()) -> Actor:
    """The actor of a subject: a bare word means the voice that speaks in the sentence, or one that the
    sentence has named: "Yttrandet från Norrdalens gille … så att gillet …"."""
    if subject is None:
        return voice.actor
    if subject.is_bare:
        word = subject.actor.name.lower()
        if fits(word, voice.actor):
            return voice.actor
        named = [one.actor for one in mentions if one.start < subject.start and fits(word, one.actor)]
        if named:
            return named[-1]
        stands_for = voice.actor.name and may_stand_for(word, voice.actor)
        return voice.actor if stands_for else subject.actor
    if subject.actor.name.lower() == voice.actor.name.lower() or is_shortened(subject.actor, voice.actor):
        return voice.actor
    return subject.actor
