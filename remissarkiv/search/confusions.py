"""Letters that a scanner takes for others by their shape.

What å, ä and ö become is settled by the skeleton (`language/skeleton.py`); these are the rest. Only a word
that nobody knows, a rare surname above all, is looked for by them: `Hjernström` also as `Hjemström`.
"""

from remissarkiv.language.skeleton import raw_keys

SHAPES: tuple[tuple[str, str], ...] = (
    ("rn", "m"),
    ("cl", "d"),
    ("vv", "w"),
    ("in", "m"),
    ("ri", "n"),
    ("ii", "u"),
    ("li", "h"),
    ("l", "i"),
    ("l", "t"),
    ("c", "e"),
    ("f", "t"),
    ("h", "b"),
    ("u", "n"),
    ("v", "y"),
    ("g", "q"),
    ("s", "5"),
    ("b", "8"),
    ("z", "2"),
)
"""Either may be read as the other."""

MIN_LETTERS = 6
"""A shorter word with another letter is another word.

Of the 962 words on the pages of `ocr_pairs.jsonl` that Swedish does not know, the text as read finds .494 (at
a precision of 1.000), with skeletons .960 (.989). Those pages come from clean print: the shapes, which cost
.002 of the precision there, are for worse ones.
"""

MOST_KEYS = 24
"""Skeletons of misreadings that one word is looked for by."""


def misread_keys(word: str) -> tuple[str, ...]:
    """The skeletons of a word (lower case) with one confusion of shapes in it, without its own skeletons."""
    if sum(letter.isalpha() for letter in word) < MIN_LETTERS:
        return ()
    own = raw_keys(word)
    keys: dict[str, None] = {}
    for one, other in SHAPES:
        for true, seen in ((one, other), (other, one)):
            place = word.find(true)
            while place >= 0:
                keys.update(dict.fromkeys(raw_keys(word[:place] + seen + word[place + len(true) :])))
                place = word.find(true, place + 1)
        if len(keys) >= MOST_KEYS:
            break
    return tuple(key for key in keys if key not in own)[:MOST_KEYS]
