"""Signs that stand for others in how a text writes its citations: `13--16 §§`, `förordningen [2007:1244]`.

They are read as the signs they stand for, of equal length, so that a place in what is read is the same place
in what was written.
"""

import re

_DASHES = "-\u2013\u2014"
_BEFORE = r"(?:(?<=\d.)|(?<=\d[\s\da-zåäö].)|(?<=\d\s[a-zåäö].)|(?<=\d\s[a-zåäö]\s.))"
_DOUBLE_DASH = re.compile(rf"[{_DASHES}]{_BEFORE}[{_DASHES}](?=\s?(?:\d|[a-zåäö](?!\w)))")
# "förvaltningslagen [2017:900]" within parentheses of its own, "plan- och bygglagen [1987:10, PBL]".
_BRACKETED = re.compile(r"\[(?=(?:SFS )?(?:1[89]|20)\d\d:\d)(?<=[a-zåäö]\s.)(?P<within>[^\[\]\n]{6,40})\]")
_FEW_LETTERS, _SWEDISH_SHARE = 200, 0.01


def read_alike(text: str) -> str:
    """`text` with double dashes between numbers as one, and square brackets about an SFS number as round
    ones; every other sign, and the length, stay as they are."""
    # Two signs that stand together are looked for faster than either of three.
    dashes = [sign for sign in _DASHES if sign in text]
    doubled = any(first + second in text for first in dashes for second in dashes)
    read = _DOUBLE_DASH.sub(" -", text) if doubled else text
    return _BRACKETED.sub(r"(\g<within>)", read) if "[" in read else read


def has_lost_its_marks(text: str) -> bool:
    """Whether a text is as OCR without Swedish leaves it: next to no å, ä and ö."""
    letters = sum(map(str.isalpha, text))
    marked = sum(text.count(letter) for letter in "åäöÅÄÖ")
    return letters > _FEW_LETTERS and marked < _SWEDISH_SHARE * letters
