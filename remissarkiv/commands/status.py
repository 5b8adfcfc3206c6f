"""`remiss status`."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from remissarkiv.bootstrap import open_archive
from remissarkiv.catalog import RunReport
from remissarkiv.commands.lexicon_lines import lexicon_lines
from remissarkiv.commands.options import config_option, data_option, json_option
from remissarkiv.sync import lexicon_facts


def _run(run: RunReport) -> dict[str, object]:
    return {**asdict(run), "started": run.started.isoformat(), "finished": run.finished.isoformat()}


@click.command()
@data_option
@config_option
@json_option
def status(data: Path | None, config: Path | None, as_json: bool) -> None:
    """Tell what the archive holds, which files it could not read, and whether the index is up to date."""
    with open_archive(config, data=data, replay=False, create=False) as archive:
        access = archive.operator_access()
        counts = archive.catalog.counts(access)
        rejected = archive.catalog.rejected(access)
        behind = archive.catalog.last_sequence() - archive.engine.sequence()
        runs = archive.catalog.runs(10)
        lexicon = lexicon_facts(archive.catalog, archive.settings.lexicon_folder)
        if as_json:
            answer = {
                **asdict(counts),
                "data": str(archive.settings.data),
                "indexed": archive.engine.count(),
                "behind": behind,
                "rejected_files": [asdict(file) for file in rejected],
                "last_run": runs[0].finished.isoformat() if runs else None,
                "lexicon": asdict(lexicon),
                "runs": [_run(run) for run in runs],
            }
            click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
            return
        click.echo(f"Archive in {archive.settings.data}")
        click.echo(f"  {counts.documents} documents, {counts.damaged} of them damaged by OCR")
        for name, number in counts.collections.items():
            click.echo(f"  {number:>8}  {name}")
        if runs:
            click.echo(f"  last indexed {runs[0].finished.astimezone():%Y-%m-%d %H:%M}")
        click.echo("  the index is up to date" if behind == 0 else f"  the index lacks {behind} changes")
        for line in lexicon_lines(lexicon):
            click.echo(f"  {line}")
        for file in rejected:
            place = f"{file.path} › {file.part}" if file.part else file.path
            click.echo(f"  could not be read: {place!r}: {file.reason}")
