"""Acts called by their age: `gamla kommunallagen`, `nya SoL`."""

import re

from remissarkiv.acts import Act, Known, acts_abbreviated, acts_named, known
from remissarkiv.domain import Span

_OLD = re.compile(r"(?<!\w)(?:gamla|äldre|tidigare|förra|dåvarande)\s{1,3}\Z", re.I)
_NEW = re.compile(r"(?<!\w)(?:nya|nyare|nuvarande|gällande)\s{1,3}\Z", re.I)
_LONGEST_AGE = 16
_CHAPTER = re.compile(
    r"(?<![\w:/.-])([0-9]{1,2})(?:\s?[a-z])?(?:\s{0,2}kap|:[0-9])|(?<!\w)kap\.?\s{0,2}([0-9]{1,2})", re.I
)
_BARE = re.compile(r"[0-9]\s?[a-z]?\s{0,2}§|§\s{0,2}[0-9]", re.I)
_BESIDE = 40
"""Signs on either side of a name among which its provision stands."""


def aged(text: str, span: Span, name: str) -> tuple[Span, str] | None:
    """The place of a name with the word for its age before it, and what is meant: `gamla KL` → `KL
    (1991:900)`, `nya KL` → `KL`. None where no age stands, or no act (or no older one) is called `name`.
    """
    before = text[max(0, span.start - _LONGEST_AGE) : span.start]
    age = _OLD.search(before) or _NEW.search(before)
    if age is None:
        return None
    acts = acts_named(name) or acts_abbreviated(name)
    whole = Span(span.start - len(age[0]), span.end)
    if _NEW.search(before):
        return (whole, name) if acts else None
    around = text[max(0, whole.start - _BESIDE) : whole.start], text[span.end : span.end + _BESIDE]
    older = _older(acts, *around)
    return (whole, f"{name} ({older})") if older else None


def _older(acts: tuple[Act, ...], before: str, after: str) -> str | None:
    """The number of the act that bore the name before the newest one, and has such a provision: `gamla SoL
    6 §` is of 1980, since that of 2001 has chapters."""
    elder = sorted(acts, key=Act.age)[-2::-1]
    chapter = _CHAPTER.search(after) or _CHAPTER.search(before)
    for act in elder:
        if chapter and known(f"{act.number}#K{chapter[1] or chapter[2]}") is Known.YES:
            return act.number
        bare = not chapter and (_BARE.search(before) or _BARE.search(after))
        if bare and known(f"{act.number}#K1") is Known.BEYOND_ACT:
            return act.number
    return elder[0].number if elder else None
