"""The page of hits that is asked for, in order."""

from collections.abc import Iterable, Sequence
from itertools import repeat

from remissarkiv.engines.interface import EngineHit, SearchRequest, hits_of
from remissarkiv.engines.scoring import DECIMALS
from remissarkiv.engines.whoosh.collapsing import NO_COPIES, Copies
from remissarkiv.engines.whoosh.matches import Matches
from remissarkiv.engines.whoosh.ranking import ROUNDING, first, foremost, rounded
from remissarkiv.engines.whoosh.snapshot import Snapshot

FEW = 32
"""So many hits at most are put in order one by one: numpy takes longer to begin."""


def page(snapshot: Snapshot, hits: Matches, copies: Copies, request: SearchRequest) -> tuple[EngineHit, ...]:
    """The hits that are asked for, with the copies that they stand for."""
    wanted = None if request.limit is None else request.offset + request.limit
    if wanted is not None and wanted <= FEW:
        near = foremost(snapshot, hits, request.sort, wanted)
        if len(near) <= FEW:
            scores = near.scores if isinstance(near.scores, float) else near.scores.tolist()
            return page_of_few(snapshot, near.documents.tolist(), scores, request, copies)
    best = hits.only(first(snapshot, hits, request.sort, wanted)[request.offset :])
    documents: list[int] = best.documents.tolist()
    shown = (
        repeat(round(best.scores, DECIMALS), len(documents))
        if isinstance(best.scores, float)
        else rounded(best.scores).tolist()
    )
    return hits_of(zip(snapshot.ids_of(documents), shown, _held(snapshot, documents, copies), strict=False))


def page_of_few(
    snapshot: Snapshot,
    documents: Sequence[int],
    scores: float | Sequence[float],
    request: SearchRequest,
    copies: Copies = NO_COPIES,
) -> tuple[EngineHit, ...]:
    """The same of a few hits, in plain Python."""
    day, ids = snapshot.days, snapshot.ids_of(documents)
    # What sorts them, the id at last, of which no two are the same, and then what is shown.
    rows: list[tuple[int, int, str, float, int]]
    if isinstance(scores, float):
        score = round(scores, DECIMALS)
        # The day before the nought, so that most are told apart by the first of them.
        rows = [(-day[one], 0, ids[place], score, one) for place, one in enumerate(documents)]
    else:
        units = [round(score * ROUNDING) for score in scores]
        weight = 0 if request.sort == "datum" else -1
        rows = [
            (weight * unit, -day[one], name, unit / ROUNDING, one)
            for unit, one, name in zip(units, documents, ids, strict=True)
        ]
    rows.sort()
    after = None if request.limit is None else request.offset + request.limit
    rows = rows[request.offset : after]
    if not len(copies.members):
        return hits_of([(name, score, ()) for _, _, name, score, _ in rows])
    held = _held(snapshot, [row[-1] for row in rows], copies)
    return hits_of((row[2], row[3], own) for row, own in zip(rows, held, strict=False))


def _held(snapshot: Snapshot, documents: Sequence[int], copies: Copies) -> Iterable[tuple[str, ...]]:
    """The ids of the copies that each of the documents stands for."""
    if not len(copies.members):
        return repeat(())
    return [tuple(snapshot.ids_of(copies.of(document).tolist())) for document in documents]
