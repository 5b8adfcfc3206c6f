"""Small archives of a few ärenden, with the partition a registrator would make: read, indexed, compared."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from indexer.ingest import ingest
from remissarkiv import Archive, open_archive
from remissarkiv.domain import DocumentSummary
from remissarkiv.matters import Matter

Pair = frozenset[str]


class Shelf(NamedTuple):
    """What a collection tells of its documents: the kommun, and the board where all are of one."""

    kommun: str
    namnd: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """An archive: of each file the shelf it stands on and its text, and what is expected of it."""

    id: str
    files: dict[str, tuple[Shelf, str]]
    matters: tuple[tuple[str, ...], ...]
    expected: dict[str, Any]


@dataclass(slots=True)
class Joined:
    """What was made of an archive: ärenden as sets of files, guesses and links as pairs of files, and the
    ärende of each file."""

    matters: dict[str, Matter] = field(default_factory=dict)
    groups: list[frozenset[str]] = field(default_factory=list)
    guesses: set[Pair] = field(default_factory=set)
    links: set[Pair] = field(default_factory=set)


def read_archives(path: Path) -> Iterator[Case]:
    """The archives of a file of JSON lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            told = json.loads(line)
            files = {
                one["file"]: (Shelf(one["kommun"], one.get("namnd", "")), one["text"])
                for one in told["documents"]
            }
            yield Case(told["id"], files, tuple(tuple(ids) for ids in told["matters"]), told)


@contextmanager
def indexed(case: Case) -> Iterator[Archive]:
    """The archive of a case, with one collection for each kommun, and for each board that is told."""
    shelves = sorted({shelf for shelf, _ in case.files.values()})
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        lines = ['[archive]\nengine = "memory"\n']
        for number, shelf in enumerate(shelves):
            place = folder / str(number)
            place.mkdir()
            told = f'kommun = "{shelf.kommun}"\nnamnd = "{shelf.namnd}"\n'
            lines.append(f'[[collection]]\nname = "{number}"\npath = "{place}"\n{told}')
            for name, (where, text) in case.files.items():
                if where == shelf:
                    (place / name).write_text(text, encoding="utf-8")
        config = folder / "config.toml"
        config.write_text("\n".join(lines), encoding="utf-8")
        with open_archive(config, data=folder / "data") as archive:
            ingest(archive, [], jobs=1)
            yield archive


def joined(archive: Archive, case: Case) -> Joined:
    """What the archive makes of the files."""
    access = archive.guest_access()
    summaries = archive.catalog.summaries(list(archive.catalog.all_ids()), access)
    files = {one.id: _file(one) for one in summaries.values() if not one.part}
    found = Joined()
    for document, file in files.items():
        matter = archive.catalog.matter_of(document, access)
        found.matters[file] = matter
        group = frozenset(files[one] for one in matter.documents if one in files)
        if group not in found.groups:
            found.groups.append(group)
        for other in matter.guesses:
            if other in files:
                found.guesses.update(frozenset((files[other], member)) for member in group)
        for other in matter.linked:
            if other in files:
                found.links.add(frozenset((min(group), files[other])))
    return found


def pairs(groups: Any) -> set[Pair]:
    """The pairs of files that are in one group."""
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def _file(one: DocumentSummary) -> str:
    return one.path.rpartition("/")[2]
