"""Searches as links: a page of hits has more than a hundred of them."""

from collections.abc import Callable

from flask import url_for

from webapp.addresses import SearchAddress


def search_links() -> Callable[[SearchAddress], str]:
    """What makes the link to a search (`/sok?q=r%C3%A5dgivning&typ=motion`) within a request."""
    path = url_for("search.results")
    return lambda address: f"{path}?{address.parameters()}"
