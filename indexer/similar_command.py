"""The command `remiss similar`."""

import json
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from indexer.one_file import read_one
from remissarkiv.bootstrap import Archive, open_archive
from remissarkiv.commands.answers import hit_dict, hit_lines, one_line
from remissarkiv.commands.options import config_option, data_option, json_option
from remissarkiv.domain import Alike
from remissarkiv.errors import UsageError


@click.command()
@click.argument("what", metavar="ID|FILE")
@data_option
@config_option
@click.option("--limit", type=click.IntRange(1, 200), default=10, show_default=True, help="Documents.")
@json_option
@click.pass_context
def similar(
    ctx: click.Context, what: str, data: Path | None, config: Path | None, limit: int, as_json: bool
) -> None:
    """Find documents that are about the same as a document of the archive, or as a FILE that is not in it.

    An ID is one that `remiss search --json` gives; its copies and the other documents of its ärende are left
    out. A file is read as `remiss inspect` reads it, and stored nowhere. Each answer comes with the words
    that the two have in common, the most telling first.
    """
    with open_archive(config, data=data, create=False) as archive:
        found = (
            _of_document(archive, what, limit)
            if _is_id(archive, what)
            else _of_file(archive, what, limit, ctx)
        )
    if as_json:
        rows = [_row(one) for one in found]
        click.echo(json.dumps({"similar": rows}, ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False, soft_wrap=True)
    if not found:
        console.print("Inget i arkivet liknar det.")
    for number, one in enumerate(found, start=1):
        for line in hit_lines(number, one.hit):
            console.print(line)
        told = "Samma text" if one.same else f"Gemensamt: {one_line(', '.join(one.shared))}"
        console.print(f"   {told}", markup=False, style="dim")


def _row(one: Alike) -> dict[str, Any]:
    told = {"share": round(one.share, 3), "shared": list(one.shared), "same": one.same}
    return {**hit_dict(one.hit), **told}


def _is_id(archive: Archive, what: str) -> bool:
    return bool(archive.catalog.summaries([what], archive.operator_access()))


def _of_document(archive: Archive, document_id: str, limit: int) -> tuple[Alike, ...]:
    return archive.similar(document_id, limit=limit, access=archive.operator_access())


def _of_file(archive: Archive, name: str, limit: int, ctx: click.Context) -> tuple[Alike, ...]:
    file = Path(name)
    if not file.is_file():
        raise UsageError(f"{name}: neither a document of the archive nor a file; see: remiss search --json")
    read = read_one(file, archive.settings, archive.lexicon().version)
    if not read.documents:
        click.echo(f"remiss: {str(file)!r}: {read.message}", err=True)
        ctx.exit(1)
    document = read.documents[0].document
    return archive.searcher.similar(
        document.own_text, archive.operator_access(), title=document.title, limit=limit
    )
