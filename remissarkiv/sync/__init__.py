"""Keeping index and lexicon equal to the catalog: catching up, rebuilding, learning, verifying."""

from remissarkiv.sync.catch_up import catch_up
from remissarkiv.sync.entries import ENTRY_VERSION, index_entry
from remissarkiv.sync.lexicon import (
    LexiconFacts,
    forget_unused,
    freeze,
    learn_anew,
    lexicon_facts,
    newest_version,
    verify_lexicon,
)
from remissarkiv.sync.live import LiveEngine
from remissarkiv.sync.rebuild import rebuild
from remissarkiv.sync.verify import verify

__all__ = [
    "ENTRY_VERSION",
    "LexiconFacts",
    "LiveEngine",
    "catch_up",
    "forget_unused",
    "freeze",
    "index_entry",
    "learn_anew",
    "lexicon_facts",
    "newest_version",
    "rebuild",
    "verify",
    "verify_lexicon",
]
