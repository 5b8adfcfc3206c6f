"""What a saved search may be called."""

import unicodedata

from remissarkiv.errors import UsageError

LONGEST = 120

_SWEDISH_ORDER = str.maketrans("åäö", "{|}")
"""Å, ä and ö sort after z; the three signs are those that follow z in the code."""


def clean_name(name: str) -> str:
    """The name as it is kept: composed letters, single spaces, nothing invisible.

    Raises `UsageError` when nothing is left or more than 120 characters are.
    """
    visible = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in name)
    cleaned = " ".join(unicodedata.normalize("NFC", visible).split())
    if not cleaned:
        raise UsageError("saved search: the name is empty", "Skriv ett namn på sökningen.")
    if len(cleaned) > LONGEST:
        raise UsageError(
            f"saved search: the name has {len(cleaned)} characters, at most {LONGEST} are possible",
            f"Namnet är för långt: {len(cleaned)} tecken. Det får ha högst {LONGEST}.",
        )
    return cleaned


def name_key(name: str) -> str:
    """What two names share that a person would take for the same: "Kompetens" and "kompetens"."""
    return unicodedata.normalize("NFC", name.casefold())


def sort_key(name: str) -> str:
    """Orders names as a Swedish list does."""
    return name_key(name).translate(_SWEDISH_ORDER)
