"""Saved searches: precious, kept in the catalog's database, never rebuilt."""

from remissarkiv.saved.searches import SavedSearch, SavedSearches

__all__ = ["SavedSearch", "SavedSearches"]
