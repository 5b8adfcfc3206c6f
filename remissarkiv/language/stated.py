"""Where a document speaks its own mind, and does not recount what was asked or what others say."""

from collections.abc import Iterable

from remissarkiv.domain import Document, SectionKind, Span

_SECTIONS = frozenset(
    (
        SectionKind.FORSLAG_TILL_BESLUT,
        SectionKind.BESLUT,
        SectionKind.SAMMANFATTNING,
        SectionKind.SYNPUNKTER,
        SectionKind.MOTIVERING,
    )
)


def stated_spans(document: Document) -> list[Span]:
    """A document's assessing and deciding sections, and the sentences that were understood as an assessment
    or a decision wherever they stand; in order, what overlaps as one."""
    spans = [section.span for section in document.sections if section.kind in _SECTIONS]
    spans += [assessment.span for assessment in document.assessments]
    spans += [decision.span for decision in document.decisions]
    return _joined(spans)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in rising order, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
