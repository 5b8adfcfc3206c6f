"""Where a document speaks its own mind, and does not recount what was asked or what others say."""

from collections.abc import Iterable, Iterator

from remissarkiv.domain import Document, SectionKind, Span
from remissarkiv.language.tokens import Token

_SECTIONS = frozenset(
    (
        SectionKind.FORSLAG_TILL_BESLUT,
        SectionKind.BESLUT,
        SectionKind.SAMMANFATTNING,
        SectionKind.SYNPUNKTER,
        SectionKind.MOTIVERING,
    )
)


def stated_tokens(tokens: Iterable[Token], document: Document) -> Iterator[Token]:
    """Those of a document's tokens (in order) that stand in its assessing and deciding sections, or in a
    sentence that was understood as an assessment or a decision wherever it stands."""
    spans = [section.span for section in document.sections if section.kind in _SECTIONS]
    spans += [assessment.span for assessment in document.assessments]
    spans += [decision.span for decision in document.decisions]
    stretches = iter(_joined(spans))
    current = next(stretches, None)
    for token in tokens:
        while current is not None and token.span.start >= current.end:
            current = next(stretches, None)
        if current is None:
            return
        if token.span.start >= current.start:
            yield token


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in rising order, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
