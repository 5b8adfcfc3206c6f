"""The words in a word.

`EU-medborgare` is found by `medborgare`, `skuldrådgivning` by `rådgivning`, `socialnämnds-ordföranden` by
`ordföranden` and by `nämnd`.
"""

from functools import lru_cache
from itertools import chain

from remissarkiv.language.common_keys import CommonKeys, Keys, common_keys
from remissarkiv.language.compounds import compound_parts
from remissarkiv.language.keys import word_keys

MIN_PART = 2


def word_parts(token: str) -> tuple[str, ...]:
    """The parts of a token (lower case) that its writer has marked with hyphens and those of compounds,
    without one-letter and repeated ones; () for a word in one piece."""
    if "-" not in token:
        return compound_parts(token)
    pieces = [piece for piece in token.split("-") if len(piece) >= MIN_PART]
    if not any(letter.isalpha() for piece in pieces for letter in piece):
        return ()
    return tuple(dict.fromkeys(part for piece in pieces for part in (piece, *compound_parts(piece))))


def part_keys(token: str) -> tuple[str, ...]:
    """The inflection keys of a token's parts, each once: the terms of the field `parts`."""
    return own_and_part_keys(token)[1]


@lru_cache(maxsize=200_000)
def own_and_part_keys(token: str) -> Keys:
    """`word_keys` and `part_keys` of a token. Whoever indexes a text wants both of each word, several times,
    and they are remembered for as many words as a large archive uses again and again."""
    return (_common.get(token) if _common else None) or worked_out_keys(token)


def worked_out_keys(token: str) -> Keys:
    """The same by the rules, whatever was compiled."""
    parts = word_parts(token)
    return word_keys(token), tuple(dict.fromkeys(chain.from_iterable(map(word_keys, parts)))) if parts else ()


_common: CommonKeys | None = None


def use_common_keys(*, make: bool) -> None:
    """Look common words up from now on, in this process, where it has worked them out word by word; what is
    found is the same. Nothing changes when they are not compiled, and it is not worth it to `make` that."""
    global _common
    _common = common_keys(worked_out_keys, make=make)
