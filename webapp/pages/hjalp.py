"""The user guide."""

import re

from flask import Blueprint, Response, abort, render_template, send_from_directory

from webapp.guide import chapters, picture_folder

page = Blueprint("hjalp", __name__)

_PICTURE = re.compile(r"[a-z0-9-]+\.png")
_KEPT_SECONDS = 3600


@page.get("/hjalp")
@page.get("/hjalp/<name>")
def show(name: str | None = None) -> str:
    """A chapter of the guide, the first when none is named; 404 for one there is not."""
    known = chapters()
    if not known:
        abort(404)
    chapter = next((c for c in known if c.name == name), None) if name else known[0]
    if chapter is None:
        abort(404)
    return render_template("guide.html", chapter=chapter, chapters=known)


@page.get("/hjalp/bilder/<name>")
def picture(name: str) -> Response:
    """A picture of the guide; 404 for what is none."""
    folder = picture_folder()
    if folder is None or not _PICTURE.fullmatch(name):
        abort(404)
    return send_from_directory(folder, name, max_age=_KEPT_SECONDS)
