"""`remiss corrections`: what people have corrected by hand."""

import json
from pathlib import Path

import click

from remissarkiv.bootstrap import open_archive
from remissarkiv.commands.answers import one_line
from remissarkiv.commands.options import config_option, data_option, json_option
from remissarkiv.corrections import Entry
from remissarkiv.corrections.cases import as_case
from remissarkiv.domain import StoredDocument


@click.command()
@click.option("--cases", is_flag=True, help="Print cases for measuring the rules, one JSON object a line.")
@json_option
@data_option
@config_option
def corrections(cases: bool, as_json: bool, data: Path | None, config: Path | None) -> None:
    """List what was corrected by hand, document by document, the oldest first.

    With --cases, what corrected documents conclude, with their text: for `benchmarks.eval_conclusions`.
    """
    with open_archive(config, data=data, replay=False, create=False) as archive:
        for stored, corrected in archive.catalog.corrections.everything():
            if cases:
                case = as_case(stored, corrected)
                if case is not None:
                    click.echo(json.dumps(case, ensure_ascii=False))
                continue
            for entry in corrected.entries:
                click.echo(_json(stored, entry) if as_json else _line(stored, entry))


def _json(stored: StoredDocument, entry: Entry) -> str:
    one = entry.correction
    told = {
        "id": one.id,
        "document": stored.id,
        "path": stored.source.path,
        "part": stored.source.part,
        "what": one.what.value,
        "text": one.anchor.text,
        "was": one.was,
        "became": one.became,
        "person": one.person,
        "made": one.made.isoformat(),
        "reason": one.reason,
        "undoes": one.undoes,
        "state": entry.state.value,
    }
    return json.dumps(told, ensure_ascii=False)


def _line(stored: StoredDocument, entry: Entry) -> str:
    one = entry.correction
    was, became = (
        "–" if value is None else ", ".join(str(part) for part in value.values() if part)
        for value in (one.was, one.became)
    )
    place = f"{stored.source.path} › {stored.source.part}" if stored.source.part else stored.source.path
    return one_line(
        f"{one.id:>5}  {one.made.astimezone():%Y-%m-%d}  {one.person}  {one.what.value}: {was} → {became}  "
        f"({entry.state.value})  {place}: {one.reason}"
    )
