"""Answering a query: parse, ask the engine, fetch what is shown from the catalog."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter

from remissarkiv.catalog import Catalog
from remissarkiv.domain import (
    FACETS,
    Access,
    Alike,
    Conclusion,
    Contribution,
    Copy,
    DocumentSummary,
    Hit,
    HitList,
    Offer,
    Problem,
    Snippet,
    Span,
    StoredDocument,
)
from remissarkiv.engines.interface import COLLAPSES, Engine, EngineHit, Everything, Node, SearchRequest
from remissarkiv.errors import TooBroadError, UsageError
from remissarkiv.labels import SORTS
from remissarkiv.language.lexicon import Lexicon, base_lexicon
from remissarkiv.language.tokens import fold_case
from remissarkiv.passages import ReadSource
from remissarkiv.query import Parsed, parse, tree
from remissarkiv.search.compile import Compiler, KnownValues, MatterIds, with_filters
from remissarkiv.search.explaining import contributions
from remissarkiv.search.highlights import Matcher, merged
from remissarkiv.search.key_terms import key_terms
from remissarkiv.search.no_hits import why_nothing
from remissarkiv.search.offers import offers
from remissarkiv.search.question_offers import narrowing_offers
from remissarkiv.search.similar import is_alike, is_same_text, likeness_query, share, shared_terms
from remissarkiv.search.snippets import snippets as passages
from remissarkiv.search.suggestion import Asking, suggestion
from remissarkiv.search.understood import understood
from remissarkiv.search.words import QueryWords, leaves

Filters = Mapping[str, Sequence[str]]
"""Column -> values: any of the values within a column, all columns together."""


class Searcher:
    """Searches an archive; every call carries the access of whoever asks. May be shared by threads.

    `lexicon` gives the archive's words, which every caller may know of; without it there is only Swedish.
    """

    def __init__(
        self, catalog: Catalog, engine: Engine, lexicon: Callable[[], Lexicon] = base_lexicon
    ) -> None:
        self._catalog = catalog
        self._engine = engine
        self._lexicon = lexicon

    def search(
        self,
        query: str,
        access: Access,
        *,
        limit: int | None = 20,
        offset: int = 0,
        sort: str = "relevans",
        facets: bool | Sequence[str] = False,
        snippets: bool = True,
        filters: Filters | None = None,
        collapse: str = "near",
        commonest: Mapping[str, int] | None = None,
    ) -> HitList:
        """The documents a query finds. `limit` None gives all of them, without snippets; `facets` True counts
        the columns in `FACETS`, a sequence those it names, and of those in `commonest` about so many values
        (see `SearchRequest`).

        Copies are one hit: with `collapse` "exact" only those with the very same words, with "none" not even
        those. An empty query finds nothing, or, with filters, everything within them. A hit that the catalog
        no longer has (the index is a moment behind) is left out. Without `snippets`, as for an export, no
        other spelling is suggested and nothing offered. Raises `UsageError` for an unknown sort or
        collapse.
        """
        if collapse not in COLLAPSES:
            raise UsageError(
                f"no way to collapse copies is called {collapse!r}; there are: {', '.join(COLLAPSES)}"
            )
        if sort not in SORTS:
            raise UsageError(f"no sort is called {sort!r}; there are: {', '.join(SORTS)}")
        filters = {column: tuple(values) for column, values in (filters or {}).items() if values}
        parsed = parse(query)
        problems = list(parsed.problems)
        lexicon = self._lexicon()
        words = QueryWords(parsed.tree, lexicon)
        compiler = Compiler(lambda column: self._known_values(column, access), self._matters(access), words)
        node = compiler.compile(parsed.tree)
        if not query.strip() and filters:
            node, problems = Everything(), []
        advice = compiler.problems
        columns = FACETS if facets is True else tuple(facets or ())
        request = SearchRequest(
            with_filters(node, filters), access, limit, offset, sort, columns, collapse, commonest or {}
        )
        try:
            result = self._engine.search(request)
        except TooBroadError as error:
            refused = Problem(error.swedish, parsed.read.back(_place(parsed.tree, error.word)))
            return HitList(query, 0, (), {}, (*problems, refused), understood(parsed, compiler.meant, words))
        hits = self._hits(
            result.hits, access, Matcher(parsed.tree, words) if snippets and limit is not None else None
        )
        asking = self._asking(lexicon, access, filters, collapse)
        if result.total == 0 and not compiler.problems:
            advice = [*why_nothing(parsed.tree, len(parsed.text), asking.part)]
        meant = suggestion(parsed, result.total, lexicon, asking) if snippets else None
        problems += [replace(problem, span=parsed.read.back(problem.span)) for problem in advice]
        return HitList(
            query=query,
            total=result.total - (len(result.hits) - len(hits)),
            hits=hits,
            facets={column: _ranked(column, result.facets.get(column, {})) for column in request.facets},
            problems=tuple(problems),
            understood=() if parsed.tree == tree.NOTHING else understood(parsed, compiler.meant, words),
            suggestion=meant,
            offers=self._offers(parsed, asking, result.total, meant) if snippets else (),
        )

    def _offers(self, parsed: Parsed, asking: Asking, total: int, meant: str | None) -> tuple[Offer, ...]:
        """`meant` is the query with misspelt words put right: narrowed where as typed it finds nothing."""
        narrower = narrowing_offers(parse(meant) if meant and not total else parsed, asking.query)
        return (*narrower, *offers(parsed, lambda offered: asking.beside(offered, parsed.tree), total))

    def explain(self, query: str, ids: Sequence[str], access: Access) -> dict[str, tuple[Contribution, ...]]:
        """What adds to the score of each of these documents for a query, by id, greatest first. Those that
        the caller may not see have nothing."""
        meaning = parse(query).tree
        words = QueryWords(meaning, self._lexicon())
        compiler = Compiler(lambda column: self._known_values(column, access), self._matters(access), words)
        return contributions(compiler.compile(meaning), ids, self._engine, access)

    def similar(
        self,
        text: str,
        access: Access,
        *,
        title: str = "",
        leaving_out: Collection[str] = (),
        limit: int = 10,
    ) -> tuple[Alike, ...]:
        """The documents that are about the same as a text (and its title), the most alike first: at most so
        many, of copies the best one, and none that only has a word or two in common with it.

        `leaving_out` are the ids of documents that are not asked for: the text's own, and its copies.
        """
        terms = key_terms(text, self._lexicon(), title)
        query = likeness_query(terms, leaving_out)
        result = self._engine.search(SearchRequest(query, access, limit, collapse="near"))
        documents = self._catalog.documents([hit.id for hit in result.hits], access)
        found = []
        for hit in self._hits(result.hits, access, None):
            shared = shared_terms(terms, documents[hit.id].document) if hit.id in documents else ()
            if is_alike(terms, shared):
                held = share(terms, shared)
                same = is_same_text(text, documents[hit.id].document, held)
                found.append(Alike(hit, tuple(term.shown for term in shared), held, same))
        return tuple(found)

    def highlights(self, query: str, stored: StoredDocument, access: Access) -> tuple[Span, ...]:
        """The places in a document's text that answer the query, in order, without overlaps. The text is read
        anew only where what the catalog keeps of it is not, or no longer, of the same text."""
        meaning = parse(query).tree
        kept = self._catalog.listed([stored.id], access).get(stored.id)
        same = kept is not None and kept.source.text == stored.document.text
        source = kept.source if kept is not None and same else ReadSource(stored.document)
        return merged(Matcher(meaning, QueryWords(meaning, self._lexicon())).marks(source))

    def _hits(self, found: Sequence[EngineHit], access: Access, matcher: Matcher | None) -> tuple[Hit, ...]:
        ids = [hit.id for hit in found]
        copies = [copy for hit in found for copy in hit.copies]
        named = self._catalog.copy_names(copies, access) if copies else {}
        if matcher is None:
            summaries = self._catalog.summaries(ids, access)
            return tuple(_hit(summaries[hit.id], hit, named) for hit in found if hit.id in summaries)
        listed = self._catalog.listed(ids, access)
        return tuple(
            _hit(one.summary, hit, named, passages(one.source, matcher), one.source.conclusions)
            for hit in found
            if (one := listed.get(hit.id))
        )

    def _matters(self, access: Access) -> MatterIds:
        """The documents of the ärenden of a Dnr, as the caller sees them."""
        return lambda dnr: frozenset(
            document_id
            for matter in self._catalog.matter_of_dnr(dnr.value, access)
            for document_id in matter.documents
        )

    def _known_values(self, column: str, access: Access) -> list[str]:
        """The values of a column among all that the caller may see, commonest first."""
        request = SearchRequest(Everything(), access, limit=1, facets=(column,))
        counts = self._engine.search(request).facets.get(column, {})
        return sorted(counts, key=lambda value: (-counts[value], value))

    def _asking(self, lexicon: Lexicon, access: Access, filters: Filters, collapse: str) -> Asking:
        """How many documents other questions find for the same caller, each asked once."""

        @lru_cache
        def count(node: Node) -> int:
            request = SearchRequest(with_filters(node, filters), access, limit=1, collapse=collapse)
            try:
                return self._engine.search(request).total
            except TooBroadError:
                return 0  # nothing is offered that would be refused

        def part(
            asked: tree.Tree, known_values: KnownValues = lambda column: (), misread: bool = True
        ) -> int:
            words = QueryWords(asked, lexicon, misread=misread)
            return count(Compiler(known_values, self._matters(access), words).compile(asked))

        def whole(asked: tree.Tree) -> int:
            return part(asked, lambda column: self._known_values(column, access))

        return Asking(
            word=lambda word: part(tree.Word(word, Span(0, 0)), misread=False),
            part=part,
            query=lambda text: whole(parse(text).tree),
            beside=lambda offered, own: whole(tree.And((offered, tree.Not(own)))),
        )


def _place(query: tree.Tree, word: str) -> Span:
    """Where the word stands that was refused."""
    for leaf in leaves(query):
        if isinstance(leaf, tree.Wildcard | tree.Fuzzy) and fold_case(leaf.text) == word:
            return leaf.span
    return Span(0, 0)


def _hit(
    summary: DocumentSummary,
    hit: EngineHit,
    copies: Mapping[str, Copy],
    shown: tuple[Snippet, ...] = (),
    conclusions: tuple[Conclusion, ...] = (),
) -> Hit:
    """A hit with those of its copies that are among these."""
    return Hit(
        id=summary.id,
        title=summary.title,
        kind=summary.kind.value,
        date=summary.date,
        dnr=summary.dnr,
        namnd=summary.namnd,
        kommun=summary.kommun,
        path=summary.path,
        score=hit.score,
        quality=summary.quality,
        snippets=shown,
        part=summary.part,
        copies=tuple(copies[copy] for copy in hit.copies if copy in copies) if hit.copies else (),
        conclusions=conclusions,
    )


def _ranked(column: str, counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Commonest first, then by value; years newest first."""
    if column == "year":
        return tuple(sorted(counts.items(), reverse=True))
    # Sorted twice, as the engine gives them by value: with 14 000 provisions it saves 10 ms of a page, and a
    # value by itself is compared in half the time of a pair.
    by_value = sorted(counts.items(), key=itemgetter(0))
    return tuple(sorted(by_value, key=itemgetter(1), reverse=True))
