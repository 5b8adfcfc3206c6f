"""The words there are, how common each is, and which follow on each other.

base_lexicon()                the words of Swedish; the same for every archive of this program
open_lexicon(folder, n)       those and what an archive's own undamaged documents teach, version n
learn(texts), freeze(...)     how a version comes to be
LiveLexicon(folder)           the newest version, also when another process makes one
"""

from remissarkiv.language.lexicon.base import base_lexicon
from remissarkiv.language.lexicon.learning import Learned, learn
from remissarkiv.language.lexicon.lexicon import Lexicon, Word
from remissarkiv.language.lexicon.live import LiveLexicon
from remissarkiv.language.lexicon.versions import LexiconVersions, open_lexicon

__all__ = [
    "Learned",
    "Lexicon",
    "LexiconVersions",
    "LiveLexicon",
    "Word",
    "base_lexicon",
    "learn",
    "open_lexicon",
]
