"""The words of a text that may belong to the name of an act, found in one pass for everybody who asks.

Most words of a text name nothing; what a word may be is remembered, so that only the few others are looked
at.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from remissarkiv.acts import acts_abbreviated, eu_names, fold, register_in_use

_TOKEN = re.compile(r"[^\W\d_][\w-]*")
_LETTER_BEFORE = re.compile(r"[^\W\d_][\w-]*\Z")
_LONGEST = 62
_FEW = 40
"""Tokens that are looked for one by one; more would take longer than passing over all words again."""
GENERAL = frozenset(
    "lag lagen lagens förordning förordningen förordningens kungörelse kungörelsen kungörelsens balk balken "
    "balkens stadga stadgan stadgans instruktion instruktionen reglementet".split()
)
"""Words that name an act only together with what stands around them."""

_GENERAL_FOLDED = frozenset(fold(word) for word in GENERAL)
_ENDINGS = tuple(
    fold(word)
    for stem in ("lag", "balk", "förordning", "ordning", "form", "kungörelse", "stadga", "konvention")
    for word in (stem, stem + "n", stem + "ns", stem + "en", stem + "ens")
)
_LAST_LETTERS = frozenset("gknsmae")
"""The last letters of those endings as they are folded; a glance at them spares the folding."""
_LONGEST_SHORT = 12
_MOST_NAMELESS = 1 << 17
_TREATIES = ("konvention", "konventionen", "konventionens", "fordraget", "fordragets", "avtalet", "avtalets")
_PLAIN = str.maketrans("åäöÅÄÖ\n\t\u00a0", "aaoaao   ")


_Kind = tuple[bool, bool, bool, bool]
"""`short`, `general`, `ending` and `eu` of a word."""


class Word(NamedTuple):
    """A word that may be part of a name: where it stands, and of what kind of name."""

    text: str
    start: int
    end: int
    short: bool
    """An abbreviation of an act."""
    general: bool
    """`lagen`, `förordning`: a name only with a number, a title or `samma`."""
    ending: bool
    """A word that ends as names of acts do."""
    eu: bool
    """The last word of a name of an EU act or of a treaty, or a treaty's own name."""


def plain(text: str) -> str:
    """Lower case without å, ä and ö and with blanks for other white space, of equal length."""
    lowered = text.lower()
    if len(lowered) != len(text):  # `İ` becomes two signs
        lowered = "".join(letter.lower()[0] for letter in text)
    return lowered.translate(_PLAIN)


@cache
def eu_names_ending_in() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Plain last word of the names of EU acts -> (plain name, root), the longest name first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for name, root in eu_names().items():
        flat = plain(name)
        table.setdefault(_TOKEN.findall(flat)[-1], []).append((flat, root))
    return {word: tuple(sorted(names, key=lambda item: -len(item[0]))) for word, names in table.items()}


@cache
def _eu_last_words() -> frozenset[str]:
    """Every form in which a plain word may end a name of an EU act: also genitive, also indefinite."""
    names = eu_names_ending_in()
    return frozenset(
        form for name in names for form in (name, name + "s", name[:-2] if len(name) > 6 else name)
    )


@lru_cache(maxsize=1 << 16)
def _kind(token: str, register: str) -> _Kind | None:
    """What a word may be, None for nothing; `plan-` is read without its stroke. `register` is the digest of
    the register of acts in use: with another one, a word may be something else."""
    word = token.rstrip("-")
    short = len(word) <= _LONGEST_SHORT and bool(acts_abbreviated(word))
    general = ending = False
    if not short and len(word) >= 3 and word[-1].lower() in _LAST_LETTERS:
        folded = fold(word)
        general = folded in _GENERAL_FOLDED
        ending = not general and folded.endswith(_ENDINGS)
    flat = plain(word)
    eu = flat in _eu_last_words() or flat.endswith(_TREATIES)
    return (short, general, ending, eu) if short or general or ending or eu else None


@lru_cache(maxsize=2)
def _nameless(register: str) -> set[str]:
    """Pieces of texts between blanks (`enligt`, `remissen,`) that name nothing under the register of that
    digest: most pieces of any text."""
    return set()


def names_words(text: str) -> list[Word]:
    """The words of `text` that may be part of a name of an act, in order."""
    register = register_in_use().digest
    nameless = _nameless(register)
    # No word goes on behind a blank, and cutting at blanks is much faster than finding the words.
    pieces = set(text.split()) - nameless
    kinds: dict[str, _Kind] = {}
    for piece in pieces:
        named = False
        for token in (piece,) if piece.isalpha() else _TOKEN.findall(piece):
            # Longer ones name nothing, and would fill the memory of `_kind`.
            if len(token) <= _LONGEST and (kind := _kind(token, register)) is not None:
                kinds[token] = kind
                named = True
        if not named and len(piece) <= _LONGEST and len(nameless) < _MOST_NAMELESS:
            nameless.add(piece)
    if not kinds:
        return []
    places = _places(text, kinds) if len(kinds) <= _FEW else _all_places(text, kinds)
    found = []
    for start, token in places:
        word = token.rstrip("-")
        found.append(Word(word, start, start + len(word), *kinds[token]))
    return found


def _places(text: str, tokens: Iterable[str]) -> list[tuple[int, str]]:
    """Where a few tokens stand: each is looked for by itself, which passes over the rest fastest."""
    found = []
    for token in tokens:
        start = text.find(token)
        while start >= 0:
            end = start + len(token)
            after = text[end : end + 1]
            if not (after.isalnum() or after in ("_", "-") or _is_inside(text, start)):
                found.append((start, token))
            start = text.find(token, end)
    return sorted(found)


def _is_inside(text: str, start: int) -> bool:
    """Whether a word goes on before `start`; `2-direktivet` has its word behind the stroke."""
    before = text[start - 1 : start]
    if before == "-":
        return _LETTER_BEFORE.search(text, max(0, start - _LONGEST), start) is not None
    return before.isalnum() or before == "_"


def _all_places(text: str, tokens: Container[str]) -> Iterator[tuple[int, str]]:
    for match in _TOKEN.finditer(text):
        if match[0] in tokens and not _is_inside(text, match.start()):
            yield match.start(), match[0]
