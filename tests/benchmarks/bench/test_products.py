"""Both products get the same documents and the same questions, and tell how many they found."""

import datetime
import json
import socket
import threading
from pathlib import Path

import pytest

from benchmarks.bench.archive import make_both
from benchmarks.bench.asked import DATASETTE, JSON, LEAN, OURS, PAGE, Question, questions
from benchmarks.bench.clients import Client, Load, load
from benchmarks.bench.documents import Source, stored
from benchmarks.bench.products import total_told
from benchmarks.bench.servers import (
    DATASETTE_SETTINGS,
    HOST,
    Server,
    datasette_server,
    has_datasette,
    our_server,
)
from benchmarks.bench.vocabulary import Vocabulary
from remissarkiv.domain import Kind
from remissarkiv.sync import index_entry

# Words that have one inflection key each, so that a search for the form finds the form.
FILLING = ("parkering", "brygga", "cykelbana", "lekplats", "simhall", "bibliotek", "trafik", "buller")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, list[Question]]:
    """Sixty documents in both, and questions drawn from them."""
    documents = []
    for number in range(60):
        words = [word for place, word in enumerate(FILLING) if number % (place + 2) == 0]
        text = f"Ärendet gäller {' '.join(words)} i kommunen, nummer {number} av alla."
        day = datetime.date(2001 + number % 7, 3, 1)
        documents.append(stored(number, Source((f"s{number}",), f"Om {number}", Kind.MOTION, day, text), 1))
    vocabulary = Vocabulary(len(documents))
    for one in documents:
        vocabulary.add(index_entry(one))
    folder = tmp_path_factory.mktemp("products") / "both"
    config, database = make_both(documents, map(index_entry, documents), folder)
    return config, database, questions(vocabulary, 3, 1)


def _totals(server: Server, product: str, asked: list[Question], form: str) -> dict[str, int]:
    client = Client(server.port)
    found = {}
    for question in asked:
        address = question.addresses[product, form]
        reply = client.ask(address)
        assert reply.status == 200, address
        found[question.addresses[OURS, PAGE]] = total_told((product, form), reply.body)
    client.close()
    return found


def test_our_server_tells_hits_and_how_long_it_worked(made: tuple[Path, Path, list[Question]]) -> None:
    config, _, asked = made
    assert {"common", "or3", "phrase", "filter"} <= {question.kind for question in asked}
    with our_server(config) as server:
        pages = _totals(server, OURS, asked, PAGE)
        assert pages == _totals(server, OURS, asked, JSON)
        assert all(total > 0 for total in pages.values())
        client = Client(server.port)
        reply = client.ask("/bench.json?q=simhall")
        assert reply.app is not None
        assert reply.cpu is not None
        assert 0 < reply.app <= reply.wall
        answer = json.loads(reply.body)
        assert answer["total"] == 10
        assert len(answer["facets"]["year"]) > 1
        assert client.ask("/sok?q=finnsintealls").status == 200
        client.close()
        assert server.cpu() > 0
        assert server.peak_mb() > 10


def test_datasette_finds_the_same_documents_for_the_same_questions(
    made: tuple[Path, Path, list[Question]],
) -> None:
    if not has_datasette():
        pytest.skip("datasette is not installed (make bench installs it)")
    config, database, asked = made
    with our_server(config) as ours, datasette_server(database, DATASETTE_SETTINGS) as theirs:
        right = _totals(ours, OURS, asked, JSON)
        for product in (DATASETTE, LEAN):
            assert _totals(theirs, product, asked, JSON) == right
            assert _totals(theirs, product, asked, PAGE) == right
        client = Client(theirs.port)
        answer = json.loads(client.ask(asked[0].addresses[DATASETTE, JSON]).body)
        assert set(answer["facet_results"]) == {"kind", "year"}
        client.close()


def test_several_clients_are_all_answered(made: tuple[Path, Path, list[Question]]) -> None:
    config, _, asked = made
    got = Load(8)
    with our_server(config) as server:
        addresses = [question.addresses[OURS, PAGE] for question in asked]
        load(server.port, [*addresses, "/finns-inte"], 8, 2.0, got)
    assert len(got.walls) > 8
    assert got.seconds >= 2.0
    # The page that does not exist is no answer, and nothing else failed.
    assert 0 < got.failed < len(got.walls)


def test_a_client_asks_again_when_the_server_has_closed_the_idle_connection() -> None:
    with socket.create_server((HOST, 0)) as listening:
        client = Client(listening.getsockname()[1])

        def serve() -> None:
            # Each connection answers once and is closed, though HTTP/1.1 lets the client expect more of it.
            for _ in range(2):
                connection, _ = listening.accept()
                with connection:
                    connection.recv(65536)
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nja")

        server = threading.Thread(target=serve)
        server.start()
        bodies = [client.ask("/").body for _ in range(2)]
        server.join()
        client.close()
    assert bodies == [b"ja", b"ja"]
