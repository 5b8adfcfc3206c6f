"""`make bench`: engines side by side over the same ready terms, then whole products over HTTP.

    python -m benchmarks.bench --data ../shared/data [--sizes 2000 20000] [--engines ours fts5]
                               [--classes or3] [--keep FOLDER] [--results FOLDER]

What is measured and how stands in `benchmarks/README.md`. Prints tables; `--results` names the folder for
JSON and the plot, `--keep` one in which corpora with their terms made ready are kept for the next run.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.bench.documents import FILE
from benchmarks.bench.interface import NotInstalledError
from benchmarks.bench.machine import facts
from benchmarks.bench.peers import PEERS
from benchmarks.bench.products import run_products
from benchmarks.bench.queries import CLASSES
from benchmarks.bench.report import product_tables, tables
from benchmarks.bench.results import write_results
from benchmarks.bench.run import Plan, run_size

SIZES = (2_000, 20_000)


def main() -> None:
    """Run what the arguments tell."""
    arguments = _parser().parse_args()
    if not (arguments.data / FILE).is_file():
        sys.exit(f"{arguments.data / FILE}: not present")
    engines = tuple(name for name in arguments.engines if _is_there(name))
    if not engines:
        sys.exit("no engine to measure")
    sizes: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="remiss-bench-") as scratch:
        plan = Plan(
            data=arguments.data,
            kept=arguments.keep or Path(scratch) / "corpora",
            scratch=Path(scratch),
            engines=engines,
            kinds=tuple(arguments.classes),
            each=arguments.queries,
            rounds=arguments.rounds,
            cold=arguments.cold,
            fresh=arguments.fresh,
            seed=arguments.seed,
            changes=arguments.changes,
        )
        for size in arguments.sizes:
            found = run_size(plan, size, _say)
            sizes.append(found)
            print("\n" + "\n".join(tables(found)), flush=True)
            _keep(arguments, engines, sizes, None)
        if arguments.products:
            products = run_products(plan, arguments.products, arguments.questions, _say)
            print("\n" + "\n".join(product_tables(products)), flush=True)
            _keep(arguments, engines, sizes, products)


def _keep(
    arguments: argparse.Namespace,
    engines: tuple[str, ...],
    sizes: list[dict[str, Any]],
    products: dict[str, Any] | None,
) -> None:
    """Write down what is known so far: the large sizes take long, and may be interrupted."""
    told = {
        "machine": facts(),
        "engines": _settings(engines),
        "seed": arguments.seed,
        "sizes": sizes,
        "products": products,
    }
    if arguments.results:
        write_results(told, arguments.results)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bench", description="Search engines and whole products side by side."
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the shared data")
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES), help="documents, several sizes")
    parser.add_argument("--engines", nargs="+", choices=list(PEERS), default=list(PEERS))
    parser.add_argument("--classes", nargs="+", choices=CLASSES, default=list(CLASSES))
    parser.add_argument("--queries", type=int, default=20, help="of each class")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--cold", type=int, default=4, help="queries of each class asked of a reopened index")
    parser.add_argument("--fresh", type=int, default=1, help="queries of each class asked in a new process")
    parser.add_argument("--changes", type=int, default=1_000, help="documents to replace in our own index")
    parser.add_argument("--products", type=int, default=20_000, help="documents for whole products; 0: none")
    parser.add_argument("--questions", type=int, default=10, help="of each class, to whole products")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--results", type=Path, help="folder for bench.json and the plot")
    parser.add_argument("--keep", type=Path, help="folder to keep corpora in")
    return parser


def _is_there(name: str) -> bool:
    try:
        PEERS[name]()
    except NotInstalledError as error:
        print(f"left out: {error}", file=sys.stderr)
        return False
    return True


def _settings(engines: tuple[str, ...]) -> dict[str, dict[str, str]]:
    peers = [(name, PEERS[name]()) for name in engines]
    return {name: {"version": peer.version, "settings": peer.settings} for name, peer in peers}


def _say(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
