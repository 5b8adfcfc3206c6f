"""Which Dnr each of many documents names, within which kommun."""

from collections import defaultdict
from collections.abc import Iterable

from remissarkiv.matters.bodies import scope_of
from remissarkiv.matters.diaries import keys_of, spellings
from remissarkiv.matters.facts import Facts, Named


def names(facts: Iterable[Facts]) -> dict[str, Named]:
    """What each document names, by id. One without a kommun is of the kommun whose documents, in its own
    collection, share a Dnr with it, if that is one kommun."""
    facts = list(facts)
    found: dict[str, Named] = {}
    kommuner: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in facts:
        if one.kommun and not one.parted:
            scope = scope_of(one.kommun)
            found[one.id] = Named(*keys_of(one, scope))
            for key in found[one.id].keys:
                for value in spellings(key):
                    kommuner[one.collection, value].add(scope)
    for one in facts:
        if one.parted:
            found[one.id] = Named()
        elif not one.kommun:
            alone = Named(*keys_of(one, f"{one.collection}/"))
            near = {
                scope
                for key in alone.keys
                for value in spellings(key)
                for scope in kommuner.get((one.collection, value), ())
            }
            found[one.id] = Named(*keys_of(one, near.pop())) if len(near) == 1 else alone
    return found
