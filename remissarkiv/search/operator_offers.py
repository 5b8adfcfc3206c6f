"""What looks like an operator of another search box: `skola -motion`, `skola|förskola`, `skola eller skolor`.

Here such signs are passed over and `eller` is a word like any other, for so it mostly stands in what is
pasted. What the box would have to be asked is offered in its own language.
"""

import re
from collections.abc import Iterator

_MINUS = re.compile(r"(?<!\S)-(?=[^\W\d_])")
_EITHER = re.compile(r"(?<!\S)([^\s|]+)((?:(?:\s+eller\s+|\s*\|{1,2}\s*)[^\s|]+)+)(?!\S)", re.IGNORECASE)
_OR = re.compile(r"\s+eller\s+|\s*\|{1,2}\s*", re.IGNORECASE)
_QUOTES = re.compile('["”“„»«()]')


def operator_offers(text: str) -> Iterator[tuple[str, str]]:
    """Labels and queries for what a query (stripped) seems to mean by such signs. Nothing is made of one with
    quotation marks or parentheses: whoever sets those writes the language."""
    if _QUOTES.search(text):
        return
    without = _MINUS.sub("INTE ", text)
    if without != text:
        yield f"Utan ordet efter minustecknet: {without}", without
    either = _EITHER.sub(lambda found: _either(found, text), text)
    if either != text:
        yield f"Det ena eller det andra: {either}", either


def _either(found: re.Match[str], text: str) -> str:
    """The words beside `eller`, and no others: `bidrag till (skolor ELLER föreningar)`. A Dnr or a lagrum is
    more than the word that stands there: `KS 2025/448 ELLER KS 2024/1`."""
    sides = [found[1], *_OR.split(found[2])[1:]]
    joined = " ELLER ".join(sides)
    return joined if found[0] == text or any(map(str.isdecimal, text)) else f"({joined})"
