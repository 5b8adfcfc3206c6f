"""What repair must leave alone: born-digital text, and pages that are not Swedish prose.

Each text goes through reading, normalising, the damage estimate and repair, as in the indexer, and its
changed characters are counted: of each repair the longer of what stood there and what stands there now.
Born-digital documents may have none at all; nor a page in another language, of numbers, of noise, or of
Swedish in capitals that was read right. Of Swedish in capitals that was read badly the words are to be
restored.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.ocr_pages import normal_text
from benchmarks.page_tokens import partners, written
from indexer.normalise import NormalText
from indexer.repair import repair
from remissarkiv.language.damage import estimate
from remissarkiv.language.lexicon import Lexicon

PAGES = Path(__file__).resolve().parents[1] / "tests" / "cases" / "repair"
UNTOUCHED = ("engelska", "finska", "nordsamiska", "tabell", "versaler", "brus")
"""The pages in `PAGES` that repair must not change."""

DAMAGED, TRUE = "versaler-ocr", "versaler"


@dataclass(frozen=True, slots=True)
class Touched:
    """A text that was taken for damaged or was changed: its name, its estimated quality, and the changed
    characters."""

    name: str
    quality: float
    characters: int


def touched(texts: Iterable[tuple[str, str]], lexicon: Lexicon) -> list[Touched]:
    """Of the texts, (name, text), those that are taken for damaged or changed."""
    found = []
    for name, text in texts:
        normal = normal_text(text)
        damage = estimate(normal.text, normal.pages)
        mended, _ = repair(normal, damage, lexicon)
        characters = changed_characters(normal, mended)
        if damage.damaged or characters:
            found.append(Touched(name, damage.quality, characters))
    return found


def changed_characters(normal: NormalText, mended: NormalText) -> int:
    """How many characters repair changed; all of them when the text differs and no segment tells where."""
    if mended.text == normal.text:
        return 0
    changed = sum(
        max(s.original.end - s.original.start, s.repaired.end - s.repaired.start)
        for s in mended.segments
        if s.is_repair
    )
    return changed or len(normal.text)


def page(name: str) -> str:
    """One of the pages in `PAGES`."""
    return (PAGES / f"{name}.txt").read_text(encoding="utf-8")


def other_pages(lexicon: Lexicon) -> dict[str, int]:
    """How many characters repair changes in each of the pages that it should leave alone."""
    changed = dict.fromkeys(UNTOUCHED, 0)
    changed.update({t.name: t.characters for t in touched(((n, page(n)) for n in UNTOUCHED), lexicon)})
    return changed


def capitals_right(lexicon: Lexicon) -> tuple[int, int, int]:
    """Of the page of badly read capitals: how many words it has, how many were read right, and how many are
    right after repair, capitals and all."""
    true = written(normal_text(page(TRUE)).text)
    normal = normal_text(page(DAMAGED))
    read = partners(true, written(normal.text))
    made = partners(true, written(repair(normal, estimate(normal.text), lexicon)[0].text))
    return (
        len(true),
        sum(a == b for a, b in zip(true, read, strict=True)),
        sum(a == b for a, b in zip(true, made, strict=True)),
    )
