"""Whether an index is sound: reads everything, and tells what is wrong in sentences."""

from collections.abc import Iterator

import numpy as np

from remissarkiv.domain import POSITION_FIELDS
from remissarkiv.engines.whoosh.fields import NUMBER_COLUMNS, VALUE_COLUMNS
from remissarkiv.engines.whoosh.files import Contents, IndexFiles
from remissarkiv.engines.whoosh.leaf import Leaf
from remissarkiv.engines.whoosh.positions import ends_of
from remissarkiv.engines.whoosh.snapshot import Snapshot
from remissarkiv.engines.whoosh.state import State, sum_file
from remissarkiv.engines.whoosh.terms import from_bytes
from remissarkiv.errors import IndexBrokenError


def wrong_sizes(files: IndexFiles, contents: Contents, state: State) -> Iterator[str]:
    """Segment files that are missing or not as long as they were written; costs one look at each."""
    for segment in contents.segments:
        path = files.segment_file(segment)
        kept = state.files.get(path.name)
        if not path.is_file():
            yield f"the segment file {path.name} is missing"
        elif kept is not None and path.stat().st_size != kept.size:
            yield f"the segment file {path.name} has {path.stat().st_size} bytes instead of {kept.size}"


def wrong_sums(files: IndexFiles, contents: Contents, state: State) -> Iterator[str]:
    """Segment files whose bytes are not those that were written; reads them whole."""
    for segment in contents.segments:
        path = files.segment_file(segment)
        kept = state.files.get(path.name)
        if kept is not None and path.is_file() and sum_file(path) != kept:
            yield f"the segment file {path.name} is not as it was written (its checksum differs)"


def wrong_contents(snapshot: Snapshot) -> Iterator[str]:
    """What contradicts itself inside the files: columns, postings, word numbers, ids."""
    for leaf in snapshot.leaves:
        try:
            yield from _wrong_leaf(leaf)
        except IndexBrokenError as error:
            yield str(error)
            return
    for document_id in snapshot.repeated_ids():
        yield f"the document {document_id} is in the index more than once"


def _wrong_leaf(leaf: Leaf) -> Iterator[str]:
    for name in VALUE_COLUMNS:
        leaf.column(name)
    for name in NUMBER_COLUMNS:
        leaf.numbers(name)
    for name in leaf.fields():
        for term, postings in leaf.entries(name):
            numbers, often = postings.documents, postings.frequencies
            place = f"of {from_bytes(term)!r} in {name}"
            if not (numbers[1:] > numbers[:-1]).all():
                yield f"segment {leaf.name}: the documents {place} are not in order"
            elif name in POSITION_FIELDS and len(ends_of(postings.packed)) != often.sum(dtype=np.int64):
                yield f"segment {leaf.name}: the word numbers {place} are incomplete"
