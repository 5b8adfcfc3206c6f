"""Which keys do the documents cite that cite a certain one, and how many documents each?"""

from collections.abc import Mapping

from remissarkiv.domain import Access
from remissarkiv.engines.interface import Engine, Everything, In, SearchRequest


def cited_keys(
    engine: Engine, access: Access, key: str | None = None, *, collapse: str = "near"
) -> Mapping[str, int]:
    """How many documents that the caller may see cite each key, or anything within it.

    With `key`, only of the documents that cite that one: what lies within it (`2017:725#K2P1` within
    `2017:725#K2`) then counts all that cite it, and other keys those that are cited beside it. Copies count
    once, as they do in a search. Raises `ValueError` for an unknown collapse.
    """
    query = Everything() if key is None else In("lagrum", frozenset({key}))
    request = SearchRequest(query, access, limit=1, facets=("lagrum",), collapse=collapse)
    return engine.search(request).facets.get("lagrum", {})
