"""The lexicon of an archive that is being served, while another process may freeze a newer version."""

from pathlib import Path

from remissarkiv.errors import LexiconBrokenError
from remissarkiv.language.lexicon.base import base_lexicon
from remissarkiv.language.lexicon.lexicon import Lexicon
from remissarkiv.language.lexicon.versions import Files, LexiconVersions, files_of, open_lexicon


class LiveLexicon:
    """Gives the newest version each time it is called, and Swedish alone when there is none or it is broken:
    a broken lexicon must not keep anybody from searching. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self._versions = LexiconVersions(folder)
        self._broken: tuple[Files, LexiconBrokenError] | None = None

    def __call__(self) -> Lexicon:
        """The lexicon as it is now. Costs a look into the folder. Raises `LexiconTableError` when a table
        that comes with the program is missing or damaged."""
        version = self._versions.newest()
        known = self._broken
        # A broken version is looked at again when its files have been put back.
        files = files_of(self._versions.folder / str(version))
        if known is None or known[0] != files:
            try:
                found = open_lexicon(self._versions.folder, version)
            except LexiconBrokenError as error:
                self._broken = (files, error)
            else:
                self._broken = None
                return found
        return base_lexicon()

    @property
    def problem(self) -> LexiconBrokenError | None:
        """What is wrong with the newest version; None when it serves, or there is none."""
        self()
        return self._broken[1] if self._broken else None
