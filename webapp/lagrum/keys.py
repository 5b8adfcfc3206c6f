"""A citation's key as the web has it: where its page is, a label for a narrow column, its order.

Keys come out of addresses, so they are whatever a browser sends until `is_key` has looked at them.
"""

import re
from functools import lru_cache

from flask import url_for

from remissarkiv.acts import Act, act, acts_abbreviated, is_cautious
from remissarkiv.citations import key_label
from webapp.formats import section_signs

_RUNS = re.compile(r"[0-9]+|[^0-9]+")

_LONG_NAME = 34
"""Characters of an act's name that a side column takes on a line and a half; longer ones are abbreviated."""


def lagrum_address(key: str) -> str:
    """The page of a key: `/lagrum/2017:725%23K2P1`."""
    return url_for("lagrum.show", key=key)


def lagrum_query(key: str) -> str:
    """The query that finds what cites a key, or anything within it: `lag:"2017:725#K2P1"`."""
    return f'lag:"{key}"'


def full_label(key: str) -> str:
    """`2 kap. 1 § kommunallagen (2017:725)`, its § never parted from the number."""
    return section_signs(key_label(key))


def short_label(key: str) -> str:
    """A label for a side column: `2 kap. 1 § KL`; with the number where the act is no longer in force, since
    its name has gone on to another. Acts by themselves have their number: `kommunallagen (2017:725)`."""
    root, hash_, _ = key.partition("#")
    known = act(root)
    if known is None:
        return full_label(key)
    short = next((one for one in known.abbreviations if not is_cautious(one)), "")
    if not hash_:
        name = short if short and len(known.names[0]) > _LONG_NAME else known.names[0]
        return f"{name} ({root})"
    bearers = [one for one in acts_abbreviated(short) if is_in_force(one)] if short else []
    number = "" if is_in_force(known) and len(bearers) < 2 else f" ({root})"
    return section_signs(f"{place_label(key)} {short or known.names[0]}{number}")


def is_in_force(one: Act) -> bool:
    """Whether an act is still the one that bears its name. The last day of an older act is not always known,
    but then what came after it is."""
    return one.valid_to is None and one.successor is None


def place_label(key: str) -> str:
    """Where in its act or print a key lies: `2 kap. 1 §`, `s. 45`, `art. 6.1`; "" for the whole of it."""
    root, hash_, _ = key.partition("#")
    if not hash_:
        return ""
    label, whole = key_label(key), key_label(root)
    if label.startswith(whole):
        label = label[len(whole) :]
    elif label.endswith(whole):
        label = label[: -len(whole)]
    return section_signs(label.strip(" ,"))


@lru_cache(maxsize=8192)
def natural_order(key: str) -> tuple[tuple[int, int, str], ...]:
    """What keys are sorted by: numbers by size, so that 2 § comes before 10 § and 3 § before 3 a §."""
    return tuple(
        (0, int(run), "") if run.isascii() and run.isdecimal() else (1, 0, run) for run in _RUNS.findall(key)
    )
