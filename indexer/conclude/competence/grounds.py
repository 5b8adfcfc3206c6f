"""On which provisions a verdict rests: those of its sentence, else of the reasoning that leads to it."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import Statement
from remissarkiv.domain import Citation

_LOCAL_GOVERNMENT_ACTS = ("2017:725", "1991:900", "1977:179")
_ACT_OF_1977 = "1977:179"
"""In it 1 kap. 4 § says what a kommun may: it has hand om sina angelägenheter."""
_CARRYING_CHAPTERS = ("K2P", "K3P8", "K3P9", "K4P29", "K4P30", "K4P31", "K4P32", "K8P", "K9P", "K10P")
"""Chapters of kommunallagen that say what a kommun may do: its powers, its money, what it may leave to
others; in chapter 4 what it may give to parties. The rest are about how it is governed: "beredningstiden är
inte förenlig med 5 kap. 33 §" is no question of competence."""

_PROCUREMENT_ACTS = ("2016:1145", "2016:1146", "2016:1147", "2007:1091", "1992:1528")
"""They say what may be asked of those who sell to a kommun: "LOU tillåter inte att lokala företag gynnas" is
a verdict on what it may, that a purchase breaks them is none."""
_PROCEDURAL_ACTS = (
    "2009:400", "1980:100", "1949:105",  # secrecy and access to documents
    "2017:900", "1986:223", "1971:291",  # procedure of authorities and courts
    "1977:1160", "1982:80", "1976:580",  # work and employment
    "2018:597", "1997:614",  # accounts
)  # fmt: skip
_STATUTE = re.compile(r"\d{4}:\d+|ext/celex/")
_STYCKE = re.compile(r"(?<=[P\d])[SNMO]\d.*\Z")
_LEGAL_HEADING = re.compile(r"rätt|lag|juridi|utgångspunkt|kompetens|regelverk", re.IGNORECASE)
_REACH = 8


def can_carry(key: str) -> bool:
    """Whether a provision can bear a verdict on what a kommun may do."""
    if not _STATUTE.match(key):
        return False
    act, _, place = key.partition("#")
    if act == _ACT_OF_1977:
        return place.startswith("K1P4")
    if act in _LOCAL_GOVERNMENT_ACTS:
        return place.startswith(_CARRYING_CHAPTERS)
    return act not in _PROCEDURAL_ACTS and act not in _PROCUREMENT_ACTS


def is_beside(citations: Sequence[Citation], low: str) -> bool:
    """Whether a sentence, in lower case, cites only law that has nothing to do with competence."""
    return bool(citations) and all(
        (one.key.partition("#")[0] in _PROCEDURAL_ACTS)
        or (one.key.startswith(_PROCUREMENT_ACTS) and "tillåt" not in low and "får" not in low)
        or (one.key.startswith(_LOCAL_GOVERNMENT_ACTS) and "#" in one.key and not can_carry(one.key))
        for one in citations
    )


def grounds(
    statement: Statement, before: Sequence[tuple[Statement, Sequence[Citation]]], here: Sequence[Citation]
) -> tuple[str, ...]:
    """The keys, in the order of the text. `before` are the sentences since the last verdict, nearest last."""
    if own := _keys(here):
        return own
    near = [
        one for sentence, cited in before[-_REACH:] if sentence.heading == statement.heading for one in cited
    ]
    if found := _keys(near):
        return found
    return _keys(
        [one for sentence, cited in before if _LEGAL_HEADING.search(sentence.heading) for one in cited]
    )


def _keys(citations: Sequence[Citation]) -> tuple[str, ...]:
    """The most specific of those that can carry: a § rather than its chapter or its act; a whole act where
    no § of any is cited ("enligt tandvårdslagen")."""
    keys = [_STYCKE.sub("", one.key) for one in citations if can_carry(one.key)]
    kept = [key for key in keys if not any(other != key and other.startswith(key) for other in keys)]
    provisions = [key for key in kept if "#" in key]
    return tuple(dict.fromkeys(provisions or kept))
