"""Clients of a server: one that asks a question, several that ask without a pause."""

import http.client
import itertools
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.bench.servers import HOST

_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its status and body, the seconds until all of it was there, and what `Server-Timing` tells
    (seconds by the clock and of CPU), if anything."""

    status: int
    body: bytes
    wall: float
    app: float | None
    cpu: float | None


class Client:
    """A client that keeps its connection. A server may have closed it meanwhile (Datasette does after five
    idle seconds): then it asks again on a new one, as a browser does, and only that counts."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection(HOST, port, timeout=_SECONDS)

    def ask(self, address: str) -> Reply:
        """Ask, and read the answer to its end."""
        try:
            return self._ask(address)
        except ConnectionError:
            self._connection.close()
            return self._ask(address)

    def _ask(self, address: str) -> Reply:
        start = time.perf_counter()
        self._connection.request("GET", address)
        response = self._connection.getresponse()
        body = response.read()
        wall = time.perf_counter() - start
        told = _durations(response.getheader("Server-Timing") or "")
        return Reply(response.status, body, wall, told.get("app"), told.get("cpu"))

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


@dataclass(slots=True)
class Load:
    """What some clients got in some seconds: the seconds each answer took, and how many were no answers."""

    clients: int
    seconds: float = 0.0
    walls: list[float] = field(default_factory=list)
    failed: int = 0


def load(port: int, addresses: Sequence[str], clients: int, seconds: float, into: Load) -> None:
    """Let `clients` ask for `addresses`, over and over, each beginning at another one, for some seconds."""
    until = time.perf_counter() + seconds
    lock = threading.Lock()

    def ask(first: int) -> None:
        client = Client(port)
        walls: list[float] = []
        failed = 0
        for place in itertools.count(first):
            if time.perf_counter() >= until:
                break
            try:
                reply = client.ask(addresses[place % len(addresses)])
            except (OSError, http.client.HTTPException):
                failed += 1
                client.close()
                continue
            if reply.status == http.HTTPStatus.OK:
                walls.append(reply.wall)
            else:
                failed += 1
        client.close()
        with lock:
            into.walls += walls
            into.failed += failed

    start = time.perf_counter()
    step = max(1, len(addresses) // clients)
    threads = [threading.Thread(target=ask, args=(number * step,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    into.seconds += time.perf_counter() - start


def _durations(header: str) -> dict[str, float]:
    """`app;dur=12.5, cpu;dur=3` as seconds by name."""
    found = {}
    for part in filter(None, header.split(",")):
        name, _, duration = part.strip().partition(";dur=")
        found[name] = float(duration) / 1000
    return found
