"""What a corpus holds, counted while it is prepared: what the queries are drawn from."""

from collections import Counter
from dataclasses import dataclass, field

from remissarkiv.domain import IndexEntry

SAMPLED = 600
"""How many documents are kept to draw words, phrases and filters from."""


@dataclass(slots=True)
class Vocabulary:
    """In how many documents each term of `text` and `exact` and each Dnr and lagrum stands, and a sample of
    the documents, spread evenly over the corpus. `size` is how many documents there will be."""

    size: int
    documents: int = 0
    text_bytes: int = 0
    words: int = 0
    recombined: int = 0
    terms: dict[str, Counter[str]] = field(
        default_factory=lambda: {name: Counter() for name in ("text", "exact")}
    )
    values: dict[str, Counter[str]] = field(
        default_factory=lambda: {name: Counter() for name in ("dnr", "lagrum")}
    )
    sample: list[IndexEntry] = field(default_factory=list)

    def add(self, entry: IndexEntry) -> None:
        """Count a document."""
        if self.documents % max(1, self.size // SAMPLED) == 0:
            self.sample.append(entry)
        self.documents += 1
        self.words += entry.fields["exact"].length
        for name, counts in self.terms.items():
            counts.update(entry.fields[name].frequencies.keys())
        for name, counts in self.values.items():
            counts.update(set(entry.columns.get(name, ())))
