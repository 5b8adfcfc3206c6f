"""Which stances the words of a sentence say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from indexer.conclude.needed import stand
from indexer.conclude.positions.everyday import EVERYDAY
from indexer.conclude.positions.negation import is_denied, is_just_denied
from indexer.conclude.positions.phrase import Wording
from indexer.conclude.positions.phrases import WORDINGS
from indexer.conclude.positions.predicates import PREDICATES
from indexer.conclude.stems import Stems, lower_case
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
    is_faint: bool = False
    is_styrk: bool = False

    @property
    def is_outright(self) -> bool:
        """Whether it is said in the very words of an answer or a decision."""
        return self.is_styrk or self.is_decision


_ALL = (*WORDINGS, *PREDICATES, *EVERYDAY)
_BY_STEM: dict[str, list[int]] = {}
for _number, _one in enumerate(_ALL):
    for _stem in _one.stems:
        _BY_STEM.setdefault(_stem, []).append(_number)
_ANY = Stems(*_BY_STEM)
_SILENT = frozenset((Stance.ABSTAINS, Stance.NO_OBJECTION, Stance.UNCLEAR))
_NOT_SO = re.compile(r"\binte\b")
_TOLD_OF = re.compile(
    r"Att (?:[\w-]+ ){0,3}?(?:säga|tillstyrka|avstyrka|avslå|bifalla)\b[^.]{0,240}? "
    r"(?:är att|vore|skulle|innebär)\b"
)
"""What it would mean to take a stance is argued: "Att ändå säga nej är att säga att …"."""
_LAW_OF_IT = re.compile(
    r"\b(?:får|kan) (?:[\w-]+ ){0,3}?(?:tillstyrka eller avstyrka|säga nej till|säga ja till|säga nej\b)"
    r"|\b[Oo]rdföranden finner att\b"
)
"""What may be answered, or is found to have been: "Kommunen får tillstyrka eller avstyrka en ansökan"."""
_WOULD_MEAN = re.compile(r" (?:till|av) (?:[\w-]+ ){1,3}?(?:skulle|vore|innebär|innebure|kräver)\b")
""" "ett bifall till motionen skulle innebära": argued, not taken."""
_AGAINST_VOTE = re.compile(r"mot (?:bifall|förslaget|motionen)|för avslag", re.IGNORECASE)


_SENTENCES = 256
"""A document is asked first whether it says any, and those that do are read again."""
_OF_THE_REST = re.compile(r"I övrig(?:t|a)\b")
"""What one says of the rest who has answered: "I övrigt har nämnden inget att anföra"."""
_BEFORE = 90
# "Avråder från att motionen bifalls", "har inget emot att motionen bifalls": said by the words before.
_ABSORBED = re.compile(
    r"\b(?:avråd\w* (?:[\w-]+ )?från|motsät\w+ (?:sig|oss)|(?:inget|ingenting"
    r"|något) emot|(?:inte|ej) (?:[\w-]+ ){0,2}?(?:medverka till|gå med på|acceptera|godta)) att"
    r" (?:[\w-]+ ){0,4}\Z",
    re.IGNORECASE,
)
# "avstyrker med hänsyn härtill bifall till motionen"
_IN_NO = re.compile(r"\bavstyrk\w*(?: [\w-]+){0,6} \Z")
# "tillstyrker att fullmäktige avslår motionen"
_YES_TO_NO = re.compile(r" att (?:[\w-]+ ){1,2}(?:avslår|avslå|avstyrker)\b")
_SUBORDINATE = re.compile(r"\b(?:[Aa]tt|[Oo]m|[Nn]är|som|där|eftersom|[Ii]fall) (?:[\w-]+ ){1,4}\Z")
# "Inget rättsligt hinder finns mot att bifalla motionen" is a verdict, no stance.
_NO_LEGAL_HINDER = re.compile(
    r"\b(?:rättslig|juridisk|laglig|legal|formell)\w* hinder (?:[\w-]+ ){0,4}att (?:[\w-]+ ){0,3}\Z",
    re.IGNORECASE,
)
_NO_HINDER = re.compile(
    r"\b(?:inga|inget|ej|inte (?:något|några)) (?:(?!rättslig|juridisk|laglig|legal|formell)[\w-]+"
    r" ){0,2}?(?:hinder (?:för|mot|emot)"
    r"|som (?:hindrar|talar (?:mot|emot)))"
    r" att (?:[\w-]+ ){0,3}\Z",
    re.IGNORECASE,
)
_SPEAKS_AGAINST = re.compile(r"\b(?:talar|talade|tala) (?:e?mot) att (?:[\w-]+ ){0,3}\Z", re.IGNORECASE)


def may_say(text: str) -> bool:
    """Whether a sentence can hold a stance at all: most cannot."""
    return _ANY.within(text)


def says_stance(text: str) -> bool:
    """Whether a sentence holds a stance, whosever it is."""
    return _ANY.within(text) and stances_in(text) != ()


@lru_cache(maxsize=_SENTENCES)
def stances_in(text: str) -> tuple[Said, ...]:
    """The stances that the words of a sentence on one line say, by place, none inside another."""
    found: list[tuple[int, int, Wording]] = []
    low = lower_case(text)
    for number in sorted({number for stem in _ANY.those_in(text) for number in _BY_STEM[stem]}):
        wording = _ALL[number]
        if not stand(wording.also, low):
            # So it is with nearly all of them, and much quicker to see than to search for it.
            continue
        for match in wording.pattern.finditer(text):
            if not any(match.start() < end and start < match.end() for start, end, _ in found):
                found.append((match.start(), match.end(), wording))
    if not found or _TOLD_OF.match(text) or (_LAW_OF_IT.search(text) and "inte" not in text):
        return ()
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
        if wording.is_decision and text[max(0, start - 4) : start] == "ett " and _WOULD_MEAN.match(text, end):
            continue
        if stance is Stance.FOR and _YES_TO_NO.match(text, end):
            continue
        if stance is Stance.FOR and _NO_LEGAL_HINDER.search(text, max(0, start - _BEFORE), start):
            continue
        if wording.is_main and _SUBORDINATE.search(text, max(0, start - _BEFORE), start):
            continue
        if (
            wording.is_decision
            and wording.stance is Stance.FOR
            and _IN_NO.search(text, max(0, start - _BEFORE), start)
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
        if stance is Stance.ABSTAINS and wording.stems == ("anföra",) and _OF_THE_REST.match(text):
            stance = Stance.NO_OBJECTION
        since = end
        if stance is not None:
            yield Said(
                stance,
                start,
                end,
                wording.is_weak,
                wording.is_decision,
                denied,
                wording.needs_subject,
                is_faint=wording.is_faint,
                is_styrk=wording.stems[0].endswith(("styrk", "förord", "förorda")),
            )
