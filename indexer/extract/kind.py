"""What sort of document is this? Rules in order; the first that answers decides.

The stronger the sign, the earlier the rule: the file's own word, the letterhead and running heads, the
structure that only one sort has, the title, and last how the first sentences speak of the document itself
("I propositionen föreslås"). The name of the folder is never asked.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from indexer.extract.columns import columns_of
from indexer.extract.draft import Draft
from indexer.extract.head_fields import head_fields
from indexer.extract.kind_signs import SELF_WORDS, TITLES
from indexer.extract.kind_words import kind_of_words
from indexer.extract.lines import folded
from indexer.extract.paragraph_heads import first_head
from remissarkiv.domain import Kind, SectionKind
from remissarkiv.language.skeleton import skeleton

Rule = Callable[[Draft, str], Kind | None]

_OPENING = 1500
_LETTERHEAD_LINES = 8
_PREAMBLE_LINES = 40
_MANY_DECISIONS = 3
_PAGE = re.compile(r"(?:Sida|Sid|S\.)\s?\d{1,3}\s?(?:\(|av|/)", re.IGNORECASE)


def find_kind(draft: Draft, title: str) -> Kind:
    """The kind of a document with this title; `Kind.OVRIGT` when nothing tells."""
    for rule in RULES:
        kind = rule(draft, title)
        if kind is not None:
            return kind
    return Kind.OVRIGT


def _said_by_file(draft: Draft, title: str) -> Kind | None:
    """A kind in the metadata; `Beslut` of a web template says too little to go before the text."""
    return kind_of_words(draft.metadata.get("kind", ""))


def _said_by_card(draft: Draft, title: str) -> Kind | None:
    """`Handlingstyp: Remiss, utgående` on a page of a diary."""
    said = head_fields(draft.lines).values.get("kind", "")
    return next(filter(None, (kind_of_words(part) for part in re.split(r"[,;/(]", said))), None)


def _running_head(draft: Draft, title: str) -> Kind | None:
    """A running head, or one that was left in the text: the word beside `Sida 3 (3)` or a Dnr line."""
    for line in draft.running:
        for cell in (line.text, *columns_of(line.text, draft.restorer)):
            kind = kind_of_words(cell)
            if kind is not None:
                return kind
    for n, line in enumerate(draft.lines):
        if _PAGE.match(line.text):
            for near in draft.lines[max(0, n - 3) : n]:
                kind = kind_of_words(near.text)
                if kind is not None:
                    return kind
    return None


def _letterhead(draft: Draft, title: str) -> Kind | None:
    """A line, or a column of one, near the top that is the name of a kind. `Beslut` and `Yttrande` are
    headings too, and count only as the first words of all."""
    for n, line in enumerate(draft.lines[:_LETTERHEAD_LINES]):
        for cell in (line.text, *columns_of(line.text, draft.restorer)):
            kind = kind_of_words(cell)
            if kind is None and n < 2:
                kind = _numbered_publication(cell)
            if kind in _HEADING_WORDS and n > 2:
                continue
            if kind is not None:
                return kind
    return None


_HEADING_WORDS = frozenset(
    {Kind.BESLUT, Kind.YTTRANDE, Kind.UTREDNING, Kind.OVRIGT, Kind.UPPDRAG, Kind.FORFATTNING}
)
_PUBLICATIONS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.INTERPELLATION, re.compile(r"Interpellation\s(?:\d{4}/\d\d(?:\d\d)?:\d+|nr|om|till|ang)")),
    (Kind.INTERPELLATION, re.compile(r"\d{4}/\d\d:\d{1,5} av .{3,60} till ")),
    (Kind.PROPOSITION, re.compile(r"(?:Regeringens proposition|Prop\.)\s\d{4}(?:/\d\d(?:\d\d)?)?:\d+")),
    (Kind.UTREDNING, re.compile(r"(?:SOU|Ds)\s\d{4}:\d+")),
    (
        Kind.DIREKTIV,
        re.compile(r"(?:Dir\.|Kommittédirektiv)\s?\d{4}:\d+|(?:[A-ZÅÄÖ][a-zåäö]?\s)\d{4}:\d{1,2}\s[A-ZÅÄÖ]"),
    ),
    (
        Kind.FORFATTNING,
        re.compile(
            r"(?:SFS\s\d{4}:\d+|(?:Lag|Förordning|Kungörelse|[A-ZÅÄÖ][\w\- ]{0,80}?(?:[Ll]ag|[Ff]örordning"
            r"|[Bb]alk))(?: \(\d{4}:\d+\)| om .{3,200}\(\d{4}:\d+\)$))"
        ),
    ),
    (
        Kind.MOTION,
        re.compile(
            r"(?:Motion|Budgetmotion|Kommittémotion|Partimotion)\s(?:till riksdagen|\d{4}/\d\d(?:\d\d)?:\d+)"
        ),
    ),
)


def _numbered_publication(words: str) -> Kind | None:
    """`Regeringens proposition 2016/17:171`, `SOU 2015:24`, `1994/95:3 av Eva Zetterberg (v) till …`."""
    return next((kind for kind, pattern in _PUBLICATIONS if pattern.match(words[:300])), None)


def _court(draft: Draft, title: str) -> Kind | None:
    """A judgement, or a decision of JO, JK or ARN."""
    opening = draft.text[:_OPENING]
    if any(name in opening for name in _AUTHORITIES) and _AUTHORITY_DECISION.search(opening):
        return Kind.MYNDIGHETSBESLUT
    return Kind.DOM if _are_two(_COURT, draft.text[:6000]) else None


def _are_two(words: "_Words", text: str) -> bool:
    """Whether two of the words stand in a text."""
    return any(word in text for word in words.anywhere) and len(words.whole.findall(text)) >= 2


class _Words(NamedTuple):
    """Words as they are looked for: quickly and anywhere, and as words."""

    anywhere: tuple[str, ...]
    whole: re.Pattern[str]

    @classmethod
    def of(cls, words: str) -> "_Words":
        """Those of a pattern that is nothing but words with bars between."""
        return cls(tuple(words.split("|")), re.compile(rf"\b(?:{words})\b"))


_AUTHORITIES = ("Änr", "Allmänna reklamationsnämnden", "ARN", "Justitie", "Riksdagens ombudsmän", "JO")
_AUTHORITY_DECISION = re.compile(
    r"\bÄnr\b.{0,80}\bAvgörande\b|Allmänna reklamationsnämnden|ARN\b.{0,40}\bbeslut|Justitiekanslerns beslut"
    r"|(?:JO|Justitieombudsmannen|Riksdagens ombudsmän).{0,60}(?:[Bb]eslut|[Dd]iarienummer|anför"
    r"|uttal)|\bI en anmälan till JO\b",
    re.DOTALL,
)
_COURT = _Words.of(
    "DOMSLUT|Domslut|DOMSKÄL|Domskäl|ÖVERKLAGAT AVGÖRANDE|Överklagat avgörande|KLAGANDE"
    "|Klagande|SVARANDE|KÄRANDE|MOTPART"
    "|Mål nr|Mål nummer|Målnummer|målnr|Avgörandedatum|tingsrätten|Tingsrätten|hovrätten|Hovrätten"
    "|Arbetsdomstolen"
    "|Högsta domstolen|Högsta förvaltningsdomstolen|Kammarrätten|Referat|yrkat att Högsta"
)
_COURT_STRONG = _Words.of(
    "DOMSLUT|Domslut|DOMSKÄL|Domskäl|ÖVERKLAGAT AVGÖRANDE|KLAGANDE|Mål nr|Målnummer|Avgörandedatum"
)


def _structure(draft: Draft, title: str) -> Kind | None:
    """Sections that only one sort of document has."""
    kinds = {section.kind for section in draft.sections}
    # The list of those present may be longer than a letterhead; then many decisions tell.
    decisions = sum(section.kind is SectionKind.BESLUT for section in draft.sections)
    preamble = draft.lines if decisions >= _MANY_DECISIONS else draft.lines[:_PREAMBLE_LINES]
    numbered = first_head(preamble) is not None
    if SectionKind.BESLUTSGANG in kinds or (numbered and SectionKind.BESLUT in kinds):
        return Kind.PROTOKOLL
    if _title_kind(draft, title) in (Kind.MOTION, Kind.MEDBORGARFORSLAG):
        return None
    words = skeleton(draft.text[:_OPENING].lower())
    if SectionKind.FORSLAG_TILL_BESLUT in kinds and (
        len(kinds & _SERVICE) >= 2 or _SERVICE_WORD.search(words)
    ):
        return Kind.TJANSTEUTLATANDE
    return None


_FEWEST_SIGNS = 3
_ACT = re.compile(
    r"\b(?:[Dd]enna|[Dd]en här) (?:lag|balk|förordning) (?:innehåller|syftar|gäller|avses|kompletterar)"
)


def _act(draft: Draft, title: str) -> Kind | None:
    """The text of an act: § after §, and "denna lag" of itself."""
    opening = draft.text[: 2 * _OPENING]
    if opening.count(" §") < _FEWEST_SIGNS:
        return None
    is_act = _ACT.search(opening) or _numbered_publication(title) is Kind.FORFATTNING
    return Kind.FORFATTNING if is_act else None


_SERVICE = frozenset(
    {
        SectionKind.SAMMANFATTNING,
        SectionKind.BEREDNING,
        SectionKind.SYNPUNKTER,
        SectionKind.ARENDET,
        SectionKind.BAKGRUND,
        SectionKind.BESLUTSUNDERLAG,
        SectionKind.KONSEKVENSER,
        SectionKind.EXPEDIERING,
    }
)
_SERVICE_WORD = re.compile(re.escape(skeleton("tjänste")) + r"(?:utl|skr)")

_SPEECH = re.compile(
    r"(?:\w+s|ministern?s) (?:tal|anförande|inledningsanförande|hälsning) (?:vid|på|under|i|till"
    r"|om)\b|[Rr]egeringsförklaring"
)


_ANSWERS = frozenset({Kind.YTTRANDE, Kind.REMISSVAR})
# "Motion: Låt oss inte glömma …"
_LABEL_OF_TITLE = re.compile(
    r"(?P<kind>(?:Motion|Medborgarförslag|Interpellation|Yttrande|Remissvar|Remiss))\s?:\s"
)


@cache
def _openings() -> tuple[tuple[Kind, tuple[str, ...]], ...]:
    """The words that titles of a kind open with, as skeletons; a blank behind each ends its last word."""
    return tuple((kind, tuple(folded(words) + " " for words in openings)) for kind, openings in TITLES)


def _title_kind(draft: Draft, title: str) -> Kind | None:
    """How the title begins."""
    words = folded(title[:180]) + " "
    for kind, openings in _openings():
        if words.startswith(openings):
            return kind
    named = _LABEL_OF_TITLE.match(title) or _LABEL_OF_TITLE.match(draft.metadata.get("title", ""))
    if named:
        return kind_of_words(named["kind"])
    # "Dataskyddsombudets yttrande över motion om …", "Ekorrens svar på remissen om …"
    owner, _, rest = words.partition(" ")
    if owner.endswith("s"):
        return next(
            (kind for kind, openings in _openings() if kind in _ANSWERS and rest.startswith(openings)), None
        )
    if words.startswith(folded("regeringsförklaring")) or _SPEECH.search(title[:300]):
        return Kind.TAL
    return _numbered_publication(title)


_QUOTED = re.compile(r"^[–\-—] .{20,1200}?,? (?:säger|sade|menar|skriver)\b", re.MULTILINE)


def _self(draft: Draft, title: str) -> Kind | None:
    """How the first sentences speak of the document: "I propositionen föreslår regeringen …"."""
    if _QUOTED.search(draft.text[: 3 * _OPENING]):
        return Kind.PRESSMEDDELANDE
    opening = draft.text[:_OPENING]
    if _are_two(_COURT_STRONG, draft.text[: 4 * _OPENING]):
        return Kind.DOM
    found = [(match.start(), kind) for kind, pattern in SELF_WORDS if (match := pattern.search(opening))]
    return min(found)[1] if found else None


_PRESS = re.compile(
    r"\b(?:[Pp]ressträff|[Pp]resskontakt|[Pp]ressekreterare|[Mm]edier? som (?:vill|önskar)"
    r"|[Ff]öreslår regeringen|[Rr]egeringen (?:har (?:i dag|idag|beslutat)|föreslår|avsätter"
    r"|satsar|ger (?:i dag|idag)|beslutade|förstärker|inför|vill|tillför|utser|tillsätter|kartlägger)"
    r"|ministern (?:besöker|deltar|träffar|möter))"
)


def _press(draft: Draft, title: str) -> Kind | None:
    """News of what the government does."""
    return Kind.PRESSMEDDELANDE if _PRESS.search(title) or _PRESS.search(draft.text[:_OPENING]) else None


_UNDERSIGNED = re.compile(
    r"(?:yrkar|föreslår|hemställer|vill)(?: jag| vi| undertecknade?| därför| härmed|:)*\s*(?:att"
    r"|kommunfullmäktige)",
    re.IGNORECASE,
)
_PARTY_AFTER_NAME = re.compile(
    r"[a-zåäö]{2}\s\((?:S|M|SD|C|V|KD|L|MP|FP|FI)\)\s*$", re.MULTILINE | re.IGNORECASE
)


def _motion_text(draft: Draft, title: str) -> Kind | None:
    """A motion without the word: it asks fullmäktige for something and is signed by a councillor."""
    tail = draft.text[-_OPENING:]
    asks = _UNDERSIGNED.search(tail)
    return Kind.MOTION if asks and _PARTY_AFTER_NAME.search(tail, asks.end()) else None


RULES: tuple[Rule, ...] = (
    _said_by_file,
    _said_by_card,
    _running_head,
    _letterhead,
    _structure,
    _act,
    _title_kind,
    _self,
    _court,
    _motion_text,
    _press,
)
