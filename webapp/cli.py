"""The command `remiss serve`."""

import signal
import threading
from pathlib import Path
from types import FrameType

import click

from remissarkiv.bootstrap import open_archive
from remissarkiv.commands.options import config_option, data_option


@click.command()
@click.option("--host", help="Address of this machine to listen on. [default: web.host of the configuration]")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; 0 takes any free one.")
@data_option
@config_option
def serve(host: str | None, port: int | None, data: Path | None, config: Path | None) -> None:
    """Serve the archive as a web page on this machine.

    Only this machine can reach it: reading needs no login, so the server refuses every other address.
    """
    # Here, since every command loads this file: `remiss index` needs no web server.
    from webapp.app import create_app
    from webapp.server import address, hold_what_is_loaded, make_server, require_loopback

    if host is not None:
        require_loopback(host)
    with open_archive(config, data=data, create=False) as archive:
        # The dictionary of word forms takes a second to load; better now than at the first question.
        archive.search("nämnden")
        archive.suggest("nämnden")
        web = archive.settings.web
        chosen = host if host is not None else web.host
        server = make_server(create_app(archive), chosen, web.port if port is None else port)
        hold_what_is_loaded()
        # What suggestions lack (of an archive from before there were any, all) is made up for meanwhile.
        threading.Thread(target=archive.renew_suggestions, daemon=True).start()
        signal.signal(signal.SIGTERM, _stop)
        click.echo(f"Remissarkiv is served at {address(server, chosen)}  (Ctrl+C stops it)")
        server.run()
    click.echo("Stopped.")


def _stop(number: int, frame: FrameType | None) -> None:
    """End as on Ctrl+C, so that requests under way are answered and the archive is closed."""
    raise KeyboardInterrupt


COMMANDS = (serve,)
