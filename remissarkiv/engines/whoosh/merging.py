"""Which segments are written together into a new one at a commit, as merge policies in Whoosh's sense: a
function of the writer and the segments there are, which feeds some to the writer and returns the rest.

Merging is slow in Python, so an ordinary commit leaves the segments alone until there are too many.
"""

from collections.abc import Iterable

from whoosh.codec.whoosh3 import W3Segment
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

MOST_SEGMENTS = 10
_LEFT_ALONE = 5


def bounded(writer: SegmentWriter, segments: list[W3Segment]) -> list[W3Segment]:
    """Leave every segment alone while there are fewer than `MOST_SEGMENTS`; then merge all but the five
    largest. The largest are thus merged rarely, and a document is copied few times in its life."""
    living = [segment for segment in segments if segment.doc_count() > 0]
    if len(living) < MOST_SEGMENTS:
        return living
    by_size = sorted(living, key=lambda segment: (-segment.doc_count(), segment.segment_id()))
    _merge(writer, by_size[_LEFT_ALONE:])
    return by_size[:_LEFT_ALONE]


def whole(writer: SegmentWriter, segments: list[W3Segment]) -> list[W3Segment]:
    """Merge all segments into one, without what was removed."""
    _merge(writer, (segment for segment in segments if segment.doc_count() > 0))
    return []


def _merge(writer: SegmentWriter, segments: Iterable[W3Segment]) -> None:
    for segment in segments:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        try:
            writer.add_reader(reader)
        finally:
            reader.close()
