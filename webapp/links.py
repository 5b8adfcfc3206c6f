"""Searches and documents as links: a page of hits has more than a hundred of them."""

from collections.abc import Callable

from flask import url_for

from webapp.addresses import SearchAddress


def search_links() -> Callable[[SearchAddress], str]:
    """What makes the link to a search (`/sok?q=r%C3%A5dgivning&typ=motion`) within a request."""
    path = url_for("search.results")
    return lambda address: f"{path}?{address.parameters()}"


def document_paths() -> Callable[[str], str]:
    """What makes the path of a document's page (`/dokument/2f6c…`) within a request."""
    sample = "0"
    path = url_for("document.show", document_id=sample).removesuffix(sample)

    def of(document_id: str) -> str:
        if document_id.isascii() and document_id.isalnum():
            return f"{path}{document_id}"
        return url_for("document.show", document_id=document_id)

    return of
