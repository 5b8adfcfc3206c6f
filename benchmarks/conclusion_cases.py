"""Cases of what documents conclude: read, understood and compared with what a person reads in them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from indexer.understanding import understand_all
from remissarkiv.domain import Assessment, Decision, Document, Position, Span
from remissarkiv.language.skeleton import skeleton

APART = frozenset(("villkor", "gränsfall"))
"""Tags of cases that are counted by themselves: conditional and borderline passages."""

Found = Assessment | Position | Decision


@dataclass(frozen=True, slots=True)
class Case:
    """One document with what a person reads in it; `expected` holds only what is to be checked."""

    id: str
    name: str
    text: str
    kommun: str
    namnd: str
    tags: frozenset[str]
    expected: dict[str, Any]

    @property
    def is_apart(self) -> bool:
        """Whether the case is conditional or borderline."""
        return not self.tags.isdisjoint(APART)


@dataclass(slots=True)
class Comparison:
    """What was found of one sort (`assessments`, `positions`, `decisions`) in one case: pairs of what was
    expected and found, what was missed, and what was found and should not have been."""

    case: Case
    right: list[tuple[dict[str, Any], Found, Document]] = field(default_factory=list)
    missed: list[dict[str, Any]] = field(default_factory=list)
    false: list[tuple[Found, Document]] = field(default_factory=list)


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file of JSON lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            told = json.loads(line)
            yield Case(
                told["id"],
                told.get("name", "handling.txt"),
                told["text"],
                told.get("kommun", ""),
                told.get("namnd", ""),
                frozenset(told.get("tags", ())),
                told,
            )


def understood(case: Case, text: str | None = None) -> list[Document]:
    """The documents the indexer makes of a case; `text` stands in for its own, as after OCR."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / case.name
        file.write_text(case.text if text is None else text, encoding="utf-8")
        read = understand_all(file, kommun=case.kommun, namnd=case.namnd)
    return [one.document for one in read.documents]


LABEL = {"assessments": "verdict", "positions": "stance", "decisions": "outcome"}


def compare(
    case: Case, documents: Sequence[Document], sort: str, *, misread: bool = False
) -> Comparison | None:
    """What was found of a sort beside what was expected; None when the case does not tell of it.

    A finding is right when its sentence holds the words of `at` and its label is the expected one; any is
    right where the case leaves the label out. With `misread` the words may differ in some letters.
    """
    if sort not in case.expected:
        return None
    result = Comparison(case)
    left: list[tuple[Found, Document]] = [
        (one, document) for document in documents for one in getattr(document, sort)
    ]
    for wanted in case.expected[sort]:
        match = next(
            (
                pair
                for pair in left
                if wanted.get(LABEL[sort], value(pair[0])) == value(pair[0])
                and holds(pair[1], pair[0].span, wanted["at"], misread=misread)
            ),
            None,
        )
        if match is None:
            result.missed.append(wanted)
        else:
            left.remove(match)
            result.right.append((wanted, *match))
    result.false = left
    return result


def holds(document: Document, span: Span, words: str, *, misread: bool = False) -> bool:
    """Whether the sentence at `span` holds the words, however OCR spelled their å, ä and ö, and with
    `misread` whatever it made of some other letters too; `at` may reach beyond the sentence."""
    sentence, asked = _key(document.text[slice(*span)]), _key(words)
    if asked in sentence or (len(sentence) > 10 and sentence in asked):
        return True
    if not misread:
        return False
    blocks = SequenceMatcher(None, asked, sentence, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) >= ALIKE * len(asked)


ALIKE = 0.85
"""The share of the letters asked for that stand in a misread sentence, in order."""


def value(one: Found) -> str:
    """The label of a finding: its verdict, stance or outcome."""
    if isinstance(one, Assessment):
        return one.verdict.value
    return one.stance.value if isinstance(one, Position) else one.outcome.value


def sentence(document: Document, one: Found) -> str:
    """The sentence a finding comes from, on one line."""
    return " ".join(document.text[slice(*one.span)].split())


def _key(text: str) -> str:
    return "".join(skeleton(word) for word in text.lower().split()).strip(".,:;")
