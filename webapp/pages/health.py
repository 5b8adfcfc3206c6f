"""For a supervisor that asks whether the server answers: it tells that, and nothing about the archive."""

from flask import Blueprint, Response

from remissarkiv.errors import IndexBehindError
from webapp.access import current_archive

page = Blueprint("health", __name__)


@page.get("/halsa")
def health() -> Response:
    """200 `ok` when catalog and index both answer; an error page otherwise.

    200 `old index` when the newest state of the index cannot be read and an older one, which only this
    process still holds, answers in its stead: somebody has to mend it, but a supervisor that started the
    server again would take away what answers. The log tells more.
    """
    archive = current_archive()
    archive.catalog.last_sequence()
    archive.engine.sequence()
    trouble = archive.engine.trouble()
    if trouble is not None and not isinstance(trouble, IndexBehindError):
        raise trouble
    told = "old index" if trouble else "ok"
    return Response(f"{told}\n", mimetype="text/plain")
