"""The dictionary forms of Swedish words, as simplemma's dictionary has them, and how rare the words are."""

from functools import lru_cache

from remissarkiv.language.word_trie import Known, word_trie

_APOSTROPHES = str.maketrans("’ʼ", "''")


@lru_cache(maxsize=50_000)
def known(word: str) -> Known:
    """What `word_trie.Known` tells of a word in lower case.

    A word that has forms of its own (`sporten`) is its own dictionary form, though simplemma has `sport`
    under `sporta`.
    """
    found = word_trie().get(word)
    if "’" in word or "ʼ" in word:
        other = word_trie().get(word.translate(_APOSTROPHES))
        return (other[0], other[1], found[2])
    return found


def lemma(word: str) -> str | None:
    """The dictionary form of a word in lower case; None for a name and for a word that is not known."""
    return known(word)[0]


def name(word: str) -> str | None:
    """The dictionary form, in lower case, of a word (lower case) that is known as a name alone: `fredriks`
    gives `fredrik`; None for others."""
    return known(word)[1]


def is_listed(word: str) -> bool:
    """Whether the dictionary has a word (lower case), as a word or as a name."""
    form, called, _ = known(word)
    return form is not None or called is not None


def cost(word: str) -> float | None:
    """How rare a word (lower case) is in Swedish, as `base_lexicon().cost` has it; None for one that is not
    there."""
    return known(word)[2]
