"""Names compared as people write them: in any case, with or without å ä ö."""

import unicodedata


def fold(text: str) -> str:
    """Lower case without accents or blanks at the ends: `Nämnd` and ` namnd` are one."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).strip()
