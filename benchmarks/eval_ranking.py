"""How good is the order of the hits? nDCG@10 over judged queries on real documents and the sample archive.

    python -m benchmarks.eval_ranking --data ../shared/data [--archive FOLDER] [--cases]

The documents of `documents.jsonl.gz` and the sample archive are indexed as files (with `--archive` into that
folder, where a later run finds them again). Each query of `tests/cases/ranking/queries.tsv` is asked as it
stands there. `judgements.tsv` says how well a document answers what the query was asked for: 3 it is about
just this, 2 it treats it, 1 it touches it, 0 it does not. The gain of a hit is 2^grade - 1, discounted by
log2(place + 1) and divided by what the best possible order of the judged documents would give (Järvelin &
Kekäläinen 2002). A document that nobody judged counts as 0; how many stand among the first ten is told, as
the figure means little where they are many. Documents that the query cannot find, because they lack one of
its words, are in the best possible order too.
"""

import argparse
import math
import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.baseline import write_out
from indexer.ingest import ingest
from remissarkiv import Archive, open_archive

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases" / "ranking"
CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "arkiv"
PLACES = 10

Grades = Mapping[str, int]
"""Document -> 0 to 3, for one query."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A query with what was judged for it."""

    name: str
    query: str
    need: str
    grades: Grades


def judged() -> list[Judged]:
    """The queries with their judgements, in order."""
    grades: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for name, document, grade in _rows(CASES / "judgements.tsv"):
        grades[name][document] = int(grade)
    return [Judged(name, query, need, grades[name]) for name, query, need in _rows(CASES / "queries.tsv")]


def ndcg(found: Sequence[str], grades: Grades) -> float:
    """The quality of an order, 0 to 1; 1 where nothing judged is any good. A file that holds several
    documents counts at its first."""
    best = sorted(grades.values(), reverse=True)
    ideal = _gain(best)
    first = [
        0 if document in found[:place] else grades.get(document, 0) for place, document in enumerate(found)
    ]
    return _gain(first) / ideal if ideal else 1.0


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:PLACES]))


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def measure(archive: Archive, *, show: bool) -> float:
    """Ask every query, print what comes of it, and return the mean."""
    total = unjudged = shown = 0.0
    queries = judged()
    for one in queries:
        hits = archive.search(one.query, limit=PLACES).hits
        found = [_document(Path(hit.path), one.grades) for hit in hits]
        quality = ndcg(found, one.grades)
        total += quality
        shown += len(found)
        unjudged += sum(document not in one.grades for document in found)
        if show:
            order = " ".join(str(one.grades.get(document, "?")) for document in found)
            print(f"  {one.name} {quality:.3f}  {order:<20} {one.query}")
    mean = total / len(queries)
    print(
        f"nDCG@{PLACES} {mean:.3f} over {len(queries)} queries; "
        f"{unjudged / (shown or 1):.1%} of the hits shown were never judged"
    )
    return mean


def _document(path: Path, grades: Grades) -> str:
    """A file as the judgements name it: by its last parts."""
    names = ["/".join(path.parts[start:]) for start in range(len(path.parts) - 1, 0, -1)]
    return next((name for name in names if name in grades), str(path))


def main() -> None:
    """Index what is missing, ask, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with documents.jsonl.gz")
    parser.add_argument("--archive", type=Path, help="folder to keep the indexed documents in")
    parser.add_argument("--cases", action="store_true", help="each query with the grades of its hits")
    options = parser.parse_args()
    if not (options.data / "documents.jsonl.gz").is_file():
        parser.exit(1, f"{options.data}: not present\n")
    with tempfile.TemporaryDirectory() as folder:
        kept = options.archive or Path(folder)
        with _archive(options.data, kept) as archive:
            measure(archive, show=options.cases)


def _archive(data: Path, folder: Path) -> Archive:
    """The archive of the documents in a folder; what is there and unchanged is not read again."""
    files = folder / "files"
    if not files.exists():
        write_out(data, files, 0)
        shutil.copytree(CORPUS, files / "corpus" / "arkiv")
    config = folder / "config.toml"
    config.write_text(f'[[collection]]\nname = "files"\npath = {str(files)!r}\n', encoding="utf-8")
    archive = open_archive(config, data=folder / "data")
    ingest(archive, [], jobs=os.cpu_count() or 1)
    return archive


if __name__ == "__main__":
    main()
