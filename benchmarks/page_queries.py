"""Finding: which pages does each word find among the badly read pages, and which should it?

Truth is the program's own index of the true pages: the pages that a word finds in the archive of true pages
are those it should find in the archive of badly read ones. Recall and precision are over all pairs of a word
and a page (micro-averaged): of the pairs that are true the share that is found, of those found the share that
is true. Every word is asked for through the search itself, all hits, no copies collapsed, within the shelf of
the pages; of the hits only the pages of the half that the word was taken from count.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.ocr_pages import PAGE_ACCESS, Archives, config_of
from remissarkiv import open_archive
from training.pages import Page

Found = Mapping[str, frozenset[str]]
"""Query -> the ids of the pages it finds."""


@dataclass(slots=True)
class Score:
    """Pairs of a query and a page: found and true, true, found."""

    right: int = 0
    true: int = 0
    found: int = 0

    @property
    def recall(self) -> float:
        """The share of the true pairs that is found; 1 where there are none."""
        return self.right / self.true if self.true else 1.0

    @property
    def precision(self) -> float:
        """The share of the found pairs that is true; 1 where none is found."""
        return self.right / self.found if self.found else 1.0


@dataclass(slots=True)
class Finding:
    """How one half of the pages is found: the score of each kind of query, and how many pages each word
    lost or wrongly found."""

    scores: dict[str, Score] = field(default_factory=dict)
    lost: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)


def ask(data: Path, words: Iterable[str]) -> Found:
    """The pages that each word finds in the archive in a data folder."""
    found = {}
    with open_archive(config_of(data), data=data) as archive:
        # The catalog tells which page a hit is. Asked once for each page instead of for each hit, the same
        # answers take a third of the time.
        known = archive.catalog.summaries(list(archive.engine.ids()), PAGE_ACCESS)
        archive.catalog.summaries = (  # type: ignore[method-assign]
            lambda ids, access: {name: known[name] for name in ids if name in known}
        )
        for word in sorted(words):
            answer = archive.searcher.search(word, PAGE_ACCESS, limit=None, snippets=False, collapse="none")
            found[word] = frozenset(Path(hit.path).stem for hit in answer.hits)
    return found


def compare(
    archives: Archives, halves: Sequence[tuple[Sequence[Page], Mapping[str, frozenset[str]]]]
) -> list[Finding]:
    """How each half (its pages, and the queries of each kind) is found in the archives."""
    words = {word for _, queries in halves for kind in queries.values() for word in kind}
    found, truth = ask(archives.ocr, words), ask(archives.clean, words)
    return [_half({page.id for page in pages}, queries, found, truth) for pages, queries in halves]


def _half(pages: set[str], queries: Mapping[str, frozenset[str]], found: Found, truth: Found) -> Finding:
    finding = Finding()
    for kind, words in queries.items():
        score = finding.scores[kind] = Score()
        for word in words:
            hits, wanted = found[word] & pages, truth[word] & pages
            score.right += len(hits & wanted)
            score.true += len(wanted)
            score.found += len(hits)
            if kind in ("all", "parts only"):
                finding.lost[word] += len(wanted - hits)
                finding.wrong[word] += len(hits - wanted)
    return finding
