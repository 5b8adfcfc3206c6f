"""Hostile text takes time in proportion to its length: four times the text, about four times the work."""

from collections.abc import Callable

import pytest

from remissarkiv.citations import find_citations
from remissarkiv.dnr import find_dnr

_MOST_GROWTH = 10
"""Four is linear, sixteen quadratic."""


@pytest.mark.parametrize("read", [find_citations, find_dnr])
@pytest.mark.parametrize(
    "piece",
    [
        "§ § § 1 kap. ",
        "7",
        "1234567890 ",
        "2 kap. ",
        "1, ",
        "26 a-",
        "(2017:725) ",
        "lagen om ",
        "artikel 1, ",
        "dnr 1-1-1 ",
        "KS/",
        "första och ",
        "GDPR ",
        "prop. 2016/17:171 s. 1, 2, ",
        "a",
        "2016/17:171, ",
        "avsnitt 1 i kommitténs betänkande ",
        "SOU 2014:1, 2014:2 och ",
        "SOU 2014:1 a.a. s. 5 ",
        "NJA 1998 s. 14, 1999 s. 3 och ",
        "JO 1-1999, ",
        "(EU) 2016/679, ",
        "artikel 6.1 a, b, c och ",
        "artikel 6 § 1 första och andra stycket 1 led a i den samma ",
        "rskr. 2017/18:100, 101, 102 och ",
        "94/95 UU 15 och 16, ",
        "proposition nr 5 år 1942 del A del B ",
        "prop. 2016/17:171 avsnitt 5, s. 33, ",
        "Parisavtalets artikel 12 i direktivet ",
        "IAS-förordningen ",
        "förordning (EU) nr 575/2013 (tillsynsförordningen) ",
        "(a b c tillsynsförordningen) direktiv 95/46/EG ",
        "förordning nr 3821/85 och ",
        "KL 2:1 och 2:2 ",
        "Lagen (2018:222) om bostadsbidrag (LBB). ",
        "2 § i den förstnämnda lagen ",
        "gamla kommunallagen ",
        "1 § första stycket a, b, c, ",
        "par 1 kap 2 KL ",
        "13--16 §§ ",
        "1--",
        "[2007:1244] ",
        "lagen [2007:1244",
        "lagen om alkoholskatt ",
        "lagen (2018:222) om skatt (skattelagen) ",
        "lag om skatt på ",
        "lagens 2 kap. om skatt (1 §) ",
        "3 § SkbrL och 4 § ",
        "den senare lagens 3 § ",
        "okändhetslagens bestämmelser om x i 3 § ",
        "lagen (1990:52) om vård av unga, 3 § ",
        "30 § 1, 2 och 3 mom. ",
        "3 § under 1, 2 och ",
    ],
)
def test_time_grows_with_the_text(
    growth: Callable[..., float], read: Callable[[str], object], piece: str
) -> None:
    assert growth(read, piece, small=20_000) <= _MOST_GROWTH
