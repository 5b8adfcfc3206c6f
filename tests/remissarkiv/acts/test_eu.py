"""EU acts are found by name, and called what people call them."""

import re
import time

import pytest

from remissarkiv.acts import eu_name, eu_names, eu_names_in


def _roots(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], root.rpartition("/")[2]) for start, end, root in eu_names_in(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("enligt dataskyddsförordningen", [("dataskyddsförordningen", "32016R0679")]),
        ("GDPR:s krav", [("GDPR", "32016R0679")]),
        ("Dataskyddsforordningens artikel 6", [("Dataskyddsforordningens", "32016R0679")]),
        ("EU:s dataskyddsförordning.", [("EU:s dataskyddsförordning", "32016R0679")]),
        ("allmänna dataskyddsförordningen", [("allmänna dataskyddsförordningen", "32016R0679")]),
        ("de minimis-förordningen (EU) 2023/2831", [("de minimis-förordningen", "32023R2831")]),
        ("NIS2-direktivet,", [("NIS2-direktivet", "32022L2555")]),
        ("NIS 2-direktivet", [("NIS 2-direktivet", "32022L2555")]),
        ("NIS-direktivets", [("NIS-direktivets", "32016L1148")]),
        ("ramdirektivet för vatten", [("ramdirektivet för vatten", "32000L0060")]),
        ("f-gasförordningen", [("f-gasförordningen", "32024R0573")]),
        ("gdpr i små bokstäver", []),
        ("icke-avfallsdirektivet och avfallsdirektivet-ish", []),
        ("EU-fördraget\nArtikel 4", [("EU-fördraget", "TXT")]),
    ],
)
def test_names_are_found_whole(text: str, found: list[tuple[str, str]]) -> None:
    assert _roots(text) == found


def test_every_name_finds_its_act() -> None:
    for name, root in eu_names().items():
        shown = name.upper() if len(name) < 7 else name
        assert [found for _, _, found in eu_names_in(f"I {shown} står det.")] == [root], name


def test_every_root_is_a_celex_number_or_a_treaty() -> None:
    celex = re.compile(r"ext/(?:celex/(?:3(?:19[5-9]\d|20\d\d)[RLDF]\d{4}|1\d{4}[EMP]/TXT)|coe/\d{3})")
    assert all(celex.fullmatch(root) for root in eu_names().values())


def test_an_act_whose_name_passed_to_its_successor_is_called_by_its_year() -> None:
    assert eu_name("ext/celex/32013R1407") == "de minimis-förordningen från 2013"
    assert eu_name("ext/celex/32023R2831") == "de minimis-förordningen"
    assert eu_name("ext/celex/31985L0611") == "CELEX 31985L0611"


def test_looking_for_names_grows_with_the_text_and_no_faster() -> None:
    def seconds(times: int) -> float:
        text = "de minimis de EU:s eu de förordningen om de NIS " * times
        start = time.process_time()
        list(eu_names_in(text))
        return time.process_time() - start

    seconds(1_000)
    small = min(seconds(5_000) for _ in range(3))
    large = min(seconds(20_000) for _ in range(3))
    assert large < 8 * small + 0.02
