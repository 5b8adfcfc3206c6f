"""For a supervisor that asks whether the server answers: it tells that, and nothing about the archive."""

from flask import Blueprint, Response

from webapp.access import current_archive

page = Blueprint("health", __name__)


@page.get("/halsa")
def health() -> Response:
    """200 `ok` when catalog and index both answer; an error page otherwise."""
    archive = current_archive()
    archive.catalog.last_sequence()
    archive.engine.sequence()
    return Response("ok\n", mimetype="text/plain")
