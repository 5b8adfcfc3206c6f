"""The results of a run as files: all figures as JSON, the medians as a picture."""

import json
from pathlib import Path
from typing import Any

from benchmarks.bench.plot import plot


def write_results(told: dict[str, Any], folder: Path) -> None:
    """Write `bench.json` and, for each size, `bench-SIZE.svg` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(_rounded(told), indent=1, ensure_ascii=False)
    (folder / "bench.json").write_text(text + "\n", encoding="utf-8")
    for size in told["sizes"]:
        picture = plot(size, told["machine"])
        (folder / f"bench-{size['documents']}.svg").write_text(picture, encoding="utf-8")


def _rounded(value: Any) -> Any:
    """Four figures that count: nobody measures more."""
    match value:
        case float():
            return float(f"{value:.4g}")
        case dict():
            return {key: _rounded(one) for key, one in value.items()}
        case list() | tuple():
            return [_rounded(one) for one in value]
        case _:
            return value
