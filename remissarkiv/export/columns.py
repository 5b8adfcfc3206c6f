"""The columns of an exported list: one table for Excel and CSV."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from remissarkiv.domain import Hit
from remissarkiv.labels import kind_label, shown_path

Cell = str | float | datetime.date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its Swedish heading, its width in Excel (characters), and the value of a hit."""

    heading: str
    width: int
    value: Callable[[Hit], Cell]


def copy_places(hit: Hit) -> str:
    """Where the other copies of a hit are."""
    return "; ".join(
        f"{shown_path(copy.path)} › {copy.part}" if copy.part else shown_path(copy.path)
        for copy in hit.copies
    )


COLUMNS: tuple[Column, ...] = (
    Column("Titel", 70, lambda hit: hit.title),
    Column("Typ", 20, lambda hit: kind_label(hit.kind)),
    Column("Nämnd", 26, lambda hit: hit.namnd),
    Column("Kommun", 18, lambda hit: hit.kommun),
    Column("Datum", 12, lambda hit: hit.date),
    Column("Dnr", 24, lambda hit: ", ".join(hit.dnr)),
    Column("Fil", 40, lambda hit: shown_path(hit.path)),
    Column("Del", 14, lambda hit: hit.part),
    Column("Kopior", 40, copy_places),
    Column("Textkvalitet", 12, lambda hit: hit.quality),
    Column("Id", 28, lambda hit: hit.id),
)
