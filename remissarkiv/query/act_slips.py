"""Names of acts with a slip of the finger: `komunallagen`, `socialtjänslagen`, `lag:sol`.

A document is read as it stands; in a search box there is a person, who is told how she was understood.
"""

import datetime
import re
from dataclasses import dataclass
from functools import cache

from remissarkiv.acts import acts_abbreviated, acts_named, all_acts, eu_names
from remissarkiv.domain import Span

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{2,40}(?![\w-])")
_NAME = re.compile(r"[^\W\d_]{4,}(?:lag|balk|ordning|form)(?:en|ens)?", re.I)
_COURT = re.compile(
    r"(?<!\w)(?:nja|r[åa]|hfd|ad|rh|p?möd|md|mig)(?=\s{1,3}(?:18|19|20)\d\d(?:\s{1,3}(?:ref|nr|not|s)(?!\w)|:))",
    re.I,
)
_LONG = 10
"""A name of so many letters may have two slips, a shorter one only one."""

_SHORTEST = 3
"""Letters of an abbreviation that is seen in other capitals among words: `al` and `so` are no acts there."""

# A document writes `förordning (EU) 2016/679`, a person `EU 2016/679` and `EG nr 45/2001`.
_EU_BODY = re.compile(
    r"(?<![\w(-])(?:EU|EG|EEG|Euratom)(?=\s{1,3}(?:nr\s{1,3})?[0-9]{1,4}/[0-9]{1,4}(?![\w/:-]))", re.I
)
_AGE = re.compile(r"(?<!\w)(?:gamla|äldre|tidigare|förra|dåvarande)\s{1,3}\Z", re.I)
_LONGEST_AGE = 16
_MOST_WORDS = 12
"""Words of a query that are compared with the names; each costs some tens of comparisons."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with the names put right, the slips among them (as typed, and the name), and the way back."""

    text: str
    names: tuple[tuple[str, str], ...] = ()
    edits: tuple[tuple[Span, Span], ...] = ()
    """The places of each name in the mended and in the typed text, rising."""

    def back(self, span: Span) -> Span:
        """Where something that stands at `span` of the mended text stands in the typed one."""
        return Span(self._place(span.start, end=False), self._place(span.end, end=True))

    def _place(self, place: int, *, end: bool) -> int:
        shift = 0
        for new, old in self.edits:
            if place <= new.start and not (end and place > new.start):
                break
            if place < new.end:
                return old.end if end else old.start
            shift = old.end - new.end
        return place + shift


def mended(text: str, *, field: bool = False) -> Mended:
    """The text with the names of acts as the acts bear them.

    A slip is told of (`names`); not so that an abbreviation is written in other capitals (`Osl 26:1`), a
    hyphen left out (`hälso och sjukvårdslagen`) or parentheses (`EU 2016/679`), a court written small
    (`nja 1998 s. 14`), the name indefinite (`kommunallag 2:1`) or the act called an old one (`gamla
    kommunallagen`). With `field`, where nothing but a lagrum can stand, words such as `sol` are abbreviations
    as well.
    """
    changes = _hyphens(text) | {Span(*court.span()): court[0].upper() for court in _COURT.finditer(text)}
    changes |= {Span(*body.span()): f"({body[0].upper()})" for body in _EU_BODY.finditer(text)}
    slips: dict[Span, str] = {}
    looked = 0
    for word in _WORD.finditer(text):
        span = Span(*word.span())
        right = _abbreviation(word[0], field)
        if right is None and looked < _MOST_WORDS and _NAME.fullmatch(word[0]):
            looked += 1
            right = _definite(word[0].lower())
            slip = None if right else _name(word[0].lower())
            if slip:
                slips[span] = right = slip
            older = _older(right or word[0])
            age = _AGE.search(text[max(0, span.start - _LONGEST_AGE) : span.start]) if older else None
            if age:
                span = Span(span.start - len(age[0]), span.end)
                right = f"{right or word[0]} ({older})"
        if right is not None:
            changes[span] = right
    return _changed(text, changes, slips)


def _changed(text: str, changes: dict[Span, str], slips: dict[Span, str]) -> Mended:
    pieces: list[str] = []
    edits: list[tuple[Span, Span]] = []
    at = length = 0
    for span, right in sorted(changes.items()):
        if span.start < at:
            continue  # the last word of a name with a hyphen was looked at for itself as well
        pieces += (text[at : span.start], right)
        start = length + span.start - at
        length, at = start + len(right), span.end
        edits.append((Span(start, length), span))
    names = tuple((text[slice(*span)], name) for span, name in slips.items())
    return Mended("".join(pieces) + text[at:], names, tuple(edits))


@cache
def _hyphenated() -> re.Pattern[str]:
    """Names such as `hälso- och sjukvårdslagen`, written without their hyphen."""
    names = sorted({name for act in all_acts() for name in act.names if "- och " in name})
    return re.compile(
        "|".join(rf"(?<!\w){re.escape(name.replace('- och ', ' och '))}(?!\w)" for name in names), re.I
    )


def _hyphens(text: str) -> dict[Span, str]:
    found = _hyphenated().finditer(text) if " och " in text else ()
    return {Span(*match.span()): match[0].replace(" och ", "- och ", 1) for match in found}


def _definite(word: str) -> str | None:
    """`kommunallagen` for `kommunallag`; None for what is not the name of an act without its ending."""
    return None if acts_named(word) or not acts_named(f"{word}en") else f"{word}en"


def _older(name: str) -> str | None:
    """The number of the act that bore the name before the newest one."""
    acts = sorted(acts_named(name), key=lambda act: act.valid_from or datetime.date.min)
    return acts[-2].number if len(acts) > 1 else None


@cache
def _abbreviations() -> dict[str, str]:
    return {short.lower(): short for act in reversed(all_acts()) for short in act.abbreviations}


def _abbreviation(word: str, field: bool) -> str | None:
    """The abbreviation as the act writes it; None for what is written so, or is none."""
    right = _abbreviations().get(word.lower())
    if right is None or right == word or (not field and (acts_abbreviated(word) or len(word) < _SHORTEST)):
        return None
    return right


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Names of one word by their first letter: slips seldom hit that."""
    table: dict[str, set[str]] = {}
    names = [name.lower() for act in all_acts() for name in act.names] + list(eu_names())
    for name in names:
        if _NAME.fullmatch(name):
            table.setdefault(name[0], set()).add(name)
    return {letter: tuple(sorted(found)) for letter, found in table.items()}


@cache
def _is_name(word: str) -> bool:
    forms = (word, word.removesuffix("s"), f"{word}en", f"{word}n")
    return any(acts_named(form) or form in eu_names() for form in forms)


def _name(word: str) -> str | None:
    """The one name that `word` (lower case) is nearest to, by a slip or two; None when it is a name itself,
    or no name is near, or two are."""
    if _is_name(word):
        return None
    most = 2 if len(word) >= _LONG else 1
    form = word.removesuffix("s") if word.endswith("ens") else word
    near = [(distance, name) for name in _names().get(form[0], ()) if (distance := _slips(form, name, most))]
    if not near:
        return None
    best = min(near)
    return best[1] if sum(distance == best[0] for distance, _ in near) == 1 else None


def _slips(word: str, name: str, most: int) -> int:
    """Letters left out, doubled, changed or swapped between the two; 0 when there are more than `most`."""
    if abs(len(word) - len(name)) > most:
        return 0
    before: list[int] = []
    row = list(range(len(name) + 1))
    for index, letter in enumerate(word, start=1):
        further = [index]
        for place, other in enumerate(name, start=1):
            cost = min(row[place] + 1, further[place - 1] + 1, row[place - 1] + (letter != other))
            if index > 1 and place > 1 and letter == name[place - 2] and word[index - 2] == other:
                cost = min(cost, before[place - 2] + 1)
            further.append(cost)
        if min(further) > most:
            return 0
        before, row = row, further
    return row[-1] if row[-1] <= most else 0
