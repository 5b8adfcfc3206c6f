"""Dnr: the diary numbers that hold an ärende together, read in every common spelling.

`find_dnr` reads documents and `parse_dnr` what a user types; both build on the styles in `styles.py`.
"""

from remissarkiv.dnr.find import find_dnr
from remissarkiv.dnr.half import HalfDnr, parse_half
from remissarkiv.dnr.parse import DnrError, dnr_keys, parse_dnr
from remissarkiv.domain import Dnr

__all__ = ["Dnr", "DnrError", "HalfDnr", "dnr_keys", "find_dnr", "parse_dnr", "parse_half"]
