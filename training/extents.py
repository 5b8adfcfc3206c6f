"""How far each act goes: its last chapter, and the last § of each, read from the texts of statutes.

    python -m training.extents --data ../shared/data

Writes `remissarkiv/acts/extents.tsv`. The texts come in two shapes: headings (`## 2 kap. Rätt`, `#### 3 §`),
and provisions that begin a line (`2 kap. 3 § Kommunen ...`). Only what comes before the rules of transition
is read: those number anew, and those of later acts follow them. An act is left out when

- the text is that of an amending act or a fragment: fewer than four §§, or less than half of the numbers up
  to the last one there (`2009:400` is here as three lines);
- its chapters do not follow on each other, or a fourth of them cannot be seen.

Columns: SFS number; last chapter (0: the act has none; empty: it cannot be told); the last § of each chapter
that can be told. Where numbers run back within a chapter, or leap, the heading of the next one was lost, and
of this one nothing is said. An act without chapters, or whose §§ go on counting through them (`36 §
avtalslagen`), has its last § under 0. A § that the text itself refers to is there, also when a line swallowed
it: it raises the last one, by a little where there are headings, and never lowers it. What is repealed at the
end of a chapter may be missing from a consolidated text, and later acts add §§: the table says how far the
text went, and `acts.known` allows for the rest.
"""

import argparse
import csv
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

TABLES = Path(__file__).resolve().parent.parent / "remissarkiv" / "acts"
FILES = ("large.jsonl.gz", "documents.jsonl.gz")

_HEADED_CHAPTER = re.compile(
    r"(?:#{1,6}\s*(?P<number>\d{1,2})\s?[a-z]?\s?[Kk]ap\b|(?P<plain>\d{1,2})\s?KAP\b)"
)
_HEADED_SECTION = re.compile(r"#{1,6}\s*(?P<number>\d{1,3})\s?[a-z]?\s?§\s*\Z")
_BEGUN_BOTH = re.compile(r"(?P<chapter>\d{1,2})\s?[a-z]?\s?kap\.\s(?P<number>\d{1,3})\s?[a-z]?\s?§(?!§)")
_BEGUN_SECTION = re.compile(r"(?P<number>\d{1,3})\s?[a-z]?\s?§\s(?=[A-ZÅÄÖ])")
_REFERENCE = re.compile(
    r"(?<!\w)(?P<chapter>\d{1,2})\s?[a-z]?\s?kap\.\s(?:\d{1,3}\s?[a-z]?(?:,\s|\s?[-–]\s?|\soch\s)){0,9}"
    r"(?P<number>\d{1,3})\s?[a-z]?\s?§"
    # Of another act: `6 kap. 38 § första stycket kommunallagen`.
    r"(?!§?\s(?:\w+\sstycket\s|\d\s)?(?:i\s)?\w*(?:lag|balk|förordning|form|ordning)(?:en)?\b)"
)
_TRANSITION = re.compile(r"\W{0,8}(?:Övergångsbestämmelser|Ikraftträdande)", re.IGNORECASE)
_FEWEST = 4
_SMALL_STEP = 2
_MANY = 100
_LARGEST_STEP = 12
"""As many §§ may be repealed together; a larger step is a number read amiss."""


def _provisions(text: str) -> Iterator[tuple[int, int]]:
    """Chapter (0 where there is none) and number of each §."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if _TRANSITION.match(line):
            lines = lines[:at]
            break
    chapter = 0
    if _is_headed(lines):
        for line in lines:
            if heading := _HEADED_CHAPTER.match(line):
                chapter = int(heading["number"] or heading["plain"])
            elif section := _HEADED_SECTION.match(line):
                yield chapter, int(section["number"])
        return
    chaptered = sum(_BEGUN_BOTH.match(line) is not None for line in lines) >= _FEWEST
    for line in lines:
        if chaptered and (both := _BEGUN_BOTH.match(line)):
            yield int(both["chapter"]), int(both["number"])
        elif not chaptered and (section := _BEGUN_SECTION.match(line)):
            yield 0, int(section["number"])


def _is_headed(lines: list[str]) -> bool:
    return sum(_HEADED_SECTION.match(line) is not None for line in lines) >= _FEWEST


def _in_order(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without what stands between two provisions that follow on each other: a line that begins with a
    reference to `21 kap. 1 §`."""
    kept: list[tuple[int, int]] = []
    for here, place in enumerate(found):
        if kept and 0 < here < len(found) - 1:
            before, after = kept[-1], found[here + 1]
            follows = before[0] <= place[0] <= before[0] + 2
            if not follows and before[0] <= after[0] <= before[0] + 1:
                continue
        kept.append(place)
    return kept


@dataclass(frozen=True, slots=True)
class Extent:
    """The last chapter (0: none, None: unknown), and the last § by chapter, 0 for all of an act."""

    chapters: int | None
    lasts: dict[int, int]


def extent(text: str) -> Extent | None:
    """How far an act with this text goes; None when the text does not tell."""
    found = _in_order(list(_provisions(text)))
    if len(found) < _FEWEST:
        return None
    numbers = [number for _, number in found]
    chapters = list(dict.fromkeys(chapter for chapter, _ in found))
    if chapters != sorted(chapters):
        return None
    if _rises(numbers):
        if not _is_whole(numbers):
            return None
        every = chapters in ([0], list(range(1, len(chapters) + 1)))
        return Extent(chapters[-1] if every else None, {0: numbers[-1]})
    if 0 in chapters or len(chapters) < chapters[-1] * 3 / 4:
        return None
    lasts: dict[int, int] = {}
    for chapter in chapters:
        own = [number for place, number in found if place == chapter]
        if _rises(own) and _is_whole(own):
            lasts[chapter] = own[-1]
    step = _SMALL_STEP if _is_headed(text.split("\n")) else _MANY
    for reference in _REFERENCE.finditer(text):
        chapter, number = int(reference["chapter"]), int(reference["number"])
        if chapter in lasts and number <= lasts[chapter] + step:
            lasts[chapter] = max(lasts[chapter], number)
    return Extent(chapters[-1], lasts)


def _rises(numbers: list[int]) -> bool:
    return all(0 <= later - earlier <= _LARGEST_STEP for earlier, later in pairwise(numbers))


def _is_whole(numbers: list[int]) -> bool:
    return len(set(numbers)) >= max(numbers) / 2


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments = parser.parse_args()
    with (TABLES / "acts.tsv").open(encoding="utf-8", newline="") as stream:
        wanted = [row["number"] for row in csv.DictReader(stream, delimiter="\t")]
    texts: dict[str, str] = {}
    for file in FILES:
        with gzip.open(arguments.data / file, "rt", encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                number = document["id"].removeprefix("sfs-")
                if document["kind"] == "forfattning" and len(document["text"]) > len(texts.get(number, "")):
                    texts[number] = document["text"]
    with (TABLES / "extents.tsv").open("w", encoding="utf-8", newline="") as stream:
        stream.write("number\tchapters\tlast\n")
        for number in wanted:
            found = extent(texts[number]) if number in texts else None
            if found is None:
                print(number, "cannot be told" if number in texts else "no text")
                continue
            lasts = " ".join(f"{chapter}:{last}" for chapter, last in sorted(found.lasts.items()))
            chapters = "" if found.chapters is None else found.chapters
            stream.write(f"{number}\t{chapters}\t{lasts}\n")


if __name__ == "__main__":
    main()
