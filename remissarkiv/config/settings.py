"""The settings as the program uses them."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CollectionSettings:
    """A `[[collection]]`: a folder of documents, whose it is and which groups may see it (none: everyone)."""

    name: str
    path: Path
    kommun: str = ""
    namnd: str = ""
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WebSettings:
    """How the web page is served."""

    host: str
    port: int
    name: str
    per_page: int
    trusted_hosts: tuple[str, ...]
    https: bool


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """Limits on the reading of one file: seconds, megabytes of memory, of text and of the file itself.

    `ocr` tells whether pictures of text are read in an ordinary run ("auto": when tesseract with Swedish is
    installed; "no"), `ocr_page_seconds` how long one page of them may take.
    """

    seconds: int
    memory_mb: int
    output_mb: int
    file_mb: int
    ocr: str
    ocr_page_seconds: int


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. `data` holds catalog, index and saved searches; `source` is the file read, if any."""

    data: Path
    database: str
    engine: str
    web: WebSettings
    reading: ReadingSettings
    collections: tuple[CollectionSettings, ...] = ()
    source: Path | None = field(default=None, compare=False)
    cache_mb: int = 256
    """Megabytes that the search engine may keep of what it has read."""
    laws_register: Path | None = None
    """A larger register of acts than the program's own table."""

    @property
    def database_url(self) -> str:
        """The catalog's database: the configured URL, or a SQLite file in the data folder."""
        return self.database or f"sqlite:///{self.data / 'catalog.sqlite'}"

    @property
    def ocr_folder(self) -> Path:
        """Where the pages that OCR has read are kept."""
        return self.data / "ocr"

    @property
    def lexicon_folder(self) -> Path:
        """Where the versions of the archive's lexicon lie."""
        return self.data / "lexicon"

    @property
    def suggestions_file(self) -> Path:
        """Where the suggestions for somebody who types are kept."""
        return self.data / "suggestions.sqlite"

    @property
    def index_folder(self) -> Path:
        """Where the search index lies."""
        return self.data / "index"
