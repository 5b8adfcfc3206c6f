"""Which documents are the same text? Sketches, what two copies may not contradict, and groups."""

from remissarkiv.copies.facts import Facts, Readers, are_copies, facts, readers
from remissarkiv.copies.grouping import Shelf, settle
from remissarkiv.copies.sketch import SKETCH_VERSION, likeness, sketch, words_of

__all__ = [
    "SKETCH_VERSION",
    "Facts",
    "Readers",
    "Shelf",
    "are_copies",
    "facts",
    "likeness",
    "readers",
    "settle",
    "sketch",
    "words_of",
]
