"""The copies of a hit or document as the page names them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import url_for

from remissarkiv.domain import Copy
from remissarkiv.labels import shown_path
from webapp.addresses import SearchAddress

SHOWN = 4
"""Copies that are named before "visa till"."""


@dataclass(frozen=True, slots=True)
class CopyLink:
    """A copy by its nämnd, or by its path where the nämnd does not tell it from the others."""

    label: str
    href: str
    is_path: bool


@dataclass(frozen=True, slots=True)
class CopiesView:
    """The copies: how many, the first ones and the rest. `heading` begins the sentence."""

    heading: str
    count: int
    shown: tuple[CopyLink, ...]
    folded: tuple[CopyLink, ...]


def copies_view(copies: Sequence[Copy], namnd: str, address: SearchAddress) -> CopiesView | None:
    """The copies of a document of `namnd`, each a link that remembers the search; None without copies."""
    if not copies:
        return None
    links = tuple(_links(copies, namnd, address))
    rest = len(links) - SHOWN
    cut = SHOWN if rest > 1 else len(links)
    heading = "Finns också i" if any(link.is_path for link in links) else "Finns också hos"
    return CopiesView(heading, len(links), links[:cut], links[cut:])


def _links(copies: Sequence[Copy], namnd: str, address: SearchAddress) -> Iterable[CopyLink]:
    boards = Counter(copy.namnd for copy in copies)
    # A copy in another board's file usually bears the name of the board that sent it.
    by_board = all(copy.namnd and copy.namnd != namnd and boards[copy.namnd] == 1 for copy in copies)
    for copy in copies:
        path = shown_path(copy.path) + (f" › {copy.part}" if copy.part else "")
        href = url_for("document.show", document_id=copy.id)
        if parameters := address.parameters():
            href += f"?{parameters}"
        yield CopyLink(copy.namnd if by_board else path, href, not by_board)
