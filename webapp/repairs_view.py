"""What a reader is told of the repair of a text: the words, the pages, and either wording."""

from collections import Counter
from dataclasses import dataclass

from remissarkiv.domain import Document, RepairedWord, repaired_words, wordings
from remissarkiv.labels import READ_AS, REPAIRED_TO
from webapp.formats import years
from webapp.marking import Wording

AS_READ = "last"
"""What `text` says in the address of a document that is shown as it was read."""

MOST_LISTED = 300
"""Different words in the list of a document; the rest show where they stand."""

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class RepairsView:
    """`count` is how many words were repaired (a mended bullet is none), `listed` what was read, what it became
    and how often, the commonest first, and `more` how many different words the list leaves out. `pages` names
    the damaged pages ("2–4, 7") where the rest of the document is sound; "" where all of it is damaged, or
    none. `words` are the places."""

    count: int
    listed: tuple[tuple[str, str, int], ...]
    more: int
    pages: str
    words: tuple[RepairedWord, ...]


def repairs_view(document: Document) -> RepairsView:
    """What was repaired in a document."""
    words = repaired_words(document)
    counts = Counter(wordings(document, word) for word in words)
    # Most common first; equals in order of place.
    listed = [(shortened(read), shortened(text), count) for (read, text), count in counts.most_common()]
    return RepairsView(
        sum(any(sign.isalnum() for sign in document.text[slice(*word.repaired)]) for word in words),
        tuple(listed[:MOST_LISTED]),
        max(len(listed) - MOST_LISTED, 0),
        _pages(document),
        words,
    )


def marked_words(document: Document, words: tuple[RepairedWord, ...], *, as_read: bool) -> list[Wording]:
    """The repaired words for the page: with what was read told, or shown in their place."""
    marked = []
    for word in words:
        read, repaired = wordings(document, word)
        if as_read:
            title = f"{REPAIRED_TO}: {shortened(repaired)}"
            marked.append(Wording(word.repaired, title, document.original[slice(*word.original)]))
        else:
            marked.append(Wording(word.repaired, f"{READ_AS}: {shortened(read)}"))
    return marked


def marked_original(document: Document, words: tuple[RepairedWord, ...]) -> list[Wording]:
    """The same places in what was read, with what they became."""
    return [
        Wording(word.original, f"{REPAIRED_TO}: {shortened(wordings(document, word)[1])}") for word in words
    ]


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
