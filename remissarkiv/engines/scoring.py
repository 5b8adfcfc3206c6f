"""The arithmetic of a score, as `interface.py` defines it, and the order of hits.

BM25: S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009).
"""

import math
from datetime import date

import numpy as np
from numpy.typing import NDArray

K1 = 1.2
B = 0.75
DECIMALS = 6
WHOLE_PRIOR = 1000
"""The prior (`IndexEntry.prior`) that leaves a score as it is."""


def idf(documents: int, holding: int) -> float:
    """How telling a term is that `holding` of `documents` documents have; never negative."""
    return math.log(1 + (documents - holding + 0.5) / (holding + 0.5))


def saturation(frequency: float, length: int, mean: float) -> float:
    """What `frequency` occurrences are worth in a field of `length` words, where `mean` is usual."""
    relative = length / mean if mean else 1.0
    return frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * relative))


def norms(lengths: NDArray[np.uint32], mean: float) -> NDArray[np.float64]:
    """What the length of a field of each document weighs against its terms, where `mean` is usual: to be used
    with `saturations`, which together do for many documents what `saturation` does for one."""
    relative = lengths / mean if mean else np.ones(len(lengths))
    return K1 * (1 - B + B * relative)


def saturations(frequencies: NDArray[np.float64], own_norms: NDArray[np.float64]) -> NDArray[np.float64]:
    """What each document's occurrences of a term are worth; `own_norms` are the documents' `norms`."""
    return frequencies * (K1 + 1) / (frequencies + own_norms)


def day_number(day: date | None) -> int:
    """The day as a number that rises with time; 0, before every date, for a document without one."""
    return day.toordinal() if day else 0


SortKey = tuple[float, int, str]


def sort_key(sort: str, score: float, day: int, document_id: str) -> SortKey:
    """The key that puts hits in order when sorted upwards; `day` is a `day_number`."""
    return (0.0 if sort == "datum" else -round(score, DECIMALS), -day, document_id)
