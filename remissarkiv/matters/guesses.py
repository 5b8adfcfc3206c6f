"""Which documents without a Dnr may belong to an ärende: offered to a person, never joined.

Titles come again over the years, so the same subject is not enough: the motion must be by the same people, or
the documents must be of the same few years.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from remissarkiv.language.skeleton import skeleton
from remissarkiv.matters.bodies import scope_of
from remissarkiv.matters.facts import Facts, Matter, Named

_YEARS = datetime.timedelta(days=3 * 366)
_MOST_GUESSES = 20
"""A subject that more documents without Dnr share says nothing."""


def guessed(
    matters: Iterable[Matter], by_id: Mapping[str, Facts], named: Mapping[str, Named]
) -> tuple[Matter, ...]:
    """The ärenden with the documents that may belong to each, in the order of their first days."""
    loose: dict[str, list[Facts]] = defaultdict(list)
    matters = list(matters)
    for matter in matters:
        one = by_id[matter.documents[0]]
        if not matter.keys and len(matter.documents) == 1 and may_be_guessed(one, named[one.id]):
            loose[one.subject].append(one)
    result = []
    for matter in matters:
        if matter.keys:
            members = [by_id[document] for document in matter.documents]
            subjects = dict.fromkeys(one.subject for one in members if one.subject)
            found = [
                one for subject in subjects for one in loose.get(subject, ()) if may_belong(one, members)
            ]
            if len(found) <= _MOST_GUESSES:
                matter = replace(matter, guesses=tuple(sorted(one.id for one in found)))
        result.append(matter)
    return tuple(result)


def may_be_guessed(one: Facts, named: Named) -> bool:
    """Whether a document has no Dnr to go by, and says what it is about."""
    return bool(one.subject) and not one.parted and not named.keys and not named.outside


def may_belong(one: Facts, members: Iterable[Facts]) -> bool:
    """Whether a document without a Dnr may be of the ärende of `members`, which have its subject among
    theirs."""
    members = list(members)
    if not any(_same_place(one, member) for member in members):
        return False
    movers, theirs = _people([one]), _people(members)
    if movers and theirs:
        return not movers.isdisjoint(theirs)
    days = [member.date for member in members if member.date]
    return one.date is not None and any(abs(one.date - day) <= _YEARS for day in days)


def _same_place(one: Facts, member: Facts) -> bool:
    if one.kommun and member.kommun:
        return scope_of(one.kommun) == scope_of(member.kommun)
    return one.collection == member.collection


def _people(documents: Iterable[Facts]) -> set[str]:
    return {
        " ".join(skeleton(word) for word in name.lower().split())
        for document in documents
        for name in document.motionarer
    }
