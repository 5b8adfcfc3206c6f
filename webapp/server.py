"""The server that runs the application: waitress, on this machine only."""

import errno
import ipaddress
from typing import Protocol, cast

import waitress
from flask import Flask

from remissarkiv.errors import RemissarkivError, UsageError

MAX_HEADER_BYTES = 64 * 1024
THREADS = 4


class Server(Protocol):
    """What is used of a waitress server."""

    def run(self) -> None:
        """Serve until interrupted."""

    def close(self) -> None:
        """Stop listening."""


class PortTakenError(RemissarkivError):
    """Another program listens on the port."""


def require_loopback(host: str) -> None:
    """Refuse every address that other machines can reach. Raises `UsageError`."""
    if host == "localhost":
        return
    try:
        if ipaddress.ip_address(host.strip("[]")).is_loopback:
            return
    except ValueError:
        pass
    raise UsageError(
        f"will not listen on {host!r}: until logins exist, whoever reaches the page reads the archive, "
        "so only this machine (127.0.0.1, ::1, localhost) is allowed"
    )


def make_server(app: Flask, host: str, port: int) -> Server:
    """A server that listens already, and serves when `run`. Port 0 takes any free one.

    Raises `UsageError` for an address beyond this machine, `PortTakenError` for a port in use.
    """
    require_loopback(host)
    try:
        server = waitress.create_server(
            app,
            host=host.strip("[]"),
            port=port,
            threads=THREADS,
            ident="",
            max_request_header_size=MAX_HEADER_BYTES,
            max_request_body_size=1024 * 1024,
            expose_tracebacks=False,
        )
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTakenError(
                f"port {port} on {host} is taken by another program; choose another with --port"
            ) from error
        raise RemissarkivError(f"cannot listen on {host} port {port}: {error.strerror}") from error
    return cast("Server", server)


def address(server: Server, host: str) -> str:
    """Where a browser finds the server: `http://127.0.0.1:8765/`."""
    # Of several sockets (localhost in IPv4 and IPv6) any tells the port.
    port = (
        getattr(server, "effective_port", None)
        or cast("list[tuple[str, int]]", server.effective_listen)[0][1]
    )  # type: ignore[attr-defined]
    name = f"[{host.strip('[]')}]" if ":" in host else host
    return f"http://{name}:{port}/"
