"""How often somebody may guess a password."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

WINDOW = 300.0
"""Seconds after which a wrong guess is forgotten."""

PER_PAIR, PER_NAME, PER_ADDRESS = 5, 15, 60
"""Wrong guesses within the window: of one name from one address, of one name from anywhere, and of any names
from one address. Behind a proxy all of us come from one address: that one is high."""

_MOST_KEYS = 10_000


class Throttle:
    """Counts wrong guesses, in the memory of the server and bounded there. May be shared by threads.

    A guess counts when it begins, so that many at once are not let through; `forget` takes away those of
    somebody who then got it right.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._guesses: OrderedDict[tuple[str, str], list[float]] = OrderedDict()

    def begin(self, name: str, address: str) -> int:
        """Count a guess and return 0; when there were too many, count none and return the seconds to wait.

        `name` is as the account's name is compared, without difference of case.
        """
        limits = {(name, address): PER_PAIR, (name, ""): PER_NAME, ("", address): PER_ADDRESS}
        with self._lock:
            now = self._clock()
            wait = max(self._wait(key, limit, now) for key, limit in limits.items())
            if wait:
                return wait
            for key in limits:
                self._guesses.setdefault(key, []).append(now)
                self._guesses.move_to_end(key)
            while len(self._guesses) > _MOST_KEYS:
                self._guesses.popitem(last=False)
            return 0

    def forget(self, name: str, address: str) -> None:
        """Somebody got it right: her guesses were no attack, and her last one none at all."""
        with self._lock:
            self._guesses.pop((name, address), None)
            for key in ((name, ""), ("", address)):
                if self._guesses.get(key):
                    self._guesses[key].pop()

    def _wait(self, key: tuple[str, str], limit: int, now: float) -> int:
        made = [moment for moment in self._guesses.get(key, ()) if now - moment < WINDOW]
        if key in self._guesses:
            self._guesses[key] = made
        if len(made) < limit:
            return 0
        return max(int(made[-limit] + WINDOW - now) + 1, 1)
