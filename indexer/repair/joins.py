"""Words that an OCR program has cut in two or run together: `material gardar`, `iden`."""

from collections.abc import Sequence

from indexer.repair.candidates import Candidate, Candidates, as_read
from indexer.repair.choice import Choice
from indexer.repair.tokens import Token
from remissarkiv.language.lexicon import Lexicon

_LONGEST_HALF = 20
_MARGIN = 4.0
_GLUE = 5.0
_COMMON = 9.0
_SMALL = frozenset("i på av att och till för som en ett den det är om med har vi de ska kan".split())
_SHORTEST_GLUED = 4


def halves_of_one(
    tokens: Sequence[Token], chosen: Sequence[Choice], text: str, lookup: Candidates
) -> dict[int, str]:
    """Where two tokens are one word: the number of the first and the word.

    One half at least is no word by itself, they stand on one line with one space between, and together they
    are far likelier than apart.
    """
    joined: dict[int, str] = {}
    if all(choice.explains for choice in chosen):
        return joined
    for number in range(len(tokens) - 1):
        first, second = tokens[number], tokens[number + 1]
        if number - 1 in joined or (chosen[number].explains and chosen[number + 1].explains):
            continue
        if text[first.span.end : second.span.start] != " " or not second.shown[0].islower():
            continue
        if max(len(first.text), len(second.text)) > _LONGEST_HALF or not (first.text + second.text).isalpha():
            continue
        whole = _best(lookup, first.text + second.text)
        if whole is None or whole.parts > 1:
            continue
        if whole.cost + _MARGIN < _alone(lookup, first) + _alone(lookup, second):
            joined[number] = whole.word
    return joined


def two_in_one(token: Token, choice: Choice, lookup: Candidates, lexicon: Lexicon) -> str | None:
    """The two words that a token is, the first a small one: `iden` is `i den`; None when it is one word."""
    if choice.explains or len(token.text) < _SHORTEST_GLUED or not token.text.isalpha():
        return None
    best: tuple[float, str] | None = None
    for place in range(1, min(4, len(token.text) - 2)):
        first, second = _best(lookup, token.text[:place]), _best(lookup, token.text[place:])
        if place == 1:
            first = Candidate(0.0, "i", 0.0) if token.text[0] == "i" else None
        if first is None or second is None or first.word not in _SMALL or second.parts > 1:
            continue
        if second.cost - second.misread > _COMMON:
            continue
        cost = first.cost + second.cost + _GLUE - max(0.0, lexicon.affinity(first.word, second.word))
        if cost + _MARGIN < as_read(token.text) and (best is None or cost < best[0]):
            best = cost, f"{first.word} {second.word}"
    return best[1] if best else None


def _best(lookup: Candidates, read: str) -> Candidate | None:
    found = lookup.of(read)
    return found[0] if found else None


def _alone(lookup: Candidates, token: Token) -> float:
    best = _best(lookup, token.text)
    cost = as_read(token.text)
    return min(cost, best.cost) if best else cost
