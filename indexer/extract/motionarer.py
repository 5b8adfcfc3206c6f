"""The councillors behind a motion, with their parties.

Four places tell: how a text speaks of the motion ("motion från Åsa Nilsson Söderström (L) om …", "Maria
Losman (MP) har i en motion …"), the by-line of a motion ("av Annie Lööf m.fl. (C)"), its signatures, and the
first words about the ärende ("Anna Berg (S) och Bo Ek (M) vill att kommunen …"). Names with a party in a
protokoll or an answer are otherwise those of anybody who spoke.

Who writes a medborgarförslag is no councillor, and is named nowhere as one: "Medborgarförslag om utegym för
motion från …" speaks of exercise.
"""

import re
from collections.abc import Iterator

from indexer.extract.draft import Draft
from indexer.extract.name_lists import MOST, WITH_PARTY, list_at, lists_in, motionar, plain_list_at
from indexer.extract.parties import party_in_brackets, party_of
from indexer.extract.person_names import NAME, is_name
from indexer.extract.restore_names import Restorer
from remissarkiv.domain import Kind, Motionar, SectionKind
from remissarkiv.language.skeleton import skeleton

# "motion från", "motion (2025:13) av", "motion om utbyggnad av laddinfrastruktur av", "motionärerna"
_CUE = re.compile(
    r"(?:[Mm]otion(?:en|er|erna)?|[Mm]otion\S{1,2}ren|[Mm]otion\S{1,2}rerna)(?:\s(?:nr|dnr)?\.?\s?\(?[\w/:.-]{0,15}\)?)?,?\s{1,2}"
    r"(?:(?:som\s(?:har\s)?(?:l\S{1,2}mnats|v\S{1,2}ckts|inkommit)|inl\S{1,2}mnad|v\S{1,2}ckt)\s(?:in\s)?)?(?:av|fr\S{1,2}n|frin)\s{1,2}"
)
_SPOKEN = (
    r"(?:f\S{1,2}resl\S{1,2}r|f\S{1,2}reslog|yrkar|yrkade|beg\S{1,2}r(?:de)?|hemst\S{1,2}ll(?:er|de)|skriver|skrev"
    r"|anf\S{1,2}r(?:de)?|vill|tar|tog|framf\S{1,2}r(?:t|de)?|pekar|\S{1,2}nskar|menar|anser)"
)
_GAP = r"(?:(?!\batt\b)[^.;:()])"
# "Motion inlämnad 2010-03-29 av", "i motion till fullmäktige av", "Motion om bensinstation i Sjöända från"
_CUE_FAR = re.compile(rf"\b[Mm]otion\b(?P<gap>{_GAP}{{0,100}}?)\b(?:av|fr\S{{1,2}}n)\s{{1,2}}(?={NAME})")
# "I motion väckt den 25 februari 2008 har", "I en motion föreslår"
_CUE_INVERTED = re.compile(
    rf"\b[Ii]\s(?:en\s|sin\s)?motion\b{_GAP}{{0,70}}?\b(?:har|{_SPOKEN})\s{{1,2}}(?={NAME})"
)
# "Motionärerna, Bertil Sundkvarn (c) och Ann-Louise Hällgrim (kd), vill", "Motionärer: Anna Berg"
_CUE_CALLED = re.compile(rf"\b[Mm]otion\S{{1,2}}r(?:en|er|erna)?[,:]?\s{{1,2}}(?={NAME})")
# What somebody else does with a motion: "bifall till motion … med instämmande av".
_OTHERS = re.compile(
    r"inst\S{1,2}m|bitr\S{1,2}d|yrka|bifall|avslag|tillstyrk|avstyrk|st\S{1,2}d av|bered|svar|yttra"
)
_AFTER = re.compile(
    r"\)?,?\s{0,2}(?:motion\b|har\s(?:\w+\s){0,4}(?:motion\b|motionen\b)|(?:har\s|hade\s)?motionera(?:r|t|de)\b"
    r"|en\s(?:\w+\s)?motion\b"
    rf"|(?:har|hade|v\S{{1,2}}cker|v\S{{1,2}}ckte|l\S{{1,2}}mna(?:r|de)|lade|inkom|ingav|{_SPOKEN})\b{_GAP}{{0,80}}?"
    r"\b(?:en|i|sin|med|genom)\s(?:(?:en|sin|gemensam)\s){0,2}motion\b)"
)
_GENITIVE = re.compile(r"\W*motion")
_AFTER_REACH = 130
_OPENS = re.compile(
    r"\)?,?\s{1,2}(?:vill|f\S{1,2}resl\S{1,2}r|\S{1,2}nskar|beg\S{1,2}r|har\s(?:hemst\S{1,2}llt|f\S{1,2}reslagit|beg\S{1,2}rt|\S{1,2}nskat))\b"
    r"(?![^.]{0,90}\b(?:bifall|avslag|avsl\S{1,2}s?|tillstyrk\w*|avstyrk\w*|\S{1,2}terremi\w*|bordl\S{1,2}gg\w*|yrkande\w*"
    r"|till\S{1,2}gg\w*|\S{1,2}ndring\w*|n\S{1,2}mnden|utskottet|f\S{1,2}rvaltningens|motionen|mening\w*)\b)"
)
_DEBATED = re.compile(
    r"yrk|debatt|verl\S{1,2}gg|diskussion|inl\S{1,2}gg|omr\S{1,2}st|reserv|uttala|anf\S{1,2}rande"
)
_ELSEWHERE = frozenset(
    {
        SectionKind.YRKANDEN,
        SectionKind.BESLUTSGANG,
        SectionKind.RESERVATION,
        SectionKind.BESLUTSUNDERLAG,
        SectionKind.EXPEDIERING,
        SectionKind.BILAGOR,
    }
)
"""Where those who take part in the decision are named."""

# Also as OCR reads it: "medborgarfdrslag", "medborgarfoérslag"
_CITIZENS = re.compile(r"[Mm]edborgarf\S{1,2}rslag")
_CITIZENS_REACH = 120
_SENTENCE_END = re.compile(r"[.!?]\s|\n\s{0,8}\n")

_HEADING = 60
_BYLINE_LINES = 12
_SIGNATURE_LINES = 14


def find_motioner(draft: Draft, kind: Kind) -> tuple[Motionar, ...]:
    """Who put the motion that this document is or answers, in order of first mention, each once."""
    if kind is Kind.MEDBORGARFORSLAG:
        return ()
    if kind is not Kind.MOTION and not draft.has("motion"):
        return ()
    found: dict[str, Motionar] = {}
    mentions = list(_byline(draft)) if kind is Kind.MOTION else []
    mentions += _spoken_of(draft)
    if kind is Kind.MOTION:
        mentions += _signed(draft)
    for mention in mentions or _first_words(draft):
        _add(found, mention)
    return tuple(found.values())[:MOST]


def _add(found: dict[str, Motionar], mention: Motionar) -> None:
    """Two spellings of a name are one motionär; the longer name without a genitive s stays, and a party."""
    key = skeleton(mention.name.lower())
    for known in (key, key.removesuffix("s"), key + "s"):
        if known in found:
            old = found[known]
            if not old.party and mention.party:
                found[known] = Motionar(old.name, mention.party)
            if known == key + "s":
                found[known] = Motionar(mention.name, found[known].party)
            return
    found[key] = mention


def _spoken_of(draft: Draft) -> Iterator[Motionar]:
    """Names after "motion från", and names before "har i en motion"."""
    text, restorer = draft.text, draft.restorer
    for cue in _CUE.finditer(text):
        if not _is_of_citizens(text, cue):
            yield from list_at(text, cue.end(), restorer).members
    for cue in _CUE_FAR.finditer(text):
        if not _OTHERS.search(cue["gap"]) and not _is_of_citizens(text, cue):
            yield from list_at(text, cue.end(), restorer).members
    for cue in _CUE_INVERTED.finditer(text):
        yield from list_at(text, cue.end(), restorer).members
    for cue in _CUE_CALLED.finditer(text):
        yield from (
            list_at(text, cue.end(), restorer).members or plain_list_at(text, cue.end(), restorer).members
        )
    for named in lists_in(text, restorer):
        after = _AFTER.match(text, named.end, named.end + _AFTER_REACH)
        if after is None or _CITIZENS.search(after[0]):
            continue
        if _GENITIVE.fullmatch(after[0]):
            *others, last = named.members
            yield from others
            yield Motionar(_basic(last.name), last.party)
        else:
            yield from named.members


def _is_of_citizens(text: str, cue: re.Match[str]) -> bool:
    """Whether the sentence speaks of a medborgarförslag before it comes to the name."""
    before = text[max(cue.start() - _CITIZENS_REACH, 0) : cue.end()]
    ends = [end.end() for end in _SENTENCE_END.finditer(before)]
    return _CITIZENS.search(before, ends[-1] if ends else 0) is not None


def _basic(name: str) -> str:
    """`Asa Nilsson Soderstrdms (L) motion` is a motion of Åsa Nilsson Söderström."""
    return name[:-1] if name.endswith("s") and not name.endswith(("as", "ss", "us", "is")) else name


def _first_words(draft: Draft) -> Iterator[Motionar]:
    """Those with whom the account of the ärende begins, in a document that speaks of a
    motion: "Ärendet / Anna Berg (S) och Bo Ek (M) föreslår förbud mot …"."""
    motion, citizens = draft.text.lower().find("motion"), _CITIZENS.search(draft.text)
    if motion < 0 or (citizens is not None and citizens.start() < motion):
        return
    for named in lists_in(draft.text, draft.restorer):
        if _OPENS.match(draft.text, named.end, named.end + _AFTER_REACH) is None:
            continue
        line = draft.line_at(named.start + 1) - 1
        above = [section for section in draft.sections if section.span.start <= named.start]
        elsewhere = bool(above) and above[-1].kind in _ELSEWHERE
        if line >= 0 and not elsewhere and _opens(draft, line, named.start):
            yield from named.members
            return


def _opens(draft: Draft, line: int, start: int) -> bool:
    """Whether a list of names opens a paragraph, or stands right below a heading that is none of a debate."""
    here, above = draft.lines[line], draft.lines[max(0, line - 1)]
    if draft.text[here.span.start : start].strip() or _DEBATED.search(above.text[:_HEADING].lower()):
        return False
    return here.opens or any(section.span.start == above.span.start for section in draft.sections)


def _byline(draft: Draft) -> Iterator[Motionar]:
    """`av Annie Lööf m.fl. (C)` and the like among the first lines of a motion."""
    for line in draft.lines[:_BYLINE_LINES]:
        match = re.match(
            r"(?:[Aa]v|[Mm]otion\S{1,2}r(?:er)?|[Ff]r\S{1,2}n|[Ff]örslagsställare)\s{0,2}:?\s{1,2}", line.text
        )
        if match:
            yield from list_at(line.text, match.end(), draft.restorer).members


def _signed(draft: Draft) -> Iterator[Motionar]:
    """The signatures of a motion: `Anna Berg (S)`, `Bo Ek, Centerpartiet`, or the party on the line below."""
    lines = draft.lines[-_SIGNATURE_LINES:]
    for n, line in enumerate(lines):
        below = lines[n + 1].text if n + 1 < len(lines) else ""
        cells = line.cells
        beside = lines[n + 1].cells if n + 1 < len(lines) else ()
        if len(cells) > 1 and len(cells) == len(beside):
            for cell, party in zip(cells, beside, strict=True):
                yield from _signature(cell, party, draft.restorer)
            continue
        for cell in cells:
            yield from _signature(cell, below if len(cells) == 1 else "", draft.restorer)


def _signature(words: str, below: str, restorer: Restorer) -> Iterator[Motionar]:
    brackets = list(WITH_PARTY.finditer(words))
    end = 0
    for match in brackets:
        between, end = words[end : match.start()], match.end()
        party = party_in_brackets(restorer.name(match["party"]))
        mention = motionar(match["name"], party, restorer) if party else None
        if mention and between.strip(" ,.").lower() in ("", "och", "för", "av"):
            yield mention
    if brackets:
        return
    name, comma, rest = words.partition(",")
    party = party_of(restorer.name(rest)) if comma else party_of(restorer.name(below))
    if party and is_name(name.strip()):
        mention = motionar(name.strip(), party, restorer)
        if mention:
            yield mention
