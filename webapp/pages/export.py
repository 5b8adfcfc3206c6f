"""The hit list as a file: all of what the search finds, in the order shown."""

import datetime
import tempfile
from typing import BinaryIO, cast

from flask import Blueprint, Response, abort, request, send_file

from remissarkiv.export import ExportFormatError, exporter, write
from webapp.access import caller_access, current_archive
from webapp.addresses import SearchAddress
from webapp.errors import error_page

page = Blueprint("export", __name__)

_IN_MEMORY = 4 * 1024 * 1024


@page.get("/export")
def export() -> Response:
    """The file for `?format=xlsx&q=…` filtered and ordered as on the search page; 400 for other formats."""
    try:
        chosen = exporter(request.args.get("format", ""))
    except ExportFormatError as error:
        return error_page(400, error.swedish)
    address = SearchAddress.read(request.args)
    if address.is_empty:
        abort(400)
    hits = current_archive().searcher.search(
        address.query or "*",
        caller_access(),
        limit=None,
        sort=address.sort,
        snippets=False,
        filters=address.searched,
        collapse=address.collapse,
    )
    made = datetime.datetime.now().astimezone()
    file = cast("BinaryIO", tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115 - sent later
    write(
        hits.hits,
        address.query,
        file,
        chosen.name,
        filters=address.describe_filters(),
        understood=hits.understood,
        made=made,
    )
    file.seek(0)
    return send_file(
        file,
        mimetype=chosen.media_type,
        as_attachment=True,
        download_name=f"remissarkivet-{made:%Y-%m-%d}.{chosen.name}",
        max_age=0,
    )
