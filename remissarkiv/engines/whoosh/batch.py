"""A batch of changes on its way into the index."""

from contextlib import suppress
from typing import Any

from whoosh.codec.whoosh3 import W3Segment
from whoosh.writing import SegmentWriter

from remissarkiv.domain import IndexEntry
from remissarkiv.engines.entries import refuse_malformed
from remissarkiv.engines.whoosh.damage import reading
from remissarkiv.engines.whoosh.files import IndexFiles
from remissarkiv.engines.whoosh.leaf import Leaf
from remissarkiv.engines.whoosh.merging import bounded, whole
from remissarkiv.engines.whoosh.posting_cache import PostingCache
from remissarkiv.engines.whoosh.state import FileSum, State, sum_file, sync_folder, write_state

_POOL_MB = 64
"""What Whoosh may hold of a batch's postings before it writes them to a temporary file."""


class Batch:
    """An `EngineWriter`. Whoever makes it holds the index's lock, and calls `discard` in the end."""

    def __init__(self, files: IndexFiles, state: State) -> None:
        self._files = files
        self._state = state
        index = files.index()
        with reading(files.folder, "table of contents"):
            self._writer: SegmentWriter = SegmentWriter(index, _lk=False, limitmb=_POOL_MB)
        self._leaves: list[tuple[W3Segment, Leaf]] | None = None
        self._fresh: dict[str, int] = {}
        self._changed = False

    def put(self, entry: IndexEntry) -> None:
        """Add the document, or replace the one with the same id, also one put in this batch."""
        refuse_malformed(entry)
        self.remove(entry.id)
        values: dict[str, Any] = {"id": entry.id, "collection": entry.collection, "day": entry.day}
        values |= {"copies": entry.copies, "exact_copies": entry.exact_copies, "rank": entry.rank}
        values |= entry.fields
        values |= entry.columns
        number = self._writer.docnum
        self._writer.add_document(**values)
        self._fresh[entry.id] = number
        self._changed = True

    def remove(self, document_id: str) -> None:
        """Remove the document, if it is there."""
        number = self._fresh.pop(document_id, None)
        if number is not None:
            # Whoosh replaces only what an earlier commit wrote; a document of this very batch is marked
            # removed in the segment that is being written.
            self._writer.newsegment.delete_document(number)
        for segment, leaf in self._committed():
            for known in leaf.with_ids([document_id]):
                if not segment.is_deleted(known):
                    segment.delete_document(known)
                    self._changed = True

    def commit(self, sequence: int) -> None:
        """Make the batch visible and remember `sequence`; the batch is over then. Segments, table of contents
        and state reach the disk in that order."""
        if self._changed:
            self._finish(bounded)
        else:
            self.discard()
        self._remember(sequence)

    def tidy(self) -> None:
        """Write all segments into one, without what was removed."""
        segments = self._writer.segments
        if len(segments) > 1 or any(segment.has_deletions() for segment in segments):
            self._finish(whole)
            self._remember(self._state.sequence)

    def discard(self) -> None:
        """Forget what was not committed; no error after a commit, whether it went well or not."""
        self._close_leaves()
        if not self._writer.is_closed:
            # A full disk does not even let Whoosh finish the file that is thrown away; the next commit
            # clears it up.
            with suppress(OSError):
                self._writer.cancel()

    def _finish(self, policy: Any) -> None:
        self._close_leaves()
        self._writer.commit(mergetype=policy)

    def _remember(self, sequence: int) -> None:
        generation = self._files.newest()
        sums: dict[str, FileSum] = {}
        for segment in self._files.contents(generation).segments:
            path = self._files.segment_file(segment)
            sums[path.name] = self._state.files.get(path.name) or sum_file(path, sync=True)
        sum_file(self._files.table(generation.number), sync=True)
        sync_folder(self._files.folder)
        self._files.sweep()
        write_state(self._files.folder, State(self._state.fingerprint, sequence, files=sums))

    def _committed(self) -> list[tuple[W3Segment, Leaf]]:
        if self._leaves is None:
            schema = self._writer.schema
            self._leaves = [(s, Leaf(self._files, schema, s, PostingCache(0))) for s in self._writer.segments]
        return self._leaves

    def _close_leaves(self) -> None:
        for _, leaf in self._leaves or ():
            leaf.close()
        self._leaves = []
