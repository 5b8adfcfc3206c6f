"""From what a query means to what an engine is asked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from remissarkiv.assessments import pair
from remissarkiv.dnr import dnr_keys
from remissarkiv.domain import COLUMNS, WITH_UNSURE, Dnr, Problem
from remissarkiv.engines import interface as engine
from remissarkiv.language.tokens import fold_case
from remissarkiv.query import tree
from remissarkiv.query.years import EARLIEST, LATEST
from remissarkiv.search import weights
from remissarkiv.search.joined_words import joined_words
from remissarkiv.search.near_words import forms_near
from remissarkiv.search.values import values_meant
from remissarkiv.search.words import QueryWords, WordForms, forms_of, raw_prefix

NOTHING = engine.And(())

_TITLE_FIELD = "titel"
_COLUMN_NAMES = {
    "namnd": ("Ingen nämnd", "Nämnder"),
    "kommun": ("Ingen kommun", "Kommuner"),
    "parti": ("Inget parti", "Partier"),
    "motionar": ("Ingen motionär", "Motionärer"),
    "instans": ("Ingen instans", "Instanser"),
    "instans_any": ("Ingen instans", "Instanser"),
}
_SHOWN_VALUES = 6
PAIRS: tuple[set[str], ...] = (
    {"verdict", "principle"},
    {"verdict", "ground"},
    {"verdict", "instans"},
    {"principle", "ground"},
    {"principle", "instans"},
    {"ground", "instans"},
    {"stance", "instans"},
    {"outcome", "instans"},
)
"""Columns whose values one conclusion can have."""

KnownValues = Callable[[str], Sequence[str]]
"""The values of a column that the caller may see, commonest first."""


MatterIds = Callable[[Dnr], frozenset[str]]
"""The documents of every ärende that a Dnr is of, those that the caller may see."""


class Compiler:
    """Turns one query's tree into engine nodes, its words read by `words`.

    `meant` collects the archive's values that each field was taken for, `problems` the fields without any.
    """

    def __init__(self, known_values: KnownValues, matter_ids: MatterIds, words: QueryWords) -> None:
        self._known_values = known_values
        self._matter_ids = matter_ids
        self._words = words
        self.problems: list[Problem] = []
        self.meant: dict[tree.Field, frozenset[str]] = {}
        self._joined: Mapping[tree.Word, tuple[WordForms, ...]] = {}

    def compile(self, node: tree.Tree) -> engine.Node:
        """The engine's query for a tree; `tree.NOTHING` finds nothing."""
        self._joined = joined_words(node, self._words)
        return self._compiled(node)

    def _compiled(self, node: tree.Tree) -> engine.Node:
        match node:
            case tree.And(children):
                compiled = tuple(self._compiled(child) for child in children)
                return engine.And((*compiled, *self._in_one_breath(children)))
            case tree.Or(children):
                return engine.Or(tuple(self._compiled(child) for child in children))
            case tree.Not(child):
                return engine.Not(self._compiled(child))
            case tree.Word(text):
                compounds = self._joined.get(node, ())
                return all_of([_word(forms, compounds) for forms in self._words.forms(text)])
            case tree.Phrase(text):
                return _phrase(text)
            case tree.Prefix(text):
                return self._prefix(text)
            case tree.Wildcard(text):
                return _best(
                    [
                        engine.Wildcard("exact", text, weights.EXACT),
                        engine.Wildcard("title_exact", text, weights.TITLE_EXACT),
                    ]
                )
            case tree.Fuzzy(text, edits):
                return self._fuzzy(text, edits)
            case tree.Near(_, distance):
                forms_of_each = forms_near(node, self._words)
                return _best(
                    [
                        engine.Near("exact", forms_of_each, distance, weights.EXACT),
                        engine.Near("title_exact", forms_of_each, distance, weights.TITLE_EXACT),
                    ]
                )
            case tree.DnrQ(dnr, text, _, field):
                column = engine.In("dnr", frozenset(dnr_keys(dnr)[:1]))
                return column if field else engine.Or((column, _phrase(text)))
            case tree.HalfDnrQ(half):
                beginnings = [engine.Begins("dnr", beginning) for beginning in half.beginnings]
                return engine.Or((engine.In("dnr", frozenset(half.values)), *beginnings))
            case tree.LagQ(keys, text, _, _, spelled):
                column = engine.In("lagrum", frozenset(keys))
                return engine.Or((column, _phrase(text))) if spelled else column
            case tree.Kinds(kinds):
                return engine.In("kind", frozenset(kind.value for kind in kinds))
            case tree.ConcludedQ(column, values):
                return engine.In(WITH_UNSURE[column] if node.unsure else column, frozenset(values))
            case tree.MatterQ(dnr):
                return engine.Ids(self._matter_ids(dnr))
            case tree.YearRange(first, last):
                years = range(EARLIEST if first is None else first, (LATEST if last is None else last) + 1)
                return engine.In("year", frozenset(map(str, years)))
            case tree.DayRange(first_day, last_day):
                return engine.Days(first_day, last_day)
            case tree.Field():
                return self._field(node)
            case tree.All():
                return engine.Everything()

    def _in_one_breath(self, children: Sequence[tree.Tree]) -> Iterator[engine.Node]:
        """That values of what documents conclude, asked for together, are those of one conclusion: the nämnd
        that avstyrker, not one nämnd and another that does. A column that is asked for twice stands apart."""
        asked: dict[str, tuple[frozenset[str], bool]] = {}
        twice: set[str] = set()
        for child in children:
            found = self._concluded(child)
            if found is not None:
                column, values, unsure = found
                twice.update({column} & asked.keys())
                asked[column] = values, unsure
        for one, other in combinations([column for column in asked if column not in twice], 2):
            if {one, other} in PAIRS:
                unsure = asked[one][1] or asked[other][1]
                pairs = {pair((one, a), (other, b)) for a in asked[one][0] for b in asked[other][0]}
                yield engine.In("pair_any" if unsure else "pair", frozenset(pairs))

    def _concluded(self, node: tree.Tree) -> tuple[str, frozenset[str], bool] | None:
        """The column, the values and whether the unsure count, of a leaf for what documents conclude."""
        match node:
            case tree.ConcludedQ(column, values):
                return column, frozenset(values), node.unsure
            case tree.Field("instans" | "instans_any"):
                meant = self.meant.get(node)
                return ("instans", meant, node.name != "instans") if meant else None
            case _:
                return None

    def _field(self, field: tree.Field) -> engine.Node:
        if field.name == _TITLE_FIELD:
            return self._title(field)
        known = self._known_values(field.name)
        meant = values_meant(field.name, field.value, known)
        self.meant[field] = meant
        if not meant:
            self.problems.append(Problem(_no_such_value(field, known), field.span))
        return engine.In(field.name, meant or frozenset({field.value}))

    def _prefix(self, text: str) -> engine.Node:
        *before, last = forms_of(text)
        guises: list[engine.Node] = [
            engine.Prefix("exact", last, weights.EXACT),
            engine.Prefix("title_exact", last, weights.TITLE_EXACT),
        ]
        damaged = raw_prefix(last)
        if damaged is not None:
            guises.append(engine.Prefix("raw", damaged, weights.RAW))
        return all_of(
            [_word(forms) for word in before for forms in self._words.forms(word)] + [_best(guises)]
        )

    def _fuzzy(self, text: str, edits: int) -> engine.Node:
        """A word in any guise, and behind them what is some letters from it."""
        (forms,) = self._words.forms(text)
        near = [engine.Fuzzy(field, forms.form, edits, weights.SLIP) for field in ("exact", "title_exact")]
        return _raised(_best([*_guises(forms), *near]), forms)

    def _title(self, field: tree.Field) -> engine.Node:
        forms = forms_of(field.value)
        if not forms:
            return NOTHING
        if field.quoted:
            return engine.Phrase("title_exact", forms, weights.TITLE_EXACT)
        if "*" in field.value.rstrip("*") and len(field.value.split()) == 1:
            return engine.Wildcard("title_exact", fold_case(field.value), weights.TITLE_EXACT)
        if field.value.endswith("*"):
            return engine.Prefix("title_exact", forms[-1], weights.TITLE_EXACT)
        return all_of(
            [
                _best(
                    [
                        *(engine.Term("title_exact", one.form, weights.TITLE_EXACT) for one in word.guises),
                        *(engine.Term("title", key, weights.TITLE) for key in word.all_keys),
                    ]
                )
                for word in self._words.forms(field.value)
            ]
        )


def with_filters(query: engine.Node, filters: Mapping[str, Sequence[str]]) -> engine.Node:
    """The query within the chosen facets: any of the values of a column, all columns together. Columns
    that do not exist are no filter."""
    chosen = [engine.In(column, frozenset(filters[column])) for column in COLUMNS if filters.get(column)]
    return engine.And((query, *chosen)) if chosen else query


def all_of(nodes: list[engine.Node]) -> engine.Node:
    """All of the nodes; a single one stands alone."""
    return nodes[0] if len(nodes) == 1 else engine.And(tuple(nodes))


def _best(terms: list[engine.Node]) -> engine.Node:
    return engine.Best(tuple(dict.fromkeys(terms)))


def _word(word: WordForms, compounds: tuple[WordForms, ...] = ()) -> engine.Node:
    """A word in any guise; the compounds that it makes with its neighbours are guises of it."""
    return _raised(_best(_guises(word, compounds)), word, compounds)


def _raised(found: engine.Node, word: WordForms, compounds: tuple[WordForms, ...] = ()) -> engine.Node:
    """What was found by a word, worth more where a document states its own view with it."""
    keys = dict.fromkeys(key for one in (*word.guises, *compounds) for key in one.keys)
    stated = engine.Or(tuple(engine.Term("stated", key) for key in keys))
    return engine.Raised(found, stated, weights.STATED)


def _guises(word: WordForms, compounds: tuple[WordForms, ...] = ()) -> list[engine.Node]:
    guises: list[tuple[str, str, float]] = []
    for one in word.guises:
        guises += [("exact", one.form, weights.EXACT), ("title_exact", one.form, weights.TITLE_EXACT)]
        for key in one.keys:
            guises += [
                ("text", key, weights.TEXT),
                ("title", key, weights.TITLE),
                ("parts", key, weights.PARTS),
            ]
    for compound in compounds:
        for key in compound.keys:
            guises += [("text", key, weights.TEXT), ("title", key, weights.TITLE)]
    for one in (word, *compounds):
        guises += [("raw", key, weights.RAW) for key in one.raw]
    guises += [("raw", key, weights.RAW_FUZZY) for key in word.fuzzy]
    return [engine.Term(field, term, boost) for field, term, boost in guises]


def _phrase(text: str) -> engine.Node:
    forms = forms_of(text)
    if not forms:
        return NOTHING
    return _best(
        [
            engine.Phrase("exact", forms, weights.EXACT),
            engine.Phrase("title_exact", forms, weights.TITLE_EXACT),
        ]
    )


def _no_such_value(field: tree.Field, known: Sequence[str]) -> str:
    none, several = _COLUMN_NAMES[field.name]
    message = f"{none} i arkivet heter ”{field.value[:40]}”."
    if not known:
        return message
    more = " med flera" if len(known) > _SHOWN_VALUES else ""
    return f"{message} {several} som finns: {', '.join(known[:_SHOWN_VALUES])}{more}."
