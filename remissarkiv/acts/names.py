"""What acts are called: full names, titles and abbreviations, also as OCR leaves them.

Our own table has the last word: a name or abbreviation that it knows means its acts alone, whatever a
register says of it (the register's KL may be konsumentköplagen). And only our own names are found where
letters were misread: of thousands of names, some would look like words of every text (`förmodligen`).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from remissarkiv.acts.in_use import register_in_use
from remissarkiv.acts.register import Register, names_an_act
from remissarkiv.acts.table import Act, all_acts
from remissarkiv.language.skeleton import skeleton

_TITLE = re.compile(r"(?:lagen|förordningen|kungörelsen|stadgan|instruktionen|reglementet) \w")
_AFTER_WORD = ".,;:!?)]»”\"'"
_WORDS = frozenset("so al sol sal sink ul ol".split())
"""Ordinary words, where abbreviations of these letters are not meant: `sal 5`."""

_NO_NAMES = frozenset("förmodligen formodligen villig villigen språklig språkligen otålig otåligen".split())
"""Ordinary words that fold as names do: firmalagen, vallagen, språklagen, datalagen."""

_HEAD = 3
"""Titles are looked up by so many words: `lagen om vissa` (kommunala befogenheter)."""


def fold(name: str) -> str:
    """A spelling that survives OCR: the skeleton of the lower-case name, with `rn` read as `m`.

    `förvaltningslagen`, `forvaltningslagen` and `fdrvaltningslagen` fold alike, so do `kommunallagen` and
    `kornmunallagen`.
    """
    return skeleton(name.lower().replace("rn", "m"))


@dataclass(frozen=True, slots=True)
class _Names:
    """Acts by what they are called: by name and by abbreviation, names by their last word, titles (as folded
    words, longest first) by their first words."""

    spelling: Callable[[str], str]
    """What a name, or a word, is looked up by."""

    by_name: dict[str, tuple[Act, ...]]
    by_abbreviation: dict[str, tuple[Act, ...]]
    by_last_word: dict[str, tuple[str, ...]]
    titles: dict[tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]]


def _names(acts: Iterable[Act], *, loosely: bool) -> _Names:
    """The lookups for some acts. `loosely`, a name counts in every spelling that folds alike, an abbreviation
    in lower and upper case."""
    spelling = fold if loosely else str.lower
    by_name: dict[str, list[Act]] = defaultdict(list)
    shorts: dict[str, list[Act]] = defaultdict(list)
    last_words: dict[str, set[str]] = defaultdict(set)
    titles: dict[tuple[str, ...], set[tuple[tuple[str, ...], str]]] = defaultdict(set)
    for act in acts:
        for name in act.names:
            by_name[spelling(name)].append(act)
            if loosely or (names_an_act(name) and not _TITLE.match(name)):
                last_words[spelling(name.split()[-1])].add(name)
            if _TITLE.match(name):
                words = tuple(fold(word) for word in name.split())
                titles[(*words[: _HEAD - 1], fold(name.split()[_HEAD - 1].rstrip(_AFTER_WORD)))].add(
                    (words, name)
                )
        for short in act.abbreviations:
            shorts[short].append(act)
            if loosely and short.lower() not in _WORDS:
                shorts[short.lower()].append(act)
            if loosely and short.upper() != short:
                shorts[short.upper()].append(act)
    return _Names(
        spelling,
        {name: tuple(found) for name, found in by_name.items()},
        {short: _written_so(short, found) for short, found in shorts.items()},
        {
            word: tuple(sorted(found, key=lambda name: (-len(name), name)))
            for word, found in last_words.items()
        },
        {head: tuple(sorted(found, key=lambda one: (-len(one[0]), one))) for head, found in titles.items()},
    )


def _written_so(short: str, acts: list[Act]) -> tuple[Act, ...]:
    """The acts that are abbreviated in just these letters, if there are any: BfL is not BFL."""
    return tuple([act for act in acts if short in act.abbreviations] or acts)


@cache
def _own() -> _Names:
    return _names(all_acts(), loosely=True)


@lru_cache(maxsize=2)
def _of_register(register: Register) -> _Names:
    return _names(register.acts, loosely=False)


def _registered() -> _Names:
    return _of_register(register_in_use())


def names_ending_in(word: str) -> tuple[str, ...]:
    """The names of acts whose last word is `word`, or of our own table folds like it, the longest first."""
    if word.lower() in _NO_NAMES:
        return ()
    own, registered = (names.by_last_word.get(names.spelling(word), ()) for names in (_own(), _registered()))
    if not registered:
        return own
    return tuple(sorted({*own, *registered}, key=lambda name: (-len(name), name)))


def title_at(words: Sequence[str]) -> str | None:
    """The longest title of an act that `words` begin with, in any spelling that folds alike, or None.

    `words` are the words of a text from `lagen` or `förordningen` on, parted at white space, as they stand
    there: the last one of the title may carry a sign or a genitive s (`lagen om anställningsskydds`). The
    title has as many words as its name: `len(name.split())`.
    """
    if len(words) < _HEAD:
        return None
    head = (fold(words[0]), fold(words[1]))
    third = fold(words[2].rstrip(_AFTER_WORD))
    for last in dict.fromkeys((third, third.removesuffix("s"))):
        for table in (_own(), _registered()):
            for title, name in table.titles.get((*head, last), ()):
                if _begins_with(words, title):
                    return name
    return None


def _begins_with(words: Sequence[str], title: tuple[str, ...]) -> bool:
    if len(words) < len(title) or any(
        fold(word) != part for word, part in zip(words[2 : len(title) - 1], title[2:-1], strict=True)
    ):
        return False
    last = fold(words[len(title) - 1].rstrip(_AFTER_WORD))
    return title[-1] in (last, last.removesuffix("s"))


def acts_named(name: str) -> tuple[Act, ...]:
    """All acts that bear or bore this name, of our own table in any spelling that folds alike; oldest first
    as in the table."""
    if name.lower() in _NO_NAMES:
        return ()
    return next(
        (found for names in (_own(), _registered()) if (found := names.by_name.get(names.spelling(name)))),
        (),
    )


def acts_abbreviated(short: str) -> tuple[Act, ...]:
    """All acts that `short` abbreviates; lower and upper case count as written forms of `SoL`."""
    return _own().by_abbreviation.get(short) or _registered().by_abbreviation.get(short, ())


def is_cautious(short: str) -> bool:
    """Whether an abbreviation means too much else to be an act by itself.

    So do `SO` and `URL`, and any written in other capitals than the act's own: `SKL` was an association of
    municipalities, `SkL` is skadeståndslagen.
    """
    return not any(
        short in act.abbreviations and short not in act.cautious for act in acts_abbreviated(short)
    )
