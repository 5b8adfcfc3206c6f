"""Is the kommun's competence spoken of around a sentence? Words like "får inte" need that to mean it."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import Statement
from remissarkiv.domain import Citation

_TOPIC = re.compile(
    r"kommunal\w* (?:kompetens|befogenhet|angelägenhet)|kommunallag|befogenhet|kompetens(?!cent|förs|utv|h)|lokaliserings|likställighet|självkostnad"
    r"|retroaktiv|understöd|synnerliga skäl|allmänt intresse|allmänintress|laglig|lagstöd|stöd i lag|enligt lag\b|(?:statens|statliga?|polisens|regionens|landstingets|regionala?|rikets) (?:angelägenhet|ansvar|uppgift)|(?:enbart|bara) staten|har? hand om|statsstöd|lagens|rättslig|juridisk|gynna"
    r"|otillåte|tillåte|lagrum|näringsidkare"
)
_ACTS = re.compile(r"(?:2017:725|1991:900|1977:179|2009:47|2001:151)")
_REACH = 6


class Surroundings:
    """The sentences of a document that speak of law, by number."""

    def __init__(self, statements: Sequence[Statement], lows: Sequence[str]) -> None:
        self._statements = statements
        self._topical = [bool(_TOPIC.search(low)) for low in lows]

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
