"""Answers in ordinary language: "kan därför inte införas", "får kommunen göra", "är inget för kommunen"."""

from collections.abc import Callable

import pytest

from indexer.conclude import conclude
from indexer.conclude.competence import find_assessments
from indexer.conclude.statements import statements_of
from remissarkiv.citations import find_citations
from remissarkiv.domain import Document, Kind


def _document(text: str) -> Document:
    return Document("", Kind.YTTRANDE, text, text, citations=tuple(find_citations(text)))


def _told(text: str) -> list[str]:
    return [one.verdict.value for one in conclude(_document(text)).assessments]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Alkohollagen reglerar vem som får sälja öl. Ett eget åldersintyg kan därför inte införas.",
            ["inte förenligt"],
        ),
        (
            "Tullverket ansvarar för gränskontrollen. Egna kontroller i hamnen kan kommunen inte "
            "utföra. Däremot "
            "får kommunen hyra ut lokaler till verket.",
            ["inte förenligt", "förenligt"],
        ),
        (
            "Järnvägsstationen ägs av Trafikverket. Att riva den är inget som kommunen får göra.",
            ["inte förenligt"],
        ),
        (
            "Skogsstyrelsen har tillsyn enligt skogsvårdslagen. Över avverkning hos andra råder "
            "kommunen inte.",
            ["inte förenligt"],
        ),
        (
            "Ordningslagen låter kommunen meddela lokala föreskrifter. Ett sådant förbud kan således "
            "antas för "
            "torget.",
            ["förenligt"],
        ),
        (
            "Frågan regleras i socialtjänstlagen. Det går därmed inte att villkora biståndet så som "
            "motionären "
            "vill.",
            ["inte förenligt"],
        ),
        ("Öppettiderna i de egna badhusen står det kommunen fritt att bestämma.", ["förenligt"]),
        (
            "Bidraget prövas mot 2 kap. 8 § kommunallagen. Om stödet kan lämnas till hotellet är oprövat.",
            ["oavgjort"],
        ),
    ],
)
def test_a_conclusion_drawn_in_ordinary_words_is_read(text: str, told: list[str]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Det är inte möjligt att inom årets budget bygga om korsningen.",
        "Rutinerna har setts över. Systemet kan därför inte användas förrän i höst.",
        "Enligt lagen om kommunal energirådgivning får bidrag lämnas för rådgivare.",
        "Kommunstyrelsen får i uppdrag att återkomma. Rapporten kan lämnas i mars.",
        "Länsstyrelsen anser att kommunen inte får bygga nära stranden.",
        "Avgiften får enligt lag inte bestämmas så att verksamheten ger överskott.",
        "Förslaget innebär att alla elever får låna en dator.",
    ],
)
def test_plans_money_and_law_that_is_taught_are_no_conclusions(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    "piece",
    [
        "kan kommunen ", "får den inte ", "är därför inte ", "rätt att ta har kommunen ",
        "något som kommunen ", "kommunen kan därför ", "ansvar, och inte ", "kan därför inte tas ", "a, ",
        "ett svar kan ", "där anförs ",
    ],
)  # fmt: skip
def test_ordinary_language_is_read_in_time_that_grows_with_the_text(
    growth: Callable[..., float], piece: str
) -> None:
    def read(text: str) -> None:
        document = Document("", Kind.YTTRANDE, text, text)
        find_assessments(document, statements_of(document))

    assert growth(read, piece) < 8
