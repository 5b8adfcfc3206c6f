"""Searching the archive: from a query to hits with their passages, facets, and what was understood.

`Searcher` is the face of the package; `cited_keys` counts what is cited.
"""

from remissarkiv.search.cited import cited_keys
from remissarkiv.search.searcher import Filters, Searcher

__all__ = ["Filters", "Searcher", "cited_keys"]
