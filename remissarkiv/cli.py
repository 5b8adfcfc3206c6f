"""The command `remiss`: collects its subcommands from the entry-point group `remissarkiv.commands`."""

import os
import sys
from importlib.metadata import entry_points, version
from typing import Any

import click

from remissarkiv.errors import RemissarkivError

GROUP = "remissarkiv.commands"


class Commands(click.Group):
    """A group that turns errors meant for people into one line and an exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; never a traceback for what a person can mend."""
        try:
            return super().invoke(ctx)
        except RemissarkivError as error:
            click.echo(f"remiss: {_one_line(str(error))}", err=True)
            ctx.exit(error.exit_status)
        except BrokenPipeError:
            # The reader of our output has gone, as in `remiss search … | head`; there is no one to tell.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def build() -> click.Group:
    """The command with all its subcommands."""
    group = Commands(
        name="remiss",
        help="Search a municipal remiss archive: index files, find answers, export lists, serve a web page.",
    )
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        for command in entry.load():
            group.add_command(command)
    return click.version_option(version("remissarkiv"), prog_name="remiss")(group)


def main() -> None:
    """Start from the shell."""
    build()(prog_name="remiss")
