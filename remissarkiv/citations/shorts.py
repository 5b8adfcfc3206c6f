"""The short names a text makes for itself: `lagen (2018:222) om bostadsbidrag (LBB)`, then `3 § LBB`; `lagen
(2022:156) om alkoholskatt (alkoholskattelagen)`, then `5 § alkoholskattelagen`.
"""

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
# "om kulturminnen m.m. (kulturminneslagen)", "om skjutvapen, nedan vapenlagen,"
_NAMED = re.compile(
    r"(?:[^.;()§]|m\.\s?m\.|\.(?=\d|\))){0,160}?"
    r"(?:\((?:(?:nedan|här|förkortad|fortsättningsvis|i\s(?:det\s)?(?:fortsättningen|följande)|kallad|benämnd|den\ss\.k\.|"
    r"den\så\skallade)\s){0,3}[”\"]?"
    r"|,\s(?:nedan|fortsättningsvis|i\s(?:det\s)?(?:fortsättningen|följande))\s(?:(?:kallad|benämnd|förkortad)\s)?[”\"]?)"
    r"(?P<name>[^\W\d_][\w-]{2,58}(?:lagen|balken|förordningen|stadgan|kungörelsen|formen|ordningen))[”\"]?"
    r"(?=[),.;]|\s(?!\())"
)
# Only a title stands between the number and what it is called from here on: in "lagen (2016:1145) om
# offentlig upphandling som Sveriges Kommuner och Landsting (SKL)" the letters are somebody else's.
_TITLE = re.compile(r"\s{1,3}(?:om|med|angående)\s[^A-ZÅÄÖ,]*\((?:nedan\s|förkortad\s)?\Z")
_SHORT = re.compile(r"(?<![\w-])[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,6}(?![\w-])")
_MOST = 200
"""Mentions whose own abbreviation is looked for; a text has a few."""


def own_shorts(text: str, mentions: Sequence[Mention]) -> list[tuple[Mention, str]]:
    """The mentions behind which an abbreviation or a name is introduced, with it."""
    found = []
    for index, mention in enumerate(mentions):
        if mention.number is None or mention.amendment:
            continue
        match = _DEFINED.match(text, mention.span.end)
        if match is not None:
            found.append((mention, match["short"]))
        name = _NAMED.match(text, mention.span.end)
        if name is not None and _is_next(mentions, index, name.start("name")):
            found.append((mention, name["name"]))
    return found


def _is_next(mentions: Sequence[Mention], index: int, place: int) -> bool:
    """Whether no other act is mentioned between mention `index` and the name at `place`: in "lagen (1990:1)
    om X och patentlagen (nya patentlagen)" the name is that one's."""
    return index + 1 == len(mentions) or mentions[index + 1].span.start >= place


def mentions_by_short(text: str, introduced: Sequence[tuple[Mention, str]]) -> Iterator[Mention]:
    """Where a text uses the abbreviations it has introduced and that nobody else knows."""
    new = set()
    for mention, short in introduced[:_MOST]:
        if not _SHORT.fullmatch(short):
            continue  # a name, which is found as such
        place = text.find(short, mention.span.end)
        if not acts_abbreviated(short) and _TITLE.match(text[mention.span.end : place]):
            new.add(short)
    if new:
        for match in _SHORT.finditer(text):
            if match[0] in new:
                span = Span(*match.span())
                yield Mention(Naming.NAME, span, span, match[0])
