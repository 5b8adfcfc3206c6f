"""The words that a text is about, weighed as BM25 weighs those of a query.

A word weighs the more, the oftener it stands in the text (to a limit: the tenth time says little more than
the ninth) and the rarer it is in the archive's language: the lexicon knows both Swedish and what the
archive's open collections have taught, so that what stands in every document weighs next to nothing.
"""

from collections import Counter
from dataclasses import dataclass

from remissarkiv.language.keys import word_keys
from remissarkiv.language.lexicon import Lexicon
from remissarkiv.language.stopwords import STOPWORDS
from remissarkiv.language.telling import is_telling, names_among, word_runs

MOST_TERMS = 25
"""So many words tell two subjects apart; more cost time and bring in what is said by the way."""

LONGEST_TEXT = 60_000
"""Characters of a text that are read: about twenty pages."""

_SATURATION = 1.2
_TITLE_COUNTS = 3
_TELLING = 8.0
"""The cost from which a word tells something: about one in 3 000."""

_UNKNOWN = 17.0
_RARITY = 1.5
"""Rare words count for more than their share: few of them tell a subject better than many common ones."""


@dataclass(frozen=True, slots=True)
class KeyTerm:
    """A word of a text: its inflection keys, as the field `text` of an index has them, the form it stands in
    most often, and how much it weighs."""

    keys: tuple[str, ...]
    shown: str
    weight: float


def key_terms(text: str, lexicon: Lexicon, title: str = "") -> tuple[KeyTerm, ...]:
    """The key terms of a text, the heaviest first; those of its title count for more. Names of people and
    places, numbers and words that every document has are none."""
    counts: dict[tuple[str, ...], Counter[str]] = {}
    for piece, times in ((text[:LONGEST_TEXT], 1), (title, _TITLE_COUNTS)):
        runs = list(word_runs(piece))
        names = names_among(runs)
        for form, count in Counter(word.form for run in runs for word in run).items():
            if form not in names and is_telling(form):
                counts.setdefault(word_keys(form), Counter())[form] += count * times
    found = []
    for keys, forms in counts.items():
        rarity = min(_cost(form, lexicon) for form in forms) - _TELLING
        if rarity > 0:
            shown = min(forms, key=lambda form: (-forms[form], len(form), form))
            times = forms.total()
            found.append(KeyTerm(keys, shown, rarity**_RARITY * times / (times + _SATURATION)))
    return tuple(sorted(found, key=lambda term: (-term.weight, term.shown))[:MOST_TERMS])


def keys_of(text: str) -> frozenset[str]:
    """The inflection keys of every word of a text that is not a small word."""
    words = {word.form for run in word_runs(text[:LONGEST_TEXT]) for word in run} - STOPWORDS
    return frozenset(key for word in words for key in word_keys(word))


def _cost(form: str, lexicon: Lexicon) -> float:
    cost = lexicon.cost(form)
    return _UNKNOWN if cost is None else cost
