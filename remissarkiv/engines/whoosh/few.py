"""The answer of few hits, in plain Python: going through them one by one takes less time than numpy needs to
begin, and what people ask by Dnr or lagrum most often finds a handful.

It is the answer that `collapsing`, `ranking` and `facets` give together; tests hold the two ways to the same.
"""

from collections.abc import Sequence
from itertools import repeat

from remissarkiv.engines.interface import EngineResult, SearchRequest
from remissarkiv.engines.whoosh.collapsing import order_of_copies
from remissarkiv.engines.whoosh.matches import Matches
from remissarkiv.engines.whoosh.page import page_of_few
from remissarkiv.engines.whoosh.snapshot import Snapshot


def answer(snapshot: Snapshot, found: Matches, request: SearchRequest) -> EngineResult | None:
    """The answer where `found` matches, of which the caller may see all or some. None where some of it are
    copies of each other, which little of what is asked finds."""
    documents: list[int] = found.documents.tolist()
    scores: float | list[float] = found.scores if isinstance(found.scores, float) else found.scores.tolist()
    visible = snapshot.visible(request.access.shelves)
    if visible is not None:
        seen = visible.data
        if not isinstance(scores, float):
            scores = [score for document, score in zip(documents, scores, strict=True) if seen[document]]
        documents = [document for document in documents if seen[document]]
    if _hold_copies(snapshot, documents, request.collapse):
        return None
    prior = snapshot.prior
    if prior is not None and scores:
        several = repeat(scores) if isinstance(scores, float) else scores
        worth = prior.data
        scores = [score * worth[document] for document, score in zip(documents, several, strict=False)]
    wanted = request.commonest
    return EngineResult(
        len(documents),
        page_of_few(snapshot, documents, scores, request),
        {name: snapshot.column(name).of_few(documents, wanted.get(name)) for name in request.facets},
    )


def _hold_copies(snapshot: Snapshot, documents: Sequence[int], how: str) -> bool:
    order = order_of_copies(snapshot, how)
    if order is None:
        return False
    group = order.group.data
    groups = [own for document in documents if (own := group[document]) >= 0]
    return len(set(groups)) < len(groups)
