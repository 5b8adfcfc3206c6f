"""The parts of the Whoosh engine by themselves: cache, merge policy, list of terms, packed numbers."""

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.engines.whoosh import columns, positions
from remissarkiv.engines.whoosh.arrays import starts_of
from remissarkiv.engines.whoosh.merge_policy import MOST_SEGMENTS, together
from remissarkiv.engines.whoosh.posting_cache import PostingCache
from remissarkiv.engines.whoosh.ranking import smallest
from remissarkiv.engines.whoosh.term_list import slots_of

POSTINGS = st.lists(st.lists(st.integers(0, 2**32 - 1), min_size=1, unique=True).map(sorted), min_size=1)


@given(POSTINGS)
def test_many_postings_are_packed_as_one_by_one(postings: list[list[int]]) -> None:
    starts = starts_of(np.array([len(numbers) for numbers in postings]))
    flat = np.array([number for numbers in postings for number in numbers], np.int64)
    packed, places = positions.pack_all(flat, starts)
    assert packed == b"".join(map(positions.pack, postings))
    assert [packed[a:b] for a, b in pairwise(places.tolist())] == list(map(positions.pack, postings))
    assert positions.unpack_all(packed, starts).tolist() == flat.tolist()


def test_numbers_that_are_missing_or_do_not_rise_are_told_of() -> None:
    with pytest.raises(ValueError, match="instead of 3"):
        positions.unpack_all(positions.pack((1, 2)), np.array([0, 3]))
    with pytest.raises(ValueError, match="rise"):
        positions.pack_all(np.array([5, 5]), np.array([0, 2]))


@given(st.lists(st.integers(0, 19), max_size=18))
def test_each_entry_of_a_hash_table_is_found_from_its_home(homes: list[int]) -> None:
    slots = 20
    places = slots_of(np.array(homes, np.intp), slots)
    assert len(set(places.tolist())) == len(homes)
    taken = set(places.tolist())
    for home, place in zip(homes, places.tolist(), strict=True):
        assert all((home + step) % slots in taken for step in range((place - home) % slots))


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=600), st.data())
def test_the_smallest_values_are_found_through_blocks(values: list[int], data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(values)))
    assert smallest(np.array(values, np.float64), number) == sorted(values)[number - 1]


def test_the_cache_keeps_to_its_bytes_and_to_what_was_used_last() -> None:
    cache = PostingCache(100_000)
    made: list[str] = []

    def make(name: str, size: int = 10_000) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
        made.append(name)
        return np.zeros(size, np.uint8)

    for number in range(8):
        cache.get(number, lambda number=number: make(f"{number}"))
        cache.get(0, lambda: make("0 again"))
    assert cache.bytes <= 100_000
    assert "0 again" not in made
    cache.get("large", lambda: make("large", 60_000))
    cache.get("large", lambda: make("large", 60_000))
    assert made.count("large") == 2, "what would drive out everything else is not kept"
    for number in range(8, 30):
        cache.get(number, lambda number=number: make(f"{number}"))
        assert cache.bytes <= 100_000
    cache.get(0, lambda: make("0 once more"))
    assert "0 once more" in made


def test_threads_share_the_cache() -> None:
    cache = PostingCache(50_000)

    def use(seed: int) -> None:
        chosen = random.Random(seed)
        for _ in range(2000):
            number = chosen.randrange(40)
            found = cache.get(number, lambda number=number: np.full(number * 50, number))
            assert (found == number).all()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(use, range(4)))
    assert 0 < cache.bytes <= 50_000


@dataclass(eq=False)
class Segment:
    living: int
    written: int
    name: str

    def doc_count(self) -> int:
        return self.living

    def doc_count_all(self) -> int:
        return self.written

    def segment_id(self) -> str:
        return self.name


def simulated(sizes: list[int], commits: int, size: int) -> tuple[list[int], list[int]]:
    """How large the segments are after so many commits of `size` documents, and how many documents each
    commit wrote again."""
    segments = [Segment(size, size, f"{number:06}") for number, size in enumerate(sizes)]
    written = []
    for number in range(commits):
        segments.append(Segment(size, size, f"n{number:06}"))
        merged = together(segments, size)
        total = sum(one.living for one in merged)
        segments = [one for one in segments if one not in merged]
        if merged:
            segments.append(Segment(total, total, f"m{number:06}"))
        assert len(segments) <= MOST_SEGMENTS
        written.append(total)
    return [one.living for one in segments], written


def test_single_documents_hardly_ever_touch_the_large_segments() -> None:
    after_bulk, _ = simulated([], 100, 1000)
    assert sum(after_bulk) == 100_000
    segments, written = simulated(after_bulk, 1000, 1)
    assert max(written) <= 1000
    assert sum(written) <= 100 * 1000
    assert sum(segments) == 101_000


def test_an_archive_is_written_few_times_while_it_grows() -> None:
    _, written = simulated([], 100, 1000)
    assert sum(written) <= 4 * 100_000


def test_a_segment_of_mostly_removed_documents_is_written_anew() -> None:
    hollow, sound = Segment(400, 1000, "a"), Segment(900, 1000, "b")
    assert together([hollow, sound], 1) == [hollow]
    assert together([sound], 1) == []


@pytest.mark.parametrize("many", [1 << 16, 3])
def test_a_value_is_found_however_many_there_are_and_however_often_it_is_asked_for(
    many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "_MANY", many)
    values = [f"KS 2024/{number}" for number in range(50)]
    column = columns.coded([(value,) for value in values] + [()])
    for _ in range(4):
        for number, value in enumerate(values):
            assert [one.tolist() for one in column.documents([value, "KS 2024/50"])] == [[number]]
    documents = np.array([3, 7, 50], np.int32)
    found = column.among(documents, [values[7], values[9], "x"])
    assert found is not None
    assert found.tolist() == [False, True, False]
    assert column.most([values[7], values[9], "x"]) == 2
    assert columns.coded([("a", "b"), ("a",)]).among(documents[:0], ["a"]) is None
