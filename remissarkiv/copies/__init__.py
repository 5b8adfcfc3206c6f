"""Which documents are the same text? Sketches of texts, what copies may not contradict, and groups of copies."""

from remissarkiv.copies.facts import Facts, are_copies, facts
from remissarkiv.copies.grouping import Shelf, settle
from remissarkiv.copies.sketch import SKETCH_VERSION, likeness, sketch, words_of

__all__ = [
    "SKETCH_VERSION",
    "Facts",
    "Shelf",
    "are_copies",
    "facts",
    "likeness",
    "settle",
    "sketch",
    "words_of",
]
