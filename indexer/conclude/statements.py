"""The sentences of a document with who speaks in each."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from indexer.conclude.interface import Passage, Statement, Voice
from indexer.conclude.voices import LISTS, Voices, letterhead
from indexer.conclude.voices.mentions import mentions_in
from remissarkiv.domain import Document, Section, SectionKind, Span
from remissarkiv.language.sentences import sentence_breaks

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_POINT = re.compile(r"[ \t]*(?:[•●▪■◦»*–—-][ \t]{1,8}|(?:\d{1,2}|[a-zA-Z])[.)][ \t]{1,8}(?=\S))")
_THAT = re.compile(r"[ \t]*(?:att|dels|samt att)\b")
# How lines begin that may match one of these.
_BEGINS_POINT = re.compile(r"[ \t]*(?:[^\w\s]|\d|\w[.)]|att\b|dels\b|samt\b)")
# What comes before the first "att" of a list, and before the next ones.
_OPENS_LIST = re.compile(
    r"(?:[;:.]|\b(?:besluta|beslutar|beslutade|beslöt|beslutat|följande|föreslår|hemställer))\s*\Z"
)
_BETWEEN_POINTS = re.compile(r"(?:[,;:.]|\b(?:samt|och))\s*\Z")
_OPEN_END = re.compile(
    r"(?:[,\-–(]|\b(?:och|att|om|till|av|i|för|med|på|enligt|som|samt|den|det|de|ett|en|från|hos|vid|mot|"
    r"under|efter|genom|mellan|sin|sitt|sina|är|har|kan|ska|skall|får|bör|vill))\Z"
)
_LONGEST_OPEN = len("enligt")
"""Characters at the end of a line in which that is looked for."""

# Verbs that make a short line a sentence: "Motionen avslås", "Socialnämnden tillstyrker motionen".
_STEM = re.compile(
    r"\b(?:beslut(?:a|ar|ade|at)|beslöt|föreslår|hemställer|yrkar|anser|bedömer|(?:till|av)styrk(?:er|s|es)|"
    r"avslås|bifalls?|bifaller|besvarad|bordläggs|reserverar|avstår|godkänner|antar|överlämnar|erinran)\b"
)
_ENDED = (".", ",", ";", "!", "?")
_LONGEST_HEADING = 90
_WIDEST = 120
_LONGEST_LABEL = 45
_LABEL_WORDS = 3
_AFTER_NAME = re.compile(r"(?: [A-ZÅÄÖ][\w-]+){0,3}(?: ?\([^()]{1,40}\))?:")
_WITH_OTHERS = ("m.fl.", "m. fl.", "m fl.")


def statements_of(document: Document) -> tuple[Statement, ...]:
    """The sentences in the order of the text; those of parts that are documents of their own are theirs.

    A heading is a statement of its own. A point of a list is one too. Time linear in the text.
    """
    passages = tuple(_passages(document))
    speaker = _Speakers(document, passages).of
    head = letterhead(passages)
    found: list[Statement] = []
    here, kind, heading, is_listed = None, SectionKind.OVRIGT, "", False
    for number, (span, text, section, paragraph, is_heading, _) in enumerate(passages):
        if section is not here:
            here, kind, heading, is_listed = section, section.kind, section.heading, section.kind in LISTS
        is_prose = number >= head and not is_heading and not is_listed
        found.append(Statement(span, text, kind, heading, number, paragraph, is_prose, speaker))
    return tuple(found)


class _Speakers:
    """Who speaks in each sentence of a document. Nothing of it is found out before somebody asks, and then no
    more than up to the sentence that is asked for."""

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        self._document = document
        self._passages = passages
        self._voices: Voices | None = None
        self._told: list[Voice] = []

    def of(self, number: int) -> Voice:
        """Who speaks in the sentence of that number."""
        told = self._told
        if number >= len(told):
            voices = self._voices = self._voices or Voices(self._document, self._passages)
            told.extend(map(voices.of, self._passages[len(told) : number + 1]))
        return told[number]


def _passages(document: Document) -> Iterator[Passage]:
    text = document.text
    on_one_line = text.replace("\n", " ")
    width = _width(text)
    whole = sorted(citation.span for citation in document.citations)
    starts = [span.start for span in whole]
    parted = list(document.parted)
    paragraph = 0
    for section in document.sections or (Section(SectionKind.OVRIGT, "", Span(0, len(text))),):
        for block, is_head in _blocks(text, section):
            while parted and parted[0].end <= block.start:
                parted.pop(0)
            if parted and parted[0].start <= block.start:
                continue
            paragraph += 1
            for piece, is_heading, is_point in _pieces(text, block, width, is_head=is_head):
                first = bisect_left(starts, piece.start - 200)
                inside = whole[first : bisect_left(starts, piece.end)]
                begins_point = is_point
                for span in _sentences(text, piece, inside):
                    words = on_one_line[span.start : span.end]
                    yield Passage(span, words, section, paragraph, is_heading, begins_point)
                    begins_point = False


def _width(text: str) -> int:
    """How long the lines of a text are: a line to which the next word would have fitted was ended on
    purpose."""
    return min(_WIDEST, max(map(len, text.split("\n"))))


def _blocks(text: str, section: Section) -> Iterator[tuple[Span, bool]]:
    """The paragraphs of a section, its heading first, and whether each is the heading."""
    start = section.span.start
    if section.heading:
        end = start + len(section.heading)
        yield Span(start, end), True
        start = end
    for gap in _BLANK_LINE.finditer(text, start, section.span.end):
        end = gap.start()
        if start < end and not text[start:end].isspace():
            yield Span(start, end), False
        start = gap.end()
    if start < section.span.end and not text[start : section.span.end].isspace():
        yield Span(start, section.span.end), False


def _pieces(text: str, block: Span, width: int, *, is_head: bool) -> Sequence[tuple[Span, bool, bool]]:
    """Headings, points of lists and runs of sentences within a paragraph: where each is, whether it is a
    heading and whether a point."""
    if is_head:
        # "Kommunfullmäktige beslutar" heads a section and is the beginning of its sentences.
        return ((block, not _STEM.search(text[slice(*block)].lower()), False),)
    if text.find("\n", *block) < 0:
        # In most files a paragraph is one line.
        is_point = _is_point(text, (block,), 0)
        return ((block, not is_point and _may_head(text[slice(*block)].strip()), is_point),)
    return tuple(_pieces_of_lines(text, block, width))


def _pieces_of_lines(text: str, block: Span, width: int) -> Iterator[tuple[Span, bool, bool]]:
    lines = _lines(text, block)
    has_tabs = _has_cells(text, block.start, block.end)
    start, is_point = lines[0].start, _is_point(text, lines, 0)
    for n in range(1, len(lines)):
        above = text[slice(*lines[n - 1])].strip()
        heads = start == lines[n - 1].start and _is_heading(above, text[slice(*lines[n])], width)
        point = _is_point(text, lines, n, below_point=is_point)
        # Rows of a table: "Kulturnämnden<tab>Avstyrker".
        is_row = has_tabs and _has_cells(text, lines[n].start) and _has_cells(text, start)
        if heads or point or is_row:
            yield Span(start, lines[n - 1].end), heads and not is_point, is_point
            start, is_point = lines[n].start, point
    last = text[start : block.end].strip()
    alone = "\n" not in last and not is_point and _may_head(last)
    yield Span(start, block.end), alone, is_point


def _has_cells(text: str, start: int, until: int = 0) -> bool:
    """Whether a line, by its beginning, has cells that tabs part; or one of those to the line of `until`."""
    end = text.find("\n", max(start, until))
    return text.find("\t", start, end if end >= 0 else len(text)) >= 0


def _lines(text: str, block: Span) -> list[Span]:
    found, start = [], block.start
    while start < block.end:
        end = text.find("\n", start, block.end)
        end = block.end if end < 0 else end
        if text[start:end].strip():
            found.append(Span(start, end))
        start = end + 1
    return found


def _is_point(text: str, lines: Sequence[Span], n: int, *, below_point: bool = False) -> bool:
    start, end = lines[n]
    if _BEGINS_POINT.match(text, start, end) is None:
        # So it is with nearly all lines.
        return False
    if _POINT.match(text, start, end):
        return True
    if not _THAT.match(text, start, end):
        return False
    before = _BETWEEN_POINTS if below_point else _OPENS_LIST
    return n == 0 or bool(before.search(text[slice(*lines[n - 1])].rstrip()))


def _is_heading(line: str, below: str, width: int) -> bool:
    """Whether a line ends where more would have fitted, and what follows begins anew; a body's name heads
    what it says even where that goes on without a subject."""
    if not _may_head(line):
        return False
    first = below.split(maxsplit=1)[0] if below.split() else ""
    fits = len(line) + 1 + len(first) <= width
    return fits and (
        first[:1].isupper() or not first[:1].isalpha() or _NAME_ALONE.fullmatch(line) is not None
    )


_NAME_ALONE = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]+(?: (?:och|för|i|[A-ZÅÄÖ][\w-]+)){0,5} ?)"
    r"(?: ?[a-zåäö]+(?:nämnden|kontoret|förvaltningen|rådet|förbundet|föreningen))?(?:\([^()]{1,40}\))?"
)


def _may_head(line: str) -> bool:
    return (
        0 < len(line) <= _LONGEST_HEADING
        and (line[0].isupper() or line[0].isdigit())
        and not line.endswith(_ENDED)
        and not _OPEN_END.search(line, max(0, len(line) - _LONGEST_OPEN))
        and not _STEM.search(line.lower())
    )


def _sentences(text: str, piece: Span, whole: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    start, end = piece
    for opens, closes in sentence_breaks(text, start, end, whole):
        if text[opens - 1] == ":" and _is_label(text[start:opens]):
            continue
        if text.startswith("(", closes) and text.endswith(_WITH_OTHERS, start, opens):
            # "Bo Lantz m.fl. (S)"
            continue
        found += _by_councillor(text, start, opens)
        start = closes
    found += _by_councillor(text, start, end)
    return found


# "… mot beslutet under punkt 2. Ove Rang (SD) reserverar sig": the number ends the sentence.
_NEXT_COUNCILLOR = re.compile(r"(?<=\.)\s+(?=[A-ZÅÄÖ][\w-]{1,30} [A-ZÅÄÖ][\w-]{1,30} \(\w{1,5}\))")


def _by_councillor(text: str, start: int, end: int) -> list[Span]:
    if text.find("(", start, end) < 0:
        return _stripped(text, start, end)
    found = []
    for gap in _NEXT_COUNCILLOR.finditer(text, start, end):
        found += _stripped(text, start, gap.start())
        start = gap.end()
    return found + _stripped(text, start, end)


def _is_label(words: str) -> bool:
    """Whether what stands before a colon goes with what follows: "Svar: Tillstyrker förslaget."""
    if words.endswith("):"):
        # "Alf Haraldsson (S): Bifall."
        return True
    words = _POINT.sub("", words, count=1)
    if len(words) < _LONGEST_LABEL and len(words.split()) <= _LABEL_WORDS and "(" not in words:
        return True
    # "- Pensionärernas riksorganisation (PRO): Positiva till förslaget."
    named = mentions_in(words) if len(words) <= _LONGEST_HEADING else ()
    return len(named) == 1 and not named[0].start and _AFTER_NAME.fullmatch(words, named[0].end) is not None


def _stripped(text: str, start: int, end: int) -> list[Span]:
    """What stands there between blanks; nothing where there are only those."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []
