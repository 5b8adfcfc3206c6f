"""What is known of single words, and where it is kept: the same answers as simplemma and the lexicon give."""

from collections.abc import Iterator
from pathlib import Path

import marisa_trie
import pytest
from simplemma.strategies import DictionaryLookupStrategy

from remissarkiv.language import word_trie as module
from remissarkiv.language.dictionary import cost, is_listed, lemma, name
from remissarkiv.language.lexicon import base_lexicon
from remissarkiv.language.word_trie import UNKNOWN, WordTrie, answers, packed

SMALL = {"sporten": "sport", "sport": "sporta", "Fredriks": "Fredrik", "AB": "AB", "gick": "gå"}


def made(dictionary: dict[str, str], costs: dict[str, float]) -> WordTrie:
    return WordTrie(marisa_trie.BytesTrie(packed(answers(dictionary), costs)))


def test_of_a_word_its_dictionary_form_its_name_and_its_cost_are_known() -> None:
    trie = made(SMALL, {"gick": 7.25, "tobii": 15.8})
    assert trie.get("gick") == ("gå", None, 7.25)
    assert trie.get("fredriks") == (None, "fredrik", None)
    assert trie.get("tobii") == (None, None, 15.8)
    assert trie.get("gic") is UNKNOWN


def test_a_word_with_forms_of_its_own_is_its_own_dictionary_form() -> None:
    assert made(SMALL, {}).get("sport")[0] == "sport"
    assert made({"sport": "sporta"}, {}).get("sport")[0] == "sporta"


def test_only_words_with_one_capital_at_the_beginning_are_looked_for_in_lower_case() -> None:
    assert made(SMALL, {}).get("ab") is UNKNOWN


@pytest.mark.parametrize(
    "word",
    "böcker avgjorde fredriks stockholm o'neills o’neills andreas' software's 3d-skrivare kompetensärendet "
    "ärendets och skulder x".split(),
)
def test_what_is_known_is_what_simplemma_and_the_lexicon_know(word: str) -> None:
    found = DictionaryLookupStrategy().get_lemma(word, "sv")
    assert (lemma(word) or name(word)) == (found.lower() if found else None)
    assert (name(word) is not None) == (found is not None and not found.islower())
    assert is_listed(word) == (found is not None)
    assert cost(word) == base_lexicon().cost(word)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for what is compiled, of a small dictionary, for the length of a test."""
    with monkeypatch.context() as patch:
        patch.setattr(module, "places_for", lambda tables, called: [tmp_path / "compiled" / called])
        patch.setattr(module, "_compiled", lambda: marisa_trie.BytesTrie(packed(answers(SMALL), {})))
        module.word_trie.cache_clear()
        yield tmp_path / "compiled"
    module.word_trie.cache_clear()


def test_it_is_compiled_once_and_older_ones_go(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    (folder / "words-0-1.0.0-base-0-0.marisa").write_bytes(b"?")
    module.word_trie()
    (place,) = folder.glob("*.marisa")
    monkeypatch.setattr(module, "_compiled", lambda: pytest.fail("compiled twice"))
    module.word_trie.cache_clear()
    assert module.word_trie().get("gick")[0] == "gå"
    assert [*folder.glob("*.marisa")] == [place]


def test_a_damaged_file_is_compiled_anew(folder: Path) -> None:
    module.word_trie()
    (place,) = folder.glob("*.marisa")
    whole = place.read_bytes()
    place.unlink()  # a file that is mapped must not change
    place.write_bytes(whole[:100])
    module.word_trie.cache_clear()
    assert module.word_trie().get("gick")[0] == "gå"
    assert place.read_bytes() == whole


def test_a_file_that_another_version_takes_away_meanwhile_is_compiled_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module.word_trie.cache_clear()
    module.word_trie()
    module.word_trie.cache_clear()
    read = Path.read_bytes

    def read_and_lose(place: Path) -> bytes:
        contents = read(place)
        if place.suffix == ".marisa":
            place.unlink()
        return contents

    monkeypatch.setattr(Path, "read_bytes", read_and_lose)
    assert module.word_trie().get("sporten")[0] is not None


def test_where_nothing_can_be_written_the_process_has_its_own(folder: Path) -> None:
    folder.write_text("a file in the way")
    assert module.word_trie().get("gick")[0] == "gå"
