"""Line-end hyphenation undone: `an-` / `slag` is `anslag`, but `fri- och` / `rättigheter` stays."""

import re
from collections.abc import Iterator

from indexer.normalise.mapping import Edit
from remissarkiv.domain import Span

_AT_LINE_END = re.compile(r"-(\n\n?)(?=[^\W\d_])")
_IN_LINE = re.compile(r"-( )(?=[a-zåäöé])")
_WORD = re.compile(r"[^\W\d_]{1,60}")

# After one of these the hyphen stands for the rest of a compound: `mark- eller vattenområde`.
_SUSPENDING = frozenset("och eller samt respektive resp liksom såväl kontra".split())

# `gemen-samt`: what looks like the conjunction is the end of the word.
_BEFORE_SUFFIX_SAMT = (
    "arbet", "ensam", "fram", "gemen", "hän", "lång", "märk", "rör", "spar", "till", "tvek", "var", "verk",
    "våld", "upp",
)  # fmt: skip

# Prefixes that Swedish writes with a hyphen even where the line does not end.
_HYPHENATED = frozenset("icke ex vice".split())

# Within a line a hyphen before one of these is a dash that lacks its space (`nämnden- som`), or a compound.
_NO_WORD_END = _SUSPENDING | frozenset(
    "alla allt alltså att av bl bland bör de del den denna dess det detta dock dvs då där efter en"
    " enligt ett exempelvis fler flera från får för genom ha han har hon hur här i inkl inklusive inte"
    " ja jag kan kommer man med mellan men mot mycket när nej ni nu när någon något några och också om"
    " på samtliga se sedan sin sina ska skall som så såsom t till under upp ur ut utan vad var vara vem"
    " vi via vid vilka vilken vilket vill är över även".split()
)

_IN_LINE_COST = 1.0


def undone(text: str) -> Iterator[Edit]:
    """Edits that put words together again that a line end divides. Linear: at most 60 letters to each side
    of a hyphen are looked at."""
    for match in _AT_LINE_END.finditer(text):
        before, after = _neighbours(text, match.start(), match.end())
        replacement = _joint(text, before, after, match.start(), blank_line=len(match[1]) == 2)
        if replacement is not None:
            yield Edit(Span(*match.span()), replacement, "line-hyphen")


def undone_in_line(text: str) -> Iterator[Edit]:
    """Edits for words that an earlier program put on one line without taking the hyphen away, as in
    `krigsma- terielexport` of the riksdag's interpellations."""
    for match in _IN_LINE.finditer(text):
        before, after = _neighbours(text, match.start(), match.end())
        suspended = text[match.end() + len(after) : match.end() + len(after) + 1] == "-"
        if (
            len(before) > 1
            and before[-1].islower()
            and len(after) > 1
            and after not in _NO_WORD_END
            and not suspended
        ):
            yield Edit(Span(*match.span()), "", "inline-hyphen", _IN_LINE_COST)


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """The letters just before `start` and from `end` on."""
    first = start
    while first > 0 and start - first < 60 and text[first - 1].isalpha():
        first -= 1
    match = _WORD.match(text, end)
    return text[first:start], match.group() if match else ""


def _joint(text: str, before: str, after: str, place: int, *, blank_line: bool) -> str | None:
    """What takes the place of hyphen and line end: nothing, the hyphen alone, or None to leave both."""
    if blank_line and not (before[-1:].islower() and after[0].islower() and len(before) > 1):
        # Over a blank line, or from page to page, only an obvious half word goes on: `motio-` / `ner`.
        return None
    if after.lower() in _SUSPENDING and not (
        after == "samt" and before.lower().endswith(_BEFORE_SUFFIX_SAMT)
    ):
        return None
    if not before:
        # `12-` / `åriga` is a word with a figure; ` -` / `text` is a dash.
        return "-" if text[place - 1 : place].isdigit() else None
    if len(before) == 1 or before.lower() in _HYPHENATED:
        return "-"
    if before.isupper():
        # `EU-` / `medborgare`; but a heading in capitals is divided like any other word.
        return "" if after.isupper() and len(before) > 3 and len(after) > 1 else "-"
    if after[0].isupper():
        # `Nord-` / `Syd`
        return "-"
    return ""
