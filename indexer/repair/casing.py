"""Capitals of a repaired word: as they were read, but where the capital itself was a misreading."""

_TALL = frozenset("åäö")


def cased(word: str, shown: str, *, opens: bool, is_common: bool) -> str:
    """`word` (lower case) with the capitals of what was read.

    `sjOnk` is `sjönk`, ALL CAPITALS stay, and a capital inside a sentence goes where a common word begins
    with å, ä or ö and the letter was read as another: `som Aven regeringen` is `som även regeringen`.
    """
    # Nearly all words have at most one capital, the first letter.
    if not (shown.islower() or shown[1:].islower()):
        letters = [letter for letter in shown if letter.isalpha()]
        if len(letters) > 1 and all(letter.isupper() for letter in letters):
            return word.upper()
    if not shown[:1].isupper():
        capital = not shown[:1].isalpha() and opens
    else:
        misread = word[0] in _TALL and shown[0].lower() != word[0]
        capital = opens or not is_common or not misread
    return word[0].upper() + word[1:] if capital else word
