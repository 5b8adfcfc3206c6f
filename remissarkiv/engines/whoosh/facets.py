"""How many hits have each value of the columns that are asked for."""

from collections.abc import Mapping

import numpy as np

from remissarkiv.engines.interface import SearchRequest
from remissarkiv.engines.whoosh.collapsing import Copies
from remissarkiv.engines.whoosh.matches import Matches, marks
from remissarkiv.engines.whoosh.snapshot import Snapshot


def facets(
    snapshot: Snapshot, hits: Matches, copies: Copies, request: SearchRequest
) -> Mapping[str, Mapping[str, int]]:
    """For each of the columns that are asked for its values, or the commonest of them, with how many of the
    hits have them, themselves or in a copy they stand for."""
    names, commonest = request.facets, request.commonest
    if not names:
        return {}
    alone, others = hits.documents, None
    if len(copies.members):
        alone = alone[~marks(copies.members, snapshot.size)[alone]]
    if len(alone) * 2 > snapshot.size:
        others = np.flatnonzero(~marks(alone, snapshot.size)).astype(np.int32)
    counted = {}
    for name in names:
        column = snapshot.column(name)
        counts = column.counts(alone, others)
        if len(copies.members):
            counts = counts + column.pairs(copies.groups, copies.members)
        counted[name] = column.named(counts, commonest.get(name))
    return counted
