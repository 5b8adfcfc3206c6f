"""An Excel workbook: the list with filters and a frozen heading, and a sheet that tells what it lists."""

import datetime
from collections.abc import Iterable
from typing import Any, BinaryIO

import xlsxwriter

from remissarkiv.domain import Hit
from remissarkiv.export.cells import clean
from remissarkiv.export.columns import COLUMNS
from remissarkiv.export.interface import ExportHead

MAX_ROWS = 1_048_575
"""Rows below the heading in a sheet (Microsoft, Excel specifications and limits); further hits go to a next
sheet, so that nothing is left out."""

FIRST_DAY = datetime.date(1900, 3, 1)
"""Excel counts days from 1900 and takes 1900 for a leap year; earlier dates are written as text."""


class XlsxExporter:
    """Rows are written as they come (constant memory); text is always text, never a formula or a link."""

    name = "xlsx"
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def write(self, hits: Iterable[Hit], head: ExportHead, target: BinaryIO) -> None:
        """Write the workbook; it is finished only when every hit is written."""
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        with xlsxwriter.Workbook(target, options) as book:
            number = _Rows(book).write(hits)
            _write_head(book, head, number)


class _Rows:
    def __init__(self, book: Any) -> None:
        self._book = book
        self._heading = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self._text = book.add_format({"valign": "top", "num_format": "@"})
        self._date = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"})
        self._share = book.add_format({"valign": "top", "num_format": "0 %"})

    def write(self, hits: Iterable[Hit]) -> int:
        """Write the sheets of hits; the number of hits comes out."""
        sheet = self._sheet("Träffar")
        row = number = 0
        for hit in hits:
            if row == MAX_ROWS:
                self._filter(sheet, row)
                sheet, row = self._sheet(f"Träffar {number // MAX_ROWS + 1}"), 0
            row += 1
            number += 1
            for place, column in enumerate(COLUMNS):
                self._cell(sheet, row, place, column.value(hit))
        self._filter(sheet, row)
        return number

    def _sheet(self, name: str) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(COLUMNS):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.heading, self._heading)
        return sheet

    def _filter(self, sheet: Any, rows: int) -> None:
        sheet.autofilter(0, 0, rows, len(COLUMNS) - 1)

    def _cell(self, sheet: Any, row: int, place: int, value: str | float | datetime.date | None) -> None:
        if value is None or value == "":
            return
        if isinstance(value, datetime.date):
            if value >= FIRST_DAY:
                sheet.write_datetime(row, place, value, self._date)
            else:
                sheet.write_string(row, place, value.isoformat(), self._text)
        elif isinstance(value, float):
            sheet.write_number(row, place, value, self._share)
        else:
            sheet.write_string(row, place, clean(value), self._text)


def _write_head(book: Any, head: ExportHead, number: int) -> None:
    sheet = book.add_worksheet("Om listan")
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 70)
    bold = book.add_format({"bold": True})
    made = book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"})
    left = book.add_format({"align": "left"})
    told = [("Sökning", head.query), ("Uppfattad som", head.understood), ("Urval", head.filters)]
    # `2:1 KL` tells a colleague little; whoever gives no more has no empty row.
    told = [(name, text) for name, text in told if text or name != "Uppfattad som"]
    for row, (name, text) in enumerate(told):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, clean(text))
    row = len(told)
    sheet.write_string(row, 0, "Tid", bold)
    # A cell has no time zone: the clock on the wall is what a colleague expects to read.
    sheet.write_datetime(row, 1, head.made.replace(tzinfo=None), made)
    sheet.write_string(row + 1, 0, "Antal träffar", bold)
    sheet.write_number(row + 1, 1, number, left)
