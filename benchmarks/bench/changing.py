"""What a change costs in an index that is there: documents replaced one by one, each in a commit of its own.

The reader is another opening of the same index, as the server's is beside `remiss index`. After each commit
it is asked for a word that only this version of the document has; the document is searchable when it answers.
"""

import random
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from whoosh import index

from benchmarks.bench.documents import SHELF
from benchmarks.bench.engine_ours import FINGERPRINT
from benchmarks.bench.figures import spread
from benchmarks.bench.prepared import Prepared
from benchmarks.bench.timing import Timing
from remissarkiv.domain import Access, FieldTerms, IndexEntry
from remissarkiv.engines.interface import Engine, SearchRequest, Term
from remissarkiv.engines.registry import open_engine

_SAMPLE = 250
"""Documents of the corpus that are changed in turn."""


def measure_changes(folder: Path, prepared: Prepared, changes: int, seed: int) -> dict[str, Any]:
    """Replace `changes` documents of the index of `engine_ours` in `folder`, one in each commit."""
    writing = open_engine("whoosh", folder / "index", FINGERPRINT)
    reading = open_engine("whoosh", folder / "index", FINGERPRINT)
    sequence, most = writing.sequence(), 0
    reading.search(SearchRequest(Term("text", "kommun"), Access(frozenset({SHELF}))))
    found: list[Timing] = []
    for number, (word, entry) in enumerate(_changed(prepared, changes, seed)):
        wall, cpu = time.perf_counter(), time.process_time()
        with writing.writer() as writer:
            writer.put(entry)
            writer.commit(sequence + number + 1)
        if not _is_found(reading, word, entry.id):
            raise RuntimeError(f"{entry.id} was changed and is not found")
        found.append(Timing(time.perf_counter() - wall, time.process_time() - cpu))
        most = max(most, _segments(folder))
    count = writing.count()
    writing.close()
    reading.close()
    told = spread(found)
    return {
        "changes": changes,
        "documents": count,
        "searchable_ms": asdict(told) if told else None,
        "slowest_ms": max(one.wall for one in found) * 1000,
        "segments_at_most": most,
        "segments_at_last": _segments(folder),
    }


def _changed(prepared: Prepared, changes: int, seed: int) -> Iterator[tuple[str, IndexEntry]]:
    """Documents of the corpus with another word in them, and that word."""
    held = prepared.vocabulary.sample
    chosen = random.Random(f"changes:{seed}").sample(held, min(len(held), _SAMPLE))
    for number in range(changes):
        entry = chosen[number % len(chosen)]
        word, text = f"ändring{number}", entry.fields["text"]
        changed = FieldTerms({**text.frequencies, word: 1}, text.length + 1)
        yield word, replace(entry, fields={**entry.fields, "text": changed})


def _is_found(engine: Engine, word: str, document_id: str) -> bool:
    answer = engine.search(SearchRequest(Term("text", word), Access(frozenset({SHELF}))))
    return [hit.id for hit in answer.hits] == [document_id]


def _segments(folder: Path) -> int:
    with index.open_dir(folder / "index").reader() as reader:
        return 1 if reader.is_atomic() else len(reader.leaf_readers())
