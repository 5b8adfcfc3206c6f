"""What an engine refuses to index, the same for every engine."""

from remissarkiv.domain import COLUMNS, FIELDS, POSITION_FIELDS, IndexEntry

HIGHEST_RANK = (1 << 63) - 1
HIGHEST_PRIOR = (1 << 16) - 1


def refuse_malformed(entry: IndexEntry) -> None:
    """Raise `ValueError` when the entry names a field or column that does not exist, counts a term less than
    once, has a term without as many word numbers as occurrences in a field of `POSITION_FIELDS`, or a rank
    or prior that is out of bounds."""
    if not 0 <= entry.rank <= HIGHEST_RANK:
        raise ValueError(f"{entry.id}: the rank {entry.rank} is out of bounds")
    if not 1 <= entry.prior <= HIGHEST_PRIOR:
        raise ValueError(f"{entry.id}: the prior {entry.prior} is out of bounds")
    for column in entry.columns:
        if column not in COLUMNS:
            raise ValueError(f"{entry.id}: no column named {column!r}")
    for name, terms in entry.fields.items():
        if name not in FIELDS:
            raise ValueError(f"{entry.id}: no field named {name!r}")
        if min(terms.frequencies.values(), default=1) < 1:
            raise ValueError(f"{entry.id}: a term of {name} that does not occur")
        if name in POSITION_FIELDS:
            positions = terms.positions or {}
            counts = [len(positions.get(term, ())) for term in terms.frequencies]
            if counts != list(terms.frequencies.values()):
                pairs = zip(counts, terms.frequencies.items(), strict=True)
                term = next(term for found, (term, count) in pairs if found != count)
                raise ValueError(f"{entry.id}: {term!r} of {name} lacks word numbers")
