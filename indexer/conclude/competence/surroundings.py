"""Is the kommun's competence spoken of around a sentence? Words like "får inte" need that to mean it."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import Manner, Statement
from remissarkiv.domain import Citation

_TOPIC = re.compile(
    r"kommunal\w* (?:kompetens|befogenhet|angelägenhet)|kommunallag|befogenhet|kompetens(?!cent|förs|utv|h)|lokaliserings|likställighet|självkostnad"
    r"|retroaktiv|understöd|synnerliga skäl|allmänt intresse|allmänintress|laglig|lagstöd|stöd i lag|enligt lag\b|(?:statens|statliga?|polisens|regionens|landstingets|regionala?|rikets) (?:angelägenhet|ansvar|uppgift)|(?:enbart|bara) staten|har? hand om|statsstöd|lagens|rättslig|juridisk|gynna"
    r"|otillåte|tillåte|lagrum|näringsidkare"
)
_ACTS = re.compile(r"(?:2017:725|1991:900|1977:179|2009:47|2001:151)")
_OF_A_KOMMUN = re.compile(
    r"\b(?:kommunen|kommunens|staden|stadens|[a-zåäö]*nämnd(?:en|ens)?|fullmäktige|kommunfullmäktige|kommunstyrelsen|kontoret|förvaltningen|[a-zåäö]+kontoret|[a-zåäö]+förvaltningen|kommunal\w*|kommun)\b"
)
_PARAGRAPH = re.compile(r"(?:\d{1,3} kap\. ?)?\d{1,3} ?[a-z]? §")
_REACH = 6
_SHARE = 6
_SHARE_OF_LAW = 8


class Surroundings:
    """The sentences of a document that speak of law, by number."""

    def __init__(self, statements: Sequence[Statement], lows: Sequence[str]) -> None:
        self._statements = statements
        spoken = [
            low for one, low in zip(statements, lows, strict=True) if one.voice.manner is not Manner.LIST
        ]
        self._spoken = len(spoken)
        self._of_a_kommun = sum(1 for low in spoken if _OF_A_KOMMUN.search(low))
        self._of_law = sum(1 for one in statements if _PARAGRAPH.match(one.text))
        self._topical = [bool(_TOPIC.search(low)) for low in lows]

    def are_of_a_kommun(self) -> bool:
        """Whether at least every sixth sentence names a kommun or a body of one."""
        return self._of_a_kommun * _SHARE >= self._spoken

    def are_a_statute(self) -> bool:
        """Whether so many sentences begin with the number of a § that the whole must be an act."""
        return self._of_law > _SHARE_OF_LAW and self._of_law * _SHARE_OF_LAW >= len(self._statements)

    def is_said_next(self, number: int) -> bool:
        """Whether the sentence after it, in the same paragraph, speaks of law."""
        if number + 1 >= len(self._statements):
            return False
        here, following = self._statements[number], self._statements[number + 1]
        return here.paragraph == following.paragraph and self._topical[number + 1]

    def is_near(self, number: int, reach: int = _REACH) -> bool:
        """Whether law is spoken of in the sentence or a few before it, under the same heading."""
        here = self._statements[number]
        for index in range(number, max(-1, number - reach - 1), -1):
            if self._statements[index].heading != here.heading:
                return False
            if self._topical[index]:
                return True
        return False


def cites_competence(citations: Sequence[Citation]) -> bool:
    """Whether the acts that give and bound it are cited."""
    return any(_ACTS.match(one.key) for one in citations)
