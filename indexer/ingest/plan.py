"""What a run has to do: which files are new, changed, unchanged or gone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from indexer.ingest.targets import Target
from indexer.ingest.walk import FoundFile, Unwalked, walk
from indexer.understanding import READING_VERSION
from remissarkiv.catalog import FileState


@dataclass(slots=True)
class Plan:
    """`read` lists new and changed files in order, `unchanged_paths` the rest by collection and path; `gone`
    the states, by collection and path, of files that are no longer there."""

    read: list[FoundFile] = field(default_factory=list)
    unchanged_paths: set[tuple[str, str]] = field(default_factory=set)
    still_rejected: list[FileState] = field(default_factory=list)
    unwalked: list[Unwalked] = field(default_factory=list)
    gone: dict[tuple[str, str], FileState] = field(default_factory=dict)


def make_plan(
    targets: Iterable[Target], known: Mapping[str, Mapping[str, FileState]], reread: bool = False
) -> Plan:
    """Compare what lies in the folders with what the catalog knows (by collection, then by path).

    A file of the same size and time of change is unchanged and is not opened, unless `reread`, or read by an
    older version of the program. Only files below a folder that was walked, and could be, count as gone.
    """
    plan = Plan()
    seen: set[tuple[str, str]] = set()
    walked: list[Target] = []
    for target in targets:
        walked.append(target)
        for found in walk(target):
            place = (found.collection.name, found.path)
            if place in seen:
                continue
            seen.add(place)
            if isinstance(found, Unwalked):
                plan.unwalked.append(found)
                continue
            state = known.get(found.collection.name, {}).get(found.path)
            same = (
                state is not None
                and not reread
                and (state.size, state.modified_ns) == (found.size, found.modified_ns)
                and state.reading == READING_VERSION
            )
            if state is None or not same:
                plan.read.append(found)
            elif state.reason is None:
                plan.unchanged_paths.add(place)
            else:
                plan.still_rejected.append(state)
    for target in walked:
        for path, state in known.get(target.collection.name, {}).items():
            place = (target.collection.name, path)
            if place not in seen and _below(path, target) and not _shut(path, target, plan.unwalked):
                plan.gone[place] = state
    return plan


def _below(path: str, target: Target) -> bool:
    start = target.start.relative_to(target.root).as_posix() if str(target.root) != "/" else str(target.start)
    return start == "." or path == start or path.startswith(start.rstrip("/") + "/")


def _shut(path: str, target: Target, unwalked: list[Unwalked]) -> bool:
    """Whether the path lies in a folder that could not be entered this time."""
    return any(
        shut.collection.name == target.collection.name and path.startswith(shut.path + "/")
        for shut in unwalked
    )
