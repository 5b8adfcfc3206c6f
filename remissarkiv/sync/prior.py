"""What a document's score is worth whatever is asked: a mild word for the newer and the legible."""

import datetime

_EVEN, _OLDEST, _NEWEST = 2000, 1950, 2050
_PER_YEAR = 1
_DAMAGED = 0.1


def prior(date: datetime.date | None, quality: float) -> int:
    """The worth, in thousandths, of a document of a date that was read so well (0 to 1).

    A newer one is worth a little more, a thousandth for each year after 2000, so that of two that answer
    as well the newer stands first, while twenty years weigh less than another word of the query. One that OCR
    has damaged is worth up to a tenth less than a legible one. Nothing of it hangs on today's date: the same
    archive gives the same order next year.
    """
    years = min(max(date.year, _OLDEST), _NEWEST) - _EVEN if date else 0
    return round((1000 + _PER_YEAR * years) * (1 - _DAMAGED * (1 - quality)))
