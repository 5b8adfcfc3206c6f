"""Acts are found by name, title and abbreviation, also as OCR leaves them."""

import pytest

from remissarkiv.acts import acts_abbreviated, acts_named, all_acts, is_cautious, names_ending_in, title_at
from remissarkiv.citations import find_citations


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("lagen om anställningsskydd.", "lagen om anställningsskydd"),
        ("lagen om anstallningsskydd gäller", "lagen om anställningsskydd"),
        ("lagen om anställningsskydds 7 §", "lagen om anställningsskydd"),
        ("Lagen om vissa kommunala befogenheter)", "lagen om vissa kommunala befogenheter"),
        (
            "lagen om vissa kommunala befogenheter inom turistväsendet och",
            "lagen om vissa kommunala befogenheter inom turistväsendet",
        ),
        (
            "lagen med särskilda bestämmelser om vård av unga, LVU",
            "lagen med särskilda bestämmelser om vård av unga",
        ),
        ("förordningen om skydd mot olyckor", "förordningen om skydd mot olyckor"),
    ],
)
def test_a_title_is_found_where_a_text_begins_with_it(text: str, title: str) -> None:
    assert title_at(text.split()) == title


@pytest.mark.parametrize(
    "text",
    ["", "lagen", "lagen om", "lagen om vissa", "lagen om vissa kommunala", "den om anställningsskydd"],
)
def test_less_than_a_title_is_none(text: str) -> None:
    assert title_at(text.split()) is None


def test_every_name_finds_its_act_again() -> None:
    for row in all_acts():
        for name in row.names:
            assert row in acts_named(name)
            assert name in names_ending_in(name.split()[-1])


def test_names_survive_ocr() -> None:
    assert acts_named("kornmunallagen") == acts_named("kommunallagen")
    assert acts_named("fdrvaltningslagen") == acts_named("förvaltningslagen")


def test_abbreviations_count_in_small_letters_unless_they_are_words() -> None:
    assert acts_abbreviated("kl") == acts_abbreviated("KL")
    assert acts_abbreviated("pbl") == acts_abbreviated("PBL")
    assert acts_abbreviated("sol") == ()


@pytest.mark.parametrize("short", ["SO", "URL", "AL", "BL", "ML", "DL", "HB", "SKL", "MB"])
def test_abbreviations_that_mean_much_else_are_cautious(short: str) -> None:
    assert is_cautious(short)


@pytest.mark.parametrize("short", ["KL", "SoL", "PBL", "FL", "OSL", "LSS", "LVU", "LAS", "LOU", "HSL"])
def test_abbreviations_of_everyday_acts_are_not(short: str) -> None:
    assert not is_cautious(short)


@pytest.mark.parametrize("word", ["förmodligen", "Villig", "språkligen", "otålig"])
def test_a_word_of_every_text_is_no_name_though_it_folds_as_one(word: str) -> None:
    assert acts_named(word) == ()
    assert acts_named(word + "en") == ()
    assert names_ending_in(word) == ()


def test_a_text_that_says_presumably_cites_no_act() -> None:
    assert find_citations("Det blir förmodligen 3 § i programmet, och nämnden är villig att pröva det.") == ()


@pytest.mark.parametrize("short", ["BFL", "PL", "KML", "SBL", "FRL", "GB", "SINK", "LSU"])
def test_abbreviations_of_several_acts_are_cautious(short: str) -> None:
    assert is_cautious(short)


@pytest.mark.parametrize("short", ["KonkL", "SkbrL", "KTjL", "KKöpL", "VpmL", "SjöL", "AVLK", "BrP"])
def test_abbreviations_of_one_act_alone_are_not(short: str) -> None:
    assert not is_cautious(short)
