"""What sort of document is this? Rules in order; the first that answers decides.

The stronger the sign, the earlier the rule: the file's own word, the letterhead and running heads, the
structure that only one sort has, the title, and last how the first sentences speak of the document itself
("I propositionen föreslås"). The name of the folder is never asked.
"""

import re
from collections.abc import Callable

from indexer.extract.draft import Draft
from indexer.extract.kind_words import kind_of_words
from indexer.extract.lines import folded
from remissarkiv.domain import Kind, SectionKind
from remissarkiv.language.skeleton import skeleton

Rule = Callable[[Draft, str], Kind | None]

_OPENING = 1500
_LETTERHEAD_LINES = 8
_PARAGRAPH = re.compile(r"§§?\s?\d{1,4}\b")
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


def _running_head(draft: Draft, title: str) -> Kind | None:
    """A running head, or one that was left in the text: the word beside `Sida 3 (3)` or a Dnr line."""
    for line in draft.running:
        for cell in (line.text, *line.cells):
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
        for cell in (line.text, *line.cells):
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
            r"(?:SFS\s\d{4}:\d+|[A-ZÅÄÖ][\w\- ]{0,80}?(?:[Ll]ag|[Ff]örordning|[Bb]alk)(?: \(\d{4}:\d+\)| om .{3,200}\(\d{4}:\d+\)$))"
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
    if _AUTHORITY_DECISION.search(opening):
        return Kind.MYNDIGHETSBESLUT
    return Kind.DOM if len(_COURT.findall(draft.text[:6000])) >= 2 else None


_AUTHORITY_DECISION = re.compile(
    r"\bÄnr\b.{0,80}\bAvgörande\b|Allmänna reklamationsnämnden|ARN\b.{0,40}\bbeslut|Justitiekanslerns beslut"
    r"|(?:JO|Justitieombudsmannen|Riksdagens ombudsmän).{0,60}(?:[Bb]eslut|[Dd]iarienummer|anför|uttal)|\bI en anmälan till JO\b",
    re.DOTALL,
)
_COURT = re.compile(
    r"\b(?:DOMSLUT|Domslut|DOMSKÄL|Domskäl|ÖVERKLAGAT AVGÖRANDE|Överklagat avgörande|KLAGANDE|Klagande|SVARANDE|KÄRANDE|MOTPART"
    r"|Mål nr|Mål nummer|Målnummer|målnr|Avgörandedatum|tingsrätten|Tingsrätten|hovrätten|Hovrätten|Arbetsdomstolen"
    r"|Högsta domstolen|Högsta förvaltningsdomstolen|Kammarrätten|Referat|yrkat att Högsta)\b"
)
_COURT_STRONG = re.compile(
    r"\b(?:DOMSLUT|Domslut|DOMSKÄL|Domskäl|ÖVERKLAGAT AVGÖRANDE|KLAGANDE|Mål nr|Målnummer|Avgörandedatum)\b"
)


def _structure(draft: Draft, title: str) -> Kind | None:
    """Sections that only one sort of document has."""
    kinds = {section.kind for section in draft.sections}
    numbered = any(_PARAGRAPH.match(line.text) for line in draft.lines[:40])
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

# By how the title begins, as skeletons. "Remiss av motion" is the title of an answer as well as of a remiss: the
# rules above have taken the answers by then.
_TITLES: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (Kind.MOTION, ("motion om", "motion av", "motion till", "motion från", "motion angående", "motion gällande", "motion ang")),
    (Kind.MEDBORGARFORSLAG, ("medborgarförslag",)),
    (Kind.INTERPELLATION, ("interpellation",)),
    (Kind.REMISSVAR, ("remissvar", "svar på remiss", "yttrande över remiss", "remissyttrande", "svar på promemoria", "yttrande över betänkande", "yttrande över promemoria", "svar på betänkande")),
    (Kind.YTTRANDE, ("yttrande", "svar på motion", "svar på medborgarförslag", "svar på interpellation", "svar på fråga")),
    (Kind.REMISS, ("remiss av", "remiss om", "remiss sou", "remiss ds", "remiss promemoria", "remiss gällande", "remiss angående", "remiss betänkande", "remittering av", "remiss")),
    (Kind.UPPDRAG, ("uppdrag att", "uppdrag till", "uppdrag om", "uppdrag för", "uppdrag inom", "uppdrag angående", "uppdrag avseende", "uppdrag rörande", "ändring av uppdrag", "ändring i uppdrag", "ändrat uppdrag", "förlängt uppdrag", "tilläggsuppdrag", "fortsatt uppdrag", "förlängning av uppdrag", "uppdrag gällande", "regeringsuppdrag", "nytt uppdrag", "uppdrag")),
    (Kind.DIREKTIV, ("tilläggsdirektiv", "kommittédirektiv")),
    (Kind.TAL, ("regeringsförklaring", "tal vid", "tal på", "tal av", "anförande")),
    (Kind.PROTOKOLL, ("protokoll", "sammanträdesprotokoll")),
    (Kind.ARTIKEL, ("debattartikel", "debatt")),
    (Kind.LAGRADSREMISS, ("lagrådsremiss",)),
    (Kind.PROPOSITION, ("proposition",)),
)  # fmt: skip
_SPEECH = re.compile(
    r"(?:\w+s|ministern?s) (?:tal|anförande|inledningsanförande|hälsning) (?:vid|på|under|i|till|om)\b|[Rr]egeringsförklaring"
)


def _title_kind(draft: Draft, title: str) -> Kind | None:
    """How the title begins."""
    words = folded(title[:180])
    for kind, openings in _TITLES:
        if any(words == folded(o) or words.startswith(folded(o) + " ") for o in openings):
            return kind
    if words.startswith(folded("regeringsförklaring")) or _SPEECH.search(title[:300]):
        return Kind.TAL
    return _numbered_publication(title)


# How a document speaks of itself in its first sentences.
_SELF: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.TAL, re.compile(r"[Dd]et talade ordet gäller|Herr talman|Ärade ledamöter|Eders Majestäter")),
    (Kind.ARTIKEL, re.compile(r"[Dd]ebattartikel|(?:debattinlägg|skriver .{3,120} i (?:en artikel|Dagens|Svenska))")),
    (Kind.LAGRADSREMISS, re.compile(r"(?:[Ii] (?:denna )?lagrådsremiss(?:en)?|[Ll]agrådsremissen|[Rr]egeringen överlämnar denna remiss till Lagrådet)")),
    (Kind.PROPOSITION, re.compile(r"(?:[Ii] (?:den här |denna )?proposition(?:en)?|[Pp]ropositionens (?:huvudsakliga )?innehåll|[Pp]ropositionen (?:innehåller|behandlar|omfattar|bygger)|[Rr]egeringen överlämnar denna proposition)")),
    (Kind.DIREKTIV, re.compile(r"(?:[Ee]n (?:särskild |parlamentarisk(?:t sammansatt)? )?(?:utredare|kommitté|delegation|arbetsgrupp|utredning)(?:,? .{0,80}?)? (?:ska|skall|tillkallas|tillsätts|får i uppdrag|ges i uppdrag)|[Uu]tredaren (?:ska|skall) (?:bl\.a\.|bland annat|även|också|lämna|se över|utreda|analysera|föreslå|redovisa)|[Kk]ommittén (?:ska|skall)|[Dd]elegationen (?:ska|skall)|[Uu]tredningstiden förlängs|Uppdraget ska i stället|[Ss]ammanfattning av uppdraget|[Dd]irektiven)")),
    (Kind.UTREDNING, re.compile(r"(?:[Bb]etänkande(?:t|ts)\b|[Dd]elbetänkande|[Ss]lutbetänkande|[Ii] (?:denna |den här )?(?:departements)?promemorian?\b|[Dd]enna promemoria|[Pp]romemorian (?:innehåller|behandlar|föreslår)|[Uu]tredningens? (?:föreslår|har|anser|lämnar|redovisar|om)|[Uu]tred(?:aren|arens|ningens) (?:föreslår|har|förslag|uppdrag)|[Uu]tredningsuppdraget|[A-ZÅÄÖ]\w{3,40}(?:utredningen|kommittén|delegationen)\b|[Kk]ommittén (?:föreslår|har|anser)|[Ii] denna (?:rapport|departementsskrivelse)|[Ii] rapporten|[Dd]elegationen (?:föreslår|har)|[Ss]lutrapport)")),
    (Kind.UPPDRAG, re.compile(r"(?:[Rr]egeringen (?:uppdrar åt|ger .{3,80} i uppdrag|beslutar att .{3,80} ska|har uppdragit|har beslutat att ge)|(?:får|ges|fått|har getts) i uppdrag|har i uppdrag att|[Uu]ppdraget ska redovisas|[Uu]ppdraget ska slutredovisas|[Uu]ppdragets)")),
)  # fmt: skip
_QUOTED = re.compile(r"^[–\-—] .{20,1200}?,? (?:säger|sade|menar|skriver)\b", re.MULTILINE)


def _self(draft: Draft, title: str) -> Kind | None:
    """How the first sentences speak of the document: "I propositionen föreslår regeringen …"."""
    if _QUOTED.search(draft.text[: 3 * _OPENING]):
        return Kind.PRESSMEDDELANDE
    opening = draft.text[:_OPENING]
    if len(_COURT_STRONG.findall(draft.text[: 4 * _OPENING])) >= 2:
        return Kind.DOM
    found = [(match.start(), kind) for kind, pattern in _SELF if (match := pattern.search(opening))]
    return min(found)[1] if found else None


_PRESS = re.compile(
    r"\b(?:[Pp]ressträff|[Pp]resskontakt|[Pp]ressekreterare|[Mm]edier? som (?:vill|önskar)|[Ff]öreslår regeringen|[Rr]egeringen (?:har (?:i dag|idag|beslutat)|föreslår|avsätter"
    r"|satsar|ger (?:i dag|idag)|beslutade|förstärker|inför|vill|tillför|utser|tillsätter|kartlägger)|ministern (?:besöker|deltar|träffar|möter))"
)


def _press(draft: Draft, title: str) -> Kind | None:
    """News of what the government does."""
    return Kind.PRESSMEDDELANDE if _PRESS.search(title) or _PRESS.search(draft.text[:_OPENING]) else None


_UNDERSIGNED = re.compile(
    r"(?:yrkar|föreslår|hemställer|vill)(?: jag| vi| undertecknade?| därför| härmed|:)*\s*(?:att|kommunfullmäktige)",
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
    _running_head,
    _letterhead,
    _structure,
    _title_kind,
    _self,
    _court,
    _motion_text,
    _press,
)
