"""A way on for someone whose query finds nothing."""

from collections.abc import Callable, Sequence

from remissarkiv.domain import Problem, Span
from remissarkiv.query import tree

MOST_PARTS = 10
"""Parts of a query that are asked for one by one."""

Counter = Callable[[tree.Tree], int]
"""How many documents a part of the query finds by itself, within the caller's access and filters."""


def why_nothing(query: tree.Tree, length: int, count: Counter) -> tuple[Problem, ...]:
    """Which words no document has; or that no document has all of them at once.

    `length` is that of the query text. Nothing is said of a query of one part, which has no way to give.
    """
    parts: Sequence[tree.Tree] = query.children if isinstance(query, tree.And) else ()
    asked = [part for part in parts if isinstance(part, tree.Word | tree.Phrase | tree.Prefix)]
    if len(parts) < 2 or not asked:
        return ()
    missing = [part for part in asked[:MOST_PARTS] if count(part) == 0]
    if missing:
        return tuple(
            Problem(
                f"Inget dokument innehåller ”{part.text[:40]}”. Pröva utan det eller stava om det.", part.span
            )
            for part in missing
        )
    return (
        Problem(
            "Inget dokument har allt detta på en gång. Ta bort något, eller skriv ELLER mellan orden.",
            Span(0, length),
        ),
    )
