"""Which forms share a key, and which must not."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.language.keys import word_keys

CASES = Path(__file__).parents[2] / "cases" / "language"
FAMILIES = [line.split() for line in (CASES / "families.txt").read_text(encoding="utf-8").splitlines()]


def share(one: str, other: str) -> bool:
    return not set(word_keys(one)).isdisjoint(word_keys(other))


def test_every_two_forms_of_a_family_are_joined() -> None:
    apart = [row[0] for row in FAMILIES if not all(share(*pair) for pair in combinations(row, 2))]
    assert len(apart) <= 0.03 * len(FAMILIES), apart


def test_no_two_families_are_mixed() -> None:
    keys = {row[0]: {key for form in row for key in word_keys(form)} for row in FAMILIES}
    mixed = [(one, other) for one, other in combinations(keys, 2) if keys[one] & keys[other]]
    assert mixed == []


@pytest.mark.parametrize(
    ("form", "other"),
    [
        ("barnbok", "barnböckernas"),
        ("vårdhem", "vårdhemmens"),
        ("huvudman", "huvudmännens"),
        ("brandman", "brandmännen"),
        ("kommunledamot", "kommunledamöterna"),
        ("kompetensärende", "kompetensärendets"),
        ("borgensåtagande", "borgensåtagandet"),
        ("avgöra", "avgjorde"),
        ("uppdra", "uppdrog"),
        ("fastslå", "fastslogs"),
        ("ansökan", "ansökningar"),
        ("skriftlig", "skriftligen"),
        ("enkel", "enklare"),
        ("öppen", "öppna"),
        ("reservera", "reserverade"),
        ("skuld", "skulder"),
        ("avslag", "avslagets"),
        ("vatten", "vattnet"),
        ("Andersson".lower(), "anderssons"),
    ],
)
def test_forms_that_stemmers_miss(form: str, other: str) -> None:
    assert share(form, other)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("nämnd", "nämna"),
        ("fastighet", "fast"),
        ("hemlighet", "hem"),
        ("lager", "lagar"),
        ("bröder", "bröd"),
        ("part", "parti"),
        ("förslag", "föreslå"),
        ("avslag", "avslå"),
        ("bidraget", "bidrar"),
        ("styrelse", "styra"),
        ("yttrande", "yttre"),
        ("hand", "handel"),
        ("mål", "målare"),
        ("borg", "borgen"),
        ("för", "föra"),
        ("för", "fört"),
        ("när", "närmare"),
        ("rik", "riket"),
        ("god", "gods"),
    ],
)
def test_words_that_stemmers_mix_up(word: str, other: str) -> None:
    assert not share(word, other)


def test_a_number_is_its_own_key() -> None:
    assert word_keys("2017:725") == ("2017:725",)


@given(st.text(min_size=1))
def test_every_word_has_keys_and_each_once(word: str) -> None:
    keys = word_keys(word.lower())
    assert keys
    assert len(set(keys)) == len(keys)
    assert all(keys)
