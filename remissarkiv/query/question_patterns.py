"""Rows of the tables that questions are read by, as expressions."""

import re


def pattern(row: str) -> re.Pattern[str]:
    """A row as an expression for whole words, in any case: a blank stands for up to three of any sort, a
    letter with dots for the one without too."""
    for dotted, either in (("å", "[åa]"), ("ä", "[äa]"), ("ö", "[öo]")):
        row = row.replace(dotted, either)
    return re.compile(r"\b(?:" + row.replace(" ", r"\s{1,3}") + r")(?!\w)", re.IGNORECASE)
