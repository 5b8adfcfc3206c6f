"""Which ärenden do these minutes hold? A protokoll of a whole meeting becomes one document for each §."""

from dataclasses import dataclass

from indexer.extract import extract_paragraph
from indexer.extract.lines import Line, lines_of
from indexer.extract.paragraph_opening import opening_of
from indexer.minutes.candidates import Candidate, find_candidates
from indexer.minutes.chain import best_chain
from indexer.minutes.contents import without_contents
from indexer.minutes.cut import cut, within
from indexer.minutes.limits import first_line, last_lines
from indexer.minutes.stated import stated_numbers
from indexer.minutes.whole import without_paragraphs
from indexer.normalise.interface import NormalText
from remissarkiv.domain import DnrRole, Document, Kind, Span

__all__ = ["Paragraph", "SplitMinutes", "split"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One § of minutes: its number as people write it (`21`, `21 a`, `10–12`), the name of the part (`§ 21`),
    its span in the text of the whole, and the document it is."""

    number: str
    label: str
    span: Span
    document: Document


@dataclass(frozen=True, slots=True)
class SplitMinutes:
    """Minutes in parts: the whole without what belongs to its §§ alone, and the §§ in order."""

    whole: Document
    paragraphs: tuple[Paragraph, ...]


def split(normal: NormalText, whole: Document, *, name: str) -> SplitMinutes | None:
    """The §§ of minutes, each a document of its own.

    `whole` is what `extract` made of `normal`, and `name` the file's. None when the document is no protokoll,
    or has fewer than two §§: a protokollsutdrag of one § stays the document it is. Never raises; time linear
    in the text.
    """
    if whole.kind is not Kind.PROTOKOLL:
        return None
    lines = lines_of(whole.text)
    marked = frozenset(heading.span.start for heading in normal.headings)
    found = find_candidates(lines, whole, marked)
    candidates = without_contents(found, lines, whole)
    chain = best_chain(candidates, stated_numbers(lines))
    if not _are_minutes(chain):
        return None
    spans = _spans(chain, lines)
    paragraphs = tuple(
        _paragraph(normal, whole, lines, candidate, span)
        for candidate, span in zip(chain, spans, strict=True)
    )
    own = frozenset(
        mention.dnr.value
        for paragraph in paragraphs
        for mention in paragraph.document.dnr
        if mention.role is DnrRole.OWN
    )
    return SplitMinutes(without_paragraphs(normal, whole, spans, own=own, name=name), paragraphs)


def _are_minutes(chain: tuple[Candidate, ...]) -> bool:
    """Two §§ are minutes only when each has what a § has: else one of them is a reference."""
    return len(chain) > _FEW or (len(chain) == _FEW and all(c.weight >= _SURE for c in chain))


_FEW, _SURE = 2, 3.0


def _spans(chain: tuple[Candidate, ...], lines: tuple[Line, ...]) -> tuple[Span, ...]:
    """The text of each §: from its first line to the last line before the next one, or the signatures."""
    first = [first_line(candidate, lines) for candidate in chain]
    ends = last_lines(chain, first, lines)
    return tuple(
        Span(lines[begin].span.start, lines[end].span.end) for begin, end in zip(first, ends, strict=True)
    )


def _paragraph(
    normal: NormalText, whole: Document, lines: tuple[Line, ...], candidate: Candidate, span: Span
) -> Paragraph:
    head = candidate.head
    label = f"§ {head.shown}"
    part = cut(normal, span)
    document = extract_paragraph(
        part,
        title=opening_of(lines, candidate.line, head).title or label,
        meeting=whole,
        damaged=tuple(within(stretch, span) for stretch in whole.damaged if stretch.overlaps(span)),
    )
    return Paragraph(head.shown, label, span, document)
