"""Divide a text into sections by its Swedish headings.

A line is a heading when the whole of it is one (`headings.py`), or when the file itself marks it as one. A
known heading with a colon may have its text on the same line (`Bilagor: 1. Motion`). In a § of minutes
without a heading over the decision, "Kommunstyrelsen beslutar" heads it. The sections follow each other
without a gap: what stands before the first heading is a section without heading.
"""

import re

from indexer.extract.head_fields import head_fields
from indexer.extract.headings import kind_of_heading, kind_of_marked_heading
from indexer.extract.kind_words import kind_of_words
from indexer.extract.lead_ins import decision_lead_in, decisions_without_heading
from indexer.extract.lines import Line, folded
from indexer.extract.paragraph_heads import first_head
from indexer.extract.subject_headings import PROSE, is_page_box, is_subject
from indexer.normalise.interface import NormalText
from remissarkiv.domain import Kind, Section, SectionKind, Span

_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?[ \t]+|#{1,6}[ \t]+)")
_LONGEST = 90
_LETTERHEAD = 120
"""Characters from the beginning of a text in which its letterhead names what it is."""

_PREAMBLE_LINES = 40
# A line that ends so goes on in the next: "med hänvisning till / Beslut".
_OPEN_END = re.compile(
    r"(?:[,\-–(]|(?<!\w)(?:och|att|om|till|av|i|för|for|med|på|pa|enligt|som|samt|den|det|ett|en))$"
)


def find_sections(normal: NormalText, lines: tuple[Line, ...]) -> tuple[Section, ...]:
    """The sections of a text with these lines, covering it from beginning to end; () for a text without any
    words."""
    text = normal.text
    marked = {heading.span.start: heading.span for heading in normal.headings}
    starts: list[tuple[int, str, SectionKind]] = []
    previous: Line | None = None
    prose = False
    first = head_fields(lines).end
    for n, line in enumerate(lines[first:], start=first):
        span = marked.get(line.span.start)
        heading = _heading(line, previous) or _copies_to(line, starts)
        if span is not None and span.end <= len(text) and span.end > span.start:
            words = text[span.start : span.end]
            if heading:
                starts.append((line.span.start, *heading))
            elif not is_page_box(words) and (starts or kind_of_words(words) is None):
                # "SAMMANTRÄDESPROTOKOLL" in large type names the document; no section begins there.
                starts.append((span.start, words, kind_of_marked_heading(words)))
        elif heading:
            starts.append((line.span.start, *heading))
        elif not marked and prose and (not starts or starts[-1][2] not in _WHOLE) and is_subject(lines, n):
            starts.append((line.span.start, line.text, kind_of_marked_heading(line.item)))
        prose = prose or bool(starts) or len(line.text) > PROSE
        previous = line
    if not text.strip():
        return ()
    if not any(kind is SectionKind.BESLUT for _, _, kind in starts) and first_head(lines[:_PREAMBLE_LINES]):
        starts = sorted([*starts, *decisions_without_heading(lines, starts)])
    if not starts or starts[0][0] > 0:
        starts.insert(0, (0, "", SectionKind.OVRIGT))
    ends = [start for start, _, _ in starts[1:]] + [len(text)]
    return tuple(
        Section(kind, heading, Span(start, end))
        for (start, heading, kind), end in zip(starts, ends, strict=True)
        if end > start and (heading or text[start:end].strip())
    )


_WHOLE = frozenset(
    {
        SectionKind.BESLUT,
        SectionKind.FORSLAG_TILL_BESLUT,
        SectionKind.YRKANDEN,
        SectionKind.BESLUTSGANG,
        SectionKind.RESERVATION,
        SectionKind.EXPEDIERING,
        SectionKind.BESLUTSUNDERLAG,
        SectionKind.BILAGOR,
    }
)
"""Only a known heading ends these: a line of a decision that looks like a heading must not cut it."""


def without_title(sections: tuple[Section, ...], title: str) -> tuple[Section, ...]:
    """The sections without the one that the document's own title would head: its text belongs to the
    beginning."""
    own = folded(title)
    for n, section in enumerate(sections[:_MOST_ABOVE_TITLE]):
        heading = folded(section.heading)
        if section.kind is not SectionKind.OVRIGT or not own or not heading.endswith(own):
            continue
        if n == 0:
            return (Section(SectionKind.OVRIGT, "", section.span), *sections[1:])
        above = sections[n - 1]
        joined = Section(above.kind, above.heading, Span(above.span.start, section.span.end))
        return (*sections[: n - 1], joined, *sections[n + 1 :])
    return sections


_MOST_ABOVE_TITLE = 4
_COPIES = frozenset(folded(words) for words in ("Protokollsutdrag", "Utdrag"))


def _copies_to(line: Line, starts: list[tuple[int, str, SectionKind]]) -> tuple[str, SectionKind] | None:
    """`Protokollsutdrag` below a decision is where it is sent; above it, what the document is."""
    decided = any(kind is SectionKind.BESLUT for _, _, kind in starts)
    if decided and line.text[:1].isupper() and folded(line.text) in _COPIES and not line.text.isupper():
        return line.text, SectionKind.EXPEDIERING
    return None


def _heading(line: Line, previous: Line | None) -> tuple[str, SectionKind] | None:
    """The heading a line begins with, and its kind."""
    numbered = _NUMBERED.match(line.text)
    begin = numbered.end() if numbered else 0
    words = line.text[begin:]
    if not words[:1].isupper() or (not line.opens and previous and _OPEN_END.search(previous.text)):
        return None
    head, colon, rest = words.partition(":")
    if len(head) > _LONGEST:
        return None
    is_sentence = head.endswith((".", ",", ";")) and folded(head) not in _SHORTENED
    if is_sentence or decision_lead_in(head):
        # "Kommunfullmäktige beslutar enligt kommunstyrelsens förslag" is a sentence.
        return None
    if (previous is None or line.span.end < _LETTERHEAD) and kind_of_words(head) is Kind.YTTRANDE:
        # "Björkåsa kommun / Socialnämnden / Yttrande": a line of the letterhead names the document too.
        return None
    if previous is None and kind_of_words(head) is not None:
        # The first line of all names the document, not a section: "Beslut", "Yttrande".
        return None
    kind = kind_of_heading(head)
    if kind is None or (rest.strip() and not _may_run_in(head, kind)):
        return None
    return line.text[: begin + len(head) + len(colon)], kind


_SHORTENED = frozenset({"exp"})


def _may_run_in(heading: str, kind: SectionKind) -> bool:
    """Whether text may follow the heading on its line: `Bilagor: …`, `Kopia till: …`; but `Beslut: KF § 12`
    and `Remiss: …` are labels of a letterhead."""
    return (kind in _RUN_IN and " " in heading) or kind in (SectionKind.BILAGOR, SectionKind.SAMMANFATTNING)


_RUN_IN = frozenset(
    {
        SectionKind.EXPEDIERING,
        SectionKind.FORSLAG_TILL_BESLUT,
        SectionKind.REMISSINSTANSER,
        SectionKind.SYNPUNKTER,
    }
)
