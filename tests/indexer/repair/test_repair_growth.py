"""A hostile page takes time in proportion to its length: four times the text, about four times the work."""

from collections.abc import Callable

import pytest

from indexer.normalise import NormalText
from indexer.repair import repair
from remissarkiv.domain import Span
from remissarkiv.language.damage import DamageEstimate, estimate
from remissarkiv.language.lexicon import base_lexicon

_MOST_GROWTH = 10
"""Four is linear, sixteen quadratic."""


def _repaired(text: str) -> object:
    estimate(text)
    return repair(
        NormalText(text=text, original=text), DamageEstimate(0.75, (Span(0, len(text)),)), base_lexicon()
    )


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
def test_time_grows_with_the_text(growth: Callable[..., float], piece: str) -> None:
    assert growth(_repaired, piece) <= _MOST_GROWTH
