"""The words that open a decision where no heading stands over it.

Kommunstyrelsen beslutar
att anta förvaltningens yttrande som sitt eget.

Kommunstyrelsen föreslår kommunfullmäktige besluta
att avslå motionen.
"""

import re

from indexer.extract.lines import folded
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
_DECIDES = frozenset(skeleton(word) for word in ("beslutar", "beslutade", "beslöt", "beslutat"))
_PROPOSES = frozenset(skeleton(word) for word in ("föreslår", "föreslog", "hemställer"))
_TO_DECIDE = frozenset(skeleton(word) for word in ("besluta", "beslutar", "beslut"))
_MOST_WORDS_OF_BODY = 7
_WORD = re.compile(r"[^\W_]+")


def decision_lead_in(line: str) -> int:
    """How many characters of the line are "Kommunstyrelsen beslutar" or "… föreslår kommunfullmäktige
    besluta"; 0 when it does not begin so."""
    if not line[:1].isupper():
        return 0
    start = line[:120]
    words = [(match, folded(match[0])) for match in _WORD.finditer(start)]
    for n, (match, word) in enumerate(words[: _MOST_WORDS_OF_BODY + 1]):
        if word in _DECIDES:
            return match.end() if _names_body(words[:n]) else 0
        if word in _PROPOSES:
            if not _names_body(words[:n]):
                return 0
            return next((m.end() for m, w in words[n + 1 : n + 6] if w in _TO_DECIDE), 0)
    return 0


def is_decision_lead_in(line: str) -> bool:
    """Whether a line begins with such words."""
    return decision_lead_in(line) > 0


def _names_body(words: list[tuple[re.Match[str], str]]) -> bool:
    return any(word.endswith(_BODY_ENDS) for _, word in words)
