"""What a reader is told of the repair of a text: the words, the pages, and either wording."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from remissarkiv.domain import Document, RepairedWord, repaired_words, wordings
from remissarkiv.labels import READ_AS, REPAIRED_TO, UNSURE
from webapp.formats import years
from webapp.marking import Wording

AS_READ = "last"
"""What `text` says in the address of a document that is shown as it was read."""

UNSURE_COST = 0.3
"""From here on a repair is called unsure: it is right in fewer than three cases of four (e to the -0.3)."""

MOST_LISTED = 300
"""Different words in the list of a document; the rest show where they stand."""

_LONGEST = 80


class ListedRepair(NamedTuple):
    """What was read, what it became, how often, and whether another word was nearly as likely somewhere."""

    read: str
    repaired: str
    times: int
    unsure: bool


@dataclass(frozen=True, slots=True)
class RepairsView:
    """`count` is how many words were repaired (a mended bullet is none), `listed` the different ones, the
    commonest first, and `more` how many of those the list leaves out. `pages` names the damaged pages
    ("2–4, 7") where the rest of the document is sound; "" where all of it is damaged, or none. `words` are
    the places."""

    count: int
    listed: tuple[ListedRepair, ...]
    more: int
    pages: str
    words: tuple[RepairedWord, ...]


def repairs_view(document: Document) -> RepairsView:
    """What was repaired in a document."""
    words = repaired_words(document)
    counts = Counter(wordings(document, word) for word in words)
    unsure = {wordings(document, word) for word in words if word.cost >= UNSURE_COST}
    # Most common first; equals in order of place.
    listed = [
        ListedRepair(shortened(pair[0]), shortened(pair[1]), count, pair in unsure)
        for pair, count in counts.most_common()
    ]
    return RepairsView(
        sum(any(sign.isalnum() for sign in document.text[slice(*word.repaired)]) for word in words),
        tuple(listed[:MOST_LISTED]),
        max(len(listed) - MOST_LISTED, 0),
        _pages(document),
        words,
    )


def marked_words(document: Document, words: tuple[RepairedWord, ...], *, as_read: bool) -> list[Wording]:
    """The repaired words for the page: with what was read told, or shown in their place. A bullet that was
    read as another sign is not worth a mark where it stands right."""
    marked = []
    for word in words:
        read, repaired = wordings(document, word)
        if as_read:
            title = _title(REPAIRED_TO, repaired, word)
            marked.append(Wording(word.repaired, title, document.original[slice(*word.original)]))
        elif any(sign.isalnum() or sign == "§" for sign in repaired):
            marked.append(Wording(word.repaired, _title(READ_AS, read, word)))
    return marked


def marked_original(document: Document, words: tuple[RepairedWord, ...]) -> list[Wording]:
    """The same places in what was read, with what they became."""
    return [Wording(word.original, _title(REPAIRED_TO, wordings(document, word)[1], word)) for word in words]


def _title(label: str, wording: str, word: RepairedWord) -> str:
    doubt = f" ({UNSURE})" if word.cost >= UNSURE_COST else ""
    return f"{label}: {shortened(wording)}{doubt}"


def shortened(text: str) -> str:
    """A wording that fits a line; one that a page's head fell into keeps its beginning and its end."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"


def _pages(document: Document) -> str:
    numbers = []
    index = 0
    for page in document.pages:
        while index < len(document.damaged) and document.damaged[index].end <= page.span.start:
            index += 1
        if index < len(document.damaged) and document.damaged[index].overlaps(page.span):
            numbers.append(page.number)
    return years(map(str, numbers)) if len(numbers) < len(document.pages) else ""
