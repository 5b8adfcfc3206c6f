"""The same question for two products: an address of ours and one of Datasette's."""

from dataclasses import dataclass
from urllib.parse import urlencode

from benchmarks.bench.archive import TABLE
from benchmarks.bench.interface import TOP
from benchmarks.bench.queries import Query, draw
from benchmarks.bench.vocabulary import Vocabulary
from remissarkiv.engines.interface import And, In, Node, Or, Phrase, Prefix, Term

KINDS = ("rare", "common", "and2", "or3", "phrase", "prefix", "filter")

OURS, DATASETTE, LEAN = "ours", "datasette", "lean datasette"
"""Datasette as it comes, and asked for less than a reader would want (no text, no suggested facets)."""

PAGE, JSON = "page", "json"


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a class, with its address (path and parameters) by product and by form."""

    kind: str
    addresses: dict[tuple[str, str], str]


def questions(vocabulary: Vocabulary, each: int, seed: int) -> list[Question]:
    """`each` questions of every class, with words as they stand in the documents."""
    return [_question(query) for query in draw(vocabulary, each, seed, KINDS, words="exact")]


def _question(query: Query) -> Question:
    node = query.node
    children = node.children if isinstance(node, And) else (node,)
    words = [child for child in children if not isinstance(child, In)]
    filters = {child.column: next(iter(child.values)) for child in children if isinstance(child, In)}
    ours = [("q", " ".join(map(_our_words, words)))]
    ours += [({"kind": "typ", "year": "ar"}[column], value) for column, value in filters.items()]
    # Every word in quotes, so that FTS5 takes none for an operator.
    theirs = [("_search", " ".join(map(_their_words, words))), ("_searchmode", "raw"), ("_size", str(TOP))]
    theirs += [("_facet", "kind"), ("_facet", "year"), *filters.items()]
    lean = [*theirs, ("_nocol", "text")]
    return Question(
        query.kind,
        {
            (OURS, PAGE): f"/sok?{urlencode(ours)}",
            (OURS, JSON): f"/bench.json?{urlencode(ours)}",
            (DATASETTE, PAGE): f"/bench/{TABLE}?{urlencode(theirs)}",
            (DATASETTE, JSON): f"/bench/{TABLE}.json?{urlencode(theirs)}",
            (LEAN, PAGE): f"/bench/{TABLE}?{urlencode(lean)}",
            (LEAN, JSON): f"/bench/{TABLE}.json?{urlencode(lean)}",
        },
    )


def _our_words(node: Node) -> str:
    match node:
        case Term(_, term):
            return term
        case Phrase(_, terms):
            return f'"{" ".join(terms)}"'
        case Prefix(_, prefix):
            return f"{prefix}*"
        case Or(children):
            return " ELLER ".join(map(_our_words, children))
        case _:
            raise ValueError(f"no such question in the benchmark: {node}")


def _their_words(node: Node) -> str:
    match node:
        case Term(_, term):
            return f'"{term}"'
        case Phrase(_, terms):
            return f'"{" ".join(terms)}"'
        case Prefix(_, prefix):
            return f'"{prefix}" *'
        case Or(children):
            return " OR ".join(map(_their_words, children))
        case _:
            raise ValueError(f"no such question in the benchmark: {node}")
