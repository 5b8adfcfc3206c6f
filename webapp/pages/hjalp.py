"""The user guide."""

from flask import Blueprint, abort, render_template

from webapp.guide import chapters

page = Blueprint("hjalp", __name__)


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
