"""Correct Swedish for the short values shown to people: titles, names, bodies.

The text itself is repaired elsewhere, before it is read here; here only words of a title or a name are, and
only in a document that shows OCR damage. A word that Swedish has stays, unless the other is far commoner, and
a given name always. A word is taken for another only when a misreading explains it (`misreading_cost`), and
there is evidence that the other is what was written, in this order: the table of names and words, another
spelling in the same document that kept its å, ä or ö, the parts of a surname or a compound, the Swedish
dictionary.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache

from indexer.extract.misreading import USUAL, misreading_cost, true_spellings
from indexer.extract.swedish_words import given_names, words_of
from remissarkiv.language.dictionary import is_listed, known
from remissarkiv.language.lexicon import base_lexicon
from remissarkiv.language.skeleton import skeleton

_WORD = re.compile(r"(?<![:\w])[^\W_]+(?:-[^\W_]+)*")
# "förtryck 1 Stockholm": a lone 1 between words is an i.
_LONE_ONE = re.compile(r"(?<=[^\W\d_] )1(?= [^\W\d_])")
_SWEDISH_LETTERS = frozenset("åäö")
_HAS_SWEDISH = re.compile("[åäö]")
_MIN_PART = 3
_ENDINGS = ("ens", "arna", "erna", "orna", "ar", "er", "or", "en", "et", "na", "n")
_MIN_INFLECTED = 5
_NAME_SECTIONS = ("given", "place", "surname", "authority", "title", "function")
_WORD_SECTIONS = ("function", "title", "authority", "place", "given", "surname")
_SURE_IN_NAMES = ("given", "surname", "place", "function")
_SURE_IN_TITLES = ("function",)
_LONGEST_ABBREVIATION = 4
_MAX_DICTIONARY_WORD = 24
_FAR_COMMONER = 2.0
"""Natural logarithm of how many times commoner a word must be to be taken for another that Swedish has too:
`Goteborg` is in texts, but `Göteborg` far more often; `Ånge` is rarer than `Inge`."""

_SURNAME_ENDINGS = ("ström", "bäck", "gård", "sjö", "löv", "löf", "hög", "fält", "näs", "träd", "säter")


class Restorer:
    """Restores words of one document; in a document without damage it returns everything as it is."""

    def __init__(self, text: str, *, damaged: bool, repaired: bool = False) -> None:
        """`text` is the whole document: other spellings in it count as evidence. `repaired` tells that the
        words were looked at already, in their context: then less is taken for damaged."""
        self.damaged = damaged
        self.columns: dict[str, tuple[str, ...]] = {}
        """What `columns.columns_of` has made of lines of the letterhead, which four readers ask for."""
        self._repaired = repaired
        self._text = text

    def phrase(self, text: str) -> str:
        """A title or another run of words, each word restored where there is evidence."""
        return self._restore(text, _WORD_SECTIONS)

    def name(self, text: str) -> str:
        """A name of a person, a body or a place: names go before common words."""
        return self._restore(text, _NAME_SECTIONS)

    def _restore(self, text: str, sections: tuple[str, ...]) -> str:
        if not self.damaged:
            return text
        if not self._repaired:
            text = _LONE_ONE.sub("i", text)
        return _WORD.sub(
            lambda match: self._word(
                match[0], sections, first=match.start() == 0 and sections is _WORD_SECTIONS
            ),
            text,
        )

    def _word(self, word: str, sections: tuple[str, ...], *, first: bool = False) -> str:
        low = word.lower()
        if len(word) == 1 or _SWEDISH_LETTERS & set(low) or not any(letter.isalpha() for letter in low):
            return word
        if word.isupper() and len(word) <= _LONGEST_ABBREVIATION:
            return word
        if low in given_names():
            return word
        found = self._sure(low, sections)
        if found is None and "-" in low:
            # Each half for itself: `Bengt-Olof` as a whole looks like a surname in -löf.
            return "-".join(self._word(part, sections) if part else part for part in word.split("-"))
        if found is None and not is_listed(low):
            found = self._likely(low, sections, proper=word[0].isupper() and not first)
        return word if found is None or self._stays(low, found) else _cased(found, word)

    def _stays(self, low: str, found: str) -> bool:
        """Whether the word is to stay as it was read. A given name may be taken for any word (`Mans`) where
        nothing has been repaired yet, else for a rarer one."""
        if found in given_names():
            return self._repaired and _holds(low, found, far=0.0)
        return _holds(low, found)

    def _sure(self, low: str, sections: tuple[str, ...]) -> str | None:
        """Words to be taken for another even where Swedish has the word as it was read: `far` for `får` in a
        title, and in a name `Mans` for `Måns`."""
        sure = _SURE_IN_NAMES if sections is _NAME_SECTIONS else _SURE_IN_TITLES
        found = _cheapest(low, _table(sure).get(skeleton(low), ()))
        if found is None or found not in _table_words("function"):
            return found
        # `stor` might be a misread `står`, but mostly it is `stor`: only usual misreadings are sure.
        return found if _usual(found, misreading_cost(found, low) or 0.0) else None

    def _likely(self, low: str, sections: tuple[str, ...], *, proper: bool) -> str | None:
        """What a word that Swedish does not have was."""
        found = self._from_table(low, sections) or self._from_document(low)
        if found is None and not proper:
            found = _from_dictionary(low)
        if found is None:
            found = _from_parts(low, proper=proper, careful=self._repaired)
        return _from_ending(low) if found is None and proper else found

    def _from_table(self, low: str, sections: tuple[str, ...]) -> str | None:
        """The word of the table; in another form than it stands there, by its ending: `hundrastgardar`."""
        for ending in ("", *_ENDINGS):
            stem = low.removesuffix(ending)
            if len(low) - len(stem) != len(ending) or (ending and len(stem) < _MIN_INFLECTED):
                continue
            found = _cheapest(stem, _table(sections).get(skeleton(stem), ()))
            if found and (not ending or found != stem):
                return found + ending
        return None

    @cached_property
    def _spelt(self) -> dict[str, list[str]]:
        """The words of the document with å, ä or ö by their skeletons."""
        spelt: dict[str, list[str]] = defaultdict(list)
        # No word goes on behind a blank, so those without the letters need not be looked at.
        pieces = filter(_HAS_SWEDISH.search, dict.fromkeys(self._text.lower().split()))
        for word in dict.fromkeys(_WORD.findall(" ".join(pieces))):
            if "ä" in word or "å" in word or "ö" in word:
                spelt[skeleton(word)].append(word)
        return spelt

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
            if not word.endswith("s") and section not in ("title", "function"):
                by_skeleton[skeleton(word + "s")].append(word + "s")
    return {key: tuple(words) for key, words in by_skeleton.items()}


@cache
def _table_words(section: str) -> frozenset[str]:
    return frozenset(words_of(section))


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


def _from_parts(low: str, *, proper: bool, careful: bool = False) -> str | None:
    """Two known parts that together explain the word: `soderstrém` is `söder` + `ström`; one at least must
    have been damaged. One part of a common word may also be known from the dictionary only."""
    best: tuple[float, str] | None = None
    if len(low) > _MAX_DICTIONARY_WORD * 2:
        return None
    for split in range(_MIN_PART, len(low) - _MIN_PART + 1):
        head, tail = low[:split], low[split:]
        for ending in ("", "s"):
            stem = tail[: len(tail) - len(ending)] if tail.endswith(ending) else ""
            first = _cheapest(head, _parts().get(skeleton(head), ()))
            second = _cheapest(stem, _parts().get(skeleton(stem), ())) if stem else None
            if not proper and (first is None) != (second is None):
                first = first or _dictionary_part(head)
                second = second or _dictionary_part(stem)
            if first is None or second is None:
                continue
            if careful and proper and (_holds(head, first) or _holds(stem, second)):
                # `Hallmyr` need not be a `Hällmyr`, for there are halls; but there is no `orn`.
                continue
            word = first + second + ending
            cost = misreading_cost(word, low)
            if cost is None or (
                proper and second not in _table_words("authority") and not _usual(word, cost)
            ):
                continue
            if best is None or cost < best[0]:
                best = cost, word
    return best[1] if best else None


def _holds(low: str, found: str, far: float = _FAR_COMMONER) -> bool:
    """Whether Swedish has the word `low` as it was read, and not so rarely that it must have been `found`."""
    if low == found:
        return False
    known, other = base_lexicon().cost(low), base_lexicon().cost(found)
    return known is not None and (other is None or other > known - far)


def _usual(word: str, cost: float) -> bool:
    """Whether only usual misreadings made this cost; in names the rare ones prove nothing (`Hirvonen`)."""
    return cost <= USUAL * sum(letter in _SWEDISH_LETTERS for letter in word)


@lru_cache(maxsize=20_000)
def _dictionary_part(low: str) -> str | None:
    """A part of a compound that stands in the dictionary, as it is or restored."""
    if len(low) <= _MIN_PART:
        return None
    return low if is_listed(low) else _from_dictionary(low)


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


@lru_cache(maxsize=20_000)
def _from_dictionary(low: str) -> str | None:
    """The Swedish word this damaged one was; None when the word stands in the dictionary as it is. Not for
    words with a capital: a name that looks like a damaged word must not change."""
    if len(low) > _MAX_DICTIONARY_WORD or is_listed(low):
        return None
    return _cheapest(low, filter(_is_spelling, true_spellings(low)))


def _is_spelling(word: str) -> bool:
    """As `is_listed`, but not remembered: hundreds are asked for of one word and nearly none is one, and they
    would push the words that texts do have out of memory."""
    form, called, _ = known.__wrapped__(word)
    return form is not None or called is not None


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
