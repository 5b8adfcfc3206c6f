"""`remiss search`."""

import json
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from remissarkiv.bootstrap import open_archive
from remissarkiv.commands.answers import (
    Explained,
    advice_lines,
    as_dict,
    hit_lines,
    one_line,
    score_lines,
    understood_line,
)
from remissarkiv.commands.options import config_option, data_option, json_option
from remissarkiv.domain import HitList

LONGEST_LINE = 100_000

_COLLAPSES = {"together": "near", "apart": "none"}


@click.command()
@click.argument("query")
@data_option
@config_option
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="Hits; 0 returns all.")
@click.option("--offset", type=click.IntRange(0), default=0, show_default=True, help="Hits to pass over.")
@click.option("--sort", type=click.Choice(["relevans", "datum"]), default="relevans", show_default=True)
@click.option("--facets", is_flag=True, help="Count kinds, nämnder, years, acts and lagrum over all hits.")
@click.option(
    "--copies",
    type=click.Choice(["together", "apart"]),
    help="Copies of a document as one hit, or each for itself. For people they are together, as JSON apart.",
)
@click.option("--explain", is_flag=True, help="What each word adds to the score of each hit.")
@json_option
def search(
    query: str,
    data: Path | None,
    config: Path | None,
    limit: int,
    offset: int,
    sort: str,
    facets: bool,
    copies: str | None,
    explain: bool,
    as_json: bool,
) -> None:
    """Find documents by topic, Dnr or legal citation.

    QUERY is what you would type in the search box, such as 'juridisk rådgivning', 'dnr:"KS 2025/448"' or
    'lag:"2 kap. 1 § KL" år:2018-'. A lone '*' is every document. With '-' one query is read from each line
    of standard input, and each answer is printed as one line of JSON, in order.
    """
    with open_archive(config, data=data, create=False) as archive:

        def answer(text: str) -> HitList:
            return archive.search(
                text,
                limit=limit or None,
                offset=offset,
                sort=sort,
                facets=facets,
                collapse=_COLLAPSES[copies or ("apart" if as_json or query == "-" else "together")],
                access=archive.operator_access(),
            )

        def explained(found: HitList) -> Explained:
            ids = [hit.id for hit in found.hits]
            return archive.explain(found.query, ids, access=archive.operator_access()) if explain else {}

        if query == "-":
            for line in sys.stdin:
                found = answer(line[:LONGEST_LINE].rstrip("\r\n"))
                told = as_dict(found, snippets=limit > 0, explained=explained(found))
                click.echo(json.dumps(told, ensure_ascii=False))
                sys.stdout.flush()
        elif as_json:
            found = answer(query)
            told = as_dict(found, snippets=limit > 0, explained=explained(found))
            click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        else:
            found = answer(query)
            _show(found, offset, explained(found))


def _show(found: HitList, offset: int, explained: Explained) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for problem in found.problems:
        console.print(f"Obs: {problem.message}", markup=False, style="yellow")
    if found.understood:
        console.print(understood_line(found.understood), style="dim")
    for line in advice_lines(found):
        console.print(line, style="dim")
    if found.suggestion:
        console.print(Text(f"Menade du: {one_line(found.suggestion)}"), style="yellow")
    noun = "träff" if found.total == 1 else "träffar"
    console.print(f"{found.total} {noun}", style="bold")
    for number, hit in enumerate(found.hits, start=offset + 1):
        console.print()
        for line in (*hit_lines(number, hit), *score_lines(hit, explained)):
            console.print(line)
    for name, counts in found.facets.items():
        shown = ", ".join(f"{value} {count}" for value, count in counts[:10])
        console.print(f"\n{name}: {shown}", markup=False)
