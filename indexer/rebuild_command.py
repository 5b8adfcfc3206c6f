"""The command `remiss rebuild`."""

import sys
from pathlib import Path

import click

from indexer.ingest.again import LeftAlone, read_again
from indexer.ingest.lexicon_stage import LexiconStage
from indexer.progress import ProgressBar
from remissarkiv.bootstrap import Archive, open_archive
from remissarkiv.catalog import ArchiveLock
from remissarkiv.commands.lexicon_lines import lexicon_lines
from remissarkiv.commands.options import config_option, data_option, jobs_option
from remissarkiv.sync import lexicon_facts
from remissarkiv.sync import rebuild as rebuild_index

_SHOWN = 20


@click.command()
@data_option
@config_option
@jobs_option("Processes that read files.")
@click.pass_context
def rebuild(ctx: click.Context, data: Path | None, config: Path | None, jobs: int) -> None:
    """Learn the lexicon anew, repair by it, and make index and suggestions anew, from what the catalog holds.

    When the words of the undamaged documents are others than those that were learned before, damaged files
    are read again with the new lexicon; those that cannot be reached keep their text and are named. The old
    index serves until the new one is verified. Interrupted, the next run of `remiss index` goes on.
    """
    with (
        open_archive(config, data=data, replay=False, create=False) as archive,
        ArchiveLock(archive.settings.data),
        ProgressBar(shown=sys.stderr.isatty()) as bar,
    ):
        try:
            left, count = _rebuild(archive, jobs, bar)
        except KeyboardInterrupt:
            click.echo("\nInterrupted; the old index serves. Run the command again.", err=True)
            ctx.exit(130)
        facts = lexicon_facts(archive.catalog, archive.settings.lexicon_folder)
    for one in left[:_SHOWN]:
        click.echo(f"not read again: {one.path!r}: {one.reason}")
    if len(left) > _SHOWN:
        click.echo(f"… and {len(left) - _SHOWN} files more; they keep the text they have")
    for line in lexicon_lines(facts):
        click.echo(line)
    click.echo(f"The new index holds {count} documents and is in use.")


def _rebuild(archive: Archive, jobs: int, bar: ProgressBar) -> tuple[list[LeftAlone], int]:
    settings = archive.settings
    lexicon = LexiconStage(archive)
    lexicon.learn_again(bar.update)
    left = read_again(archive, lexicon, jobs, bar.update)
    lexicon.forget()
    total = archive.catalog.counts(archive.operator_access()).documents
    done = 0

    def step(count: int) -> None:
        nonlocal done
        done += count
        bar.update("index", min(done, total), total)

    count = rebuild_index(
        archive.catalog, settings.engine, settings.index_folder, archive.fingerprint(), step
    )
    archive.renew_suggestions(anew=True)
    return left, count
