"""What the command line tells of repaired words."""

from remissarkiv.commands.answers import as_dict, hit_lines
from remissarkiv.domain import Hit, HitList, Snippet, Span


def hit(*snippets: Snippet) -> Hit:
    return Hit("a", "Titel", "motion", None, (), "", "", "a.txt", 1.0, 0.8, snippets)


def snippet(*repaired: tuple[str, str]) -> Snippet:
    return Snippet("socialnämnden svarar", (Span(0, 13),), repaired=repaired, mended=(Span(0, 13),))


def lines(found: Hit) -> list[str]:
    return [line.plain.strip() for line in hit_lines(1, found)]


def test_a_person_sees_what_the_matched_word_was_read_as() -> None:
    found = hit(
        snippet(("socialndmnden", "socialnämnden")),
        snippet(("Socialndmnden", "Socialnämnden"), ("frdn\x1b[2J", "från")),
    )
    assert "rättat: socialndmnden → socialnämnden, frdn [2J → från" in lines(found)


def test_nothing_is_said_where_nothing_was_repaired() -> None:
    assert not [line for line in lines(hit(snippet())) if line.startswith("rättat")]


def test_json_snippets_keep_their_two_keys() -> None:
    found = hit(snippet(("socialndmnden", "socialnämnden")))
    answer = as_dict(HitList("q", 1, (found,), {}, (), ()))
    assert answer["hits"][0]["snippets"] == [{"text": "socialnämnden svarar", "highlights": [[0, 13]]}]
