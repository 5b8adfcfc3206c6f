"""The query language: from what a person types to a tree, with what could not be taken as written.

See `docs/sokguide.md` for the language as people meet it.
"""

from remissarkiv.query.parser import Parsed, parse

__all__ = ["Parsed", "parse"]
