"""What the search box suggests while somebody types, as JSON for our own script."""

from flask import Blueprint, Response, jsonify, request

from remissarkiv.labels import SUGGESTIONS
from webapp.access import caller_access, current_archive

page = Blueprint("suggestions", __name__)


@page.get("/forslag")
def suggestions() -> Response:
    """`?q=socialn`: at most eight rows of what may be meant, each with its kind, what is shown and what to
    search for when it is chosen; none for less than two characters."""
    typed = request.args.get("q", "")
    found = current_archive().suggest(typed, access=caller_access())
    response = jsonify(
        suggestions=[
            {
                "kind": one.kind.value,
                "label": SUGGESTIONS[one.kind],
                "text": one.text,
                "query": one.query,
                "detail": one.detail,
            }
            for one in found
        ]
    )
    # What a person types, and what she may see, is kept nowhere on the way.
    response.headers["Cache-Control"] = "no-store"
    return response
