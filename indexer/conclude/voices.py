"""Who speaks where in a document: by its sections, its headings, and the words of each sentence."""

from indexer.conclude.interface import Manner, Voice
from remissarkiv.domain import Actor, ActorKind, Document, Kind, Section, SectionKind, Span, Status

_MANNERS = {
    SectionKind.YRKANDEN: Manner.YRKANDE,
    SectionKind.RESERVATION: Manner.RESERVATION,
    SectionKind.BESLUTSUNDERLAG: Manner.LIST,
    SectionKind.BILAGOR: Manner.LIST,
    SectionKind.EXPEDIERING: Manner.LIST,
    SectionKind.REMISSINSTANSER: Manner.LIST,
}


class Voices:
    """Tells of each sentence of one document who speaks in it."""

    def __init__(self, document: Document) -> None:
        self._author = Voice(_author(document), Manner.OWN, _status(document))

    def of(self, span: Span, text: str, section: Section) -> Voice:
        """The voice of the sentence at `span`, whose `text` stands on one line."""
        manner = _MANNERS.get(section.kind, Manner.OWN)
        return Voice(self._author.actor, manner, self._author.status)


def _author(document: Document) -> Actor:
    if document.kind is Kind.TJANSTEUTLATANDE:
        return Actor("", ActorKind.FORVALTNING)
    if document.namnd == "Kommunfullmäktige":
        return Actor(document.namnd, ActorKind.FULLMAKTIGE)
    if document.namnd == "Kommunstyrelsen":
        return Actor(document.namnd, ActorKind.KOMMUNSTYRELSE)
    return Actor(document.namnd, ActorKind.NAMND if document.namnd else ActorKind.EXTERN)


def _status(document: Document) -> Status:
    return Status.FORSLAG if document.kind is Kind.TJANSTEUTLATANDE else Status.BESLUT
