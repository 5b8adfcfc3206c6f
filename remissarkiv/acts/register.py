"""A larger register of acts, a file that the settings name: thousands of numbers, titles and abbreviations.

The file is tab-separated under a line of column names, as registers of Svensk författningssamling come:
`sfsnr` and `title` must be there; `abbreviation`, `short_name` (several parted by `|`), `in_force`, `expires`
and `repealed_by` are read when they are; all other columns are ignored. Numbers are believed; a name is taken
when it looks like that of an act, since each is then looked for in every document.
"""

import datetime
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from remissarkiv.acts.table import Act, acts_by_number
from remissarkiv.errors import ConfigError

LARGEST = 20_000_000
"""Bytes. A register of nine thousand acts with their titles is a tenth of that."""

_WAY_OUT = "mend the file, or leave laws.register empty"
_COLUMNS = ("sfsnr", "title", "abbreviation", "short_name", "in_force", "expires", "repealed_by")
_NEEDED = ("sfsnr", "title")
# `2017:725`, and of older volumes `1904:48 s.1`, `1909:bih. 29 s.1`, `1736:0123_2`.
_NUMBER = re.compile(r"[12]\d{3}:(?:bih\. ?)?\d{1,4}(?:[ _]{0,2}s\.[ _]?\d{1,4}|_\d{1,2})?")
_PAGE = re.compile(r"[ _]{0,2}s\.[ _]?")
# The number within a title: `Lag (RFS 1980:4) (1980:607) om beslutande organ ...`.
_OWN_NUMBER = re.compile(r"\s{0,3}\((?:[A-ZÅÄÖ-]{2,8}\s)?\d{4}:\d{1,4}[^()]{0,20}\)")
_NAME = re.compile(r"[^\W\d_][\w ,.:()/&–-]{2,198}[\w.)]")
_GENERAL = {
    "lag": "lagen",
    "förordning": "förordningen",
    "kungörelse": "kungörelsen",
    "stadga": "stadgan",
    "instruktion": "instruktionen",
    "reglemente": "reglementet",
}
_DEFINITE = {
    "lag": "en",
    "balk": "en",
    "ordning": "en",
    "form": "en",
    "kungörelse": "n",
    "stadga": "n",
}
_ENDS_AS_ACT = re.compile(r".*[^\W\d_]{2}-?(?:lagen|balken|ordningen|formen|kungörelsen|stadgan)")
# Words of every text that end as acts do: `medborgarförslagen`, `bolagen`, `underlagen`, `dagordningen`.
_ORDINARY = re.compile(
    r".*(?:förs|ans|avs|ins|uts|upps|neds|pås|tills|övers|bes|oms)lagen"
    r"|(?:.*(?:s|tie|gi))?bolagen|(?:under|neder|in|upp|av)lagen"
    r"|.*(?:dag|tur|rang|arbets|lös)ordningen|.*(?:blan|utform|platt)formen"
)
_ABBREVIATION = re.compile(r"(?=.*[A-ZÅÄÖ].*[A-ZÅÄÖ])[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,11}")
_SHORT = 3
"""An abbreviation of so few letters means too much else: `SO`, `EU`, `MAN` in a heading."""


@dataclass(frozen=True, eq=False)
class Register:
    """The acts of a register that our own table does not hold. One is equal only to itself: what is made of
    it is kept by it, and thousands of acts are not to be compared each time."""

    acts: tuple[Act, ...]

    @cached_property
    def by_number(self) -> dict[str, Act]:
        """The acts by SFS number."""
        return {act.number: act for act in self.acts}

    @cached_property
    def digest(self) -> str:
        """What the register says of acts, as one word; "" of an empty one. Columns that are not read do not
        change it."""
        lines = (
            f"{act.number}\t{act.names}\t{act.abbreviations}\t{act.valid_from}\t{act.valid_to}\t{act.successor}"
            for act in self.acts
        )
        return hashlib.sha256("\n".join(lines).encode()).hexdigest() if self.acts else ""

    @property
    def mark(self) -> int:
        """A number that tells this register from others, 0 of an empty one: files remember by which they
        were read."""
        return 1 + int(self.digest[:5], 16) if self.acts else 0


def read_register(file: Path) -> Register:
    """The register in `file`. Raises `ConfigError` with one line that names the file, the line in it, and
    what to do."""
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise ConfigError(
            f"laws.register: {file} cannot be read ({error.strerror}); name another file, or leave it empty"
        ) from None
    if len(data) > LARGEST:
        raise ConfigError(f"{file}: larger than {LARGEST // 1_000_000} MB; {_WAY_OUT}")
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{file}, line {number}: not text in UTF-8; {_WAY_OUT}") from None
    acts: dict[str, Act] = {}
    for number, values in _rows(file, lines):
        row = _act(f"{file}, line {number}", values)
        acts.setdefault(row.number, row)
    own = acts_by_number()
    return Register(tuple(act for act in acts.values() if act.number not in own))


def _rows(file: Path, lines: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Number and values of each line, by the names of the columns that are read."""
    header = lines[0].rstrip("\r").split("\t")
    for name in _NEEDED:
        if name not in header:
            raise ConfigError(f"{file}, line 1: there is no column '{name}' (tab-separated); {_WAY_OUT}")
    places = {name: header.index(name) for name in _COLUMNS if name in header}
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        values = line.rstrip("\r").split("\t")
        if len(values) > len(header) or len(values) <= max(places[name] for name in _NEEDED):
            raise ConfigError(
                f"{file}, line {number}: {len(values)} columns where there are {len(header)}; {_WAY_OUT}"
            )
        yield (
            number,
            {name: values[at].strip() if at < len(values) else "" for name, at in places.items()},
        )


def _act(where: str, values: dict[str, str]) -> Act:
    number = values["sfsnr"]
    if not _NUMBER.fullmatch(number):
        raise ConfigError(f"{where}: {number[:40]!r} is no SFS number such as 2017:725; {_WAY_OUT}")
    titled = _named_by(values["title"])
    names = [name for name in values.get("short_name", "").split("|") if names_an_act(name)]
    if titled and titled not in names:
        names.append(titled)
    if not names:
        # `Cirkulär till samtliga statsmyndigheter`: shown to people, and looked for nowhere.
        shown = " ".join(_OWN_NUMBER.sub("", values["title"]).split())
        names.append(shown if _NAME.fullmatch(shown) else "författningen")
    short = tuple(
        dict.fromkeys(
            part for part in values.get("abbreviation", "").split("|") if _ABBREVIATION.fullmatch(part)
        )
    )
    return Act(
        _PAGE.sub("_s.", number),
        tuple(names),
        short,
        frozenset(part for part in short if len(part) <= _SHORT),
        _day(where, values.get("in_force", "")),
        _day(where, values.get("expires", "")),
        values.get("repealed_by") if _NUMBER.fullmatch(values.get("repealed_by", "")) else None,
    )


def _named_by(title: str) -> str:
    """The name that a title gives: `Lag (1982:80) om anställningsskydd` is lagen om anställningsskydd,
    `Plan- och bygglag` plan- och bygglagen; "" when it gives none."""
    words = _OWN_NUMBER.sub("", title).split()
    if not words:
        return ""
    head = words[0].lower()
    if len(words) > 2 and head in _GENERAL:
        name = " ".join([_GENERAL[head], *words[1:]])
        return name if _NAME.fullmatch(name) else ""
    last = words[-1].lower()
    for ending, article in _DEFINITE.items():
        if last.endswith(ending) and len(words) <= _SHORT:
            name = " ".join([head, *words[1:]]) + article
            return name if names_an_act(name) else ""
    return ""


def names_an_act(name: str) -> bool:
    """Whether this is what an act may be called without more: one that ends as acts do, and is no word of
    every text."""
    return bool(_NAME.fullmatch(name) and _ENDS_AS_ACT.fullmatch(name) and not _ORDINARY.fullmatch(name))


def _day(where: str, text: str) -> datetime.date | None:
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ConfigError(f"{where}: {text[:40]!r} is no date such as 2018-01-01; {_WAY_OUT}") from None
