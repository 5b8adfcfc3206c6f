"""What a text itself says of the names of acts: which SFS number it prints beside each.

A text that has written "kommunallagen (1991:900)" means that act when it goes on to say just kommunallagen.
"""

import bisect
from dataclasses import dataclass, field

from remissarkiv.acts import acts_abbreviated, fold
from remissarkiv.citations.mentions import Mention


@dataclass(slots=True)
class PrintedNumbers:
    """The numbers printed beside each name, with their places; and apart from their places."""

    numbers: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    distinct: dict[str, set[str]] = field(default_factory=dict)

    def learn(self, name: str, place: int, number: str) -> None:
        """Takes in that `number` is printed beside `name` at `place`; places must come in order."""
        self.numbers.setdefault(name, []).append((place, number))
        self.distinct.setdefault(name, set()).add(number)

    def number(self, name: str, place: int) -> tuple[str, bool] | None:
        """The number printed last for the name before `place`, else first after it; certain when only one."""
        known = self.numbers.get(name)
        if not known:
            return None
        index = bisect.bisect_right(known, place, key=_at)
        return known[max(0, index - 1)][1], len(self.distinct[name]) == 1


def _at(printed: tuple[int, str]) -> int:
    return printed[0]


def name_key(name: str) -> str:
    """The name as this module keeps it: abbreviations as they are, other names folded."""
    return name if acts_abbreviated(name) or name.isupper() else fold(name)


def learn_numbers(mentions: list[Mention], introduced: list[tuple[Mention, str]]) -> PrintedNumbers:
    """What the mentions of a text teach; `introduced` are the abbreviations that it makes for itself."""
    names = PrintedNumbers()
    named = [(mention, mention.name) for mention in mentions if not mention.amendment]
    for mention, name in sorted([*named, *introduced], key=lambda item: item[0].span):
        if mention.number and name:
            names.learn(name_key(name), mention.span.start, mention.number)
    return names
