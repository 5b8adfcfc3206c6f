"""Which of the acts that bore a name a text means, by when it was written."""

import datetime
from itertools import pairwise

from remissarkiv.acts.table import Act

# A text written this long after a change of act may still mean the old one, and before it the coming one:
# remisser of spring 2025 speak of socialtjänstlagen and mean 2001:453 or the one to come, 2025:400.
_TRANSITION = datetime.timedelta(days=365)


def choose(acts: tuple[Act, ...], date: datetime.date | None) -> tuple[Act, bool]:
    """The act a name means in a text of this date, and whether that is certain.

    Without a date it is the act in force today, a guess where an older one bore the name. Near a change
    (2018-01-01 for kommunallagen, 2025-07-01 for socialtjänstlagen) either act may be meant, so the answer is
    not certain; nor is it when two acts of the name were in force together, neither of them the other's
    successor. `acts` must not be empty.
    """
    by_age = sorted(acts, key=Act.age)
    if date is None:
        in_force = [item for item in by_age if item.valid_to is None and item.successor is None]
        return (in_force or by_age)[-1], len(by_age) == 1
    valid = [item for item in by_age if item.age() <= date]
    chosen = valid[-1] if valid else by_age[0]
    near = any(
        abs(change - date) <= _TRANSITION
        for older, newer in pairwise(by_age)
        for change in (older.valid_to, newer.age())
        if change is not None
    )
    return chosen, bool(valid) and not near and not _has_rival(chosen, valid, date)


def _has_rival(chosen: Act, valid: list[Act], date: datetime.date) -> bool:
    """Whether another act of the name was in force then too: köplagen beside a law of the same letters."""
    return any(
        item is not chosen
        and item.successor != chosen.number
        and (item.successor is None if item.valid_to is None else item.valid_to >= date)
        for item in valid
    )


def act_of_year(acts: tuple[Act, ...], year: int) -> Act | None:
    """The act of "1991 års kommunallag": the one whose SFS number begins with that year."""
    return next((item for item in acts if item.number.startswith(f"{year}:")), None)
