"""What was read and worked out, kept for the next query, up to a number of bytes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from itertools import count
from typing import Protocol, TypeVar

_OVERHEAD = 400
"""What an entry takes beside its arrays, about."""


class _Sized(Protocol):
    @property
    def nbytes(self) -> int: ...


Kept = TypeVar("Kept", bound=_Sized)


class PostingCache:
    """Keeps what was used last. Shared by threads: two that miss the same entry at once both make it, which
    is cheaper than one waiting for the other.

    Keys begin with the `owner` number of the segment or generation they belong to: neither ever changes, so
    that nothing is ever out of date here. What belongs to one that is gone is not asked for again, and falls
    out in time.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._lock = threading.Lock()
        self._entries: OrderedDict[Hashable, _Sized] = OrderedDict()
        self._bytes = 0
        self._owners = count()

    def owner(self) -> int:
        """A number that no one else begins keys with."""
        return next(self._owners)

    @property
    def bytes(self) -> int:
        """How many bytes are held."""
        return self._bytes

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """The entry under `key`, made when it is not there. One that is larger than a quarter of the cache is
        not kept: it would drive out everything else."""
        with self._lock:
            found = self._entries.get(key)
            if found is not None:
                self._entries.move_to_end(key)
                return found  # type: ignore[return-value]  # a key always holds what its `make` makes
        made = make()
        size = made.nbytes + _OVERHEAD
        if size * 4 <= self._most:
            with self._lock:
                if key not in self._entries:
                    self._entries[key] = made
                    self._bytes += size
                while self._bytes > self._most:
                    _, dropped = self._entries.popitem(last=False)
                    self._bytes -= dropped.nbytes + _OVERHEAD
        return made

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._entries.clear()
            self._bytes = 0
