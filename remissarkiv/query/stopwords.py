"""Which words of a query need not be in a document."""

from remissarkiv.language.stopwords import STOPWORDS
from remissarkiv.language.tokens import tokenize
from remissarkiv.query.tree import (
    And,
    ConcludedQ,
    DnrQ,
    Fuzzy,
    HalfDnrQ,
    LagQ,
    MatterQ,
    Near,
    Or,
    Phrase,
    Prefix,
    Tree,
    Wildcard,
    Word,
    joined,
)


def without_stopwords(tree: Tree) -> tuple[Tree, tuple[Word, ...]]:
    """The tree without the stop words that stand beside other words, and those words.

    `remiss till nämnd` asks for two words; `till` alone, in quotation marks, under `INTE` or as one side of
    `ELLER` was meant, and stays.
    """
    dropped: list[Word] = []
    return _thinned(tree, dropped), tuple(dropped)


def _thinned(tree: Tree, dropped: list[Word]) -> Tree:
    if isinstance(tree, Or):
        return Or(tuple(_thinned(child, dropped) for child in tree.children))
    if not isinstance(tree, And):
        return tree
    if any(_tells(child) for child in tree.children):
        dropped.extend(
            child for child in tree.children if isinstance(child, Word) and is_stopword(child.text)
        )
        kept = [child for child in tree.children if not (isinstance(child, Word) and is_stopword(child.text))]
    else:
        kept = list(tree.children)
    return joined([_thinned(child, dropped) for child in kept])


def _tells(tree: Tree) -> bool:
    """Whether a part of a query says by itself what is looked for."""
    if isinstance(tree, Word):
        return not is_stopword(tree.text)
    if isinstance(tree, Or | And):
        return any(_tells(child) for child in tree.children)
    telling = Phrase | Prefix | Wildcard | Fuzzy | Near | DnrQ | HalfDnrQ | LagQ | ConcludedQ | MatterQ
    return isinstance(tree, telling)


def is_stopword(text: str) -> bool:
    """Whether a word as typed is one of the stop words and nothing more."""
    tokens = [token.text for token in tokenize(text)]
    return bool(tokens) and all(token in STOPWORDS for token in tokens)
