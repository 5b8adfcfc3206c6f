"""The words that open a decision where no heading stands over it.

    Kommunstyrelsen beslutar
    att anta förvaltningens yttrande som sitt eget.

    Kommunstyrelsen föreslår kommunfullmäktige besluta
    att avslå motionen.

The proposal is the decision of kommunstyrelsen in its own minutes; in those of fullmäktige, where
"Kommunfullmäktige beslutar" follows, it is what was proposed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indexer.extract.lines import Line, folded, sign_of
from remissarkiv.domain import SectionKind
from remissarkiv.language.skeleton import skeleton

_BODY_ENDS = tuple(
    skeleton(word)
    for word in (
        "nämnden",
        "nämnd",
        "styrelsen",
        "fullmäktige",
        "utskottet",
        "utskott",
        "beredningen",
        "direktionen",
        "presidiet",
        "kommittén",
    )
)
_DECIDES = frozenset({skeleton("beslutar")})
_DECIDED = frozenset(skeleton(word) for word in ("beslutade", "beslöt"))
_PROPOSES = frozenset(skeleton(word) for word in ("föreslår", "föreslog", "hemställer"))
_SIGN = sign_of((*_DECIDES, *_DECIDED, *_PROPOSES))
_TO_DECIDE = frozenset(skeleton(word) for word in ("besluta", "beslutar", "beslut"))
_MOST_WORDS_OF_BODY = 7
_READ = 120
_SHORT = 60
"""Characters; a paragraph may follow a line shorter than this without a blank line between."""

_WORD = re.compile(r"[^\W_]+")
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\bden \d{1,2}\b|§")
_PROPOSED = frozenset({SectionKind.FORSLAG_TILL_BESLUT, SectionKind.YRKANDEN, SectionKind.BESLUTSGANG})
_LISTS = frozenset({SectionKind.BESLUTSUNDERLAG, SectionKind.BILAGOR, SectionKind.EXPEDIERING})

Start = tuple[int, str, SectionKind]


class LeadIn(NamedTuple):
    """The opening words of a decision: how many characters they are, who decides (as a skeleton), whether it
    is a proposal to another body, and whether it is told of a decision made before."""

    length: int
    body: str
    proposes: bool
    told: bool


def decision_lead_in(line: str) -> LeadIn | None:
    """The words "Kommunstyrelsen beslutar" or "… föreslår kommunfullmäktige besluta" that a line begins with,
    else None."""
    if not line[:1].isupper() or not _SIGN.search(line[:_READ].lower()):
        return None
    words = [(match.end(), folded(match[0])) for match in _WORD.finditer(line[:_READ])]
    for n, (end, word) in enumerate(words[: _MOST_WORDS_OF_BODY + 1]):
        body = next((w for _, w in words[:n] if w.endswith(_BODY_ENDS)), "")
        if word in _DECIDES or word in _DECIDED:
            return LeadIn(end, body, proposes=False, told=word in _DECIDED) if body else None
        if word in _PROPOSES:
            to = _end_of_proposal(line, words[n + 1 : n + 6])
            return LeadIn(to, body, proposes=True, told=False) if body and to else None
    return None


def _end_of_proposal(line: str, words: list[tuple[int, str]]) -> int:
    """Where "(att) kommunfullmäktige (beslutar)" ends after "föreslår", 0 when none is proposed to: the body
    alone counts at the end of its line."""
    for end, word in words:
        if word in _TO_DECIDE:
            return end
    return next((e for e, w in words if w.endswith(_BODY_ENDS) and not line[e:].strip(" :")), 0)


def decisions_without_heading(lines: Sequence[Line], starts: Sequence[Start]) -> Iterator[Start]:
    """Where decisions begin that have no heading, as starts of sections: place, words, kind. `starts` are
    those of the headings, in order."""
    found = [each for n in range(len(lines)) if (each := _at(lines, n, starts))]
    decided = [each for each in found if not each[1].proposes and not each[2]]
    decided = decided or [each for each in found if not each[1].proposes]
    bodies = {lead_in.body for _, lead_in, _ in decided}
    for line, lead_in, is_proposed in found:
        words = line.text[: lead_in.length]
        if lead_in.proposes and bodies and lead_in.body not in bodies:
            if not is_proposed:
                yield line.span.start, words, SectionKind.FORSLAG_TILL_BESLUT
        elif lead_in.proposes or (line, lead_in, is_proposed) in decided:
            yield line.span.start, words, SectionKind.BESLUT


def _at(lines: Sequence[Line], n: int, starts: Sequence[Start]) -> tuple[Line, LeadIn, bool] | None:
    """A lead-in that opens a paragraph, and whether it stands under a heading of proposals."""
    line = lines[n]
    lead_in = decision_lead_in(line.text)
    if lead_in is None or not (line.opens or (n and len(lines[n - 1].text) < _SHORT)):
        return None
    if lead_in.told and _DATE.search(line.text):
        return None
    above = bisect_right(starts, line.span.start, key=_place)
    kind = starts[above - 1][2] if above else SectionKind.OVRIGT
    if kind in _LISTS or (above and starts[above - 1][0] == line.span.start):
        return None
    if kind not in _PROPOSED:
        return line, lead_in, False
    # The first words under "Förslag till beslut" are what is proposed; a paragraph further down may be the
    # decision.
    first = n > 0 and lines[n - 1].span.start <= starts[above - 1][0]
    return None if first or not line.opens else (line, lead_in, True)


def _place(start: Start) -> int:
    return start[0]
