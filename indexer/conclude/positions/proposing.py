"""Who proposes what another shall decide: "Kontoret föreslår att nämnden avstyrker", and the points of a list
below "Kommunstyrelsen föreslår kommunfullmäktige besluta"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.conclude.interface import Manner, Statement
from indexer.conclude.stems import Stems
from indexer.conclude.voices.mentions import Mention, mentions_in
from indexer.conclude.voices.speech import is_oblique
from remissarkiv.domain import Actor, SectionKind

# "… har vid sammanträde den 20 mars beslutat hemställa": no other clause between the actor and the verb.
_PROPOSES = re.compile(
    r"(?: (?!att\b|som\b|men\b)\S+){0,14}? (?:att )?(?:föreslår|föreslå|föreslog|föreslagit|hemställer"
    r"|hemställa|hemställde|"
    r"hemställt|rekommenderar|rekommendera|rekommenderat|uppmanar|uppmanade|uppmanat|råder|tillråder"
    r"|anmodar|vädjar till)\b"
    r"| ber (?=[\w-]+(?:nämnden|styrelsen|fullmäktige)\b)",
    re.IGNORECASE,
)
# "… finner ej skäl att frångå kontorets uppfattning och hemställer": the subject opens the sentence.
_AND_PROPOSES = re.compile(
    r".{0,300}?\b(?:och|samt|varför \w+|men) (?:[a-zåäö]+ ){0,7}?"
    r"(?:föreslår|föreslog|föreslagit|hemställer|hemställde|hemställt|rekommenderar)\b"
)
# "Förvaltningens förslag till beslut är att motionen avslås"
_ITS_PROPOSAL = re.compile(
    r" (?:[\w-]+ )?(?:(?:besluts)?förslag|rekommendation|hemställan|bedömning|uppfattning|mening"
    r"|ståndpunkt|slutsats)"
    r"(?: till [\w-]+| i [\w-]+)? (?:är|blir|lyder)(?: [\w-]+)? att\b"
)
_MAY_PROPOSE = Stems(
    *"föresl hemställ rekommender uppman råder anmodar vädjar förslag mening bedömning uppfattning".split(),
    " ber ",
    "ståndpunkt",
    "slutsats",
)
_INVERTED = re.compile(
    r"\b(?:föreslår|hemställer|rekommenderar|föreslog)(?: (?:därför|alltså|således|härmed))? \Z",
    re.IGNORECASE,
)
_LAST_WORDS = frozenset("besluta beslutar beslutade beslöt beslutat följande att föreslår hemställer".split())
_LAST_ENDS = ("fullmäktige", "nämnden", "styrelsen")
_POINT = re.compile(r"\s*(?:[•●▪*»–—-]\s|\d{1,2}[.)]\s|[a-z]\)\s|att\b|dels\b|samt att\b)")
_FROM_HEADING = re.compile(r"förslag", re.IGNORECASE)
_PROPOSAL_HEADING = re.compile(r"Förslag till (?:beslut|kommun\w+|yttrande)\b", re.IGNORECASE)
_PROPOSAL_OF = re.compile(r" (?:besluts)?förslag\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stem:
    """The words that open a list: their statement, and who proposes what stands in it (None: nobody)."""

    statement: Statement
    proposer: Mention | None
    is_decision: bool
    decider: Mention | None = None
    """Who decides what stands in the list where nobody proposes it: "Kulturnämnden beslutar att"."""


def proposer_in(text: str) -> Mention | None:
    """The first actor who proposes something in the sentence, None where nobody does."""
    if not _MAY_PROPOSE.within(text):
        return None
    named = False
    for mention in mentions_in(text):
        own = _ITS_PROPOSAL.match(text, mention.end) if mention.is_genitive else None
        if own is not None or text.endswith(" föreslås av ", 0, mention.start):
            return mention
        before = max(0, mention.start - 40)
        if not named and not mention.is_genitive and _INVERTED.search(text, before, mention.start):
            # "Därför föreslår kontoret att nämnden": not "Kontoret föreslår nämnden att".
            return mention
        named = named or not mention.is_genitive
        if mention.is_genitive or is_oblique(text, mention):
            continue
        if _PROPOSES.match(text, mention.end) or _INVERTED.search(
            text, max(0, mention.start - 40), mention.start
        ):
            return mention
        if mention.start == 0 and _AND_PROPOSES.match(text, mention.end):
            return mention
    return None


def stems_of(statements: Sequence[Statement]) -> dict[int, Stem]:
    """For each statement that is a point of a list, the words that open the list."""
    found: dict[int, Stem] = {}
    stem: Stem | None = None
    for statement in statements:
        opens = opens_list(statement.text)
        if statement.voice.manner is Manner.LIST and not opens:
            stem = None
        elif stem is not None and _POINT.match(statement.text):
            found[statement.number] = stem
        elif opens:
            proposer = proposer_in(statement.text)
            decides = re.search(r"\bbeslut", statement.text) is not None
            is_decision = decides and proposer is None
            stem = Stem(statement, proposer, is_decision, _decider(statement.text) if is_decision else None)
        else:
            stem = None
    return found


def _decider(text: str) -> Mention | None:
    mentions = mentions_in(text)
    return mentions[0] if mentions and mentions[0].start == 0 and not mentions[0].is_genitive else None


def opens_list(text: str) -> bool:
    """Whether points of a list follow: "Kommunstyrelsen föreslår kommunfullmäktige besluta"."""
    last = text.rsplit(maxsplit=1)[-1].lower()
    word = last.rstrip(".:")
    return last.endswith(":") or word in _LAST_WORDS or word.endswith(_LAST_ENDS)


def heading_proposer(heading: str) -> Actor | None:
    """Whose proposal a heading announces: "Arbetsutskottets förslag till kommunstyrelsen"."""
    if not _FROM_HEADING.search(heading):
        return None
    for mention in mentions_in(heading):
        if mention.is_genitive and not mention.is_bare and _PROPOSAL_OF.match(heading, mention.end):
            return mention.actor
    return None


def headings_of(statements: Sequence[Statement]) -> tuple[str, ...]:
    """The heading that stands next above each statement: that of its section, or one within it."""
    found: list[str] = []
    section, heading = "", ""
    for statement in statements:
        if statement.heading != section:
            section = heading = statement.heading
        elif statement.voice.manner is Manner.LIST:
            heading = statement.text
        found.append(heading)
    return tuple(found)


def is_proposal_section(statement: Statement, heading: str) -> bool:
    """Whether the statement stands below a heading of proposals."""
    if statement.section is SectionKind.OVRIGT and _PROPOSAL_HEADING.match(heading):
        return True
    if heading_proposer(heading) is not None:
        return statement.section in (SectionKind.BESLUT, SectionKind.FORSLAG_TILL_BESLUT, SectionKind.OVRIGT)
    is_within = heading == statement.heading or _FROM_HEADING.search(heading) is not None
    return statement.section is SectionKind.FORSLAG_TILL_BESLUT and is_within


def points(statements: Sequence[Statement], stems: dict[int, Stem]) -> Iterator[tuple[int, int]]:
    """The numbers of points that are alone in their list, with the number of the stem."""
    counted: dict[int, list[int]] = {}
    for number, stem in stems.items():
        counted.setdefault(stem.statement.number, []).append(number)
    for stem_number, numbers in counted.items():
        if len(numbers) == 1:
            yield numbers[0], stem_number
