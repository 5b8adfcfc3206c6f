"""What a search answers."""

import datetime
from dataclasses import dataclass

from remissarkiv.domain.conclusions import Actor, Status
from remissarkiv.domain.spans import Span

MOST_REPAIRED = 3
"""Misread words that a snippet, and a hit, tells of; a phrase on a bad page may hold more."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a query that could not be taken as written: one Swedish sentence and where it stands."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage with the matched words; highlights are spans in `text`. `damaged` tells that the matched
    words stand on a page that OCR has damaged, and that nobody has repaired.

    `repaired` holds, for matched words that were misread, what was read and what it became, each once:
    `("socialndmnden", "socialnämnden")`. `mended` are the places of all of them in `text`.
    """

    text: str
    highlights: tuple[Span, ...]
    damaged: bool = False
    repaired: tuple[tuple[str, str], ...] = ()
    mended: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Another copy of a document that was found: the same text in another file, or another part of one."""

    id: str
    path: str
    namnd: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Something that a hit concludes: the column (`verdict`, `stance`, `outcome`) and its value, who, whether
    it is decided or proposed, and whether it was understood with certainty."""

    column: str
    value: str
    actor: Actor
    status: Status
    certain: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """One document found. `part` tells which document of the file it is (`SourceFile.part`); `copies` are
    those of its copies that the search finds and the caller may see, the best first. `conclusions` is there
    where snippets are."""

    id: str
    title: str
    kind: str
    date: datetime.date | None
    dnr: tuple[str, ...]
    namnd: str
    kommun: str
    path: str
    score: float
    quality: float
    snippets: tuple[Snippet, ...] = ()
    part: str = ""
    copies: tuple[Copy, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()

    @property
    def repaired(self) -> tuple[tuple[str, str], ...]:
        """What was read and what it became, for matched words of its snippets: a few, each once, whether it
        begins a sentence or not."""
        pairs: dict[tuple[str, str], tuple[str, str]] = {}
        for read, text in (pair for snippet in self.snippets for pair in snippet.repaired):
            pairs.setdefault((read.lower(), text.lower()), (read, text))
        return tuple(pairs.values())[:MOST_REPAIRED]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one word (or phrase) of a query adds to the score of one document.

    `field` and `terms` are the guise that counts, the best of all in which the document has the word;
    `boost` is the weight of that guise (`search/weights.py`), `score` what it adds, the weight included.
    `stated` tells that the word counts for more because the document has it where it states its own view.
    """

    field: str
    terms: tuple[str, ...]
    boost: float
    score: float
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Alike:
    """A document that is about the same as another, or as a text: `shared` are the words that tell, as they
    stand in the other, the weightiest first, and `share` how much of its telling words that is, 0-1. `same`
    tells that it is a copy of the text that was asked with: the archive has it already."""

    hit: Hit
    shared: tuple[str, ...]
    share: float
    same: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """How one piece of the query was taken, in Swedish, for the line under the search box.

    `label` names the sort ("Ord", "Fras", "Dnr", "Lagrum", "Typ", "Nämnd", "År"), `value` what is searched,
    `note` in which forms ("i alla böjningar"), "" where there is nothing to say. Where a Dnr or a lagrum was
    recognised among words, `as_words` is the query that takes it for words instead, else "". `identifiers`
    tells which of "Dnr" and "Lagrum" the piece holds, however deep: `lag:KL ELLER motion` is "Något av".
    """

    label: str
    value: str
    note: str = ""
    as_words: str = ""
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """Something beside the query that is offered and not mixed in: what it is, in Swedish ("Även äldre
    motsvarighet: 2 kap. 1 § kommunallagen (1991:900)"), the query that asks for it, and how many documents
    that finds which the person's own query does not. One that `narrows` asks for less, more exactly; `more`
    then counts all that it finds."""

    label: str
    query: str
    more: int = 0
    narrows: bool = False


@dataclass(frozen=True, slots=True)
class HitList:
    """The answer to a query: `total` counts every hit the caller may see, `hits` is the asked-for page."""

    query: str
    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[tuple[str, int], ...]]
    problems: tuple[Problem, ...]
    understood: tuple[Understood, ...]
    suggestion: str | None = None
    offers: tuple[Offer, ...] = ()
