"""`remiss serve` listens on this machine only, and says plainly what is wrong."""

import socket
import urllib.request
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask

from remissarkiv.bootstrap import Archive
from remissarkiv.errors import UsageError
from webapp.cli import serve
from webapp.server import PortTakenError, make_server, require_loopback


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost"])
def test_this_machine_is_allowed(host: str) -> None:
    require_loopback(host)


EVERYWHERE = "0.0.0.0"  # noqa: S104 - it is refused


@pytest.mark.parametrize(
    "host", [EVERYWHERE, "::", "192.168.1.2", "", "*", "arkiv.example.se", "127.0.0.1.example"]
)
def test_every_other_address_is_refused_with_the_reason(host: str) -> None:
    with pytest.raises(UsageError, match="reading needs no login") as refused:
        require_loopback(host)
    assert refused.value.exit_status == 2
    assert "\n" not in str(refused.value)


def test_the_command_refuses_before_it_opens_anything(tmp_path: Path) -> None:
    result = CliRunner().invoke(serve, ["--host", EVERYWHERE, "--data", str(tmp_path / "data")])
    assert isinstance(result.exception, UsageError)
    assert not (tmp_path / "data").exists()


def test_a_port_in_use_is_named(app: Flask) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTakenError, match=f"port {port} .* --port"):
            make_server(app, "127.0.0.1", port)


def test_a_server_answers_and_does_not_tell_what_it_is(
    archive: Archive, running: Callable[[Archive], AbstractContextManager[str]]
) -> None:
    with running(archive) as home, urllib.request.urlopen(f"{home}/halsa", timeout=10) as response:  # noqa: S310 - our own
        assert response.read() == b"ok\n"
        assert not response.headers.get("Server")
