"""Several processes, and processes that are killed."""

import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest

from remissarkiv.catalog import ArchiveLock, Catalog, CatalogUnavailableError, sqlite_file
from remissarkiv.errors import ArchiveBusyError

KILLED_WRITER = """
import os, signal, sys
from pathlib import Path
from remissarkiv.catalog import Catalog
from remissarkiv.domain import Document, Kind, SourceFile, StoredDocument

catalog = Catalog.open(Path(sys.argv[1]))
text = "Nämnden tillstyrker. " * 20_000
def put(writer, number):
    source = SourceFile("k", f"{number}.txt", 1, "0" * 64, 1, "text/plain")
    writer.put(StoredDocument(f"d{number}", source, Document("t", Kind.MOTION, text, text)))
with catalog.write() as writer:
    put(writer, 0)
with catalog.write() as writer:
    for number in range(1, 60):
        put(writer, number)
    writer.remove("d0")
    os.kill(os.getpid(), signal.SIGKILL)
"""

READER = """
import sys
from pathlib import Path
from remissarkiv.catalog import Catalog
with Catalog.open(Path(sys.argv[1])) as catalog:
    print(*catalog.all_ids())
"""

HOLDER = """
import sys, time
from pathlib import Path
from remissarkiv.catalog import ArchiveLock
with ArchiveLock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_writer_killed_in_a_transaction_leaves_the_state_before_it(place, make):
    done = subprocess.run([sys.executable, "-c", KILLED_WRITER, str(place)])
    assert done.returncode == -signal.SIGKILL
    with Catalog.open(place) as catalog:
        assert list(catalog.all_ids()) == ["d0"]
        assert [change.document_id for change in catalog.changes(0, 100)] == ["d0"]
        assert catalog.last_sequence() == 1
        with catalog.write() as writer:
            writer.put(make("next"))
        assert catalog.last_sequence() == 2
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_reader_sees_the_state_before_a_transaction_until_it_is_committed(place, catalog, make, everyone):
    with catalog.write() as writer:
        writer.put(make("a"))
    with Catalog.open(place) as reader:
        with catalog.write() as writer:
            writer.put(make("b"))
            writer.remove("a")
            assert list(reader.all_ids()) == ["a"]
            assert reader.document("a", everyone).id == "a"
            assert reader.last_sequence() == 1
        assert list(reader.all_ids()) == ["b"]


def test_a_process_that_opened_the_catalog_twice_is_not_alone_to_others(place, make):
    # The other process, closing last as it thinks, would take the log away from under the open connections.
    with Catalog.open(place) as first, Catalog.open(place):
        for number, seen in enumerate((b"a", b"a b", b"a b c")):
            with first.write() as writer:
                writer.put(make("abc"[number]))
            other = subprocess.run([sys.executable, "-c", READER, str(place)], capture_output=True)
            assert other.stdout.strip() == seen, other.stderr


def test_a_second_writer_waits_and_then_says_who_is_in_the_way(place, catalog, make, monkeypatch):
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.05)
    with Catalog.open(place) as other, catalog.write() as writer:
        writer.put(make("a"))
        with pytest.raises(ArchiveBusyError, match="another process"), other.write():
            pass


def test_threads_share_a_catalog(catalog, make, everyone):
    with catalog.write() as writer:
        for number in range(50):
            writer.put(make(f"d{number}"))
    found: list[int] = []

    def read() -> None:
        for _ in range(5):
            found.append(len(catalog.summaries(list(catalog.all_ids()), everyone)))

    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [50] * 30


def test_two_processes_may_make_the_catalog_at_the_same_time(place):
    program = "import sys; from pathlib import Path; from remissarkiv.catalog import Catalog\n"
    program += "print(Catalog.open(Path(sys.argv[1])).generation())"
    both = [
        subprocess.Popen([sys.executable, "-c", program, str(place)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    answers = {process.communicate()[0] for process in both}
    assert [process.returncode for process in both] == [0, 0]
    assert len(answers) == 1


def test_the_lock_tells_who_holds_it_and_dies_with_its_process(tmp_path):
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(ArchiveBusyError, match=f"process {holder.pid}, since 20"), ArchiveLock(tmp_path):
            pass
        holder.kill()
    with ArchiveLock(tmp_path):
        pass


def test_the_lock_holds_within_a_process_too_and_can_be_taken_again(tmp_path):
    for _ in range(2):
        with ArchiveLock(tmp_path), pytest.raises(ArchiveBusyError), ArchiveLock(tmp_path):
            pass


def test_a_lock_in_a_missing_folder_names_it(tmp_path):
    with pytest.raises(CatalogUnavailableError, match="ingen"), ArchiveLock(tmp_path / "ingen"):
        pass
