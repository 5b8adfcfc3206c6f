"""`remiss verify` and `remiss rebuild`."""

from pathlib import Path

import click

from remissarkiv.bootstrap import open_archive
from remissarkiv.catalog import ArchiveLock
from remissarkiv.commands.options import config_option, data_option
from remissarkiv.sync import rebuild as rebuild_index
from remissarkiv.sync import verify as verify_index


@click.command()
@data_option
@config_option
@click.pass_context
def verify(ctx: click.Context, data: Path | None, config: Path | None) -> None:
    """Compare index and catalog, and say what differs. Exit status 1 when something does."""
    with open_archive(config, data=data, replay=False, create=False) as archive:
        problems = verify_index(archive.catalog, archive.engine)
        for problem in problems:
            click.echo(problem)
        if problems:
            ctx.exit(1)
        click.echo(f"Catalog and index agree: {archive.engine.count()} documents.")


@click.command()
@data_option
@config_option
def rebuild(data: Path | None, config: Path | None) -> None:
    """Make the index anew from the catalog. The old one serves until the new one is verified."""
    with (
        open_archive(config, data=data, replay=False, create=False) as archive,
        ArchiveLock(archive.settings.data),
    ):
        settings = archive.settings
        total = archive.catalog.counts(archive.operator_access()).documents
        with click.progressbar(length=total, label="Indexing") as bar:
            count = rebuild_index(
                archive.catalog, settings.engine, settings.index_folder, archive.fingerprint(), bar.update
            )
    click.echo(f"The new index holds {count} documents and is in use.")
