"""The figure for the order of hits: a better order has a higher one, and all queries asked are judged."""

import pytest

from benchmarks.eval_ranking import judged, ndcg

GRADES = {"a": 3, "b": 2, "c": 0}


def test_the_best_order_is_one_and_a_worse_one_less() -> None:
    assert ndcg(["a", "b", "c"], GRADES) == 1.0
    assert ndcg(["b", "a"], GRADES) < 1.0
    assert ndcg(["b", "a"], GRADES) > ndcg(["c", "b", "a"], GRADES)


def test_what_was_not_judged_counts_as_nothing() -> None:
    assert ndcg(["unknown", "a", "b"], GRADES) == ndcg(["c", "a", "b"], GRADES)
    assert ndcg([], GRADES) == 0.0


def test_a_known_order_has_the_figure_worked_out_by_hand() -> None:
    # gains 3 and 7: (3 + 7/log2(3)) / (7 + 3/log2(3))
    assert ndcg(["b", "a"], GRADES) == pytest.approx(0.8340, abs=1e-4)


def test_at_least_forty_queries_are_judged_in_four_grades() -> None:
    queries = judged()
    assert len(queries) >= 40
    for one in queries:
        assert one.query.strip()
        assert one.need.strip()
        assert one.grades, f"{one.name} has no judgements"
        assert set(one.grades.values()) <= {0, 1, 2, 3}
