"""Searching the archive: from a query to hits with their passages, facets, and what was understood.

`Searcher` is the whole face of the package.
"""

from remissarkiv.search.searcher import Filters, Searcher

__all__ = ["Filters", "Searcher"]
