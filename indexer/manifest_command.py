"""The command `remiss manifest`: a list from the diary system, checked before it is used."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from indexer.manifest import (
    COLUMNS,
    NAMES,
    ManifestError,
    RowProblem,
    missing_files,
    read_manifest,
    spelling,
    template,
)
from indexer.manifest.reading import LARGEST
from remissarkiv.domain import LOCKED
from remissarkiv.errors import UsageError

_SHOWN = 200


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", "check", is_flag=True, help="Tell what in the manifests cannot be used.")
@click.option(
    "--template",
    "target",
    type=click.Path(path_type=Path),
    help="Write a manifest to begin from to this file.",
)
@click.pass_context
def manifest(ctx: click.Context, paths: tuple[Path, ...], check: bool, target: Path | None) -> None:
    """Check the lists that a diary system exports beside the files, or begin one.

    A manifest is called manifest.csv or manifest.json and tells of the files in its folder and below: Dnr,
    handlingstyp, title, date, kommun, nämnd, avsändare and who may see them. What it says outranks what is
    read in the documents. PATHs are manifests, or folders that hold them. Exit status 1 when something in a
    manifest cannot be used; each thing is named with its row.
    """
    if target is not None:
        _write_template(target)
        return
    if not check or not paths:
        raise UsageError(
            "nothing to do: remiss manifest --check PATH, or remiss manifest --template manifest.csv"
        )
    found = [file for path in paths for file in _manifests(path)]
    if not found:
        raise UsageError(f"{paths[0]}: holds no manifest.csv or manifest.json")
    wrong = [_check(file) for file in found]
    ctx.exit(1 if any(wrong) else 0)


def _write_template(target: Path) -> None:
    if target.suffix.lower() != ".csv":
        raise UsageError(f"{target}: the template is a CSV file; expected a name that ends in .csv")
    try:
        with target.open("x", encoding="utf-8-sig", newline="") as stream:
            stream.write(template())
    except FileExistsError:
        raise UsageError(f"{target}: the file exists; name another") from None
    except OSError as error:
        raise UsageError(f"{target}: cannot be written ({error.strerror})") from None
    click.echo(f"{target}: written; a row for each file, the example can be removed")
    width = max(len(column.heading) for column in COLUMNS)
    for column in COLUMNS:
        click.echo(f"  {column.heading:<{width}}  {column.meaning}")


def _manifests(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    if not path.is_dir():
        raise UsageError(f"{path}: there is no such file or folder")
    for folder, _, names in os.walk(path):
        yield from (Path(folder) / name for name in sorted(names) if name.lower() in NAMES)


def _check(file: Path) -> bool:
    """Tell what is wrong with a manifest; whether anything is."""
    try:
        with file.open("rb") as stream:
            read = read_manifest(stream.read(LARGEST + 1), file.name)
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror})") from None
    except ManifestError as error:
        click.echo(f"{file}: {error}")
        return True
    present = _files_below(file.parent)
    problems = [*read.problems, *missing_files(read, present)]
    named = {spelling(row.file) for row in read.rows}
    unnamed = sum(name not in named for name in present) - 1
    for problem in problems[:_SHOWN]:
        click.echo(f"{file}: {_line(problem)}")
    if len(problems) > _SHOWN:
        click.echo(f"{file}: … and {len(problems) - _SHOWN} more")
    click.echo(
        f"{file}: {len(read.rows)} rows, {len(problems)} problems; {max(unnamed, 0)} other files have no row"
    )
    groups = Counter(row.group for row in read.rows if row.group)
    if groups:
        told = ", ".join(f"{group} {number}" for group, number in sorted(groups.items()))
        click.echo(f"{file}: seen only by these groups, or locked ({LOCKED}): {told}")
    return bool(problems)


def _files_below(folder: Path) -> set[str]:
    present = set()
    for here, _, names in os.walk(folder):
        present |= {spelling((Path(here) / name).relative_to(folder).as_posix()) for name in names}
    return present


def _line(problem: RowProblem) -> str:
    return f"row {problem.row}: {problem.message}" if problem.row else problem.message
