"""A disk without space, or that may not be written: one line that tells what to do, and nothing is lost."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

REMISS = Path(sys.executable).with_name("remiss")
ROOMY = 60_000


class Disk:
    """A small disk of its own."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def allow(self, kilobytes: int, mode: str = "rw") -> None:
        """Let the disk hold so much in all."""
        options = f"remount,{mode},size={kilobytes}k"
        subprocess.run(["mount", "-o", options, self.place], check=True, capture_output=True)

    def used(self) -> int:
        """Kilobytes that are taken."""
        done = subprocess.run(
            ["df", "-k", "--output=used", self.place], check=True, capture_output=True, text=True
        )
        return int(done.stdout.split()[1])


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A disk in memory, where the tests may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={ROOMY}k", "tmpfs", place]
    try:
        mounted = subprocess.run(command, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("a disk of its own to fill: not present")
    yield Disk(place)
    subprocess.run(["umount", place], check=True, capture_output=True)


@pytest.fixture
def remiss(tmp_path: Path, disk: Disk):
    """Runs the command on the archive of that disk."""

    def run(command: str, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [REMISS, command, *arguments, "--data", disk.place / "data"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def one_line(done: "subprocess.CompletedProcess[str]") -> str:
    (line,) = done.stderr.splitlines()
    assert done.returncode == 1
    assert line.startswith("remiss: ")
    return line


def write_motions(folder: Path, names: range) -> None:
    folder.mkdir(exist_ok=True)
    for name in names:
        words = " ".join(f"cykelväg{name}x{number}" for number in range(400))
        (folder / f"motion-{name}.txt").write_text(
            f"Motion om cykelväg {name}\n\n{words}\n", encoding="utf-8"
        )


@pytest.mark.slow
def test_wherever_space_ends_a_run_says_so_and_the_next_one_finishes(
    tmp_path: Path, disk: Disk, remiss
) -> None:
    write_motions(tmp_path / "motioner", range(60))
    for kilobytes in (20, 400, 1_200):
        disk.allow(kilobytes)
        line = one_line(remiss("index", tmp_path / "motioner", "--jobs", "1"))
        assert str(disk.place / "data") in line
        assert "make space" in line
    disk.allow(ROOMY)
    assert remiss("index", tmp_path / "motioner", "--jobs", "1").returncode == 0
    assert "agree: 60 documents" in remiss("verify").stdout


@pytest.mark.slow
def test_while_the_index_is_written_or_made_anew_the_old_one_serves(
    tmp_path: Path, disk: Disk, remiss
) -> None:
    write_motions(tmp_path / "motioner", range(30))
    assert remiss("index", tmp_path / "motioner", "--jobs", "1").returncode == 0
    write_motions(tmp_path / "motioner", range(30, 60))
    # Room for the texts, but not for what the index makes of them.
    disk.allow(disk.used() + 1_100)
    line = one_line(remiss("index", tmp_path / "motioner", "--jobs", "1"))
    assert str(disk.place / "data" / "index") in line
    assert "30 träffar" in remiss("search", "motion", "--limit", "1").stdout
    disk.allow(ROOMY)
    assert remiss("index", tmp_path / "motioner", "--jobs", "1").returncode == 0
    disk.allow(disk.used() + 300)
    line = remiss("rebuild")
    assert line.returncode == 1
    assert "make space" in line.stderr
    assert len(line.stderr.splitlines()) == 1
    assert "60 träffar" in remiss("search", "motion", "--limit", "1").stdout
    assert "agree: 60 documents" in remiss("verify").stdout
    disk.allow(ROOMY)
    assert "60 documents" in remiss("rebuild").stdout


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path, disk: Disk, remiss) -> None:
    write_motions(tmp_path / "motioner", range(2))
    assert remiss("index", tmp_path / "motioner", "--jobs", "1").returncode == 0
    disk.allow(ROOMY, "ro")
    for command in (("index", tmp_path / "motioner"), ("rebuild",), ("search", "motion")):
        line = one_line(remiss(*command))
        assert str(disk.place / "data") in line
        assert "writable" in line
    disk.allow(ROOMY)
    assert "2 träffar" in remiss("search", "motion").stdout
