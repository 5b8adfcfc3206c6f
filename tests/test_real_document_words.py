"""The tjänsteutlåtande that OCR without Swedish has read is found by each of its words in correct Swedish."""

from pathlib import Path

import pytest

from indexer import understand
from indexer.ingest import ingest
from remissarkiv import open_archive
from remissarkiv.language.tokens import tokenize

NAME = "tjansteutlatande-sof-2025-424.txt"
WORDS = Path(__file__).parent / "cases" / "repair" / "tjansteutlatande-ord.txt"
MOST_MISSING = 1


@pytest.fixture
def words() -> list[str]:
    """The content words of the document, written down by hand as they stand in the true one."""
    return WORDS.read_text(encoding="utf-8").split()


def test_the_list_has_each_content_word_once(words: list[str]) -> None:
    assert len(words) == len(set(words)) == 203
    assert all(word.isalpha() and word.islower() and len(word) > 3 for word in words)


@pytest.mark.parametrize("among_others", [False, True], ids=["in an empty archive", "in the sample archive"])
def test_all_but_one_of_its_words_find_it(
    among_others: bool, words: list[str], shared_data: Path, corpus: Path, tmp_path: Path
) -> None:
    config = tmp_path / "config.toml"
    config.write_text("", encoding="utf-8")
    others = [corpus / "arkiv"] if among_others else []
    with open_archive(config, data=tmp_path / "data") as archive:
        ingest(archive, [*others, shared_data / NAME])
        missing = []
        for word in words:
            hits = archive.search(word, limit=None).hits
            if NAME not in {Path(hit.path).name for hit in hits}:
                missing.append(word)
    assert len(missing) <= MOST_MISSING, missing


def test_its_text_is_what_was_written(shared_data: Path, words: list[str]) -> None:
    """The text that is shown holds the words themselves, not only something that finds them."""
    shown = {token.text for token in tokenize(understand(shared_data / NAME).text)}
    missing = [word for word in words if word not in shown]
    assert len(missing) <= MOST_MISSING, missing
