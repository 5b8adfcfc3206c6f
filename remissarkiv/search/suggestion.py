"""Did you mean …? Another spelling of a query that finds more, offered beside what was found.

A word is offered only when the caller herself finds it, within her filters: so it is always a word of the
archive as the archive spells it, and tells nobody of what she may not see.
"""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from remissarkiv.domain import Span
from remissarkiv.language.lexicon import Lexicon
from remissarkiv.language.tokens import Token, tokenize
from remissarkiv.query import Parsed, tree
from remissarkiv.query.stopwords import is_stopword
from remissarkiv.search.nearby import near_words
from remissarkiv.search.restored import is_real_word, restored, twins
from remissarkiv.search.words import as_typed, is_known

MOST_WORDS = 10
"""Words of a query that are looked at."""

MOST_MENDED = 3
"""With more misspelt words than this a query is no slip of the finger."""

MOST_TRIES = 8
"""Near words that are asked for before a misspelt one is given up."""

FEW = 3
"""A misspelling may stand in the archive too: a word with so few documents is still looked at."""

PLENTY = 20
"""How many times as many documents the right word must then have."""

TWIN_PLENTY = 5
"""The same for a real word that only lacks its rings and dots: `mal` for `mål`."""

_TWIN_RARER, _SLIP_RARER = 2.0, 4.0
_RAREST = 19.0
"""The cost of a word that the lexicon does not have, about that of the rarest it has."""

_LONGEST_QUERY = 2_000


@dataclass(frozen=True, slots=True)
class Asking:
    """What the suggestion may ask the archive, always within the caller's access and filters: how many
    documents hold a word legibly, in any inflection; how many a part of the query finds; how many a query;
    how many one tree finds that another does not."""

    word: Callable[[str], int]
    part: Callable[[tree.Tree], int]
    query: Callable[[str], int]
    beside: Callable[[tree.Tree, tree.Tree], int]


def suggestion(parsed: Parsed, total: int, lexicon: Lexicon, asking: Asking) -> str | None:
    """The query with its misspelt words put right, everything else untouched, when that finds something and
    more than the query itself; None else. `total` is what the query finds."""
    query, meaning = parsed.text, parsed.tree
    if len(query) > _LONGEST_QUERY:
        return None
    mender = _Mender(query, total, lexicon, asking)
    mended: dict[Span, str] = {}
    for leaf in _wanted(meaning):
        mended |= mender.phrase(leaf) if isinstance(leaf, tree.Phrase) else mender.word(leaf)
    if not 0 < len(mended) <= MOST_MENDED:
        return None
    suggested = query
    for span, text in sorted(mended.items(), reverse=True):
        suggested = suggested[: span.start] + text + suggested[span.end :]
    return suggested if suggested != query and asking.query(suggested) > total else None


def _wanted(node: tree.Tree) -> list[tree.Word | tree.Phrase]:
    """The first words and phrases of a query; not what it excludes."""
    found: list[tree.Word | tree.Phrase] = []
    waiting = [node]
    while waiting and len(found) < MOST_WORDS:
        match waiting.pop():
            case tree.And(children) | tree.Or(children):
                waiting.extend(reversed(children))
            case (tree.Word() | tree.Phrase()) as leaf:
                found.append(leaf)
    return found


class _Mender:
    """Puts right the words of one query, by their places in it."""

    def __init__(self, query: str, total: int, lexicon: Lexicon, asking: Asking) -> None:
        self._query = query
        self._total = total
        self._lexicon = lexicon
        self._asking = asking
        self._searched = 0

    def phrase(self, phrase: tree.Phrase) -> dict[Span, str]:
        """The words of a phrase that stands nowhere, with their å, ä and ö; nothing else is guessed of what
        was put in quotation marks."""
        tokens = list(self._tokens(phrase.span))[:MOST_WORDS]
        meant = {span: restored(token.text, self._lexicon) for span, token in tokens}
        if not any(meant.values()) or self._asking.part(phrase):
            return {}
        return {span: self._shown(text, span) for span, text in meant.items() if text}

    def word(self, word: tree.Word) -> dict[Span, str]:
        """A word that should have been another."""
        tokens = list(self._tokens(word.span))
        if len(tokens) != 1 or not tokens[0][1].text.isalpha() or is_stopword(word.text):
            return {}
        span, token = tokens[0]
        better = self._twin(token.text) or self._near(token.text)
        return {span: self._shown(better, span)} if better else {}

    def _tokens(self, span: Span) -> Iterator[tuple[Span, Token]]:
        for token in tokenize(self._query[slice(*span)]):
            yield token.span.shift(span.start), token

    def _shown(self, word: str, span: Span) -> str:
        known = self._lexicon.find(word)
        name = known is not None and known.is_name
        return as_typed(word.capitalize() if name else word, self._query[slice(*span)])

    def _twin(self, word: str) -> str | None:
        """The far commoner word that a real one becomes with å, ä, ö; an unreal one was searched as it."""
        if not is_real_word(word):
            return None
        cost = self._lexicon.cost(word)
        likely = [
            twin for twin in twins(word, self._lexicon) if cost is None or cost - twin.cost >= _TWIN_RARER
        ]
        for twin in likely[:2]:
            if self._asking.word(twin.text) > TWIN_PLENTY * self._asking.word(word):
                return twin.text
        return None

    def _near(self, word: str) -> str | None:
        """The word that was meant by one that few documents have, or none."""
        known = is_known(word, self._lexicon)
        if self._searched == MOST_MENDED or (self._total > FEW and known):
            return None
        found = self._asking.word(restored(word, self._lexicon) or word)
        if found > FEW:
            return None
        self._searched += 1
        candidates = near_words(word, self._lexicon, slips=1 if found or known else 2)
        for near in itertools.islice(candidates, MOST_TRIES):
            # Lists of words have misspellings too: `forvaltningen`.
            if restored(near.text, self._lexicon):
                continue
            if (found or known) and not self._far_rarer(word, near.text):
                continue
            if self._asking.word(near.text) > PLENTY * found:
                return near.text
        return None

    def _far_rarer(self, word: str, other: str) -> bool:
        """Whether a word is so rare beside another that it may well be a slip of it."""
        cost, right = self._lexicon.cost(word), self._lexicon.cost(other)
        return (_RAREST if cost is None else cost) - (_RAREST if right is None else right) >= _SLIP_RARER
