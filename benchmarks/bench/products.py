"""Whole products over HTTP on the same documents: our result page and JSON, and Datasette's."""

import json
import random
import re
import statistics
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any

from benchmarks.bench.archive import make_both
from benchmarks.bench.asked import DATASETTE, JSON, LEAN, OURS, PAGE, Question, questions
from benchmarks.bench.clients import Client, Load, Reply, load
from benchmarks.bench.documents import FILE, corpus
from benchmarks.bench.figures import percentile
from benchmarks.bench.prepared import prepare
from benchmarks.bench.run import Plan
from benchmarks.bench.servers import (
    DATASETTE_SETTINGS,
    LEAN_SETTINGS,
    Server,
    datasette_server,
    has_datasette,
    our_server,
)

ROUNDS = 3
CLIENTS = (1, 8)
LOAD_SECONDS = 5.0
LOAD_ROUNDS = 2
_SETTINGS: Mapping[str, Mapping[str, int | str]] = {DATASETTE: DATASETTE_SETTINGS, LEAN: LEAN_SETTINGS}

Target = tuple[str, str]
"""A product and the form of its answer."""


@dataclass(slots=True)
class Asked:
    """The replies of one target to questions, each with its class, and how many documents each question
    found."""

    replies: list[tuple[str, Reply]] = field(default_factory=list)
    totals: list[tuple[str, int]] = field(default_factory=list)


def run_products(plan: Plan, size: int, each: int, say: Callable[[str], None]) -> dict[str, Any]:
    """Everything about whole products at one size; `each` questions of a class."""
    seed = plan.seed
    say(f"{size} documents: filling an archive, and a database for Datasette")
    prepared = prepare(plan.data, size, seed, plan.kept)
    folder = plan.scratch / f"products-{size}"
    config, database = make_both(corpus(plan.data / FILE, size, seed), prepared.entries(), folder)
    asked = questions(prepared.vocabulary, each, seed)
    with ExitStack() as stack:
        servers = {OURS: stack.enter_context(our_server(config))}
        if has_datasette():
            for product, settings in _SETTINGS.items():
                servers[product] = stack.enter_context(datasette_server(database, settings))
        else:
            say("left out: datasette is not installed (make bench installs it)")
        targets = [(product, form) for form in (PAGE, JSON) for product in servers]
        say(f"{size} documents: {len(asked)} questions to {', '.join(servers)}")
        replies = _ask_each(servers, targets, asked, seed)
        loads = [
            found for clients in CLIENTS for found in _load_each(servers, targets, asked, clients, seed, say)
        ]
        peaks = {product: server.peak_mb() for product, server in servers.items()}
    return {
        "documents": size,
        "questions": len(asked),
        "settings": _SETTINGS,
        "latency_ms": {_name(target): _latency(found) for target, found in replies.items()},
        "load": loads,
        "peak_mb": peaks,
    }


def _ask_each(
    servers: dict[str, Server], targets: Sequence[Target], asked: Sequence[Question], seed: int
) -> dict[Target, Asked]:
    """Each question to each target in turn, once for nothing and then `ROUNDS` times."""
    clients = {product: Client(server.port) for product, server in servers.items()}
    found = {target: Asked() for target in targets}
    for turn in range(ROUNDS + 1):
        order = list(asked)
        random.Random(f"questions:{seed}:{turn}").shuffle(order)
        for place, question in enumerate(order):
            start = place % len(targets)
            for target in (*targets[start:], *targets[:start]):
                reply = clients[target[0]].ask(question.addresses[target])
                if reply.status != HTTPStatus.OK:
                    raise RuntimeError(
                        f"{_name(target)} answered {reply.status} to a {question.kind} question"
                    )
                if turn:
                    found[target].replies.append((question.kind, replace(reply, body=b"")))
                else:
                    found[target].totals.append((question.kind, total_told(target, reply.body)))
    for client in clients.values():
        client.close()
    return found


def total_told(target: Target, body: bytes) -> int:
    """How many documents an answer says it found. Raises `ValueError` when it does not say."""
    product, form = target
    if form == JSON:
        answer = json.loads(body)
        return int(answer["total" if product == OURS else "filtered_table_rows_count"])
    text = body.decode()
    pattern = r"([\d\u202f]+) träff" if product == OURS else r"([\d,]+) rows?\b"
    told = re.search(pattern, text)
    if told:
        return int(re.sub(r"\D", "", told[1]))
    if "Inga träffar" in text or "0 records" in text:
        return 0
    raise ValueError(f"{_name(target)}: no number of hits in the answer")


def _load_each(
    servers: dict[str, Server],
    targets: Sequence[Target],
    asked: Sequence[Question],
    clients: int,
    seed: int,
    say: Callable[[str], None],
) -> list[dict[str, Any]]:
    say(f"{clients} client{'s' * (clients > 1)} without a pause, {LOAD_ROUNDS} × {LOAD_SECONDS:.0f} s each")
    order = list(asked)
    random.Random(f"load:{seed}").shuffle(order)
    loads = {target: Load(clients) for target in targets}
    cpu = dict.fromkeys(targets, 0.0)
    for _ in range(LOAD_ROUNDS):
        for target in targets:
            server = servers[target[0]]
            before = server.cpu()
            addresses = [question.addresses[target] for question in order]
            load(server.port, addresses, clients, LOAD_SECONDS, loads[target])
            cpu[target] += server.cpu() - before
    return [
        {
            "target": _name(target),
            "clients": clients,
            "answers": len(one.walls),
            "failed": one.failed,
            "per_second": len(one.walls) / one.seconds,
            "median_ms": statistics.median(one.walls) * 1000 if one.walls else None,
            "p95_ms": percentile(one.walls, 0.95) * 1000 if one.walls else None,
            "server_cpu_ms": cpu[target] / len(one.walls) * 1000 if one.walls else None,
        }
        for target, one in loads.items()
    ]


def _latency(found: Asked) -> dict[str, dict[str, float | None]]:
    """Milliseconds by class, and of all (`all`): until the answer was there, and within the application where
    the server tells."""
    told = {}
    for kind in (*dict.fromkeys(kind for kind, _ in found.totals), "all"):
        replies = [reply for of, reply in found.replies if kind in (of, "all")]
        apps = [reply.app for reply in replies if reply.app is not None]
        cpus = [reply.cpu for reply in replies if reply.cpu is not None]
        told[kind] = {
            "hits": statistics.median(total for of, total in found.totals if kind in (of, "all")),
            **_spread("", [reply.wall for reply in replies]),
            **_spread("app_", apps),
            **_spread("app_cpu_", cpus),
        }
    return told


def _spread(name: str, seconds: Sequence[float]) -> dict[str, float | None]:
    return {
        f"{name}median": statistics.median(seconds) * 1000 if seconds else None,
        f"{name}p95": percentile(seconds, 0.95) * 1000 if seconds else None,
    }


def _name(target: Target) -> str:
    return " ".join(target)
