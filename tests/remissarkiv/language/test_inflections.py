"""The forms that a word may have, made from its endings."""

import pytest

from remissarkiv.language.inflections import MOST, inflections
from remissarkiv.language.keys import word_keys


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("rådgivning", {"rådgivningen", "rådgivningar", "rådgivningarna", "rådgivnings", "rådgivningens"}),
        ("rådgivningarnas", {"rådgivning", "rådgivningen"}),
        ("kommun", {"kommunen", "kommuner", "kommunernas"}),
        ("nyckel", {"nyckeln", "nycklar", "nycklarna"}),
        ("rum", {"rummet", "rummen", "rums"}),
        ("flicka", {"flickan", "flickor", "flickornas"}),
        ("bok", {"böcker", "böckerna", "boken"}),
        ("barnböcker", {"barnbok", "barnboken"}),
        ("föreslår", {"föreslog", "föreslagit", "föreslå"}),
        ("besluta", {"beslutade", "beslutat", "beslutar", "beslutas"}),
        ("god", {"goda", "gott", "bättre"}),
        ("enkel", {"enkelt", "enkla"}),
    ],
)
def test_the_forms_of_a_word(word: str, forms: set[str]) -> None:
    made = inflections(word)
    assert made[0] == word
    assert forms <= set(made)
    assert len(made) <= MOST


@pytest.mark.parametrize("word", ["rådgivning", "nämnd", "svar", "avslå", "xyzzy", "stad"])
def test_every_form_has_a_key_of_the_word(word: str) -> None:
    assert all(set(word_keys(word)) & set(word_keys(form)) for form in inflections(word))
    assert len(set(inflections(word))) == len(inflections(word))


@pytest.mark.parametrize(
    ("word", "strangers"), [("råd", {"rådgivning"}), ("för", {"föra"}), ("kommun", {"kommunal"})]
)
def test_other_words_are_no_forms(word: str, strangers: set[str]) -> None:
    assert strangers.isdisjoint(inflections(word))


def test_what_is_no_word_has_only_itself() -> None:
    assert inflections("2025/448") == ("2025/448",)
    assert inflections("eu-medborgare") == ("eu-medborgare",)
