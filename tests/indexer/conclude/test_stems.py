"""Whether a sentence can hold what a reader looks for."""

import pytest

from indexer.conclude.stems import Stems, Words, any_of, lower_case


@pytest.mark.parametrize(
    ("stem", "text"),
    [
        ("avstyrk", "Nämnden AVSTYRKER motionen."),
        ("kommun", "Det gäller (kommunens) och andras lokaler."),
        ("är för", "Rådet är för ett förbud."),
        ("§", "Se 2 kap. 1 §."),
        (" dom ", "Enligt en dom i kammarrätten."),
    ],
)
def test_a_stem_is_found_within_words_and_a_phrase_as_it_stands(stem: str, text: str) -> None:
    assert Stems(stem).within(text)
    assert Stems("saknas här", stem).those_in(text) == [stem]


@pytest.mark.parametrize(
    ("stem", "text"),
    [("är för", "Det är inte för sent."), (" dom ", "En ungdom."), ("laglig", "Ett lägligt tillfälle.")],
)
def test_what_does_not_stand_so_is_not_found(stem: str, text: str) -> None:
    assert not Stems(stem).within(text)
    assert Stems(stem).those_in(text) == []


def test_without_rings_a_stem_is_found_however_its_letters_were_read() -> None:
    stems = Stems("avslas", "sig bakom", unringed=True)
    assert stems.within("Motionen avslås.")
    assert stems.within("Motionen avslas.")
    assert stems.within("Nämnden ställer sig bakom svaret.")


def test_a_table_made_later_holds_for_sentences_that_were_asked_about_before() -> None:
    text = "Zebraparken anläggs vid stationen."
    assert not Stems("giraff").within(text)
    assert Stems("zebra").within(text)


def test_words_are_whole_words() -> None:
    words = Words({"kan"}.__contains__)
    assert words.within("Det (kan) ske.")
    assert not words.within("Kanske sker det.")


@pytest.mark.parametrize("text", ["Lokalen (kommunens), sedan 2019.", "”Kommunens” lokal.", "3 kommuner/7"])
def test_signs_and_numbers_around_a_word_do_not_hide_it(text: str) -> None:
    assert Stems("kommun").within(text)
    assert Words(lambda word: word.startswith("kommun")).within(text)


def test_numbers_alone_have_no_stems() -> None:
    assert not Stems("kommun", "året").within("2019-02-11 – 17 § …")


def test_words_that_are_forgotten_are_found_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.conclude.stems._DISTINCT_WORDS", 4)
    stems = Stems("ekorr", "grävling")
    texts = ["Ekorrar och harar.", "Rävar ser grävlingar.", "Hus, bro, väg och torg.", "Inga ekorrar."]
    assert [stems.within(text) for text in texts] == [True, True, False, True]
    assert [stems.within(f"{text} ") for text in texts] == [True, True, False, True]


@pytest.mark.parametrize("word", ["skollagen", "lagskolan", "olag", "lagalag"])
def test_stems_that_overlap_are_all_found(word: str) -> None:
    stems = Stems("lag", "olag", "ollagen", "gsk", "alag", "skollag")
    told = [stem for stem in ("lag", "olag", "ollagen", "gsk", "alag", "skollag") if stem in word]
    assert sorted(stems.those_in(word)) == sorted(told)


@pytest.mark.parametrize("phrase", ["det som", "är för", "till"])
def test_what_has_only_words_of_every_sentence_is_found_as_it_stands(phrase: str) -> None:
    assert Stems(phrase).within(f"Vi menar att {phrase} tusen.")
    assert not Stems(phrase).within("Det är sommar före jul, som det var.")


def test_beginnings_that_are_shared_stand_once_in_a_pattern() -> None:
    assert any_of(["lag", "lov", "laga"]) == "l(?:ag|ov)"
    assert any_of(["är."]) == r"är\."


@pytest.mark.parametrize("text", ["Nämnden AVSTYRKER.", "ÅTERREMISS till KS, § 4", "", "İ går"])
def test_the_small_letters_of_a_sentence_are_the_same_whether_it_was_asked_before_or_not(text: str) -> None:
    assert lower_case(text) == text.lower()
    assert not Stems("ekorr").within(text)
    assert lower_case(text) == text.lower()
