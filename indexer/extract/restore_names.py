"""Correct Swedish for the short values shown to people: titles, names, bodies.

The text itself is repaired elsewhere; here only words of a title or a name are, and only in a document that
shows OCR damage. A word is taken for another only when a misreading explains it (`misreading_cost`), and there
is evidence that the other is what was written, in this order: the table of names and words, another spelling
in the same document that kept its å, ä or ö, the parts of a surname or a compound, the Swedish dictionary.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

import simplemma

from indexer.extract.misreading import misreading_cost, true_spellings
from indexer.extract.swedish_words import words_of
from remissarkiv.language.skeleton import skeleton

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# "förtryck 1 Stockholm": a lone 1 between words is an i.
_LONE_ONE = re.compile(r"(?<=[^\W\d_] )1(?= [^\W\d_])")
_SWEDISH_LETTERS = frozenset("åäö")
_MIN_PART = 3
_NAME_SECTIONS = ("given", "place", "surname", "authority", "title")
_WORD_SECTIONS = ("title", "authority", "place", "given", "surname")
_MAX_DICTIONARY_WORD = 24
_SURNAME_ENDINGS = ("ström", "bäck", "gård", "sjö", "löv", "löf", "hög", "fält", "näs", "träd", "säter")


class Restorer:
    """Restores words of one document; in a document without damage it returns everything as it is."""

    def __init__(self, text: str, *, damaged: bool) -> None:
        """`text` is the whole document: other spellings in it count as evidence."""
        self.damaged = damaged
        self._spelt: dict[str, dict[str, None]] = defaultdict(dict)
        if damaged:
            for word in _WORD.findall(text.lower()):
                if _SWEDISH_LETTERS & set(word):
                    self._spelt[skeleton(word)][word] = None

    def phrase(self, text: str) -> str:
        """A title or another run of words, each word restored where there is evidence."""
        return self._restore(text, _WORD_SECTIONS)

    def name(self, text: str) -> str:
        """A name of a person, a body or a place: names go before common words."""
        return self._restore(text, _NAME_SECTIONS)

    def _restore(self, text: str, sections: tuple[str, ...]) -> str:
        if not self.damaged:
            return text
        text = _LONE_ONE.sub("i", text)
        return _WORD.sub(lambda match: self._word(match[0], sections), text)

    def _word(self, word: str, sections: tuple[str, ...]) -> str:
        low = word.lower()
        if len(word) == 1 or _SWEDISH_LETTERS & set(low) or not any(letter.isalpha() for letter in low):
            return word
        found = self._from_table(low, sections) or self._from_document(low)
        if found is None and "-" in low:
            return "-".join(self._word(part, sections) for part in word.split("-"))
        if found is None:
            proper = word[:1].isupper()
            found = _from_parts(low) or (_from_ending(low) if proper else _from_dictionary(low))
        return _cased(found, word) if found else word

    def _from_table(self, low: str, sections: tuple[str, ...]) -> str | None:
        return _cheapest(low, _table(sections).get(skeleton(low), ()))

    def _from_document(self, low: str) -> str | None:
        return _cheapest(low, self._spelt.get(skeleton(low), ()))


@cache
def _table(sections: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Words by skeleton; words of an earlier section first, each also with the genitive s."""
    by_skeleton: dict[str, list[str]] = defaultdict(list)
    for section in sections:
        for word in words_of(section):
            by_skeleton[skeleton(word)].append(word)
    for section in sections:
        for word in words_of(section):
            if not word.endswith("s") and section != "title":
                by_skeleton[skeleton(word + "s")].append(word + "s")
    return {key: tuple(words) for key, words in by_skeleton.items()}


@cache
def _parts() -> dict[str, tuple[str, ...]]:
    """Parts that names and compounds are made of, by skeleton."""
    by_skeleton: dict[str, list[str]] = defaultdict(list)
    for section in ("element", "surname", "authority", "title", "place"):
        for word in words_of(section):
            if len(word) >= _MIN_PART:
                by_skeleton[skeleton(word)].append(word)
    return {key: tuple(words) for key, words in by_skeleton.items()}


def _cheapest(low: str, candidates: Iterable[str]) -> str | None:
    """The candidate that needs the fewest misreadings; the first of equals."""
    best: tuple[float, str] | None = None
    for candidate in candidates:
        cost = misreading_cost(candidate, low)
        if cost is not None and (best is None or cost < best[0]):
            best = cost, candidate
    return best[1] if best else None


def _from_parts(low: str) -> str | None:
    """Two known parts that together explain the word: `soderstrém` is `söder` + `ström`; one at least must
    have been damaged, and a part that was read right must be in the table too."""
    best: tuple[float, str] | None = None
    if len(low) > _MAX_DICTIONARY_WORD * 2:
        return None
    for split in range(_MIN_PART, len(low) - _MIN_PART + 1):
        head, tail = low[:split], low[split:]
        for ending in ("", "s"):
            stem = tail[: len(tail) - len(ending)] if tail.endswith(ending) else ""
            first = _cheapest(head, _parts().get(skeleton(head), ()))
            second = _cheapest(stem, _parts().get(skeleton(stem), ())) if stem else None
            if first is None or second is None:
                continue
            word = first + second + ending
            cost = misreading_cost(word, low)
            if cost is not None and (best is None or cost < best[0]):
                best = cost, word
    return best[1] if best else None


@cache
def _from_ending(low: str) -> str | None:
    """A surname of which only the ending is known: `Bodstrom` is `Bodström`."""
    for ending in _SURNAME_ENDINGS:
        for tail in (ending, ending + "s"):
            # An ending is read in one letter for each of its own, or one more: strom, strém, stroém.
            for length in (len(tail), len(tail) + 1):
                head, read = low[:-length], low[-length:]
                if len(head) >= _MIN_PART and read != tail and misreading_cost(tail, read) is not None:
                    return head + tail
    return None


@cache
def _from_dictionary(low: str) -> str | None:
    """The Swedish word this damaged one was; None when the word stands in the dictionary as it is. Not for
    words with a capital: a name that looks like a damaged word must not change."""
    if len(low) > _MAX_DICTIONARY_WORD or simplemma.is_known(low, lang="sv"):
        return None
    known = (word for word in true_spellings(low) if simplemma.is_known(word, lang="sv"))
    return _cheapest(low, known)


def _cased(word: str, like: str) -> str:
    """`word` in the case of `like`: ALL CAPITALS, Capital first, or lower."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    if like[:1].isupper():
        return (
            "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
            if "-" in like
            else (word[:1].upper() + word[1:])
        )
    return word
