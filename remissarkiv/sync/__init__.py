"""Keeping index, suggestions and lexicon equal to the catalog: catch up, rebuild, learn, verify."""

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
from remissarkiv.sync.suggestions import (
    catch_up_suggestions,
    learned_from,
    suggestions_lag,
    verify_suggestions,
)
from remissarkiv.sync.verify import verify

__all__ = [
    "ENTRY_VERSION",
    "LexiconFacts",
    "LiveEngine",
    "catch_up",
    "catch_up_suggestions",
    "forget_unused",
    "freeze",
    "index_entry",
    "learn_anew",
    "learned_from",
    "lexicon_facts",
    "newest_version",
    "rebuild",
    "suggestions_lag",
    "verify",
    "verify_lexicon",
    "verify_suggestions",
]
