"""Which words is a Swedish compound made of?

split(word)             the parts as they stand in the word: `skatte`, `utjämnings`, `systemet`
compound_parts(word)    the words it is found by: `skatt`, `utjämning`, `systemet`, `skatteutjämning` …
joined(first, last)     the compounds that two words may make
"""

from remissarkiv.language.compounds.joining import joined
from remissarkiv.language.compounds.parts import compound_parts
from remissarkiv.language.compounds.split import split

__all__ = ["compound_parts", "joined", "split"]
