"""What stands in the cells of a manifest, one function for each field that is more than text."""

import datetime
import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from indexer.manifest.columns import Column
from indexer.manifest.row import ManifestRow, RowProblem
from remissarkiv.dnr import DnrError, parse_dnr
from remissarkiv.domain import LOCKED, Dnr, Kind
from remissarkiv.query.kinds import read_kinds

_LONGEST = 2_000
_MOST_DNR = 50
_DATE = re.compile(r"(\d{4})[-./]?(\d{2})[-./]?(\d{2})(?:[ T].{0,30})?")
_OPEN = frozenset({"", "öppen", "oppen", "open", "nej", "offentlig", "allmän"})
_LOCKED = frozenset(
    {LOCKED, "sparrad", "sekretess", "sekretessbelagd", "hemlig", "x", "ja", "secret", "locked"}
)
# A group's name, as in the configuration: a few words at most.
_GROUP = re.compile(r"\w[\w .-]{0,60}")


@dataclass(slots=True)
class RowReader:
    """Reads the cells of one row; `problems` collects what could not be taken as written."""

    number: int
    problems: list[RowProblem] = field(default_factory=list)

    def read(self, cells: dict[Column, str]) -> ManifestRow | None:
        """The row; None when it names no file."""
        values: dict[str, Any] = {}
        for column, cell in cells.items():
            text = " ".join(cell.split())
            if len(text) > _LONGEST:
                self._problem(column, text, "is too long", "är för lång")
            elif text:
                values[column.field] = self._value(column, text)
        file = values.pop("file", None)
        if not file:
            self.problems.append(
                RowProblem(
                    self.number, "names no file in the column 'fil'", "saknar filnamn i kolumnen ”fil”"
                )
            )
            return None
        said = {name: value for name, value in values.items() if value is not None}
        return ManifestRow(file, **said, number=self.number)

    def _value(self, column: Column, text: str) -> Any:
        match column.field:
            case "file":
                return _path(text)
            case "dnr":
                return self._dnr(column, text)
            case "kind":
                return self._kind(column, text)
            case "date":
                return self._date(column, text)
            case "group":
                return self._group(column, text)
        return text

    def _dnr(self, column: Column, text: str) -> tuple[Dnr, ...]:
        found = []
        for one in text.split("|")[:_MOST_DNR]:
            try:
                found.append(parse_dnr(one.strip()))
            except DnrError:
                self._problem(column, one.strip(), "is not a Dnr", "kan inte läsas som ett diarienummer")
        return tuple(found)

    def _kind(self, column: Column, text: str) -> Kind | None:
        kinds = read_kinds(text)
        if len(kinds) == 1:
            return kinds[0]
        self._problem(
            column, text, "is no kind of document known here", "är ingen handlingstyp som finns här"
        )
        return None

    def _date(self, column: Column, text: str) -> datetime.date | None:
        match = _DATE.fullmatch(text)
        if match:
            with suppress(ValueError):
                return datetime.date(int(match[1]), int(match[2]), int(match[3]))
        self._problem(column, text, "is not a date such as 2014-03-11", "är inget datum som 2014-03-11")
        return None

    def _group(self, column: Column, text: str) -> str:
        marking = text.casefold()
        if marking in _OPEN:
            return ""
        if marking in _LOCKED:
            return LOCKED
        if _GROUP.fullmatch(text):
            return text
        # What cannot be understood here must not become open.
        self._problem(column, text, "is no group; the file is locked", "är ingen grupp; filen spärras")
        return LOCKED

    def _problem(self, column: Column, text: str, english: str, swedish: str) -> None:
        shown = text[:60]
        self.problems.append(
            RowProblem(
                self.number,
                f"{column.heading} {shown!r} {english}",
                f"”{shown}” i kolumnen ”{column.heading}” {swedish}",
            )
        )


def _path(text: str) -> str:
    """A file's path as the archive spells it: `.\\2014\\svar.pdf` of Windows is `2014/svar.pdf`."""
    return PurePosixPath(text.replace("\\", "/")).as_posix().removeprefix("./")
