"""Remissarkiv: search over Swedish municipal remiss archives.

import remissarkiv
with remissarkiv.open_archive("config.toml") as archive:
    for hit in archive.search("juridisk rådgivning", limit=20).hits:
        print(hit.title)
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from remissarkiv.bootstrap import Archive, open_archive

__all__ = ["Archive", "open_archive"]


def __getattr__(name: str) -> Any:
    # Loaded when asked for: `remissarkiv.domain` must not cost the opening of engines and databases.
    if name in __all__:
        from remissarkiv import bootstrap

        return getattr(bootstrap, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
