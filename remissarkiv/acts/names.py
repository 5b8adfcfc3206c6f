"""What acts are called: full names, titles and abbreviations, also as OCR leaves them."""

import re
from collections import defaultdict
from functools import cache

from remissarkiv.acts.table import Act, all_acts
from remissarkiv.language.skeleton import skeleton


def fold(name: str) -> str:
    """A spelling that survives OCR: the skeleton of the lower-case name, with `rn` read as `m`.

    `förvaltningslagen`, `forvaltningslagen` and `fdrvaltningslagen` fold alike, so do `kommunallagen` and
    `kornmunallagen`.
    """
    return skeleton(name.lower().replace("rn", "m"))


@cache
def _by_name() -> dict[str, tuple[Act, ...]]:
    table: dict[str, list[Act]] = defaultdict(list)
    for act in all_acts():
        for name in act.names:
            table[fold(name)].append(act)
    return {name: tuple(acts) for name, acts in table.items()}


@cache
def _by_abbreviation() -> dict[str, tuple[Act, ...]]:
    table: dict[str, list[Act]] = defaultdict(list)
    for act in all_acts():
        for short in act.abbreviations:
            table[short].append(act)
            if short.lower() not in ("so", "al", "sol"):  # ordinary words in lower case
                table[short.lower()].append(act)
            if short.upper() != short:
                table[short.upper()].append(act)
    return {short: tuple(acts) for short, acts in table.items()}


@cache
def _by_last_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = defaultdict(list)
    for name in {name for act in all_acts() for name in act.names}:
        table[fold(name.split()[-1])].append(name)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in table.items()}


def names_ending_in(word: str) -> tuple[str, ...]:
    """The names of acts whose last word folds like `word`, the longest name first."""
    return _by_last_word().get(fold(word), ())


@cache
def titles() -> tuple[str, ...]:
    """The names that are a title (`lagen om anställningsskydd`), the longest first."""
    found = {name for act in all_acts() for name in act.names if re.match(r"\w+ (?:om|med) ", name)}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def acts_named(name: str) -> tuple[Act, ...]:
    """All acts that bear or bore this name (any spelling that folds alike), oldest first as in the table."""
    return _by_name().get(fold(name), ())


def acts_abbreviated(short: str) -> tuple[Act, ...]:
    """All acts that `short` abbreviates; lower and upper case count as written forms of `SoL`."""
    return _by_abbreviation().get(short, ())


def is_cautious(short: str) -> bool:
    """Whether an abbreviation means too much else to be an act by itself.

    So do `SO` and `URL`, and any written in other capitals than the act's own: `SKL` was an association of
    municipalities, `SkL` is skadeståndslagen.
    """
    return not any(
        short in act.abbreviations and short not in act.cautious for act in acts_abbreviated(short)
    )
