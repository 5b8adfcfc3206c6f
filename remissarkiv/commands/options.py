"""Options that several subcommands share."""

from pathlib import Path

import click

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
