"""The formats a hit list can be exported to: the explicit list, and `write` that picks from it."""

import datetime
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from remissarkiv.domain import Hit, Understood
from remissarkiv.errors import UsageError
from remissarkiv.export.csv_list import CsvExporter
from remissarkiv.export.interface import Exporter, ExportHead
from remissarkiv.export.json_list import JsonExporter
from remissarkiv.export.xlsx_list import XlsxExporter

EXPORTERS: tuple[Exporter, ...] = (XlsxExporter(), CsvExporter(), JsonExporter())


class ExportFormatError(UsageError):
    """A format no exporter writes; the message names those there are."""


def exporter(name: str) -> Exporter:
    """The exporter of the format `name` ("xlsx", in any case, with or without a leading dot).

    Raises `ExportFormatError`.
    """
    for candidate in EXPORTERS:
        if candidate.name == name.lower().removeprefix("."):
            return candidate
    known = ", ".join(candidate.name for candidate in EXPORTERS)
    raise ExportFormatError(
        f"cannot export to {name[:20]!r}: the formats are {known}",
        f"Listan kan inte exporteras i det formatet. De format som finns är {known}.",
    )


def write(
    hits: Iterable[Hit],
    query: str,
    target: BinaryIO,
    format: str,
    *,
    filters: str = "",
    understood: Sequence[Understood] = (),
    made: datetime.datetime | None = None,
) -> None:
    """Write all `hits`, in their order, to `target` as `format`.

    `query`, what it was `understood` as, and `filters` (in words) are told in the file where the format has a
    place for them, as is `made`, by default now. Raises `ExportFormatError` before anything is written.
    """
    chosen = exporter(format)
    taken_for = " · ".join(f"{entry.label}: {entry.value}" for entry in understood)
    head = ExportHead(query, filters, made or datetime.datetime.now().astimezone(), taken_for)
    chosen.write(hits, head, target)
