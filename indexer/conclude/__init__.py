"""From a document that is understood to what it concludes: assessments of competence, positions, decisions.

statements (sentences with who speaks in them) → one reader for each question.
"""

import dataclasses

from remissarkiv.domain import Document

__all__ = ["conclude"]


def conclude(document: Document) -> Document:
    """The document with what it concludes. Never raises, whatever the text; time linear in it."""
    # The readers take a while to load, and the process that hands out files and stores what is read of them
    # knows this function as well, but never calls it.
    from indexer.conclude.competence import find_assessments
    from indexer.conclude.decided import find_decisions
    from indexer.conclude.positions import find_positions
    from indexer.conclude.statements import statements_of
    from indexer.conclude.sympathy import shows_sympathy

    statements = statements_of(document)
    return dataclasses.replace(
        document,
        assessments=find_assessments(document, statements),
        positions=find_positions(document, statements),
        decisions=find_decisions(document, statements),
        sympathy=shows_sympathy(statements),
    )
