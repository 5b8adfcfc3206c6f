"""The repair of a text: signs, words, halves of words; each change a segment with the way back."""

import dataclasses
import re
from collections.abc import Iterator
from functools import lru_cache
from heapq import merge

from indexer.normalise.interface import NormalText
from indexer.normalise.mapping import Edit, MappedText
from indexer.readers.interface import Heading
from indexer.repair.candidates import Candidates
from indexer.repair.casing import cased
from indexer.repair.channel import the_channel
from indexer.repair.choice import Chooser
from indexer.repair.dnr_signs import is_diary, misread_dnr
from indexer.repair.joins import halves_of_one, two_in_one
from indexer.repair.options import Choice, Options
from indexer.repair.signs import misread_signs
from indexer.repair.tokens import Token, blocks
from remissarkiv.domain import Page, Span
from remissarkiv.language.damage import DamageEstimate
from remissarkiv.language.lexicon import Lexicon

_CUT_COST = 1.0
_WORD = re.compile(r"[^\W\d_]+")


def repair(normal: NormalText, damage: DamageEstimate, lexicon: Lexicon) -> tuple[NormalText, DamageEstimate]:
    """The text with the misread words of its damaged stretches repaired, each a segment whose rule begins
    with `ocr-`; and the damage there was, its spans moved to the new text.

    Outside the damaged stretches nothing is changed. Time linear in the text; the same text and lexicon
    always give the same.
    """
    if not damage.damaged:
        return normal, damage
    tools = _tools(lexicon)
    signs = [
        edit
        for span in damage.damaged
        for edit in _apart(misread_dnr(normal.text, span, normal.text), misread_signs(normal.text, span))
    ]
    first = MappedText.unchanged(normal.text).edited(signs)
    stretches = [first.to_text(span) for span in damage.damaged]
    misread: list[Token] = []
    words = [edit for span in stretches for edit in tools.edits(first.text, span, misread)]
    second = MappedText.unchanged(first.text).edited(words)

    def moved(span: Span) -> Span:
        return second.to_text(first.to_text(span))

    whole = MappedText(normal.text, normal.original, normal.segments).edited(signs).edited(words)
    repaired = dataclasses.replace(
        normal,
        text=whole.text,
        segments=whole.segments,
        pages=tuple(Page(page.number, moved(page.span)) for page in normal.pages),
        headings=tuple(Heading(moved(heading.span), heading.level) for heading in normal.headings),
        running=tuple(tools.line(line, normal.text) for line in normal.running),
        metadata=normal.metadata,
    )
    damaged = tuple(moved(span) for span in damage.damaged)
    return repaired, DamageEstimate(_quality(normal.text, len(misread)), damaged)


def _apart(first: Iterator[Edit], second: Iterator[Edit]) -> Iterator[Edit]:
    """The edits of both, in order; where two meet, the one that begins first, of the same the first kind."""
    end = -1
    for edit in merge(first, second, key=lambda edit: edit.span.start):
        if edit.span.start >= end:
            yield edit
            end = edit.span.end


def _quality(text: str, misread: int) -> float:
    """The share of the words of a document that were read right, 0-1, after so many were found misread."""
    words = len(_WORD.findall(text))
    return round(max(0.0, 1 - misread / words), 3) if words else 1.0


class _Tools:
    """What repairs with one lexicon; remembers the words it has seen."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._candidates = Candidates(lexicon, the_channel())
        self._chooser = Chooser(lexicon, Options(self._candidates), the_channel())

    def edits(self, text: str, stretch: Span, misread: list[Token]) -> Iterator[Edit]:
        """The repairs of a damaged stretch of text, in order. `misread` takes in the words that were misread,
        also those that nothing could be made of."""
        words = [tokens for tokens in blocks(text, stretch) if tokens]
        for tokens, chosen in zip(words, self._chooser.choose(words), strict=True):
            joined = halves_of_one(tokens, chosen, text, self._candidates)
            for number, (token, choice) in enumerate(zip(tokens, chosen, strict=True)):
                stays = choice.explains and choice.word == token.text
                if (stays and number not in joined) or is_diary(text, token.span):
                    continue
                if number in joined:
                    span = Span(token.start, tokens[number + 1].end)
                    misread += [token, tokens[number + 1]]
                    yield Edit(span, self._cased(joined[number], token), "ocr-split", _CUT_COST)
                elif number - 1 not in joined:
                    misread.append(token)
                    following = tokens[number + 1] if number + 1 < len(tokens) else None
                    yield from self._edit(token, choice, following)

    def line(self, line: str, whole: str) -> str:
        """A running head or foot of a text, repaired."""
        line = MappedText.unchanged(line).edited(misread_dnr(line, Span(0, len(line)), whole)).text
        mapped = MappedText.unchanged(line)
        return mapped.edited(self.edits(line, Span(0, len(line)), [])).text

    def _edit(self, token: Token, choice: Choice, following: Token | None) -> Iterator[Edit]:
        parts = two_in_one(token, choice, self._candidates, self._lexicon)
        if parts is not None:
            yield Edit(token.span, self._cased(parts, token), "ocr-join", _CUT_COST)
        elif choice.word != token.text:
            is_named = following is not None and following.is_capital
            yield Edit(token.span, self._cased(choice.word, token, is_named), "ocr-word", choice.doubt)

    def _cased(self, word: str, token: Token, is_named: bool = False) -> str:
        """The word with its capitals; before another one, on the next line as well (`Lars-Erik Ohrwall` over
        `Socialchef`), it may be a name (`is_named`)."""
        # Of a word that was read without a capital nobody asks.
        known = self._lexicon.find(word) if token.is_capital else None
        is_common = known is not None and not known.is_name and not is_named
        return cased(word, token.shown, opens=token.opens or token.leads, is_common=is_common)


@lru_cache(maxsize=2)
def _tools(lexicon: Lexicon) -> _Tools:
    return _Tools(lexicon)
