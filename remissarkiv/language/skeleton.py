"""The skeleton of a word: what is left of it when an OCR program without Swedish has read it.

Such a program turns å, ä and ö into whatever it knows: `förvaltningen` becomes `forvaltningen`,
`socialnämnden` `socialndmnden` or `Socialnimnden`, `är` `ar`, `dr` or `ér`, `Säkerhetspolisen`
`Siakerhetspolisen`. The letters it confuses fall into one class, and a run of them counts as one, so that
the damaged and the true word have the same skeleton.
"""

import re
from functools import lru_cache

from remissarkiv.language.stem import stem

_CONFUSED = frozenset("aåäàâáãæoöóòôõøéèêëdií146@€&")
MARK = "*"
_AS_MARK = {ord(letter): MARK for letter in _CONFUSED}
_TWO = MARK * 2
_RUN = re.compile(r"\*{2,}")

MIN_RAW_LENGTH = 3
"""Shorter words have skeletons that say nothing: `i`, `1`, `å` and `är` without the `r` are all `*`."""


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """The word (lower case) with every letter of the confused class, and every run of them, as `*`."""
    marked = word.translate(_AS_MARK)
    return _RUN.sub(MARK, marked) if _TWO in marked else marked


@lru_cache(maxsize=200_000)
def raw_keys(word: str) -> tuple[str, ...]:
    """The terms of the field `raw` for a word (lower case): the skeletons of the form and of its stem.

    The stem lets `ärendets` find `Arendet`; words shorter than `MIN_RAW_LENGTH`, and words of which the
    skeleton keeps fewer than two letters, give none: they would match anything.
    """
    if len(word) < MIN_RAW_LENGTH or not any(letter.isalpha() for letter in word):
        return ()
    keys = dict.fromkeys(skeleton(form) for form in (word, stem(word)))
    return tuple(key for key in keys if sum(letter != MARK for letter in key) >= 2)
