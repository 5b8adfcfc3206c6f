"""What kind of text does a page of a PDF carry: written by a computer, read from a picture by OCR, or none?

A scanner, or the OCR program behind it, lays the picture of the page over (or under) letters that are not
drawn: text render mode 3 (ISO 32000-1, 9.3.6), often in a font without shapes (`GlyphLessFont`, tesseract's).
"""

import ctypes
import itertools
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.readers.limits import FEW_LETTERS
from remissarkiv.language.real_words import share_of_real_words

RUBBISH_BELOW = 0.35
"""A layer of which less than this share are words is rubbish. On 239 pages that OCR without Swedish had read
the share was never below 0.57 (their clean originals: 0.75): the loss of å, ä and ö alone makes no rubbish.
The same pages with letters exchanged, noisy, backwards or spaced out gave 0.0 to 0.35."""

_COVERING = 0.6
_PART = 0.05
_SAMPLED_OBJECTS = 300
_DRAWN_SHAPES = 100
_FONT_NAME = 128
_GLYPHLESS = re.compile(r"glyph-?less|invisible|hidden", re.IGNORECASE)
# Programs that make PDFs from pictures only, as they name themselves in Producer or Creator.
_OCR_PROGRAM = re.compile(
    r"tesseract|ocrmypdf|finereader|omnipage|paper capture|readiris|\bocr\b", re.IGNORECASE
)
_SCANNER = re.compile(
    r"scan|canon ir|imagerunner|ricoh|aficio|konica|bizhub|kyocera|taskalfa|workcentre|altalink|lexmark x"
    r"|digital sending|sharp mx|e-studio|abbyy",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageLayer:
    """`scanned`: the page's text was read from a picture by OCR. `unread`: the page shows text that its
    layer lacks, or has as rubbish."""

    scanned: bool
    unread: bool


@dataclass(frozen=True, slots=True)
class _Sample:
    pictures: float
    shapes: int
    texts: int
    undrawn: int


def judge_layer(page: Any, text: str, maker: str) -> PageLayer:
    """What the text of a page is worth. `maker` is what the file says of the programs that made it."""
    sample = _sample(page)
    letters = sum(character.isalnum() for character in text)
    covered = sample.pictures >= _COVERING
    if not letters:
        return PageLayer(False, sample.pictures >= _PART or sample.shapes >= _DRAWN_SHAPES)
    undrawn = sample.undrawn * 2 > sample.texts
    scanned = undrawn or bool(_OCR_PROGRAM.search(maker) or (covered and _SCANNER.search(maker)))
    if letters < FEW_LETTERS:
        return PageLayer(scanned, covered)
    share = share_of_real_words(text) if scanned or covered else None
    return PageLayer(scanned, share is not None and share < RUBBISH_BELOW)


def _sample(page: Any) -> _Sample:
    """The first objects of a page: the share of it that pictures cover (0-1), its drawn shapes, its runs of
    text and how many of those are not drawn."""
    width, height = page.get_size()
    area = max(1.0, width * height)
    pictures, shapes, texts, undrawn = 0.0, 0, 0, 0
    for item in itertools.islice(page.get_objects(max_depth=3), _SAMPLED_OBJECTS):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += _covered(item, width, height) / area
        elif item.type == pdfium.FPDF_PAGEOBJ_TEXT:
            texts += 1
            undrawn += _is_undrawn(item.raw)
        elif item.type == pdfium.FPDF_PAGEOBJ_PATH:
            shapes += 1
    return _Sample(min(1.0, pictures), shapes, texts, undrawn)


def _covered(picture: Any, width: float, height: float) -> float:
    """How much of the page lies behind a picture, in square points."""
    try:
        left, bottom, right, top = picture.get_bounds()
    except pypdfium2.PdfiumError:
        # A picture without a place on the page is not seen; the text beside it is as good as ever.
        return 0.0
    return _overlap(left, right, width) * _overlap(bottom, top, height)


def _overlap(start: float, end: float, most: float) -> float:
    return max(0.0, min(end, most) - max(start, 0.0))


def _is_undrawn(text_object: Any) -> bool:
    if pdfium.FPDFTextObj_GetTextRenderMode(text_object) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
        return True
    font = pdfium.FPDFTextObj_GetFont(text_object)
    if not font:
        return False
    name = ctypes.create_string_buffer(_FONT_NAME)
    pdfium.FPDFFont_GetBaseFontName(font, name, _FONT_NAME)
    return bool(_GLYPHLESS.search(name.value.decode("latin-1")))
