"""Run as a program: `keeper.py SECONDS MEGABYTES COMMAND ...` runs the command, in the working folder.

The command and all its children end, by SIGKILL, when the time is up (exit status 124) or when standard
input closes: the process that started it is then gone, and the working folder, which nobody will empty any
more, is removed too. Otherwise the exit status is that of the command. Needs nothing but the standard
library, so that it starts in an instant.
"""

import os
import select
import shutil
import signal
import subprocess
import sys
import time

TIME_IS_UP = 124
_STEP = 0.05


def main(arguments: list[str]) -> int:
    """Keeps watch over the command; gives its exit status."""
    deadline = time.monotonic() + float(arguments[0])
    _allow_memory(int(arguments[1]) * 1024 * 1024)
    process = subprocess.Popen(arguments[2:], stdin=subprocess.DEVNULL, process_group=0)  # noqa: S603 - our caller's
    while (status := process.poll()) is None:
        readable, _, _ = select.select([0], [], [], _STEP)
        is_orphan = bool(readable) and not os.read(0, 1)
        if is_orphan or time.monotonic() > deadline:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            if is_orphan:
                shutil.rmtree(os.getcwd(), ignore_errors=True)  # noqa: PTH109 - a folder to remove, no path to show
            return TIME_IS_UP
    return status if status >= 0 else 1


def _allow_memory(size: int) -> None:
    """A reading process has less than an office program needs; what the system allows is the ceiling."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = size if hard == resource.RLIM_INFINITY else min(size, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
