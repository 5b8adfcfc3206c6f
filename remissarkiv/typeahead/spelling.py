"""Spellings that are looked up: typed words and stored ones are compared as these."""

import re

from remissarkiv.query.folding import fold

LONGEST_WORD = 60

_WORD = re.compile(r"[^\W_]+")


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case without å ä ö, cut at `LONGEST_WORD`: `Socialnämndens AVGIFTER 2025`
    gives `socialnamndens`, `avgifter`, `2025`."""
    return tuple(word[:LONGEST_WORD] for word in _WORD.findall(fold(text.replace("\u00ad", ""))))


def folded(text: str) -> str:
    """The same as one line, with a blank between two words."""
    return " ".join(folded_words(text))


def beyond(beginning: str) -> str:
    """A string that comes after everything that begins so, and before all else."""
    return beginning + "\U0010ffff"
