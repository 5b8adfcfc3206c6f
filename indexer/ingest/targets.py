"""Which folders a run walks, and which collection their files belong to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from remissarkiv.domain import NAMED_FILES, Collection
from remissarkiv.errors import UsageError


@dataclass(frozen=True, slots=True)
class Target:
    """A folder or file to walk, within the folder of its collection, but not the archive's `own` folder."""

    collection: Collection
    root: Path
    start: Path
    own: Path


def targets(paths: Sequence[Path], collections: Sequence[Collection], data: Path) -> tuple[Target, ...]:
    """The walks for these paths; without paths, one for each configured collection.

    A path inside a collection's folder belongs to that collection (the innermost one). `data` is where the
    archive keeps its own files, which are no documents. Raises `UsageError` for a path that does not exist,
    for that folder itself, and when there is nothing to walk.
    """
    own = data.resolve()
    configured = [c for c in collections if c.name != NAMED_FILES.name]
    if not paths:
        if not configured:
            raise UsageError("nothing to index: name a folder, or configure a [[collection]] in config.toml")
        return tuple(_target(c, Path(c.path), own) for c in configured)
    out = []
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: there is no such file or folder")
        start = path.resolve()
        home = max(
            (c for c in configured if start.is_relative_to(c.path)),
            key=lambda c: len(Path(c.path).parts),
            default=NAMED_FILES,
        )
        out.append(_target(home, start, own))
    return tuple(out)


def _target(collection: Collection, start: Path, own: Path) -> Target:
    if start.resolve() == own:
        raise UsageError(
            f"{start}: this is the archive's own data folder; keep the documents in another, or name another "
            "with --data"
        )
    return Target(collection, Path(collection.path), start, own)
