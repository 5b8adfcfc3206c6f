"""The abbreviations a text makes for itself: `lagen (2018:222) om bostadsbidrag (LBB)`, then `3 § LBB`."""

import re
from collections.abc import Iterator, Sequence

from remissarkiv.acts import acts_abbreviated
from remissarkiv.citations.mentions import Mention, Naming
from remissarkiv.domain import Span

_DEFINED = re.compile(
    r"[^.;()§]{0,160}?"
    r"(?:\((?:[^()]{0,20}\s)?|,\s(?:nedan|här|förkortad|fortsättningsvis|i fortsättningen)?\s?(?:kallad\s)?)"
    r"(?P<short>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}[A-ZÅÄÖ]|[A-ZÅÄÖ]{2,6})(?=[),.\s])"
)
# Only a title stands between the number and what it is called from here on: in "lagen (2016:1145) om
# offentlig upphandling som Sveriges Kommuner och Landsting (SKL)" the letters are somebody else's.
_TITLE = re.compile(r"\s{1,3}(?:om|med|angående)\s[^A-ZÅÄÖ,]*\((?:nedan\s|förkortad\s)?\Z")
_SHORT = re.compile(r"(?<![\w-])[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,6}(?![\w-])")
_MOST = 200
"""Mentions whose own abbreviation is looked for; a text has a few."""


def own_shorts(text: str, mentions: Sequence[Mention]) -> list[tuple[Mention, str]]:
    """The mentions behind which an abbreviation is introduced, with it."""
    found = []
    for mention in mentions:
        if mention.number is not None and not mention.amendment:
            match = _DEFINED.match(text, mention.span.end)
            if match is not None:
                found.append((mention, match["short"]))
    return found


def mentions_by_short(text: str, introduced: Sequence[tuple[Mention, str]]) -> Iterator[Mention]:
    """Where a text uses the abbreviations it has introduced and that nobody else knows."""
    new = set()
    for mention, short in introduced[:_MOST]:
        place = text.find(short, mention.span.end)
        if not acts_abbreviated(short) and _TITLE.match(text[mention.span.end : place]):
            new.add(short)
    if new:
        for match in _SHORT.finditer(text):
            if match[0] in new:
                span = Span(*match.span())
                yield Mention(Naming.NAME, span, span, match[0])
