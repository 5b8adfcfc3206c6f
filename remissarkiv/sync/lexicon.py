"""Keeping the archive's lexicon: what teaches it, which version serves, and whether it is as it should be."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from remissarkiv.catalog import Catalog
from remissarkiv.domain import open_shelves
from remissarkiv.errors import LexiconBrokenError, LexiconTableError
from remissarkiv.language.lexicon import Learned, LexiconVersions, learn, open_lexicon

OUTGROWN_AT = 2.0
"""A lexicon is outgrown when the archive holds so many times what the lexicon was learned from."""


@dataclass(frozen=True, slots=True)
class LexiconFacts:
    """The lexicon that serves: its version (0: Swedish alone), and the files and words it was learned from.

    `teaching` is the number of files that could teach today, `outgrown` tells that they have become so many
    more that learning anew is worth while, `problem` (English) what is wrong with the newest version.
    """

    version: int = 0
    documents: int = 0
    words: int = 0
    teaching: int = 0
    outgrown: bool = False
    problem: str = ""


def newest_version(catalog: Catalog, folder: Path) -> int:
    """The number of the version in use, 0 when the archive has taught nothing yet.

    Raises `LexiconBrokenError`, naming the file, when that version is damaged or lost, and
    `LexiconTableError` when what comes with the program is.
    """
    newest = LexiconVersions(folder).newest()
    open_lexicon(folder, newest)
    remembered = max(catalog.lexicon_versions(), default=0)
    if remembered > newest:
        raise LexiconBrokenError(folder / str(remembered), "is missing")
    return newest


def learn_anew(
    catalog: Catalog,
    *,
    leaving_out: Collection[str] = (),
    hashes: Collection[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Learned:
    """What the undamaged documents of the open collections teach, whatever order they were read in.

    Files whose document is `leaving_out` do not teach, nor those with these content `hashes`. `progress` is
    told how many files have been learned from, and of how many.
    """
    ids = [
        document_id
        for document_id, sha256 in catalog.teachers(open_shelves(catalog.collections()))
        if document_id not in leaving_out and sha256 not in hashes
    ]

    def texts() -> Iterator[str]:
        for number, text in enumerate(catalog.teaching_texts(ids), start=1):
            yield text
            if progress and (number % 100 == 0 or number == len(ids)):
                progress(number, len(ids))

    return learn(texts())


def freeze(catalog: Catalog, folder: Path, learned: Learned) -> int:
    """Keep what was learned as the version in use, and return its number: 0 when nothing was, ever.

    The newest version stays when it was learned from the same words. Raises `LexiconUnwritableError`.
    """
    versions = LexiconVersions(folder)
    remembered = max(catalog.lexicon_versions(), default=0)
    if not learned.words and not versions.newest() and not remembered:
        return 0
    return versions.freeze(learned, after=remembered)


def forget_unused(catalog: Catalog, folder: Path) -> None:
    """Remove the versions that no document was read with and that are not in use."""
    LexiconVersions(folder).forget(catalog.lexicon_versions())


def lexicon_facts(catalog: Catalog, folder: Path) -> LexiconFacts:
    """What there is to tell of the lexicon."""
    teaching = len(catalog.teachers(open_shelves(catalog.collections())))
    try:
        lexicon = open_lexicon(folder, newest_version(catalog, folder))
    except (LexiconBrokenError, LexiconTableError) as error:
        return LexiconFacts(teaching=teaching, problem=str(error))
    return LexiconFacts(
        version=lexicon.version,
        documents=lexicon.documents,
        words=lexicon.words,
        teaching=teaching,
        outgrown=lexicon.version > 0 and teaching > OUTGROWN_AT * lexicon.documents,
    )


def verify_lexicon(catalog: Catalog, folder: Path) -> tuple[str, ...]:
    """What is wrong with the lexicon, one English line each; none when it serves and every damaged document
    was read with one."""
    try:
        newest = newest_version(catalog, folder)
    except (LexiconBrokenError, LexiconTableError) as error:
        return (str(error),)
    without = catalog.lexicon_versions().get(0, 0) if newest else 0
    if not without:
        return ()
    return (f"{without} damaged documents were read without the archive's lexicon; run: remiss index",)
