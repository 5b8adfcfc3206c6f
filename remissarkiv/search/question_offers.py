"""What a question asks for, and a Dnr may: the exact query, offered beside the words as they were typed."""

from collections.abc import Callable, Iterator, Sequence

from remissarkiv.assessments.names import folded, principle_names
from remissarkiv.domain import Offer, Span
from remissarkiv.language.lexicon import base_lexicon
from remissarkiv.query import Parsed, parse, tree
from remissarkiv.query.stopwords import is_stopword
from remissarkiv.search.question_grounds import grounded
from remissarkiv.search.understood import understood
from remissarkiv.search.words import QueryWords, wanted_leaves

MOST_NARROWING = 3
"""Offers of this sort that are made; each costs four counts at most."""

_AGAINST_BOARD = (
    "(instans:kommunstyrelsen ställningstagande:avstyrker)",
    '(instans:kommunfullmäktige beslut:(bifall ELLER "delvis bifall"))',
)
"""What the index holds of fullmäktige going against kommunstyrelsen: minutes in which it grants what
kommunstyrelsen is against. What it refuses although kommunstyrelsen was for it is not told apart there from
what both refuse in part."""

MOST_EITHER = 8
"""Words of a question any of which may be asked for, when no document has all."""

Finds = Callable[[str], int]
"""How many documents a query finds, within the caller's access and filters."""

_AROUND_WORDS = '.,;:!?"”“„»«()*'


def narrowing_offers(parsed: Parsed, finds: Finds) -> tuple[Offer, ...]:
    """The queries that a question means, the most exact first, and the whole ärende of a Dnr; only those that
    find something."""
    made: list[Offer] = []
    for alternatives in list(_queries(parsed))[:MOST_NARROWING]:
        for number, one in enumerate(alternatives):
            if one != parsed.text.strip() and (found := finds(one)):
                made += _with_its_years(parsed, alternatives[0] if number else one, one, found)
                break
    return tuple(made)


def _with_its_years(parsed: Parsed, asked: str, one: str, found: int) -> Iterator[Offer]:
    """An offer; before one that had to give up the years of the question, that nothing is of those years."""
    years = parsed.question.years if parsed.question else ()
    if any(year in asked.split() and year not in one.split() for year in years):
        yield Offer(_label(asked), asked, 0, narrows=True)
    yield Offer(_label(one), one, found, narrows=True)


def _queries(parsed: Parsed) -> Iterator[tuple[str, ...]]:
    """Each query with those to ask one after the other when it finds nothing."""
    leaves = list(wanted_leaves(parsed.tree))
    numbers = [leaf for leaf in leaves if isinstance(leaf, tree.DnrQ)]
    question = parsed.question
    if len(numbers) == 1:
        matter = f'ärende:"{numbers[0].dnr.value}"'
        if question is not None or len(leaves) == 1:
            yield (matter,)
        if question is not None and question.fields:
            yield (" ".join([matter, *question.fields]),)
    if question is None or numbers:
        return
    named = [place for place in (question.principle, question.body) if place]
    left_out = [*(place for _, place in named), *([question.mover] if question.mover else ())]
    words = list(_words(parsed, leaves, [*left_out, *question.concluding]))
    if question.against_board:
        against = " ".join([*_AGAINST_BOARD, *question.years])
        yield tuple(dict.fromkeys((" ".join([against, *words]), against)))
        return
    fields = list(question.fields)
    if question.body:
        name = question.body[0]
        fields.insert(0, f'instans:"{name}"' if " " in name else f"instans:{name}")
    if question.principle:
        name = question.principle[0]
        fields.insert(0, f'princip:"{name}"' if " " in name else f"princip:{name}")
    if fields and fields != list(question.years):
        for asked, about in grounded(fields, words, leaves, parsed.text):
            yield _lessening(asked, about, question.years)
    if question.years:
        asked_of = (list(_words(parsed, leaves)), _meaning(question.principle, words))
        yield tuple(" ".join([*question.years, *some]) for some in asked_of if some)


def _meaning(principle: tuple[str, Span] | None, words: Sequence[str]) -> list[str]:
    """Words that say what a principle is, for texts that do not call it by its name: `anknytning kommunen` of
    `lokaliseringsprincipen`; [] where they are several, or the name's own."""
    meant = principle_names().get(folded(principle[0]), ()) if principle else ()
    if principle is None or len(meant) != 1:
        return []
    said = [word for word in meant[0].value.split() if not is_stopword(word)]
    return [*said, *words] if not set(said) & set(principle[0].lower().split()) else []


def _lessening(fields: list[str], words: list[str], years: tuple[str, ...]) -> tuple[str, ...]:
    """A query of fields and words; then with the unsure, of any year, of any year with the unsure, and with
    any of the words."""
    with_unsure = [_unsure(field) for field in fields]
    any_year = [field for field in fields if field not in years]
    both = [_unsure(field) for field in any_year]
    either = [f"({' ELLER '.join(words)})"] if 1 < len(words) <= MOST_EITHER else words
    asked = (" ".join([*some, *words]) for some in (fields, with_unsure, any_year, both))
    return tuple(dict.fromkeys([*asked, " ".join([*fields, *either])]))


def _unsure(field: str) -> str:
    """The field with the unsure values too: `kompetens:"oavgjort?"`; years, kinds and who moved have none."""
    name, _, value = field.partition(":")
    if name in ("år", "typ", "parti", "motionär") or value == "*":
        return field
    bare = value.strip('"')
    return f'{name}:"{bare}?"'


def _words(parsed: Parsed, leaves: list[tree.Leaf], left_out: Sequence[Span] = ()) -> Iterator[str]:
    """What the question is about, as it was typed, but for some places."""
    for leaf in leaves:
        if any(leaf.span.overlaps(place) for place in left_out):
            continue
        if isinstance(leaf, tree.Word):
            word = leaf.text.strip(_AROUND_WORDS)
            if word and not is_stopword(word):
                yield word
        else:
            yield parsed.text[slice(*leaf.span)]


def _label(query: str) -> str:
    parsed = parse(query)
    pieces = understood(parsed, {}, QueryWords(parsed.tree, base_lexicon(), misread=False))
    return "Sök " + " · ".join(f"{piece.label.lower()}: {piece.value}" for piece in pieces)
