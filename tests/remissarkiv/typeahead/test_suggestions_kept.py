"""The file of suggestions follows the catalog, and can be lost at any time."""

from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import StoredDocument
from remissarkiv.sync import catch_up_suggestions, suggestions_lag

Make = Callable[..., StoredDocument]


@pytest.fixture
def filled(suggesting: Any, document: Make) -> Any:
    suggesting.put(
        document("a", "Hemtjänst på natten", dnr="KS 2020/1"), document("b", "Bad i Åkersby", dnr="KS 2020/2")
    )
    return suggesting


def everything(suggesting: Any) -> list[Any]:
    return [
        suggesting.suggester.suggest(typed, suggesting.insider)
        for typed in ("hemt", "bad", "ks", "åker", "sko")
    ]


def test_a_change_is_suggested_and_what_it_was_is_not(filled: Any, document: Make) -> None:
    filled.put(document("a", "Skolmat på natten", dnr="KS 2020/7"))
    assert filled.texts("skolm", "titel") == ["Skolmat på natten"]
    assert filled.texts("skolm", "ämne") == ["skolmat", "skolmat på natten"]
    assert filled.texts("hemt", "titel") == filled.texts("hemt", "ämne") == []
    assert filled.texts("ks 2020", "dnr") == ["KS 2020/2", "KS 2020/7"]


def test_what_is_removed_is_suggested_no_more(filled: Any) -> None:
    filled.remove("a")
    assert filled.suggester.suggest("hemt", filled.everyone) == ()
    assert filled.texts("ks", "dnr") == ["KS 2020/2"]


def test_a_deleted_file_is_made_anew_with_the_same_answers(filled: Any) -> None:
    before = everything(filled)
    for file in filled.path.parent.glob("suggestions.sqlite*"):
        file.unlink()
    assert filled.texts("hemt", "titel") == []
    assert filled.texts("kommunallag", "lag")
    assert suggestions_lag(filled.catalog, filled.path) > 0
    catch_up_suggestions(filled.catalog, filled.path)
    assert everything(filled) == before
    assert suggestions_lag(filled.catalog, filled.path) == 0


@pytest.mark.parametrize("spoil", [b"not a database at all" * 50, b""])
def test_a_damaged_file_fails_nobody_and_is_made_anew(filled: Any, spoil: bytes) -> None:
    before = everything(filled)
    filled.suggester.close()
    for file in filled.path.parent.glob("suggestions.sqlite?*"):
        file.unlink()
    filled.path.write_bytes(spoil)
    assert filled.texts("hemt", "titel") == []
    catch_up_suggestions(filled.catalog, filled.path)
    assert everything(filled) == before


def test_a_file_damaged_inside_is_made_anew_at_the_next_change(filled: Any, document: Make) -> None:
    filled.suggester.close()
    for file in filled.path.parent.glob("suggestions.sqlite?*"):
        file.unlink()
    data = bytearray(filled.path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    filled.path.write_bytes(bytes(data))
    assert filled.texts("hemt", "titel") == []
    filled.put(document("c", "Skolmat"))
    assert filled.texts("skolm", "titel") == ["Skolmat"]
    assert filled.texts("hemt", "titel") == ["Hemtjänst på natten"]


def test_the_order_of_changes_does_not_matter(filled: Any, document: Make) -> None:
    filled.put(document("c", "Skolmat"), document("a", "Hemtjänst på dagen", dnr="KS 2021/1"))
    filled.remove("b")
    followed = everything(filled)
    catch_up_suggestions(filled.catalog, filled.path, anew=True)
    assert everything(filled) == followed


def test_a_reader_goes_on_while_suggestions_are_written(filled: Any, document: Make) -> None:
    assert filled.texts("hemt", "titel")
    for number in range(5):
        filled.put(document(f"n{number}", f"Skolmat {number}", year=2000 + number))
        assert filled.texts("skolm", "titel")[0] == f"Skolmat {number}"
