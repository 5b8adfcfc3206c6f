"""The engines that are measured. A new one is a module beside this one and a line in `PEERS`."""

from collections.abc import Callable, Mapping

from benchmarks.bench.engine_fts5 import fts5
from benchmarks.bench.engine_ours import ours, reference
from benchmarks.bench.engine_stock import stock
from benchmarks.bench.engine_tantivy import tantivy_peer
from benchmarks.bench.interface import Peer

PEERS: Mapping[str, Callable[[], Peer]] = {
    "ours": ours,
    "stock": stock,
    "fts5": fts5,
    "tantivy": tantivy_peer,
    "reference": reference,
}
"""By the name on the command line. The reference says what is right; its times are of no interest."""
