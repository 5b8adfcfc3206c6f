"""On what a run was made: the machine's kind, the date, the versions. No names and no paths."""

import datetime
import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_TOLD = ("whoosh", "numpy", "tantivy", "datasette", "waitress", "flask")


def facts() -> dict[str, object]:
    """What to tell of the machine, for JSON."""
    return {
        "date": datetime.datetime.now(datetime.UTC).isoformat(timespec="minutes"),
        "processor": _from("/proc/cpuinfo", "model name"),
        "cores": os.cpu_count(),
        "memory_gb": round(int(_from("/proc/meminfo", "MemTotal").split()[0]) / 1e6, 1),
        # Of the release the numbers alone: what follows them may be somebody's name for a machine.
        "system": f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}",
        "python": platform.python_version(),
        "versions": {name: found for name in _TOLD if (found := _version(name))},
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _from(file: str, name: str) -> str:
    for line in Path(file).read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return "0 unknown"
