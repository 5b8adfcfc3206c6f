"""Which of the two numbers of a Dnr is the year, and of which century two digits are.

`98/41` of 1998 is the 41st ärende of that year; `08/37` could be of 2008 or of 1937. What tells them apart,
in this order: a year that a diary of the archive can have; the year of the document, or of the other Dnr in
it; a dossier code behind (`06/12 310`), which authorities write after year and number; else the order of
Göteborg (`0560/19`), number first.
"""

import datetime
from dataclasses import dataclass

_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LAST_LIKELY_YEAR = 2049
_OLDEST = 40
"""A diary number with two digits for its year is hardly older than this many years."""
_CURRENT = range(1, 3)
"""So many years before `Times.latest`: the document's own year, and that before it."""


@dataclass(frozen=True, slots=True)
class Times:
    """When the Dnr of a text can be from: `latest` is the last possible year. `known` tells that the text
    itself has set it, by its date or by the years of other Dnr in it."""

    latest: int
    known: bool = False

    @classmethod
    def of(cls, date: datetime.date | None) -> "Times":
        """Of a document with this date: a motion written in December is entered in January."""
        if date is None:
            return cls(datetime.date.today().year + 1)
        return cls(date.year + 1, known=True)

    def full_year(self, two_digits: str) -> int:
        """The last year that ends so and is possible: `19` is 2019 and `80` is 1980."""
        return self.latest - (self.latest - int(two_digits)) % 100

    def is_likely(self, year: int) -> bool:
        """Whether a Dnr that has only two digits for its year can be of this year."""
        return self.latest - _OLDEST <= year <= self.latest

    def year_and_number(
        self, first: str, second: str, *, number_first: bool = False, coded: bool = False
    ) -> tuple[int, str] | None:
        """The year and the number that two groups of digits mean; None when neither can be a year.

        `number_first` is the custom of the authority, `coded` whether a dossier code follows.
        """
        if is_year(first) and is_year(second):
            return self._two_years(first, second, number_first)
        if is_year(first):
            return int(first), second
        if is_year(second):
            return int(second), first
        if len(first) == 2 and len(second) == 2:
            return self._two_short(first, second, coded)
        if len(second) == 2:
            return self.full_year(second), first
        if len(first) == 2:
            return self.full_year(first), second
        return None

    def _two_years(self, first: str, second: str, number_first: bool) -> tuple[int, str]:
        # The normal form `2028/1900` must be read again, whatever the year it is read in.
        latest = self.latest if self.known else _LAST_LIKELY_YEAR
        later = int(first) > latest >= int(second)
        return (int(second), first) if number_first or later else (int(first), second)

    def _two_short(self, first: str, second: str, coded: bool) -> tuple[int, str]:
        years = self.full_year(first), self.full_year(second)
        fits = [self.is_likely(year) for year in years]
        if all(fits) and self.known:
            fits = [self.latest - year in _CURRENT for year in years]
        if fits == [True, False] or (fits[0] == fits[1] and coded):
            return years[0], second
        return years[1], first


def is_year(digits: str) -> bool:
    """Whether digits are a year in full."""
    return len(digits) == 4 and _FIRST_YEAR <= int(digits) <= _LAST_YEAR
