"""Which letters before a number are a diary, and which are something else (`SOU 2015:24`, `NJA 1998`)."""

from functools import cache
from importlib.resources import files

_MINISTRIES = frozenset("S Ju Fi UF UD U Ku KU KN Kn A N Jo M L I Fö UM LI Li SB".split())


@cache
def _words(name: str) -> frozenset[str]:
    lines = files("remissarkiv.dnr").joinpath(name).read_text(encoding="utf-8").splitlines()
    words = (word for line in lines for word in line.partition("#")[0].split())
    return frozenset(word.upper() for word in words)


def is_known_diary(letters: str) -> bool:
    """Whether boards, offices or ministries keep their diary under these letters (case does not matter)."""
    return letters.upper() in _words("authorities.txt")


def is_not_diary(letters: str) -> bool:
    """Whether these letters name a series, a court, an act, a month or an ordinary word."""
    return letters.upper() in _words("not_diaries.txt")


def is_ministry(letters: str) -> bool:
    """Whether a ministry writes these letters so; its committees are numbered `Fi 2012:07`."""
    return letters in _MINISTRIES


def writes_number_first(letters: str) -> bool:
    """Whether the authority writes number before year when both could be a year (`Tos 2012/2023`).

    Örebro kommun does, and is known by its spelling: one capital, then small letters.
    """
    return len(letters) > 1 and letters[0].isupper() and letters[1:].islower()
