"""Fixtures every test may use."""

import gc
import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real Swedish data beside the project. Missing: skipped here, an error in CI."""
    folder = PROJECT.parent / "shared" / "data"
    if not folder.is_dir():
        if os.environ.get("CI"):
            pytest.fail("../shared/data is not present, and CI must have it")
        pytest.skip("../shared/data: not present")
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The sample archive that comes with the project."""
    return PROJECT / "corpus"


@pytest.fixture(scope="session")
def corpus_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample archive indexed, by the command itself. Tests only read from it."""
    data = tmp_path_factory.mktemp("corpus-data")
    remiss = Path(sys.executable).with_name("remiss")
    done = subprocess.run(
        [remiss, "index", "--config", PROJECT / "config.toml", "--data", data],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return data


@pytest.fixture(scope="session")
def corpus_size() -> int:
    """How many documents the sample archive holds, the §§ of minutes and attachments among them."""
    cases = (PROJECT / "tests" / "cases" / "corpus").glob("ks-*.json")
    return sum(len(json.loads(file.read_text(encoding="utf-8"))) for file in cases)


@pytest.fixture
def growth() -> Callable[..., float]:
    """How many times longer four times the text takes: `growth(read, piece)` is about 4 when the time is in
    proportion to the length, and 16 when it is in proportion to its square.

    The collector of garbage rests meanwhile: in a process with much in memory it costs more than what is
    measured. A few milliseconds more or less are noise, not growth; nor is one slow moment of a busy machine,
    so what looks steep is measured again, by turns, and the quickest of each counts.
    """

    def measured(read: Callable[[str], object], piece: str, small: int = 40_000) -> float:
        texts = [piece * (size // len(piece)) for size in (small, 4 * small)]
        quickest = [math.inf, math.inf]
        read(texts[0][:200])
        gc.collect()
        gc.disable()
        try:
            for turn in range(6):
                quickest = [
                    min(so_far, _processor_time(read, text))
                    for so_far, text in zip(quickest, texts, strict=True)
                ]
                if turn and quickest[1] < 6 * max(quickest[0], 0.01):
                    break
        finally:
            gc.enable()
        return quickest[1] / max(quickest[0], 0.01)

    return measured


def _processor_time(read: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start
