"""What is kept of each document so that lists of hits show passages of it without reading it anew."""

from remissarkiv.passages.interface import PassageSource
from remissarkiv.passages.kept import Kept, KeptSource, kept, kept_version
from remissarkiv.passages.read import ReadSource
from remissarkiv.passages.word_index import WordIndex

__all__ = ["Kept", "KeptSource", "PassageSource", "ReadSource", "WordIndex", "kept", "kept_version"]
