"""Joins of finds: whichever way is taken through the arrays, the result is that of plain sets and sums."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.engines.whoosh import columns
from remissarkiv.engines.whoosh.coded_column import pack, unpack
from remissarkiv.engines.whoosh.columns import coded, joined
from remissarkiv.engines.whoosh.matches import Matches, among, best, both, summed, united, without

SIZE = 600
Plain = dict[int, float]


@st.composite
def finds(draw: st.DrawFn) -> Matches:
    """None, some, or nearly all of the documents, with scores of their own or one for all."""
    some = st.sets(st.integers(0, SIZE - 1), max_size=8)
    chosen = draw(some)
    if draw(st.booleans()):
        step = draw(st.integers(1, 4))
        chosen = set(range(draw(st.integers(0, 3)), SIZE, step)) - chosen
    documents = np.array(sorted(chosen), np.int32)
    if draw(st.booleans()):
        return Matches(documents, draw(st.sampled_from((0.0, 0.5, 2.0))))
    seed = draw(st.integers(0, 9))
    return Matches(documents, np.random.default_rng(seed).integers(0, 50, len(documents)) / 4)


def plain(matches: Matches) -> Plain:
    scores = np.broadcast_to(matches.scores, len(matches)).tolist()
    assert matches.documents.dtype == np.int32
    assert (np.diff(matches.documents) > 0).all()
    return dict(zip(matches.documents.tolist(), scores, strict=True))


@given(finds(), finds())
def test_two_finds(one: Matches, other: Matches) -> None:
    a, b = plain(one), plain(other)
    assert plain(both(one, other, SIZE)) == {number: a[number] + b[number] for number in a.keys() & b.keys()}
    assert plain(among(one, other.documents, SIZE)) == {n: score for n, score in a.items() if n in b}
    assert plain(without(one, other.documents, SIZE)) == {n: score for n, score in a.items() if n not in b}


@pytest.mark.parametrize(("join", "reckon"), [(summed, sum), (best, max)])
@given(several=st.lists(finds(), max_size=4))
def test_several_finds(
    join: Callable[[Sequence[Matches], int], Matches],
    reckon: Callable[[list[float]], float],
    several: list[Matches],
) -> None:
    expected: dict[int, list[float]] = {}
    for matches in several:
        for number, score in plain(matches).items():
            expected.setdefault(number, []).append(score)
    assert plain(join(several, SIZE)) == {number: reckon(scores) for number, scores in expected.items()}
    assert united([matches.documents for matches in several], SIZE).tolist() == sorted(expected)


ROWS = st.lists(st.sets(st.sampled_from(("", "a", "ab", "b", "å", "\U0001f600")), max_size=3), max_size=30)


@given(st.lists(ROWS, min_size=1, max_size=3), st.data())
def test_columns_count_and_find_what_their_documents_have(
    parts: list[list[set[str]]], data: st.DataObject
) -> None:
    column = joined([coded([sorted(row) for row in rows]) for rows in parts])
    rows = [row for part in parts for row in part]
    living = np.array([data.draw(st.booleans()) for _ in rows], np.bool_)
    kept = column.kept(living)
    for own, of in ((column, rows), (kept, [row for row, lives in zip(rows, living, strict=True) if lives])):
        chosen = sorted(data.draw(st.sets(st.integers(0, max(len(of) - 1, 0)))) if of else ())
        others = np.array(sorted(set(range(len(of))) - set(chosen)), np.int32)
        documents = np.array(chosen, np.int32)
        counts = {
            value: count
            for value in set().union(*of)
            if (count := sum(value in of[number] for number in chosen))
        }
        assert own.named(own.counts(documents)) == counts
        assert own.named(own.counts(documents, others)) == counts
        assert own.of_few(chosen) == counts
        most = data.draw(st.integers(1, 4))
        assert own.of_few(chosen, most) == own.named(own.counts(documents), most)
        for prefix in ("", "a", "å", "x"):
            found = {number for one in own.beginning(prefix) for number in one.tolist()}
            assert found == {n for n, row in enumerate(of) if any(value.startswith(prefix) for value in row)}
        for value in ("a", "ab", "x"):
            assert [one.tolist() for one in own.documents([value])] == (
                [[n for n, row in enumerate(of) if value in row]] if value in own.values else []
            )


@pytest.mark.parametrize("handy", [columns._HANDY, 0])
@given(parts=st.lists(ROWS, min_size=1, max_size=3), most=st.sampled_from((None, 1, 2)))
def test_the_values_of_few_documents_are_counted_however_many_values_there_are(
    handy: int, parts: list[list[set[str]]], most: int | None
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "_HANDY", handy)
        column = joined([unpack(pack(coded([sorted(row) for row in rows])), len(rows)) for rows in parts])
        documents = list(range(0, len(column), 2))
        counted = column.named(column.counts(np.array(documents, np.int32)), most)
        assert column.of_few(documents, most) == counted


@given(st.lists(st.sampled_from(("d1", "d2", "aå", "\U0001f600", "")), max_size=9), st.data())
def test_the_only_values_of_documents_come_as_they_were_written(
    values: list[str], data: st.DataObject
) -> None:
    column = unpack(pack(coded([[value] for value in values])), len(values))
    asked = data.draw(st.lists(st.sampled_from(range(len(values))))) if values else []
    assert column.only_values(asked) == [values[number] for number in asked]
    assert list(column.values) == sorted(set(values))
    assert column.only_values(asked) == [values[number] for number in asked]
    assert [column.values[place] for place in range(len(column.values))] == sorted(set(values))
