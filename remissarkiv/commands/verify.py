"""`remiss verify`."""

from pathlib import Path

import click

from remissarkiv.bootstrap import open_archive
from remissarkiv.commands.answers import one_line
from remissarkiv.commands.options import config_option, data_option
from remissarkiv.sync import verify as verify_index
from remissarkiv.sync import verify_lexicon, verify_suggestions


@click.command()
@data_option
@config_option
@click.pass_context
def verify(ctx: click.Context, data: Path | None, config: Path | None) -> None:
    """Compare index and suggestions with the catalog, try the lexicon, and say what is wrong and what mends
    it. Exit status 1 when something is.

    Corrections that no longer apply, because the text they speak of is gone, are listed too; they are kept.
    """
    with open_archive(config, data=data, replay=False, create=False) as archive:
        problems = verify_index(archive.catalog, archive.engine)
        problems += verify_lexicon(archive.catalog, archive.settings.lexicon_folder)
        problems += verify_suggestions(archive.catalog, archive.settings.suggestions_file)
        for line in archive.catalog.corrections.idle():
            click.echo(one_line(line))
        for problem in problems:
            click.echo(problem)
        if problems:
            ctx.exit(1)
        click.echo(f"Catalog and index agree: {archive.engine.count()} documents.")
