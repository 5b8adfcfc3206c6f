"""The hits in order: the best page of them, without sorting the rest."""

from collections.abc import Callable

import numpy as np

from remissarkiv.engines.scoring import DECIMALS
from remissarkiv.engines.whoosh.arrays import Counts, Numbers, Places, Scores
from remissarkiv.engines.whoosh.matches import Matches
from remissarkiv.engines.whoosh.snapshot import Snapshot

ROUNDING = float(10**DECIMALS)
"""The units of the last decimal in a score of 1."""
_BLOCK = 64
"""So many hits are first looked at together."""
_FEW = 256
"""So few ids are compared as they are where their order is not at hand: that of several segments is made."""


def first(snapshot: Snapshot, matches: Matches, sort: str, wanted: int | None) -> Places:
    """The places in `matches` of the first `wanted` hits (None: of all), in order: by score, then day, then
    id; with the sort "datum" by day, then id.

    Each key only decides among those that are equal in the keys before it, as far as they do not fit.
    """
    documents = matches.documents
    need = len(documents) if wanted is None else min(wanted, len(documents))
    keys: list[Callable[[Places], Counts]] = []
    if sort != "datum" and not isinstance(matches.scores, float):
        units = -_units(matches.scores)
        keys.append(units.__getitem__)
    days = snapshot.numbers("day")
    keys.append(lambda places: -days[documents[places]].astype(np.int64))
    keys.append(lambda places: _id_order(snapshot, documents[places]))
    tied = np.arange(len(documents))
    sure: list[Places] = []
    for key in keys:
        if len(tied) <= need or not need:
            break
        values = key(tied)
        last = smallest(values, need)
        better = tied[values < last]
        sure.append(better)
        need -= len(better)
        tied = tied[values == last]
    chosen = np.concatenate((*sure, tied[:need]))
    *others, ids = keys
    known = [key(chosen) for key in reversed(others)]
    order = np.lexsort(known)
    different = np.logical_or.reduce([one[order[1:]] != one[order[:-1]] for one in known])
    # Ids are looked up only when something hangs on them.
    return chosen[order] if different.all() else chosen[np.lexsort([ids(chosen), *known])]


def foremost(snapshot: Snapshot, matches: Matches, sort: str, wanted: int) -> Matches:
    """Those of the hits that can be among the first `wanted`, as far as the first key tells."""
    if len(matches) <= wanted or not wanted:
        return matches
    if sort == "datum" or isinstance(matches.scores, float):
        # All bits turned: later days first.
        values = ~snapshot.numbers("day").take(matches.documents)
    else:
        values = -_units(matches.scores)
    return matches.only((values <= smallest(values, wanted)).nonzero()[0])


def rounded(scores: Scores) -> Scores:
    """Scores as they are compared and shown."""
    return _units(scores) / ROUNDING


def _units(scores: Scores) -> Scores:
    """Scores in units of the last decimal, which is how they are compared."""
    return np.rint(scores * ROUNDING)


def smallest(values: Counts, number: int) -> float:
    """The value that has `number` - 1 values before it in rising order, those equal to it counted too.

    Of many, the smallest of each block is looked at first: what is above the smallest `number` of these is
    above what is looked for.
    """
    blocks = len(values) // _BLOCK
    if blocks > 2 * number:
        smallest = values[: blocks * _BLOCK].reshape(blocks, _BLOCK).min(axis=1)
        smallest.partition(number - 1)
        values = values[values <= smallest[number - 1]]
    # The methods of arrays, here and elsewhere, take half the time of numpy's functions of the same names.
    values = values.copy()
    values.partition(number - 1)
    return values[number - 1]  # type: ignore[no-any-return]


def _id_order(snapshot: Snapshot, documents: Numbers) -> Numbers:
    """Numbers that are ordered as the ids of the documents."""
    if len(documents) > _FEW or snapshot.is_one_segment:
        return snapshot.id_order[documents]
    ids = snapshot.ids_of(documents.tolist())
    order = np.empty(len(ids), np.int32)
    order[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids), dtype=np.int32)
    return order
