"""Medians, percentiles, ratios and the picture of them."""

import platform
from dataclasses import asdict

import pytest
from defusedxml.ElementTree import fromstring

from benchmarks.bench.figures import by_class, percentile, ratios
from benchmarks.bench.machine import facts
from benchmarks.bench.measuring import Measured
from benchmarks.bench.plot import plot
from benchmarks.bench.queries import Query
from benchmarks.bench.timing import Timing
from remissarkiv.engines.interface import Term

QUERIES = [Query(kind, Term("text", f"{kind}{n}")) for kind in ("rare", "or3") for n in range(3)]


def measured(*milliseconds: float) -> Measured:
    """For each query three timings: one as told, one twice and one ten times as long by the clock."""
    return Measured([[Timing(ms * n / 1000, ms / 1000) for n in (1, 2, 10)] for ms in milliseconds])


def test_the_figure_of_a_class_is_the_median_of_its_queries_medians() -> None:
    found = by_class(QUERIES, measured(1, 2, 30, 4, 5, 60))
    assert found["rare"].wall == pytest.approx(4)
    assert found["or3"].wall == pytest.approx(10)
    assert found["or3"].cpu == pytest.approx(5)
    assert found["rare"].p95 == pytest.approx(300)
    assert found["rare"].cpu_p95 == pytest.approx(30)
    assert found["all"].count == 18


def test_a_percentile_is_one_of_the_values() -> None:
    values = [float(n) for n in range(1, 101)]
    assert percentile(values, 0.95) == 95
    assert percentile([3.0, 1.0, 2.0], 0.95) == 3
    assert percentile([7.0], 0.95) == 7


def test_ratios_tell_how_many_times_as_long_the_others_take() -> None:
    figures = {
        "ours": by_class(QUERIES, measured(1, 1, 1, 2, 2, 2)),
        "fts5": by_class(QUERIES, measured(3, 3, 3, 20, 20, 20)),
    }
    found = ratios(figures, "ours")
    assert set(found) == {"fts5"}
    assert found["fts5"]["rare"].wall == pytest.approx(3)
    assert found["fts5"]["or3"].cpu == pytest.approx(10)
    assert ratios(figures, "tantivy") == {}


def test_the_picture_has_a_mark_for_every_engine_and_class_further_right_for_what_takes_longer() -> None:
    warm = {
        name: {kind: asdict(one) for kind, one in by_class(QUERIES, measured(*times)).items()}
        for name, times in {"ours": (1, 1, 1, 2, 2, 2), "tantivy": (30, 30, 30, 400, 400, 400)}.items()
    }
    picture = fromstring(plot({"documents": 20_000, "warm_ms": warm}, facts()))
    space = "{http://www.w3.org/2000/svg}"
    # One mark of each shape stands in the legend.
    circles = [float(one.get("cx", "")) for one in picture.iter(f"{space}circle")][1:]
    corners = [one.get("points", "").split(",")[0] for one in picture.iter(f"{space}polygon")][1:]
    assert len(circles) == len(corners) == 2
    assert circles[0] < circles[1] < float(corners[0]) < float(corners[1])
    assert "20,000 documents" in "".join(picture.itertext())


def test_what_is_told_of_the_machine_names_neither_it_nor_a_folder() -> None:
    told = str(facts())
    assert platform.node() not in told
    assert "/" not in told.replace("+00:00", "")
