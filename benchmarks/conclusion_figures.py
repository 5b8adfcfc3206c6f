"""Figures of what was found of what documents conclude: counted over cases, printed clean and after OCR."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.conclusion_cases import LABEL, Case, Comparison, Found, compare, sentence
from indexer.conclude.voices.actor_words import BARE
from indexer.conclude.voices.naming import fits
from remissarkiv.domain import Assessment, Document

ATTRIBUTES = ("actor", "actor_kind", "status", "form", "certain", "grounds", "principles")
"""What is compared of a finding that is right: who said it, in which role, on which ground."""


@dataclass(slots=True)
class Figures:
    """Counts by name (`verdict right`, `actor wrong` …), and every error in words."""

    cases: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def precision(self, label: str) -> float:
        """The share of what was found that is right; 1 where nothing was."""
        return _share(self.counts[f"{label} right"], self.counts[f"{label} false"])

    def recall(self, label: str) -> float:
        """The share of what is there that was found; 1 where nothing is."""
        return _share(self.counts[f"{label} right"], self.counts[f"{label} missed"])

    def sure(self, label: str) -> tuple[float, float]:
        """Precision and recall where only what is sure counts as found."""
        right, false = self.counts[f"{label} sure right"], self.counts[f"{label} sure false"]
        there = self.counts[f"{label} right"] + self.counts[f"{label} missed"]
        return _share(right, false), _share(right, there - right)

    def share(self, name: str) -> float | None:
        """The share of right ones among those compared, None where none was."""
        right, wrong = self.counts[f"{name} right"], self.counts[f"{name} wrong"]
        return right / (right + wrong) if right + wrong else None

    def add(self, case: Case, documents: Sequence[Document], *, misread: bool = False) -> None:
        """Count what was found in the documents of a case; `misread` as in `compare`."""
        self.cases += 1
        for sort, label in LABEL.items():
            compared = compare(case, documents, sort, misread=misread)
            if compared is not None:
                self._add(compared, sort, label)
        if "sympathy" in case.expected:
            found = any(document.sympathy for document in documents)
            self._count("sympathy", right=found == case.expected["sympathy"])
            if found != case.expected["sympathy"]:
                self.errors.append(f"{case.id} sympathy should be {case.expected['sympathy']}")

    def _add(self, compared: Comparison, sort: str, label: str) -> None:
        self.counts[f"{label} right"] += len(compared.right)
        self.counts[f"{label} false"] += len(compared.false)
        self.counts[f"{label} missed"] += len(compared.missed)
        self.counts[f"{label} sure right"] += sum(one.certain for _, one, _ in compared.right)
        self.counts[f"{label} sure false"] += sum(one.certain for one, _ in compared.false)
        name = compared.case.id
        for wanted, found, document in compared.right:
            for what, got, right in attributes(wanted, found):
                self._count(what, right=got == right)
                if got != right:
                    words = sentence(document, found)[:110]
                    self.errors.append(f"{name} {sort} {what}: {got!r} should be {right!r}: {words}")
        for wanted in compared.missed:
            self.errors.append(f"{name} missed {wanted.get(label, label)}: {wanted['at']}")
        for found, document in compared.false:
            what = f"{getattr(found, label).value} ({found.actor.name})"
            self.errors.append(f"{name} false {what}: {sentence(document, found)[:160]}")

    def _count(self, name: str, *, right: bool) -> None:
        self.counts[f"{name} {'right' if right else 'wrong'}"] += 1


def attributes(wanted: dict[str, Any], found: Found) -> Iterable[tuple[str, Any, Any]]:
    """What else a case tells of a finding: its name, what was read, and what is right."""
    right: dict[str, Any] = {**wanted}
    if isinstance(found, Assessment) and right.get("certain"):
        # The case says that its author has no doubt. Whether that makes it sure is told by `Figures.sure`.
        del right["certain"]
    if "body" in right:
        right["actor"] = right["body"]
    read: dict[str, Any] = {
        "actor": found.actor.name.lower(),
        "actor_kind": found.actor.kind.value,
        "status": found.status.value,
        "form": getattr(found, "form", ""),
        "certain": found.certain,
        "grounds": set(getattr(found, "grounds", ())),
        "principles": {principle.value for principle in getattr(found, "principles", ())},
    }
    for what in ATTRIBUTES:
        if right.get(what) is None:
            continue
        asked = right[what]
        if what == "actor":
            asked = asked.lower()
            if asked in BARE and fits(asked, found.actor):
                # The name in full, where the sentence has the short one: "kansliet", Kommunstyrelsens kansli.
                asked = read[what]
        elif what in ("grounds", "principles"):
            asked = set(asked)
        yield what, read[what], asked


def lines(clean: Figures, read: Figures | None) -> Iterable[str]:
    """The figures as lines to print; `read` are those of the same cases after OCR."""
    for label in LABEL.values():
        counts = [clean.counts[f"{label} {what}"] for what in ("right", "false", "missed")]
        told = "{} right, {} false, {} missed".format(*counts)
        line = (
            f"{label:10} precision {clean.precision(label):.3f}  recall {clean.recall(label):.3f}  ({told})"
        )
        yield line + (f"  after OCR {read.precision(label):.3f} {read.recall(label):.3f}" if read else "")
        precision, recall = clean.sure(label)
        right, false = clean.counts[f"{label} sure right"], clean.counts[f"{label} sure false"]
        line = f"  sure     precision {precision:.3f}  recall {recall:.3f}  ({right} right, {false} false)"
        yield line + ("  after OCR {:.3f} {:.3f}".format(*read.sure(label)) if read else "")
    for name in ("sympathy", *ATTRIBUTES):
        share = clean.share(name)
        if share is None:
            continue
        compared = clean.counts[f"{name} right"] + clean.counts[f"{name} wrong"]
        after = read.share(name) if read else None
        yield f"{name:10} {share:.3f} of {compared}" + (
            f"  after OCR {after:.3f}" if after is not None else ""
        )


def _share(right: int, others: int) -> float:
    return right / (right + others) if right + others else 1.0
