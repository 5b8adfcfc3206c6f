"""What a term with few postings has beside itself is what Whoosh would have pickled."""

import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.engines.whoosh.arrays import starts_of
from remissarkiv.engines.whoosh.beside import pickled

POSTING = st.tuples(st.integers(0, 1 << 30), st.integers(1, 70_000), st.binary(min_size=1, max_size=4))


@pytest.mark.parametrize("placed", [True, False])
@given(
    terms=st.lists(st.lists(POSTING, min_size=1, max_size=8), max_size=6), long=st.sampled_from([0, 255, 256])
)
def test_every_pickle_gives_the_postings(
    placed: bool, terms: list[list[tuple[int, int, bytes]]], long: int
) -> None:
    if long and terms:
        terms = [*terms, [(7, 300, b"\x01" * long)]]
    flat = [posting for term in terms for posting in term]
    documents, often = (np.array([posting[place] for posting in flat], np.int64) for place in (0, 1))
    starts = starts_of(np.array([len(term) for term in terms], np.intp))
    payloads = [posting[2] for posting in flat]
    if placed:
        lengths = np.array([len(payload) for payload in payloads], np.intp)
        found = pickled(starts, documents, often, b"".join(payloads), starts_of(lengths))
    else:
        found = pickled(starts, documents, often)
    assert [pickle.loads(one) for one in found] == [  # noqa: S301 - written here
        (
            tuple(posting[0] for posting in term),
            tuple(posting[1] for posting in term),
            tuple(posting[2] for posting in term) if placed else (),
        )
        for term in terms
    ]
