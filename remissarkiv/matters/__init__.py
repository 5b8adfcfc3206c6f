"""Ärenden: which documents belong together, and what came of it."""

from remissarkiv.matters.subject import subject_of

__all__ = ["subject_of"]
