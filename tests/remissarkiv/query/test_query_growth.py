"""A long query takes time in proportion to its length: four times the text, about four times the work."""

import time

import pytest

from remissarkiv.query.asked_lagrum import asked_lagrum
from remissarkiv.query.identifiers import find_identifiers

_SMALL, _LARGE = 8_000, 32_000
_MOST_GROWTH = 10
"""Four is linear, sixteen quadratic."""


def _best_time(text: str) -> float:
    times = []
    for _ in range(2):
        start = time.process_time()
        find_identifiers(text)
        asked_lagrum(text)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    "piece",
    [
        "§ 1 2 kap ",
        "gamla KL 2:1 ",
        "lagen (2009:47) om vissa ",
        "kommunal lagen ",
        "plan o bygglagen ",
        "skolagen 5 § ",
        "2017:725#K2P1 ",
        "/lagrum/",
        "KS 2013 ",
        "KS 2013/1,",
        "KS2013388;",
        "7",
    ],
)
def test_the_time_a_query_takes_grows_with_its_length(piece: str) -> None:
    small, large = (_best_time((piece * (length // len(piece) + 1))[:length]) for length in (_SMALL, _LARGE))
    assert large < _MOST_GROWTH * max(small, 0.01)
