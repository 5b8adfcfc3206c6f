"""Half a Dnr: what a person remembers of one, and what a search box takes for a Dnr nevertheless.

A number without its year (`448`), a diary and a year (`KS 2025`), a diary alone (`KS`), the beginning of a
number (`KS 2025/44*`). A whole Dnr is none; `parse.py` reads those.
"""

import re
from dataclasses import dataclass

from remissarkiv.dnr.authorities import is_known_diary, is_not_diary
from remissarkiv.dnr.cues import after_lead
from remissarkiv.domain import Dnr

YEARS = range(1900, 2100)
"""The years a Dnr can be of."""

_HALF = re.compile(
    r"(?P<authority>[^\W\d_]{1,8})?[\s/.:-]{0,3}"
    r"(?:(?P<year>(?:19|20)[0-9]{2})(?:\s?[/:.-]\s?(?P<number>[0-9]{1,7})?)?|(?P<alone>[0-9]{1,7}))?"
    r"(?P<star>\*)?[\s),.;]{0,5}"
)
_OWN_LETTERS = 5
"""An unknown diary has no more letters than this: `nummer 448` names none."""


@dataclass(frozen=True, slots=True)
class HalfDnr:
    """What is known of a Dnr: its diary ("" is any, also none), its year, its number (None is any).

    `begins` tells that the number is only the beginning of one. At least one of the three is known.
    """

    authority: str = ""
    year: int | None = None
    number: int | None = None
    begins: bool = False

    def matches(self, dnr: Dnr) -> bool:
        """Whether this may be the half of that Dnr."""
        if self.authority and dnr.authority != self.authority:
            return False
        if self.year is not None and dnr.year != self.year:
            return False
        if self.number is None:
            return True
        return str(dnr.number).startswith(str(self.number)) if self.begins else dnr.number == self.number

    @property
    def values(self) -> tuple[str, ...]:
        """The values of the column `dnr` (`dnr_keys`) that are meant in full; () where a beginning is."""
        if self.number is None or self.begins:
            return ()
        return tuple(f"{self._diary}{year}/{self.number}" for year in self._years)

    @property
    def beginnings(self) -> tuple[str, ...]:
        """What the values of the column begin with that are meant; () where `values` has them in full."""
        if self.number is None:
            return (self._diary if self.year is None else f"{self._diary}{self.year}/",)
        return tuple(f"{self._diary}{year}/{self.number}" for year in self._years) if self.begins else ()

    @property
    def _diary(self) -> str:
        return f"{self.authority} " if self.authority else ""

    @property
    def _years(self) -> range:
        return YEARS if self.year is None else range(self.year, self.year + 1)


def parse_half(text: str) -> HalfDnr | None:
    """The half of a Dnr that the whole of `text` is, with or without "Dnr" before it; None for anything else.

    `448`, `0388` and `KS 448` are numbers of any year, `2025` and `KS 2025/` everything of a year, `KS` a
    diary that authorities are known to keep, `2025/44*` and `KS 2025/44*` numbers that begin so.
    """
    match = _HALF.fullmatch(text, after_lead(text))
    if match is None:
        return None
    authority = (match["authority"] or "").upper()
    digits = match["number"] or match["alone"]
    year = int(match["year"]) if match["year"] else None
    if authority and not is_known_diary(authority):
        alone = year is None and not digits
        if alone or len(authority) > _OWN_LETTERS or is_not_diary(authority):
            return None
    if not (authority or year or digits) or (digits and int(digits) == 0):
        return None
    if year is not None and digits and not match["star"]:
        return None  # nothing is missing: a whole Dnr
    return HalfDnr(authority, year, int(digits) if digits else None, bool(digits and match["star"]))
