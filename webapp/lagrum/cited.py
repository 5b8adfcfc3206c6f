"""What a document cites, as its page lists it: act by act, the most cited first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from remissarkiv.acts import Known, known
from remissarkiv.citations import act_of, citation_url
from remissarkiv.domain import Citation
from webapp.lagrum.act_facts import doubt
from webapp.lagrum.keys import full_label, lagrum_address, natural_order, place_label

UNSURE_ACT = "osäkert vilken lag"

OTHERS = "Förarbeten och avgöranden"


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A cited key: a label (`2 kap. 1 §` below its act), its page in the archive and at lagen.nu, how often
    it is cited, and what is doubtful of it, "" when nothing is."""

    label: str
    full: str
    href: str
    outside: str
    count: int
    doubt: str
    key: str


@dataclass(frozen=True, slots=True)
class CitedAct:
    """An act with the provisions of it that are cited; `whole` is None for the group of what is no act."""

    heading: str
    whole: CitedPlace | None
    places: tuple[CitedPlace, ...]

    @property
    def count(self) -> int:
        """How many links the group has."""
        return len(self.places) + (self.whole is not None)


def cited_acts(citations: Sequence[Citation]) -> tuple[CitedAct, ...]:
    """The citations of a document by act, the act that is cited most often first, what is no act last."""
    counts = Counter(citation.key for citation in citations)
    certain = {citation.key for citation in citations if citation.certain}
    groups: dict[str | None, list[str]] = {}
    for key in counts:
        groups.setdefault(act_of(key), []).append(key)
    acts = [root for root in groups if root is not None]
    acts.sort(key=lambda root: -sum(counts[key] for key in groups[root]))
    found = []
    for root in acts:
        whole = _place(root, counts[root], root in certain or not counts[root], within=False)
        own = sorted((key for key in groups[root] if key != root), key=natural_order)
        places = tuple(_place(key, counts[key], key in certain, within=True) for key in own)
        found.append(CitedAct(whole.label, whole, places))
    if None in groups:
        others = sorted(groups[None], key=lambda key: (-counts[key], natural_order(key)))
        places = tuple(_place(key, counts[key], key in certain, within=False) for key in others)
        found.append(CitedAct(OTHERS, None, places))
    return tuple(found)


def doubts(key: str, *, certain: bool) -> str:
    """What is doubtful of a citation in words; "" when nothing is."""
    return doubt(key) or ("" if certain else UNSURE_ACT)


def _place(key: str, count: int, certain: bool, *, within: bool) -> CitedPlace:
    # That the act is unknown is told once, of the act.
    unknown = within and known(key) is Known.NO_SUCH_ACT
    return CitedPlace(
        label=(within and place_label(key)) or full_label(key),
        full=full_label(key),
        href=lagrum_address(key),
        outside=citation_url(key),
        count=count,
        doubt="" if unknown else doubts(key, certain=certain),
        key=key,
    )


def cut(acts: Iterable[CitedAct], links: int) -> tuple[tuple[CitedAct, ...], tuple[CitedAct, ...]]:
    """The acts with the first `links` links, and the rest; an act that is cut stands in both."""
    first: list[CitedAct] = []
    rest: list[CitedAct] = []
    for one in acts:
        room = max(links - (one.whole is not None), 0)
        if links > 0:
            first.append(replace(one, places=one.places[:room]))
        if links <= 0 or len(one.places) > room:
            rest.append(replace(one, places=one.places[room:]) if links > 0 else one)
        links -= one.count
    return tuple(first), tuple(rest)
