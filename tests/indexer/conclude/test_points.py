"""Which lines begin a point of a list: what cannot is seen before it is tried."""

import random

from indexer.conclude.statements import _BEGINS_POINT, _POINT, _THAT

SIGNS = "•●▪■◦»*–—-0123abcAÅ.) \tattdelssamt"


def test_every_point_begins_as_one() -> None:
    dice = random.Random("points")
    for _ in range(20_000):
        begun = dice.choice(("", "att ", "dels ", "samt att ", "samt ", "1. ", "a) ", "– "))
        line = dice.choice(("", " ", "\t")) + begun + "".join(dice.choice(SIGNS) for _ in range(6))
        if _POINT.match(line) or _THAT.match(line):
            assert _BEGINS_POINT.match(line), line


def test_prose_begins_no_point() -> None:
    assert _BEGINS_POINT.match("Kommunen samt att regionen ansvarar.") is None
    assert _BEGINS_POINT.match("attityder är viktiga") is None
