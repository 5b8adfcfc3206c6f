"""Names of acts with a slip of the finger: `komunallagen`, `socialtjänslagen`, `lag:sol`.

A document is read as it stands; in a search box there is a person, who is told how she was understood.
What else is written as no document writes it is in `typed_forms.py` and `act_ages.py`.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from remissarkiv.acts import acts_abbreviated, acts_named, all_acts, eu_names
from remissarkiv.domain import Span
from remissarkiv.language.lexicon import base_lexicon
from remissarkiv.language.slips import slips_between
from remissarkiv.query.act_ages import aged
from remissarkiv.query.typed_forms import typed_forms

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{2,40}(?![\w-])")
_NAME = re.compile(r"[^\W\d_]{3,}(?:lag|balk|ordning|form)(?:en|ens)?", re.I)
# `förvaltningslgen`, `miljöblken`: the slip is in the end that tells a name from other words.
_NEARLY = re.compile(r"[^\W\d_]{9,}")
_COURT = re.compile(
    r"(?<!\w)(?:nja|r[åa]|hfd|ad|rh|p?möd|md|mig)(?=\s{1,3}(?:18|19|20)\d\d(?:\s{1,3}(?:ref|nr|not|s)(?!\w)|:))",
    re.I,
)
_LONG = 10
"""A name of so many letters may have two slips, a shorter one only one."""

_SHORTEST = 3
"""Letters of an abbreviation that is seen in other capitals among words: `al` and `so` are no acts there."""

_MOST_WORDS = 24
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
        before = bisect_left(self.edits, place, key=lambda edit: edit[0].start) - 1
        if before < 0:
            return place
        new, old = self.edits[before]
        if place < new.end:
            return old.end if end else old.start
        return place + old.end - new.end


def mended(text: str, *, field: bool = False) -> Mended:
    """The text with the names of acts as the acts bear them, and written as documents write.

    A slip is told of (`names`); not so that an abbreviation is written in other capitals (`Osl 26:1`), a
    hyphen or two halves stand apart (`hälso och sjukvårdslagen`, `kommunal lagen`), a court is written small
    (`nja 1998 s. 14`), the name indefinite (`kommunallag 2:1`) or the act called old or new (`gamla
    kommunallagen`). With `field`, where nothing but a lagrum can stand, words such as `sol` are abbreviations
    as well.
    """
    changes = typed_forms(text)
    changes |= {Span(*court.span()): court[0].upper() for court in _COURT.finditer(text)}
    slips: dict[Span, str] = {}
    looked = 0
    for span in (
        *_pairs(text, slips),
        *_halves(text),
        *(Span(*word.span()) for word in _WORD.finditer(text)),
    ):
        word = text[slice(*span)]
        right = slips.get(span) or _together(word) or _abbreviation(word, field)
        if right is None and looked < _MOST_WORDS and (_NAME.fullmatch(word) or _NEARLY.fullmatch(word)):
            looked += 1
            right = _definite(word.lower())
            slip = None if right else _name(word.lower())
            if slip:
                slips[span] = right = slip
        older = aged(text, span, right or word)
        if older is not None:
            changes.setdefault(*older)
        elif right is not None:
            changes.setdefault(span, right)
    return _changed(text, changes, slips)


def _changed(text: str, changes: dict[Span, str], slips: dict[Span, str]) -> Mended:
    pieces: list[str] = []
    edits: list[tuple[Span, Span]] = []
    at = length = 0
    for span, right in sorted(changes.items(), key=lambda change: (change[0].start, -change[0].end)):
        if span.start < at:
            continue  # the last word of a name of several was looked at for itself as well
        pieces += (text[at : span.start], right)
        start = length + span.start - at
        length, at = start + len(right), span.end
        edits.append((Span(start, length), span))
    # Two halves of a name may each look like one: what is told is what stands longest.
    told = [span for span in slips if not any(span != other and _within(span, other) for other in slips)]
    names = tuple((text[slice(*span)], slips[span]) for span in told)
    return Mended("".join(pieces) + text[at:], names, tuple(edits))


def _within(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


_PAIR = re.compile(
    r"(?<![\w-])([^\W\d_]{3,20})-?\s{1,3}(?:och|o|&|samt)\s{1,3}([^\W\d_]{3,25}(?:lag|ordning|form)(?:en)?)(?!\w)",
    re.I,
)
_HALVES = re.compile(r"(?<![\w-])[^\W\d_]{3,25}\s{1,2}(?:lag|balk|ordning)(?:en)?(?!\w)", re.I)
_JOINED_BY = "- och "


@cache
def _hyphenated() -> dict[str, tuple[str, ...]]:
    """Names such as `hälso- och sjukvårdslagen`, by their last word: what stands before the hyphen."""
    table: dict[str, set[str]] = {}
    for act in all_acts():
        for name in act.names:
            first, joined, last = name.lower().partition(_JOINED_BY)
            if joined and " " not in first + last:
                table.setdefault(last, set()).add(first)
    return {last: tuple(sorted(firsts)) for last, firsts in table.items()}


def _pairs(text: str, slips: dict[Span, str]) -> list[Span]:
    """Where names of two words stand, without their hyphen (`plan o bygglagen`) or with a slip before it
    (`offentlighet och sekretesslagen`), which joins `slips`."""
    found = []
    for pair in _PAIR.finditer(text):
        first, last = pair[1].lower(), pair[2].lower()
        last = last if last in _hyphenated() else f"{last}en"
        span = Span(*pair.span())
        firsts = _hyphenated().get(last, ())
        near = (
            [right for right in firsts if slips_between(first, right, 1) == 1] if first not in firsts else []
        )
        if near:
            slips[span] = f"{near[0]}{_JOINED_BY}{last}"
        if near or first in firsts:
            found.append(span)
    return found


def _halves(text: str) -> list[Span]:
    """Where a name of one word stands as two: `kommunal lagen`."""
    return [Span(*halves.span()) for halves in _HALVES.finditer(text) if _together(halves[0])]


def _together(words: str) -> str | None:
    """The name that stands in several words; None for one word and for what is no name."""
    if pair := _PAIR.fullmatch(words):
        last = pair[2].lower()
        return f"{pair[1].lower()}{_JOINED_BY}{last if last in _hyphenated() else last + 'en'}"
    if not _HALVES.fullmatch(words):
        return None
    name = "".join(words.split()).lower()
    return name if _is_exactly_a_name(name) else _definite(name)


def _definite(word: str) -> str | None:
    """`kommunallagen` for `kommunallag`; None for what is not the name of an act without its ending."""
    return None if acts_named(word) or not acts_named(f"{word}en") else f"{word}en"


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
def _is_exactly_a_name(word: str) -> bool:
    """Whether an act is called so to the letter: `acts_named` takes `socaltjänstlagen` too, as OCR reads."""
    forms = {word, word.removesuffix("s"), f"{word}en", f"{word}n"}
    return any(
        form in eu_names() or form in {name.lower() for act in acts_named(form) for name in act.names}
        for form in forms
    )


def _name(word: str) -> str | None:
    """The one name that `word` (lower case) is nearest to, by a slip or two; None when it is a name itself
    or another word, or no name is near, or two are."""
    if _is_exactly_a_name(word):
        return None
    most = 2 if len(word) >= _LONG and _NAME.fullmatch(word) else 1
    form = word.removesuffix("s") if word.endswith("ens") else word
    near = [
        (distance, name)
        for name in _names().get(form[0], ())
        if 0 < (distance := slips_between(form, name, most)) <= most
    ]
    if not near:
        return None
    best = min(near)
    if sum(distance == best[0] for distance, _ in near) > 1 or base_lexicon().find(word) is not None:
        return None
    return best[1]
