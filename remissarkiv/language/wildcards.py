"""Words with signs that stand for letters: `*` for any number of them, also none, and `?` for just one."""

import re
from functools import lru_cache

SIGNS = "*?"

_SIGNS = re.compile(r"[*?]+")
_STARS = re.compile(r"\*+")


@lru_cache(maxsize=256)
def wildcard(pattern: str) -> re.Pattern[str]:
    """What fully matches the words that `pattern` stands for, in time that grows with a word's length and not
    with the number of stars: what stands between two of them is taken where it first fits, and never
    elsewhere, which finds the same words."""
    first, *others = (_letters(piece) for piece in _STARS.split(pattern))
    if not others:
        return re.compile(first, re.DOTALL)
    *middle, last = others
    between = "".join(f"(?>.*?{piece})" for piece in middle)
    return re.compile(f"{first}{between}.*{last}", re.DOTALL)


def head(pattern: str) -> str:
    """The letters before the first sign, with which every word begins."""
    sign = _SIGNS.search(pattern)
    return pattern[: sign.start()] if sign else pattern


def longest_run(pattern: str) -> str:
    """The longest run of letters without a sign, which every word holds."""
    return max(_SIGNS.split(pattern), key=len)


def _letters(piece: str) -> str:
    return "".join("." if letter == "?" else re.escape(letter) for letter in piece)
