"""What lies in a zip export, and how is a member opened?

Diary systems and mail programs hand out a whole ärende as one zip. The indexer walks it like a folder, the
web sends a member as the original. Nothing is ever unpacked to disk; names of members are labels only.
"""

from remissarkiv.packed.clutter import is_clutter
from remissarkiv.packed.container import broken_archive, open_archive, read_member
from remissarkiv.packed.listing import PackedMember, list_packed, read_packed
from remissarkiv.packed.paths import split_packed

__all__ = [
    "PackedMember",
    "broken_archive",
    "is_clutter",
    "list_packed",
    "open_archive",
    "read_member",
    "read_packed",
    "split_packed",
]
