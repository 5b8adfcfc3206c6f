"""Citations that stand together and are one to the reader: `2 kap. 1 och 2 §§ kommunallagen`.

A document holds one citation for each thing cited: the chapter, a lone `1`, `2 §§`, the act. A mark on the
`1` alone, or a passage that begins at it, tells nobody what was found.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

from remissarkiv.citations import act_of
from remissarkiv.domain import Citation, Span

LONGEST = 160
"""Characters of a group that is marked as one; a list that fills a passage is marked where it answers."""

_FARTHEST = 25
"""Characters between two citations of a group: " §§ i samma kapitel och "."""

_JOINING = frozenset("och o samt eller jämte resp respektive till med t m".split())
"""The words that may stand between two citations of a group, beside single letters (`6.1 e och 9.2`)."""

_DETAILS = frozenset(
    "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde sista stycket styckena stycke st "
    "punkten punkterna punkt meningen mening men moment mom".split()
)
"""The words of a citation that say where in a §, but not in which: `tredje styckena`, `2 § andra stycket`."""

_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[^\w\s§,()&.–—‐‑-]|\n\s*\n|\.\s*\n|\d")
"""What never stands between two citations of a group."""


def citation_groups(text: str, citations: Iterable[Citation]) -> list[Span]:
    """The stretches of `text` that citations standing together fill, by place, none overlapping another.

    `2 kap. 1 och 2 §§ kommunallagen` is one, and so is `prop. 2016/17:171 s. 45 och 47`; `2 kap. 1 § KL och
    4 kap. 1 § SoL` are two.
    """
    groups: list[Span] = []
    last: Citation | None = None
    for citation in sorted(citations, key=lambda one: one.span):
        if last is not None and _goes_on(text, groups[-1].end, last, citation):
            groups[-1] = Span(groups[-1].start, max(groups[-1].end, citation.span.end))
        else:
            groups.append(citation.span)
        last = citation
    return groups


def widened(text: str, citation: Citation, groups: list[Span]) -> Span:
    """The span to mark for a citation: all of its group where it is a lone number by itself (`1`, `2 §§`,
    `tredje styckena`), else its own. `groups` are those of the text."""
    span = citation.span
    index = bisect_right(groups, span.start, key=lambda group: group.start) - 1
    if index < 0 or not _is_fragment(text[slice(*span)]):
        return span
    group = groups[index]
    return group if span.end <= group.end and group.end - group.start <= LONGEST else span


def _goes_on(text: str, end: int, last: Citation, citation: Citation) -> bool:
    """Whether a citation belongs to the group that ends at `end` with the citation `last`."""
    if citation.span.start < end:
        return True
    if citation.span.start - end > _FARTHEST or _family(citation.key) != _family(last.key):
        return False
    between = text[end : citation.span.start]
    words = [word for word in _WORD.findall(between.lower()) if len(word) > 1]
    if _BREAK.search(between) or any(word not in _JOINING for word in words):
        return False
    # "kommunallagen 2 kap. 1 §" is one; after "… kommunallagen och" another citation begins.
    is_act = act_of(last.key) == last.key
    return not is_act or not (words or "," in between)


def _family(key: str) -> str:
    """What citations of a group have in common: the act, the print, or the year of the court's reports."""
    root = key.partition("#")[0]
    return root.rpartition(":")[0] if root.startswith("dom/") else root


def _is_fragment(text: str) -> bool:
    return all(len(word) == 1 or word in _DETAILS for word in _WORD.findall(text.lower()))
