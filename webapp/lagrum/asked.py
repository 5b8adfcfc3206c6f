"""The lagrum that a search asks for, each with the way to its page."""

from collections.abc import Iterator

from remissarkiv.citations import is_key
from remissarkiv.query import parse, tree
from webapp.addresses import SearchAddress
from webapp.lagrum.keys import full_label, lagrum_address, short_label
from webapp.lagrum.view import KeyLink

MOST = 2
"""Of more, the facet leads on."""


def lagrum_asked(address: SearchAddress) -> tuple[KeyLink, ...]:
    """The lagrum in the query and among the filters; () when they are many, as of a range."""
    keys = [*_keys(parse(address.query).tree), *address.filters.get("paragraf", ())]
    found = [key for key in dict.fromkeys(keys) if is_key(key)]
    if len(found) > MOST:
        return ()
    return tuple(KeyLink(short_label(key), full_label(key), lagrum_address(key)) for key in found)


def _keys(node: tree.Tree) -> Iterator[str]:
    """The keys that are required, alone or beside something else; not those of `INTE` and `ELLER`."""
    match node:
        case tree.LagQ(keys=keys):
            yield from keys
        case tree.And(children):
            for child in children:
                yield from _keys(child)
