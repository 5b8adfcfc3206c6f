"""The command `remiss watch`: the archive follows its folders."""

import datetime
import json
import os
import re
import signal
from dataclasses import asdict
from pathlib import Path
from types import FrameType

import click

from indexer.ingest import IngestReport, ingest
from indexer.ingest.targets import targets
from indexer.progress import write_report
from indexer.watching import Watcher
from remissarkiv.bootstrap import Archive, open_archive
from remissarkiv.commands.options import config_option, data_option, json_option
from remissarkiv.errors import ArchiveBusyError, RemissarkivError

_DURATION = re.compile(r"(\d{1,6})\s{0,3}(s|m|h|d)?")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def _seconds(ctx: click.Context, param: click.Parameter, value: str) -> float:
    """The seconds of a time such as 90s, 15m, 6h or 1d; a bare number is seconds."""
    match = _DURATION.fullmatch(value.strip())
    if match is None or int(match[1]) == 0:
        raise click.BadParameter(f"{value!r} is no time; expected 90s, 15m, 6h or 1d", ctx, param)
    return float(int(match[1]) * _SECONDS[match[2] or "s"])


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@data_option
@config_option
@click.option(
    "--every", callback=_seconds, default="1h", show_default=True, help="Longest time between two runs."
)
@click.option(
    "--settle",
    callback=_seconds,
    default="5s",
    show_default=True,
    help="How long files must have been at rest.",
)
@click.option("--poll", is_flag=True, help="Look at the files at intervals: for network shares.")
@click.option(
    "--report", type=click.Path(path_type=Path), help="Write each run's report to this file as JSON."
)
@click.option("--jobs", type=click.IntRange(1, 64), default=lambda: min(os.cpu_count() or 1, 8))
@json_option
def watch(
    paths: tuple[Path, ...],
    data: Path | None,
    config: Path | None,
    every: float,
    settle: float,
    poll: bool,
    report: Path | None,
    jobs: int,
    as_json: bool,
) -> None:
    """Keep the archive up to date: a run when files change, and one at intervals.

    Without PATHs, every collection of the configuration. Stop it with Ctrl-C or SIGTERM: what was read is
    kept, and the next run goes on from there.
    """
    signal.signal(signal.SIGTERM, _stop)
    with open_archive(config, data=data, replay=False) as archive:
        folders = [target.start for target in targets(paths, archive.collections, archive.settings.data)]
        watcher = Watcher(folders, archive.settings.data, every=every, settle=settle, poll=poll)
        try:
            for reason in watcher.due():
                _run(archive, paths, jobs, reason, report, as_json)
        except KeyboardInterrupt:
            click.echo("stopped", err=True)


def _run(
    archive: Archive, paths: tuple[Path, ...], jobs: int, reason: str, report: Path | None, as_json: bool
) -> None:
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        done = ingest(archive, paths, jobs=jobs)
    except ArchiveBusyError as error:
        # Whoever holds the lock is doing the same work; the next run will see what is left.
        click.echo(f"{now} {reason}: {error}", err=True)
        return
    except RemissarkivError as error:
        click.echo(f"{now} {reason}: {error}; trying again at the next run", err=True)
        return
    if report is not None:
        write_report(done, report)
    if as_json:
        click.echo(json.dumps({"time": now, "reason": reason, **asdict(done)}, ensure_ascii=False))
    else:
        click.echo(f"{now} {reason}: {_line(done)}")


def _line(done: IngestReport) -> str:
    counts = {
        "new": done.new,
        "changed": done.changed,
        "moved": done.moved,
        "removed": done.removed,
        "rejected": len(done.rejected),
    }
    said = ", ".join(f"{number} {name}" for name, number in counts.items() if number) or "nothing new"
    return f"{said}; {done.documents} documents searchable"


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
