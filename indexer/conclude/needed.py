"""Which words must stand in a sentence for a pattern to match in it, as the pattern itself tells?

`har (?:kommunen|staden) <2>ingen (?:rätt|makt)` needs "ingen ", one of "kommunen" and "staden", and one of
"rätt" and "makt". To see that one of these is lacking takes a tenth of the time of a search, and nearly
always one is. Only what is plain to see is told: what is not understood needs nothing.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

Groups = tuple[tuple[str, ...], ...]
"""Of each group one stands wherever the pattern matches."""

NO_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType({})

_TOKEN = re.compile(
    r"\\(?P<class>[wWsSdD])|\\(?P<edge>[bBAZ])|\\(?P<escaped>\W)|\[(?:\\.|[^\]\\])*\]|<(?P<name>\w+)>"
    r"|[*?+]|\{\d*,?\d*\}|(?P<sign>[^\\\[({|)])",
    re.DOTALL,
)
_SHORTEST = 2
_COMMON = frozenset("att och som för den det med har kan får till inte".split())
_LIKELY = 3.0
"""Groups of which so many words stand in a sentence tell nothing."""
_MOST = 3
"""Groups that are told of a pattern, the rarest."""


def needed(pattern: str, names: Mapping[str, tuple[str, ...]] = NO_NAMES) -> Groups:
    """The groups of words, or parts of words, of which one must stand in whatever a pattern matches, the
    rarest first: in lower case, for texts in lower case. `names` are the words that `<NAME>` in the pattern
    needs, by its name; of other names nothing is known."""
    found = {_shortest(one) for one in _groups(pattern, names)}
    return tuple(sorted((one for one in found if _share(one) < _LIKELY), key=_rank)[:_MOST])


def rarest(pattern: str, names: Mapping[str, tuple[str, ...]] = NO_NAMES) -> tuple[str, ...]:
    """The rarest of these groups, however likely one of its words is; none where none is plain to see."""
    return _shortest(min(_groups(pattern, names), key=_rank, default=()))


def stand(groups: Groups, low: str) -> bool:
    """Whether of each group one stands in a text in lower case."""
    for group in groups:
        for word in group:
            if word in low:
                break
        else:
            return False
    return True


class Ways:
    """A pattern for texts in lower case, searched for way by way: each of the ways between its "|" only where
    what that one needs stands. With many ways that takes a fraction of the time of one search."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.ways = tuple((needed(one), re.compile(one)) for one in _ways(pattern))
        """What each needs, and the way."""

    def match_in(self, low: str) -> bool:
        """Whether it matches anywhere in a text in lower case."""
        return any(stand(groups, low) and way.search(low) is not None for groups, way in self.ways)


def _shortest(group: tuple[str, ...]) -> tuple[str, ...]:
    """Without those in which another stands."""
    return tuple(one for one in group if not any(other in one and other != one for other in group))


def _rank(group: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    return _share(group), group


def _share(group: tuple[str, ...]) -> float:
    """Roughly how many of the words stand in a sentence: the longer they are, the fewer."""
    return sum(1.0 if word.strip() in _COMMON else 8.0 / 3 ** len(word.strip()) for word in group)


def _groups(pattern: str, names: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The groups, those of words that stand together one by one."""
    ways = _ways(pattern)
    if len(ways) > 1:
        # One of the ways is taken: what all need, and one word of the rarest group of each, and so on.
        # "(?:svar|besked) \w+ negativt|(?:svar|besked) \w+ nej" needs "svar" or "besked", and "negativt" or
        # "nej".
        told = [dict.fromkeys(_groups(way, names)) for way in ways]
        common = [group for group in told[0] if all(group in other for other in told)]
        yield from common
        rest = [sorted((group for group in way if group not in common), key=_rank) for way in told]
        for groups in zip(*rest, strict=False):
            yield tuple(dict.fromkeys(word for group in groups for word in group))
        return
    run, place = "", 0
    while place < len(pattern):
        if pattern[place] == "(":
            end = _closing(pattern, place)
            inner, is_left_out = pattern[place:end], _may_be_left_out(pattern, end)
            place = end
            if inner.startswith(("(?!", "(?<")):
                # It takes no place, and what stands around it stands together.
                continue
            yield from _word(run)
            run = ""
            if inner.startswith(("(?:", "(?=")) and not is_left_out:
                # What has to follow stands in the sentence as well: "förordar(?= (?:motionen|förslaget))".
                yield from _groups(inner[3:-1], names)
            continue
        token = _TOKEN.match(pattern, place)
        if token is None:
            return
        place = token.end()
        if token["edge"] is not None or token["sign"] in ("^", "$"):
            continue
        sign = token["escaped"] or token["sign"]
        if sign is not None and sign != ".":
            if not _may_be_left_out(pattern, place):
                run += sign
                continue
        elif token["name"] in names and not _may_be_left_out(pattern, place):
            yield names[token["name"]]
        yield from _word(run)
        run = ""
    yield from _word(run)


def _word(run: str) -> Iterator[tuple[str, ...]]:
    if len(run.strip()) >= _SHORTEST:
        yield (run.lower(),)


def _may_be_left_out(pattern: str, place: int) -> bool:
    """Whether what stands before a place may be repeated no time; how often else does not matter."""
    return pattern.startswith(("?", "*", "{"), place)


def _ways(pattern: str) -> list[str]:
    """What stands between the "|" of a pattern that are in no brackets."""
    ways, start, place = [], 0, 0
    while place < len(pattern):
        if pattern[place] == "(":
            place = _closing(pattern, place)
        elif pattern[place] == "|":
            ways.append(pattern[start:place])
            place = start = place + 1
        else:
            token = _TOKEN.match(pattern, place)
            place = token.end() if token is not None else place + 1
    return [*ways, pattern[start:]]


def _closing(pattern: str, place: int) -> int:
    """Behind the bracket that closes the one at a place."""
    depth = 0
    while place < len(pattern):
        if pattern[place] == "(":
            depth += 1
            place += 1
        elif pattern[place] == ")":
            depth -= 1
            place += 1
            if depth == 0:
                return place
        elif pattern[place] == "|":
            place += 1
        else:
            token = _TOKEN.match(pattern, place)
            place = token.end() if token is not None else place + 1
    return place
