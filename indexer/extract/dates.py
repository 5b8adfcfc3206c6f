"""The date of a document.

The rule, in order of trust: the day of a meeting under its label (`Sammanträdesdatum`: a Word file of minutes
has the day on which it was written); what the file says (`date` in its metadata, a whole date); the head of a
printed e-mail or a diary card; a date with another label in the letterhead (`Datum 2024-01-23`); a line of
the letterhead, or a column of it, that is a date and nothing else, or place and date; the stamp of arrival
(`Inkom 2018-07-09`), which may be days later; the date in the by-line of a speech or an article (its first
two paragraphs); place and date at the signatures. A date in running text is the date of something else. A
day without a year ("behandlat ärendet den 20 augusti") is never completed from the year of a Dnr: an ärende
may be answered in the year after it was opened. Nothing found gives None.
"""

import datetime
import re
from collections.abc import Iterator

from indexer.extract.bodies import only_a_body
from indexer.extract.columns import columns_of
from indexer.extract.draft import Draft
from indexer.extract.head_fields import head_fields
from indexer.extract.lines import Line
from indexer.extract.restore_names import Restorer

_MONTHS = {
    name: n
    for n, names in enumerate(
        (
            ("januari", "jan"),
            ("februari", "feb"),
            ("mars", "mar"),
            ("april", "apr"),
            ("maj",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("augusti", "aug"),
            ("september", "sept", "sep"),
            ("oktober", "okt"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_ISO = r"(?P<y>(?:19|20)\d\d)[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?!\d)"
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WORDS = rf"(?:den\s)?(?P<day>\d{{1,2}})\s(?P<month>{_MONTH})\.?\s(?P<year>(?:19|20)\d\d)"
_DATE = re.compile(rf"(?<![\d/:-])(?:{_ISO}|{_WORDS})(?![\d/])", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:sammantr\S{1,2}desdatum|sammantr\S{1,2}de(?:t)?|beslutsdatum|m\S{1,2}tesdatum|datum|inl\S{1,2}mnad|v\S{1,2}ckt|publicerad|skickat|s\S{1,2}nt"
    r"|uppr\S{1,2}ttad|utf\S{1,2}rdad|daterad|skapad|avg\S{1,2}randedatum|avg\S{1,2}rande)\b",
    re.IGNORECASE,
)
_ARRIVAL = re.compile(r"(?:inkom|ankom|ink\.|ank\.|ink till)(?=[\s:])", re.IGNORECASE)
_MEETING = re.compile(r"sammantr\S{1,2}desdatum\b|sammantr\S{1,2}desdag\b|m\S{1,2}tesdatum\b", re.IGNORECASE)
# "Er referens 2025-01-02" and the last day to answer are not the day of the document.
_FOREIGN = re.compile(
    r"\b(?:er[st]?|ert|svar senast|senast|sista|remisstid|tidigare|ändrad|giltig|gäller)\b", re.IGNORECASE
)
# A place, or the name of a club or a company: "Föreningen Björkåsa Näringsliv 2008-05-29".
_PLACE = re.compile(r"[A-ZÅÄÖ][\w-]{1,20}(?: [A-ZÅÄÖ][\w-]{1,20}){0,3},?\s{1,3}(?:den\s)?")
_PAGE = re.compile(r"[ .]{0,3}(?:(?:Sida|Sid|Blad)\.? \d{1,4}(?: ?\(\d{1,4}\)| av \d{1,4})?)?", re.IGNORECASE)
_HEAD, _TAIL = 25, 25
_NARROW = 60
_LABEL_FIRST = 70
"""A longer line is a sentence, unless its label comes first: "Vid fullmäktiges sammanträde den …"."""


def find_date(draft: Draft) -> datetime.date | None:
    """The document's own date by the rule above, None when it does not say."""
    for found in _candidates(draft):
        return found
    return None


def date_in(text: str) -> datetime.date | None:
    """The first whole date in a short text, as `2024-01-23` or `den 23 januari 2024`; None without one."""
    for match in _DATE.finditer(text) if _may_have_year(text) else ():
        found = _date(match)
        if found:
            return found
    return None


def _candidates(draft: Draft) -> Iterator[datetime.date]:
    head = draft.running + draft.lines[:_HEAD]
    dated = [len(line.text) <= 2 * _NARROW and _may_have_year(line.text) for line in head]
    yield from _labelled(head, dated, _MEETING)
    said = date_in(draft.metadata.get("date", ""))
    if said:
        yield said
    sent = date_in(head_fields(draft.lines).values.get("date", ""))
    if sent:
        yield sent
    yield from _labelled(head, dated, _LABEL)
    yield from _alone(head, draft.restorer)
    yield from _labelled(head, dated, _ARRIVAL)
    yield from _byline(draft)
    yield from _alone(tuple(reversed(draft.lines[_HEAD:][-_TAIL:])), draft.restorer)


def _may_have_year(text: str) -> bool:
    """A quick look: without a year in full there is no date."""
    return "20" in text or "19" in text


def _arrived(text: str) -> bool:
    """Whether a line tells when the document came in. Every way to say it has `ink` or `ank` in it."""
    return "nk" in text.lower() and _ARRIVAL.search(text) is not None


def _date(match: re.Match[str]) -> datetime.date | None:
    try:
        if match["y"]:
            return datetime.date(int(match["y"]), int(match["m"]), int(match["d"]))
        return datetime.date(int(match["year"]), _MONTHS[match["month"].lower()], int(match["day"]))
    except ValueError:
        return None


def _labelled(lines: tuple[Line, ...], dated: list[bool], labels: re.Pattern[str]) -> Iterator[datetime.date]:
    """A date after its label on the same line, or alone on the line below it (`Datum` / `2024-01-23`).
    `dated` tells which lines are narrow and may have a date."""
    for n, line in enumerate(lines):
        if len(line.text) > 2 * _NARROW or not any(dated[n : n + 2]):
            continue
        label = labels.search(line.text[:_NARROW])
        if label is None or _FOREIGN.search(line.text[: label.start()]):
            continue
        if label[0][:8].lower() == "sammantr" and label.start() and len(line.text) > _LABEL_FIRST:
            continue
        found = date_in(line.text[label.end() : label.end() + _NARROW])
        below = lines[n + 1].text if n + 1 < len(lines) else ""
        if (
            found is None
            and label.end() >= len(line.text.rstrip(": ")) - 1 - _NARROW
            and len(below) <= _NARROW
        ):
            found = date_in(below) if _DATE.match(below) else None
        if found:
            yield found


def _alone(lines: tuple[Line, ...], restorer: Restorer) -> Iterator[datetime.date]:
    """A cell that is a date, or place or board and date, and nothing else but a page number."""
    for line in lines:
        if not _may_have_year(line.text) or _arrived(line.text):
            continue
        for cell in columns_of(line.text, restorer):
            if len(cell) > _NARROW or not _may_have_year(cell):
                continue
            match = _DATE.search(cell)
            if match is None or not _PAGE.fullmatch(cell, match.end()):
                continue
            before = cell[: match.start()]
            if before.strip() and not _PLACE.fullmatch(before) and not only_a_body(before, restorer):
                continue
            found = _date(match)
            if found:
                yield found


_BYLINE = re.compile(
    r"minister|debattartikel|publicerad|riksdagen,|talade ordet|artikel|besvarad|inkom", re.IGNORECASE
)


def _byline(draft: Draft) -> Iterator[datetime.date]:
    """`Statsminister Ulf Kristersson, riksdagen, den 10 september 2024` under the title of a speech or
    article."""
    for line in draft.lines[1:4]:
        match = _DATE.search(line.text[:400]) if _may_have_year(line.text) else None
        if match and _BYLINE.search(line.text[: match.start()]):
            found = _date(match)
            if found:
                yield found
