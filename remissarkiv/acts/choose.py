"""Which of the acts that bore a name a text means, by when it was written."""

import datetime
from itertools import pairwise

from remissarkiv.acts.in_use import act
from remissarkiv.acts.table import Act

# A text written this long after a change of act may still mean the old one, and before it the coming one:
# remisser of spring 2025 speak of socialtjänstlagen and mean 2001:453 or the one to come, 2025:400.
_TRANSITION = datetime.timedelta(days=365)


def choose(acts: tuple[Act, ...], date: datetime.date | None) -> tuple[Act, bool]:
    """The act a name means in a text of this date, and whether that is certain.

    Without a date it is the act in force today, a guess where an older one bore the name. Near a change
    (2018-01-01 for kommunallagen, 2025-07-01 for socialtjänstlagen) either act may be meant, so the answer is
    not certain; nor is it when two acts of the name were in force together, neither of them the other's
    successor. Of two such that share nothing but their letters (KML: kulturmiljölagen, and lagen om skydd för
    kretsmönster) the one that stands first is meant. `acts` must not be empty, in the order of the table.
    """
    by_age = sorted(acts, key=Act.age)
    if date is None:
        in_force = [item for item in acts if item.valid_to is None and item.successor is None]
        return _foremost(in_force or by_age[-1:]), len(by_age) == 1
    valid = [item for item in by_age if item.age() <= date]
    if not valid:
        return by_age[0], False
    in_force = [item for item in acts if item in valid and _is_in_force(item, valid, date)]
    chosen = _foremost(in_force or valid[-1:])
    near = any(
        abs(change - date) <= _TRANSITION
        for older, newer in pairwise(by_age)
        for change in (older.valid_to, newer.age())
        if change is not None
    )
    return chosen, len(in_force) <= 1 and not near


def _is_in_force(item: Act, valid: list[Act], date: datetime.date) -> bool:
    """Whether an act of the name was in force at the day, and had not handed over to another of the name."""
    if item.successor is None:
        return item.valid_to is None or item.valid_to >= date
    after = next((other for other in valid if other.number == item.successor), None) or act(item.successor)
    if after is not None and after.age() <= date:
        return False
    return item.valid_to is None or item.valid_to >= date


def _foremost(acts: list[Act]) -> Act:
    """The newest of those that are called as the first one is."""
    called = set(acts[0].names)
    return max((item for item in acts if called & set(item.names)), key=Act.age)


def act_of_year(acts: tuple[Act, ...], year: int) -> Act | None:
    """The act of "1991 års kommunallag": the one whose SFS number begins with that year."""
    return next((item for item in acts if item.number.startswith(f"{year}:")), None)
