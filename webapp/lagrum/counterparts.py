"""The provisions of other acts that correspond to one, each with its own documents: never mixed with its."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from remissarkiv.acts import Counterpart, newer_counterparts, older_counterparts
from remissarkiv.citations import provision_of
from remissarkiv.domain import Access
from webapp.addresses import SearchAddress
from webapp.lagrum.citing import Citing, citing
from webapp.lagrum.keys import full_label, lagrum_address, short_label

if TYPE_CHECKING:
    from remissarkiv.bootstrap import Archive

MOST = 24
"""Counterparts of one provision, or of all of a chapter, that are shown."""

FEW = 4
"""Counterparts that are shown with some of their documents; of more, only how many there are is told."""

_DOCUMENTS = 3


@dataclass(frozen=True, slots=True)
class CounterpartView:
    """A corresponding provision: its page, where the correspondence is stated, the provision in between for
    one that lies further off, and the newest documents that cite it."""

    label: str
    href: str
    sources: str
    between: str
    citing: Citing


def older_views(archive: "Archive", key: str, access: Access) -> list[CounterpartView]:
    """What lies behind a provision, or behind the § that it is a part of."""
    told_of = key if older_counterparts(key) else provision_of(key) or key
    rows = [(row.older, row.newer, row) for row in older_counterparts(told_of)]
    return _views(archive, told_of, rows, access)


def newer_views(archive: "Archive", key: str, access: Access) -> list[CounterpartView]:
    """Where a provision, or the § that it is a part of, went."""
    told_of = key if newer_counterparts(key) else provision_of(key) or key
    rows = [(row.newer, row.older, row) for row in newer_counterparts(told_of)]
    return _views(archive, told_of, rows, access)


def _views(
    archive: "Archive", key: str, rows: Sequence[tuple[str, str, Counterpart]], access: Access
) -> list[CounterpartView]:
    """One view for each other provision; `rows` have it first, then what it corresponds to."""
    others = list(dict.fromkeys(other for other, _, _ in rows))[:MOST]
    limit = _DOCUMENTS if len(others) <= FEW else 0
    found = []
    for other in others:
        own = [(beside, row.source) for one, beside, row in rows if one == other]
        between = dict.fromkeys(short_label(beside) for beside, _ in own if beside != key)
        found.append(
            CounterpartView(
                label=full_label(other),
                href=lagrum_address(other),
                sources="; ".join(dict.fromkeys(source for _, source in own)),
                between=" och ".join(between),
                citing=citing(archive, other, access, SearchAddress(), limit=limit, years=False),
            )
        )
    return found
