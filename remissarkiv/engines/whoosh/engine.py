"""The Whoosh engine: opens, answers, hands out batches."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from remissarkiv.engines.interface import EngineResult, EngineWriter, SearchRequest
from remissarkiv.engines.unwritable import writing_files
from remissarkiv.engines.whoosh.batch import Batch
from remissarkiv.engines.whoosh.collapsing import collapse
from remissarkiv.engines.whoosh.damage import broken, left_behind, reading
from remissarkiv.engines.whoosh.evaluation import Evaluation
from remissarkiv.engines.whoosh.facets import facets
from remissarkiv.engines.whoosh.few import answer as answer_of_few
from remissarkiv.engines.whoosh.fields import schema
from remissarkiv.engines.whoosh.files import Generation, IndexFiles
from remissarkiv.engines.whoosh.integrity import wrong_contents, wrong_sizes, wrong_sums
from remissarkiv.engines.whoosh.locking import writing
from remissarkiv.engines.whoosh.matches import Matches
from remissarkiv.engines.whoosh.page import FEW, page
from remissarkiv.engines.whoosh.posting_cache import PostingCache
from remissarkiv.engines.whoosh.snapshot import Snapshot
from remissarkiv.engines.whoosh.state import State, read_state, write_state
from remissarkiv.errors import IndexBrokenError, RemissarkivError

_log = logging.getLogger("remissarkiv")


class WhooshEngine:
    """A search index in a folder. Any number of threads may search; one process at a time may write."""

    def __init__(self, folder: Path, fingerprint: str, cache_mb: int) -> None:
        self._files = IndexFiles(folder)
        self._fingerprint = fingerprint
        self._opening = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._unreadable: Generation | None = None
        self._left_behind: IndexBrokenError | None = None
        self._cache = PostingCache(cache_mb << 20)

    @classmethod
    def open(cls, folder: Path, fingerprint: str, cache_mb: int = 256) -> "WhooshEngine":
        """The index in `folder`, a new one when there is none.

        `fingerprint` is the language analysis the terms come from, `cache_mb` how many megabytes may be kept
        of what was read. Raises `IndexMismatchError` when the index was made with another analysis or in
        another format, `IndexBrokenError` when it is damaged, and `ArchiveBusyError` when another process is
        just making it.
        """
        engine = cls(folder, fingerprint, cache_mb)
        if engine._is_new():
            engine._create()
        engine._current()
        return engine

    def sequence(self) -> int:
        """The last catalog change that the index holds."""
        return self._state().sequence

    def count(self) -> int:
        """How many documents the index holds."""
        return self._current().count()

    def ids(self) -> tuple[str, ...]:
        """The ids of all documents."""
        return tuple(self._current().all_ids())

    @contextmanager
    def writer(self) -> Iterator[EngineWriter]:
        """A batch of changes; see the protocol."""
        with self._batch() as batch:
            yield batch

    def tidy(self) -> None:
        """Write all segments into one, without what was removed."""
        with self._batch() as batch:
            batch.tidy()

    def search(self, request: SearchRequest) -> EngineResult:
        """Answer a query from the newest committed generation that can be read."""
        snapshot = self._current()
        found = Evaluation(snapshot).matches(request.query)
        if len(found) <= FEW:
            answer = answer_of_few(snapshot, found, request)
            if answer is not None:
                return answer
        visible = snapshot.visible(request.access.shelves)
        if visible is not None:
            found = found.only(visible[found.documents])
        found = _worth(snapshot, found)
        hits, copies = collapse(snapshot, found, request.collapse)
        shown = page(snapshot, hits, copies, request)
        return EngineResult(len(hits), shown, facets(snapshot, hits, copies, request))

    def check(self) -> tuple[str, ...]:
        """Read the whole index and tell what is wrong with it."""
        try:
            state = self._state()
            generation = self._files.newest()
            contents = self._files.contents(generation)
            problems = [*wrong_sizes(self._files, contents, state)]
            problems = problems or [*wrong_sums(self._files, contents, state)]
            if problems:
                return tuple(problems)
            # Opened anew: what an older snapshot has in memory says nothing of the files.
            return tuple(wrong_contents(Snapshot(self._files, generation, contents, PostingCache(0))))
        except IndexBrokenError as error:
            return (str(error),)

    def trouble(self) -> RemissarkivError | None:
        """What keeps the newest generation from answering; see the protocol."""
        try:
            serving, newest = self._current(), self._files.newest()
            if serving.generation != newest:
                return self._left_behind
            # A file that is open already can still be cut or taken away; only the questions tell, one by one.
            wrong = next(wrong_sizes(self._files, self._files.contents(newest), self._state()), None)
            return broken(self._files.folder, f"is damaged: {wrong}") if wrong else None
        except FileNotFoundError:
            # A commit in another process has just replaced the table that we were to read.
            return None
        except RemissarkivError as error:
            return error

    def close(self) -> None:
        """Let go of the files and of what was read of them; a query that is under way goes on."""
        with self._opening:
            self._snapshot = None
            self._cache.clear()

    @contextmanager
    def _batch(self) -> Iterator[Batch]:
        with writing_files(self._files.folder), writing(self._files.lock_path()):
            batch = Batch(self._files, self._state())
            try:
                yield batch
            finally:
                batch.discard()

    def _is_new(self) -> bool:
        """Whether there is no index yet. Making one writes the state first: a state without a table of
        contents and without a change applied was interrupted there, and the index can be made again."""
        state = read_state(self._files.folder)
        if self._files.has_table():
            return False
        return state is None or (state.sequence == 0 and not state.files)

    def _create(self) -> None:
        folder = self._files.folder
        with writing_files(folder):
            folder.mkdir(parents=True, exist_ok=True)
            with writing(self._files.lock_path()):
                if self._is_new():
                    write_state(folder, State(self._fingerprint))
                    self._files.create(schema())

    def _state(self) -> State:
        folder = self._files.folder
        state = read_state(folder)
        if state is None:
            raise broken(folder, "has lost its state file" if folder.is_dir() else "is gone")
        state.require(folder, self._fingerprint)
        return state

    def _current(self) -> Snapshot:
        """The newest generation, opened when it is not yet. When it cannot be read, the one before it goes on
        serving, for as long as this engine lives; that is logged once, and `trouble` and `check` tell it."""
        snapshot, generation = self._snapshot, self._files.newest()
        if snapshot is not None and generation in (snapshot.generation, self._unreadable):
            return snapshot
        with self._opening:
            return self._opened()

    def _opened(self) -> Snapshot:
        old = self._snapshot
        for _ in range(10):
            generation = self._files.newest()
            if old is not None and generation in (old.generation, self._unreadable):
                return old
            try:
                self._snapshot = self._open_snapshot(generation, old)
            except (FileNotFoundError, IndexBrokenError) as error:
                # A commit in another process may have removed the generation while we were opening it.
                if self._files.newest() != generation:
                    continue
                if old is None or not old.generation.before(generation):
                    raise
                self._unreadable = generation
                self._left_behind = left_behind(error, old.generation.number)
                _log.error("%s", self._left_behind)
                return old
            return self._snapshot
        raise broken(self._files.folder, "changes faster than it can be opened")

    def _open_snapshot(self, generation: Generation, old: Snapshot | None) -> Snapshot:
        state = self._state()
        contents = self._files.contents(generation)
        wrong = next(wrong_sizes(self._files, contents, state), None)
        if wrong is not None:
            raise broken(self._files.folder, f"is damaged: {wrong}")
        with reading(self._files.folder, "opening"):
            return Snapshot(self._files, generation, contents, self._cache, old.leaves if old else ())


def _worth(snapshot: Snapshot, found: Matches) -> Matches:
    """The hits with what their scores are worth."""
    if snapshot.prior is None or (isinstance(found.scores, float) and not found.scores):
        return found
    return Matches(found.documents, found.scores * snapshot.prior[found.documents])
