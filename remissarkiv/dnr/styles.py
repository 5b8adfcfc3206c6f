"""The ways authorities write a Dnr: `styles.tsv` has one a row, in the order in which they are tried.

A pattern is a regular expression with fields in braces, whose meaning stands in `_FIELDS`; all are bounded:
fixed counts of digits and letters, no nested repetition. Groups: `authority`, `year` (four digits) or
`short` (two), `number`, `suffix`, `code` (a dossier code apart), `join`, `sep`; `a` and `b` where only their
size tells which is the year. `alone` says when the style counts without a cue ("Dnr") before it: `always`,
`never`, or as `read.stands_alone` judges.
"""

import csv
import re
from dataclasses import dataclass
from importlib.resources import files

MISREAD_S = "$"
"""What OCR makes of the S of Socialdepartementet: `$2018/9902/FS`."""

# `kungsbacka/ks/2024/2024-01-23/` is a folder. A web page may go on without a blank:
# `S2023/01610Diarienummer: S2023/01610`.
_END = r"(?:(?!\w)(?![:/]\d)(?!-\d\d-\d\d(?!\d))|(?=Diarien|Dnr))"
_GAP = r"[ \t\u00a0]"
_DOSSIER = r"\d{1,2}(?:\.\d{1,2}){1,4}"
# A dossier code without zeros in front, told from the next word by being the last of its line or cell.
_CODE_LAST = rf"\d{{3}}(?={_GAP}{{0,3}}(?:[\n\t).,;|]|\Z|{_GAP}{{2}}))"

_FIELDS = {
    "gap": _GAP,
    "letters": r"(?P<authority>[^\W\d_]{1,8})",
    # capitals, or as universities write theirs: `HDa`, `UmU`
    "board": r"(?P<authority>[A-ZÅÄÖ](?:[A-ZÅÄÖ]{1,5}|[A-ZÅÄÖ]?[a-z][A-Z]?(?![a-z])))",
    "double": r"(?P<authority>[A-ZÅÄÖ]{1,4}-[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,3})",
    "join": rf"(?P<join>{_GAP}?[/.:–-]{_GAP}?|{_GAP}{{0,2}})",
    "year": r"(?P<year>(?:19|20)\d\d)",
    "short": r"(?P<short>\d\d)",
    "sep": rf"{_GAP}?(?P<sep>[/:.–-]){_GAP}?",
    "number": r"(?P<number>\d{1,7})",
    "a": r"(?P<a>\d{1,7})",
    "b": r"(?P<b>\d{1,7})",
    "coded": r"(?P<suffix>\d{1,5}(?:\.\d{1,3}){0,3})",
    "dotted": r"(?P<suffix>\d{1,2}(?:\.\d{1,2}){1,3})",
    "dossier": _DOSSIER,
    # An act in the file ("-7"), a dossier code ("-1.1.2"), a unit ("/SF"): not another ärende.
    "after": r"(?:[-/.](?P<suffix>(?!\d{1,2}-\d)[^\W_]{1,6}(?:\.\d{1,3}){0,3})(?:-\d{1,3})?)?",
    "act": r"(?:-\d{1,3})?",
    # After a blank it is told from the next word by zeros in front or dots: "KS 2021/280 013".
    "code?": rf"(?:{_GAP}(?P<code>{_DOSSIER}|0\d\d|{_CODE_LAST}))?",
}
_FIELD = re.compile(r"\{([a-z]+\??)\}")


@dataclass(frozen=True, slots=True)
class Style:
    """One way of writing. `known` tells that the letters must be those of a known diary, `known_only_alone`
    that they need not after a cue, `suffix` what it is that follows, `example` how it looks, `kept_by` who
    writes so."""

    name: str
    pattern: re.Pattern[str]
    alone: str
    known: bool
    known_only_alone: bool
    suffix: str
    example: str
    kept_by: str

    @property
    def begins_with_letters(self) -> bool:
        """Whether the diary's letters come first."""
        return self.example[0].isalpha() or self.example[0] == MISREAD_S

    @property
    def names_a_diary(self) -> bool:
        """Whether letters stand anywhere in it."""
        return "authority" in self.pattern.groupindex


def _read_styles() -> tuple[Style, ...]:
    lines = files("remissarkiv.dnr").joinpath("styles.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(
        Style(
            row["name"],
            re.compile(_FIELD.sub(lambda field: _FIELDS[field[1]], row["pattern"]) + _END),
            row["alone"],
            row["known"] in ("yes", "alone"),
            row["known"] == "alone",
            row["suffix"],
            row["example"],
            row["kept_by"],
        )
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    )


STYLES = _read_styles()
LETTERS_FIRST = tuple(style for style in STYLES if style.begins_with_letters)
DIGITS_FIRST = tuple(style for style in STYLES if not style.begins_with_letters)
