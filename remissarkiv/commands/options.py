"""Options that several subcommands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Command = Callable[..., Any]

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of catalog, index and saved searches; overrides the configuration.",
)
config_option = click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Configuration file. [default: config.toml in the working folder, if there is one]",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")


def jobs_option(help_text: str) -> Callable[[Command], Command]:
    """The option `--jobs`: how many processes work side by side, by default one for each processor."""
    return click.option(
        "--jobs",
        type=click.IntRange(1, 64),
        default=lambda: min(os.cpu_count() or 1, 8),
        show_default="number of processors",
        help=help_text,
    )
