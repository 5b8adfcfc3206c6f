"""The measure itself: true words beside those that were read."""

from benchmarks.page_tokens import TokenCounts, partners
from benchmarks.page_tokens import _count as count


def pairs(true: str, other: str) -> list[tuple[str, str]]:
    words = true.split()
    return list(zip(words, partners(words, other.split()), strict=True))


def test_damaged_words_stand_beside_the_true_ones() -> None:
    assert pairs("Förvaltningen är för små barn", "Forvaltningen dr fér sma barn") == [
        ("Förvaltningen", "Forvaltningen"),
        ("är", "dr"),
        ("för", "fér"),
        ("små", "sma"),
        ("barn", "barn"),
    ]


def test_a_word_that_became_two_and_two_that_became_one() -> None:
    assert pairs("en socialnämnd i staden", "en social ndmnd i staden")[1] == ("socialnämnd", "social ndmnd")
    assert pairs("de gamla husen står", "de gamlahusen star")[1:3] == [
        ("gamla", "gamlahusen"),
        ("husen", "gamlahusen"),
    ]


def test_a_word_that_was_not_read_has_no_partner_and_noise_is_nobodys() -> None:
    assert pairs("att läsa en bok", "att ldsa bok") == [
        ("att", "att"),
        ("läsa", "ldsa"),
        ("en", ""),
        ("bok", "bok"),
    ]
    assert pairs("att läsa bok", "att ~~x ldsa bok")[1] == ("läsa", "ldsa")


def test_what_is_counted() -> None:
    counts = TokenCounts()
    names = frozenset({"anna"})
    for word, before, after in [
        ("nämnden", "ndmnden", "nämnden"),
        ("får", "far", "far"),
        ("Svar", "Svar", "Svår"),
        ("Anna", "Anna", "anna"),
        ("och", "och", "och"),
    ]:
        count(counts, "sida", word, before, after, names)
    assert (counts.words, counts.right_before, counts.right) == (5, 3, 3)
    assert (counts.marked, counts.restored) == (2, 1)
    assert (counts.intact, counts.changed) == (3, [("sida", "Svar", "Svår"), ("sida", "Anna", "anna")])
    assert (counts.names, counts.names_right) == (1, 1)
    assert counts.still == {("får", "far", "far"): 1, ("svar", "svar", "svår"): 1}
