"""Which folders a run walks, and which collection their files belong to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from remissarkiv.domain import NAMED_FILES, Collection
from remissarkiv.errors import UsageError


@dataclass(frozen=True, slots=True)
class Target:
    """A folder or file to walk, within the folder of its collection."""

    collection: Collection
    root: Path
    start: Path


def targets(paths: Sequence[Path], collections: Sequence[Collection]) -> tuple[Target, ...]:
    """The walks for these paths; without paths, one for each configured collection.

    A path inside a collection's folder belongs to that collection (the innermost one). Raises `UsageError`
    for a path that does not exist, and when there is nothing to walk.
    """
    configured = [c for c in collections if c.name != NAMED_FILES.name]
    if not paths:
        if not configured:
            raise UsageError("nothing to index: name a folder, or configure a [[collection]] in config.toml")
        return tuple(Target(c, Path(c.path), Path(c.path)) for c in configured)
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
        out.append(Target(home, Path(home.path), start))
    return tuple(out)
