"""One segment on its way to disk: postings and columns, as arrays."""

from contextlib import suppress

from whoosh.codec.whoosh3 import STORED_COLUMN, W3Codec, W3Segment

from remissarkiv.engines.whoosh.arrays import Counts
from remissarkiv.engines.whoosh.blocks import Run, entries
from remissarkiv.engines.whoosh.coded_column import pack
from remissarkiv.engines.whoosh.columns import Column
from remissarkiv.engines.whoosh.fields import NUMBER_COLUMNS
from remissarkiv.engines.whoosh.files import IndexFiles
from remissarkiv.engines.whoosh.term_list import TermListWriter


class SegmentWriter:
    """Writes an ordinary Whoosh segment. The fields come one after the other, each with its runs of terms in
    rising order; columns come in any order."""

    def __init__(self, files: IndexFiles) -> None:
        self._storage = files.storage
        self._segment = W3Segment(W3Codec(), files.name)
        self._terms = TermListWriter(self._segment.create_file(self._storage, W3Codec.TERMS_EXT))
        self._post = self._segment.create_file(self._storage, W3Codec.POSTS_EXT)
        self._posted = 0

    def start_field(self, name: str) -> None:
        """Begin the terms of another field."""
        self._terms.start_field(name)

    def add(self, run: Run) -> None:
        """The next terms of the field with their postings."""
        written: list[bytes] = []
        self._terms.add(run.terms, entries(run, self._posted, written))
        for postings in written:
            self._post.write(postings)
            self._posted += len(postings)

    def column(self, name: str, column: Column) -> None:
        """A column of values."""
        self._write_column(name, pack(column))

    def numbers(self, name: str, numbers: Counts) -> None:
        """A column of numbers, one for each document."""
        self._write_column(name, numbers.astype(NUMBER_COLUMNS[name]).tobytes())

    def _write_column(self, name: str, packed: bytes) -> None:
        with self._storage.create_file(W3Codec.column_filename(self._segment, name)) as file:
            file.write(packed)

    def finish(self, documents: int) -> W3Segment:
        """Close the segment, which holds so many documents."""
        with self._storage.create_file(W3Codec.column_filename(self._segment, "_stored")) as file:
            # Nothing is stored here; Whoosh's own searchers ask for it all the same.
            STORED_COLUMN.writer(file).finish(documents)
        self._terms.close()
        self._post.close()
        self._segment.set_doc_count(documents)
        self._segment.create_compound_file(self._storage)
        return self._segment

    def discard(self) -> None:
        """Let go of what was not finished; the files are cleared up by the next commit."""
        with suppress(OSError):
            self._terms.dbfile.close()
        with suppress(OSError):
            self._post.close()
