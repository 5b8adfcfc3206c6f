"""What a text itself says of the names of acts: which SFS number it prints beside each.

A text that has written "kommunallagen (1991:900)" means that act when it goes on to say just kommunallagen.
"""

import bisect
import re
from dataclasses import dataclass, field

from remissarkiv.acts import acts_abbreviated, fold
from remissarkiv.citations.mentions import Mention

_LINKS = frozenset("av för från hos i inom med och om på till under vid vissa m.m".split())
"""Words that a title does not end with."""
_ADJECTIVE = re.compile(r"(?:a|ig|sk|ell|iv|är|än)\Z")
_FEWEST_WORDS = 2
_MOST_TITLES = 40


@dataclass(slots=True)
class PrintedNumbers:
    """The numbers printed beside each name, with their places; and apart from their places."""

    numbers: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    distinct: dict[str, set[str]] = field(default_factory=dict)
    all_numbers: set[str] = field(default_factory=set)
    titles: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    """Two words of a title -> the titles that begin so, by their words, and their numbers."""

    def learn(self, name: str, place: int, number: str) -> None:
        """Takes in that `number` is printed beside `name` at `place`; places must come in order."""
        words = tuple(name.split())
        if is_title(name):
            known = self.titles.setdefault(" ".join(words[:2]), [])
            if (words, number) not in known[-_MOST_TITLES:] and len(known) < _MOST_TITLES:
                known.append((words, number))
            return
        self.numbers.setdefault(name, []).append((place, number))
        self.distinct.setdefault(name, set()).add(number)
        self.all_numbers.add(number)

    def number(self, name: str, place: int) -> tuple[str, bool] | None:
        """The number printed last for the name before `place`, else first after it; certain when only one."""
        known = self.numbers.get(name)
        if not known:
            return None
        index = bisect.bisect_right(known, place, key=_at)
        return known[max(0, index - 1)][1], len(self.distinct[name]) == 1

    def number_of_title(self, name: str) -> tuple[str, int] | None:
        """The number printed with the title that `name` begins as, and how many words of it they share; None
        when no number or more than one may be meant: of "om producentansvar för batterier" not that of "om
        producentansvar för bilar"."""
        words = tuple(name.split())
        shared = [
            (_shared(words, title), number) for title, number in self.titles.get(" ".join(words[:2]), ())
        ]
        most = max((length for length, _ in shared), default=0)
        numbers = {number for length, number in shared if length == most}
        return (numbers.pop(), most) if most and len(numbers) == 1 else None

    def number_of_whole_title(self, name: str) -> str | None:
        """The number printed with the title in a known name such as "lagen om brandfarliga varor"; the date
        of the text says less."""
        title = name.lower().partition(" ")[2]
        titled = self.number_of_title(title) if is_title(title) else None
        return titled[0] if titled and titled[1] == len(title.split()) else None


def _shared(words: tuple[str, ...], title: tuple[str, ...]) -> int:
    """How many words two titles begin with in common; 0 where they part so that they are not one."""
    length = next((n for n, pair in enumerate(zip(words, title, strict=False)) if pair[0] != pair[1]), None)
    if length is None:
        return min(len(words), len(title))
    # "om allmän försäkring" and "om allmän energiskatt"; but "om skatt gäller", "om skatt följer".
    linked = words[length] in _LINKS, title[length] in _LINKS
    goes_on = all(linked) or (not any(linked) and _ADJECTIVE.search(words[length - 1]) is not None)
    return length if length >= _FEWEST_WORDS and words[length - 1] not in _LINKS and not goes_on else 0


def is_title(name: str) -> bool:
    """Whether a name is the beginning of a title: "om yrkesverksamhet på hälso-"."""
    return name.startswith(("om ", "med ", "angående "))


def _at(printed: tuple[int, str]) -> int:
    return printed[0]


def name_key(name: str) -> str:
    """The name as this module keeps it: abbreviations as they are, other names folded."""
    return name if is_title(name) or acts_abbreviated(name) or name.isupper() else fold(name)


def learn_numbers(mentions: list[Mention], introduced: list[tuple[Mention, str]]) -> PrintedNumbers:
    """What the mentions of a text teach; `introduced` are the abbreviations that it makes for itself."""
    names = PrintedNumbers()
    named = [(mention, mention.name) for mention in mentions if not mention.amendment]
    for mention, name in sorted([*named, *introduced], key=lambda item: item[0].span):
        if mention.number and name:
            names.learn(name_key(name), mention.span.start, mention.number)
    return names
