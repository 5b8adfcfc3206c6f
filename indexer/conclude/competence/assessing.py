"""From the sentences of a document to its assessments of kommunal kompetens."""

from collections.abc import Sequence

from indexer.conclude.competence.reading import Setting, read
from indexer.conclude.competence.surroundings import Surroundings
from indexer.conclude.competence.wording import Citations, wording
from indexer.conclude.interface import Manner, Statement
from remissarkiv.domain import Assessment, Document, Kind

_OTHERS = frozenset((Kind.MOTION, Kind.MEDBORGARFORSLAG, Kind.INTERPELLATION, Kind.REMISS, Kind.FORFATTNING))
"""Documents that conclude nothing themselves: they propose, ask or are law."""

_STATE = frozenset(
    (
        Kind.PROPOSITION, Kind.UTREDNING, Kind.DIREKTIV, Kind.LAGRADSREMISS, Kind.DOM, Kind.MYNDIGHETSBESLUT,
        Kind.PRESSMEDDELANDE, Kind.ARTIKEL, Kind.TAL, Kind.UPPDRAG,
    )
)
"""Documents of the state: only words that name the competence of a kommun count in them."""


def find_assessments(document: Document, statements: Sequence[Statement]) -> tuple[Assessment, ...]:
    """The assessments in the order of the text."""
    if document.kind in _OTHERS:
        return ()
    citations = Citations(document.citations)
    wordings = [wording(one, citations.within(one)) for one in statements]
    around = Surroundings(statements, [one.low for one in wordings])
    municipal = document.kind not in _STATE
    found: list[Assessment] = []
    for statement, text in zip(statements, wordings, strict=True):
        if statement.voice.manner is not Manner.OWN or statement.text == statement.heading:
            continue
        number = statement.number
        setting = Setting(around.is_near(number), around.is_near(number, 2), municipal)
        for reading in read(text, setting):
            found.append(
                Assessment(
                    reading.verdict,
                    statement.span,
                    reading.certain,
                    actor=statement.voice.actor,
                    status=statement.voice.status,
                )
            )
    return tuple(found)
