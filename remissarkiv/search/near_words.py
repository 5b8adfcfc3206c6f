"""Words near each other: the forms that each may have, and where they stand in a document."""

from collections import Counter
from collections.abc import Iterator, Sequence

from remissarkiv.domain import Span
from remissarkiv.language.inflections import inflections
from remissarkiv.passages import WordIndex
from remissarkiv.query import tree
from remissarkiv.search.words import QueryWords, forms_of

Forms = tuple[str, ...]


def forms_near(near: tree.Near, words: QueryWords) -> tuple[Forms, ...]:
    """For each word the forms it may have: just its own, or all its inflections. Words that share a form, as
    `råd` and `rådet` do, have the forms of both, so that no place counts for two of them."""
    if near.exact:
        return tuple(forms_of(word)[:1] for word in near.words)
    found: list[Forms] = []
    for word in near.words:
        guises = [guise.form for forms in words.forms(word) for guise in forms.guises]
        own = tuple(dict.fromkeys(form for guise in guises for form in inflections(guise)))
        alike = [other for other in found if not set(other).isdisjoint(own)]
        shared = tuple(dict.fromkeys((*own, *(form for other in alike for form in other))))
        found = [shared if other in alike else other for other in found]
        found.append(shared)
    return tuple(found)


def places_near(
    words: WordIndex, slots: Sequence[Forms], distance: int, within: Span | None
) -> Iterator[Span]:
    """The places of the words in a text that stand in a stretch which holds them all: what `engines.Near`
    finds."""
    needed = Counter(slots)
    stretch = len(slots) + distance
    wanted = {form for slot in needed for form in slot}
    numbers = {form: number for number, form in enumerate(words.forms) if form in wanted}
    placed: list[tuple[int, Forms]] = []
    for slot in needed:
        own = [numbers[form] for form in slot if form in numbers]
        if not own:
            return
        placed += [(place, slot) for place in words.words_of(own, words.within(within)).tolist()]
    placed.sort()
    held: Counter[Forms] = Counter()
    first = marked = 0
    for end, (place, slot) in enumerate(placed):
        held[slot] += 1
        while placed[first][0] <= place - stretch:
            held[placed[first][1]] -= 1
            first += 1
        if all(held[one] >= times for one, times in needed.items()):
            yield from words.spans_of([number for number, _ in placed[max(first, marked) : end + 1]])
            marked = end + 1
