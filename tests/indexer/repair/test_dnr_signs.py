"""A Dnr on a badly read page is found as it was written."""

from collections.abc import Callable

import pytest

from indexer import normalise, readers
from indexer.repair import repair
from indexer.repair.dnr_signs import misread_dnr
from remissarkiv.dnr import find_dnr
from remissarkiv.domain import Span
from remissarkiv.language.damage import estimate
from remissarkiv.language.lexicon import base_lexicon

PAGE = """
Svar pa remiss fran {board}, {dnr}

Namnden anser att forslaget ar val genomarbetat och att det i allt vasentligt kan genomforas. Forvaltningen
har dock foljande synpunkter pa de avsnitt som ror kommunens mojligheter att folja upp verksamheten. Det ar
viktigt att de aldre far en god vard och att resurserna racker aven nar behoven okar under kommande ar.
"""


def values(dnr: str, board: str = "socialnamnden") -> list[str]:
    normal = normalise.normalise(readers.read(PAGE.format(dnr=dnr, board=board).encode(), "a.txt"))
    damage = estimate(normal.text, normal.pages)
    assert damage.damaged
    return [found.value for found in find_dnr(repair(normal, damage, base_lexicon())[0].text)]


@pytest.mark.parametrize(
    ("dnr", "value"),
    [
        ("dar 2019-002134", "2019/2134"),
        ("Dar 6823-2009", "2009/6823"),
        ("Dar 0263/20", "2020/263"),
        ("dnr 202 1-000520", "2021/520"),
        ("dnr 2024-0009 13", "2024/913"),
        ("Dnr SAN 2021/12", "SÄN 2021/12"),
        ("Dnr KSKF/20l8:96", "KSKF 2018/96"),
        ("Tos 2061/2023", "TOS 2023/2061"),
        ("Fo 3/2023", "FÖ 2023/3"),
        ("dar 1505-80-22", "1980/1505"),
        ("Dnr 322-1356 /2009", "2009/1356"),
        ("Ks 335 /2023", "KS 2023/335"),
    ],
)
def test_dnr_is_repaired(dnr: str, value: str) -> None:
    assert values(dnr) == [value]


def test_an_is_aldrenamnden_unless_the_text_names_arbetsmarknadsnamnden() -> None:
    assert values("Dnr AN 2021/1201", "aldrenamnden") == ["ÄN 2021/1201"]
    assert values("Dnr AN-2021/1201", "tekniska namnden") == ["ÄN 2021/1201"]
    assert values("Dnr AN 2021/1201", "arbetsmarknadsnamnden") == ["AN 2021/1201"]


@pytest.mark.parametrize(
    "words", ["dar 2008-2009 ars", "dar 2019-01-23 ars", "dar 12 av 2019 ars", "dar 2008-05-12 ars"]
)
def test_other_words_before_numbers_are_left_alone(words: str) -> None:
    assert list(misread_dnr(words, Span(0, len(words)), words)) == []


def test_a_page_read_with_swedish_keeps_its_letters() -> None:
    text = "Nämnden för äldre, Dnr AN 2021/12, har yttrat sig över förslaget."
    assert list(misread_dnr(text, Span(0, len(text)), text)) == []


@pytest.mark.parametrize("piece", ["AN 2021/1 ", "dar 2019-", "nr 202 1-", "nr 2024-0009 1", "20l8/1"])
def test_time_grows_with_the_text(growth: Callable[..., float], piece: str) -> None:
    assert growth(lambda text: list(misread_dnr(text, Span(0, len(text)), text)), piece) <= 10
