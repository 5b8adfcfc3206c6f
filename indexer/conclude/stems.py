"""Whether a sentence can hold what a reader looks for: most cannot, and words tell so faster than "
"expressions."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_DISTINCT_WORDS = 50_000


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a sentence in lower case. Asked for by several readers in turn, so kept for a while."""
    return tuple(_WORD.findall(text.lower()))


class Stems:
    """Stems of which one must stand in a word of a sentence for it to be worth reading; what is written with
    a blank ("är för") must stand in the sentence as it is."""

    def __init__(self, *stems: str) -> None:
        single = tuple(stem for stem in stems if stem.isalpha())
        self._phrases = tuple(stem for stem in stems if not stem.isalpha())
        self._holds = lru_cache(maxsize=_DISTINCT_WORDS)(lambda word: any(stem in word for stem in single))

    def within(self, text: str) -> bool:
        """Whether one stands in the sentence."""
        if any(map(self._holds, words_of(text))):
            return True
        lower = text.lower() if self._phrases else ""
        return any(phrase in lower for phrase in self._phrases)


def lowered(text: str) -> str:
    """The text in lower case and as long as it was: "İ" alone would become two signs."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
