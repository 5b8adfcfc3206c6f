"""The channel for Dnr of which no picture exists."""

import random

from benchmarks.eval_dnr_ocr import Found, misread


def test_the_same_seed_gives_the_same_text() -> None:
    text = "Svar på remiss, Dnr KS 2018/1150, dnr SOF 2025/424 " * 20
    first, second = (misread(text, random.Random(7)) for _ in range(2))
    assert first == second != text


def test_rings_are_always_lost() -> None:
    assert misread("ÄN åäö", random.Random(1)) == "AN aao"


def test_what_is_lost_and_what_is_false_is_told() -> None:
    found = Found()
    found.add("a page", "Dnr KS 2018/11 och Dnr KS 2018/12", "Dnr KS 2018/11 och Dnr KS 2018/13")
    assert (found.wanted, found.right, found.share) == (2, 1, 0.5)
    assert found.lost == [("a page", "KS 2018/12")]
    assert found.false == [("a page", "KS 2018/13")]
