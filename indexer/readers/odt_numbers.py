"""The numbers of list items in OpenDocument, which stand nowhere in the text (OpenDocument 1.3, 16.30)."""

from collections.abc import Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from indexer.readers.odt_names import own

SIGN = "remissarkiv-sign"
"""The attribute that an item is given: its number as it is shown, `1.` or `a)`."""

_LARGEST = 10_000
_LISTS_WITHIN = 10
_Styles = dict[str, dict[int, "_Level"]]


class _Level(NamedTuple):
    sort: str
    before: str
    after: str
    start: int


def number_items(text: Element, roots: Iterable[Element]) -> None:
    """Gives each item of a numbered list its number as an attribute; `roots` hold the styles of lists."""
    styles = _list_styles(roots)
    counts: dict[str, int] = {}
    stack: list[tuple[Element, str, int]] = [(text, "", 0)]
    while stack:
        element, style, depth = stack.pop()
        if element.tag == own("text:list"):
            style, depth = element.get(own("text:style-name"), style), depth + 1
            if depth <= _LISTS_WITHIN:
                _number(element, styles.get(style, {}).get(depth), counts, f"{depth} {style}")
        stack.extend((child, style, depth) for child in reversed(element))


def _number(listed: Element, level: _Level | None, counts: dict[str, int], key: str) -> None:
    if level is None:
        return
    goes_on = (
        listed.get(own("text:continue-numbering")) == "true"
        or listed.get(own("text:continue-list")) is not None
    )
    number = counts.get(key, level.start - 1) if goes_on else level.start - 1
    for item in listed:
        if item.tag == own("text:list-item"):
            number = _whole(item.get(own("text:start-value"), ""), number + 1)
            shown = chr(ord(level.sort) + (number - 1) % 26) if level.sort in {"a", "A"} else str(number)
            item.set(SIGN, f"{level.before}{shown}{level.after}")
    counts[key] = number


def _list_styles(roots: Iterable[Element]) -> _Styles:
    styles: _Styles = {}
    for root in roots:
        for style in root.iter(own("text:list-style")):
            levels = {
                _whole(level.get(own("text:level"), ""), 0): _Level(
                    level.get(own("style:num-format"), ""),
                    level.get(own("style:num-prefix"), "")[:20],
                    level.get(own("style:num-suffix"), "")[:20],
                    _whole(level.get(own("text:start-value"), ""), 1),
                )
                for level in style.iter(own("text:list-level-style-number"))
                if level.get(own("style:num-format"))
            }
            styles[style.get(own("style:name"), "")] = levels
    return styles


def _whole(value: str, otherwise: int) -> int:
    return min(int(value), _LARGEST) if value.isdecimal() and len(value) < 9 else otherwise
