"""Does what a text cites exist: is there such an act, and has it such a provision?"""

from enum import Enum

from remissarkiv.acts.in_use import act


class Known(Enum):
    """What is known of a citation's key."""

    YES = "there is such a provision, or nothing speaks against it"
    NO_SUCH_ACT = "no act that we know of has this number"
    BEYOND_ACT = "the act is known, and has no such chapter or §"


def known(key: str) -> Known:
    """What is known of a key of an act; keys of anything else (prop., court cases) are not judged."""
    root = key.partition("#")[0]
    return Known.YES if "/" in root or act(root) else Known.NO_SUCH_ACT
