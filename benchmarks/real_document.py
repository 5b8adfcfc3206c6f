"""The real tjänsteutlåtande: which of its words find it when they are typed in correct Swedish?

The words are written down by hand (`tests/cases/repair/tjansteutlatande-ord.txt`), as they stand in the true
document, each form once, without stop words. Each is asked for in an archive that holds the document as OCR
left it; and the words are looked for in the text that is shown.
"""

from pathlib import Path

from indexer import understand
from remissarkiv import open_archive
from remissarkiv.domain import NAMED_FILES, Access
from remissarkiv.language.lexicon import Lexicon
from remissarkiv.language.tokens import tokenize

NAME = "tjansteutlatande-sof-2025-424.txt"
WORDS = Path(__file__).resolve().parents[1] / "tests" / "cases" / "repair" / "tjansteutlatande-ord.txt"


def words() -> list[str]:
    """The content words of the document, in the order of the list."""
    return [word for word in WORDS.read_text(encoding="utf-8").split() if word]


def words_not_shown(file: Path, lexicon: Lexicon) -> list[str]:
    """The words that do not stand, as words, in the text that a reader is shown."""
    shown = {token.text for token in tokenize(understand(file, lexicon=lexicon).text)}
    return [word for word in words() if word not in shown]


def words_not_finding(config: Path, data: Path) -> list[str]:
    """The words that do not find the document in the archive in a data folder, where it was indexed by its
    path."""
    access = Access(frozenset({NAMED_FILES.name}))
    with open_archive(config, data=data) as archive:
        return [
            word
            for word in words()
            if not any(
                Path(hit.path).name == NAME
                for hit in archive.search(word, limit=None, collapse="none", access=access).hits
            )
        ]
