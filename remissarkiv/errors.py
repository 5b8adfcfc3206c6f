"""Errors that reach people.

Every error a user can cause derives from `RemissarkivError` and carries one sentence that names the thing,
the place and the way out. The command line prints `str(error)` in English and exits with `exit_status`;
the web shows `error.swedish`, which falls back to a general sentence and never to the English text.
"""

import os
from pathlib import Path


class RemissarkivError(Exception):
    """Base of all errors meant for a person: `message` English, `swedish` Swedish, one sentence each."""

    exit_status = 1

    def __init__(self, message: str, swedish: str | None = None) -> None:
        super().__init__(message)
        self.swedish = swedish or "Det gick inte att utföra. Försök igen eller fråga den som sköter systemet."


class ConfigError(RemissarkivError):
    """A key in `config.toml` or a `REMISS_...` variable that cannot be used."""

    exit_status = 2


class UsageError(RemissarkivError):
    """A command called in a way that cannot be carried out."""

    exit_status = 2


class UnreadableFileError(RemissarkivError):
    """A file that could not be read; `swedish` is the reason as a registrator understands it."""


class TooBroadError(RemissarkivError):
    """A `word` of a query stands for more words of the archive than are looked for; or, `walked`, the archive
    has more words than are looked at for one that does not begin with letters."""

    def __init__(self, word: str, most: int, *, walked: bool = False) -> None:
        if walked:
            super().__init__(
                f"{word!r} is beyond an index of more than {most} terms; begin with its first letters",
                f"Arkivet har fler än {most} olika ord, för många att jämföra med ”{word}”. "
                "Börja med ordets första bokstäver, som i kommun*.",
            )
        else:
            super().__init__(
                f"{word!r} stands for more than {most} terms; write more of it",
                f"”{word}” passar på mer än {most} olika ord i arkivet. Skriv fler bokstäver av ordet.",
            )
        self.word = word


class IndexMismatchError(RemissarkivError):
    """The search index was made by another version or analyzer; the message names what mends it."""


class IndexBrokenError(RemissarkivError):
    """The search index is missing pieces or cannot be opened; `remiss rebuild` mends it."""


class IndexBehindError(IndexBrokenError):
    """The newest generation of the search index cannot be read, and an older one answers in its stead."""


class IndexUnwritableError(RemissarkivError):
    """The disk does not take what the search index writes: it is full, read-only or failing. What was
    committed before stays, and serves."""


class LexiconBrokenError(RemissarkivError):
    """A file of the archive's lexicon is missing, damaged or of another version; a rebuild mends it."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"{path}: this file of the lexicon {what}; run: remiss rebuild",
            "Arkivets ordlista kan inte läsas. Den som sköter systemet behöver köra remiss rebuild.",
        )
        self.path = path


class LexiconTableError(RemissarkivError):
    """A table of words that comes with the program is missing or damaged: nothing else mends it than to
    install the program again."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"{path}: this file of the program {what}; install the program again",
            "Programmets ordlista kan inte läsas. Den som sköter systemet behöver installera om programmet.",
        )
        self.path = path


class LexiconUnwritableError(RemissarkivError):
    """The disk does not take a new version of the lexicon. What was read before is kept, and the next run
    tries again."""

    def __init__(self, folder: Path, why: str) -> None:
        message = (
            f"lexicon {folder}: cannot be written ({why}); free some space or mend the folder, and run the "
            "command again"
        )
        swedish = (
            "Arkivets ordlista kan inte sparas. Den som sköter systemet behöver se till att det finns plats."
        )
        if os.path.lexists(folder) and not folder.is_dir():
            message = (
                f"lexicon {folder}: a file stands where the folder {folder.name} should be; remove it, and "
                "run the command again"
            )
            swedish = (
                f"Arkivets ordlista kan inte sparas: där mappen {folder.name} ska vara ligger en fil. Den "
                "som sköter systemet behöver ta bort den."
            )
        super().__init__(message, swedish)


class ArchiveBusyError(RemissarkivError):
    """Another process is writing to the archive; the message says which."""


class NotFoundError(RemissarkivError):
    """What was asked for does not exist, or the caller may not know that it does."""
