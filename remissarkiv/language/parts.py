"""Parts of compounds that the writer has marked.

`EU-medborgare` is found by `medborgare`, `socialnämnds-ordföranden` by `ordföranden`.
"""

MIN_PART = 2


def word_parts(token: str) -> tuple[str, ...]:
    """The parts of a hyphenated token (lower case), without one-letter and repeated ones; () for others."""
    if "-" not in token:
        return ()
    parts = tuple(dict.fromkeys(part for part in token.split("-") if len(part) >= MIN_PART))
    return parts if any(any(letter.isalpha() for letter in part) for part in parts) else ()
