"""What lies beside a query, offered and never mixed in: what an older act said, the whole of a §, the number
of a Dnr in other diaries.

An offer is a query of its own, in the language of the search box: it can be read, changed, saved and sent. It
is made only when the caller finds something by it that she does not find by her own.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from remissarkiv.acts import (
    Known,
    act,
    acts_named,
    known,
    newer_counterparts,
    older_counterparts,
    predecessors,
    successors,
)
from remissarkiv.citations import act_of, key_ancestors, key_label, provision_of
from remissarkiv.dnr import dnr_keys, parse_half
from remissarkiv.domain import Offer, Span
from remissarkiv.query import Parsed, parse, tree
from remissarkiv.query.act_slips import mended
from remissarkiv.query.fields import field_named
from remissarkiv.query.lagrum import read_lagrum
from remissarkiv.search.described import described_half
from remissarkiv.search.words import leaves

MOST_ASKED = 8
"""Offers that are counted; each costs one count."""

MOST_OFFERS = 4
"""Offers that are made."""

MOST_LEAVES = 3
"""Dnr and lagrum of a query that are looked beside."""

LONGEST_QUERY = 300
"""Characters; every offer is read again, and nobody sends such an address."""

_MOST_KEYS = 6
_MOST_READ = 20
_LONGEST = 80
_FIELD = re.compile(r"([^\W\d_]{1,30}):\s{0,10}\Z")
_NUMBER = re.compile(r"[0-9]{4}:[0-9]")
_LONE_NUMBER = re.compile(r"((?:19|20)[0-9]{2}):0{0,4}([1-9][0-9]{0,4})")

Beyond = Callable[[tree.Tree], int]
"""How many documents a query finds that the person's own does not, within her access and filters."""


@dataclass(frozen=True, slots=True)
class _Proposal:
    """An offer before it is known whether it finds anything: `keys` beside those asked for, or `query`."""

    label: str
    query: str


def offers(parsed: Parsed, beyond: Beyond) -> tuple[Offer, ...]:
    """The offers beside a query, the nearest first; () when there is nothing more to find."""
    if len(parsed.text) > LONGEST_QUERY:
        return ()
    made: list[Offer] = []
    seen = {parsed.text.strip()}
    asked = 0
    for proposal in _proposals(parsed):
        if proposal.query in seen:
            continue
        seen.add(proposal.query)
        if asked == MOST_ASKED or len(made) == MOST_OFFERS:
            break
        asked += 1
        more = beyond(parse(proposal.query).tree)
        if more:
            made.append(Offer(proposal.label, proposal.query, more))
    return tuple(made)


def _proposals(parsed: Parsed) -> Iterator[_Proposal]:
    wanted = list(_wanted(parsed.tree))
    identifiers = [leaf for leaf in wanted if isinstance(leaf, tree.LagQ | tree.DnrQ)]
    for leaf in identifiers[:MOST_LEAVES]:
        if isinstance(leaf, tree.LagQ):
            yield from _beside_lagrum(parsed, leaf)
        elif leaf.dnr.authority:
            bare = dnr_keys(leaf.dnr)[-1]
            label = f"samma nummer i andra diarier, eller utan diarium: {bare}"
            yield from _instead(parsed, leaf, f"dnr:{bare}", label)
    if all(isinstance(leaf, tree.Word) for leaf in wanted):
        yield from _of_words(parsed.text.strip())


def _wanted(node: tree.Tree) -> Iterator[tree.Leaf]:
    """The leaves of a query in order; nothing under `INTE`."""
    if isinstance(node, tree.And | tree.Or):
        for child in node.children:
            yield from _wanted(child)
    elif not isinstance(node, tree.Not):
        yield node


def _beside_lagrum(parsed: Parsed, leaf: tree.LagQ) -> Iterator[_Proposal]:
    lone = _LONE_NUMBER.fullmatch(leaf.text) if not leaf.field else None
    if lone:
        yield from _instead(parsed, leaf, f"dnr:{lone[1]}/{lone[2]}", f"Dnr: {lone[1]}/{lone[2]}")
    for what, keys in _older(leaf):
        yield from _added(parsed, leaf, keys, what)
    for what, keys in _newer(leaf):
        yield from _added(parsed, leaf, keys, what)
    wider = tuple(dict.fromkeys(_wider(key) for key in leaf.keys[:_MOST_READ]))
    if wider and "" not in wider:
        yield from _added(parsed, leaf, wider, "hela")


def _older(leaf: tree.LagQ) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What older acts hold, one act at a time, with the words for what it is."""
    told: set[str] = set()
    groups = _by_act(row.older for key in leaf.keys[:_MOST_READ] for row in older_counterparts(key))
    for root, keys in groups.items():
        told.add(root)
        what = "även äldre motsvarighet" if len(keys) == 1 else "även äldre motsvarigheter"
        yield what, keys
    for key in leaf.keys[:1]:
        root, _, rest = key.partition("#")
        before = predecessors(root) if "/" not in root else ()
        for earlier in before[:3]:
            same = f"{earlier.number}#{rest}"
            if not rest:
                yield "även den äldre lagen", (earlier.number,)
            elif (
                _says_only_the_name(leaf)
                and earlier.number not in told
                and _is_namesake(root, earlier.number)
            ):
                if known(key) is Known.BEYOND_ACT:
                    if known(same) is Known.YES:
                        yield "finns i den äldre lagen", (same,)
                else:
                    yield "samma nummer i den äldre lagen, inte säkert samma regel", (same,)


def _newer(leaf: tree.LagQ) -> Iterator[tuple[str, tuple[str, ...]]]:
    groups = _by_act(row.newer for key in leaf.keys[:_MOST_READ] for row in newer_counterparts(key))
    for keys in groups.values():
        yield "även nyare motsvarighet" if len(keys) == 1 else "även nyare motsvarigheter", keys
    for key in leaf.keys[:1]:
        if "#" not in key and "/" not in key:
            for later in successors(key)[:2]:
                yield "även den nyare lagen", (later.number,)


def _by_act(keys: Iterator[str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, dict[str, None]] = {}
    for key in keys:
        groups.setdefault(act_of(key) or key, {})[key] = None
    return {root: tuple(found)[:_MOST_KEYS] for root, found in groups.items()}


def _says_only_the_name(leaf: tree.LagQ) -> bool:
    """Whether no number says which act of a name is meant: `4 kap. 1 § SoL` may be that of 2001."""
    return not _NUMBER.search(leaf.text) or bool(
        re.fullmatch(r"[0-9]{1,2}:[0-9]{1,3}\D.*", leaf.text.strip())
    )


def _is_namesake(number: str, other: str) -> bool:
    """Whether two acts are called the same, in full or for short."""
    one, two = act(number), act(other)
    if one is None or two is None:
        return False
    return bool({*one.names, *one.abbreviations} & {*two.names, *two.abbreviations})


def _wider(key: str) -> str:
    """The § that a stycke lies in, the print that a page does; "" for what is no part of such a thing."""
    root = key.partition("#")[0]
    if act_of(key) is None:
        return root if "#sid" in key else ""
    whole = provision_of(key) or ""
    return "" if whole == key else whole


def _added(parsed: Parsed, leaf: tree.LagQ, keys: tuple[str, ...], what: str) -> Iterator[_Proposal]:
    """The query with the keys beside those asked for, when the language can say so."""
    more = tuple(key for key in keys if key not in leaf.keys and not set(key_ancestors(key)) & set(leaf.keys))
    if not more:
        return
    begin = _begin(parsed.text, leaf)
    written = parsed.text[begin : leaf.span.end]
    either = " ELLER ".join([written, *(f"lag:{_spelled(key)}" for key in more)])
    alone = parsed.text[:begin].strip() == "" and parsed.text[leaf.span.end :].strip() == ""
    query = _put(parsed.text, Span(begin, leaf.span.end), either if alone else f"({either})")
    if _says(query, parsed, (*leaf.keys, *more)):
        yield _Proposal(f"hela {_listed(more)}" if what == "hela" else f"{what}: {_listed(more)}", query)


def _listed(keys: tuple[str, ...]) -> str:
    """`2 kap. 1 § och 2 kap. 2 § kommunallagen (1991:900)`: the act is named once."""
    labels = [key_label(key) for key in keys]
    act = key_label(keys[0].partition("#")[0])
    if all(label.endswith(f" {act}") for label in labels):
        labels[:-1] = [label.removesuffix(act).strip() for label in labels[:-1]]
    return " och ".join(filter(None, (", ".join(labels[:-1]), labels[-1])))


def _instead(parsed: Parsed, leaf: tree.DnrQ | tree.LagQ, other: str, label: str) -> Iterator[_Proposal]:
    begin = _begin(parsed.text, leaf)
    query = _put(parsed.text, Span(begin, leaf.span.end), other)
    if len(parse(query).problems) <= len(parsed.problems):
        yield _Proposal(label, query)


def _put(text: str, span: Span, piece: str) -> str:
    return f"{text[: span.start]}{piece}{text[span.end :]}".strip()


def _begin(text: str, leaf: tree.LagQ | tree.DnrQ) -> int:
    """Where the piece begins, with the field before it."""
    before = _FIELD.search(text[: leaf.span.start]) if leaf.field else None
    return before.start() if before and field_named(before[1]) else leaf.span.start


def _spelled(key: str) -> str:
    """A key as people write it, where that is read as the same again."""
    label = key_label(key)
    return f'"{label}"' if '"' not in label and read_lagrum(label) == (key,) else key


def _says(query: str, parsed: Parsed, keys: tuple[str, ...]) -> bool:
    """Whether the query asks for all the keys, and is otherwise understood as the one before."""
    again = parse(query)
    found = {key for leaf in leaves(again.tree) if isinstance(leaf, tree.LagQ) for key in leaf.keys}
    return found.issuperset(keys) and len(again.problems) <= len(parsed.problems)


def _of_words(text: str) -> Iterator[_Proposal]:
    """`0388`, `KS 2025` and `kommunallagen` are words, and may have been meant as a Dnr or an act."""
    if not text or len(text) > _LONGEST or '"' in text:
        return
    half = parse_half(text)
    if half is not None:
        yield _Proposal(f"Dnr: {described_half(half)}", f'dnr:"{text}"')
    named = mended(text, field=True).text
    keys = read_lagrum(named) if acts_named(named) or not any(letter.isdigit() for letter in text) else ()
    if len(keys) == 1:
        yield _Proposal(f"dokument som hänvisar till {key_label(keys[0])}", f'lag:"{text}"')
