"""Keeping the search index equal to the catalog: what to index, catching up, rebuilding, verifying."""

from remissarkiv.sync.catch_up import catch_up
from remissarkiv.sync.entries import index_entry
from remissarkiv.sync.live import LiveEngine
from remissarkiv.sync.rebuild import rebuild
from remissarkiv.sync.verify import verify

__all__ = ["LiveEngine", "catch_up", "index_entry", "rebuild", "verify"]
