"""What the suggestions keep of one document."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from remissarkiv.domain import DnrRole, StoredDocument, shelf
from remissarkiv.typeahead.topics import Topic, topics_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the suggestions keep it: what is shown to those who may see its `shelf`, and, for one
    that everybody may see, its topics: those of its title, and of its text."""

    id: str
    shelf: str
    title: str
    day: datetime.date | None = None
    dnr: tuple[str, ...] = ()
    title_topics: tuple[Topic, ...] = ()
    text_topics: tuple[Topic, ...] = ()


def entry_of(stored: StoredDocument, open_shelves: Collection[str]) -> Entry:
    """The entry of a document. Only one on an open shelf teaches topics; Dnr are those of its own ärende and
    of the sender's, as their normal values."""
    document = stored.document
    standing = shelf(stored.source.collection, stored.source.group)
    titles, texts = topics_of(document) if standing in open_shelves else ((), ())
    own = (one.dnr.value for one in document.dnr if one.role is not DnrRole.MENTIONED)
    return Entry(stored.id, standing, document.title, document.date, tuple(dict.fromkeys(own)), titles, texts)
