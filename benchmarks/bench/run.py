"""One size: prepared, indexed, asked, compared; the figures as values for JSON."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.bench.changing import measure_changes
from benchmarks.bench.comparing import Agreement, compare
from benchmarks.bench.figures import by_class, ratios, spread
from benchmarks.bench.measuring import Measured, answer_cold, answer_fresh, answer_warm, build_all
from benchmarks.bench.prepared import Prepared, prepare
from benchmarks.bench.queries import Query, draw
from benchmarks.bench.timing import Built
from benchmarks.bench.worker import Answering

REFERENCE_UP_TO = 20_000
"""Beyond so many documents the reference holds too much memory, and takes too long."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to run. `cold` and `fresh` tell how many queries of each class are asked that way, `changes` how
    many documents of our own index are replaced in the end."""

    data: Path
    kept: Path
    scratch: Path
    engines: tuple[str, ...]
    kinds: tuple[str, ...]
    each: int
    rounds: int
    cold: int
    fresh: int
    seed: int
    changes: int


def run_size(plan: Plan, size: int, say: Say) -> dict[str, Any]:
    """Everything for one size. Indexes are removed afterwards."""
    say(f"{size} documents: making terms ready")
    prepared = prepare(plan.data, size, plan.seed, plan.kept)
    held = prepared.vocabulary
    engines = [name for name in plan.engines if name != "reference" or held.documents <= REFERENCE_UP_TO]
    folders = {name: plan.scratch / f"{size}-{name}" for name in engines}
    queries = draw(held, plan.each, plan.seed, plan.kinds)
    try:
        say(f"{size} documents: indexing with {', '.join(engines)}")
        built = build_all(prepared, folders)
        asked = {name: folder for name, folder in folders.items() if name != "reference"}
        with ExitStack() as stack:
            workers = {name: stack.enter_context(Answering(name, folder)) for name, folder in asked.items()}
            say(f"{size} documents: {len(queries)} queries, warm, {plan.rounds} rounds")
            measured = answer_warm(workers, queries, plan.rounds, plan.seed)
            say(f"{size} documents: cold")
            answer_cold(workers, queries, plan.cold, measured)
            answer_fresh(asked, queries, plan.fresh, measured)
            say(f"{size} documents: comparing hits")
            if "reference" in folders:
                workers["reference"] = stack.enter_context(Answering("reference", folders["reference"]))
                workers["reference"].open()
            agreement = compare(workers, queries)
        changing = None
        if plan.changes and "ours" in folders:
            say(f"{size} documents: {plan.changes} changes")
            changing = measure_changes(folders["ours"], prepared, plan.changes, plan.seed)
    finally:
        for folder in folders.values():
            shutil.rmtree(folder, ignore_errors=True)
    return _told(prepared, built, queries, measured, agreement) | {"changing": changing}


def _told(
    prepared: Prepared,
    built: Mapping[str, Built],
    queries: Sequence[Query],
    measured: Mapping[str, Measured],
    agreement: Agreement,
) -> dict[str, Any]:
    held = prepared.vocabulary
    warm = {name: by_class(queries, one) for name, one in measured.items()}
    hits: dict[str, list[int]] = {}
    for query, total in zip(queries, agreement.totals, strict=True):
        hits.setdefault(query.kind, []).append(total)
    return {
        "documents": held.documents,
        "recombined": held.recombined,
        "text_bytes": held.text_bytes,
        "words": held.words,
        "queries": len(queries),
        "hits": hits,
        "indexing": {
            name: {
                "documents_per_cpu_second": held.documents / one.cpu,
                "seconds": one.wall,
                "cpu_seconds": one.cpu,
                "peak_mb": one.peak_mb,
                "size_bytes": one.size,
                "size_to_text": one.size / held.text_bytes,
            }
            for name, one in built.items()
            if name != "reference"
        },
        "warm_ms": {name: {kind: asdict(one) for kind, one in kinds.items()} for name, kinds in warm.items()},
        "times_ours": {
            name: {kind: asdict(one) for kind, one in kinds.items()}
            for name, kinds in ratios(warm, "ours").items()
        },
        "cold_ms": {
            name: {
                "opening": _spread(one.opened[1:]),
                "first_query": _spread(one.cold.values()),
                "opening_new_process": _spread(one.fresh_opened),
                "first_query_new_process": _spread(one.fresh.values()),
            }
            for name, one in measured.items()
        },
        "memory_mb": {
            name: {"resident": one.resident_mb, "peak": one.peak_mb} for name, one in measured.items()
        },
        "agreement": {
            "against": agreement.against,
            "queries": agreement.queries,
            "differing": {name: agreement.differing(name) for name in built if name != agreement.against},
            "differences": [
                {**asdict(one), "query": repr(one.query.node), "kind": one.query.kind}
                for one in agreement.differences
            ],
        },
    }


def _spread(timings: Any) -> dict[str, float] | None:
    found = spread(list(timings))
    return asdict(found) if found else None
