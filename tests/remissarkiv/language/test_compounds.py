"""Where compounds are joined, and what they are found by."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.language.compounds import joined, split
from remissarkiv.language.compounds.elements import elements, known_firsts
from remissarkiv.language.keys import word_keys
from remissarkiv.language.parts import own_and_part_keys, part_keys, word_parts

CASES = Path(__file__).parents[2] / "cases" / "language"


def scores(path: Path) -> tuple[float, float, float]:
    """Precision and recall of splitting at all, and the share of splits with a cut where none is."""
    found = made = true = wrong = 0
    for label in path.read_text(encoding="utf-8").split():
        parts = split(label.replace("+", ""))
        true += "+" in label
        made += len(parts) > 1
        found += len(parts) > 1 and "+" in label
        wrong += len(parts) > 1 and not cuts(parts) <= cuts(label.split("+"))
    return found / made, found / true, wrong / made


def cuts(parts: tuple[str, ...] | list[str]) -> set[int]:
    return {len("".join(parts[:count])) for count in range(1, len(parts))}


def test_compounds_of_a_list_labelled_beforehand() -> None:
    precision, recall, wrong = scores(CASES / "compounds.txt")
    assert precision >= 0.95
    assert recall >= 0.92
    assert wrong <= 0.05


def test_compounds_of_the_sample_data(shared_data: Path) -> None:
    precision, recall, wrong = scores(shared_data / "compounds.txt")
    assert precision >= 0.95
    assert recall >= 0.92
    assert wrong <= 0.05


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("skuldrådgivning", ("skuld", "rådgivning")),
        ("socialtjänstlagen", ("social", "tjänst", "lagen")),
        ("hyresrättens", ("hyres", "rättens")),
        ("samhällsplanering", ("samhälls", "planering")),
        ("gatubelysningen", ("gatu", "belysningen")),
        ("hälsoskydd", ("hälso", "skydd")),
        ("gymnasieelever", ("gymnasie", "elever")),
        ("skattemyndigheten", ("skatte", "myndigheten")),
        ("elägarna", ("el", "ägarna")),
        ("lagjusteringar", ("lag", "justeringar")),
        ("kokroppen", ("kok", "roppen")),
    ],
)
def test_parts_with_their_linking_letters(word: str, parts: tuple[str, ...]) -> None:
    assert split(word) == parts


@pytest.mark.parametrize(
    "word",
    [
        "handling",  # not `hand` and `ling`, and no `and` in it
        "tillsynen",
        "inneboende",
        "samverkan",
        "möjligheten",
        "vetenskap",
        "medlemskap",
        "genomgången",
        "tjänsten",  # not `tjän` and `sten`
        "rapporter",  # not `rapp` and `orter`
        "transporter",
        "kultur",
        "ledningen",
        "fredrik",
        "2017:725",
        "",
    ],
)
def test_words_in_one_piece(word: str) -> None:
    assert split(word) == (word,)
    assert word_parts(word) == ()


@pytest.mark.parametrize(
    "word",
    [
        "justerandes",
        "sökandens",
        "klagandens",
        "svarandens",
        "studerandes",
        "handlande",
        "handlandet",
        "hållande",
        "upprätthållande",
        "skolande",
        "betalande",
        "vinsten",
        "soldater",
        "femton",
        "centrum",
        "nackdelar",
        "ordförande",
        "ordförandens",
        "beskrivningens",
    ],
)
def test_no_cut_goes_through_a_participle_or_a_simple_word(word: str) -> None:
    assert split(word) == (word,)
    assert not {"and", "ande", "rik"}.intersection(part_keys(word))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("grundläggande", ("grund", "läggande")),
        ("arbetssökandes", ("arbets", "sökandes")),
        ("hemlandet", ("hem", "landet")),
        ("asylärendena", ("asyl", "ärendena")),
        ("bilåkandet", ("bil", "åkandet")),
        ("registerhållande", ("register", "hållande")),
        ("kapitalvinsten", ("kapital", "vinsten")),
        ("nämndssammanträden", ("nämnds", "sammanträden")),
        ("nämndsordförandens", ("nämnds", "ordförandens")),
        ("miljökonsekvensbeskrivningens", ("miljö", "konsekvens", "beskrivningens")),
        ("skattefri", ("skatte", "fri")),
    ],
)
def test_compounds_of_participles_and_of_simple_words_are_cut_between_them(
    word: str, parts: tuple[str, ...]
) -> None:
    assert split(word) == parts


def test_neither_a_duck_nor_a_spirit_is_in_a_participle() -> None:
    for word in ("justerandes", "handlande", "handling", "sökandens"):
        assert not {key for part in ("and", "ande") for key in word_keys(part)}.intersection(part_keys(word))


def test_a_linking_s_is_not_of_an_adjective() -> None:
    assert word_parts("riksdagen") == ("riks", "dagen")
    assert word_parts("godståget") == ("gods", "tåget")
    assert "strid" in word_parts("stridsmedel")


def test_a_compound_is_found_by_its_parts_and_by_parts_that_are_a_word_together() -> None:
    assert word_parts("socialtjänstlagen") == ("social", "tjänst", "lagen", "socialtjänst")
    assert "nämnd" in part_keys("socialnämnden")
    assert "rådgivning" in part_keys("skuldrådgivningens")
    assert {"skatt", "utjämning"} <= set(part_keys("skatteutjämningssystemet"))


@pytest.mark.parametrize("word", ["socialtjänstlagen", "skolan", "eu-medborgare", "2017:725", "ki@mma"])
def test_the_keys_of_a_word_and_of_its_parts_are_told_together(word: str) -> None:
    assert own_and_part_keys(word) == (word_keys(word), part_keys(word))
    assert set(part_keys(word)) == {key for part in word_parts(word) for key in word_keys(part)}


def test_hyphens_mark_parts_that_are_compounds_again() -> None:
    assert word_parts("eu-medborgare") == ("eu", "medborgare")
    assert {"socialnämnds", "nämnds"} <= set(word_parts("socialnämnds-arkivet"))
    assert word_parts("2019-05") == ()


def test_what_two_words_make() -> None:
    assert "skuldrådgivning" in joined("skuld", "rådgivning")
    assert "förvaltningschef" in joined("förvaltning", "chef")
    assert "skolskjuts" in joined("skola", "skjuts")
    assert "gatubelysning" in joined("gata", "belysning")


_FIRSTS = sorted(known_firsts())
_PIECES = st.one_of(
    st.sampled_from(_FIRSTS), st.sampled_from(["nämnd", "planer", "råd", "stöd", "arna"]), st.text(max_size=6)
)


@given(st.lists(_PIECES, min_size=1, max_size=4).map("".join))
def test_parts_cover_the_word_and_none_is_an_ending_or_a_particle(word: str) -> None:
    parts = split(word.lower())
    assert "".join(parts) == word.lower()
    if len(parts) > 1:
        # `bar` ends `hållbar` and begins `barstol`.
        assert parts[-1] not in elements().endings
        assert not [
            part for part in parts if part[-1] == "s" and part in elements().endings and len(part) > 3
        ]
        assert not elements().particles.intersection(parts)
        assert min(map(len, parts)) >= 2
