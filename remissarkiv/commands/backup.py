"""`remiss backup` and `remiss restore`."""

from pathlib import Path

import click

from remissarkiv.catalog import ArchiveLock
from remissarkiv.catalog import backup as catalog_backup
from remissarkiv.commands.options import config_option, data_option
from remissarkiv.config import load_settings
from remissarkiv.typeahead import SuggestionFile


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@data_option
@config_option
@click.option("--force", is_flag=True, help="Replace FILE if it is there.")
def backup(file: Path, data: Path | None, config: Path | None, force: bool) -> None:
    """Write catalog, corrections, accounts and saved searches to FILE, while the archive goes on serving.

    Search index, suggestions and lexicon are not included: they are made from the catalog.
    """
    settings = load_settings(config, data=data)
    catalog_backup.backup(settings.database_url, file, force=force)
    click.echo(f"{file}: catalog, corrections, accounts and saved searches are backed up.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@data_option
@config_option
@click.option("--force", is_flag=True, help="Replace the catalog that is there.")
def restore(file: Path, data: Path | None, config: Path | None, force: bool) -> None:
    """Put what a backup FILE holds in place, then run: remiss rebuild.

    Index, suggestions and lexicon are made anew by that.
    """
    settings = load_settings(config, data=data)
    settings.data.mkdir(parents=True, exist_ok=True)
    with ArchiveLock(settings.data):
        catalog_backup.restore(file, settings.database_url, force=force)
        # What was suggested of the other catalog must show nowhere; `remiss rebuild` makes it anew.
        SuggestionFile(settings.suggestions_file).remove()
    click.echo("Restored. Now run: remiss rebuild")
