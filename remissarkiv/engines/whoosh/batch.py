"""A batch of changes on its way into the index."""

from collections.abc import Sequence

import numpy as np
from whoosh.codec.whoosh3 import W3Segment

from remissarkiv.domain import IndexEntry
from remissarkiv.engines.entries import refuse_malformed
from remissarkiv.engines.whoosh.files import Contents, IndexFiles
from remissarkiv.engines.whoosh.inverting import Inverter
from remissarkiv.engines.whoosh.leaf import Leaf
from remissarkiv.engines.whoosh.merge_policy import together
from remissarkiv.engines.whoosh.merging import Source, merge
from remissarkiv.engines.whoosh.posting_cache import PostingCache
from remissarkiv.engines.whoosh.segment_writer import SegmentWriter
from remissarkiv.engines.whoosh.state import FileSum, State, sum_file, sync_folder, write_state

MEMORY = 96 << 20
"""Bytes of inverted documents that are held before they are written as a segment."""

MOST_IN_THE_WAY = 10
"""Documents that a commit may write again before what it adds can be found: about as much work as a
generation of their own would be."""


class Batch:
    """An `EngineWriter`. Whoever makes it holds the index's lock, and calls `discard` in the end."""

    def __init__(self, files: IndexFiles, state: State) -> None:
        self._files = files
        self._state = state
        self._sums = dict(state.files)
        generation = files.newest()
        contents = files.contents(generation)
        self._schema = contents.schema
        self._number = generation.number
        self._segments = list(contents.segments)
        self._before = tuple(self._segments)
        self._flushed: set[str] = set()
        self._leaves: dict[str, Leaf] = {}
        self._inverter = Inverter()
        self._fresh: dict[str, int] = {}
        self._dropped: list[int] = []
        self._added = 0
        self._changed = False

    def put(self, entry: IndexEntry) -> None:
        """Add the document, or replace the one with the same id, also one put in this batch."""
        refuse_malformed(entry)
        number = self._inverter.add(entry)
        self.remove(entry.id)
        self._fresh[entry.id] = number
        self._added += 1
        self._changed = True
        if self._inverter.bytes >= MEMORY:
            self._flush()

    def remove(self, document_id: str) -> None:
        """Remove the document, if it is there."""
        number = self._fresh.pop(document_id, None)
        if number is not None:
            self._dropped.append(number)
        # Of what this batch has written only what it has written twice needs to be looked for.
        for segment in self._segments if document_id in self._flushed else self._before:
            for known in self._leaf(segment).with_ids([document_id]):
                if not segment.is_deleted(known):
                    segment.delete_document(known)
                    self._changed = True

    def commit(self, sequence: int) -> None:
        """Make the batch visible and remember `sequence`; the batch is over then. Segments, table of contents
        and state reach the disk in that order.

        Where many documents are to be written together, they are in a generation of their own that follows:
        one added document is found at once, whatever has to be tidied behind it. Interrupted in between, the
        next commit makes up for it."""
        merged: Sequence[W3Segment] = ()
        if self._changed:
            self._flush()
            living = self._living()
            if self._before:
                merged = together(living, self._added)
                if sum(segment.doc_count() for segment in merged) > MOST_IN_THE_WAY:
                    self._publish(())
                    self._remember(sequence)
            elif len(living) > 1:
                # A whole archive in one commit, as a rebuild makes it, is written as one segment at once.
                merged = living
            self._publish(merged)
        self._remember(sequence)

    def tidy(self) -> None:
        """Write all segments into one, without what was removed."""
        if len(self._segments) > 1 or any(segment.has_deletions() for segment in self._segments):
            self._publish(self._living())
            self._remember(self._state.sequence)

    def discard(self) -> None:
        """Forget what was not committed; no error after a commit, whether it went well or not. Files that
        were written without a commit are cleared up by the next one."""
        self._inverter = Inverter()
        self._leaves = {}

    def _flush(self) -> None:
        """Write what is in memory as a segment."""
        if not self._inverter.documents:
            return
        writer = SegmentWriter(self._files)
        try:
            self._inverter.write(writer)
            segment = writer.finish(self._inverter.documents)
        except BaseException:
            writer.discard()
            raise
        for number in self._dropped:
            segment.delete_document(number)
        self._segments.append(segment)
        self._flushed.update(self._fresh)
        self._inverter = Inverter()
        self._fresh, self._dropped = {}, []

    def _living(self) -> list[W3Segment]:
        return [segment for segment in self._segments if segment.doc_count() > 0]

    def _publish(self, merged: Sequence[W3Segment]) -> None:
        """Write a new generation, in which the segments `merged` are one."""
        segments = [segment for segment in self._living() if segment not in merged]
        if merged:
            segments.append(merge(self._files, [self._source(segment) for segment in merged]))
        self._leaves = {}
        self._number += 1
        self._sums = self._summed(segments)
        self._files.publish(Contents(self._schema, tuple(segments)), self._number)

    def _source(self, segment: W3Segment) -> Source:
        leaf = self._leaf(segment)
        living = np.ones(leaf.size, np.bool_)
        living[list(segment.deleted_docs())] = False
        return Source(leaf, living)

    def _leaf(self, segment: W3Segment) -> Leaf:
        name = str(segment.segment_id())
        if name not in self._leaves:
            self._leaves[name] = Leaf(self._files, segment, PostingCache(0))
        return self._leaves[name]

    def _summed(self, segments: Sequence[W3Segment]) -> dict[str, FileSum]:
        """The checksums of segment files; those of files that are not known yet also make sure that they are
        on disk."""
        paths = [self._files.segment_file(segment) for segment in segments]
        return {path.name: self._sums.get(path.name) or sum_file(path, sync=True) for path in paths}

    def _remember(self, sequence: int) -> None:
        generation = self._files.newest()
        sums = self._summed(self._files.contents(generation).segments)
        sum_file(self._files.table(generation.number), sync=True)
        sync_folder(self._files.folder)
        self._files.sweep()
        write_state(self._files.folder, State(self._state.fingerprint, sequence, files=sums))
