"""Words that an OCR program has cut in two or run together: `material gardar`, `iden`."""

from collections.abc import Sequence

from indexer.repair.candidates import Candidate, Candidates, as_read
from indexer.repair.options import Choice
from indexer.repair.tokens import Token
from remissarkiv.language.lexicon import Lexicon

_LONGEST_HALF = 20
_MARGIN = 4.0
_GLUE = 4.0
_COMMON = 9.0
_SMALL = frozenset("i på av att och till för som en ett den det är om med har vi de ska kan".split())
_SHORTEST_GLUED = 3
_COST_OF_I = 3.7


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
        if text[first.end : second.start] != " " or not second.shown[0].islower():
            continue
        if max(len(first.text), len(second.text)) > _LONGEST_HALF or not (first.text + second.text).isalpha():
            continue
        apart = _alone(lookup, first) + _alone(lookup, second)
        whole = lookup.whole(first.text + second.text, apart - _MARGIN)
        if whole is not None:
            joined[number] = whole.word
    return joined


def two_in_one(token: Token, choice: Choice, lookup: Candidates, lexicon: Lexicon) -> str | None:
    """The two words that a token is, one of them a small one: `iden` is `i den`, `hai` `ha i`; None when it
    is one word."""
    read = token.text
    if (choice.explains and not choice.far) or len(read) < _SHORTEST_GLUED or not read.isalpha():
        return None
    found = []
    for place in range(1, min(4, len(read) - 2)):
        first = _best(lookup, read[:place]) if place > 1 else _letter_i(read[0])
        if first is not None and first.word in _SMALL and (second := _best(lookup, read[place:])) is not None:
            found.append((first, second))
    # `hai stället`: the small word may be the last one too.
    last = _letter_i(read[-1])
    if last is not None and (before := _best(lookup, read[:-1])) is not None:
        found.append((before, last))
    best: tuple[float, str] | None = None
    for first, second in found:
        if first.parts > 1 or second.parts > 1 or max(map(_rarity, (first, second))) > _COMMON:
            continue
        cost = first.cost + second.cost + _GLUE - max(0.0, lexicon.affinity(first.word, second.word))
        if cost + _MARGIN < as_read(read) and (best is None or cost < best[0]):
            best = cost, f"{first.word} {second.word}"
    return best[1] if best else None


def _letter_i(letter: str) -> Candidate | None:
    return Candidate(_COST_OF_I, "i", 0.0) if letter == "i" else None


def _rarity(candidate: Candidate) -> float:
    return candidate.cost - candidate.misread


def _best(lookup: Candidates, read: str) -> Candidate | None:
    found = lookup.of(read)
    return found[0] if found else None


def _alone(lookup: Candidates, token: Token) -> float:
    best = _best(lookup, token.text)
    cost = as_read(token.text)
    return min(cost, best.cost) if best else cost
