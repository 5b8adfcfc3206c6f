"""EU acts and treaties that municipalities meet; the rows are in `eu_acts.tsv` (CELEX numbers from EUR-Lex).

Columns: root of the key; what it is called; the names it is found by, parted by `|`. An act whose name passed
to its successor is found by number alone: `de minimis-förordningen` is the one in force, the one of 2013 is
called so with its year.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"(?<![\w-])[^\W\d_]\w*")
_PLAIN = str.maketrans("åäö", "aao")
_SHORTEST = 7
"""A name of fewer letters counts in capitals alone: `GDPR`, `FEUF`."""


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    text = files("remissarkiv.acts").joinpath("eu_acts.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return tuple((row["root"], row["label"], tuple(filter(None, row["names"].split("|")))) for row in rows)


@cache
def eu_names() -> dict[str, str]:
    """Lower-case name -> root of the key."""
    return {name.lower(): root for root, _, names in _rows() for name in names}


@cache
def _labels() -> dict[str, str]:
    return {root: label for root, label, _ in _rows()}


def eu_name(root: str) -> str:
    """What people call the act, else `CELEX 32016R0679`."""
    return _labels().get(root) or "CELEX " + root.rpartition("celex/")[2]


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Name, the same without the dots of å, ä and ö, and root, by the first word; the longest name first."""
    table: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for name, root in sorted(eu_names().items(), key=lambda item: (-len(item[0]), item[0])):
        first = _WORD.match(name)
        if first is not None:
            table[first[0].translate(_PLAIN)].append((name, name.translate(_PLAIN), root))
    return {word: tuple(names) for word, names in table.items()}


def eu_names_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and root of every EU act that `text` names, in order; at each place the longest name, with a
    genitive s, and also where å, ä and ö lost their dots. One pass, however many names there are."""
    table = _by_first_word()
    reach = 0
    for match in _WORD.finditer(text):
        if match.start() < reach:
            continue
        word = match[0].lower().translate(_PLAIN)
        for name, plain, root in table.get(word) or table.get(word.removesuffix("s"), ()):
            start, end = match.start(), match.start() + len(name)
            if text[start:end].lower().translate(_PLAIN) != plain:
                continue
            if len(name) < _SHORTEST and not text[start:end].isupper():
                continue
            if text[end : end + 1] == "s":
                end += 1
            if end == len(text) or not (text[end].isalnum() or text[end] in "_-"):
                yield start, end, root
                reach = end
                break
