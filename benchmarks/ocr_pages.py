"""Archives that hold the pages of `ocr_pairs.jsonl`, read well and read badly, made by the program itself.

Four archives: the pages as OCR read them and the same pages as they were written, each in an archive that has
other documents already (`documents.jsonl.gz`) and in one that has none. The pages are a collection of their
own, `PAGES`, one text file named by the page's id. The documents are indexed first, once, and the archive is
then copied: so both have learned the same lexicon, from the documents alone.

No page's document is among the documents: neither the one it was taken from (`training.pages.document_root`)
nor one that repeats it, as an interpellation put a second time does: a document that holds more than
`MOST_SHARED` of the runs of `RUN` words of a page.
"""

import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.baseline import documents
from indexer.ingest import ingest
from indexer.normalise import NormalText, normalise
from indexer.readers import read
from remissarkiv import open_archive
from remissarkiv.domain import Access
from remissarkiv.language.lexicon import Lexicon, LexiconVersions, open_lexicon
from training.pages import Page, document_root

PAGES = "sidor"
PAGE_ACCESS = Access(frozenset({PAGES}))
RUN = 8
MOST_SHARED = 0.3
_DOCUMENTS = "dokument"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Archives:
    """The data folders of the archive of badly read pages and of its twin of true ones, and the
    configuration of each. `name` tells what else they hold."""

    name: str
    ocr: Path
    clean: Path

    def lexicon(self) -> Lexicon:
        """The lexicon by which the badly read pages were repaired."""
        return lexicon_of(self.ocr)


def config_of(data: Path) -> Path:
    """The configuration of the archive in a data folder."""
    return data.with_suffix(".toml")


def lexicon_of(data: Path) -> Lexicon:
    """The newest lexicon of the archive in a data folder; that of Swedish alone when it has learned none."""
    folder = data / "lexicon"
    return open_lexicon(folder, LexiconVersions(folder).newest())


def normal_text(text: str) -> NormalText:
    """A text file with this text, read and normalised as the indexer does."""
    return normalise(read(text.encode(), "sida.txt"))


def other_documents(data: Path, pages: Sequence[Page], most: int = 0) -> list[dict[str, str]]:
    """The documents of the shared data but for those that a page is from, or that repeat a page; `most` of
    them (0: all), evenly chosen."""
    every = list(documents(data, 0))
    step = max(1, len(every) // most) if most else 1
    chosen = every[::step]
    taken = {page.document for page in pages}
    runs_of_pages: dict[tuple[str, ...], list[str]] = defaultdict(list)
    size = {}
    for page in pages:
        runs = _runs(page.clean)
        size[page.id] = len(runs)
        for run in runs:
            runs_of_pages[run].append(page.id)
    kept = []
    for document in chosen:
        if document_root(document["id"]) in taken:
            continue
        shared = Counter(page for run in _runs(document["text"]) for page in runs_of_pages.get(run, ()))
        if all(count <= MOST_SHARED * size[page] for page, count in shared.items()):
            kept.append(document)
    return kept


def make_document_archive(others: Iterable[dict[str, str]], work: Path, jobs: int) -> Path:
    """An archive of documents alone below `work`; returns its data folder. One that is there is kept."""
    data, files, done = work / "documents", work / _DOCUMENTS, work / "documents.done"
    if not done.exists():
        for leftover in (data, files):
            shutil.rmtree(leftover, ignore_errors=True)
        files.mkdir(parents=True)
        for document in others:
            title = " ".join(document["title"].split())
            head = f"---\nrubrik: {title}\ndatum: {document['date']}\n---\n\n"
            name = re.sub(r"[^\w.-]", "_", document["id"])
            (files / f"{name}.md").write_text(head + document["text"], encoding="utf-8")
        _index(data, {_DOCUMENTS: files}, jobs)
        done.touch()
    return data


def make_archives(name: str, start: Path | None, pages: Sequence[Page], work: Path, jobs: int) -> Archives:
    """The two archives of the pages, on top of a copy of the archive in `start` (None: of nothing)."""
    made = {}
    for kind in ("ocr", "clean"):
        files = work / f"{name}-{kind}-files"
        files.mkdir(parents=True)
        for page in pages:
            (files / f"{page.id}.txt").write_text(getattr(page, kind), encoding="utf-8")
        data = work / f"{name}-{kind}"
        collections = {PAGES: files}
        if start is not None:
            shutil.copytree(start, data)
            collections = {_DOCUMENTS: start.parent / _DOCUMENTS, PAGES: files}
        _index(data, collections, jobs)
        made[kind] = data
    return Archives(name, made["ocr"], made["clean"])


def index_files(data: Path, files: Sequence[Path], jobs: int = 1) -> None:
    """Index files by their paths into the archive in `data`."""
    with open_archive(_config(data, {}), data=data) as archive:
        ingest(archive, files, jobs=jobs)


def _config(data: Path, collections: dict[str, Path]) -> Path:
    lines = [f'[[collection]]\nname = "{name}"\npath = "{path}"\n' for name, path in collections.items()]
    data.parent.mkdir(parents=True, exist_ok=True)
    config_of(data).write_text("\n".join(lines), encoding="utf-8")
    return config_of(data)


def _index(data: Path, collections: dict[str, Path], jobs: int) -> None:
    with open_archive(_config(data, collections), data=data) as archive:
        report = ingest(archive, jobs=jobs)
    for rejection in report.rejected:
        print(f"not read: {rejection.path}: {rejection.reason}")


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.replace("\u00ad", "").lower())
    return {tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)}
