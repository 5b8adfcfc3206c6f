"""Which documents are one ärende: the partition of any number of documents by their Dnr.

A document belongs to its own Dnr, and its own Dnr to the sender's that it answers: `SN 2004/64`, answering
KS 2004/118, is of the ärende KS 2004/118, with everything else that has SN 2004/64. A Dnr belongs to one Dnr
of each diary only, so that an answer to two remisser does not make one ärende of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from remissarkiv.matters.diaries import is_office
from remissarkiv.matters.facts import External, Facts, Key, Matter, Named
from remissarkiv.matters.groups import Groups, groups_of
from remissarkiv.matters.guesses import guessed
from remissarkiv.matters.letters import letters
from remissarkiv.matters.naming import names

MOST_BEARING = 300
"""A Dnr that more documents have is a wrong reading, and joins nothing."""


def join(facts: Iterable[Facts]) -> tuple[Matter, ...]:
    """The ärenden of these documents, each document in exactly one; in the order of their first days."""
    by_id = {one.id: one for one in facts}
    named = names(by_id.values())
    bearing = Counter(key for one in named.values() for key in dict.fromkeys(one.keys))
    crowds = {key for key, count in bearing.items() if count > MOST_BEARING}
    if crowds:
        named = {document: _without(one, crowds) for document, one in named.items()}
    heads = letters(by_id)
    groups = groups_of(named, heads)
    homes = _homes(by_id, named, heads, groups)
    members: dict[Key | str, list[str]] = defaultdict(list)
    for document, home in homes.items():
        members[home].append(document)
    matters = [_matter(ids, by_id, named, groups, home) for home, ids in members.items()]
    return guessed(_linked(matters, named), by_id, heads)


def _without(one: Named, crowds: set[Key]) -> Named:
    return Named(
        tuple(key for key in one.own if key not in crowds),
        tuple(key for key in one.sender if key not in crowds),
        one.outside,
    )


def _homes(
    by_id: Mapping[str, Facts], named: Mapping[str, Named], heads: Mapping[str, str], groups: Groups
) -> dict[str, Key | str]:
    """The group each document belongs to, or its own id where it belongs to none. What hangs on a letter
    follows the letter; a letter without Dnr follows what hangs on it, when that is of one ärende."""
    owned = {key for one in named.values() for key in one.own}
    homes: dict[str, Key | str] = {}
    hanging: dict[str, list[str]] = defaultdict(list)
    for document in by_id:
        head = heads.get(document, document)
        if head == document:
            homes[document] = _home(document, named[document], owned, groups)
        else:
            hanging[head].append(document)
    for head, parts in hanging.items():
        if homes[head] == head:
            found = {part: _home(part, named[part], owned, groups) for part in parts}
            keyed = {home for part, home in found.items() if home != part}
            if len(keyed) == 1:
                homes[head] = keyed.pop()
            elif keyed:
                homes.update({part: home if home != part else head for part, home in found.items()})
                continue
        homes.update(dict.fromkeys(parts, homes[head]))
    return homes


def _home(document: str, one: Named, owned: set[Key], groups: Groups) -> Key | str:
    """A board may answer several remisser under one Dnr of its own: then each answer goes with the remiss
    that it names, if that is one we know."""
    if not one.keys:
        return document
    own = {groups.of(key) for key in one.own}
    if own and not any(groups.of(key) in own for key in one.sender):
        diaries = {key.diary for key in one.own}
        for key in one.sender:
            if key in owned and key.diary not in diaries:
                return groups.of(key)
    return groups.of(one.keys[0])


def _matter(
    ids: Sequence[str],
    by_id: Mapping[str, Facts],
    named: Mapping[str, Named],
    groups: Groups,
    home: Key | str,
) -> Matter:
    documents = sorted(ids, key=lambda document: _order(by_id[document]))
    own = Counter(key for document in documents for key in named[document].own)
    senders = Counter(key for document in documents for key in named[document].sender)
    keys = {key for key in (*own, *senders) if groups.of(key) == home}
    leading = sorted(keys, key=lambda key: (not is_office(key), not senders[key], -own[key], key))
    outside = {one for document in documents for one in named[document].outside}
    return Matter(tuple(leading), tuple(documents), external=tuple(sorted(outside)))


def _order(one: Facts) -> tuple[bool, int, str]:
    return (one.date is None, one.date.toordinal() if one.date else 0, one.id)


def _linked(matters: Iterable[Matter], named: Mapping[str, Named]) -> list[Matter]:
    """The ärenden with the documents of others that share a Dnr from outside."""
    matters = list(matters)
    bearing: dict[External, list[str]] = defaultdict(list)
    for document, one in named.items():
        for outside in one.outside:
            bearing[outside].append(document)
    linked = []
    for matter in matters:
        own = set(matter.documents)
        others = {
            document
            for outside in matter.external
            if len(bearing[outside]) <= MOST_BEARING
            for document in bearing[outside]
            if document not in own
        }
        linked.append(replace(matter, linked=tuple(sorted(others))))
    return linked
