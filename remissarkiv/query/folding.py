"""Names compared as people write them: in any case, with or without å ä ö."""

import unicodedata
from itertools import filterfalse


def fold(text: str) -> str:
    """Lower case without accents or blanks at the ends: `Nämnd` and ` namnd` are one."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(filterfalse(unicodedata.combining, decomposed)).strip()
