"""Searches as links: a page of hits has more than a hundred of them."""

from flask import g, url_for

from webapp.addresses import SearchAddress


def search_link(address: SearchAddress) -> str:
    """The link to a search: `/sok?q=r%C3%A5dgivning&typ=motion`."""
    return f"{_results_path()}?{address.parameters()}"


def _results_path() -> str:
    """The path of the search page, the same for all links of a request."""
    if "results_path" not in g:
        g.results_path = url_for("search.results")
    path: str = g.results_path
    return path
