"""What each process of a run loads: memory and a second of time for what it never uses add up."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.reading_process import reader
from indexer.task import ReadingTask
from remissarkiv.acts import register_in_use


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        # The process that hands out and stores knows nothing of how files are read ...
        ("indexer.ingest.run", "indexer.documents indexer.extract indexer.conclude bs4 docx pypdfium2 lxml"),
        ("indexer.cli", "indexer.documents indexer.extract indexer.conclude bs4 docx pypdfium2 lxml"),
        # ... as little as any command of a web server,
        ("remissarkiv.cli; remissarkiv.cli.build()", "webapp.app flask jinja2 werkzeug indexer.documents"),
        # ... and one that reads nothing of what is kept, nor of kinds of files that have not come,
        ("indexer.understanding", "sqlalchemy whoosh numpy remissarkiv.query bs4 docx lxml email pypdfium2"),
        # ... nor of what mends misread words, as long as nothing is damaged.
        ("indexer.understanding", "simplemma indexer.repair.page"),
    ],
)
def test_a_process_loads_what_it_needs(module: str, unwanted: str) -> None:
    program = f"import sys, {module}; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not set(told.stdout.split()) & set(unwanted.split())


def test_a_reading_process_is_ready_when_all_is_loaded() -> None:
    packed = pickle.dumps(reader())
    program = (
        "import pickle, sys; loaded = pickle.loads(sys.stdin.buffer.read());"
        "print('indexer.understanding' in sys.modules, loaded.register.mark)"
    )
    told = subprocess.run([sys.executable, "-c", program], input=packed, capture_output=True, check=True)
    assert told.stdout.decode().split() == ["True", str(register_in_use().mark)]


def test_the_reader_carries_out_a_task(tmp_path: Path) -> None:
    result = reader()(ReadingTask(f"{tmp_path}/saknas.txt", "saknas.txt"))
    assert not result.opened
    assert "finns inte" in result.reason
