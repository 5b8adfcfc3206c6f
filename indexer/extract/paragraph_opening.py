"""How a § of minutes opens: its line, its heading, its Dnr, before the first paragraph of text.

    § 21                       Dnr KS-2023-00713
    Svar på Finansdepartementets remiss över betänkandet
    Övergångsrestriktioner – ökat förtroende för offentlig verksamhet
    (2023:45)

The heading stands on the § line, below it, or both; the Dnr on the § line, or on a line of its own before or
after the heading. A heading is as many lines as were too narrow for it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from indexer.extract.headings import kind_of_heading
from indexer.extract.lead_ins import decision_lead_in
from indexer.extract.lines import Line, cells_of
from indexer.extract.paragraph_heads import ParagraphHead, paragraph_head
from remissarkiv.dnr import find_dnr
from remissarkiv.domain import SectionKind

_MOST_LINES = 6
_REACH = 12
_LABEL = (
    # a word of its own: "gröna skolgårdar  KS 2021/104" has no label "dar"
    r"(?<![^\W\d_])(?:(?:v\S{1,2}rt? |er[ta]? |[^\W\d_]{4,40}s )?"
    r"(?:d(?:ia)?rie ?n(?:umme)?r|diarie?nr|d[.-]? ?nr|d[ao]r|änr|ärendenr|ärendenummer|ärende-?id"
    r"|(?:diarie)?beteckning|bet\.))"
)
_DNR_LABEL = re.compile(rf"[\s(,;–-]*{_LABEL}?[\s.:]*\Z", re.IGNORECASE)
_LABEL_ALONE = re.compile(rf"{_LABEL}[\s.:]*(?:\d{{1,6}})?", re.IGNORECASE)
_OPEN_END = re.compile(
    r"(?:[,\-–(/&]|\((?:SOU|Ds|prop\.?|dir\.?)|(?<!\w)(?:och|att|om|till|av|i|för|med|på|pa|enligt|som|samt|den|det|ett|en|över|från|vid"
    r"|mot|inom|under|gällande|angående|avseende|ang))\Z"
)
_GOES_ON = re.compile(r"[a-zåäö(\d–\"”’'/&-]")
_HEADING_WIDTH = 0.8
"""Headings are set in larger type: so much of the characters of a line of text fit on a line."""
_NARROWEST, _WIDEST = 50, 95
# The last line of a heading: "(2023:45)", or "2023:45)" after "(SOU".
_YEAR_AND_NUMBER = re.compile(r"\(?\d{4}:\d{1,4}\)")
_CODE = re.compile(r"[\d .,:/-]{1,12}")


class Opening(NamedTuple):
    """The heading of a §, on one line and "" where it has none, and the number of the first line after the
    opening."""

    title: str
    end: int


def opening_of(lines: Sequence[Line], start: int, head: ParagraphHead) -> Opening:
    """The opening of the § whose head stands on line `start`."""
    taken = [words] if (words := without_dnr(lines[start].text[head.rest :])) else []
    end = start + 1
    width = _width(lines, start)
    past_title = False
    while end < min(len(lines), start + _REACH):
        line = lines[end]
        other = paragraph_head(line.text)
        if other and other.certain:
            if taken or other.body == head.body or other.number == head.number:
                break
        elif _is_heading(line.text, first=not taken) or decision_lead_in(line.text):
            break
        elif not (words := without_dnr(line.text)):
            past_title = bool(taken)
        elif past_title or len(taken) == _MOST_LINES:
            break
        elif not taken or _continues(lines, end, width):
            taken.append(words)
        else:
            break
        end += 1
    return Opening(" ".join(taken), end)


def _is_heading(words: str, *, first: bool) -> bool:
    """Whether a line is the first heading within the §. The § itself may be called "Information" or
    "Delgivning"; what it decides is never its name."""
    kind = kind_of_heading(words.rstrip(":"))
    return kind is not None and (not first or kind in _WITHIN)


_WITHIN = frozenset(
    {
        SectionKind.BESLUT,
        SectionKind.FORSLAG_TILL_BESLUT,
        SectionKind.SAMMANFATTNING,
        SectionKind.BAKGRUND,
        SectionKind.ARENDET,
        SectionKind.BESLUTSUNDERLAG,
    }
)


def without_dnr(words: str) -> str:
    """The words of a line of an opening without a Dnr at either end and its label, or a code beside it; ""
    when nothing else stands there."""
    words = words.strip(" \t.:–-")
    if _YEAR_AND_NUMBER.fullmatch(words):
        return words
    for dnr in find_dnr(words) if len(words) < 200 else ():
        before, _, after = words.partition(dnr.raw)
        label = _DNR_LABEL.search(before)
        after = after.lstrip(" \t.,:;)")
        if label is None or (label.start() > 0 and after and "\t" not in before + after):
            continue
        code = _CODE.match(after)
        words = f"{before[: label.start()]}\t{after[code.end() if code else 0 :]}"
        break
    cells = [cell for cell in cells_of(words) if not _LABEL_ALONE.fullmatch(cell)]
    words = " ".join(cells).strip(" \t.:–-")
    return words if any(letter.isalpha() for letter in words) else ""


def _width(lines: Sequence[Line], start: int) -> float:
    """How many characters fit on a line of the heading."""
    widest = max(len(line.text) for line in lines[start : start + 30])
    return _HEADING_WIDTH * min(max(widest, _NARROWEST), _WIDEST)


def goes_on(lines: Sequence[Line], n: int) -> bool:
    """Whether line `n` belongs to the title that the line before it belongs to.

    A line with a capital that is wider than headings are, below one that is not, is the first of a paragraph.
    """
    width, line, previous = _width(lines, n - 1), lines[n].text, lines[n - 1].text
    if line[:1].isupper() and len(line) > width >= len(previous) and not _OPEN_END.search(previous):
        return False
    return _continues(lines, n, width)


def _continues(lines: Sequence[Line], n: int, width: float) -> bool:
    """Whether line `n` belongs to the heading that the line before it belongs to."""
    line, previous = lines[n], lines[n - 1]
    if line.opens:
        # OCR leaves blank lines within a heading: "… betänkandet En ny / / ordning för avgifter".
        unclosed = previous.text.rfind("(") > previous.text.rfind(")")
        if unclosed and _YEAR_AND_NUMBER.fullmatch(line.text):
            return True
        return line.text[0].islower() and not previous.text.endswith((".", ":"))
    if _GOES_ON.match(line.text) or _OPEN_END.search(previous.text):
        return True
    last = _end_of_block(lines, n)
    if lines[last].text.endswith("."):
        return False
    if len(previous.text) + 1 + len(line.text.split()[0]) > width:
        return True
    # All of a block over the first heading of the § is its heading, however it is broken.
    return last + 1 < len(lines) and _is_heading(lines[last + 1].text, first=False)


def _end_of_block(lines: Sequence[Line], n: int) -> int:
    """The last line of the block that line `n` stands in, as far as a heading may reach."""
    last = n
    while last + 1 < min(len(lines), n + _MOST_LINES) and not lines[last].closes:
        following = lines[last + 1].text
        if _is_heading(following, first=False) or paragraph_head(following):
            break
        last += 1
    return last
