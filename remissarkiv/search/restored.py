"""Words typed without å, ä and ö, on a keyboard that has none: `socialnamnden`."""

from remissarkiv.language.dictionary import is_listed
from remissarkiv.language.lexicon import Lexicon, Word
from remissarkiv.language.skeleton import skeleton
from remissarkiv.query.folding import fold

MIN_LETTERS = 4
"""Shorter words are words: `for`, `lan`, `mal`. Another spelling of them is only suggested."""

MAX_LETTERS = 40

_RARER = 2.5
"""How much rarer (natural logarithm) than its restored form a spelling must be to count as no word: lists of
words have `larare` too, from people without an ä."""

_RARER_THAN_REAL = 0.5
"""The same when a dictionary has the restored form."""

_MIN_FIRST, _MIN_LAST = 3, 4
_MOST_COST = 17.0
"""Rarer words are no parts of a compound that is put together here."""

_ENDINGS = ("s", "n", "en", "et", "t", "na", "r", "er", "ar", "or", "erna", "arna", "orna", "ens", "ets")


def is_real_word(word: str) -> bool:
    """Whether a dictionary of Swedish has the word (lower case) as it is typed: `for` and `svar`, not
    `forvaltning`. A lexicon made from texts cannot tell: it has learned people's misspellings too."""
    return is_listed(word)


def twins(word: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words that become `word` (lower case) when the rings and dots of å, ä, ö and the accents fall off,
    without itself, the likeliest first: `län`, `lån` and `lön` look alike to a scanner, but only the first
    two are twins of `lan`."""
    return tuple(
        known for known in lexicon.alike(skeleton(word)) if known.text != word and fold(known.text) == word
    )


def restored(word: str, lexicon: Lexicon, *, closely: bool = True) -> str | None:
    """What `word` (lower case) means when it was typed without å, ä and ö; None for a word that is what it
    is, or of which nothing else is known.

    With `closely`, an inflected form or a compound that the lexicon lacks is put together from what it has:
    `skuldradgivning` from `skuld` and `rådgivning`.
    """
    if not MIN_LETTERS <= len(word) <= MAX_LETTERS or not (word.isascii() and word.isalpha()):
        return None
    if is_real_word(word):
        return None
    twin = _twin(word, lexicon)
    if twin is not None or lexicon.find(word) is not None or not closely:
        return twin
    return _inflected(word, lexicon) or _compound(word, lexicon)


def _twin(word: str, lexicon: Lexicon) -> str | None:
    best = next(iter(twins(word, lexicon)), None)
    if best is None:
        return None
    cost = lexicon.cost(word)
    enough = _RARER_THAN_REAL if is_real_word(best.text) else _RARER
    return best.text if cost is None or cost - best.cost >= enough else None


def _inflected(word: str, lexicon: Lexicon) -> str | None:
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) > MIN_LETTERS and not is_real_word(base):
            twin = _twin(base, lexicon)
            if twin is not None:
                return twin + ending
    return None


def _compound(word: str, lexicon: Lexicon) -> str | None:
    """The likeliest reading of the word as two that there are, when one of them lacked its å, ä or ö."""
    found: list[tuple[float, str]] = []
    for split in range(_MIN_FIRST, len(word) - _MIN_LAST + 1):
        first, last = _part(word[:split], lexicon), _part(word[split:], lexicon)
        if first is None and word[split - 1] == "s" and split > _MIN_FIRST:
            # socialtjänst + s + kontoret
            first = _part(word[: split - 1], lexicon)
            first = first and first._replace(text=first.text + "s")
        if first is not None and last is not None:
            found.append((first.cost + last.cost, first.text + last.text))
    # `fritidskort` is fritids + kort as it stands, which is likelier than fritid + skört.
    likeliest = min(found, default=(0.0, word))[1]
    return likeliest if likeliest != word else None


def _part(word: str, lexicon: Lexicon) -> Word | None:
    """The word, or its twin where that is what was meant, when it is common enough to be part of another."""
    twin = None if is_real_word(word) else _twin(word, lexicon)
    known = lexicon.find(twin or word)
    return known if known is not None and known.cost <= _MOST_COST else None
