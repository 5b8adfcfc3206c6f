"""Which values of a column a person means: `nämnd:social` is "Socialnämnden"."""

import re
from collections.abc import Iterable

from remissarkiv.language.skeleton import skeleton
from remissarkiv.query.folding import fold
from remissarkiv.query.parties import PARTIES

_SPLIT = re.compile(r"[^\w]+")
_LEAST_SKELETON = 5


def values_meant(column: str, asked: str, known: Iterable[str]) -> frozenset[str]:
    """Those of the `known` values that `asked` means, without regard to case and å ä ö.

    A value that is written just so means only itself; else every word of `asked` must begin a word of the
    value (`byggnads` finds "Miljö- och byggnadsnämnden", `nilsson` "Åsa Nilsson Söderström"). A word that
    OCR has damaged counts as the word it was. Parties match by abbreviation or name, never by beginning:
    S is not SD.
    """
    known = list(known)
    if column == "parti":
        names = next((party for party in PARTIES if fold(asked) in map(fold, party)), (asked,))
        folded = {fold(name) for name in names}
        return frozenset(value for value in known if fold(value) in folded)
    wanted = fold(asked)
    equal = frozenset(value for value in known if fold(value) in (wanted, wanted.removesuffix("s")))
    if equal:
        return equal
    words = [word for word in _SPLIT.split(wanted) if word]
    damaged = [skeleton(word) for word in _SPLIT.split(asked.casefold()) if word]
    return frozenset(value for value in known if words and _begins(value, words, damaged))


def _begins(value: str, words: list[str], damaged: list[str]) -> bool:
    own = _SPLIT.split(fold(value))
    own_damaged = [skeleton(word) for word in _SPLIT.split(value.casefold())]
    return all(
        any(one.startswith(word) for one in own) or (len(word) >= _LEAST_SKELETON and marked in own_damaged)
        for word, marked in zip(words, damaged, strict=True)
    )
