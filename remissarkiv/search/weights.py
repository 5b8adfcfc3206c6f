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
"""The skeleton of a word on a page that OCR has damaged: `forvaltningen` for `förvaltningen`."""

MIN_RAW_LETTERS = 4
"""Shorter words are not looked for on damaged pages by skeleton: `mål` and `mil` have the same, `m*l`.

Measured on the 239 pages of `ocr_pairs.jsonl`, recall/precision of 3 000 words: without skeletons .640/.969
(words with å ä ö .086/.978), from 4 letters on .884/.772 (.737/.686), from 6 on .836/.848 (.609/.788).
Whoever asks for a word on a damaged page would rather look at a page too many, and such hits come last."""
