"""The server that runs the application: waitress, on this machine only."""

import errno
import gc
import ipaddress
import socket
from typing import Protocol, cast

import waitress
from flask import Flask

from remissarkiv.errors import RemissarkivError, UsageError

MAX_HEADER_BYTES = 64 * 1024
MAX_BODY_BYTES = 1024 * 1024
THREADS = 4
LOCALHOST = "127.0.0.1"

_YOUNG, _MIDDLE, _OLD = 10_000, 20, 10
"""Objects more than before after which new ones are looked through for garbage, and how many such looks make
one of the next sort."""


class Server(Protocol):
    """What is used of a waitress server."""

    effective_port: int

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
        f"will not listen on {host!r}: reading needs no login, whoever reaches the page reads the archive, "
        "so only this machine (127.0.0.1, ::1, localhost) is allowed"
    )


def make_server(app: Flask, host: str, port: int) -> Server:
    """A server that listens already, and serves when `run`. Port 0 takes any free one.

    Raises `UsageError` for an address beyond this machine, `PortTakenError` for a port in use,
    `RemissarkivError` for an address that cannot be listened on.
    """
    require_loopback(host)
    server = waitress.create_server(
        app,
        sockets=[_listening(host, port)],
        threads=THREADS,
        ident="",
        max_request_header_size=MAX_HEADER_BYTES,
        max_request_body_size=MAX_BODY_BYTES,
        expose_tracebacks=False,
    )
    return cast("Server", server)


def hold_what_is_loaded() -> None:
    """Leave everything that is loaded by now, dictionaries above all, out of Python's garbage collections for
    good: a full one would walk millions of objects, and now and then make a page wait 40 ms. For a process
    that only serves, once it is ready to. What is made later is looked through seldom: a page leaves nothing
    behind that holds itself but by an error, and looking took a fortieth of its time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)


def _listening(host: str, port: int) -> socket.socket:
    """A socket bound to the address. It is bound here, not by waitress, which keeps one that failed open."""
    # One socket, and so one port, also where localhost means two addresses.
    place = LOCALHOST if host == "localhost" else host.strip("[]")
    bound = socket.socket(socket.AF_INET6 if ":" in place else socket.AF_INET)
    try:
        # A server that was stopped a moment ago must not keep the port from the next.
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((place, port))
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTakenError(
                f"port {port} on {host} is taken by another program; choose another with --port"
            ) from error
        raise RemissarkivError(f"cannot listen on {host} port {port}: {error.strerror}") from error
    return bound


def address(server: Server, host: str) -> str:
    """Where a browser finds the server: `http://127.0.0.1:8765/`."""
    name = f"[{host.strip('[]')}]" if ":" in host else host
    return f"http://{name}:{server.effective_port}/"
