"""The read side: from a request to a page. `create_app` gives the application for an open archive."""

from webapp.app import create_app

__all__ = ["create_app"]
