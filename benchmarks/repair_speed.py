"""How fast repair is and how much memory it takes: the figures of one fresh process.

    python -m benchmarks.repair_speed --data ../shared/data [--archive DIR]

The pages of `ocr_pairs.jsonl` are read, normalised and estimated first; only repair itself is timed, in CPU
seconds of the process, which are those of one core. `cold` is the first pass over the pages with nothing
remembered, `warm` the second pass over the same pages. Tokens are those of the program's tokenizer. The time
to open the lexicon is that of a process which has not touched it, files compiled. Memory is resident memory
beyond what the process had before it opened the lexicon: after opening, and after both passes. `own` is
memory of the process alone, `shared` the mapped files of the lexicon that are in memory, once for all
processes together (Linux tells; elsewhere None).

`--archive` takes the lexicon of the archive in that data folder; without it that of Swedish alone.
"""

import argparse
import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.ocr_pages import lexicon_of, normal_text
from indexer.repair import repair
from remissarkiv.language.damage import estimate
from remissarkiv.language.lexicon import Lexicon, base_lexicon
from remissarkiv.language.tokens import tokenize
from training.pages import load_pages

PROJECT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Speed:
    """Milliseconds to open the lexicon, tokens, tokens a second cold and warm, and megabytes of memory."""

    open_ms: float
    tokens: int
    cold: float
    warm: float
    opened_mb: float | None
    repaired_mb: float | None
    own_mb: float | None
    shared_mb: float | None


def measure(data: Path, archive: Path | None, pages: int = 0) -> Speed:
    """Measure in this process, which must be a fresh one; `pages` of the pages (0: all)."""
    loaded = load_pages(data / "ocr_pairs.jsonl")
    chosen = loaded[:: max(1, len(loaded) // pages)] if pages else loaded
    normals = [normal_text(page.ocr) for page in chosen]
    texts = [(normal, estimate(normal.text, normal.pages)) for normal in normals]
    tokens = sum(1 for normal in normals for _ in tokenize(normal.text))
    resident, own = _status("VmRSS"), _status("RssAnon")
    began = time.perf_counter()
    lexicon: Lexicon = lexicon_of(archive) if archive is not None else base_lexicon()
    open_ms = (time.perf_counter() - began) * 1000
    opened = _status("VmRSS")
    rates = []
    for _ in ("cold", "warm"):
        began = time.process_time()
        for normal, damage in texts:
            repair(normal, damage, lexicon)
        rates.append(tokens / max(time.process_time() - began, 1e-9))
    return Speed(
        open_ms,
        tokens,
        rates[0],
        rates[1],
        _grown(resident, opened),
        _grown(resident, _status("VmRSS")),
        _grown(own, _status("RssAnon")),
        _mapped(".marisa"),
    )


def measured(data: Path, archive: Path | None, pages: int = 0) -> Speed:
    """Measure in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.repair_speed", "--data", str(data.resolve()), "--json"]
    command += ["--pages", str(pages)]
    if archive is not None:
        command += ["--archive", str(archive.resolve())]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return Speed(**json.loads(done.stdout))


def lines(speed: Speed) -> list[str]:
    """The figures in words."""

    def megabytes(value: float | None) -> str:
        return "not told here" if value is None else f"{value:.1f} MB"

    return [
        f"lexicon opens in {speed.open_ms:.0f} ms",
        f"repair, {speed.tokens} tokens: {speed.cold:,.0f} tokens/s cold, {speed.warm:,.0f} warm, one core",
        f"memory beyond the process before: {megabytes(speed.opened_mb)} when the lexicon is open, "
        f"{megabytes(speed.repaired_mb)} after repair",
        f"of it {megabytes(speed.own_mb)} the process's own; mapped lexicon files, shared between "
        f"processes: {megabytes(speed.shared_mb)}",
    ]


def _grown(before: float | None, now: float | None) -> float | None:
    return None if before is None or now is None else now - before


def _status(name: str) -> float | None:
    """A figure of `/proc/self/status` in megabytes."""
    try:
        status = Path("/proc/self/status").read_text(encoding="utf-8")
    except OSError:
        return None
    row = next((row for row in status.splitlines() if row.startswith(f"{name}:")), None)
    return int(row.split()[1]) / 1024 if row else None


def _mapped(suffix: str) -> float | None:
    """How many megabytes of mapped files with this ending are in memory."""
    try:
        rows = Path("/proc/self/smaps").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    kilobytes, counts = 0, False
    for row in rows:
        head = row.split(maxsplit=1)[0] if row.strip() else ""
        if not head.endswith(":"):
            counts = row.removesuffix(" (deleted)").endswith(suffix)
        elif counts and head == "Rss:":
            kilobytes += int(row.split()[1])
    return kilobytes / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with ocr_pairs.jsonl")
    parser.add_argument("--archive", type=Path, help="data folder of the archive whose lexicon is used")
    parser.add_argument("--pages", type=int, default=0, help="how many of the pages (default: all)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not (options.data / "ocr_pairs.jsonl").is_file():
        sys.exit(f"{options.data / 'ocr_pairs.jsonl'}: not present")
    speed = measure(options.data, options.archive, options.pages)
    print(json.dumps(asdict(speed)) if options.json else "\n".join(lines(speed)))


if __name__ == "__main__":
    main()
