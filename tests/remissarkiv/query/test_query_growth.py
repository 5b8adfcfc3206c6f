"""A long query takes time in proportion to its length: four times the text, about four times the work."""

from collections.abc import Callable

import pytest

from remissarkiv.query.asked_lagrum import asked_lagrum
from remissarkiv.query.identifiers import find_identifiers

_MOST_GROWTH = 10
"""Four is linear, sixteen quadratic."""


def _read(text: str) -> object:
    return find_identifiers(text), asked_lagrum(text)


@pytest.mark.parametrize(
    "piece",
    [
        "§ 1 2 kap ",
        "gamla KL 2:1 ",
        "2:1, 2:2 KL ",
        "KL 2:1 och 2:2 ",
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
def test_the_time_a_query_takes_grows_with_its_length(growth: Callable[..., float], piece: str) -> None:
    assert growth(_read, piece, small=8_000) <= _MOST_GROWTH
