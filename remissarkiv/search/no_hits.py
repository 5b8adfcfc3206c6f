"""A way on for someone whose query finds nothing."""

from collections.abc import Callable, Sequence

from remissarkiv.acts import Known, known
from remissarkiv.domain import Problem, Span
from remissarkiv.query import parse, tree
from remissarkiv.query.proximity import anywhere
from remissarkiv.query.tree import joined
from remissarkiv.search.described import described_half, described_lagrum
from remissarkiv.search.understood import AFTER_WORDS
from remissarkiv.search.words import leaves

MOST_PARTS = 10
"""Parts of a query that are asked for one by one."""

_Words = tree.Word | tree.Phrase | tree.Prefix | tree.Wildcard | tree.Fuzzy
_Asked = _Words | tree.DnrQ | tree.HalfDnrQ | tree.LagQ

Counter = Callable[[tree.Tree], int]
"""How many documents a part of the query finds by itself, within the caller's access and filters."""


def why_nothing(query: tree.Tree, length: int, count: Counter) -> tuple[Problem, ...]:
    """Which words no document has; that the words are there but not as a phrase; or that no document has all
    of them at once.

    `length` is that of the query text. Nothing is said of a query of one part, which has no way to give, but
    that no document has the Dnr or cites the lagrum.
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
    apart = _anywhere(query)
    if apart != query and (found := count(apart)):
        documents = "1 dokument" if found == 1 else f"{found} dokument"
        return (
            Problem(
                f"Ingen text har orden så nära varandra; var som helst i texten har {documents} dem. "
                "Skriv ett högre tal, eller OCH mellan orden.",
                Span(0, length),
            ),
        )
    asked = [part for part in parts if isinstance(part, _Asked)]
    if len(parts) < 2 and not isinstance(query, tree.DnrQ | tree.HalfDnrQ | tree.LagQ):
        return ()
    missing = [part for part in asked[:MOST_PARTS] if count(part) == 0]
    if missing:
        # Of a lagrum that does not exist it has been told already.
        missing = [part for part in missing if not (isinstance(part, tree.LagQ) and _is_unknown(part))]
        return tuple(Problem(_missing(part), part.span) for part in missing)
    return (
        Problem(
            "Inget dokument har allt detta på en gång. Ta bort något, eller skriv ELLER mellan orden.",
            Span(0, length),
        ),
    )


def _is_unknown(lagrum: tree.LagQ) -> bool:
    return all(known(key) is not Known.YES for key in lagrum.keys)


def _missing(part: _Asked) -> str:
    match part:
        case tree.DnrQ(dnr):
            return f"Inget dokument har eller nämner Dnr {dnr.value}."
        case tree.HalfDnrQ(half):
            return f"Inget Dnr i arkivet är ett sådant: {described_half(half)}."
        case tree.LagQ(keys):
            return f"Inget dokument hänvisar till {described_lagrum(keys)}."
        case _:
            word = part.text.rstrip(AFTER_WORDS)[:40]
            return f"Inget dokument innehåller ”{word}”. Pröva utan det eller stava om det."


def _without_quotation_marks(query: tree.Tree) -> tree.Tree:
    """The query with the words of its phrases (those under `INTE` excepted) asked for one by one, or as the
    Dnr and lagrum that they are: `"KS 2013/388"` finds no text that writes `KS 2013-0388`."""
    match query:
        case tree.Phrase(text, span):
            meant = parse(text).tree
            if any(isinstance(leaf, tree.DnrQ | tree.HalfDnrQ | tree.LagQ) for leaf in leaves(meant)):
                return meant
            return joined([tree.Word(word, span) for word in text.split()])
        case tree.And(children):
            return joined([_without_quotation_marks(child) for child in children])
        case tree.Or(children):
            return tree.Or(tuple(_without_quotation_marks(child) for child in children))
        case _:
            return query


def _anywhere(query: tree.Tree) -> tree.Tree:
    """The query with words that are to be near each other (not those under `INTE`) asked for anywhere."""
    match query:
        case tree.Near():
            return anywhere(query)
        case tree.And(children):
            return joined([_anywhere(child) for child in children])
        case tree.Or(children):
            return tree.Or(tuple(_anywhere(child) for child in children))
        case _:
            return query
