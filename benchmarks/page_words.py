"""Which words are asked for: those of the true pages, by kind.

A word is a token of the program's own tokenizer on the true page, read and normalised as the indexer does, of
letters alone and at least `SHORTEST` of them, in lower case. The kinds, which overlap:

    all            every word, stop words too
    åäö            words with an å, ä or ö
    names          words that stand with a capital inside a sentence, only the first letter large, and that
                   neither the pages nor the documents ever have in lower case
    long           words of `LONG` letters or more
    parts          parts, as `remissarkiv.language.parts` cuts them, of compounds that stand on the pages
    parts only     those of them that are no word of any page of that half: only the parts can find them
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.ocr_pages import normal_text
from remissarkiv.language.parts import word_parts
from remissarkiv.language.tokens import tokenize
from training.pages import Page

SHORTEST = 4
LONG = 12
KINDS = ("all", "åäö", "names", "long", "parts", "parts only")
_LOWER = re.compile(r"(?<![\w-])[a-zåäöéèüà][\wéèüà]{3,}")
_INSIDE = re.compile(r"[\w,;)]\s+$")
"""What stands before a word inside a sentence."""


def words_of(page: Page) -> set[str]:
    """The words of a true page that are asked for."""
    return {token.text for token in tokenize(normal_text(page.clean).text) if is_asked(token.text)}


def is_asked(word: str) -> bool:
    """Whether a word (lower case) is long enough and of letters alone."""
    return len(word) >= SHORTEST and word.isalpha()


def name_words(pages: Iterable[Page], texts: Iterable[str]) -> frozenset[str]:
    """The names among the words of the pages; `texts` are the documents around them."""
    capital: set[str] = set()
    small: set[str] = set()
    for page in pages:
        text = normal_text(page.clean).text
        for token in tokenize(text):
            if not is_asked(token.text):
                continue
            written = text[token.span.start : token.span.end]
            if written == token.text:
                small.add(token.text)
            elif written[0].isupper() and written[1:].islower():
                before = text[max(0, token.span.start - 4) : token.span.start]
                if _INSIDE.search(before) and "\n\n" not in before:
                    capital.add(token.text)
    for text in texts:
        small.update(_LOWER.findall(text.replace("\u00ad", "")))
    return frozenset(capital - small)


def queries(pages: Sequence[Page], names: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """What is asked for the pages of one half: kind -> words."""
    words = {word for page in pages for word in words_of(page)}
    asked: dict[str, set[str]] = defaultdict(set)
    asked["all"] = words
    asked["åäö"] = {word for word in words if not set("åäö").isdisjoint(word)}
    asked["names"] = words & names
    asked["long"] = {word for word in words if len(word) >= LONG}
    whole = {token.text for page in pages for token in tokenize(normal_text(page.clean).text)}
    asked["parts"] = {part for word in whole for part in word_parts(word) if is_asked(part)}
    asked["parts only"] = asked["parts"] - words
    return {kind: frozenset(asked[kind]) for kind in KINDS}
