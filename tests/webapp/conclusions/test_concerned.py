"""What a conclusion is about is shown where it reads as such, and left out where the rules cut it badly."""

from collections.abc import Callable
from pathlib import Path

import pytest

from remissarkiv.bootstrap import open_archive
from webapp.conclusions.concerned import concerned

KNOWN_BAD = (
    "ha hand om",
    "kommunen och förenligt med",
    "lämna",
    "frågan behöver utredas av kommunjuristen",
    "taxan annars",
    "att en bensinstation anläggs vid f",
    "miljöavgiften och i övrigt inte yttrar sig",
    "delvis Delvis förenligt",
    "–",
    "så sätt att kommunen träffar avtal med regionen om avgiftsfria resor för",
    "men inte driften",
    "avtal med regionen skulle ge kommunen större möjligheter",
)


@pytest.mark.parametrize("words", [*KNOWN_BAD, "", "   ", "första", "den skall ge pengar till en buss"])
def test_what_does_not_read_as_a_thing_is_left_out(words: str) -> None:
    assert concerned(words) == ""


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("juridisk rådgivning till enskilda", "juridisk rådgivning till enskilda"),
        ("att äldre får åka buss gratis", "att äldre får åka buss gratis"),
        ("andra och tredje att-satser", "andra och tredje att-satser"),
        ("punkt 2", "punkt 2"),
        ("bidrag som föreningen har sökt", "bidrag som föreningen har sökt"),
        ("driva en vårdcentral", "att driva en vårdcentral"),
        ("förslaget om hemsändning och", "förslaget om hemsändning"),
        ("ordningsvakter och i övrigt", "ordningsvakter"),
        ("också förslaget om en fast läkarkontakt", "förslaget om en fast läkarkontakt"),
    ],
)
def test_a_thing_or_what_is_to_be_done_is_shown(words: str, shown: str) -> None:
    assert concerned(words) == shown


def test_nothing_known_to_be_nonsense_is_shown_of_the_corpus(corpus_data: Path) -> None:
    shown = {concerned(words) for words in _all_of(corpus_data)}
    assert len(shown) > 50
    assert shown.isdisjoint(KNOWN_BAD)
    for words in shown - {""}:
        assert words.rsplit(" ", 1)[-1].lower() not in {"och", "som", "att", "med", "av", "för", "till", "om"}
        assert "förenlig" not in words.lower()


def _all_of(data: Path) -> set[str]:
    with open_archive(data=data) as archive:
        access = archive.operator_access()
        hits = archive.search("*", access=access, limit=None).hits
        documents = [
            one.document for one in archive.catalog.documents([hit.id for hit in hits], access).values()
        ]
    found = {one.concerns for document in documents for one in document.assessments}
    return found.union(
        one.target for document in documents for one in (*document.positions, *document.decisions)
    )


@pytest.mark.parametrize("piece", ["och ", "förslaget i övrigt och ", "att ", "också "])
def test_time_is_in_proportion_to_the_length(growth: Callable[..., float], piece: str) -> None:
    assert growth(concerned, piece) < 8
