"""Which Dnr each of many documents names, within which kommun."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from remissarkiv.matters.bodies import scope_of
from remissarkiv.matters.diaries import also, keys_of
from remissarkiv.matters.facts import Facts, Key, Named

_Place = tuple[str, str, int, int]


def names(facts: Iterable[Facts]) -> dict[str, Named]:
    """What each document names, by id. A document is of the kommun that keeps it; where nothing tells that,
    of the kommun whose documents, in its own collection, share a Dnr with it, if that is one kommun. Minutes
    in whole name nothing."""
    facts = list(facts)
    found: dict[str, Named] = {one.id: Named() for one in facts}
    kommuner: dict[_Place, set[str]] = defaultdict(set)
    for one in facts:
        if one.kept_by and not one.parted:
            scope = scope_of(one.kept_by)
            found[one.id] = Named(*keys_of(one, scope))
            for place in _places(one, found[one.id].keys):
                kommuner[place].add(scope)
    for one in facts:
        if not one.kept_by and not one.parted:
            alone = Named(*keys_of(one, f"{one.collection}/"))
            near = {scope for place in _places(one, alone.keys) for scope in kommuner.get(place, ())}
            found[one.id] = Named(*keys_of(one, near.pop())) if len(near) == 1 else alone
    return found


def _places(one: Facts, keys: Iterable[Key]) -> Iterator[_Place]:
    """The Dnr of a document within its collection, whatever the kommun."""
    for key in keys:
        for same in (key, *also(key)):
            yield one.collection, same.diary, same.year, same.number
