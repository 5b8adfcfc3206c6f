"""The command `remiss ocr`."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from indexer.ingest import ingest
from indexer.ingest.ocr_stage import waiting_paths
from indexer.progress import ProgressBar, summary_table
from remissarkiv.bootstrap import open_archive
from remissarkiv.commands.options import config_option, data_option, jobs_option, json_option


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@data_option
@config_option
@jobs_option("Pages that are read at once.")
@json_option
@click.pass_context
def ocr(
    ctx: click.Context,
    paths: tuple[Path, ...],
    data: Path | None,
    config: Path | None,
    jobs: int,
    as_json: bool,
) -> None:
    """Read the scans and pictures that wait for OCR, with tesseract.

    Those under the PATHs, or all that the archive knows. Every page is kept as soon as it is read;
    interrupted, the next run goes on at the next page. Pages that could not be read before are tried again.
    Exit status 1 when tesseract or its Swedish is missing, or some files could not be read.
    """
    with open_archive(config, data=data, replay=False, create=False) as archive:
        chosen = paths or waiting_paths(archive)
        if not chosen:
            click.echo("Nothing waits for OCR.", err=True)
            return
        try:
            with ProgressBar(shown=not as_json and sys.stderr.isatty()) as bar:
                done = ingest(archive, chosen, jobs=jobs, waiting_only=True, progress=bar.update)
        except KeyboardInterrupt:
            click.echo("\nInterrupted; the pages read are kept. Run the command again to go on.", err=True)
            ctx.exit(130)
    if as_json:
        click.echo(json.dumps(asdict(done), ensure_ascii=False, indent=2))
    else:
        for line in summary_table(done):
            click.echo(line)
    ctx.exit(1 if done.rejected else 0)
