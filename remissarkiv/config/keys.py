"""Every key that `config.toml` may hold: its type, default and meaning. The one list of them.

`config.toml` documents each, and a test fails when one is missing there.
"""

from dataclasses import dataclass

Value = str | int | bool | list[str]


@dataclass(frozen=True, slots=True)
class Key:
    """One setting: its table and name, its default (whose type is the setting's type), what is expected of it
    in words for an error message, and the bounds of a number or the words that may be chosen."""

    table: str
    name: str
    default: Value
    expected: str
    least: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The key as it is spoken of: `web.port`."""
        return f"{self.table}.{self.name}" if self.table else self.name

    @property
    def variable(self) -> str:
        """The environment variable that overrides it: `REMISS_WEB_PORT`."""
        return "REMISS_" + self.path.replace(".", "_").upper()


KEYS: tuple[Key, ...] = (
    Key("archive", "data", "data", "the folder for catalog, index and saved searches"),
    Key(
        "archive",
        "database",
        "",
        "a database URL such as sqlite:///path, or empty for a file in the data folder",
    ),
    Key("archive", "engine", "whoosh", 'the name of a search engine: "whoosh" or "memory"'),
    Key("archive", "cache_mb", 256, "megabytes of what is read of the index, 0 to 65536", 0, 65536),
    Key("laws", "register", "", "the path of a tab-separated register of acts, or empty for none"),
    Key("web", "host", "127.0.0.1", "an address of this machine"),
    Key("web", "port", 8765, "a port number from 0 (any free one) to 65535", 0, 65535),
    Key("web", "name", "Remissarkivet", "the name shown at the top of every page"),
    Key("web", "per_page", 20, "hits per page, 5 to 100", 5, 100),
    Key("web", "trusted_hosts", [], "a list of host names under which the page may be asked for"),
    Key("web", "https", False, "true or false: whether a proxy in front serves the page over https"),
    Key("reading", "seconds", 60, "seconds for one file, 1 to 3600", 1, 3600),
    Key("reading", "memory_mb", 2048, "megabytes of memory for one reader, 256 to 65536", 256, 65536),
    Key("reading", "output_mb", 64, "megabytes of text from one file, 1 to 1024", 1, 1024),
    Key("reading", "file_mb", 512, "megabytes of the largest file that is read, 1 to 4096", 1, 4096),
    Key("reading", "ocr", "auto", '"auto" or "no"', choices=("auto", "no")),
    Key("reading", "ocr_page_seconds", 120, "seconds of OCR for one page, 5 to 3600", 5, 3600),
)

COLLECTION_KEYS: tuple[Key, ...] = (
    Key("collection", "name", "", "a name of its own for the collection"),
    Key("collection", "path", "", "the folder that holds the documents"),
    Key("collection", "kommun", "", "the kommun whose archive it is"),
    Key("collection", "namnd", "", "the nämnd whose archive it is, when it is one nämnd's"),
    Key("collection", "groups", [], "a list of groups that may see it; empty: everyone"),
)
REQUIRED_COLLECTION_KEYS = ("name", "path")
