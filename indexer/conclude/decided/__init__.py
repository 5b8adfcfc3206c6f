"""What was decided, and what is proposed to be.

sentence → who decides in it (`frames`) → the verbs of decisions (`acts`) → what each does (`outcomes`) →
which of all that settles the matter (`settling`).
"""

from collections.abc import Sequence

from indexer.conclude.decided.reading import read
from indexer.conclude.decided.settling import settle
from indexer.conclude.interface import Statement
from remissarkiv.domain import Decision, Document, Kind

_NEVER = frozenset(
    {
        Kind.PROPOSITION,
        Kind.UTREDNING,
        Kind.DIREKTIV,
        Kind.LAGRADSREMISS,
        Kind.FORFATTNING,
        Kind.DOM,
        Kind.MYNDIGHETSBESLUT,
        Kind.PRESSMEDDELANDE,
        Kind.ARTIKEL,
        Kind.TAL,
        Kind.UPPDRAG,
    }
)
"""Documents of the state and of courts: what they decide is no decision of a kommun."""


def find_decisions(document: Document, statements: Sequence[Statement]) -> tuple[Decision, ...]:
    """The decisions in the order of the text, each that is told twice once. Never raises; time linear in the
    text."""
    if document.kind in _NEVER:
        return ()
    return settle(read(document, statements))
