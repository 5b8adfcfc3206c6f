"""The words there are: Swedish, and what an archive teaches."""

import multiprocessing
from collections import Counter
from pathlib import Path

import pytest

from remissarkiv.errors import LexiconBrokenError
from remissarkiv.language.lexicon import Lexicon, LexiconVersions, base_lexicon, learn, open_lexicon
from remissarkiv.language.lexicon.counting import Tally
from remissarkiv.language.skeleton import skeleton
from remissarkiv.language.tokens import tokenize, tokens_of_run

TEXTS = [
    "Hjortkullens vårdcentral läggs ned. Nämnden hör Hjortkullens samfällighet och Tuvalisa Hjortkull.",
    "Förslaget från Tuvalisa Hjortkull om Hjortkullens vårdcentral avslås av nämnden.",
]


def frozen(folder: Path, texts: list[str] = TEXTS) -> Lexicon:
    return open_lexicon(folder, LexiconVersions(folder).freeze(learn(texts)))


def test_swedish_is_there_from_the_start() -> None:
    words = [word.text for word in base_lexicon().alike(skeleton("socialndmnden"))]
    assert words == ["socialnämnden"]


def test_commoner_words_cost_less() -> None:
    lexicon = base_lexicon()
    assert (lexicon.cost("är") or 99) < (lexicon.cost("år") or 99) < (lexicon.cost("åra") or 99)
    assert lexicon.cost("hjortkullens") is None


def test_words_that_follow_on_each_other_are_known() -> None:
    lexicon = base_lexicon()
    assert lexicon.affinity("varje", "år") > 2 > lexicon.affinity("varje", "är")
    assert lexicon.affinity("#", "kap") > 2


def test_an_archive_teaches_its_own_words(tmp_path: Path) -> None:
    lexicon = frozen(tmp_path)
    assert lexicon.version == 1
    known = lexicon.find("hjortkullens")
    assert known is not None
    assert lexicon.find("hjortkull") is not None


def test_a_word_tells_how_often_public_texts_and_the_archive_have_it(tmp_path: Path) -> None:
    lexicon = frozen(tmp_path)
    new, common = lexicon.find("hjortkullens"), lexicon.find("nämnden")
    assert new is not None
    assert (new.public, new.own) == (0, 3)
    assert common is not None
    assert common.public > 1_000
    assert common.own == 2


def test_skeletons_of_no_word_are_not_remembered(tmp_path: Path) -> None:
    lexicon = frozen(tmp_path)
    assert [lexicon.alike(skeleton(f"xqz{number}")) for number in range(20, 40)] == [()] * 20
    assert not lexicon._remembered


def test_what_is_written_with_a_capital_inside_sentences_is_a_name(tmp_path: Path) -> None:
    lexicon = frozen(tmp_path, ["Vi hör Hjortkull. Sen hör Hjortkull nämnden och nämnden hör."] * 2)
    hjortkull, namnden = lexicon.find("hjortkull"), lexicon.find("nämnden")
    assert hjortkull is not None
    assert hjortkull.is_name
    assert namnden is not None
    assert not namnden.is_name


def test_the_order_of_the_texts_does_not_matter() -> None:
    assert learn(TEXTS).digest() == learn(TEXTS[::-1]).digest()


def test_numbers_sentence_ends_and_composed_letters_are_counted_as_they_stand() -> None:
    learned = learn(["Enligt 2 kap. och 7 kap. hör Lis-Marie EU:s råd. Hör a\u030ar för år"])
    assert learned.words["#"] == 2
    assert learned.words["år"] == 2
    assert learned.words["kap"] == 2
    assert learned.total == 12
    assert learned.pairs == {("#", "kap"): 2}


def test_what_follows_on_what_ends_with_the_sentence_and_the_line() -> None:
    learned = learn(["Nämnden hör. Lis hör nämnden\nhör 3 kap"] * 2)
    assert learned.pairs == {("nämnden", "hör"): 2, ("lis", "hör"): 2, ("hör", "nämnden"): 2} | {
        ("hör", "#"): 2,
        ("#", "kap"): 2,
    }
    assert not learned.capitals


def test_a_long_text_teaches_what_its_lines_teach() -> None:
    lines = [f"Nämnden hör Lis om förslag {number} och avslår det" for number in range(5_000)]
    long, short = learn(["\n".join(lines)]), learn(lines)
    assert (long.words, long.capitals, long.pairs) == (short.words, short.capitals, short.pairs)
    assert long.capitals["lis"] == 5_000


def test_a_long_line_is_cut_between_words() -> None:
    assert learn(["nämnden " * 200_000]).words == {"nämnden": 200_000}


def test_pairs_are_counted_alike_however_many_words_wait() -> None:
    text = "Nämnden hör Lis om 3 förslag och nämnden hör Ola om 4 förslag och Ola hör Lis"
    whole, small = Tally(), Tally(buffered=4)
    for tally in (whole, small):
        for part in text.split(" och "):
            tally.take_in(part)
    pairs = whole.pairs(1)
    assert pairs == small.pairs(1)
    assert (whole.words(), whole.capitals()) == (small.words(), small.capitals())
    assert pairs == Counter(pairs)
    assert list(pairs) == sorted(pairs)
    assert pairs["nämnden", "hör"] == pairs["#", "förslag"] == 2
    assert list(whole.pairs(2)) == [("#", "förslag"), ("hör", "lis"), ("nämnden", "hör"), ("om", "#")]
    for unknown in (("hör", "nämnden"), ("öva", "öva"), ("", "")):
        with pytest.raises(KeyError):
            pairs[unknown]


def test_of_too_many_pairs_those_seen_once_are_forgotten() -> None:
    tally = Tally(most_pairs=2, buffered=1)
    for text in ("ett två", "ett två", "tre fyra", "fem sex", "tre fyra"):
        tally.take_in(text)
    assert tally.pairs(1) == {("ett", "två"): 2, ("tre", "fyra"): 1}
    assert tally.words() == {"ett": 2, "två": 2, "tre": 2, "fyra": 2, "fem": 1, "sex": 1}


@pytest.mark.parametrize(
    "run", ["EU:s", "KS/2025", "och/eller", "2025/448", "a.b", "soci@lt", "x" * 150 + "-y"]
)
def test_a_run_has_the_tokens_that_a_text_of_it_has(run: str) -> None:
    assert list(tokens_of_run(run)) == list(tokenize(run))


def test_versions_are_numbered_and_never_change(tmp_path: Path) -> None:
    versions = LexiconVersions(tmp_path)
    assert versions.newest() == 0
    assert versions.freeze(learn(TEXTS)) == 1
    assert versions.freeze(learn(TEXTS)) == 1
    assert versions.freeze(learn([*TEXTS, "Något nytt sägs här."])) == 2
    assert open_lexicon(tmp_path, 1).find("något") is not None
    assert versions.numbers() == (1, 2)
    versions.forget(())
    assert versions.numbers() == (2,)


@pytest.mark.parametrize("name", ["words.marisa", "pairs.marisa", "about.json"])
@pytest.mark.parametrize("harm", ["cut", "gone", "other"])
def test_a_broken_file_is_reported_by_name(tmp_path: Path, name: str, harm: str) -> None:
    frozen(tmp_path / "whole")
    LexiconVersions(tmp_path / harm).freeze(learn(TEXTS))
    file = tmp_path / harm / "1" / name
    if harm == "cut":
        file.write_bytes(file.read_bytes()[:-20])
    elif harm == "gone":
        file.unlink()
    else:
        file.write_bytes(b"\0" * 400)
    with pytest.raises(LexiconBrokenError) as caught:
        open_lexicon(tmp_path / harm, 1)
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_broken_newest_version_is_followed_by_another(tmp_path: Path) -> None:
    versions = LexiconVersions(tmp_path)
    versions.freeze(learn(TEXTS))
    (tmp_path / "1" / "words.marisa").write_bytes(b"")
    assert versions.freeze(learn(TEXTS)) == 2
    assert open_lexicon(tmp_path, 2).find("hjortkullens") is not None


def _cost_of(word: str) -> float | None:
    return base_lexicon().cost(word)


def test_other_processes_open_the_same_files() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(_cost_of, ("socialnämnden",)) == base_lexicon().cost("socialnämnden")
