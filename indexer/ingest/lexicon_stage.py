"""The part of a run that learns: the undamaged documents teach the lexicon that repairs the damaged ones."""

from collections.abc import Callable, Collection

from indexer.ocr.store import OcrStore
from remissarkiv.bootstrap import Archive
from remissarkiv.errors import LexiconBrokenError
from remissarkiv.sync import forget_unused, freeze, learn_anew, newest_version

Progress = Callable[[str, int, int], None]


class LexiconStage:
    """Which version of the lexicon a run reads with.

    `version` is None as long as there is none: then files with damage wait until `settle` has frozen one. A
    version that is lost or damaged counts as none, and `told` says so in a line that names the file. A run
    that does not learn reads with Swedish alone; what it reads so, the next run reads again.
    """

    def __init__(self, archive: Archive, learns: bool = True) -> None:
        self._archive = archive
        self._folder = archive.settings.lexicon_folder
        self._broken: LexiconBrokenError | None = None
        self.told: list[str] = []
        self.version: int | None = None
        try:
            self.version = newest_version(archive.catalog, self._folder) or (None if learns else 0)
        except LexiconBrokenError as error:
            self._broken = error
            if not learns:
                self.version = 0
                self.told.append(str(error).replace("remiss rebuild", "remiss index"))

    @property
    def task(self) -> tuple[str, int] | None:
        """The lexicon, as a `ReadingTask` takes it."""
        return None if self.version is None else (str(self._folder), self.version)

    def settle(self, leaving_out: Collection[str], tell: Progress) -> None:
        """Learn from the documents that the catalog holds now, but for those `leaving_out`, and freeze what
        was learned; without anything to learn from, Swedish alone serves. Does nothing when there is a
        version. Raises `LexiconUnwritableError`."""
        if self.version is not None:
            return
        self.version = self._freeze(leaving_out, tell)
        if self._broken is not None:
            self.told.append(
                f"{self._broken.path}: this file of the lexicon was missing or damaged; "
                f"version {self.version} was learned in its place"
            )

    def learn_again(self, tell: Progress) -> None:
        """Learn from the documents that the catalog holds now, whether there is a version or not; it stays
        when the words are the same. Raises `LexiconUnwritableError`."""
        self.version = self._freeze((), tell)

    def check(self) -> None:
        """See whether the version in use can still be opened. Raises `LexiconBrokenError`."""
        newest_version(self._archive.catalog, self._folder)

    def forget(self) -> None:
        """Remove the versions that nothing needs any more."""
        forget_unused(self._archive.catalog, self._folder)

    def _freeze(self, leaving_out: Collection[str], tell: Progress) -> int:
        catalog = self._archive.catalog
        learned = learn_anew(
            catalog,
            leaving_out=leaving_out,
            # What OCR reads of a file comes later than what its own text says, or earlier, if it was kept.
            hashes=OcrStore(self._archive.settings.ocr_folder).hashes(),
            progress=lambda done, total: tell("learn", done, total),
        )
        return freeze(catalog, self._folder, learned)
