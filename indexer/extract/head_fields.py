"""What the head of a printed e-mail, or the card of a diary page, says under its labels.

Från: Kommunstyrelsen, Björkåsa kommun          Diarienummer    2001.118.008
Skickat: 2023-04-25 14:12                       Handlingstyp    Remiss, utgående
Till: Gymnasienämnden; Socialnämnden            Upprättad       2001-04-10
Ämne: Remiss av motion om drogtester            Avsändare       Kommunstyrelsen
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from indexer.extract.lines import Line, folded

_FIRST_LINES = 4
_MOST_ROWS = 20
_FEWEST_ROWS = 3
_ROW = re.compile(r"(?P<label>[^\W\d_][\w -]{1,24}?)\s?(?::[ \t]{0,8}|\t+[ ]?)(?P<value>\S.*)?")
_FIELDS: dict[str, tuple[str, ...]] = {
    "from": ("från", "from", "avsändare", "organ", "nämnd", "instans"),
    "to": ("till", "to", "kopia", "cc", "mottagare"),
    "date": ("skickat", "sänt", "sent", "datum", "date", "upprättad", "sammanträde", "sammanträdesdatum"),
    "subject": ("ämne", "subject", "ärende", "ärendemening", "rubrik", "ärenderubrik", "titel"),
    "kind": ("handlingstyp", "dokumenttyp", "typ av handling", "handling", "typ"),
    "": (
        "bifogade filer", "attachments", "bilagor", "diarienummer", "dnr", "handling nr", "handläggare",
        "status", "paragraf", "diarium", "ärendenummer", "inkommen", "registrerad", "bilaga", "prioritet",
    ),
}  # fmt: skip
_BY_LABEL = {folded(label): field for field, labels in _FIELDS.items() for label in labels}


class HeadFields(NamedTuple):
    """`values`: what stands under the labels, by `from`, `to`, `date`, `subject` and `kind`. `end`: the
    number of the first line after them, 0 when the text does not begin so."""

    values: dict[str, str]
    end: int


def head_fields(lines: Sequence[Line]) -> HeadFields:
    """The labelled rows that a text begins with, at least three of them under known labels."""
    for start in range(min(_FIRST_LINES, len(lines))):
        found = _rows(lines, start)
        if found is not None:
            return found
    return HeadFields({}, 0)


def _rows(lines: Sequence[Line], start: int) -> HeadFields | None:
    values: dict[str, str] = {}
    known = 0
    end = start
    for line in lines[start : start + _MOST_ROWS]:
        row = _ROW.fullmatch(line.text)
        if row is None or (line.opens and end > start and folded(row["label"]) not in _BY_LABEL):
            break
        end += 1
        field = _BY_LABEL.get(folded(row["label"]))
        if field is None:
            continue
        known += 1
        values.setdefault(field, (row["value"] or "").strip())
    if known < _FEWEST_ROWS or not {"from", "subject", "kind"} & values.keys() or len(values) < _FEWEST_ROWS:
        return None
    values.pop("", None)
    return HeadFields({field: value for field, value in values.items() if value}, end)
