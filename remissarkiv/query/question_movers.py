"""Whose motions a question asks for: "vad har Eva Ek motionerat om", "motioner från Kristdemokraterna"."""

import re
from dataclasses import dataclass

from remissarkiv.domain import Span
from remissarkiv.query.folding import fold
from remissarkiv.query.parties import PARTIES
from remissarkiv.query.question_patterns import pattern
from remissarkiv.query.stopwords import is_stopword

_PARTY = "(?P<party>" + "|".join(sorted((name for party in PARTIES for name in party), key=len)[::-1]) + ")"
_PERSON = r"(?P<person>[^\W\d_][\w-]{1,30}(?: [^\W\d_][\w-]{1,30}){0,3})"
_MOVED = "(?:motionerat|motionerade|motionerar)"
_HANDED_IN = (
    "(?:lämnat in|lämnade in|lämnat|lämnade|lagt fram|lagt|lade|väckt|väckte|skrivit|skrev|föreslagit"
    "|föreslog)"
)
_MOTIONS = "(?:motion|motionen|motioner|motionerna)"

_ROWS = tuple(
    (pattern(row.format(who=who)), group)
    for group, who in (("party", _PARTY), ("person", _PERSON))
    for row in (
        f"(?:har |hade ){{who}} (?:någonsin |tidigare )?{_MOVED}(?: om)?",
        f"{_MOVED} {{who}}(?: om)?",
        f"(?:har |hade ){{who}} (?:någonsin |tidigare )?{_HANDED_IN}",
        f"{_MOTIONS} (?:som )?{{who}} (?:har )?{_HANDED_IN}",
        f"{_MOTIONS} (?:av|från) {{who}}",
    )
)
_PARTYS_MOTIONS = pattern(f"{_PARTY}s {_MOTIONS}")
_ASKS_FOR_MOTIONS = re.compile(r"\bmotion", re.IGNORECASE)
_BODY = re.compile(r"(?:n[äa]mnd|styrels|fullm[äa]ktig|f[öo]rvaltning|kontor|r[åa]d|kommun|utskott)\w{0,4}\Z")


@dataclass(frozen=True, slots=True)
class Mover:
    """Who moved: the field that asks for it (`parti:KD`, `motionär:"Eva Ek"`), the place of the name, and
    those of the words around it that say that somebody moved."""

    field: str
    name: Span
    asking: tuple[Span, ...]
    is_party: bool


def question_mover(text: str) -> Mover | None:
    """Whose motions the question asks for; None when it asks for nobody's."""
    if not _ASKS_FOR_MOTIONS.search(text):
        return None
    if match := _PARTYS_MOTIONS.search(text):
        return _mover(match, "parti", match["party"])
    for row, group in _ROWS:
        if match := row.search(text):
            name = match[group] if group == "party" else _named(match[group])
            if name:
                return _mover(match, "parti" if group == "party" else "motionär", name)
    return None


def _mover(match: re.Match[str], field: str, name: str) -> Mover:
    is_party = field == "parti"
    start = match.start("party" if is_party else "person")
    end = start + len(name)
    # What follows a name that was cut short belongs to the question: "motioner av Eva Ek om hotell".
    whole = match.end() if match.end("party" if is_party else "person") < match.end() else end
    around = (Span(match.start(), start), Span(end, whole))
    written = " ".join(name.split())
    return Mover(
        f'{field}:"{written}"' if not written.isalpha() else f"{field}:{written}",
        Span(start, end),
        tuple(place for place in around if place.start < place.end),
        is_party,
    )


def _named(words: str) -> str:
    """The name that the words begin with; "" when they are none: a body, or words of asking."""
    kept: list[str] = []
    at = 0
    for word in re.finditer(r"\S+", words):
        if is_stopword(word[0]) or fold(word[0]) in ("nagon", "nagra", "alla"):
            break
        kept.append(word[0])
        at = word.end()
    if not kept or any(_BODY.search(word.lower()) for word in kept):
        return ""
    return words[:at]
