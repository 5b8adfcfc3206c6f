"""Text as an OCR program without Swedish would have left it, for cases of which no picture exists.

Each letter, or two that go together, comes out as it did on real pages: `indexer/repair/channel.tsv` counts
what was read for what was written, and a reading is drawn by its share there. Where the table knows of no
misreading a letter stays.
"""

import math
import random
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read for some letters, and how often."""

    read: tuple[str, ...]
    share: tuple[float, ...]


def misread(text: str, dice: random.Random) -> str:
    """The text through the channel: the same for the same state of the dice."""
    channel, longest = _channel()
    read: list[str] = []
    place = 0
    while place < len(text):
        for length in range(longest, 0, -1):
            written = text[place : place + length]
            reading = channel.get(written) or _capital(channel, written)
            if reading is None:
                continue
            drawn = dice.choices((None, *reading.read), (max(0.0, 1 - sum(reading.share)), *reading.share))[0]
            if drawn is not None:
                read.append(drawn)
                place += length
                break
        else:
            read.append(text[place])
            place += 1
    return "".join(read)


def _capital(channel: dict[str, Reading], written: str) -> Reading | None:
    """The table has small letters: Ä is read as ä is, but for readings that have no capital."""
    small = channel.get(written.lower()) if written in _RINGED else None
    if small is None:
        return None
    kept = [
        (read.upper(), share) for read, share in zip(small.read, small.share, strict=True) if len(read) == 1
    ]
    return Reading(tuple(read for read, _ in kept), tuple(share for _, share in kept))


_RINGED = ("Å", "Ä", "Ö")


@cache
def _channel() -> tuple[dict[str, Reading], int]:
    """The readings of each piece of writing other than itself, and the length of the longest piece."""
    found: dict[str, list[tuple[str, float]]] = {}
    table = files("indexer.repair").joinpath("channel.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        written, read, _, cost = line.split("\t")
        if written and read != written:
            found.setdefault(written, []).append((read, math.exp(-float(cost))))
    channel = {
        written: Reading(tuple(read for read, _ in readings), tuple(share for _, share in readings))
        for written, readings in found.items()
    }
    return channel, max(map(len, channel))
