"""Pages that are no badly read Swedish: nothing in them is "corrected" into Swedish."""

from pathlib import Path

import pytest

from indexer.normalise import NormalText, normalise
from indexer.readers import read
from indexer.repair import repair
from remissarkiv.domain import Span
from remissarkiv.language.damage import DamageEstimate, estimate
from remissarkiv.language.lexicon import base_lexicon

CASES = Path(__file__).parents[2] / "cases" / "repair"
FOREIGN = ["engelska", "finska", "nordsamiska", "tabell", "brus"]


def _page(name: str) -> NormalText:
    return normalise(read((CASES / f"{name}.txt").read_bytes(), f"{name}.txt"))


@pytest.mark.parametrize("name", [*FOREIGN, "versaler"])
def test_a_page_that_shows_no_damage_is_not_changed(name: str) -> None:
    normal = _page(name)
    damage = estimate(normal.text, normal.pages)
    repaired, after = repair(normal, damage, base_lexicon())
    assert repaired == normal
    assert after == damage == DamageEstimate(1.0, ())


@pytest.mark.parametrize("name", [*FOREIGN, "versaler"])
def test_a_page_beside_badly_read_swedish_is_not_changed(name: str) -> None:
    """A page among damaged ones takes no part in their repair: repair goes page by page."""
    swedish = (CASES / "versaler-ocr.txt").read_text("utf-8")
    page = (CASES / f"{name}.txt").read_text("utf-8")
    normal = normalise(read(f"{swedish}\f{page}".encode(), "document.txt"))
    start = normal.pages[1].span.start
    damage = estimate(normal.text, normal.pages)
    repaired, _ = repair(normal, damage, base_lexicon())
    assert repaired.text.endswith(normal.text[start:])


def test_swedish_in_capitals_that_was_read_badly_is_seen_as_damaged() -> None:
    normal = _page("versaler-ocr")
    assert estimate(normal.text).damaged == (Span(0, len(normal.text)),)
