"""A query in plain Swedish, for the line under the search box."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from remissarkiv.domain import Understood
from remissarkiv.labels import CONCLUSION_FIELDS, kind_label
from remissarkiv.query import Parsed, tree
from remissarkiv.query.conclusions import column_values
from remissarkiv.search.described import described_half, described_lagrum
from remissarkiv.search.words import QueryWords, leaves

IGNORED = "Utelämnat"
"""The label of stop words that are neither required nor scored."""

_FIELD_LABELS = {
    "namnd": "Nämnd",
    "kommun": "Kommun",
    "parti": "Parti",
    "motionar": "Motionär",
    "titel": "Titel",
    "instans": "Instans",
    "instans_any": "Instans",
    "ground": "Grund",
    **CONCLUSION_FIELDS,
}
AFTER_WORDS = "?!.,;:"
"""Signs at the end of a sentence, which are no part of its last word."""

_MOST_VALUES = 3
_MOST_UNKNOWN = 3

_INFLECTED = "i alla böjningar, också som del av sammansatta ord"
_INFLECTED_ALONE = "i alla böjningar"
_AS_IT_STANDS = "precis så, utan böjningar"


def understood(
    parsed: Parsed, meant: Mapping[tree.Field, frozenset[str]], words: QueryWords
) -> tuple[Understood, ...]:
    """One entry for each thing that is required, in order; words that follow on each other share one.

    `meant` gives the values of the archive that a field was taken for: `nämnd:social` is "Socialnämnden";
    `words` how each word is looked for.
    """
    entries: list[Understood] = []
    together: list[tree.Tree] = []
    for part in parsed.tree.children if isinstance(parsed.tree, tree.And) else (parsed.tree,):
        label, value = _describe(_spelled_out(part, meant, words))
        if label == "Ord" and entries and entries[-1].label == "Ord":
            together.append(part)
            entries[-1] = Understood(label, f"{entries[-1].value}, {value}", _note(together, words))
        else:
            together = [part]
            as_words = _as_words(part, parsed.text)
            entries.append(Understood(label, value, _note(together, words), as_words, _identifiers(part)))
    if parsed.ignored:
        ignored = dict.fromkeys(word.text.lower().strip("?!.,") for word in parsed.ignored)
        entries.append(Understood(IGNORED, ", ".join(ignored)))
    return tuple(entries)


def _note(parts: Sequence[tree.Tree], words: QueryWords) -> str:
    """In which forms the words of some parts are looked for; nothing of what is excluded."""
    if isinstance(parts[0], tree.Not):
        return ""
    asked = [leaf for part in parts for leaf in leaves(part)]
    inflected = [leaf.text for leaf in asked if isinstance(leaf, tree.Word | tree.Fuzzy)]
    if not inflected and any(isinstance(leaf, tree.Near) for leaf in asked):
        exact = all(leaf.exact for leaf in asked if isinstance(leaf, tree.Near))
        return _AS_IT_STANDS if exact else _INFLECTED_ALONE
    if not inflected:
        return _AS_IT_STANDS if any(isinstance(leaf, tree.Phrase) for leaf in asked) else ""
    unknown = [text for text in inflected if any(forms.raw for forms in words.forms(text))]
    if not unknown:
        return _INFLECTED
    if len(unknown) == len(asked):
        return f"{_INFLECTED}; även felläst i skannade sidor"
    named = ", ".join(f"”{text}”" for text in unknown[:_MOST_UNKNOWN])
    return f"{_INFLECTED}; {named} även felläst i skannade sidor"


def _as_words(part: tree.Tree, text: str) -> str:
    """The query with a Dnr or lagrum that was recognised among words put in quotation marks."""
    leaf = part.children[0] if isinstance(part, tree.Or) else part
    if not isinstance(leaf, tree.DnrQ | tree.HalfDnrQ | tree.LagQ) or leaf.field:
        return ""
    if isinstance(part, tree.Or) and any(getattr(one, "span", None) != leaf.span for one in part.children):
        return ""
    begin, end = leaf.span
    return f'{text[:begin]}"{text[begin:end]}"{text[end:]}'.strip()


def _identifiers(part: tree.Tree) -> tuple[str, ...]:
    """Which of "Dnr" and "Lagrum" a part holds, under `INTE` too."""
    asked = list(leaves(part))
    diaries = any(isinstance(leaf, tree.DnrQ | tree.HalfDnrQ) for leaf in asked)
    laws = any(isinstance(leaf, tree.LagQ) for leaf in asked)
    return ("Dnr",) * diaries + ("Lagrum",) * laws


def _describe(node: tree.Tree) -> tuple[str, str]:
    match node:
        case tree.Word(text):
            return "Ord", text.rstrip(AFTER_WORDS) or text
        case tree.Prefix(text):
            return "Ord", f"{text}… (alla ord som börjar så)"
        case tree.Wildcard(text):
            return "Ord", f"{text} (alla ord som passar)"
        case tree.Fuzzy(text, edits):
            return "Ord", f"{text} ({'även två bokstäver' if edits > 1 else 'även en bokstav'} fel)"
        case tree.Near(words, distance):
            return "Nära varandra", f"{_listed(words)} ({_between(distance)})"
        case tree.Phrase(text):
            return "Fras", f"”{text}”"
        case tree.DnrQ(dnr):
            return "Dnr", dnr.value
        case tree.HalfDnrQ(half):
            return "Dnr", described_half(half)
        case tree.LagQ(keys):
            return "Lagrum", described_lagrum(keys)
        case tree.Kinds(kinds):
            return "Typ", " eller ".join(kind_label(kind) for kind in kinds)
        case tree.ConcludedQ(column, values):
            some = _concluded(column, values)
            return _FIELD_LABELS[column], f"{some}, även osäkra" if node.unsure else some
        case tree.MatterQ(dnr):
            return "Ärende", f"alla handlingar i {dnr.value}"
        case tree.YearRange(first, last):
            return "År", _years(first, last)
        case tree.DayRange(first_day, last_day):
            return "Datum", _days(first_day, last_day)
        case tree.Field(name, value):
            return _FIELD_LABELS[name], f"{value}, även osäkra" if name == "instans_any" else value
        case tree.All():
            return "Allt", "alla dokument"
        case tree.Not(child):
            return "Inte", _in_words(child)
        case tree.Or(children):
            # Each child is described once: twice at every level would be 2 to the depth of the parentheses.
            described = [_describe(child) for child in children]
            labels = {label for label, _ in described}
            if len(labels) == 1 and not labels & {"Inte", "Alla av"}:
                return labels.pop(), " eller ".join(value for _, value in described)
            return "Något av", " eller ".join(
                _worded(child, *said) for child, said in zip(children, described, strict=True)
            )
        case tree.And(children):
            return "Alla av", " och ".join(_in_words(child) for child in children)


def _in_words(node: tree.Tree) -> str:
    """A part inside another: words and phrases as they are, the rest with its label."""
    return _worded(node, *_describe(node))


def _worded(node: tree.Tree, label: str, value: str) -> str:
    if isinstance(node, tree.Or | tree.And):
        return f"({value})"
    return value if label in ("Ord", "Fras") else f"{label.lower()} {value}"


def _concluded(column: str, values: tuple[str, ...]) -> str:
    if column == "ground":
        return described_lagrum(values)
    return "vilken som helst" if len(values) == len(column_values(column)) else " eller ".join(values)


def _listed(words: Sequence[str]) -> str:
    *before, last = (word.rstrip(AFTER_WORDS) for word in words)
    return f"{', '.join(before)} och {last}"


def _between(distance: int) -> str:
    if not distance:
        return "intill varandra, i vilken ordning som helst"
    return f"högst {distance} ord emellan, i vilken ordning som helst"


def _days(first: date | None, last: date | None) -> str:
    if first is None:
        return f"till och med {last}" if last else "alla daterade"
    if last is None:
        return f"från och med {first}"
    return str(first) if first == last else f"{first}–{last}"


def _years(first: int | None, last: int | None) -> str:
    if first is None:
        return f"till och med {last}"
    if last is None:
        return f"från och med {first}"
    return str(first) if first == last else f"{first}–{last}"


def _spelled_out(node: tree.Tree, meant: Mapping[tree.Field, frozenset[str]], words: QueryWords) -> tree.Tree:
    """The tree with the values of its fields, and its words, as the archive spells them."""
    match node:
        case tree.And(children):
            return tree.And(tuple(_spelled_out(child, meant, words) for child in children))
        case tree.Or(children):
            return tree.Or(tuple(_spelled_out(child, meant, words) for child in children))
        case tree.Not(child):
            return tree.Not(_spelled_out(child, meant, words))
        case tree.Field() if meant.get(node):
            values = sorted(meant[node])
            more = f" med flera ({len(values)})" if len(values) > _MOST_VALUES else ""
            return replace(node, value=" eller ".join(values[:_MOST_VALUES]) + more)
        case tree.Field("titel", value) if not node.quoted:
            return replace(node, value=words.shown(value))
        case tree.Word(text):
            return replace(node, text=words.shown(text))
        case _:
            return node
