"""What lies beside a query, offered and never mixed in: what an older act said, the whole of a §, the number
of a Dnr in other diaries.

An offer is a query of its own, in the language of the search box: it can be read, changed, saved and sent. It
is made only when the caller finds something by it that she does not find by her own.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

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
from remissarkiv.search.conclusion_offers import beside_conclusions
from remissarkiv.search.described import described_half
from remissarkiv.search.lagrum_lists import asked_for, listed
from remissarkiv.search.operator_offers import operator_offers
from remissarkiv.search.words import leaves, wanted_leaves

MOST_ASKED = 8
"""Offers that are counted; each costs one count."""

MOST_OFFERS = 4
"""Offers that are made."""

MOST_LEAVES = 3
"""Dnr and lagrum of a query that are looked beside."""

LONGEST_QUERY = 300
"""Characters; every offer is read again, and nobody sends such an address."""

_MOST_KEYS = 24
"""§§ of an older act in one offer; behind 20 kap. of LOU lie sixteen, never more than seventeen."""

_MOST_EARLIER = 3
_MOST_READ = 20
_LONGEST = 80
_FIELD = re.compile(r"([^\W\d_]{1,30}):\s{0,10}\Z")
_A_FIELD = re.compile(r"[^\W\d_]{1,30}:")
_NUMBER = re.compile(r"[0-9]{4}:[0-9]")
_LONE_NUMBER = re.compile(r"((?:19|20)[0-9]{2}):0{0,4}([1-9][0-9]{0,4})")

Beyond = Callable[[tree.Tree], int]
"""How many documents a query finds that the person's own does not, within her access and filters."""


@dataclass(frozen=True, slots=True)
class _Proposal:
    """An offer before it is known whether it finds anything."""

    label: str
    query: str


def offers(parsed: Parsed, beyond: Beyond, total: int) -> tuple[Offer, ...]:
    """The offers beside a query that finds `total` documents, the nearest first; () when there is nothing
    more to find."""
    if len(parsed.text) > LONGEST_QUERY:
        return ()
    parsed = _without_asking(parsed)
    made: list[Offer] = []
    seen = {parsed.text.strip()}
    told: set[str] = set()
    asked = 0
    for proposal in _proposals(parsed, found=total > 0):
        if proposal.query in seen or proposal.label in told:
            continue  # behind both sides of `2:1 KL ELLER 2:2 KL` lies the same § of 1991
        seen.add(proposal.query)
        if asked == MOST_ASKED or len(made) == MOST_OFFERS:
            break
        asked += 1
        more = beyond(parse(proposal.query).tree)
        if more:
            told.add(proposal.label)
            made.append(Offer(proposal.label, proposal.query, more))
    return tuple(made)


def _without_asking(parsed: Parsed) -> Parsed:
    """What a question is about, as a query: beside `vad säger arkivet om 2 kap. 8 § KL` lies what lies beside
    the lagrum, and with a field or `ELLER` in it the words of asking would be words to find."""
    if parsed.question is None:
        return parsed
    text = parsed.text
    for word in sorted(parsed.ignored, key=lambda word: word.span, reverse=True):
        text = f"{text[: word.span.start]} {text[word.span.end :]}"
    return parse(" ".join(text.split()))


def _proposals(parsed: Parsed, *, found: bool) -> Iterator[_Proposal]:
    wanted = list(wanted_leaves(parsed.tree))
    yield from (_Proposal(label, query) for label, query in operator_offers(parsed.text.strip()))
    yield from (_Proposal(label, query) for label, query in beside_conclusions(parsed, wanted))
    identifiers = [leaf for leaf in wanted if isinstance(leaf, tree.LagQ | tree.DnrQ)]
    asked = {key for leaf in identifiers if isinstance(leaf, tree.LagQ) for key in leaf.keys}
    beside = [_beside(parsed, leaf, asked, found=found) for leaf in identifiers[:MOST_LEAVES]]
    # The nearest of each comes before the rest of any: the first of three must not use up the counts.
    for nearest in zip_longest(*beside):
        yield from filter(None, nearest)
    if all(isinstance(leaf, tree.Word) for leaf in wanted):
        yield from _of_words(parsed.text.strip())


def _beside(
    parsed: Parsed, leaf: tree.LagQ | tree.DnrQ, asked: set[str], *, found: bool
) -> Iterator[_Proposal]:
    if isinstance(leaf, tree.LagQ):
        yield from _beside_lagrum(parsed, leaf, asked)
        return
    bare = dnr_keys(leaf.dnr)[-1]
    if leaf.dnr.authority:
        label = f"Samma nummer i andra diarier, eller utan diarium: {bare}"
        yield from _instead(parsed, leaf, f"dnr:{bare}", label)
    if found:
        return
    # The rest of the number was not at hand: `KS 2013/38` of KS 2013/388.
    begun = f"{leaf.dnr.authority} {bare}".strip()
    yield from _instead(parsed, leaf, f'dnr:"{begun}*"', f"Dnr som börjar med {begun}")


def _beside_lagrum(parsed: Parsed, leaf: tree.LagQ, asked: set[str]) -> Iterator[_Proposal]:
    lone = _LONE_NUMBER.fullmatch(leaf.text) if not leaf.field else None
    if lone:
        yield from _instead(parsed, leaf, f"dnr:{lone[1]}/{lone[2]}", f"Läst som Dnr: {lone[1]}/{lone[2]}")
    for what, keys in (*_older(leaf), *_newer(leaf)):
        yield from _added(parsed, leaf, asked, keys, f"{what}: ")
    wider = tuple(dict.fromkeys(_wider(key) for key in leaf.keys[:_MOST_READ]))
    if wider and "" not in wider:
        yield from _added(parsed, leaf, asked, wider, "Hela ")


def _older(leaf: tree.LagQ) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What older acts hold, one act at a time, with the words for what it is."""
    behind = {key: [row.older for row in older_counterparts(key)] for key in leaf.keys[:_MOST_READ]}
    groups = _by_act(older for found in behind.values() for older in found)
    for found in groups.values():
        yield "Även äldre motsvarighet" if len(found) == 1 else "Även äldre motsvarigheter", found
    same: dict[tuple[str, str], dict[str, None]] = {}
    for key, counterparts in behind.items():
        for earlier in _earlier(key):
            moved = _moved(key, earlier)
            if moved in groups.get(earlier, ()):
                continue  # of 1–9 §§ the 2nd came of the 1st, and the 3rd of the 2nd
            what = _of_the_same_number(key, moved, counterparts) if "#" in key else _OLDER_ACT
            if what and (what == _OLDER_ACT or _says_only_the_name(leaf)):
                same.setdefault((what, earlier), {})[moved] = None
    for (what, _), numbers in same.items():
        yield what, tuple(numbers)


_OLDER_ACT = "Även den äldre lagen"


def _earlier(key: str) -> tuple[str, ...]:
    """The acts before that of a key: those of its name, and for a whole act the others too.

    kommunallagen of 2017 took the place of 1991:900, of kommunalförbundslagen, and so on to 1977:179.
    """
    root, _, rest = key.partition("#")
    before = [act.number for act in predecessors(root)] if "/" not in root else []
    namesakes = [number for number in before if _is_namesake(root, number)]
    others = [] if rest else [number for number in before if number not in namesakes]
    return tuple((namesakes + others)[:_MOST_EARLIER])


def _of_the_same_number(key: str, same: str, behind: list[str]) -> str:
    """What the same number in an older act is to be called; "" where that act has no such number.

    `behind` are the counterparts of the key. 2 kap. 9 § came of 2 kap. 4 §, so that 2 kap. 9 § of the older
    act is most likely another rule; but a text of 2004 that says "2 kap. 9 § kommunallagen" means that one.
    """
    if known(same) is not Known.YES:
        return ""
    if known(key) is Known.BEYOND_ACT:
        return "Finns i den äldre lagen"
    of_that_act = [older for older in behind if act_of(older) == act_of(same)]
    if of_that_act and not any(same in _path(older) or older in _path(same) for older in of_that_act):
        return "Samma nummer i den äldre lagen, troligen en annan regel"
    return "Samma nummer i den äldre lagen, inte säkert samma regel"


def _path(key: str) -> tuple[str, ...]:
    """The key and what it lies in."""
    return (key, *key_ancestors(key))


def _moved(key: str, number: str) -> str:
    """The same place in another act."""
    _, mark, rest = key.partition("#")
    return f"{number}{mark}{rest}"


def _newer(leaf: tree.LagQ) -> Iterator[tuple[str, tuple[str, ...]]]:
    keys = leaf.keys[:_MOST_READ]
    groups = _by_act(row.newer for key in keys for row in newer_counterparts(key))
    for found in groups.values():
        yield "Även nyare motsvarighet" if len(found) == 1 else "Även nyare motsvarigheter", found
    later: dict[tuple[str, str], dict[str, None]] = {}
    for key in keys:
        root, mark, _ = key.partition("#")
        # `sekretesslagen 26 kap. 1 §`: only the act that took its place has so many chapters.
        what = "Finns i den nyare lagen" if mark else "Även den nyare lagen"
        if "/" not in root and (not mark or known(key) is Known.BEYOND_ACT):
            for act in successors(root)[:2]:
                if known(_moved(key, act.number)) is Known.YES:
                    later.setdefault((what, act.number), {})[_moved(key, act.number)] = None
    for (what, _), numbers in later.items():
        yield what, tuple(numbers)


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


def _added(
    parsed: Parsed, leaf: tree.LagQ, asked: set[str], keys: tuple[str, ...], what: str
) -> Iterator[_Proposal]:
    """The query with the keys beside those that it asks for anyhow, when the language can say so."""
    more = tuple(key for key in keys if key not in asked and not set(key_ancestors(key)) & set(leaf.keys))
    if not more:
        return
    begin = _begin(parsed.text, leaf)
    written = parsed.text[begin : leaf.span.end]
    either = f"{written} ELLER {asked_for(more)}"
    alone = parsed.text[:begin].strip() == "" and parsed.text[leaf.span.end :].strip() == ""
    query = _put(parsed.text, Span(begin, leaf.span.end), either if alone else f"({either})")
    if _says(query, parsed, (*leaf.keys, *more)):
        yield _Proposal(f"{what}{listed(more)}", query)


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


def _says(query: str, parsed: Parsed, keys: tuple[str, ...]) -> bool:
    """Whether the query asks for all the keys, and is otherwise understood as the one before."""
    again = parse(query)
    found = {key for leaf in leaves(again.tree) if isinstance(leaf, tree.LagQ) for key in leaf.keys}
    return found.issuperset(keys) and len(again.problems) <= len(parsed.problems)


def _of_words(text: str) -> Iterator[_Proposal]:
    """`0388`, `KS 2025` and `kommunallagen` are words, and may have been meant as a Dnr or an act."""
    if not text or len(text) > _LONGEST or '"' in text or _A_FIELD.match(text):
        return
    half = parse_half(text)
    if half is not None:
        yield _Proposal(f"Läst som Dnr: {described_half(half)}", f'dnr:"{text}"')
    named = mended(text, field=True).text
    keys = read_lagrum(named) if acts_named(named) or not any(letter.isdigit() for letter in text) else ()
    if len(keys) == 1:
        yield _Proposal(f"Dokument som hänvisar till {key_label(keys[0])}", f'lag:"{text}"')
