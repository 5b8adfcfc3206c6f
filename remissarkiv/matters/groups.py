"""Which Dnr are of one ärende: a board's own Dnr with the Dnr that it answers."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from remissarkiv.matters.diaries import also, is_office
from remissarkiv.matters.facts import Key, Named


class Groups:
    """Keys joined to groups; a group is named by the smallest of its keys.

    Two Dnr of kommunstyrelsen are two ärenden, so nothing makes one group of them.
    """

    def __init__(self) -> None:
        self._above: dict[Key, Key] = {}
        self._office: dict[Key, dict[str, Key]] = {}

    def of(self, key: Key) -> Key:
        """The group of a key."""
        top = key
        while (above := self._above.get(top, top)) != top:
            top = above
        while (above := self._above.get(key, key)) != top:
            self._above[key] = top
            key = above
        return top

    def join(self, one: Key, other: Key) -> None:
        """Make one group of those of two keys, unless that would hold two Dnr of kommunstyrelsen."""
        first, second = sorted((self.of(one), self.of(other)))
        if first == second:
            return
        office, more = self._of_office(first), self._of_office(second)
        if any(office.get(diary, key) != key for diary, key in more.items()):
            return
        self._above[second] = first
        self._office[first] = office | more

    def _of_office(self, top: Key) -> dict[str, Key]:
        return self._office.get(top) or ({top.diary: top} if is_office(top) else {})


def groups_of(named: Mapping[str, Named], heads: Mapping[str, str]) -> Groups:
    """The groups of the keys that documents name; `heads` are the letters of what hangs on one."""
    groups = Groups()
    owned = {key for one in named.values() for key in one.own}
    answers: dict[Key, Counter[Key]] = defaultdict(Counter)
    for document, one in named.items():
        head = heads.get(document, document)
        if head != document and not _shares(one, named[head]):
            continue
        for own in one.own:
            for other in (*one.sender, *one.own):
                if other.diary != own.diary:
                    answers[own][other] += 1
    for key in sorted({key for one in named.values() for key in one.keys}):
        for same in also(key):
            groups.join(same, key)
    edges = [
        (other not in owned, -count, own, other)
        for own, rivals in answers.items()
        for other, count in rivals.items()
    ]
    answered: set[tuple[Key, str]] = set()
    # What nobody has as his own may be a misread number, and what most documents say is likeliest right.
    for _, _, own, other in sorted(edges):
        if (own, other.diary) not in answered:
            answered.add((own, other.diary))
            groups.join(own, other)
    return groups


def _shares(one: Named, letter: Named) -> bool:
    """Whether what hangs on a letter is of the letter's ärende by its own Dnr too; a letter without any
    leaves that to what hangs on it."""
    return not letter.keys or not set(one.keys).isdisjoint(letter.keys)
