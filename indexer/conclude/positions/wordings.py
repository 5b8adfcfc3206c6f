"""Which stances the words of a sentence say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.conclude.positions.negation import is_denied, is_just_denied
from indexer.conclude.positions.phrase import Wording
from indexer.conclude.positions.phrases import WORDINGS
from indexer.conclude.stems import Stems
from remissarkiv.domain import Stance


@dataclass(frozen=True, slots=True)
class Said:
    """A stance as words of a sentence say it, at `text[start:end]`."""

    stance: Stance
    start: int
    end: int
    is_weak: bool
    is_decision: bool
    is_denied: bool
    needs_subject: bool = False


_BY_STEM: dict[str, list[int]] = {}
for _number, _one in enumerate(WORDINGS):
    for _stem in _one.stems:
        _BY_STEM.setdefault(_stem, []).append(_number)
_ANY = Stems(*_BY_STEM)
_SILENT = frozenset((Stance.ABSTAINS, Stance.NO_OBJECTION, Stance.UNCLEAR))
_NOT_SO = re.compile(r"\binte\b")
_AGAINST_VOTE = re.compile(r"mot (?:bifall|förslaget|motionen)|för avslag", re.IGNORECASE)


_BEFORE = 90
# "Avråder från att motionen bifalls", "har inget emot att motionen bifalls": said by the words before.
_ABSORBED = re.compile(
    r"\b(?:avråd\w* (?:[\w-]+ )?från|motsät\w+ (?:sig|oss)|(?:inget|ingenting"
    r"|något) emot) att (?:[\w-]+ ){0,4}\Z",
    re.IGNORECASE,
)
_NO_HINDER = re.compile(
    r"\b(?:inga|inget|ej|inte (?:något|några)) (?:[\w-]+ ){0,2}?(?:hinder (?:för|mot|emot)"
    r"|som (?:hindrar|talar (?:mot|emot)))"
    r" att (?:[\w-]+ ){0,3}\Z",
    re.IGNORECASE,
)
_SPEAKS_AGAINST = re.compile(r"\b(?:talar|talade|tala) (?:e?mot) att (?:[\w-]+ ){0,3}\Z", re.IGNORECASE)


def may_say(text: str) -> bool:
    """Whether a sentence can hold a stance at all: most cannot."""
    return _ANY.within(text)


def stances_in(text: str) -> tuple[Said, ...]:
    """The stances that the words of a sentence on one line say, by place, none inside another."""
    found: list[tuple[int, int, Wording]] = []
    for number in sorted({number for stem in _ANY.those_in(text) for number in _BY_STEM[stem]}):
        wording = WORDINGS[number]
        for match in wording.pattern.finditer(text):
            if not any(match.start() < end and start < match.end() for start, end, _ in found):
                found.append((match.start(), match.end(), wording))
    found.sort(key=lambda one: one[:2])
    return tuple(_judged(text, found))


def _judged(text: str, found: list[tuple[int, int, Wording]]) -> Iterator[Said]:
    since = 0
    for start, end, wording in found:
        stance: Stance | None = wording.stance
        if wording.stance is Stance.UNCLEAR and (
            _NOT_SO.search(text, start, end) or is_just_denied(text, start)
        ):
            continue
        if wording.is_decision and _ABSORBED.search(text, max(0, start - _BEFORE), start):
            continue
        denied = wording.stance not in _SILENT and is_denied(text, start, end, since)
        if wording.stems == ("röst",) and _AGAINST_VOTE.search(text, start, end + 15):
            stance = Stance.AGAINST
        if wording.stance is Stance.FOR and _NO_HINDER.search(text, max(0, start - _BEFORE), start):
            stance = Stance.NO_OBJECTION
        elif wording.stance is Stance.FOR and _SPEAKS_AGAINST.search(text, max(0, start - _BEFORE), start):
            stance = Stance.AGAINST
        elif denied:
            stance = wording.denied
        since = end
        if stance is not None:
            yield Said(
                stance, start, end, wording.is_weak, wording.is_decision, denied, wording.needs_subject
            )
