"""What is suggested to somebody who types."""

from dataclasses import dataclass
from enum import StrEnum


class SuggestionKind(StrEnum):
    """What sort of thing a suggestion is; the value is what programs read."""

    DNR = "dnr"
    ACT = "lag"
    TOPIC = "ämne"
    TITLE = "titel"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One row: `text` is shown, `query` is what to search for when it is chosen, `detail` says more of it
    ("" when there is nothing to say)."""

    kind: SuggestionKind
    text: str
    query: str
    detail: str = ""
