"""Numbers, dates and signs as Swedish typesetting has them. Values in, text out; used as template filters."""

import datetime
import re
from collections.abc import Iterable

from remissarkiv.citations import key_label
from remissarkiv.domain import Dnr, DnrRole, Document
from remissarkiv.labels import facet_value_label, kind_label, shown_path

NARROW_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"

_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_SECTION_SIGN = re.compile(r"(?<=\d) (?=§)|(?<=\d [a-z]) (?=§)|(?<=§) (?=\d)")


def facet_value(column: str, value: str) -> str:
    """A value that a search can be narrowed to, as people read it; acts and §§ are keys (`2017:725#K2P1`)."""
    if column in ("lag", "paragraf"):
        return section_signs(key_label(value))
    return facet_value_label(column, value)


def number(value: int) -> str:
    """12345 as `12 345`, thousands apart by a thin space that does not break."""
    return f"{value:,}".replace(",", NARROW_SPACE)


def day(value: datetime.date | None) -> str:
    """21 augusti 2025; "" for no date."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}" if value else ""


def moment(value: datetime.datetime) -> str:
    """21 augusti 2025 kl. 14.05, in the time of the machine; a time without zone is UTC."""
    local = value.replace(tzinfo=value.tzinfo or datetime.UTC).astimezone()
    return f"{day(local.date())} kl. {local:%H.%M}"


def duration(value: datetime.timedelta) -> str:
    """How long something took: `8 s`, `2 min 5 s`, `1 tim 20 min`. A clock that went back gives `0 s`."""
    seconds = max(round(value.total_seconds()), 0)
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return f"{seconds // 60} min {seconds % 60} s"
    return f"{seconds // 3600} tim {seconds % 3600 // 60} min"


def percent(share: float) -> str:
    """0.873 as `87 %`. A share below 1 is never rounded up to 100."""
    rounded = round(share * 100)
    return f"{min(rounded, 99) if share < 1 else rounded}{NO_BREAK_SPACE}%"


def amount(value: int, one: str, many: str) -> str:
    """`1 träff`, `2 träffar`, `12 345 träffar`."""
    return f"{number(value)} {one if value == 1 else many}"


def size(octets: int) -> str:
    """A file's size: `812 byte`, `14 kB`, `2,3 MB`."""
    if octets < 1000:
        return f"{octets} byte"
    if octets < 1_000_000:
        return f"{octets / 1000:.0f} kB"
    return f"{octets / 1_000_000:.1f} MB".replace(".", ",")


def section_signs(text: str) -> str:
    """`2 kap. 1 §` with spaces beside § that do not break. For labels; never for a document's own text."""
    return _SECTION_SIGN.sub(NO_BREAK_SPACE, text) if "§" in text else text


def years(values: Iterable[str]) -> str:
    """Chosen years in few words: `2009–2012, 2025`. Values that are no years are left as they are."""
    numbers = sorted(int(value) for value in values if value.isdecimal() and value.isascii())
    runs: list[list[int]] = []
    for year in numbers:
        if runs and year <= runs[-1][1] + 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def reference(document: Document) -> str:
    """How to refer to a document in a text of one's own:
    `Socialnämnden, tjänsteutlåtande 2025-08-21, Dnr SOF 2025/424, ”Remiss av motion …”`.
    """
    kind = kind_label(document.kind)
    what = " ".join(filter(None, (kind.lower() if document.namnd else kind, _iso(document.date))))
    own = own_dnr(document)
    parts = [document.namnd, what, f"Dnr {own[0]}" if own else "", f"”{document.title}”"]
    return ", ".join(part for part in parts if part)


def own_dnr(document: Document) -> list[str]:
    """The document's own Dnr, each once, in order of place."""
    return list(dict.fromkeys(m.dnr.value for m in document.dnr if m.role == DnrRole.OWN))


def _iso(value: datetime.date | None) -> str:
    return value.isoformat() if value else ""


def dnr_query(dnr: Dnr | str) -> str:
    """The query that finds every document with a Dnr: `dnr:"KS 2025/448"`."""
    value = dnr if isinstance(dnr, str) else dnr.value
    return f'dnr:"{value}"'


FILTERS = {
    "number": number,
    "day": day,
    "moment": moment,
    "duration": duration,
    "percent": percent,
    "amount": amount,
    "size": size,
    "section_signs": section_signs,
    "dnr_query": dnr_query,
    "kind": kind_label,
    "years": years,
    "shown_path": shown_path,
}
"""What templates may use, by name."""
