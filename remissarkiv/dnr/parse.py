"""Read a text that is said to be a Dnr, and the values a Dnr is searched by."""

from remissarkiv.dnr.cues import after_lead
from remissarkiv.dnr.find import at_or_misread
from remissarkiv.dnr.years import Times
from remissarkiv.domain import Dnr
from remissarkiv.errors import RemissarkivError

_SHOWN = 60


class DnrError(RemissarkivError, ValueError):
    """A text that is not a Dnr."""


def parse_dnr(text: str) -> Dnr:
    """The Dnr that the whole of `text` is, with or without "Dnr" before it and punctuation around it.

    Raises `DnrError` when the text is not one Dnr. Here `2025:532` and `2023/24` count: whoever asks says
    that it is a Dnr; and what was pasted from a badly read page, `KS 20l4/61`.
    """
    dnr = at_or_misread(text, after_lead(text), Times.of(None))
    if dnr is None or text[dnr.span.end :].strip(" \t\r\n).,;:]\"'”"):
        shown = " ".join(text[:_SHOWN].split())
        raise DnrError(f"not a Dnr: {shown!r}", f"”{shown}” kan inte läsas som ett diarienummer.")
    return dnr


def dnr_keys(dnr: Dnr) -> tuple[str, ...]:
    """Values for the column `dnr`: the normal spelling, then the form without authority (`2025/448`)."""
    bare = f"{dnr.year}/{dnr.number}"
    return (dnr.value, bare) if dnr.authority else (bare,)
