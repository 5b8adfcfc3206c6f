"""Our server as `remiss serve` runs it, with two things more for the benchmark.

Every answer tells in `Server-Timing` how long the application worked on it (milliseconds by the clock, and of
the thread's CPU), and `/bench.json` gives what `remiss search --json` prints, for the same address as `/sok`.

    python -m benchmarks.bench.serving CONFIG
"""

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from flask import Flask, Response, request

from remissarkiv.bootstrap import Archive, open_archive
from remissarkiv.commands.answers import as_dict
from webapp.access import caller_access
from webapp.addresses import SearchAddress
from webapp.app import create_app
from webapp.server import address, hold_what_is_loaded, make_server

HOST = "127.0.0.1"
Start = Callable[..., Any]


class Timed:
    """A WSGI application that tells how long it worked."""

    def __init__(self, inner: Callable[[dict[str, Any], Start], Iterable[bytes]]) -> None:
        self._inner = inner

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """Answer; the page is made before the headers go out, so that they can tell."""
        wall, cpu = time.perf_counter(), time.thread_time()
        begun: list[Any] = []

        def hold(status: str, headers: list[tuple[str, str]], *error: Any) -> None:
            begun[:] = [status, headers, *error]

        answer = self._inner(environ, hold)
        try:
            body = b"".join(answer)
        finally:
            if hasattr(answer, "close"):
                answer.close()
        wall, cpu = (time.perf_counter() - wall) * 1000, (time.thread_time() - cpu) * 1000
        status, headers, *error = begun
        start(status, [*headers, ("Server-Timing", f"app;dur={wall:.3f}, cpu;dur={cpu:.3f}")], *error)
        return [body]


def timed_app(archive: Archive) -> Flask:
    """The application of the archive, timed, with `/bench.json`."""
    app = create_app(archive)

    @app.get("/bench.json")
    def answer() -> Response:
        asked = SearchAddress.read(request.args)
        found = archive.search(
            asked.query, facets=True, filters=asked.searched, collapse=asked.collapse, access=caller_access()
        )
        return Response(json.dumps(as_dict(found), ensure_ascii=False), mimetype="application/json")

    # What Flask's own documentation has middleware do.
    app.wsgi_app = Timed(app.wsgi_app)  # type: ignore[assignment, method-assign]
    return app


def main() -> None:
    """Serve until the process is ended; the address is the only line printed."""
    with open_archive(Path(sys.argv[1]), create=False) as archive:
        archive.search("nämnden")
        server = make_server(timed_app(archive), HOST, 0)
        hold_what_is_loaded()
        print(address(server, HOST), flush=True)
        server.run()


if __name__ == "__main__":
    main()
