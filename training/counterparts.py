"""Suggest which §§ of an act and of the one after it correspond, from the words of both.

    python -m training.counterparts --data ../shared/data 1980:620 2001:453

Prints one line for each suggestion: the newer provision, the older one, how much of the shorter text the
two have in common, and the beginning of both. Nothing is written: a person reads each pair, and what
corresponds goes into `remissarkiv/acts/counterparts.tsv` with the source `lagtexterna jämförda`. Without
numbers every act of the table is compared with its successor. Words in common are runs of three, since two
§§ on one subject share single words without saying the same. A text may have swallowed the § after the one
that is shown.
"""

import argparse
import csv
import gzip
import json
import re
from pathlib import Path

from training.extents import FILES, TABLES

_HEADED_CHAPTER = re.compile(r"(?:#{1,6}\s*(\d{1,2}\s?[a-z]?)\s?[Kk]ap\b|(\d{1,2}\s?[a-z]?)\s?KAP\b)")
_HEADED_SECTION = re.compile(r"#{1,6}\s*(\d{1,3}\s?[a-z]?)\s?§\s*\Z")
_BEGUN = re.compile(r"(?:(\d{1,2}\s?[a-z]?)\s?kap\.\s)?(\d{1,3}\s?[a-z]?)\s?§\s(?=[A-ZÅÄÖ])")
_TRANSITION = re.compile(r"\W{0,8}(?:Övergångsbestämmelser|Ikraftträdande)")
_CHANGED_BY = re.compile(r"(?:Lag|Förordning) \(\d{4}:\d{1,4}\)\.")
_SAME_WORD = {"skall": "ska", "landsting": "region", "landstinget": "regionen", "ej": "inte", "äger": "får"}
_LIKE = 0.35
_FEWEST = 6
_SHOWN = 110


def sections(text: str) -> dict[str, str]:
    """The words of each §, by the part of its key after `#`."""
    found: dict[str, list[str]] = {}
    chapter, here = "", ""
    headed = sum(_HEADED_SECTION.match(line) is not None for line in text.split("\n")) > 1
    for line in text.split("\n"):
        if _TRANSITION.match(line):
            break
        if headed and "§" not in line and (heading := _HEADED_CHAPTER.match(line)):
            chapter, here = (heading[1] or heading[2]).replace(" ", ""), ""
        elif headed and (section := _HEADED_SECTION.match(line)):
            here = _fragment(chapter, section[1])
        elif not headed and (begun := _BEGUN.match(line)):
            here = _fragment(begun[1] or "", begun[2])
            line = line[begun.end() :]
        if here:
            found.setdefault(here, []).append(line)
    return {place: " ".join(lines) for place, lines in found.items()}


def _fragment(chapter: str, section: str) -> str:
    place = "P" + section.replace(" ", "")
    return f"K{chapter.replace(' ', '')}{place}" if chapter else place


def runs(text: str) -> set[tuple[str, ...]]:
    """The runs of three words of a §, as both old and new acts write them."""
    words = re.findall(r"[a-zåäöé]+", _CHANGED_BY.sub(" ", text).lower())
    words = [_SAME_WORD.get(word, word) for word in words]
    return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}


def pairs(newer: dict[str, str], older: dict[str, str]) -> list[tuple[float, str, str]]:
    """Likeness, newer and older place of what may correspond, in the order of the newer act."""
    old_runs = {place: runs(text) for place, text in older.items()}
    found = []
    for place, text in newer.items():
        own = runs(text)
        for old, others in old_runs.items():
            least = min(len(own), len(others))
            if least >= _FEWEST and (likeness := len(own & others) / least) >= _LIKE:
                found.append((likeness, place, old))
    return found


def statutes(data: Path) -> dict[str, str]:
    """The longest text of each statute, by number."""
    texts: dict[str, str] = {}
    for file in FILES:
        with gzip.open(data / file, "rt", encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                number = document["id"].removeprefix("sfs-")
                if document["kind"] == "forfattning" and len(document["text"]) > len(texts.get(number, "")):
                    texts[number] = document["text"]
    return texts


def main() -> None:
    """Print the suggestions."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("numbers", nargs="*", help="the older act and the newer one")
    arguments = parser.parse_args()
    with (TABLES / "acts.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    both = [(row["number"], row["successor"]) for row in rows if row["successor"]]
    if arguments.numbers:
        both = [(arguments.numbers[0], arguments.numbers[1])]
    texts = statutes(arguments.data)
    for old, new in both:
        if old not in texts or new not in texts:
            continue
        older, newer = sections(texts[old]), sections(texts[new])
        for likeness, place, was in pairs(newer, older):
            shown = (newer[place][:_SHOWN], older[was][:_SHOWN])
            print(f"{new}#{place}\t{old}#{was}\t{likeness:.2f}\t{shown[0]} ¦ {shown[1]}")


if __name__ == "__main__":
    main()
