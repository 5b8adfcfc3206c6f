"""From text to tokens.

A token is a run of letters and digits, with what Swedish writing keeps inside a word: a hyphen
(`EU-medborgare`), a colon before a case ending (`EU:s`, `2017:725`), a stroke between numbers
(`2025/424`), an apostrophe. The signs that OCR puts in place of a letter (`€`, `@`, `|`, `&` between letters,
as in `soci@lt`) belong to the word.
"""

import re
import unicodedata
from collections.abc import Iterator
from operator import add
from typing import NamedTuple

from remissarkiv.domain import Span

MAX_TOKEN = 100
"""Characters of a token that are kept; a longer run is noise (base64, rules of underscores)."""

# A letter may be written as two characters, the second a combining mark (U+0300-036F). Put so that letters
# are read in one go: each document is read for its tokens several times.
_WORD = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_TOKEN = re.compile(rf"{_WORD}(?:[-:/.'’@€&|\u2010\u2011]{_WORD})*")

_MAY_PART = frozenset("/.@€&|")
"""Signs that belong to a word between some letters only; the others always do."""

_PLAIN = str.maketrans("’\u2010\u2011", "'--")


class Token(NamedTuple):
    """A word of a text: `text` in lower case and composed form, `span` where it stands."""

    text: str
    span: Span


def fold_case(word: str) -> str:
    """The word as tokens hold it: composed (NFC), lower case, one kind of apostrophe."""
    return unicodedata.normalize("NFC", word).lower().replace("’", "'")


class Words(NamedTuple):
    """The tokens of a text in order: the text of each, where it begins and where it ends."""

    forms: list[str]
    starts: list[int]
    ends: list[int]


def words_of(text: str) -> Words:
    """The tokens of a text as three lists, for whoever goes through all of them.

    `fri- och rättigheter` gives `fri`, `och`, `rättigheter`; `EU-medborgare` stays one token (its parts
    are found through `parts.word_parts`); `KS 2025/448` gives `ks` and `2025/448`; a sentence's full stop
    without a space after it (`slut.Nästa`) does not glue two words.
    """
    # The whole text is put in lower case in one go, unless letters of it are not composed, become two (İ) or
    # would become others among their neighbours (a capital sigma is written otherwise at the end of a word).
    low = text.lower()
    whole = len(low) == len(text) and "Σ" not in text and unicodedata.is_normalized("NFC", text)
    forms: list[str] = _TOKEN.findall(low if whole else text)
    starts: list[int] = []
    find, end = (low if whole else text).find, 0
    for run in forms:
        # Between two runs there is no letter or digit, so this is where the run was found.
        start = find(run, end)
        starts.append(start)
        end = start + len(run)
    words = Words(forms, starts, list(map(add, starts, map(len, forms))))
    ready = whole and max(map(len, forms), default=0) <= MAX_TOKEN
    for number in reversed([n for n, run in enumerate(forms) if not (ready and run.isalnum())]):
        if ready and _MAY_PART.isdisjoint(forms[number]):
            forms[number] = forms[number].translate(_PLAIN)
            continue
        start, end = starts[number], words.ends[number]
        pieces = list(_split_run(text[start:end], start))
        forms[number : number + 1] = [piece.text for piece in pieces]
        starts[number : number + 1] = [piece.span.start for piece in pieces]
        words.ends[number : number + 1] = [piece.span.end for piece in pieces]
    return words


def tokenize(text: str) -> Iterator[Token]:
    """The tokens of a text in order, as `words_of` has them."""
    forms, starts, ends = words_of(text)
    return map(Token, forms, map(Span, starts, ends))


def _split_run(run: str, start: int) -> Iterator[Token]:
    """Tokens of a run that holds signs between its letters: which of them belong inside the word?"""
    piece_start = 0
    for index, sign in enumerate(run):
        if sign.isalnum() or "\u0300" <= sign <= "\u036f" or _binds(run, index, sign):
            continue
        yield from _piece(run, piece_start, index, start)
        piece_start = index + 1
    yield from _piece(run, piece_start, len(run), start)


def _piece(run: str, begin: int, end: int, start: int) -> Iterator[Token]:
    if begin < end:
        text = fold_case(run[begin : min(end, begin + MAX_TOKEN)]).translate(_PLAIN)
        yield Token(text, Span(start + begin, start + end))


def _binds(run: str, index: int, sign: str) -> bool:
    """Whether the sign at `index` keeps its neighbours in one token."""
    before, after = run[index - 1], run[index + 1]
    if sign in "-\u2010\u2011:'’":
        return True
    if sign in "/.":
        return before.isdigit() and after.isdigit()
    return before.isalpha() and after.isalpha()


_CUTS = re.compile(f"({_TOKEN.pattern})")


def cut_at_words(text: str) -> list[str]:
    """The text in pieces: what stands before its first run of letters, digits and the signs within words, the
    run, what stands before the second one, and so on; together they are the text.

    A run that is letters and digits alone is one token; `tokens_of_run` parts any other.
    """
    return _CUTS.split(text)


def tokens_of_run(run: str) -> list[Token]:
    """The tokens of a run that `cut_at_words` has found, as `tokenize` has them."""
    if len(run) <= MAX_TOKEN and _MAY_PART.isdisjoint(run):
        return [Token(fold_case(run).translate(_PLAIN), Span(0, len(run)))]
    return list(_split_run(run, 0))
