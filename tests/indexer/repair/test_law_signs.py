"""The signs of law that OCR has spoilt are put right where something beside them proves what they were."""

import pytest

from indexer.normalise import NormalText
from indexer.repair import repair
from remissarkiv.domain import Span
from remissarkiv.language.damage import DamageEstimate
from remissarkiv.language.lexicon import base_lexicon


def repaired(text: str) -> str:
    """The text repaired as if all of it were damaged."""
    normal = NormalText(text=text, original=text)
    return repair(normal, DamageEstimate(0.75, (Span(0, len(text)),)), base_lexicon())[0].text


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("enligt 7 8 samma lag", "enligt 7 § samma lag"),
        ("enligt 78 samma lag", "enligt 7 § samma lag"),
        ("enligt 9 8 LSS", "enligt 9 § LSS"),
        ("enligt 98 LSS och 48 LVU", "enligt 9 § LSS och 48 LVU"),
        ("enligt 18 lagen (1994:137) om mottagande", "enligt 1 § lagen (1994:137) om mottagande"),
        ("enligt 33 8. Beslutet gäller", "enligt 33 §. Beslutet gäller"),
        ("enligt 38 första stycket", "enligt 3 § första stycket"),
        ("enligt 9 § första stycket och 39 8.", "enligt 9 § första stycket och 39 §."),
        ("enligt 4 kap. 2 och 4 88.", "enligt 4 kap. 2 och 4 §§."),
        ("av 17 8 förvaltningslagen", "av 17 8 förvaltningslagen"),
        ("stöd av 17 8 förvaltningslagen", "stöd av 17 § förvaltningslagen"),
        ("häkteslagen (2010-611) gäller", "häkteslagen (2010:611) gäller"),
        ("lagen (201 6:1 108) om ersättning", "lagen (2016:1108) om ersättning"),
        ("kommunallagen (2017; 725)", "kommunallagen (2017:725)"),
        ("skr. 2017 /18:207", "skr. 2017/18:207"),
        ("barnnämnden, Dar SBN 2023/1252", "barnnämnden, Dnr SBN 2023/1252"),
        (
            "6 §\n\nMyndigheten ska verka.\n\n78\n\nMyndigheten leds.\n\n8g\n\nI myndigheten finns.",
            "6 §\n\nMyndigheten ska verka.\n\n7 §\n\nMyndigheten leds.\n\n8 §\n\nI myndigheten finns.",
        ),
    ],
)
def test_a_sign_of_law_is_put_right(read: str, written: str) -> None:
    assert repaired(read) == written


@pytest.mark.parametrize(
    "text",
    [
        "de 18 LSS-boendena",
        "av 38 personer",
        "(1993-1997)",
        "planen (1993-1997) gäller",
        "18\n28\n38\n\nSumma",
        "sida\n\n48\n\nKommunen har",
        "den 8 maj 2024 och 28 ledamöter",
        "Se 8. Budget och 18. Revision",
    ],
)
def test_numbers_that_are_numbers_stay(text: str) -> None:
    assert repaired(text) == text
