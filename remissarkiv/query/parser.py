"""The query language: words, phrases, fields, operators and parentheses, read leniently.

    query   = or
    or      = and { (ELLER | OR) and }
    and     = not { [OCH | AND] not }
    not     = { INTE | NOT } near
    near    = atom { NÄRA[/n] atom }
    atom    = word | word* | w*rd | w?rd | word~[n] | "phrase" | "phrase"~[n] | field:value | field:( or )
            | ( or ) | Dnr | citation | *

`OCH` binds tighter than `ELLER`. A hyphen before a word means nothing: pasted lists have them. Whatever
cannot be read as written becomes a `Problem` and the most sensible reading that finds at least as much.
"""

from dataclasses import dataclass
from functools import lru_cache

from remissarkiv.acts import Register, register_in_use
from remissarkiv.domain import Problem, Span
from remissarkiv.language.tokens import tokenize
from remissarkiv.query import problems
from remissarkiv.query.fields import FieldSpec, Value, field_names
from remissarkiv.query.lagrum import without_act
from remissarkiv.query.lexer import NO_NUMBER, Piece, Sort, pieces
from remissarkiv.query.limits import MAX_DEPTH, MAX_LENGTH, MAX_NEAR, MAX_OPEN, within_limits
from remissarkiv.query.open_words import read_open_word
from remissarkiv.query.pasted import Cleaned, cleaned
from remissarkiv.query.proximity import anywhere, phrase_near, words_near
from remissarkiv.query.questions import Question, read_question, without_asking
from remissarkiv.query.stopwords import without_stopwords
from remissarkiv.query.tree import (
    NOTHING,
    All,
    Fuzzy,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Tree,
    Wildcard,
    Word,
    joined,
)

_QUOTES = '"”“„»«'
_NOTHING_READ = Cleaned("")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query as understood. `ignored` are the stop words, and in a `question` the words of asking, that are
    neither required nor scored.

    `text` is the query as it was read, without signs that are not seen. The spans of the tree point into it,
    those of the problems into the query as typed; `read` has the way back.
    """

    tree: Tree
    problems: tuple[Problem, ...] = ()
    ignored: tuple[Word, ...] = ()
    read: Cleaned = _NOTHING_READ
    question: Question | None = None

    @property
    def text(self) -> str:
        """The query as it was read."""
        return self.read.text


def parse(text: str) -> Parsed:
    """Read a query. Never raises; what could not be taken as written is in `problems`, in order of place."""
    return _parsed(text, register_in_use())


@lru_cache(maxsize=64)
def _parsed(text: str, _register: Register) -> Parsed:
    """A page asks several times what the same query means; which acts there are is the register's to say."""
    read = cleaned(text)
    parser = _Parser(read.text)
    tree = parser.parse()
    parser.tell_of_provisions_without_act()
    question = read_question(read.text, tree) if parser.is_plain else None
    tree, asking = without_asking(tree, question)
    tree, ignored = without_stopwords(tree)
    ignored = tuple(sorted((*asking, *ignored), key=lambda word: word.span))
    # A sentence that is true of several places is said once, of the first.
    first: dict[str, Problem] = {}
    for problem in sorted(parser.problems, key=lambda problem: problem.span):
        first.setdefault(problem.message, Problem(problem.message, read.back(problem.span)))
    return Parsed(tree, tuple(first.values()), ignored, read, question)


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.problems: list[Problem] = []
        self.at = 0
        self.depth = 0
        self.skipped = 0
        """Opening parentheses too deep to follow, whose closing ones are to be skipped as well."""
        self.open_words = 0
        """How many words there were so far that stand for many."""
        self.nears = 0
        """How many places there were so far with words near each other."""
        self.spec: FieldSpec | None = None
        """The field before the parenthesis we are in: `typ:(motion ELLER remiss)`."""
        if len(text) > MAX_LENGTH:
            self._problem(problems.too_long(MAX_LENGTH), Span(MAX_LENGTH, len(text)))
        self.pieces = within_limits(pieces(text[:MAX_LENGTH]), len(text), self.problems)

    @property
    def is_plain(self) -> bool:
        """Whether the query is words, Dnr and lagrum alone: nothing of the query language is used."""
        return all(piece.sort in (Sort.WORD, Sort.IDENTIFIER) for piece in self.pieces)

    def _problem(self, message: str, span: Span) -> None:
        self.problems.append(Problem(message, span))

    def _peek(self) -> Piece | None:
        return self.pieces[self.at] if self.at < len(self.pieces) else None

    def _next_is(self, sort: Sort, text: str | None = None) -> bool:
        piece = self._peek()
        return piece is not None and piece.sort is sort and text in (None, piece.text)

    def parse(self) -> Tree:
        tree = self._or()
        if tree == NOTHING:
            self._problem(problems.nothing_to_search(), Span(0, len(self.text)))
        return tree

    def tell_of_provisions_without_act(self) -> None:
        """`2 kap. 1 §` among words is words: which act is meant is asked for."""
        if "§" not in self.text or any(piece.sort is not Sort.WORD for piece in self.pieces):
            return
        for span in without_act(self.text[:MAX_LENGTH])[:1]:
            self._problem(problems.lagrum_without_act(self.text[slice(*span)]), span)

    def _or(self) -> Tree:
        sides: list[Tree] = []
        pending: Piece | None = None
        while True:
            side = self._and()
            if side == NOTHING and pending is not None:
                self._dangling(pending)
            elif side != NOTHING:
                sides.append(side)
            if not self._next_is(Sort.OPERATOR, "OR"):
                break
            operator = self.pieces[self.at]
            self.at += 1
            if side == NOTHING:
                self._dangling(operator)
                pending = None
            else:
                pending = operator
        if not sides:
            return NOTHING
        return sides[0] if len(sides) == 1 else Or(tuple(sides))

    def _and(self) -> Tree:
        """Everything up to `ELLER`, the closing parenthesis we wait for, or the end."""
        parts: list[Tree] = []
        pending: Piece | None = None
        while (piece := self._peek()) is not None:
            if piece.sort is Sort.CLOSE and self.depth and not self.skipped:
                break
            if piece.sort is Sort.OPERATOR and piece.text == "OR":
                break
            self.at += 1
            if piece.sort is Sort.OPERATOR and piece.text == "AND":
                if pending is not None or not parts:
                    self._dangling(piece)
                else:
                    pending = piece
                continue
            part = self._not(piece)
            if part != NOTHING:
                parts.append(part)
                pending = None
        if pending is not None:
            self._dangling(pending)
        return joined(parts)

    def _dangling(self, operator: Piece) -> None:
        self._problem(problems.dangling(self.text[slice(*operator.span)]), operator.span)

    def _not(self, piece: Piece) -> Tree:
        negations: list[Piece] = []
        while piece.sort is Sort.OPERATOR and piece.text == "NOT":
            negations.append(piece)
            following = self._peek()
            ends = following is None or following.sort is Sort.CLOSE
            if following is None or ends or (following.sort is Sort.OPERATOR and following.text != "NOT"):
                for negation in negations:
                    self._dangling(negation)
                return NOTHING
            self.at += 1
            piece = following
        part = self._near(piece)
        return Not(part) if len(negations) % 2 and part != NOTHING else part

    def _near(self, piece: Piece) -> Tree:
        """A part by itself, or with those that `NÄRA` joins to it; the largest distance counts for all."""
        parts = [self._atom(piece)]
        distance, last = NO_NUMBER, piece
        while self._next_is(Sort.OPERATOR, "NEAR"):
            operator = self.pieces[self.at]
            self.at += 1
            following = self._peek()
            if following is None or following.sort in (Sort.OPERATOR, Sort.CLOSE) or parts == [NOTHING]:
                self._dangling(operator)
                continue
            self.at += 1
            parts.append(self._atom(following))
            distance = max(distance, NO_NUMBER if operator.distance is None else operator.distance)
            last = following
        if len(parts) == 1:
            return parts[0]
        span = Span(piece.span.start, last.span.end)
        return self._near_or_not(words_near(parts, distance, span), span)

    def _near_or_not(self, reading: tuple[Tree, tuple[str, ...]], span: Span) -> Tree:
        """What words near each other were read as; beyond the limit of how often, the words anywhere."""
        tree, told = reading
        for message in told:
            self._problem(message, span)
        if not isinstance(tree, Near):
            return tree
        self.nears += 1
        if self.nears <= MAX_NEAR:
            return tree
        self._problem(problems.too_many_nears(MAX_NEAR), span)
        return anywhere(tree)

    def _atom(self, piece: Piece) -> Tree:
        match piece.sort:
            case Sort.OPEN:
                return self._group(piece, self.spec)
            case Sort.CLOSE:
                if self.skipped:
                    self.skipped -= 1
                else:
                    self._problem(problems.stray_parenthesis(), piece.span)
                return NOTHING
            case Sort.OPERATOR:
                self._dangling(piece)
                return NOTHING
            case Sort.STRAY_QUOTE:
                self._problem(problems.unclosed_quote(), piece.span)
                return NOTHING
            case Sort.UNKNOWN_FIELD:
                self._problem(problems.unknown_field(piece.text, field_names()), piece.span)
                return self._words(piece.text, piece.span)
            case Sort.FIELD:
                return self._field(piece)
            case Sort.IDENTIFIER if self.spec is None and piece.tree is not None:
                for told in piece.told:
                    self._problem(told, piece.span)
                return piece.tree
            case Sort.PHRASE:
                return self._phrase(piece)
            case _:
                if self.spec is not None:
                    return self._value(self.spec, Value(piece.text, piece.span, quoted=False))
                return self._words(piece.text, piece.span)

    def _group(self, piece: Piece, spec: FieldSpec | None) -> Tree:
        if self.depth >= MAX_DEPTH:
            self.skipped += 1
            self._problem(problems.too_deep(MAX_DEPTH), piece.span)
            return NOTHING
        outer = self.spec
        self.spec, self.depth = spec, self.depth + 1
        before = self.at
        tree = self._or()
        empty = self.at == before
        self.spec, self.depth = outer, self.depth - 1
        if self._next_is(Sort.CLOSE):
            closing = self.pieces[self.at].span
            self.at += 1
            if empty:
                self._problem(problems.empty_parenthesis(), Span(piece.span.start, closing.end))
        else:
            self._problem(problems.unclosed_parenthesis(), piece.span)
        return tree

    def _field(self, piece: Piece) -> Tree:
        spec = piece.spec
        if spec is None:
            return NOTHING
        if piece.grouped:
            opening = self.pieces[self.at]
            self.at += 1
            return self._group(opening, spec)
        if piece.value is None:
            self._problem(problems.empty_value(piece.text, spec.example), piece.span)
            return NOTHING
        start = piece.value.span.start
        if not piece.value.quoted and self.text[start - 1] in _QUOTES:
            self._problem(problems.unclosed_quote(), Span(start - 1, start))
        return self._value(spec, piece.value)

    def _value(self, spec: FieldSpec, value: Value) -> Tree:
        reading = spec.read(value)
        if reading.problem is not None:
            self._problem(reading.problem, value.span)
        return self._words(value.text, value.span) if reading.tree is None else reading.tree

    def _phrase(self, piece: Piece) -> Tree:
        if self.spec is not None:
            return self._value(self.spec, Value(piece.text, piece.span, quoted=True))
        if next(tokenize(piece.text), None) is None:
            return NOTHING
        if piece.distance is not None:
            return self._near_or_not(phrase_near(piece.text, piece.distance, piece.span), piece.span)
        return Phrase(" ".join(piece.text.split()), piece.span)

    def _words(self, text: str, span: Span) -> Tree:
        """The words of a piece of text; signs alone (`-`, `§`) ask for nothing."""
        if text == "*":
            return All(span)
        return joined([part for word in text.split() if (part := self._word(word, span)) != NOTHING])

    def _word(self, word: str, span: Span) -> Tree:
        tokens = [token.text for token in tokenize(word)]
        if not tokens:
            return NOTHING
        opened = read_open_word(word, span)
        if opened is None:
            return Word(word, span)
        if opened.problem is not None:
            self._problem(opened.problem, span)
        if isinstance(opened.tree, Prefix | Wildcard | Fuzzy):
            self.open_words += 1
            if self.open_words > MAX_OPEN:
                self._problem(problems.too_many_open(MAX_OPEN), span)
                return Word(tokens[0], span)
        return opened.tree
