"""What a run has to do: which files are new, changed, unchanged or gone."""

import dataclasses
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from indexer.ingest.manifests import with_manifests
from indexer.ingest.targets import Target
from indexer.ingest.walk import FoundFile, Unwalked, walk
from indexer.task import reading_version
from remissarkiv.catalog import FileState

Known = Mapping[str, Mapping[str, FileState]]
"""The state of files in the catalog, by collection, then by path."""

_BARE = "mappen är tom, fast arkivet har filer därifrån; kontrollera att den är ansluten (filerna står kvar)"


@dataclass(slots=True)
class Plan:
    """`read` lists new and changed files in order, `unchanged_paths` the rest by collection and path; `gone`
    the states, by collection and path, of files that are no longer there. `damaged` are those of the rest
    that have been repaired by a lexicon, or by Swedish alone."""

    read: list[FoundFile] = field(default_factory=list)
    damaged: list[FoundFile] = field(default_factory=list)
    unchanged_paths: set[tuple[str, str]] = field(default_factory=set)
    still_rejected: list[FileState] = field(default_factory=list)
    unwalked: list[Unwalked] = field(default_factory=list)
    gone: dict[tuple[str, str], FileState] = field(default_factory=dict)

    def restricted(self, known: Known, waits: Callable[[FileState], bool]) -> "Plan":
        """The plan with nothing to do but to read the known files that wait."""
        states = ((found, known[found.collection.name].get(found.path)) for found in self.read)
        return Plan(read=[found for found, state in states if state is not None and waits(state)])


def make_plan(
    targets: Iterable[Target],
    known: Known,
    reread: bool = False,
    waits: Callable[[FileState], bool] = lambda state: False,
    lexicon: int | None = None,
) -> Plan:
    """Compare what lies in the folders with what the catalog knows (by collection, then by path).

    A file of the same size and time of change is unchanged and is not opened, unless `reread`, or when it was
    read by an older version of the program, or when a manifest says something else of it, or when it `waits`
    for more of its pages to be read, or when its damage was repaired by another version than `lexicon` (None:
    that is not known yet). Only files below a folder that was walked, and could be, count as gone.
    """
    plan = Plan()
    seen: set[tuple[str, str]] = set()
    walked: list[Target] = []
    for target in targets:
        walked.append(target)
        if _is_bare(target) and known.get(target.collection.name):
            plan.unwalked.append(Unwalked(target.collection, ".", _BARE))
            continue
        for found in with_manifests(target, walk(target)):
            place = (found.collection.name, found.path)
            if place in seen:
                continue
            seen.add(place)
            if isinstance(found, Unwalked):
                plan.unwalked.append(found)
                continue
            state = known.get(found.collection.name, {}).get(found.path)
            again = state is not None and (waits(state) or _outdated(state, lexicon))
            _consider(plan, found, state, reread or again)
    for target in walked:
        for path, state in known.get(target.collection.name, {}).items():
            place = (target.collection.name, path)
            if place not in seen and _below(path, target) and not _shut(path, target, plan.unwalked):
                plan.gone[place] = state
    return plan


def _is_bare(target: Target) -> bool:
    """Whether a configured collection's own folder holds nothing at all: what a share that is not mounted
    leaves behind. An archive is not emptied by that."""
    if target.start != target.root or not target.start.is_dir():
        return False
    with suppress(OSError), os.scandir(target.start) as listing:
        return next(listing, None) is None
    return False


def _consider(plan: Plan, found: FoundFile, state: FileState | None, reread: bool) -> None:
    if found.row is None and state is not None and state.group:
        # A marking is taken away by a manifest that says so, never by one that is gone.
        found = dataclasses.replace(found, group=state.group, told=state.told)
    if state is None or reread or not _same(found, state):
        plan.read.append(found)
    elif state.reason is None:
        plan.unchanged_paths.add((found.collection.name, found.path))
        if state.lexicon is not None:
            plan.damaged.append(found)
    else:
        plan.still_rejected.append(state)


def _outdated(state: FileState, lexicon: int | None) -> bool:
    """Whether the file shows damage that was repaired by another version of the lexicon than this one."""
    return lexicon is not None and state.lexicon is not None and state.lexicon != lexicon


def _same(found: FoundFile, state: FileState) -> bool:
    """Whether file, manifest and program are as they were when the file was read."""
    now = (found.size, found.modified_ns, found.told, reading_version())
    return now == (state.size, state.modified_ns, state.told, state.reading)


def _below(path: str, target: Target) -> bool:
    start = target.start.relative_to(target.root).as_posix() if str(target.root) != "/" else str(target.start)
    return start == "." or path == start or path.startswith(start.rstrip("/") + "/")


def _shut(path: str, target: Target, unwalked: list[Unwalked]) -> bool:
    """Whether the path lies in a folder that could not be entered this time."""
    return any(
        shut.collection.name == target.collection.name
        and (shut.path == "." or path.startswith(shut.path + "/"))
        for shut in unwalked
    )
