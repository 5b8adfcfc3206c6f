"""Which words is a Swedish compound made of?

split(word)     the parts as they stand in the word: `skatte`, `utjämnings`, `systemet`
"""

from remissarkiv.language.compounds.split import split

__all__ = ["split"]
