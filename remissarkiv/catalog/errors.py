"""What can be wrong with a catalog."""

from remissarkiv.errors import RemissarkivError


class CatalogBrokenError(RemissarkivError):
    """The catalog's file is no catalog, or is damaged; `remiss restore` puts a backup in its place."""


class CatalogVersionError(RemissarkivError):
    """The catalog was written by a newer version of the program."""


class CatalogUnavailableError(RemissarkivError):
    """The catalog cannot be reached or written: no such folder, no permission, a full disk, no server."""
