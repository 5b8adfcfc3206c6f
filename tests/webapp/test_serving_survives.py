"""A page that is served while the files below it are taken away, swapped and mended."""

import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

REMISS = Path(sys.executable).with_name("remiss")
Get = Callable[[str], tuple[int, str]]


@pytest.fixture
def remiss(tmp_path: Path) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Runs a command on an archive of two motions; a third can be added."""
    (tmp_path / "motioner").mkdir()
    for name in ("lekplatser", "badhus"):
        (tmp_path / "motioner" / f"{name}.txt").write_text(f"Motion om {name}\n\nBygg fler {name}.\n")

    def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        command = [REMISS, *arguments, "--data", tmp_path / "data"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert run("index", "motioner", "--jobs", "1").returncode == 0
    return run


@pytest.fixture
def get(tmp_path: Path, remiss: Callable[..., object]) -> Iterator[Get]:
    """Asks a served page; in the end nothing may have failed there unforeseen."""
    told = tmp_path / "told.txt"
    with told.open("w") as stream:
        server = subprocess.Popen(
            [REMISS, "serve", "--port", "0", "--data", tmp_path / "data"],
            cwd=tmp_path,
            stdout=stream,
            stderr=stream,
        )
    while "http://" not in told.read_text():
        assert server.poll() is None, told.read_text()
        time.sleep(0.05)
    found = re.search(r"http://\S+/", told.read_text())
    assert found is not None

    def ask(path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(found[0] + path, timeout=60) as response:  # noqa: S310 - our own
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    yield ask
    server.terminate()
    assert server.wait(30) == 0
    assert "Traceback" not in told.read_text()


@pytest.mark.slow
def test_an_index_that_is_deleted_is_told_of_and_mended_by_the_next_run(tmp_path: Path, remiss, get) -> None:
    assert "Motion om badhus" in get("sok?q=badhus")[1]
    shutil.rmtree(tmp_path / "data" / "index")
    status, page = get("sok?q=badhus")
    assert status == 500
    assert "Sökindexet är skadat. Den som sköter systemet kan laga det" in page
    assert get("status")[0] == 200
    assert remiss("index", "motioner", "--jobs", "1").returncode == 0
    status, page = get("sok?q=badhus")
    assert (status, "Motion om badhus" in page) == (200, True)


@pytest.mark.slow
def test_a_newest_index_that_cannot_be_read_is_told_of_while_the_one_before_it_answers(
    tmp_path: Path, remiss, get
) -> None:
    def segments() -> set[Path]:
        return set((tmp_path / "data" / "index").rglob("*.seg"))

    before = segments()
    assert get("halsa") == (200, "ok\n")
    (tmp_path / "motioner" / "skolor.txt").write_text("Motion om skolor\n\nBygg fler skolor.\n")
    assert remiss("index", "motioner", "--jobs", "1").returncode == 0
    (damaged,) = segments() - before
    damaged.write_bytes(damaged.read_bytes()[:-100])

    for _ in range(2):
        assert "Motion om badhus" in get("sok?q=badhus")[1]
        assert "Motion om skolor" not in get("sok?q=skolor")[1]
        assert get("halsa") == (200, "old index\n")
    status, page = get("status")
    assert status == 200
    assert "Den senaste ändringen av sökindexet kan inte läsas." in page
    assert str(tmp_path) not in page
    log = [line for line in (tmp_path / "told.txt").read_text().splitlines() if damaged.name in line]
    assert len(log) == 1
    assert "remiss rebuild" in log[0]
    assert "remiss verify" in log[0]

    verified = remiss("verify")
    assert verified.returncode == 1
    assert damaged.name in verified.stdout
    assert "remiss rebuild" in verified.stdout
    assert remiss("rebuild").returncode == 0
    assert get("halsa") == (200, "ok\n")
    assert "kan inte läsas" not in get("status")[1]
    assert "Motion om skolor" in get("sok?q=skolor")[1]
    assert remiss("verify").returncode == 0


@pytest.mark.slow
def test_an_index_that_is_cut_off_under_the_server_is_told_of_and_mended(tmp_path: Path, remiss, get) -> None:
    assert get("halsa") == (200, "ok\n")
    (segment,) = (tmp_path / "data" / "index").rglob("*.seg")
    with segment.open("r+b") as file:
        file.truncate(segment.stat().st_size // 2)
    status, page = get("halsa")
    assert status == 500
    assert "Sökindexet är skadat." in page
    assert "Sökindexet är skadat." in get("status")[1]
    verified = remiss("verify").stdout
    assert segment.name in verified
    assert "remiss rebuild" in verified
    assert remiss("rebuild").returncode == 0
    assert get("halsa") == (200, "ok\n")
    assert "Motion om badhus" in get("sok?q=badhus")[1]


@pytest.mark.slow
@pytest.mark.parametrize("how", ["copied", "restored"])
def test_an_older_catalog_in_place_of_the_new_one(tmp_path: Path, remiss, get, how: str) -> None:
    assert remiss("backup", "older").returncode == 0
    (tmp_path / "motioner" / "skolor.txt").write_text("Motion om skolor\n\nBygg fler skolor.\n")
    assert remiss("index", "motioner", "--jobs", "1").returncode == 0
    assert "Motion om skolor" in get("sok?q=skolor")[1]
    if how == "copied":
        for rest in ("-wal", "-shm"):
            (tmp_path / "data" / f"catalog.sqlite{rest}").unlink(missing_ok=True)
        (tmp_path / "older").replace(tmp_path / "data" / "catalog.sqlite")
    else:
        assert remiss("restore", "--force", "older").returncode == 0
    for page in ("sok?q=bygg", "status"):
        status, text = get(page)
        assert status == 200 or "remiss rebuild" in text
    refused = remiss("index", "motioner", "--jobs", "1")
    assert refused.returncode == 1
    assert "remiss rebuild" in refused.stderr
    assert remiss("rebuild").returncode == 0
    assert remiss("index", "motioner", "--jobs", "1").returncode == 0
    status, page = get("sok?q=skolor")
    assert (status, "Motion om skolor" in page) == (200, True)


@pytest.mark.slow
def test_a_lost_index_that_another_command_made_anew_does_not_answer_that_nothing_was_found(
    tmp_path: Path, remiss, get
) -> None:
    assert "Motion om badhus" in get("sok?q=badhus")[1]
    shutil.rmtree(tmp_path / "data" / "index")
    assert remiss("status").returncode == 0
    status, page = get("sok?q=badhus")
    assert status == 500
    assert "Sökregistret är tomt" in page
    assert remiss("index", "motioner", "--jobs", "1").returncode == 0
    assert "Motion om badhus" in get("sok?q=badhus")[1]
