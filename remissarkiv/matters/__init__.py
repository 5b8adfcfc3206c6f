"""Ärenden: which documents belong together, and what came of it."""

from remissarkiv.matters.facts import External, Facts, Key, Matter, Named, Numbered
from remissarkiv.matters.joining import join
from remissarkiv.matters.subject import subject_of
from remissarkiv.matters.walk import Source, guessed_matters, matter_of, matters_with

__all__ = [
    "External",
    "Facts",
    "Key",
    "Matter",
    "Named",
    "Numbered",
    "Source",
    "guessed_matters",
    "join",
    "matter_of",
    "matters_with",
    "subject_of",
]
