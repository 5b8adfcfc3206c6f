"""Text made safe for a cell of a spreadsheet.

Titles and file names come from documents, and a document may be written by someone who wants a colleague's
Excel to run `=HYPERLINK(...)`. Two dangers: characters that XML 1.0 forbids make the whole workbook
unreadable, and a leading `= + - @`, tab or carriage return makes a cell a formula (OWASP, CSV Injection).
"""

import re

MAX_CELL = 32_767
"""Characters Excel keeps in a cell (Microsoft, Excel specifications and limits)."""

# All that the Char production of XML 1.0 (section 2.2) leaves out: controls, lone surrogates, U+FFFE, U+FFFF.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def clean(text: str) -> str:
    """The text without characters no cell may hold, cut with an ellipsis at the length of a cell."""
    text = _FORBIDDEN.sub("", text)
    # Excel counts UTF-16 units: a sign outside the basic plane is two.
    if len(text) * 2 <= MAX_CELL or len(text.encode("utf-16-le")) // 2 <= MAX_CELL:
        return text
    cut = text.encode("utf-16-le")[: (MAX_CELL - 1) * 2]
    return cut.decode("utf-16-le", errors="ignore") + "…"


def neutral(text: str) -> str:
    """A cell of a CSV file, which has no types: text that a spreadsheet would run gets an apostrophe before
    it. Leading spaces do not hide a formula: some programs trim them."""
    text = clean(text)
    if text.startswith(_FORMULA_STARTS) or text.lstrip().startswith(_FORMULA_STARTS):
        return "'" + text
    return text
