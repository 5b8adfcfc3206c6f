"""The read side: from a request to a page. `create_app` gives the application for an open archive."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from remissarkiv.bootstrap import Archive

__all__ = ["create_app"]


def create_app(archive: "Archive") -> "Flask":
    """The application that serves an open archive; see `webapp.app.create_app`."""
    # Here, since every command loads this package for `remiss serve`, and only that one needs the web.
    from webapp.app import create_app as create

    return create(archive)
