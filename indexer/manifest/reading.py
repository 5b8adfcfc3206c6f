"""From the bytes of a manifest to its rows. CSV as diary systems and Excel write it, or JSON."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indexer.manifest.columns import COLUMNS, Column, column_named
from indexer.manifest.row import ManifestRow, RowProblem
from indexer.manifest.values import RowReader
from indexer.readers.encoding import decode
from remissarkiv.errors import RemissarkivError, UnreadableFileError

LARGEST = 64 * 1024 * 1024
"""Bytes of a manifest: some 300 000 files."""

MOST_PROBLEMS = 1_000

_DELIMITERS = ";\t,"
_SEPARATOR = re.compile(r"\ufeff?[ \t]{0,5}sep=[;,\t][ \t]{0,5}(?:\r\n|\n|\r)", re.IGNORECASE)


class ManifestError(RemissarkivError):
    """A manifest of which no row can be used."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of a manifest in their order, and what in it could not be taken as written."""

    rows: tuple[ManifestRow, ...]
    problems: tuple[RowProblem, ...]


def read_manifest(data: bytes, name: str) -> Manifest:
    """The manifest with these bytes; `name` tells CSV (`.csv`) from JSON (`.json`).

    CSV: a row of headings, then a row for each file; `;`, tab or comma between the cells; any encoding.
    JSON: a list of objects with the headings as keys, or an object whose `files` (`filer`) is that list.
    Raises `ManifestError` when it cannot be read at all or has no column for the file.
    """
    if len(data) > LARGEST:
        raise ManifestError(
            f"the manifest is larger than {LARGEST >> 20} MB; divide it",
            f"manifestet är större än {LARGEST >> 20} MB; dela upp det",
        )
    try:
        text = decode(data)
    except UnreadableFileError as error:
        raise ManifestError(f"the manifest is no text: {error}", "manifestet är ingen textfil") from None
    records = _json_records(text) if name.lower().endswith(".json") else _csv_records(text)
    return _rows(records)


_Record = dict[Column, str]
_Numbered = tuple[int, _Record, list[str]]
"""Where the record stands (the row as Excel counts, the object of JSON), its cells, the columns not used."""


def _rows(records: Iterator[_Numbered]) -> Manifest:
    rows: dict[str, ManifestRow] = {}
    problems: list[RowProblem] = []
    unknown: set[str] = set()
    for number, cells, others in records:
        for heading in others:
            if heading and heading not in unknown and len(unknown) < 100:
                unknown.add(heading)
                problems.append(_unknown_column(heading))
        reader = RowReader(number)
        row = reader.read(cells)
        problems += reader.problems
        if row is None:
            continue
        if row.file in rows:
            problems.append(
                RowProblem(
                    number,
                    f"{row.file!r} stands in an earlier row already; this one is not used",
                    f"”{row.file[:100]}” står redan på en tidigare rad; den här raden används inte",
                )
            )
            continue
        rows[row.file] = row
    return Manifest(tuple(rows.values()), tuple(problems[:MOST_PROBLEMS]))


def _unknown_column(heading: str) -> RowProblem:
    known = ", ".join(column.heading for column in COLUMNS)
    return RowProblem(
        0,
        f"the column {heading[:60]!r} is not used; those known are {known}",
        f"kolumnen ”{heading[:60]}” används inte; de som finns är {known}",
    )


def _csv_records(text: str) -> Iterator[_Numbered]:
    # Excel begins a file that it is to open again with the delimiter: "sep=;".
    told = _SEPARATOR.match(text)
    body = text[told.end() :] if told else text
    first = next((line for line in body.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(body.lstrip("\ufeff"), newline=""), delimiter=delimiter)
    columns: list[Column | None] | None = None
    headings: list[str] = []
    try:
        for number, cells in enumerate(reader, start=2 if told else 1):
            if not any(cell.strip() for cell in cells):
                continue
            if columns is None:
                headings, columns = cells, _columns(cells)
                continue
            used = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
            yield number, used, [h.strip() for h, column in zip(headings, columns, strict=True) if not column]
        if columns is None:
            _columns([])
    except csv.Error as error:
        raise ManifestError(
            f"row {reader.line_num} cannot be read as CSV: {error}",
            f"rad {reader.line_num} kan inte läsas som CSV",
        ) from None


def _columns(headings: list[str]) -> list[Column | None]:
    columns: list[Column | None] = []
    for heading in headings:
        column = column_named(heading)
        # The same column twice, as `datum` and `handlingsdatum`: the first holds.
        columns.append(column if column not in columns else None)
    _require_file(column for column in columns if column)
    return columns


def _json_records(text: str) -> Iterator[_Numbered]:
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError) as error:
        place = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "too deep or no JSON"
        raise ManifestError(
            f"the manifest is not valid JSON ({place})", "manifestet är inte giltig JSON"
        ) from None
    if isinstance(tree, dict):
        tree = next((tree[key] for key in ("files", "filer") if key in tree), None)
    if not isinstance(tree, list) or not all(isinstance(item, dict) for item in tree):
        raise ManifestError(
            "the manifest is no list of objects, one for each file",
            "manifestet är ingen lista med ett objekt för varje fil",
        )
    if tree:
        _require_file(column for item in tree for key in item if (column := column_named(str(key))))
    for number, item in enumerate(tree, start=1):
        cells: _Record = {}
        others = []
        for key, value in item.items():
            column = column_named(str(key))
            if column is None or column in cells:
                others.append(str(key))
            else:
                cells[column] = _as_cell(value)
        yield number, cells, others


def _as_cell(value: object) -> str:
    if isinstance(value, list):
        return "|".join(str(one) for one in value[:100])
    return "" if value is None else str(value)


def _require_file(columns: Iterable[Column]) -> None:
    if not any(column.field == "file" for column in columns):
        raise ManifestError(
            "the manifest has no column 'fil' for the file's name; begin from: remiss manifest --template",
            "manifestet saknar kolumnen ”fil” med filernas namn",
        )
