"""What leads to a conclusion and what is one; what is added to it, taken over from others or left open."""

from collections.abc import Callable

import pytest

from indexer.conclude import conclude
from indexer.conclude.competence import find_assessments
from indexer.conclude.statements import statements_of
from remissarkiv.citations import find_citations
from remissarkiv.domain import Document, Kind


def _told(text: str) -> list[str]:
    document = Document("", Kind.YTTRANDE, text, text, citations=tuple(find_citations(text)))
    return [one.verdict.value for one in conclude(document).assessments]


def test_a_power_that_is_told_first_gives_way_to_the_conclusion_drawn_from_it() -> None:
    told = _told(
        "Kommunen får ta ut hyra för lokaler enligt 2 kap. 5 § kommunallagen. Den föreslagna hyran är därför "
        "förenlig med självkostnadsprincipen."
    )
    assert told == ["förenligt"]


def test_a_power_told_in_contrast_to_a_refusal_is_a_conclusion_of_its_own() -> None:
    told = _told(
        "Förslaget prövas mot 2 kap. 8 § kommunallagen. Hyresrabatt till bageriet får kommunen inte lämna. "
        "Däremot får kommunen upplåta saluplatser åt alla."
    )
    assert told == ["inte förenligt", "förenligt"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Frågan är om kommunen får köpa andelar i bryggeriet. Svaret är nej.",
            ["inte förenligt"],
        ),
        (
            "Kontoret har låtit pröva om kommunen kan ta över kiosken. Kioskrörelse kan inte bedrivas av "
            "kommunen.",
            ["inte förenligt"],
        ),
        (
            "Utrikespolitiken är statens angelägenhet. Filtar får kommunen skänka, vapen däremot inte.",
            ["förenligt", "inte förenligt"],
        ),
        (
            "Taxan kan inte höjas från i fjol; 2 kap. 4 § sätter stopp för det.",
            ["inte förenligt"],
        ),
        (
            "Självkostnadsprincipen gäller. Om frakten inte räknas in kan kommunen därför ta betalt för den.",
            ["förenligt"],
        ),
        (
            "Kommunallagen gäller. Att hyra ut salar som tillfälligt inte används är tillåtet för kommunen.",
            ["förenligt"],
        ),
        (
            "Simhallen ligger i en annan kommun. Ett bidrag dit är inte något kommunen kan bevilja.",
            ["inte förenligt"],
        ),
        (
            "Likställighetsprincipen gäller. Huruvida åldersgränsen får tillämpas även på gäster är "
            "svårare att besvara.",
            ["oavgjort"],
        ),
        (
            "Verksamheten prövas mot kommunallagen. En scen är en naturlig kommunal uppgift, men hotellet är "
            "det inte, och förslaget är därmed bara delvis tillåtet.",
            ["delvis förenligt"],
        ),
    ],
)
def test_an_answer_is_read_with_the_question_or_the_reason_before_it(text: str, told: list[str]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Skolan enligt skollagen är avgiftsfri. Bokningen kan därför kortas.",
        "Kommunallagen är tillämplig. Handlarna anser att avgiften är olaglig.",
        "Kommunen följer kommunallagen. Hans uppfattning är att lagen ger utrymme för ett köp.",
        "Lagen gäller. En höjning är inte möjlig förrän vid årsskiftet.",
        "Kommunen har inte någon laglig skyldighet att hålla bastu.",
        "Enligt jaktlagen gäller fredning. Skytte får inte ske utan polisens tillstånd.",
        "Frågan om bidraget är förenligt med kommunallagen ställdes även vid mötet.",
    ],
)
def test_views_of_others_duties_and_plans_conclude_nothing(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    "piece",
    [
        "kan den däremot ", "torde en ", "får kommunens ", "kommunen kan, ", "som ", "skulle kunna ",
        "sakliga skäl ", "kommer till ", "en sak däremot inte, ", "om det är en ", "kommunen kan lämna ",
    ],
)  # fmt: skip
def test_measures_are_read_in_time_that_grows_with_the_text(growth: Callable[..., float], piece: str) -> None:
    def read(text: str) -> None:
        document = Document("", Kind.YTTRANDE, text, text)
        find_assessments(document, statements_of(document))

    assert growth(read, piece) < 8
