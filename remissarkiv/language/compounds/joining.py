"""How two words are written as one."""

from collections.abc import Iterator
from functools import lru_cache

from remissarkiv.language.compounds.elements import known_firsts
from remissarkiv.language.dictionary import lemma


@lru_cache(maxsize=10_000)
def joined(first: str, last: str) -> tuple[str, ...]:
    """The compounds that two words (lower case) may make: `skola`, `skjuts` give `skolaskjuts`,
    `skolasskjuts` and, because `skol-` is known from compounds, `skolskjuts`. Not all are words."""
    starts = dict.fromkeys((first, lemma(first) or first))
    return tuple(dict.fromkeys(link + last for start in starts for link in _links(start)))


def _links(word: str) -> Iterator[str]:
    yield word
    yield word if word.endswith("s") else word + "s"
    changed = [word + "e"]
    if word[-1:] in ("a", "e"):
        changed += [word[:-1] + ending for ending in ("", "s", "e", "o", "u")]
    yield from (link for link in changed if link in known_firsts())
