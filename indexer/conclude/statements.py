"""The sentences of a document with who speaks in each."""

import re
from collections.abc import Iterator

from indexer.conclude.interface import Statement
from indexer.conclude.voices import Voices
from remissarkiv.domain import Document, Section, SectionKind, Span
from remissarkiv.language.sentences import sentence_breaks

_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def statements_of(document: Document) -> tuple[Statement, ...]:
    """The sentences in the order of the text; those of parts that are documents of their own are theirs.

    A heading is a statement of its own. A point of a list is one too.
    """
    voices = Voices(document)
    found: list[Statement] = []
    paragraph = 0
    for section in document.sections or (Section(SectionKind.OVRIGT, "", Span(0, len(document.text))),):
        for block in _blocks(document.text, section):
            paragraph += 1
            for span in _sentences(document, block):
                text = document.text[slice(*span)].replace("\n", " ")
                voice = voices.of(span, text, section)
                found.append(
                    Statement(span, text, section.kind, section.heading, voice, len(found), paragraph)
                )
    return tuple(found)


def _blocks(text: str, section: Section) -> Iterator[Span]:
    start = section.span.start
    if section.heading:
        end = start + len(section.heading)
        yield Span(start, end)
        start = end
    for gap in _BLANK_LINE.finditer(text, start, section.span.end):
        if text[start : gap.start()].strip():
            yield Span(start, gap.start())
        start = gap.end()
    if text[start : section.span.end].strip():
        yield Span(start, section.span.end)


def _sentences(document: Document, block: Span) -> Iterator[Span]:
    whole = [citation.span for citation in document.citations if citation.span.overlaps(block)]
    start = block.start
    for gap in sentence_breaks(document.text, block.start, block.end, whole):
        yield from _stripped(document.text, Span(start, gap.start))
        start = gap.end
    yield from _stripped(document.text, Span(start, block.end))


def _stripped(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
