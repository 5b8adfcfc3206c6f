"""The table `swedish_words.txt`, by section."""

from functools import cache
from importlib.resources import files


@cache
def _sections() -> dict[str, tuple[str, ...]]:
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (
        files("indexer.extract").joinpath("swedish_words.txt").read_text(encoding="utf-8").splitlines()
    ):
        if line.startswith("["):
            current = sections.setdefault(line.strip("[] "), [])
        elif not line.startswith("#"):
            current.extend(line.split())
    return {name: tuple(words) for name, words in sections.items()}


def words_of(section: str) -> tuple[str, ...]:
    """The words of a section (`given`, `surname`, `element`, `place`, `authority`, `title`), lower case."""
    return _sections()[section]


@cache
def given_names() -> frozenset[str]:
    """Given names in everyday use, lower case."""
    return frozenset(words_of("given"))
