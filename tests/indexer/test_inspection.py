"""What `remiss inspect` tells of repaired words, and of citations."""

from indexer.inspection import as_dict, as_text
from indexer.task import ReadDocument
from remissarkiv.domain import Citation, Document, Kind, Segment, Span


def document(*pieces: str | tuple[str, str, str]) -> Document:
    original = text = ""
    segments = []
    for piece in pieces:
        read, shown, rule = (piece, piece, "") if isinstance(piece, str) else piece
        if rule:
            spans = Span(len(original), len(original) + len(read)), Span(len(text), len(text) + len(shown))
            segments.append(Segment(*spans, rule))
        original += read
        text += shown
    return Document(
        title="Svar", kind=Kind.REMISSVAR, text=text, original=original, segments=tuple(segments), quality=0.8
    )


REPAIRED = document(
    *("Socialn", ("d", "ä", "ocr-word"), "mnden ", ("1", "i", "ocr-sign"), ("  ", " ", "whitespace")),
    *("Malm", ("d", "ö", "ocr-word"), " enligt 2 ", ("$", "§", "ocr-sign"), " i kommun"),
    *(("-\n", "", "line-hyphen"), "styrelsens ", ("dr", "är", "ocr-word"), "ende ", ("pa", "på", "ocr-word")),
    *(" och ", ("pa", "på", "ocr-word")),
)


def test_json_has_every_repair_whole_words_in_order_and_no_tidying() -> None:
    answer = as_dict([ReadDocument(REPAIRED, "text/plain")], {})
    assert answer["repaired"] == [
        *(["Socialndmnden", "Socialnämnden"], ["1", "i"], ["Malmd", "Malmö"], ["$", "§"]),
        *(["drende", "ärende"], ["pa", "på"], ["pa", "på"]),
    ]


def test_a_person_sees_how_many_and_the_first_few() -> None:
    shown = as_text([ReadDocument(REPAIRED, "text/plain")], {})
    (line,) = [line for line in shown.splitlines() if line.startswith("Repaired")]
    assert line.split("  ")[-1].strip() == (
        "7 words: Socialndmnden → Socialnämnden, 1 → i, Malmd → Malmö, $ → §, drende → ärende, …"
    )
    untouched = as_text([ReadDocument(document("Orört."), "text/plain")], {})
    assert [line.split()[-1] for line in untouched.splitlines() if line.startswith("Repaired")] == ["–"]


def test_a_doubtful_citation_is_marked_and_others_are_told_as_they_were() -> None:
    cited = Document(
        title="Svar",
        kind=Kind.REMISSVAR,
        text="",
        original="",
        citations=(
            Citation("2017:725#K2P1", "2 kap. 1 § kommunallagen (2017:725)", Span(0, 9)),
            Citation("2017:725#K2P3", "2 kap. 3 § kommunallagen", Span(9, 12), certain=False),
            Citation("2017:725#K2P1", "2 kap. 1 § kommunallagen", Span(12, 15), certain=False),
            Citation("2099:1#P5", "5 § lagen (2099:1)", Span(15, 20)),
            Citation("prop/2099/00:1", "prop. 2099/00:1", Span(20, 30)),
        ),
    )
    told = as_dict([ReadDocument(cited, "text/plain")], {})["citations"]
    assert [{name for name in one if name not in ("key", "text", "span")} for one in told] == [
        set(),
        {"certain"},
        {"certain"},
        {"known"},
        set(),
    ]
    assert told[1]["certain"] is told[3]["known"] is False
    (line,) = [
        line for line in as_text([ReadDocument(cited, "text/plain")], {}).splitlines() if "Citations" in line
    ]
    assert line.split("Citations")[1].strip() == (
        "2017:725#K2P1; 2017:725#K2P3 (unsure); 2099:1#P5 (no such act); prop/2099/00:1"
    )
