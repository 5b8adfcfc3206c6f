"""CSV as Excel in Sweden opens it at a double click: UTF-8 with BOM, semicolons, CRLF."""

import csv
import datetime
import io
from collections.abc import Iterable
from typing import BinaryIO

from remissarkiv.domain import Hit
from remissarkiv.export.cells import neutral
from remissarkiv.export.columns import COLUMNS, Cell
from remissarkiv.export.interface import ExportHead


class CsvExporter:
    """One row of headings, then one row per hit; a CSV file has no place for the query and the time."""

    name = "csv"
    media_type = "text/csv"

    def write(self, hits: Iterable[Hit], head: ExportHead, target: BinaryIO) -> None:
        """Write the rows; `head` is not told, so that every line is a row of the same table."""
        text = io.TextIOWrapper(target, encoding="utf-8-sig", newline="", write_through=True)
        rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
        rows.writerow(column.heading for column in COLUMNS)
        for hit in hits:
            rows.writerow(_cell(column.value(hit)) for column in COLUMNS)
        text.detach()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.2f}".replace(".", ",")
    return neutral(value)
