"""The provisions of other acts that correspond to one, each with its own documents: never mixed with its."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from remissarkiv.acts import Counterpart, newer_counterparts, older_counterparts
from remissarkiv.citations import provision_of
from remissarkiv.domain import Access
from webapp.addresses import SearchAddress
from webapp.citing import Citing, citing
from webapp.keys import full_label, lagrum_address

if TYPE_CHECKING:
    from remissarkiv.bootstrap import Archive

MOST = 12
"""Counterparts of one provision that are shown."""

_DOCUMENTS = 3


@dataclass(frozen=True, slots=True)
class CounterpartView:
    """A corresponding provision: its page, where the correspondence is stated, for one that lies further
    back also behind which provision, and the newest documents that cite it."""

    label: str
    href: str
    sources: str
    behind: str
    citing: Citing


def older_views(archive: "Archive", key: str, access: Access) -> list[CounterpartView]:
    """What lies behind a provision, or behind the § that it is a part of."""
    at = _told_of(key, older_counterparts(key))
    rows = older_counterparts(at)
    found = []
    for older in list(dict.fromkeys(row.older for row in rows))[:MOST]:
        own = [row for row in rows if row.older == older]
        behind = [full_label(row.newer) for row in own if row.newer != at]
        found.append(_view(archive, older, own, " och ".join(dict.fromkeys(behind)), access))
    return found


def newer_views(archive: "Archive", key: str, access: Access) -> list[CounterpartView]:
    """Where a provision, or the § that it is a part of, went."""
    rows = newer_counterparts(_told_of(key, newer_counterparts(key)))
    found = []
    for newer in list(dict.fromkeys(row.newer for row in rows))[:MOST]:
        found.append(_view(archive, newer, [row for row in rows if row.newer == newer], "", access))
    return found


def _told_of(key: str, rows: Sequence[Counterpart]) -> str:
    return key if rows else provision_of(key) or key


def _view(
    archive: "Archive", key: str, rows: Sequence[Counterpart], behind: str, access: Access
) -> CounterpartView:
    return CounterpartView(
        label=full_label(key),
        href=lagrum_address(key),
        sources="; ".join(dict.fromkeys(row.source for row in rows)),
        behind=behind,
        citing=citing(archive, key, access, SearchAddress(), limit=_DOCUMENTS),
    )
