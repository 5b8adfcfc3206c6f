"""A sentence as the rules read it: in lower case, each citation one word, asides taken out.

"strider, enligt kontorets mening, mot 2 kap. 8 § kommunallagen" is read as "strider mot lagrum".
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.conclude.interface import Statement
from indexer.conclude.stems import Stems
from remissarkiv.domain import Citation

LAGRUM = "lagrum"
"""What stands for a citation of an act or a provision of one."""

SOURCE = "källhänvisning"
"""What stands for a citation of anything else: a case, a bill."""

_STATUTE = re.compile(r"\d{4}:|ext/celex/(?!6)")
"""In CELEX what begins with 6 is a judgment: "ext/celex/62013CJ0333"."""
_ASIDE = re.compile(
    r" ?, (?:(?:menar|anser|bedömer|påpekar|konstaterar) (?:vi|nämnden|kontoret|förvaltningen"
    r"|[a-zåäö]{2,30}(?:nämnden"
    r"|kontoret|förvaltningen|kansliet|styrelsen))|(?:så )?som (?:nämnden|kontoret|förvaltningen"
    r"|(?:motionär\w+"
    r"|förslagsställar\w+) (?:också |nu |även )?(?:begär|vill|föreslår|önskar|yrkar|tänk\w+|skisserar))"
    r"|vare sig|i kraft av|i sin roll|enligt|såvitt|i vart fall|i alla fall|såsom|med hänsyn till"
    r"|i likhet med|mot denna bakgrund"
    r"|som ovan|å andra sidan|tvärtom|däremot|dock|emellertid) ?[^,;.]{0,80},(?= )|,(?= (?:däremot|dock"
    r"|emellertid),)",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"(?:lagen|lag|förordningen) \(lagrum\)(?: om vissa kommunala befogenheter)?|lagrum(?:,? (?:och |samt "
    r"|eller )?lagrum){1,12}"
)
_BARE = re.compile(
    r"(?:\b(?![3-7] kap)\d{1,3} kap\. ?|(?<!kap\. )\b)\d{1,3} ?[a-z]? §§?(?: (?:första|andra|tredje"
    r"|fjärde) stycket)?"
)
"""A § that the reader of citations could not give to any act. Chapters 3-7 are as a rule of how the kommun
is governed ("jäv enligt 6 kap. 28 §"): no law that could stand against what is proposed."""

_NO_DOUBT = re.compile(
    r"\bbehöver (?:knappast|inte|inte ens) (?:sägas|påpekas|nämnas|motiveras|utvecklas|understrykas"
    r"|framhållas)\b|\b(?:ingen|inget|utan|inte (?:råda "
    r"|råder )?(?:någon|något)|utom) (?:som helst |allt )?(?:tvekan"
    r"|tvivel|tveksamhet|oklarhet|oklarheter)\b",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(
    r"\bkan (?:inte|ej) (?:komma till|dra|finna) (?:annat|någon annan) (?:slut|slutsats)(?:en)? än (?=att)"
    r"|\bbehöver (?:knappast|inte) sägas att |\binte (?=bara|enbart|endast|minst|sällan)"
    r"|\binte (?:[^\s,;]{1,20} ){0,3}annat än ",
    re.IGNORECASE,
)

_NEGATIONS = Stems("knappast", "ingen", "inget", "utan", "inte", "utom")


@dataclass(frozen=True, slots=True)
class Wording:
    """`plain` keeps capitals; `low` is the same in lower case, letter for letter."""

    plain: str
    low: str


class Citations:
    """The citations of a document by place."""

    def __init__(self, citations: Sequence[Citation]) -> None:
        self._all = sorted(citations, key=lambda one: one.span.start)
        self._starts = [one.span.start for one in self._all]

    def within(self, statement: Statement) -> list[Citation]:
        """Those of a sentence, in the order of the text."""
        if not self._all:
            return []
        first = bisect_left(self._starts, statement.span.start)
        last = bisect_left(self._starts, statement.span.end)
        return self._all[first:last]


def wording(statement: Statement, citations: Sequence[Citation]) -> Wording:
    """The sentence with a word for each of its citations."""
    parts, done = [], 0
    for one in citations:
        start = one.span.start - statement.span.start
        if start >= done:
            parts += [statement.text[done:start], LAGRUM if is_of_law(one.key) else SOURCE]
            done = min(one.span.end, statement.span.end) - statement.span.start
    parts.append(statement.text[done:])
    # Most sentences have nothing to take out, and to see that is much quicker than to search for it.
    plain = " ".join("".join(parts).split())
    if "§" in plain:
        plain = _BARE.sub(LAGRUM, plain)
    if LAGRUM in plain:
        plain = _MANY.sub(LAGRUM, plain)
    if "," in plain:
        plain = _ASIDE.sub("", plain)
    low = lowered(plain)
    if _NEGATIONS.within(low):
        plain = _NO_DOUBT.sub("klart", _NOT_ONLY.sub("", plain))
        low = lowered(plain)
    return Wording(plain, low)


def is_of_law(key: str) -> bool:
    """Whether a citation is of an act, a provision or an EU act, not of a case or a bill."""
    return _STATUTE.match(key) is not None


def lowered(text: str) -> str:
    """In lower case and as long as before, also where a sign has a longer small form."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
