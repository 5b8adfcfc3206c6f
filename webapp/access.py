"""Who is asking, and what they may see. Every handler takes its archive and its access from here."""

from typing import TYPE_CHECKING, cast

from flask import Flask, current_app, g

from remissarkiv.domain import Access

if TYPE_CHECKING:
    from remissarkiv.bootstrap import Archive

_NAME = "remissarkiv"


def attach(app: Flask, archive: "Archive") -> None:
    """Make the archive the one that this application serves."""
    app.extensions[_NAME] = archive


def current_archive() -> "Archive":
    """The archive that this application serves."""
    return cast("Archive", current_app.extensions[_NAME])


def caller_access() -> Access:
    """What the caller may see: the open collections, also of somebody who is signed in. Accounts tell who may
    correct, not who may read. The catalog is asked once in a request: all of a page is of one caller."""
    if "access" not in g:
        g.access = current_archive().guest_access()
    found: Access = g.access
    return found
