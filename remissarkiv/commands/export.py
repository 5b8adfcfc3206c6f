"""`remiss export`."""

import os
import tempfile
from pathlib import Path

import click

from remissarkiv.bootstrap import open_archive
from remissarkiv.commands.options import config_option, data_option
from remissarkiv.errors import UsageError
from remissarkiv.export import write


@click.command()
@click.argument("query")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="File to write; its ending tells the format: .xlsx, .csv or .json.",
)
@data_option
@config_option
@click.option("--sort", type=click.Choice(["relevans", "datum"]), default="relevans", show_default=True)
@click.option(
    "--copies",
    type=click.Choice(["together", "apart"]),
    default="apart",
    show_default=True,
    help="A row for each file, or copies of a document as one row.",
)
def export(query: str, output: Path, data: Path | None, config: Path | None, sort: str, copies: str) -> None:
    """Write everything QUERY finds to a file, in the order shown."""
    with open_archive(config, data=data, create=False) as archive:
        found = archive.search(
            query,
            limit=None,
            sort=sort,
            collapse="none" if copies == "apart" else "near",
            access=archive.operator_access(),
        )
        try:
            descriptor, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
        except OSError as error:
            raise UsageError(f"{output}: cannot be written ({error.strerror}); name another folder") from None
        temporary = Path(name)
        try:
            # Written beside and put in place when whole: a list from yesterday is not lost to a full disk.
            with os.fdopen(descriptor, "wb") as stream:
                format = output.suffix.lstrip(".").lower()
                write(found.hits, query, stream, format, understood=found.understood)
            temporary.chmod(0o644)
            temporary.replace(output)
        finally:
            temporary.unlink(missing_ok=True)
    for problem in found.problems:
        click.echo(f"Obs: {problem.message}", err=True)
    click.echo(f"{output}: {found.total} hits")
