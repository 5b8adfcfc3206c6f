"""Which kommun or region a document comes from, by its letterhead."""

import re

from indexer.extract.draft import Draft
from indexer.extract.restore_names import Restorer

_NAME = r"([A-ZÅÄÖ][\w-]{1,20}(?: [A-ZÅÄÖ][\w-]{1,20}){0,2})"
_LETTERHEAD = re.compile(rf"{_NAME}\s(?i:kommun|stad)(?:\s.{{0,60}})?", re.DOTALL)
_REGION = re.compile(r"(Region [A-ZÅÄÖ][\w-]{2,20}(?: [A-ZÅÄÖ][\w-]{2,20})?)(?:\s.{0,60})?", re.DOTALL)
# Names that end in s already in their basic form: Borås, Höganäs, Hagfors, Grums.
_OWN_S = re.compile(r"(?:ås|as|näs|nas|fors|grums)$", re.IGNORECASE)
_WORDS_BEFORE = 60


def find_kommun(draft: Draft) -> str:
    """The kommun without "kommun" and genitive s (`Kungsbacka`, `Stockholm`), a region by its whole name; ""
    when the letterhead names none. Only whole cells count: a list of remissinstanser is no letterhead."""
    said = draft.metadata.get("kommun", "").strip()
    if said:
        return plain_kommun(said)
    # A running head may be set on several lines: "Stockholms / stad".
    running = " ".join(line.text for line in draft.running)[:_WORDS_BEFORE]
    cells = [cell for line in draft.lines[:6] for cell in line.cells if not line.text.startswith("–")]
    for cell in (running, *cells):
        # "Till Sävlunda kommun": who is written to.
        if len(cell) > _WORDS_BEFORE or cell.startswith(("Till ", "TILL ")):
            continue
        match = _LETTERHEAD.fullmatch(cell)
        if match and (cell is running or cell.split()[-1].lower() in ("kommun", "stad")):
            return _shown(plain_kommun(f"{match[1]} kommun"), draft.restorer)
        region = _REGION.fullmatch(cell)
        if region and (cell is running or region[1] == cell):
            return _shown(region[1], draft.restorer)
    return ""


def plain_kommun(name: str) -> str:
    """`Stockholms stad`, `Åmåls kommun` as `Stockholm` and `Åmål`; other names as they are."""
    words = name.split()
    if len(words) < 2 or words[-1].lower() not in ("kommun", "stad"):
        return " ".join(words)
    plain = " ".join(words[:-1])
    return plain[:-1] if plain.lower().endswith("s") and not _OWN_S.search(plain) else plain


def _shown(name: str, restorer: Restorer) -> str:
    name = restorer.name(name)
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() else name
