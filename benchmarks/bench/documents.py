"""Which documents a benchmark runs on: real ones by a seed, beyond them a labelled, recombined rest.

`large.jsonl.gz` holds the real documents. A size below theirs is a sample of them, the same for a seed, and
every smaller size is part of every greater one. Beyond them come recombined ones: the words of the real
documents in an order drawn by the seed, short ones joined and long ones cut, `WORDS` in each. Their ids begin
with `RECOMBINED`, so that nobody takes them for real.

Documents of the state have no Dnr that a municipality would search for, so each is given one, made up by the
seed: `KS 2014/312` and the like, up to six documents to an ärende. Citations are those that the project's own
parser finds.
"""

import datetime
import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from remissarkiv.citations import find_citations
from remissarkiv.domain import (
    Dnr,
    DnrMention,
    DnrRole,
    Document,
    Kind,
    SourceFile,
    StoredDocument,
)

REAL = "d"
RECOMBINED = "r"
WORDS = 750
SHELF = "documents"
FILE = "large.jsonl.gz"

_AUTHORITIES = ("KS", "SOF", "BUN", "MHN", "KUN", "STN")
_TO_AN_ARENDE = 6
_WORD = re.compile(r"\S+\s+")
_KINDS = {
    "interpellation": Kind.INTERPELLATION,
    "motion": Kind.MOTION,
    "pressmeddelanden": Kind.PRESSMEDDELANDE,
    "forfattning": Kind.FORFATTNING,
    "regeringsuppdrag": Kind.UPPDRAG,
    "proposition": Kind.PROPOSITION,
    "remisser": Kind.REMISS,
    "statens-offentliga-utredningar": Kind.UTREDNING,
    "departementsserien-och-promemorior": Kind.UTREDNING,
    "lagradsremiss": Kind.LAGRADSREMISS,
    "kommittedirektiv": Kind.DIREKTIV,
    "artiklar": Kind.ARTIKEL,
    "debattartiklar": Kind.ARTIKEL,
    "tal": Kind.TAL,
}


@dataclass(frozen=True, slots=True)
class Source:
    """A document before it has a place in a corpus. `of` lists the ids of the real documents whose words it
    has, the first giving title, kind and date."""

    of: tuple[str, ...]
    title: str
    kind: Kind
    date: datetime.date | None
    text: str

    @property
    def recombined(self) -> bool:
        """Whether nobody ever wrote it."""
        return self.title.startswith("[recombined]")


def corpus(file: Path, size: int, seed: int) -> Iterator[StoredDocument]:
    """The documents of a corpus, numbered from 0: the real ones in the order of `file`, then the recombined.

    `file` is gzipped JSON lines with `id`, `kind`, `title`, `date` and `text`.
    """
    real = sum(1 for _ in _lines(file))
    sources: Iterator[Source] = _chosen(file, chosen_numbers(real, size, seed))
    if size > real:
        everything = list(sources)
        sources = chain(everything, islice(recombined(everything, seed), size - real))
    for number, source in enumerate(sources):
        yield stored(number, source, seed)


def chosen_numbers(real: int, size: int, seed: int) -> set[int]:
    """Which of `real` documents make a corpus of `size`; all of them when it wants more."""
    order = list(range(real))
    random.Random(f"sample:{seed}").shuffle(order)
    return set(order[:size])


def recombined(sources: Sequence[Source], seed: int, words: int = WORDS) -> Iterator[Source]:
    """Endlessly, documents of `words` words each, cut from the sources laid end to end in an order drawn anew
    for each pass; none when the sources hold no word."""
    if not any(source.text.split() for source in sources):
        return
    draw = random.Random(f"recombine:{seed}")
    held: list[str] = []
    of: list[Source] = []
    while True:
        order = list(range(len(sources)))
        draw.shuffle(order)
        for place in order:
            source = sources[place]
            # Each word with what parts it from the next, so that paragraphs stay paragraphs.
            rest = _WORD.findall(f"{source.text}\n\n")
            while rest:
                taken, rest = rest[: words - len(held)], rest[words - len(held) :]
                held += taken
                of.append(source)
                if len(held) == words:
                    yield _joined(held, of)
                    held, of = [], []


def _joined(words: list[str], of: list[Source]) -> Source:
    first = of[0]
    ids = tuple(dict.fromkeys(name for source in of for name in source.of))
    return Source(ids, f"[recombined] {first.title}", first.kind, first.date, "".join(words).strip())


def stored(number: int, source: Source, seed: int) -> StoredDocument:
    """The document as a catalog holds it, with its made-up Dnr and the citations in its text."""
    document = Document(
        title=source.title,
        kind=source.kind,
        text=source.text,
        original=source.text,
        date=source.date,
        dnr=(DnrMention(_dnr(number, seed), DnrRole.OWN),),
        citations=tuple(find_citations(source.text, date=source.date)),
    )
    name = document_id(number, recombined=source.recombined)
    return StoredDocument(
        name, SourceFile(SHELF, f"{name}.txt", len(source.text), f"{number:064x}", 0, "text/plain"), document
    )


def document_id(number: int, *, recombined: bool) -> str:
    """The id of the document with this number; it says whether the document is recombined."""
    return f"{RECOMBINED if recombined else REAL}{number:06}"


def number_of(name: str) -> int:
    """The number in an id."""
    return int(name[1:])


def _dnr(number: int, seed: int) -> Dnr:
    draw = random.Random(f"dnr:{seed}:{number}")
    matter = random.Random(f"matter:{seed}:{number - draw.randrange(_TO_AN_ARENDE)}")
    authority, year = matter.choice(_AUTHORITIES), matter.randrange(1998, 2026)
    return Dnr(authority, year, matter.randrange(1, 10_000))


def _chosen(file: Path, numbers: set[int]) -> Iterator[Source]:
    for number, raw in enumerate(_lines(file)):
        if number in numbers:
            yield _source(json.loads(raw))


def _source(row: dict[str, str | None]) -> Source:
    day = row.get("date") or ""
    return Source(
        (str(row["id"]),),
        " ".join((row.get("title") or "").split()),
        _KINDS.get(row.get("kind") or "", Kind.OVRIGT),
        datetime.date.fromisoformat(day) if len(day) == 10 else None,
        row.get("text") or "",
    )


def _lines(file: Path) -> Iterator[str]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from lines
