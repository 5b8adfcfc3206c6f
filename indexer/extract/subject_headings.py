"""Headings that no list holds and no file marks: `Rättsläget efter den 1 juli 2025`, `4 Maxtaxan`."""

import re
from collections.abc import Sequence

from indexer.extract.kind_words import kind_of_words
from indexer.extract.lead_ins import decision_lead_in
from indexer.extract.lines import Line, cells_of, folded, has_bullet
from indexer.extract.paragraph_heads import paragraph_head
from indexer.extract.person_names import is_name

PROSE = 60
"""Characters; a longer line is one of a paragraph."""

_LONGEST, _MOST_WORDS = 60, 9
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?[ \t]+(?=[A-ZÅÄÖ])")
_FIGURES = re.compile(r"\d,\d|\d{4}-\d\d-\d\d|\d{4}[/:]\d|\d[\d .]{4,}|@|§|\.{3}|…|\([A-ZÅÄÖa-z]{1,3}\)|\||:")
# "Med hänvisning till det anförda yrkar vi" opens a list, but heads nothing.
_DEMANDS = re.compile(
    "|".join(re.escape(folded(word)) for word in ("föreslår", "yrkar", "beslut", "hemställer", "vi att"))
)
_SENTENCE_END = (".", "?", "!", ":", ")", "”", '"')
_BOXES = frozenset(
    folded(words)
    for words in (
        "Kontakt", "Kontakta oss", "Kontaktuppgifter", "Kontaktinformation", "Läs mer", "Mer information",
        "Relaterat", "Relaterad information", "Relaterade länkar", "Länkar", "Dela", "Dela sidan", "Genvägar",
        "Sidan uppdaterad", "Senast uppdaterad", "Hjälpte informationen dig", "Underskrifter", "Anslag/bevis",
        "Anslag och bevis", "Om webbplatsen", "Följ oss", "Hitta på sidan", "Innehåll på sidan", "Innehåll",
    )
)  # fmt: skip


def is_page_box(heading: str) -> bool:
    """Whether a heading stands over what a web page sets beside every document: `Kontakt`, `Läs mer`."""
    return folded(heading) in _BOXES


def is_subject(lines: Sequence[Line], n: int) -> bool:
    """Whether line `n`, in a text without marked headings, is the heading of the paragraph below it.

    A short line with a capital below a blank line, no sentence, no name, no row of a table; above it ends a
    sentence, and a paragraph follows.
    """
    line = lines[n]
    number = _NUMBER.match(line.text)
    words = line.text[number.end() :] if number else line.text
    if n + 1 >= len(lines) or not line.opens or len(line.text) > _LONGEST or not words[:1].isupper():
        return False
    if len(words.split()) > _MOST_WORDS or not (words[-1].isalnum() or words[-1] == "?"):
        return False
    if _FIGURES.search(words) or len(cells_of(line.text)) > 1 or (has_bullet(line.text) and not number):
        return False
    if kind_of_words(words) is not None or decision_lead_in(words) or paragraph_head(line.text):
        return False
    if n and len(lines[n - 1].text) > _LONGEST // 2 and not lines[n - 1].text.endswith(_SENTENCE_END):
        return False
    below = lines[n + 1]
    if len(cells_of(below.text)) > 1 or is_name(words):
        return False
    if has_bullet(below.text):
        return not _DEMANDS.search(folded(words)) and len(words.split()) <= _MOST_WORDS // 2
    is_sentence = below.text.endswith(".") and len(below.text) > _LONGEST // 2
    return below.text[:1].isupper() and (len(below.text) >= PROSE or is_sentence)
