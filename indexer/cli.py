"""The commands `remiss index` and `remiss inspect`; the others of the indexer have files of their own."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from indexer.ingest import ingest
from indexer.inspection import as_dict, as_text
from indexer.manifest_command import manifest
from indexer.ocr_command import ocr
from indexer.one_file import read_one
from indexer.progress import ProgressBar, summary_table, write_report
from indexer.rebuild_command import rebuild
from indexer.similar_command import similar
from indexer.watch_command import watch
from remissarkiv.bootstrap import open_archive
from remissarkiv.catalog import Catalog
from remissarkiv.commands.options import config_option, data_option, jobs_option, json_option
from remissarkiv.config import Settings, load_settings
from remissarkiv.errors import LexiconBrokenError, RemissarkivError, UsageError
from remissarkiv.language.lexicon import LiveLexicon
from remissarkiv.sync import newest_version


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@data_option
@config_option
@jobs_option("Processes that read files.")
@click.option("--report", type=click.Path(path_type=Path), help="Write the report to this file as JSON.")
@click.option("--rebuild", is_flag=True, help="Read every file again, also unchanged ones.")
@json_option
@click.pass_context
def index(
    ctx: click.Context,
    paths: tuple[Path, ...],
    data: Path | None,
    config: Path | None,
    jobs: int,
    report: Path | None,
    rebuild: bool,
    as_json: bool,
) -> None:
    """Bring the archive up to date with files and folders.

    Without PATHs, every collection of the configuration. Only new and changed files are read; interrupted,
    the next run goes on where this one stopped. Exit status 1 when some files could not be read; each is
    named with its reason.
    """
    with open_archive(config, data=data, replay=False) as archive:
        try:
            with ProgressBar(shown=not as_json and sys.stderr.isatty()) as bar:
                done = ingest(archive, paths, jobs=jobs, reread=rebuild, progress=bar.update)
        except KeyboardInterrupt:
            click.echo("\nInterrupted; what was read is kept. Run the command again to go on.", err=True)
            ctx.exit(130)
    if report is not None:
        write_report(done, report)
    if as_json:
        click.echo(json.dumps(asdict(done), ensure_ascii=False, indent=2))
    else:
        for line in summary_table(done):
            click.echo(line)
    ctx.exit(1 if done.rejected else 0)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@data_option
@config_option
@json_option
@click.pass_context
def inspect(ctx: click.Context, file: Path, data: Path | None, config: Path | None, as_json: bool) -> None:
    """Show what the indexer understands of one FILE; stores nothing.

    Misread words are repaired by the lexicon of the archive, where there is one, else by Swedish alone.
    """
    if not file.is_file():
        raise UsageError(f"{file}: there is no such file")
    settings = load_settings(config, data=data)
    version = LiveLexicon(settings.lexicon_folder)().version
    problem = _lexicon_problem(settings)
    if problem is not None:
        used = f"version {version}" if version else "Swedish alone"
        click.echo(f"remiss: {problem} ({used} is used)", err=True)
    read = read_one(file, settings, version)
    if not read.documents:
        click.echo(f"remiss: {str(file)!r}: {read.message}", err=True)
        ctx.exit(1)
    if as_json:
        click.echo(json.dumps(as_dict(read.documents, read.rejected), ensure_ascii=False, indent=2))
    else:
        click.echo(as_text(read.documents, read.rejected))


def _lexicon_problem(settings: Settings) -> RemissarkivError | None:
    """What is wrong with the lexicon of the archive, if there is an archive."""
    if not settings.database and not (settings.data / "catalog.sqlite").exists():
        return LiveLexicon(settings.lexicon_folder).problem
    try:
        catalog = Catalog.open(settings.database_url)
    except RemissarkivError:
        # A file can be looked at all the same.
        return LiveLexicon(settings.lexicon_folder).problem
    try:
        newest_version(catalog, settings.lexicon_folder)
    except LexiconBrokenError as error:
        return error
    finally:
        catalog.close()
    return None


COMMANDS = (index, watch, ocr, inspect, similar, manifest, rebuild)
