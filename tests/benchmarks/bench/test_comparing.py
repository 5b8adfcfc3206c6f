"""An engine that finds something else is told of, whatever its times are."""

from dataclasses import dataclass, field

from benchmarks.bench.comparing import compare
from benchmarks.bench.interface import Answer
from benchmarks.bench.queries import Query
from remissarkiv.engines.interface import Node, Term

QUERIES = [Query("rare", Term("text", word)) for word in ("ett", "två")]


@dataclass
class Engine:
    """Finds documents 1 to 3 by every word, or what it is told to."""

    found: set[int] = field(default_factory=lambda: {1, 2, 3})
    total: int = 3
    facets: dict[str, dict[str, int]] = field(default_factory=lambda: {"kind": {"motion": 3}})
    best: tuple[int, ...] = (3, 1, 2)

    def hits(self, query: Node) -> set[int]:
        return self.found

    def shown(self, query: Node) -> Answer:
        return Answer(self.total, self.best, self.facets)


def test_engines_that_agree_have_no_differences() -> None:
    agreement = compare({"ours": Engine(), "fts5": Engine(best=(1, 2, 3))}, QUERIES)
    assert agreement.differences == ()
    assert agreement.against == "ours"
    assert agreement.totals == (3, 3)


def test_what_is_missing_and_what_is_too_much_is_counted() -> None:
    agreement = compare({"ours": Engine(), "fts5": Engine(found={1, 2, 8, 9}, total=4)}, QUERIES)
    assert agreement.differing("fts5") == 2
    assert {(one.missing, one.extra, one.total) for one in agreement.differences} == {(1, 2, 4)}
    assert agreement.differing("ours") == 0


def test_other_counts_and_a_list_that_repeats_itself_are_differences_too() -> None:
    wrong = {
        "counts": Engine(facets={"kind": {"motion": 2}}),
        "total": Engine(total=4),
        "repeats": Engine(best=(1, 1, 2)),
        "short": Engine(best=(1,)),
    }
    agreement = compare({"ours": Engine(), **wrong}, QUERIES)
    assert {name: agreement.differing(name) for name in wrong} == dict.fromkeys(wrong, 2)


def test_the_reference_is_right_where_it_is_there() -> None:
    agreement = compare({"ours": Engine({1}, 1), "reference": Engine()}, QUERIES)
    assert agreement.against == "reference"
    assert agreement.differing("ours") == 2
