"""A hostile page takes time in proportion to its length: four times the text, about four times the work."""

import time

import pytest

from indexer.normalise import NormalText
from indexer.repair import repair
from remissarkiv.domain import Span
from remissarkiv.language.damage import DamageEstimate, estimate
from remissarkiv.language.lexicon import base_lexicon

_SMALL, _LARGE = 30_000, 120_000
_MOST_GROWTH = 10
"""Four is linear, sixteen quadratic."""


def _best_time(text: str) -> float:
    times = []
    for _ in range(2):
        start = time.process_time()
        estimate(text)
        normal = NormalText(text=text, original=text)
        repair(normal, DamageEstimate(0.75, (Span(0, len(text)),)), base_lexicon())
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    "piece",
    [
        "[och [att [det ",
        "och | att | det ",
        "§ § 1 kap. ",
        "1 1 1 1 ",
        "[[[[",
        "$ $ 8 $ ",
        "a-",
        ". 1 a| ",
        "é",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    small, large = (piece * (size // len(piece)) for size in (_SMALL, _LARGE))
    _best_time(small[:200])
    assert _best_time(large) <= _MOST_GROWTH * max(_best_time(small), 0.01)
