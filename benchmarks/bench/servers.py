"""Two servers over the same documents, each a process: ours and Datasette."""

import importlib.util
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bench.timing import cpu_seconds, peak_mb

HOST = "127.0.0.1"
DATASETTE_SETTINGS: Mapping[str, int | str] = {
    # A facet or a query that takes longer is left out or refused, which would be no comparison.
    "facet_time_limit_ms": 20_000,
    "sql_time_limit_ms": 20_000,
    "cache_size_kb": 256 * 1024,
}
LEAN_SETTINGS: Mapping[str, int | str] = {**DATASETTE_SETTINGS, "suggest_facets": "off"}
_PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where, and its process."""

    port: int
    process: int

    def cpu(self) -> float:
        """CPU seconds it has used."""
        return cpu_seconds(self.process)

    def peak_mb(self) -> float:
        """The most memory it has held, MB."""
        return peak_mb(self.process)


def has_datasette() -> bool:
    """Whether Datasette is installed."""
    return importlib.util.find_spec("datasette") is not None


@contextmanager
def our_server(config: Path) -> Iterator[Server]:
    """The archive served as `remiss serve` does."""
    command = [sys.executable, "-m", "benchmarks.bench.serving", str(config)]
    with _process(command, output=subprocess.PIPE) as process:
        line = process.stdout.readline().strip() if process.stdout else ""
        if not line:
            raise RuntimeError("our server did not start")
        yield Server(int(line.rstrip("/").rpartition(":")[2]), process.pid)


@contextmanager
def datasette_server(database: Path, chosen: Mapping[str, int | str]) -> Iterator[Server]:
    """The database served by Datasette, as a file that does not change, with the chosen settings."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    settings = [part for name, value in chosen.items() for part in ("--setting", name, str(value))]
    command = [sys.executable, "-m", "datasette", "serve", "-i", str(database)]
    command += ["--host", HOST, "--port", str(port), *settings]
    with _process(command, output=subprocess.DEVNULL) as process:
        _await(port)
        yield Server(port, process.pid)


@contextmanager
def _process(command: list[str], output: int) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL, text=True)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _await(port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"http://{HOST}:{port}/-/versions.json", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if time.monotonic() > until:
                raise RuntimeError("Datasette did not start") from None
            time.sleep(0.1)
