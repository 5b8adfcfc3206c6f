"""What a document is about, as words and phrases that a person may want to search for.

A word tells the more of a document, the oftener it stands there and the rarer it is in Swedish (tf·idf, with
the base lexicon for idf, so that the topics of a document do not depend on which others there are). Names of
people and places are no topics.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress, islice
from typing import NamedTuple

from remissarkiv.domain import Document
from remissarkiv.language.compounds import split
from remissarkiv.language.dictionary import cost, lemma
from remissarkiv.language.parts import own_and_part_keys
from remissarkiv.language.stopwords import STOPWORDS
from remissarkiv.language.telling import WrittenWords, is_telling, names_among, word_runs, written_words
from remissarkiv.matters.subject import title_subject

MOST_WORDS = 16
MOST_PHRASES = 10
"""So many of its text's words and phrases are a document's topics, beside those of its title."""

LONGEST_TEXT = 40_000
"""Characters of a document that are read for topics: what it is about stands early and often."""

_LONGEST_TITLE = 300
_SHORTEST = 4
_TELLING = 9.0
"""The cost (`lexicon.Word.cost`) from which a word tells something: about one word in 8 000."""

_PHRASE_TELLING = 8.0
_UNKNOWN = 17.0
_REPEATED = 2
_LONGEST_PHRASE = 4
_ADJECTIVE = re.compile(
    r"\w+(?:lig|isk|ig|sam)|(?:kommun|region|soci|digit)al|(?:nation|individu|speci|aktu)ell"
)
"""Adjectives are topics only with what they are said of: `juridisk rådgivning`."""

_LINKS = frozenset("och i av för till på mot med om vid".split())
"""What may stand between two words of a phrase: `stöd till enskilda`, `våld i nära relationer`."""


class Topic(NamedTuple):
    """A word or phrase as it is shown, and what other forms of the same have in common with it."""

    shown: str
    family: str


def topics_of(document: Document) -> tuple[tuple[Topic, ...], tuple[Topic, ...]]:
    """The topics of a document's title, and those of its text that the title does not have; each once."""
    sound = not document.damaged
    of_title = dict.fromkeys(_title_topics(document.title))
    words = written_words(document.own_text[:LONGEST_TEXT])
    forms = Counter(words.forms)
    keys = {form: _key(form) for form in forms if form not in STOPWORDS}
    totals: dict[str, int] = {}
    for form, key in keys.items():
        totals[key] = totals.get(key, 0) + forms[form]
    families: dict[str, list[str]] = {}
    for form, key in keys.items():
        # Most words stand once; the lexicon need not be asked how rare they are.
        if totals[key] >= _REPEATED:
            families.setdefault(key, []).append(form)
    repeated = {form: key for key, family in families.items() for form in family}
    ranked: list[tuple[float, str]] = []
    for key, family in families.items():
        form = max(family, key=lambda one: (forms[one], -len(one))) if len(family) > 1 else family[0]
        worth = _cost(form)
        if worth >= _TELLING and is_telling(form, sound=sound):
            ranked.append((-totals[key] * worth, form))
    names = words.names()
    likely = (_single(form) for _, form in sorted(ranked)[: 2 * MOST_WORDS] if form not in names)
    of_text = dict.fromkeys(islice(filter(None, likely), MOST_WORDS))
    of_text.update(dict.fromkeys(_phrases(words, repeated, names, sound=sound)))
    return tuple(of_title), tuple(topic for topic in of_text if topic not in of_title)


def word_topic(form: str) -> Topic:
    """The topic that a word in lower case is a form of: its dictionary form, for a compound that of its last
    part (`medborgarkontoret` gives `medborgarkontor`)."""
    family = _key(form)
    known = lemma(form)
    if known is None:
        *firsts, last = split(form)
        known_last = lemma(last) if firsts else None
        known = "".join((*firsts, known_last)) if known_last else form
    return Topic(known if len(known) >= _SHORTEST else form, family)


@lru_cache(maxsize=20_000)
def _single(form: str) -> Topic | None:
    """The topic of a word that is one by itself; None for an adjective."""
    topic = word_topic(form)
    return None if _ADJECTIVE.fullmatch(topic.shown) else topic


def _cost(form: str) -> float:
    known = cost(form)
    return _UNKNOWN if known is None else known


def _title_topics(title: str) -> Iterator[Topic]:
    """The words and phrases of a title's subject; of `Motion om att inrätta ett kompetenscenter mot
    transnationellt förtryck` among others `kompetenscenter` and `transnationellt förtryck`."""
    subject = title_subject(title[:_LONGEST_TITLE])
    for run in word_runs(subject):
        names = names_among([run])
        for word in run:
            if word.form in names or not is_telling(word.form):
                continue
            if topic := _single(word.form):
                yield topic
        for phrase in _candidates([word.form for word in run]):
            if _holds(phrase, names):
                yield Topic(" ".join(phrase), _family(phrase))


def _phrases(
    words: WrittenWords, repeated: Mapping[str, str], names: frozenset[str], *, sound: bool
) -> list[Topic]:
    """The phrases that a text repeats, those that tell most first. `repeated` has the words that it repeats,
    each with what its forms have in common."""
    keys = {**repeated, **{link: _key(link) for link in _LINKS}}
    found = Counter(_repeated_phrases(words, repeated, keys))
    families = {forms: " ".join(map(keys.__getitem__, forms)) for forms in found}
    together: Counter[str] = Counter()
    for forms, times in found.items():
        together[families[forms]] += times
    ranked = []
    shown: set[str] = set()
    for forms, _ in found.most_common():
        family = families[forms]
        times = together[family]
        if times < _REPEATED or family in shown:
            continue
        shown.add(family)
        telling = [form for form in forms if form not in _LINKS]
        if any(form in names or not is_telling(form, sound=sound) for form in (forms[0], forms[-1])):
            continue
        worth = max(map(_cost, telling))
        if worth >= _PHRASE_TELLING:
            ranked.append((-times * worth * len(telling), forms))
    chosen = [forms for _, forms in sorted(ranked)[:MOST_PHRASES]]
    return [Topic(" ".join(forms), families[forms]) for forms in chosen]


def _repeated_phrases(
    words: WrittenWords, repeated: Container[str], keys: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """Stretches as `_candidates` has them, of words that have `keys` and end with such as are `repeated`;
    only such stretches as may be repeated: of one that is, all neighbours stand beside each other twice."""
    forms = words.forms
    known = list(map(keys.get, forms))
    beside = [
        (first, second) if first and second and joined else None
        for first, second, joined in zip(known, known[1:], words.joined[1:], strict=False)
    ]
    times = Counter(beside)
    times[None] = 0
    may = [times[pair] >= _REPEATED for pair in beside]
    for start in compress(range(len(may)), may):
        if forms[start] not in repeated:
            continue
        for end in range(start + 2, min(start + _LONGEST_PHRASE, len(forms)) + 1):
            if not may[end - 2]:
                break
            if forms[end - 1] in repeated:
                yield tuple(forms[start:end])


def _candidates(run: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Stretches of two to four words that begin and end with a word of their own; what stands between is of
    the same kind, or one that links."""
    own = [word not in STOPWORDS for word in run]
    for start, begins in enumerate(own):
        if not begins:
            continue
        for end in range(start + 2, min(start + _LONGEST_PHRASE, len(run)) + 1):
            if own[end - 1]:
                yield tuple(run[start:end])
            elif run[end - 1] not in _LINKS:
                break


def _holds(phrase: Sequence[str], names: frozenset[str]) -> bool:
    return all(form in _LINKS or (form not in names and is_telling(form)) for form in phrase)


def _family(forms: Sequence[str]) -> str:
    """What the forms of a phrase have in common."""
    return " ".join(_key(form) for form in forms)


def _key(form: str) -> str:
    """What the forms of a word have in common: the surest of its keys. Asked for together with those of its
    parts, which whoever stored the document has asked for a moment ago."""
    return own_and_part_keys(form)[0][-1]
