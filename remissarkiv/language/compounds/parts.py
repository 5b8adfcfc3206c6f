"""What a compound is found by: its parts as words, and those parts together that are a word again."""

from remissarkiv.language.compounds.bases import bases
from remissarkiv.language.compounds.split import split
from remissarkiv.language.dictionary import cost, lemma

_UNHEARD_OF = 20.0
_AS_IT_STANDS = 3.0
"""How much likelier (natural logarithm) a first part is the word it looks like than one it is made from:
`lag-` is `lag`, not `laga`."""


def compound_parts(word: str) -> tuple[str, ...]:
    """The words in a compound (lower case); () for a word that is none.

    `socialtjänstlagen` gives `social`, `tjänst`, `lagen` and `socialtjänst`: a part before the last comes
    without its linking letters, the last one in the form it has.
    """
    pieces = split(word)
    if len(pieces) < 2:
        return ()
    last = len(pieces) - 1
    found = [piece if place == last else _without_link(piece) for place, piece in enumerate(pieces)]
    for begin in range(len(pieces)):
        for end in range(begin + 2, len(pieces) + 1):
            joined = "".join(pieces[begin:end])
            if joined == word:
                continue
            if end <= last:
                joined = _without_link(joined)
            if lemma(joined) or cost(joined) is not None:
                found.append(joined)
    return tuple(dict.fromkeys(found))


def _without_link(first: str) -> str:
    """The likeliest word that a first part is the linking form of: `gata` for `gatu`."""
    words = bases(first)
    if not words:
        return first.removesuffix("s")
    return min(
        words, key=lambda word: _cost(word) - _AS_IT_STANDS * (word in (first, first.removesuffix("s")))
    )


def _cost(word: str) -> float:
    found = cost(word)
    return _UNHEARD_OF if found is None else found
