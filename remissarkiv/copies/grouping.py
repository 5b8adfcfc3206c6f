"""Which documents stand for which: groups of copies, the same whatever the order documents come in.

Documents are taken from the best copy to the worst. Each joins the best document that it is a copy of and
that joined no other itself; finding none, it leads a group of its own. So every member is a copy of its
group's best, and groups do not chain on (A ~ B ~ C where C is nothing like A).

What a document does depends on better ones only. When some are new or gone, it is therefore enough to ask
again those they could have made a difference to, from the best on; the result is that of asking everybody.
And because nobody joins a document that not all her readers may see (`facts.are_copies`), what anyone sees of
the groups follows from what she may see.
"""

import heapq
from collections.abc import Iterable, Mapping
from typing import Protocol

from remissarkiv.copies.facts import Facts, are_copies


class Shelf(Protocol):
    """Where the documents are, and who led them when they were last asked."""

    def facts(self, document_id: str) -> Facts:
        """The facts of a document."""

    def sharing(self, facts: Facts) -> Iterable[Facts]:
        """The other documents that share a band with this one; no others can be its copies."""

    def leader(self, document_id: str) -> str | None:
        """Who leads the document (itself, when it leads); None for one that was not asked before."""


def settle(shelf: Shelf, unsettled: Iterable[str]) -> Mapping[str, str]:
    """The new leaders of the `unsettled` documents and of those for whom they make a difference.

    `unsettled` are documents that are new or changed, and those whose leader is gone.
    """
    queue = [(shelf.facts(document_id).order, document_id) for document_id in unsettled]
    heapq.heapify(queue)
    settled: dict[str, str] = {}
    waiting = {document_id for _, document_id in queue}
    while queue:
        _, document_id = heapq.heappop(queue)
        own = shelf.facts(document_id)
        before = shelf.leader(document_id)
        neighbours = list(shelf.sharing(own))
        leaders = (
            other
            for other in sorted(neighbours, key=lambda other: other.order)
            if other.order < own.order and settled.get(other.id, shelf.leader(other.id)) == other.id
        )
        best = next((leader for leader in leaders if are_copies(leader, own)), own)
        settled[document_id] = best.id
        if (before == document_id) == (best.id == document_id):
            continue
        for other in neighbours:
            if other.id not in waiting and own.order < other.order and are_copies(own, other):
                waiting.add(other.id)
                heapq.heappush(queue, (other.order, other.id))
    return settled
