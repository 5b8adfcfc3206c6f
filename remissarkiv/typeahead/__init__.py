"""What may somebody mean who has typed so far? Topics, acts, Dnr and titles that begin so.

entry_of(stored, open_shelves)   what is kept of a document
SuggestionFile, SuggestionWriter  the file it is kept in, and its changes
Suggester                        the answers
"""

from remissarkiv.typeahead.entry import Entry, entry_of
from remissarkiv.typeahead.file import SuggestionFile
from remissarkiv.typeahead.suggester import Suggester
from remissarkiv.typeahead.suggestion import Suggestion, SuggestionKind
from remissarkiv.typeahead.writer import SuggestionWriter

__all__ = [
    "Entry",
    "Suggester",
    "Suggestion",
    "SuggestionFile",
    "SuggestionKind",
    "SuggestionWriter",
    "entry_of",
]
