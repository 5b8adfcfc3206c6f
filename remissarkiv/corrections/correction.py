"""What a correction by hand is: somebody with the right to says that what was read or derived is wrong.

Corrections are kept for ever, in the order they were made. The rows of a document stay what was read by rule;
`apply` lays what is in force over them.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from remissarkiv.domain import Span
from remissarkiv.errors import UsageError

LONGEST_REASON = 600
LONGEST_VALUE = 500

Value = Mapping[str, Any]
"""What something is said to be, as plain values by name (`{"verdict": "förenligt", …}`), ready for JSON."""


_NOWHERE = Span(0, 0)


class What(StrEnum):
    """What can be corrected."""

    ASSESSMENT = "bedömning"
    POSITION = "ställningstagande"
    DECISION = "beslut"
    MATTER = "ärende"
    DNR = "dnr"
    TITLE = "titel"
    KIND = "handlingstyp"
    WORD = "ord"


FINDINGS = frozenset({What.ASSESSMENT, What.POSITION, What.DECISION})
"""What comes from a sentence of the text."""


class State(StrEnum):
    """What has become of a correction."""

    APPLIED = "gäller"
    UNDONE = "återtagen"
    GONE = "gäller text som inte finns kvar"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a correction speaks of, told so that it is found again when the file is read anew or changes.

    `read` is the sentence or word as it was read, `text` as it was shown, those of a sentence with white
    space folded; `nth` tells which of equal sentences, from 0. Of a word, `place` is where in
    `Document.original` it was read, and `before` and `after` what stands around it there. Of findings in one
    sentence, `index` tells which and `count` how many there were. What is of the whole document needs none.
    """

    read: str = ""
    text: str = ""
    nth: int = 0
    place: Span = _NOWHERE
    before: str = ""
    after: str = ""
    index: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A correction that is not stored yet: what it speaks of, what it was and what it is to become.

    `was` None: there was none, it was missed. `became` None: there is none, it was found wrongly.
    """

    what: What
    anchor: Anchor
    was: Value | None
    became: Value | None


@dataclass(frozen=True, slots=True)
class Correction:
    """A stored correction: a draft with its number, the document, who, when (UTC) and why.

    `undoes` is the number of the correction that this one takes back; it then has that one's anchor, and
    `was` and `became` changed about. `made_of` is the content hash of the file it was made on and
    `made_title` the title that was read there: by them is known whether the document is still the same.
    """

    id: int
    document_id: str
    what: What
    anchor: Anchor
    was: Value | None
    became: Value | None
    person: str
    made: datetime.datetime
    reason: str
    undoes: int | None = None
    made_of: str = ""
    made_title: str = ""


def clean_reason(reason: str) -> str:
    """The reason as it is kept: one paragraph. Raises `UsageError` when it is missing or longer than 600
    characters."""
    cleaned = clean_text(reason)
    if len(cleaned) < 3:
        raise UsageError("correction: no reason given", "Skriv skälet till rättelsen, en eller två meningar.")
    if len(cleaned) > LONGEST_REASON:
        raise UsageError(
            f"correction: the reason has {len(cleaned)} characters, at most {LONGEST_REASON} are possible",
            f"Skälet är för långt: {len(cleaned)} tecken. Det får ha högst {LONGEST_REASON}.",
        )
    return cleaned


def clean_text(text: str) -> str:
    """Text that a person typed, on one line and without signs that are not seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
