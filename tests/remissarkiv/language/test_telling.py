"""The words of a text in runs, as topics are made of them."""

from remissarkiv.language.telling import word_runs


def runs(text: str) -> list[list[tuple[str, bool]]]:
    return [[(word.written, word.inside) for word in run] for run in word_runs(text)]


def test_only_blanks_stand_between_the_words_of_a_run() -> None:
    assert runs("(Stöd till\u00a0 unga, Malmö 2024. Nej") == [
        [("Stöd", False), ("till", True), ("unga", True)],
        [("Malmö", True)],  # behind a comma, so that the capital is its own
        [("Nej", False)],
    ]
    assert runs("") == runs(" 12 ") == []


def test_a_soft_hyphen_and_a_hyphen_within_part_no_words() -> None:
    assert [[word.form for word in run] for run in word_runs("kom\u00admunens EU-stöd -")] == [
        ["kommunens", "eu-stöd"]
    ]
