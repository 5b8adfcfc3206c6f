"""A way on for someone whose query finds nothing."""

from collections.abc import Callable, Sequence

from remissarkiv.domain import Problem, Span
from remissarkiv.query import tree
from remissarkiv.query.tree import joined

MOST_PARTS = 10
"""Parts of a query that are asked for one by one."""

Counter = Callable[[tree.Tree], int]
"""How many documents a part of the query finds by itself, within the caller's access and filters."""


def why_nothing(query: tree.Tree, length: int, count: Counter) -> tuple[Problem, ...]:
    """Which words no document has; that the words are there but not as a phrase; or that no document has all
    of them at once.

    `length` is that of the query text. Nothing is said of a query of one part, which has no way to give.
    """
    parts: Sequence[tree.Tree] = query.children if isinstance(query, tree.And) else (query,)
    loose = _without_quotation_marks(query)
    if loose != query and (found := count(loose)):
        documents = "1 dokument" if found == 1 else f"{found} dokument"
        return (
            Problem(
                f"Ingen text har orden inom citattecken just så; utan citattecken finns {documents}. "
                "I skannade dokument kan ord vara felästa.",
                Span(0, length),
            ),
        )
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


def _without_quotation_marks(query: tree.Tree) -> tree.Tree:
    """The query with the words of its phrases (those under `INTE` excepted) asked for one by one."""
    match query:
        case tree.Phrase(text, span):
            return joined([tree.Word(word, span) for word in text.split()])
        case tree.And(children):
            return joined([_without_quotation_marks(child) for child in children])
        case tree.Or(children):
            return tree.Or(tuple(_without_quotation_marks(child) for child in children))
        case _:
            return query
