"""A document as an engine receives it: ready terms, columns for facets and sorting, nothing to analyse."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class FieldTerms:
    """The terms of one field.

    `frequencies` counts each term; `length` is the number of words (a word with two keys counts once);
    `positions`, where the field has them, gives the word numbers of each term in rising order.
    """

    frequencies: Mapping[str, int]
    length: int
    positions: Mapping[str, tuple[int, ...]] | None = None


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One document, ready for an engine.

    `fields` maps the names in `FIELDS` to terms; `columns` maps the names in `COLUMNS` to the document's
    values (often none, sometimes several). `day` sorts by date; None sorts last.

    `copies` names the group of copies the document belongs to, "" for one without copies; `exact_copies` the
    group of those that have the very same words. Among copies the one with the lowest `rank` (0 to 2^63 - 1)
    stands for the others; of equal ranks, the smallest id.

    `prior` is what the document's score is worth whatever is asked, in thousandths (1 to 65 535).
    """

    id: str
    collection: str
    fields: Mapping[str, FieldTerms]
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    day: date | None = None
    copies: str = ""
    exact_copies: str = ""
    rank: int = 0
    prior: int = 1000


FIELDS: tuple[str, ...] = ("text", "exact", "parts", "raw", "title", "title_exact", "stated")
"""text: inflection keys; exact: word forms with positions; parts: parts of compounds; raw: skeletons of words
as OCR misread them; title and title_exact: the same as text and exact, of the title; stated: the keys and
parts of what stands in the sections where a document speaks its own mind, each once."""

POSITION_FIELDS: frozenset[str] = frozenset({"exact", "title_exact"})

COLUMNS: tuple[str, ...] = (
    "kind",
    "namnd",
    "kommun",
    "year",
    "dnr",
    "lagrum",
    "lag",
    "paragraf",
    "parti",
    "motionar",
    "verdict",
    "principle",
    "stance",
    "outcome",
    "instans",
    "ground",
    "pair",
    "verdict_any",
    "principle_any",
    "stance_any",
    "outcome_any",
    "instans_any",
    "ground_any",
    "pair_any",
)
"""Exact values: filtered and counted, never analysed. `dnr` holds each Dnr's value and its form without
authority; `lagrum` each citation key with all its ancestors (`2017:725`, `2017:725#K2`, `2017:725#K2P1`);
`lag` the acts among them, `paragraf` their §§ and articles. `verdict`, `principle`, `stance`, `outcome` and
`instans` (who concludes) hold what the document concludes with certainty, `…_any` the unsure too; `ground`
has what its assessments rest on, as `lagrum` has what it cites, and `pair` every two of these values that one
conclusion has (`assessments/pairs.py`)."""

WITH_UNSURE: Mapping[str, str] = {
    column: f"{column}_any"
    for column in ("verdict", "principle", "stance", "outcome", "instans", "ground", "pair")
}
"""The columns of what documents conclude, each with the one that holds what is unsure too."""

FACETS: tuple[str, ...] = (
    "kind",
    "namnd",
    "year",
    "lag",
    "paragraf",
    "verdict",
    "principle",
    "stance",
    "outcome",
    "instans",
)
"""The columns that the search page counts."""
