"""Which documents without a Dnr may belong to an ärende: offered to a person, never joined.

Titles come again over the years, so the same subject is not enough: the motion must be by the same people, or
the documents must be of the same few years.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from remissarkiv.domain import DnrRole
from remissarkiv.language.skeleton import skeleton
from remissarkiv.matters.bodies import scope_of
from remissarkiv.matters.facts import Facts, Matter
from remissarkiv.matters.subject import is_same, may_be_same, telling, words_of

_YEARS = datetime.timedelta(days=3 * 366)
_MOST_GUESSES = 20
"""A subject that more documents without Dnr share says nothing,"""
_MOST_NEAR = 200
"""and neither does a word of so many."""


def guessed(
    matters: Iterable[Matter], by_id: Mapping[str, Facts], heads: Mapping[str, str]
) -> tuple[Matter, ...]:
    """The ärenden with the documents that may belong to each, in the order they are given; `heads` are the
    letters of what hangs on one. A letter is not guessed when something on it has a Dnr, and what hangs on it
    goes where the letter does."""
    matters = list(matters)
    told = {heads.get(document, document) for document, one in by_id.items() if not _is_without_dnr(one)}
    loose = [
        one
        for matter in matters
        if not matter.keys
        for one in map(by_id.__getitem__, matter.documents)
        if one.id not in heads and one.id not in told and one.subject and not one.parted
    ]
    if not loose:
        return tuple(matters)
    by_word: dict[str, list[Facts]] = defaultdict(list)
    by_telling: dict[str, list[Facts]] = defaultdict(list)
    for one in loose:
        for word in words_of(one.subject):
            by_word[word].append(one)
        for word in telling(one.subject):
            by_telling[word].append(one)
    result = []
    for matter in matters:
        if matter.keys:
            members = [by_id[document] for document in matter.documents]
            near: dict[str, Facts] = {}
            for subject in dict.fromkeys(one.subject for one in members if one.subject):
                for words, index in ((telling(subject), by_word), (words_of(subject), by_telling)):
                    for word in words:
                        if len(index.get(word, ())) <= _MOST_NEAR:
                            near.update((one.id, one) for one in index.get(word, ()))
            found = sorted(document for document, one in near.items() if may_belong(one, members))
            if len(found) <= _MOST_GUESSES:
                matter = replace(matter, guesses=tuple(found))
        result.append(matter)
    return tuple(result)


def _is_without_dnr(one: Facts) -> bool:
    return all(number.role is DnrRole.MENTIONED for number in one.dnr)


def may_belong(one: Facts, members: Iterable[Facts]) -> bool:
    """Whether a document without a Dnr may be of the ärende of `members`: about the same, in the same kommun,
    and by the same people or, where nobody is named, within three years."""
    members = [member for member in members if _same_place(one, member)]
    subjects = {member.subject for member in members if member.subject}
    if not any(may_be_same(one.subject, subject) for subject in subjects):
        return False
    movers, theirs = _people([one]), _people(members)
    if movers and theirs:
        return not movers.isdisjoint(theirs)
    days = [member.date for member in members if member.date]
    near = one.date is not None and any(abs(one.date - day) <= _YEARS for day in days)
    return near and any(is_same(one.subject, subject) for subject in subjects)


def _same_place(one: Facts, member: Facts) -> bool:
    here, there = one.kept_by, member.kept_by
    return scope_of(here) == scope_of(there) if here and there else one.collection == member.collection


def _people(documents: Iterable[Facts]) -> set[str]:
    return {
        " ".join(skeleton(word) for word in name.lower().split())
        for document in documents
        for name in document.motionarer
    }
