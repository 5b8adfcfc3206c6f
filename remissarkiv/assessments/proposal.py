"""What a motion proposes, and whether a stance or a verdict is about that or about something beside it.

The pensioners' council that advises against "att pengar tas från äldreomsorgen" has not said what it thinks
of a filling station; what it says on the way is shown, but is no answer to the motion.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from remissarkiv.domain import Document
from remissarkiv.language.keys import word_keys
from remissarkiv.language.parts import part_keys
from remissarkiv.language.tokens import tokenize

_SHORTEST = 4
_LONGEST_TEXT = 60_000
_PROPOSES = re.compile(
    r"\b(?:föreslår|föreslås|föreslå|yrkar|yrkanden|hemställer|förslag)\b[^\n]{0,160}\n"
    r"(?:[^\n]{0,160}\n){0,3}?[^\w\n]{0,6}(?:\d{1,2}[\W_]{0,4})?att\b",
    re.IGNORECASE,
)
"""What stands above the att-satser: "Vi föreslår därför\n\natt släckbilen skänks till vänorten"."""
_POINT = re.compile(r"\n[^\w\n]{0,6}(?:\d{1,2}[\W_]{0,4})?att\b")
_EMPTY = (
    "motion motionen motionens förslag förslaget förslagen föreslås föreslår yrkande yrkandet punkt "
    "punkten punkterna första andra tredje fjärde femte sjätte sats satsen satser övrigt övriga denna "
    "dessa detta delen delar delarna beslut beslutet sådan sådant sådana nämnden nämnder nämnderna "
    "kommun kommunen kommunens kommunal kommunala kommunalt kommunstyrelsen fullmäktige ska skall till "
    "från under över efter eller samt inom utan vara blir enligt genom fråga frågan frågor båda samtliga "
    "alla hela helhet inte också vissa någon något några införs införa ärende ärendet sätt form åtgärd "
    "åtgärden bifalls bifaller avslås avslår anses besvarad besvaras tillstyrker avstyrker förenlig "
    "förenligt kompetens kompetensen befogenhet befogenheten kommunallagen lagen"
).split()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a motion proposes, as keys of its telling words: those of its title and att-satser, those of all
    its text, and those of each att-sats in order. Made by `proposal_of`."""

    proposed: frozenset[str]
    argued: frozenset[str]
    points: tuple[frozenset[str], ...] = ()

    def bears_on(self, words: str) -> bool:
        """Whether what a conclusion is about ("snöskottning") is proposed here. What names nothing ("i denna
        del") is taken to be; so is what only the reasons speak of, when it is named by its longest word."""
        told = list(_telling(words))
        if not told or any(keys & self.proposed for _, keys in told):
            return True
        _, keys = max(told, key=lambda one: len(one[0]))
        return bool(keys & self.argued)


def proposal_of(motion: Document) -> Proposal | None:
    """What a motion or medborgarförslag proposes; None where no att-satser are found, so that nothing is
    taken to be beside the proposal."""
    text = motion.text[:_LONGEST_TEXT]
    start = max((found.end() for found in _PROPOSES.finditer(text)), default=0)
    if not start:
        return None
    points = _POINT.split(text[start:])
    return Proposal(
        telling_keys(f"{motion.title}\n{text[start:]}"),
        telling_keys(f"{motion.title}\n{text}"),
        tuple(telling_keys(point) for point in points),
    )


def telling_keys(words: str) -> frozenset[str]:
    """The keys of the words that tell one part of a proposal from another, and of the parts of compounds:
    "bidraget" is in "vårdnadsbidrag"."""
    return frozenset(key for _, keys in _telling(words) for key in keys)


def _telling(words: str) -> Iterator[tuple[str, frozenset[str]]]:
    for token in tokenize(words):
        if keys := _keys(token.text):
            yield token.text, keys


@cache
def _empty() -> frozenset[str]:
    # Asked for when first needed: the dictionary behind the keys takes half a second to open.
    return frozenset(key for word in _EMPTY for key in word_keys(word))


@lru_cache(maxsize=20_000)
def _keys(word: str) -> frozenset[str]:
    if len(word) < _SHORTEST or not word.isalpha():
        return frozenset()
    own = frozenset(word_keys(word))
    return frozenset() if own & _empty() else (own | frozenset(part_keys(word))) - _empty()
