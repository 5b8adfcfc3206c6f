"""From text to tokens.

A token is a run of letters and digits, with what Swedish writing keeps inside a word: a hyphen
(`EU-medborgare`), a colon before a case ending (`EU:s`, `2017:725`), a stroke between numbers
(`2025/424`), an apostrophe. The signs that OCR puts in place of a letter (`€`, `@`, `|`, `&` between letters,
as in `soci@lt`) belong to the word.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, compress, repeat
from operator import not_
from typing import NamedTuple

from remissarkiv.domain import Span

MAX_TOKEN = 100
"""Characters of a token that are kept; a longer run is noise (base64, rules of underscores)."""

# A letter may be written as two characters, the second a combining mark (U+0300-036F). Put so that letters
# are read in one go, those of Swedish by a table, and nothing is ever tried in another way: each document is
# read for its tokens several times.
_COMMON = "[0-9a-zß-öø-ÿ]"
_TOKEN = re.compile(
    rf"[^\W_]{_COMMON}*+[^\W_]*+(?:[\u0300-\u036f]++[^\W_]*+|[-:/.'’@€&|\u2010\u2011][^\W_]++)*+"
)

_MAY_PART = frozenset("/.@€&|")
"""Signs that belong to a word between some letters only; the others always do."""

_SHORTEST_TWICE, _LONGEST_TWICE = 200, 100_000
"""Characters of a text of which the words are remembered for a while: a longer one would hold much memory."""

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

    forms: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


def words_of(text: str) -> Words:
    """The tokens of a text as three lists, for whoever goes through all of them.

    `fri- och rättigheter` gives `fri`, `och`, `rättigheter`; `EU-medborgare` stays one token (its parts
    are found through `parts.word_parts`); `KS 2025/448` gives `ks` and `2025/448`; a sentence's full stop
    without a space after it (`slut.Nästa`) does not glue two words.
    """
    return _words_again(text) if _SHORTEST_TWICE <= len(text) <= _LONGEST_TWICE else _words(text)


def _words(text: str) -> Words:
    # The whole text is put in lower case in one go, unless letters of it are not composed, become two (İ) or
    # would become others among their neighbours (a capital sigma is written otherwise at the end of a word).
    low = text.lower()
    whole = len(low) == len(text) and "Σ" not in text and unicodedata.is_normalized("NFC", text)
    pieces = cut_at_words(low if whole else text)
    forms = pieces[1::2]
    places = list(accumulate(map(len, pieces)))
    starts, ends = places[:-1:2], places[1::2]
    ready = whole and max(map(len, forms), default=0) <= MAX_TOKEN
    plain = map(str.isalnum, forms) if ready else repeat(False)
    for number in reversed(list(compress(range(len(forms)), map(not_, plain)))):
        if ready and _MAY_PART.isdisjoint(forms[number]):
            forms[number] = forms[number].translate(_PLAIN)
            continue
        start, end = starts[number], ends[number]
        tokens = tokens_of_run(text[start:end])
        forms[number : number + 1] = [token.text for token in tokens]
        starts[number : number + 1] = [start + token.span.start for token in tokens]
        ends[number : number + 1] = [start + token.span.end for token in tokens]
    return Words(forms, starts, ends)


_words_again = lru_cache(maxsize=4)(_words)
"""Whoever keeps or indexes a damaged document asks for its words, and then for those that were misread."""


def tokenize(text: str) -> Iterator[Token]:
    """The tokens of a text in order, as `words_of` has them."""
    forms, starts, ends = words_of(text)
    return map(Token, forms, map(Span, starts, ends))


def _split_run(run: str) -> tuple[Token, ...]:
    """Tokens of a run that holds signs between its letters: which of them belong inside the word?"""
    cuts = [
        place
        for place, sign in enumerate(run)
        if not (sign.isalnum() or "\u0300" <= sign <= "\u036f" or _binds(run, place, sign))
    ]
    pieces = zip((0, *(cut + 1 for cut in cuts)), (*cuts, len(run)), strict=True)
    return tuple(_token(run, begin, end) for begin, end in pieces if begin < end)


_remembered = lru_cache(maxsize=5_000)(_split_run)
"""Most such runs come again and again: `bl.a`, `m.m`, `2020/2021`."""


def _token(run: str, begin: int, end: int) -> Token:
    text = fold_case(run[begin : min(end, begin + MAX_TOKEN)]).translate(_PLAIN)
    return Token(text, Span(begin, end))


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


def tokens_of_run(run: str) -> tuple[Token, ...]:
    """The tokens of a run that `cut_at_words` has found, as `tokenize` has them."""
    return _remembered(run) if len(run) <= MAX_TOKEN else _split_run(run)
