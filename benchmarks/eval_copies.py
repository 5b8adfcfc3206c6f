"""How well copies are told from papers alike: OCR'd pages, and what collapses among real documents.

    python -m benchmarks.eval_copies --data ../shared/data [--part 4] [--show 20]

Recall: each page of `ocr_pairs.jsonl` is a document twice, born-digital and as OCR read it; counted is how
many pairs become one group, also with the stamp of another board on the OCR'd page.

Precision has no answers to compare with. `documents.jsonl.gz`, and every `--part`-th document of
`large.jsonl.gz`, hold many papers made from one template, and few that are there twice. The program groups
them and prints how many collapse; `--show` prints a sample of the pairs that collapse and of those that were
refused though their texts are alike to 0.7 or more, to be looked at.
"""

import argparse
import datetime
import gzip
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from remissarkiv.copies import Facts, facts, likeness, settle, words_of
from remissarkiv.domain import Document, Kind, SourceFile, StoredDocument

KINDS = {
    "interpellation": Kind.INTERPELLATION,
    "pressmeddelanden": Kind.PRESSMEDDELANDE,
    "forfattning": Kind.FORFATTNING,
    "regeringsuppdrag": Kind.UPPDRAG,
    "proposition": Kind.PROPOSITION,
    "remisser": Kind.REMISS,
    "statens-offentliga-utredningar": Kind.UTREDNING,
    "lagradsremiss": Kind.LAGRADSREMISS,
    "kommittedirektiv": Kind.DIREKTIV,
    "artiklar": Kind.ARTIKEL,
    "tal": Kind.TAL,
    "motion": Kind.MOTION,
}
STAMP = "{namnd} Inkom 20{year}-05-1{day} Dnr {letters} 20{year}/{number} Handläggare "


class MemoryShelf:
    """Documents in memory, as `settle` asks for them."""

    def __init__(self, documents: Iterable[Facts]) -> None:
        self.known = {document.id: document for document in documents}
        self.leaders: dict[str, str] = {}
        self._shared: dict[int, list[Facts]] = defaultdict(list)
        for document in self.known.values():
            for band in document.bands:
                self._shared[band].append(document)

    def facts(self, document_id: str) -> Facts:
        return self.known[document_id]

    def sharing(self, facts: Facts) -> list[Facts]:
        found = {other.id: other for band in facts.bands for other in self._shared[band]}
        found.pop(facts.id, None)
        return list(found.values())

    def leader(self, document_id: str) -> str | None:
        return self.leaders.get(document_id)


def stored(
    identity: str,
    text: str,
    title: str,
    kind: Kind,
    day: datetime.date | None = None,
    *,
    scanned: bool = False,
) -> StoredDocument:
    """A document with what the data tell of it."""
    source = SourceFile("data", identity, len(text), identity, 0, "text/plain")
    return StoredDocument(identity, source, Document(title, kind, text, text, date=day, scanned=scanned))


def read(path: Path, part: int) -> Iterator[StoredDocument]:
    """Every `part`-th document of a file; a date that is only a month stands for its first day."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % part == 0:
                row = json.loads(line)
                date = row["date"] or ""
                date += "-01" if len(date) == 7 else ""
                day = datetime.date.fromisoformat(date) if len(date) == 10 else None
                yield stored(
                    row["id"], row["text"], row["title"] or "", KINDS.get(row["kind"], Kind.OVRIGT), day
                )


def recall(path: Path, seed: int = 1) -> None:
    """Print how many OCR'd pages join the born-digital ones."""
    random.seed(seed)
    pages = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for name, stamped in (("as read", False), ("with a stamp", True)):
        joined = enough = 0
        for number, page in enumerate(pages):
            stamp = STAMP.format(
                namnd=random.choice(("Socialnämnden", "Byggnadsnämnden", "Kultur- och fritidsnämnden")),
                year=random.randint(10, 25),
                day=random.randint(0, 9),
                letters=random.choice(("SN", "BN", "KFN")),
                number=random.randint(1, 900),
            )
            title = page["clean"].split("\n")[0]
            misread = page["ocr"].split("\n")[0]
            clean = facts(stored(f"a{number}", page["clean"], title, Kind.REMISS))
            read_one = facts(
                stored(
                    f"b{number}", (stamp if stamped else "") + page["ocr"], misread, Kind.REMISS, scanned=True
                )
            )
            enough += bool(clean.sketched)
            joined += settle(MemoryShelf([clean, read_one]), [clean.id, read_one.id])[read_one.id] == clean.id
        print(f"OCR'd pages {name:13} {joined} of {len(pages)} join their original ({enough} have 30 words)")


def collapsed(name: str, documents: list[StoredDocument], show: int) -> None:
    """Print what collapses among real documents, and samples of pairs."""
    began = time.process_time()
    shelf = MemoryShelf(map(facts, documents))
    sketched = time.process_time()
    leaders = settle(shelf, shelf.known)
    settled = time.process_time()
    sizes = Counter(Counter(leaders.values()).values())
    members = [(leader, member) for member, leader in leaders.items() if leader != member]
    exact = sum(shelf.known[one].exact == shelf.known[other].exact for one, other in members)
    titles = {document.id: document for document in documents}
    print(
        f"{name}: {len(documents)} documents, {len(members)} collapse ({exact} have the very words), "
        f"groups by size {dict(sorted(sizes.items()))}; "
        f"{(sketched - began) / len(documents) * 1000:.2f} ms to sketch and "
        f"{(settled - sketched) / len(documents) * 1000:.2f} ms to group each"
    )
    if not show:
        return
    refused = []
    for own in shelf.known.values():
        for other in shelf.sharing(own):
            if own.id < other.id and leaders[own.id] != leaders[other.id]:
                alike = likeness(own.sketched, other.sketched)
                if alike >= 0.7:
                    refused.append((alike, own.id, other.id))
    random.seed(1)
    print("  collapsed:")
    for one, other in random.sample(members, min(show, len(members))):
        _pair(likeness(shelf.known[one].sketched, shelf.known[other].sketched), titles[one], titles[other])
    print(f"  refused, {len(refused)} in all:")
    for alike, one, other in random.sample(refused, min(show, len(refused))):
        _pair(alike, titles[one], titles[other])


def _pair(alike: float, one: StoredDocument, other: StoredDocument) -> None:
    print(f"    {alike:.2f} {one.document.kind.value}")
    for each in (one, other):
        words = len(words_of(each.document.text))
        print(f"         {each.id:24} {each.document.date} {words:5} {each.document.title[:90]}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the real documents")
    parser.add_argument("--part", type=int, default=4, help="every so manieth document of large.jsonl.gz")
    parser.add_argument("--show", type=int, default=0, help="pairs to print of each sort")
    options = parser.parse_args()
    recall(options.data / "ocr_pairs.jsonl")
    collapsed("documents.jsonl.gz", list(read(options.data / "documents.jsonl.gz", 1)), options.show)
    collapsed("large.jsonl.gz", list(read(options.data / "large.jsonl.gz", options.part)), options.show)


if __name__ == "__main__":
    main()
