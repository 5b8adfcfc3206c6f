"""A query in plain Swedish, for the line under the search box."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from remissarkiv.citations import key_label
from remissarkiv.domain import Understood
from remissarkiv.labels import kind_label
from remissarkiv.query import Parsed, tree

IGNORED = "Utelämnat"
"""The label of stop words that are neither required nor scored."""

_FIELD_LABELS = {
    "namnd": "Nämnd",
    "kommun": "Kommun",
    "parti": "Parti",
    "motionar": "Motionär",
    "titel": "Titel",
}
_MOST_LAGRUM = 5
_MOST_VALUES = 3


def understood(parsed: Parsed, meant: Mapping[tree.Field, frozenset[str]]) -> tuple[Understood, ...]:
    """One entry for each thing that is required, in order; words that follow on each other share one.

    `meant` gives the values of the archive that a field was taken for: `nämnd:social` is "Socialnämnden".
    """
    query = _spelled_out(parsed.tree, meant)
    parts: Sequence[tree.Tree] = query.children if isinstance(query, tree.And) else (query,)
    entries: list[Understood] = []
    for part in parts:
        label, value = _describe(part)
        if label == "Ord" and entries and entries[-1].label == "Ord":
            entries[-1] = Understood(label, f"{entries[-1].value}, {value}")
        else:
            entries.append(Understood(label, value))
    if parsed.ignored:
        words = dict.fromkeys(word.text.lower() for word in parsed.ignored)
        entries.append(Understood(IGNORED, ", ".join(words)))
    return tuple(entries)


def _describe(node: tree.Tree) -> tuple[str, str]:
    match node:
        case tree.Word(text):
            return "Ord", text
        case tree.Prefix(text):
            return "Ord", f"{text}… (alla ord som börjar så)"
        case tree.Phrase(text):
            return "Fras", f"”{text}”"
        case tree.DnrQ(dnr):
            return "Dnr", dnr.value
        case tree.LagQ(keys):
            shown = [key_label(key) for key in keys[:_MOST_LAGRUM]]
            more = f" med flera ({len(keys)})" if len(keys) > _MOST_LAGRUM else ""
            return "Lagrum", " eller ".join(shown) + more
        case tree.Kinds(kinds):
            return "Typ", " eller ".join(kind_label(kind) for kind in kinds)
        case tree.YearRange(first, last):
            return "År", _years(first, last)
        case tree.Field(name, value):
            return _FIELD_LABELS[name], value
        case tree.All():
            return "Allt", "alla dokument"
        case tree.Not(child):
            return "Inte", _in_words(child)
        case tree.Or(children):
            labels = {_describe(child)[0] for child in children}
            if len(labels) == 1 and not labels & {"Inte", "Alla av"}:
                return labels.pop(), " eller ".join(_describe(child)[1] for child in children)
            return "Något av", " eller ".join(_in_words(child) for child in children)
        case tree.And(children):
            return "Alla av", " och ".join(_in_words(child) for child in children)


def _in_words(node: tree.Tree) -> str:
    """A part inside another: words and phrases as they are, the rest with its label."""
    label, value = _describe(node)
    if isinstance(node, tree.Or | tree.And):
        return f"({value})"
    return value if label in ("Ord", "Fras") else f"{label.lower()} {value}"


def _years(first: int | None, last: int | None) -> str:
    if first is None:
        return f"till och med {last}"
    if last is None:
        return f"från och med {first}"
    return str(first) if first == last else f"{first}–{last}"


def _spelled_out(node: tree.Tree, meant: Mapping[tree.Field, frozenset[str]]) -> tree.Tree:
    """The tree with the values of its fields as the archive spells them."""
    match node:
        case tree.And(children):
            return tree.And(tuple(_spelled_out(child, meant) for child in children))
        case tree.Or(children):
            return tree.Or(tuple(_spelled_out(child, meant) for child in children))
        case tree.Not(child):
            return tree.Not(_spelled_out(child, meant))
        case tree.Field() if meant.get(node):
            values = sorted(meant[node])
            more = f" med flera ({len(values)})" if len(values) > _MOST_VALUES else ""
            return replace(node, value=" eller ".join(values[:_MOST_VALUES]) + more)
        case _:
            return node
