"""How much each guise of a word counts. One table, read by `compile.py`.

A word scores the best of its guises (`Best`), so the figures are ratios, not shares: a word in the title
beats the same word in the text; the form as typed beats another inflection; a part of a compound and a word
that OCR has damaged are found, but behind the whole and the legible.
"""

TITLE_EXACT = 2.4
"""The form as typed, in the title."""

TITLE = 2.0
"""Another inflection, in the title."""

EXACT = 1.2
"""The form as typed, in the text."""

TEXT = 1.0
"""Another inflection, in the text."""

PARTS = 0.5
"""A part of a compound: `medborgare` in `EU-medborgare`."""

RAW = 0.6
"""The skeleton of a word that OCR misread: `sjoskog` where the query asks for the unknown `Sjöskog`."""

RAW_FUZZY = 0.3
"""The same with one letter taken for another of its shape (`confusions.py`)."""

STATED = 1.2
"""What a word is worth more, in any guise, where a document states its own view (`language/stated.py`):
`rådgivning` under *Bedömning* before `rådgivning` under *Bakgrund*."""

SLIP = 0.1
"""A word some letters from the one that is asked for with ~; all score the same."""

MIN_RAW_LETTERS = 4
"""Shorter words are not looked for among misread words: `mål` and `mil` have the same skeleton, `m*l`."""
