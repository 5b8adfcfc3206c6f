"""The tables of a run, aligned for the terminal and fit for a Markdown file."""

from collections.abc import Iterator, Sequence
from typing import Any


def tables(size: dict[str, Any]) -> Iterator[str]:
    """The lines of one size's tables."""
    text_mb = size["text_bytes"] / 1e6
    yield (
        f"## {size['documents']} documents ({size['recombined']} recombined), {text_mb:.0f} MB of text, "
        f"{size['words'] / max(size['documents'], 1):.0f} words each"
    )
    yield ""
    yield from _indexing(size)
    yield from _warm(size)
    yield from _cold(size)
    yield from _agreement(size)
    yield from _changing(size)


def _indexing(size: dict[str, Any]) -> Iterator[str]:
    rows = [["engine", "documents/CPU s", "CPU s", "s", "index MB", "index/text", "peak MB"]]
    rows += [
        [
            name,
            f"{one['documents_per_cpu_second']:.0f}",
            f"{one['cpu_seconds']:.1f}",
            f"{one['seconds']:.1f}",
            f"{one['size_bytes'] / 1e6:.0f}",
            f"{one['size_to_text']:.2f}",
            f"{one['peak_mb']:.0f}",
        ]
        for name, one in size["indexing"].items()
    ]
    yield from _table(rows)


def _warm(size: dict[str, Any]) -> Iterator[str]:
    engines = list(size["warm_ms"])
    others = list(size["times_ours"])
    yield f"Warm, top 20 with facets over all hits, {size['queries']} queries: median ms (p95) [CPU (p95)]"
    yield ""
    rows = [["class", "hits", *engines, *(f"{name}/ours" for name in others)]]
    kinds = dict.fromkeys(kind for one in size["warm_ms"].values() for kind in one)
    for kind in kinds:
        hits = sorted(size["hits"].get(kind, [])) or sorted(
            total for totals in size["hits"].values() for total in totals
        )
        cells = [kind, str(hits[len(hits) // 2])]
        for name in engines:
            one = size["warm_ms"][name].get(kind)
            cells.append(_both(one) if one else "")
        for name in others:
            ratio = size["times_ours"][name].get(kind)
            cells.append(f"{_times(ratio['wall'])} [{_times(ratio['cpu'])}]" if ratio else "")
        rows.append(cells)
    yield from _table(rows)
    yield "Query process, MB resident after the queries (at most): " + ", ".join(
        f"{name} {one['resident']:.0f} ({one['peak']:.0f})" for name, one in size["memory_mb"].items()
    )
    yield ""


def _cold(size: dict[str, Any]) -> Iterator[str]:
    if not any(one["first_query"] for one in size["cold_ms"].values()):
        return
    yield "Cold: the index opened again, and in a new process: median ms (p95) [CPU (p95)]"
    yield ""
    rows = [["engine", "opening", "first query", "opening, new process", "first query, new process"]]
    rows += [
        [name, *(_both(figures) if figures else "" for figures in one.values())]
        for name, one in size["cold_ms"].items()
    ]
    yield from _table(rows)


def _agreement(size: dict[str, Any]) -> Iterator[str]:
    found = size["agreement"]
    counts = ", ".join(f"{name} {count}" for name, count in found["differing"].items())
    yield (
        f"Queries of {found['queries']} with other hits or facets than {found['against']}: {counts or 'none'}"
    )
    for one in found["differences"][:10]:
        yield (
            f"  {one['engine']}, {one['kind']}: {one['missing']} missing, {one['extra']} too many, "
            f"total {one['total']}{', other facets' if one['facets'] else ''}: {one['query']}"
        )
    yield ""


def _changing(size: dict[str, Any]) -> Iterator[str]:
    found = size.get("changing")
    if found:
        yield (
            f"{found['changes']} documents replaced one by one, found after median ms (p95) [CPU (p95)] "
            f"{_both(found['searchable_ms'])}, {_ms(found['slowest_ms'])} at most; "
            f"{found['segments_at_most']} segments at most"
        )
        yield ""


def product_tables(found: dict[str, Any]) -> Iterator[str]:
    """The lines of the tables of whole products."""
    yield f"## Products over HTTP, {found['documents']} documents, {found['questions']} questions"
    yield ""
    targets = list(found["latency_ms"])
    ratios = [
        (f"ours {target.rpartition(' ')[2]}", target) for target in targets if not target.startswith("ours ")
    ]
    yield "One client: median ms (p95) until the answer was there, hits; of ours within the application [CPU]"
    yield ""
    within = [name for name in targets if found["latency_ms"][name]["all"]["app_median"] is not None]
    rows = [
        ["class", *targets, *(f"{name}, app" for name in within), *(f"{b}/{a.split()[0]}" for a, b in ratios)]
    ]
    for kind in found["latency_ms"][targets[0]]:
        by = {name: kinds[kind] for name, kinds in found["latency_ms"].items()}
        cells = [kind]
        cells += [f"{_ms(one['median'])} ({_ms(one['p95'])}), {one['hits']:.0f}" for one in by.values()]
        cells += [
            f"{_ms(by[name]['app_median'])} ({_ms(by[name]['app_p95'])}) [{_ms(by[name]['app_cpu_median'])}]"
            for name in within
        ]
        cells += [_times(by[b]["median"] / by[a]["median"]) for a, b in ratios]
        rows.append(cells)
    yield from _table(rows)
    yield "Without a pause"
    yield ""
    rows = [["clients", "asked", "answers/s", "median ms", "p95 ms", "server CPU ms", "failed"]]
    for one in found["load"]:
        told = [_ms(one[name]) if one[name] is not None else "" for name in _LOAD]
        rows.append([str(one["clients"]), one["target"], *told, str(one["failed"])])
    yield from _table(rows)
    yield "Server process, MB resident at most: " + ", ".join(
        f"{name} {value:.0f}" for name, value in found["peak_mb"].items()
    )


_LOAD = ("per_second", "median_ms", "p95_ms", "server_cpu_ms")


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows, the first being the head; the first column to the left, the others to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for number, (first, *others) in enumerate(rows):
        cells = [f"{cell:>{width}}" for cell, width in zip(others, widths[1:], strict=True)]
        yield f"| {' | '.join([f'{first:<{widths[0]}}', *cells])} |"
        if number == 0:
            yield f"|{'|'.join(['-' * (widths[0] + 2), *('-' * (width + 1) + ':' for width in widths[1:])])}|"
    yield ""


def _both(one: dict[str, float]) -> str:
    return f"{_ms(one['wall'])} ({_ms(one['p95'])}) [{_ms(one['cpu'])} ({_ms(one['cpu_p95'])})]"


def _ms(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def _times(value: float) -> str:
    return f"{value:.2f}×" if value < 10 else f"{value:.0f}×"
