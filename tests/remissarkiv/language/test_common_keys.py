"""Keys of common words, worked out beforehand: the same as by the rules, made only where it is worth it."""

from collections.abc import Iterator
from pathlib import Path

import marisa_trie
import pytest

from remissarkiv.language import common_keys as module
from remissarkiv.language import parts
from remissarkiv.language.common_keys import CommonKeys, common_keys, packed
from remissarkiv.language.lexicon.base import base_layer
from remissarkiv.language.parts import own_and_part_keys, use_common_keys, worked_out_keys


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for what is compiled, of a hundred words, for the length of a test."""
    monkeypatch.setattr(module, "places_for", lambda tables, called: [tmp_path / "compiled" / called])
    monkeypatch.setattr(module, "MOST", 100)
    monkeypatch.setattr(parts, "_common", None)
    own_and_part_keys.cache_clear()
    yield tmp_path / "compiled"
    own_and_part_keys.cache_clear()


def _of(*words: str) -> CommonKeys:
    return CommonKeys(marisa_trie.BytesTrie(packed(words, worked_out_keys)))


def test_keys_come_back_as_the_rules_have_them() -> None:
    words = [entry.word for entry in base_layer().all_entries()][::400]
    words += ["skuldrådgivning", "kompetensärendet", "böcker", "eu-medborgare", "och", "2017:725"]
    table = _of(*words)
    for word in words:
        assert table.get(word) == worked_out_keys(word)
    assert worked_out_keys("skuldrådgivning")[1]


def test_a_word_that_is_not_common_is_not_there() -> None:
    assert _of("rådgivning").get("rådgivningen") is None


def test_keys_that_would_not_come_back_stay_out() -> None:
    keys = {
        "a": (("x\ty",), ()),
        "b": (("",), ()),
        "c": ((), ("d",)),
        "e": (("e",), ("f\n",)),
        "g": (("g",), ("h",)),
    }
    assert [word for word, _ in packed(keys, keys.__getitem__)] == ["g"]


def test_it_is_made_only_when_that_is_worth_it(folder: Path) -> None:
    assert common_keys(worked_out_keys, make=False) is None
    assert not list(folder.glob("keys-*"))
    made = common_keys(worked_out_keys, make=True)
    assert made is not None
    (place,) = folder.glob("keys-*.marisa")
    again = common_keys(lambda word: pytest.fail("compiled twice"), make=False)
    assert again is not None
    assert again.get("och") == made.get("och") == worked_out_keys("och")
    whole = place.read_bytes()
    place.unlink()  # a file that is mapped must not change
    place.write_bytes(whole[:-8])
    assert common_keys(worked_out_keys, make=False) is None, "a damaged one counts as none"


def test_other_code_has_keys_of_its_own(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = tmp_path / "language"
    (code / "compounds").mkdir(parents=True)
    rules, table = code / "keys.py", code / "compounds" / "firsts.txt"
    rules.write_text("1")
    table.write_text("1")
    monkeypatch.setattr(module, "_HERE", code)
    sources = []
    for place in (rules, table):
        module._made_of.cache_clear()
        sources.append(module._made_of())
        place.write_text("2")
    module._made_of.cache_clear()
    sources.append(module._made_of())
    (code / "compiled").mkdir()
    (code / "compiled" / "words.txt").write_text("made of the others")
    module._made_of.cache_clear()
    sources.append(module._made_of())
    module._made_of.cache_clear()
    assert len(set(sources[:3])) == 3
    assert sources[2] == sources[3]


def test_words_are_looked_up_once_it_is_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_common_keys(make=True)
    monkeypatch.setattr(parts, "worked_out_keys", lambda word: (("worked", word), ()))
    assert own_and_part_keys("och") != (("worked", "och"), ())
    assert own_and_part_keys("skuldrådgivning") == (("worked", "skuldrådgivning"), ())
