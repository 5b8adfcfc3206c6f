"""The names a text gives EU acts: `förordning (EU) nr 575/2013 ... (tillsynsförordningen)`, then `artikel 4
i tillsynsförordningen`."""

import re
from collections.abc import Iterator, Mapping, Sequence

from remissarkiv.citations.eu_mentions import EuAct
from remissarkiv.citations.eu_references import kinds_of
from remissarkiv.domain import Span

_DEFINED = re.compile(
    r"\((?:nedan\s|kallad\s|kallat\s|här\s|fortsättningsvis\s|i det följande\s|de[nt] s\.k\.\s){0,2}"
    r"(?P<name>[^\W\d_][\w:-]{0,40}(?:\s[\w:-]{1,30}){0,3}?(?<=[\w-])"
    r"(?:(?P<R>förordningen)|(?P<L>direktivet)|(?P<F>rambeslutet)))\)"
)
# In the title of an act other acts are named: "om upphävande av direktiv 95/46/EG".
_IN_TITLE = re.compile(
    r"(?:upphävande|ändring|ändrad|komplettering|tillämpning|genomförande)\s(?:av|genom|för)\s[^.;]{0,120}\Z"
)
_LONGEST_TITLE, _LONGEST_LEAD = 500, 160
_BREAK = re.compile(r"[^\W\d_]{3}\.\s{1,3}[A-ZÅÄÖ]|\(\d{4}:\d")
"""What no definition reaches back over: the end of a sentence, and an act of the Swedish Code of Statutes."""

_ENDS = ("förordningen)", "direktivet)", "rambeslutet)")
_MOST_BACK = 6
_MOST = 30
"""Names that a text is searched for; the bound keeps reading linear."""


def with_own_names(text: str, acts: Sequence[EuAct]) -> list[EuAct]:
    """`acts`, which are in order, and where the text uses the names that it gives to some of them; what a
    text says of a name goes before what others mean by it."""
    if not acts or not any(end in text for end in _ENDS):
        return list(acts)
    own = {act.span: act for act in _used(text, _given(text, acts))}
    kept: list[EuAct] = []
    for act in sorted([*own.values(), *acts], key=lambda act: (act.span.start, act is not own.get(act.span))):
        if not kept or act.span.start >= kept[-1].span.end:
            kept.append(act)
    return kept


def _given(text: str, acts: Sequence[EuAct]) -> dict[str, EuAct]:
    """The names a text gives, each with the act, placed where the name is given."""
    given: dict[str, EuAct] = {}
    passed = last = 0
    for match in _DEFINED.finditer(text):
        while passed < len(acts) and acts[passed].span.end <= match.start():
            passed += 1
        before = acts[max(0, passed - _MOST_BACK) : passed]
        root = _defined(text, before, next(kind for kind in "RLF" if match[kind]), last, match.start())
        last = match.end()
        if root and match["name"] not in given and len(given) < _MOST:
            given[match["name"]] = EuAct(root, Span(*match.span("name")), match.start("name"))
    return given


def _defined(text: str, before: Sequence[EuAct], letter: str, last: int, place: int) -> str | None:
    """The root of the act that is given a name at `place`: the last of its kind that is no part of the title
    of another, behind `last`, where the name before this one was given. Only a number says which it is: in
    "NIS2-direktivet ersätter direktivet om säkerhet (NIS-direktivet)" the second has none."""
    for act in reversed(before):
        long = place - act.span.end > _LONGEST_TITLE
        if long or act.span.start < last or _BREAK.search(text, act.span.end, place):
            return None
        is_kind = "/" in text[slice(*act.span)] and letter in kinds_of(act.root)
        if is_kind and not _IN_TITLE.search(text, max(last, act.lead - _LONGEST_LEAD), act.lead):
            return act.root
    return None


def _used(text: str, given: Mapping[str, EuAct]) -> Iterator[EuAct]:
    for name, act in given.items():
        place = text.find(name, act.span.start)
        while place >= 0:
            end = place + len(name)
            behind = text[end : end + 2].removeprefix("s")[:1]  # "tillsynsförordningens"
            if not (_goes_on(text[place - 1]) or _goes_on(behind)):
                yield EuAct(act.root, Span(place, end), place)
            place = text.find(name, end)


def _goes_on(letter: str) -> bool:
    return letter.isalnum() or letter in tuple("_-")
