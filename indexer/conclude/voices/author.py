"""Who wrote a document: its letterhead, its headings, those who signed it, and the words of its text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.conclude.interface import Manner, Passage, Voice
from indexer.conclude.stems import Stems
from indexer.conclude.voices.councillors import Councillors
from indexer.conclude.voices.first_words import named_before, only_office, unknown_speaker
from indexer.conclude.voices.mentions import Mention, mentions_in
from indexer.conclude.voices.speech import speech_in
from indexer.conclude.voices.status import status_of
from remissarkiv.domain import Actor, ActorKind, Document, Kind, SectionKind, Status

# At least three words, or a short one with none but letters: "Motionen tillstyrks."
_SENTENCE = re.compile(r"(?:\S+ ){2}\S|[^\W\d]+ [^\W\d]+\.\Z|(?:Till|Av)styrks?\.\Z")
_LETTERHEAD = 16
_PROSE = 75
_MINUTES = re.compile(
    r"protokoll|sammanträde|minnesanteckning|(?:\A|\s)§ ?\d{1,3}\b(?! (?:i |kommunallagen))", re.IGNORECASE
)
_FILLING = re.compile(
    r"[\W\d_]+|\b(?:sammanträdesprotokoll|protokollsutdrag|protokoll|utdrag|minnesanteckningar"
    r"|tjänsteutlåtande|"
    r"tjänsteskrivelse|yttrande|beslut|kommun|stad|datum|sida|dnr|sammanträde|sammanträdesdatum|remissvar"
    r"|svar|från|"
    r"sammanställning|granskningsutlåtande|utlåtande|promemoria|skrivelse|"
    r"juridiska avdelningen|[a-zåäö]+s (?:kommun|stad)|i [a-zåäö]+ (?:kommun|stad)"
    r"|(?-i:i [A-ZÅÄÖ][a-zåäö]+))\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\A(?:Till\b|Ert? |Remiss|Svar på|Motion\b|Angående|Ang\.|Yttrande över)", re.IGNORECASE)
# Whom a remissvar is sent to, never who sends it.
_MINISTRY = re.compile(r"departementet\b|regeringskansliet|@", re.IGNORECASE)
# "Hallstaviks kommun har beretts tillfälle att yttra sig": the first words of an answer.
_WAS_ASKED = re.compile(
    r" (?:har |tackar |fick |behandlade |diskuterade )(?:[\w-]+ ){0,8}?(?:beretts|behandlat|granskat"
    r"|diskuterat|studerat|läst|övervägt|på remiss|i uppdrag|den \d|motionen|förslaget|fått|getts|givits"
    r"|erbjudits|inbjudits|inbjudits"
    r"|anmodats|ombetts"
    r"|mottagit|tagit del|för|tillfälle)\b",
)
_FOR = re.compile(
    r"\A(?:För|På uppdrag av|Enligt uppdrag,?) (?P<who>[A-ZÅÄÖ].{2,60}?)(?: AB| enligt uppdrag"
    r"|, enligt .*)?\Z"
)
_INSTANCE = re.compile(r"(?:Remissi|I)nstans: ")
_FROM = re.compile(
    r"\A(?:Samordnat |Gemensamt )?(?:[Yy]ttrande|[Ss]var|Remissvar|Synpunkter|Reservation"
    r"|Skrivelse) från (?P<who>.{3,80})\Z"
)
# "Mark- och exploateringskontoret: yttrande angående motion om tomtkön"
_ANSWERED_BY = re.compile(
    r" ?[:,–-] ?(?:[\w-]+ )?(?:yttrande|remissyttrande|svar|remissvar|synpunkter)\b|(?: besvarar| svarar"
    r"| om)\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r" (?:[a-zåäö]+ ){0,2}?(?:bedömning|synpunkter|överväganden|yttrande|ställningstagande|förslag|svar"
    r"|förslag till|"
    r"skrivelse|slutsats|motivering|redovisning|beslut|uppfattning|remissvar|kommentar|analys|utredning)\w*"
)
_COUNCILLORS = re.compile(
    r"\A(?P<what>Reservation|Yrkande från|Särskilt (?:yttrande|uttalande)|Ersättaryttrande"
    r"|Protokollsanteckning)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\A(?:Av remissvaren|Remissvaren|Remissinstanserna|Yttrandet från|Remissinstansernas|Inkomna)\b",
    re.IGNORECASE,
)
_ROLE_IN = re.compile(
    r"\b(?:ordförande|sekreterare|kassör|vd|verksamhetsledare|direktör) (?:i|för) (?P<who>[A-ZÅÄÖ].{2,60})\Z"
)
_OFFICES = frozenset({Kind.TJANSTEUTLATANDE})
_ANSWERS = frozenset({Kind.YTTRANDE, Kind.REMISSVAR})


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a document. `is_told` is False where only the words of the text tell, so that others may
    speak in it as well; `head` is how many of the first passages are the letterhead."""

    voice: Voice
    is_told: bool
    head: int


def find_author(document: Document, passages: Sequence[Passage]) -> Author:
    """The author of a document; one without a name where nothing tells."""
    head = letterhead(passages)
    if (of_councillors := _of_councillors(passages)) is not None:
        return Author(of_councillors, is_told=True, head=head)
    actor = (
        _minuted(document, passages, head)
        or _in_letterhead(document, passages[:head])
        or _in_headings(document, passages, head)
        or _signed(document)
        or _signed_for(passages)
    )
    if actor is None and document.kind in _ANSWERS and document.namnd:
        actor = _of_board(document.namnd)
    if actor is not None:
        return Author(Voice(actor, Manner.OWN, status_of(actor)), is_told=True, head=head)
    actor = _in_text(document, passages[head:])
    other = (
        _in_text(document, passages[head:], of_all=True)
        if actor is None and document.kind in _OFFICES
        else None
    )
    if other is not None and (other.kind is ActorKind.BOLAG or other.name.startswith("Räddningstjänst")):
        # A company or the fire brigade that prepares as an office does.
        kind = ActorKind.FORVALTNING if other.name == "Räddningstjänsten" else other.kind
        return Author(Voice(Actor(other.name, kind), Manner.OWN, Status.FORSLAG), is_told=False, head=head)
    if actor is None:
        kind = ActorKind.FORVALTNING if document.kind in _OFFICES else _of_board(document.namnd).kind
        actor = Actor("" if document.kind in _OFFICES else document.namnd, kind)
    return Author(Voice(actor, Manner.OWN, status_of(actor)), document.kind in _OFFICES, head)


def _of_board(name: str) -> Actor:
    for mention in mentions_in(name):
        return Actor(name, mention.actor.kind)
    return Actor(name, ActorKind.NAMND if name else ActorKind.FORVALTNING)


def letterhead(passages: Sequence[Passage]) -> int:
    """How many of the first passages stand above the text: short lines that end without a point."""
    for n, passage in enumerate(passages[:_LETTERHEAD]):
        is_prose = passage.text.endswith((".", ":", "!")) and _SENTENCE.match(passage.text) is not None
        opens = passage.section.kind not in (SectionKind.OVRIGT, SectionKind.EXPEDIERING)
        if _INSTANCE.match(passage.text):
            # The list of those who have answered.
            return n
        if is_prose or passage.is_point or len(passage.text) > 2 * _PROSE or opens:
            return n
    return min(len(passages), _LETTERHEAD)


def _minuted(document: Document, passages: Sequence[Passage], head: int) -> Actor | None:
    """The body whose minutes these are."""
    above = passages[: max(head, 1)]
    alone = [mention for mention in _alone(above) if not mention.is_bare]
    named = [mention.actor for mention in alone if mention.actor.kind in _BODIES]
    if not named and alone and alone[0].actor.kind is ActorKind.BOLAG:
        # The board of a company: "Bråtaby Badhus AB / Styrelsen".
        named = [alone[0].actor]
    is_minutes = document.kind in (Kind.PROTOKOLL, Kind.BESLUT) or any(
        _MINUTES.search(passage.text) for passage in above[:6]
    )
    if not is_minutes:
        return None
    if named:
        return named[0]
    if above and _OF_FULLMAKTIGE.match(above[0].text) and document.kind is not Kind.MOTION:
        return Actor("Kommunfullmäktige", ActorKind.FULLMAKTIGE)
    if document.namnd and document.kind is not Kind.MOTION:
        return _of_board(document.namnd)
    for passage in passages:
        if (
            passage.section.kind is SectionKind.BESLUT
            or "beslut" in passage.text
            or "föreslår" in passage.text
        ):
            for mention in mentions_in(passage.text):
                if mention.actor.kind in _BODIES and not mention.is_bare:
                    return mention.actor
    return None


# "KF § 104"
_OF_FULLMAKTIGE = re.compile(r"K[Ff] ?§|Kommunfullmäktige ?§")
_BODIES = frozenset((ActorKind.NAMND, ActorKind.KOMMUNSTYRELSE, ActorKind.FULLMAKTIGE, ActorKind.RAD))


_NUMBERED = re.compile(r" (?:Dnr|Diarienr|Diarienummer)\b.{0,60}\Z", re.IGNORECASE)
"""A Dnr on the same line: "Barn- och utbildningskontoret Dnr BUN 2001/87"."""


def _alone(passages: Sequence[Passage]) -> Iterator[Mention]:
    """The actors that a line of the letterhead names, and nothing else."""
    addressed = False
    for passage in passages:
        line = passage.text.strip()
        skip = addressed or (_TO.match(line) is not None and _FROM.match(line) is None)
        addressed = line.rstrip(":").lower() == "till"
        if skip or _MINISTRY.search(line):
            continue
        for cell in re.split(r"\t| {2,}|, ", _NUMBERED.sub("", line)):
            mentions = mentions_in(cell)
            if mentions and not mentions[0].is_genitive:
                first = mentions[0]
                rest = _FILLING.sub("", cell[: first.start] + " " + cell[first.end :])
                is_kommun = first.actor.name.lower().endswith((" kommun", " stad"))
                if len(rest) < 3 and not is_kommun:
                    yield first


def _in_letterhead(document: Document, head: Sequence[Passage]) -> Actor | None:
    for passage in head[:4]:
        for one in mentions_in(passage.text)[:1]:
            opens = not (one.start or one.is_bare or one.is_genitive)
            if opens and _ANSWERED_BY.match(passage.text, one.end):
                return one.actor
        if (sent := _FROM.match(passage.text)) and (who := mentions_in(sent["who"])):
            return who[0].actor
    named = [mention for mention in _alone(head) if not mention.is_bare]
    if not named:
        return None
    offices = [mention.actor for mention in named if mention.actor.kind is ActorKind.FORVALTNING]
    first = named[0].actor
    if document.kind is Kind.TJANSTEUTLATANDE:
        return offices[0] if offices else None
    if first.kind is ActorKind.EXTERN and first.name.startswith(("Region ", "Landstinget ")):
        # A region has boards of its own: "Region Östmark / Kollektivtrafiknämnden".
        boards = [mention.actor.name for mention in named if mention.actor.kind is ActorKind.NAMND]
        return Actor(boards[0] if boards else first.name, ActorKind.EXTERN)
    if first.kind in (ActorKind.EXTERN, ActorKind.BOLAG, ActorKind.RAD):
        return first
    if offices:
        return offices[0]
    return first if first.kind in _BODIES and document.kind in _ANSWERS | {Kind.OVRIGT} else None


def _in_headings(document: Document, passages: Sequence[Passage], head: int) -> Actor | None:
    """Whose assessment, opinion or proposal a heading announces."""
    wanted = {ActorKind.FORVALTNING}
    if document.kind is not Kind.TJANSTEUTLATANDE:
        wanted |= {ActorKind.NAMND, ActorKind.KOMMUNSTYRELSE, ActorKind.BOLAG, ActorKind.RAD}
    for n, passage in enumerate(passages):
        if n < head or passage.is_heading or passage.text == passage.section.heading:
            for mention in mentions_in(passage.text):
                is_theirs = mention.is_genitive and _OF.match(passage.text, mention.end)
                if is_theirs and not mention.is_bare and mention.actor.kind in wanted:
                    return mention.actor
    return None


def _signed(document: Document) -> Actor | None:
    for signatory in document.signatories:
        for mention in mentions_in(signatory.unit):
            if mention.actor.kind is ActorKind.FORVALTNING:
                return mention.actor
        if document.kind is not Kind.TJANSTEUTLATANDE and (role := _ROLE_IN.search(signatory.title)):
            return Actor(role["who"].strip(" ."), ActorKind.EXTERN)
    return None


def _signed_for(passages: Sequence[Passage]) -> Actor | None:
    """For whom the last lines are signed: "För Hallstaviks kommun"."""
    for passage in passages[-4:]:
        signed = _FOR.match(passage.text)
        mentions = mentions_in(signed["who"]) if signed is not None else ()
        if mentions and not mentions[0].is_bare:
            return mentions[0].actor
    return None


def _in_text(document: Document, passages: Sequence[Passage], *, of_all: bool = False) -> Actor | None:
    """The first that says something under its own name; for a tjänsteutlåtande an office only, unless
    it is asked `of_all`."""
    only_offices = document.kind is Kind.TJANSTEUTLATANDE and not of_all
    bare: Actor | None = None
    for passage in passages:
        if _LEADS.match(passage.text):
            return None
        mentions = mentions_in(passage.text)
        first = mentions[0] if mentions else None
        is_asked = first is not None and first.start == 0 and _WAS_ASKED.match(passage.text, first.end)
        if first is not None and is_asked and not (first.is_bare or only_offices):
            return first.actor
        speech = speech_in(passage.text, mentions)
        if speech is None:
            continue
        actor = speech.mention.actor
        if _SENDS.match(passage.text, speech.mention.end):
            # Who asks: "Lantmäteriet har remitterat ett förslag".
            continue
        if (
            bare is not None
            and not speech.mention.is_bare
            and (named := named_before(bare, passages)) != bare
        ):
            return named
        if speech.is_told or (only_offices and actor.kind is not ActorKind.FORVALTNING):
            continue
        if not speech.mention.is_bare:
            return actor
        bare = bare or actor
    return (
        named_before(bare, passages)
        or _first_named(passages)
        or unknown_speaker(passages)
        or only_office(passages)
    )


def _first_named(passages: Sequence[Passage]) -> Actor | None:
    """Who is named first of all in a letter that goes on with "vi": "Brottsofferjouren tackar för "
    "remissen"."""
    for passage in passages[:1]:
        for mention in mentions_in(passage.text)[:1]:
            first = " ".join(one.text for one in passages[:8])
            opens = mention.start == 0 or _WE_IN.fullmatch(passage.text[: mention.start])
            if opens and not mention.is_genitive and _WE.search(first):
                return Actor(_LED.sub("", mention.actor.name), mention.actor.kind)
    return None


_WE_IN = re.compile(r"(?:Vi|Jag) (?:i|på|inom|från) ")
_SENDS = re.compile(
    r" har (?:[\w-]+ )?(?:remitterat|översänt|skickat|sänt|begärt|bett|överlämnat|gett|givit)\b"
)
_LED = re.compile(r"\AStyrelsen (?:för|i) ")
_WE = re.compile(r"\b(?:vi|oss|vår[at]?)\b", re.IGNORECASE)


def _of_councillors(passages: Sequence[Passage]) -> Voice | None:
    """The voice of a reservation or särskilt yttrande that is a paper of its own."""
    if not passages or (what := _COUNCILLORS.match(passages[0].text)) is None:
        return None
    councillors = Councillors()
    signed = [moved for passage in passages[-3:] for moved in councillors.within(passage.text)]
    names = [moved.actor.name for moved in signed if "(" in moved.actor.name]
    if not names:
        # "Reservation från Centerpartiet"
        names = [moved.actor.name for one in passages[:3] for moved in councillors.within(one.text)][:1]
    listed = " och ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
    manner = manner_of_councillors(what["what"]) or Manner.RESERVATION
    status = Status.FORSLAG if manner is Manner.YRKANDE else Status.BESLUT
    return Voice(Actor(listed, ActorKind.LEDAMOT), manner, status)


_MANNERS = {
    "ersättaryttrande": Manner.ERSATTARE,
    "yrkanderätt": Manner.ERSATTARE,
    "haft rösträtt": Manner.ERSATTARE,
    "till protokollet anteck": Manner.UTTALANDE,
    "anteckna till protokollet": Manner.UTTALANDE,
    "reserv": Manner.RESERVATION,
    "yrkande från": Manner.YRKANDE,
    "särskilt yttrande": Manner.UTTALANDE,
    "särskilt uttalande": Manner.UTTALANDE,
    "särskilda yttrande": Manner.UTTALANDE,
    "särskilda uttalande": Manner.UTTALANDE,
    "protokollsanteckning": Manner.UTTALANDE,
    "följande anteckning": Manner.UTTALANDE,
    "röstförklaring": Manner.UTTALANDE,
}
_OF_MANNERS = Stems(*_MANNERS)


def manner_of_councillors(words: str) -> Manner | None:
    """Reservation, särskilt uttalande or ersättaryttrande, by the words of a heading or a sentence."""
    if not _OF_MANNERS.within(words):
        return None
    lower = words.lower()
    return next((manner for stem, manner in _MANNERS.items() if stem in lower), None)
