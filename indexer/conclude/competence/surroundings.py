"""Is the kommun's competence spoken of around a sentence? Words like "får inte" need that to mean it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from indexer.conclude.competence.wording import is_of_law
from indexer.conclude.interface import Manner, Statement
from indexer.conclude.stems import Stems, lower_case
from remissarkiv.domain import Citation, SectionKind

_TOPIC = Stems(
    "kommunal kompetens", "kommunala kompetens", "kommunens kompetens", "allmänna kompetens",
    "kommunalrätt", "kompetensenlig", "kommunallag", "befogenhet", "kommunal angelägenhet",
    "kommunala angelägenhet", "lokaliserings", "likställighet", "självkostnad", "retroaktiv", "understöd",
    "synnerliga skäl", "allmänt intresse", "allmänintress", "laglig", "lagstöd", "stöd i lag",
    "enligt lag ", "särskild lag", "ankommer", "förbehåll", "huvudman", "statsstöd", "lagens", "rättslig",
    "juridisk", "gynna", "otillåte", "tillåte", "§", "anknytning", "praxis", "förvaltningsdomstol",
    "regeringsrätten", "kammarrätt", "näringsidkare", "ha hand om", "enbart staten", "hör till staten",
    "hör till regionen", "hör till landstinget", "hör till hälso",
    *(
        f"{whose} {what}"
        for whose in ("statens", "statlig", "polisens", "regionens", "landstingets", "regional", "rikets")
        for what in ("angelägenhet", "ansvar", "uppgift")
    ),
)  # fmt: skip
"""What shows that the law of the kommun's competence is spoken of."""

_TASKS = Stems(
    "lagen", "balken", "förordning", "föreskrift", "lagstift", "direktiv", "enligt lag", "verket",
    "inspektionen", "länsstyrelse", "polis", "myndighet", "regionen", "regionala", "landsting", "staten",
    "statlig", "regering", "riksdag", "domstol", " dom ", "tillstånd", "försäkringskassan", "jurist",
    "skyldig", "bemyndigande", "hfd",
    " rätt att", "regleras", "bestämmelse", "principen", "sköts av", "bestäms av", "beslutas av",
    "fattas av", "finansieras av", "svarar för", "uppgift för", "ansvarar", "ansvar för",
    "grannkommun", "europeisk", "åklagar", "rättsfall",
    "kommunal regi", "egen regi", "konkurr", "marknad", "gåv", "efterhand", "förfluten", "bakåt",
    "tillbakaverkande", "lika villkor", "rättsläge", "saklig", "invånare", "utrikes", "enskild", "vinst",
    "näringsliv", "utomstående",
)  # fmt: skip
"""What shows that law, or those whose task it is, are spoken of. In so wide a setting only a sentence that is
built as a conclusion counts."""

_ASKS_MAY = re.compile(
    r"\b(?:om|huruvida|vad|hur långt) (?:[^\s,;]{1,40} ){0,6}?(?:får|kan|kunde|lagligen|har rätt|äger)\b"
    r"|^(?:får|kan) [^.?]{3,200}\?|\b(?:låtit|fått|ombetts|bett|begärt) (?:[^\s,;]{1,30} ){0,3}?(?:pröva"
    r"|bedöma|undersöka|granska)"
)
"""Where the question was put: "har låtit pröva om kommunen kan lösa in bankkontoret"."""

_ACTS = re.compile(r"(?:2017:725|1991:900|1977:179|2009:47|2001:151)")
_OF_A_KOMMUN = Stems("kommun", "staden", "nämnd", "fullmäktige", "kontoret", "förvaltningen")
_PARAGRAPH = re.compile(r"(?:\d{1,3} kap\. ?)?\d{1,3} ?[a-z]? §")
_REACH = 2
_ANCHOR = 5
_SHARE = 8
FEW = 8
_PASSAGE = 20
"""A text of so few sentences is of one subject. In a longer one law must be spoken of right beside words like
"kan inte", or what trucks and buildings cannot is taken for what the kommun may not."""
_SHARE_OF_LAW = 8


class Surroundings:
    """The sentences of a document that speak of law, by number."""

    def __init__(self, statements: Sequence[Statement], cited: Sequence[Sequence[Citation]]) -> None:
        self._statements = statements
        self._cited = cited
        self._topical: dict[int, bool] = {}
        self._anchors: dict[int, bool] = {}

    def low(self, number: int) -> str:
        """The sentence as it stands, in lower case."""
        return lower_case(self._statements[number].text)

    def are_of_a_kommun(self) -> bool:
        """Whether at least every eighth sentence names a kommun or a body of one; a few sentences alone, as
        an answer in an e-mail, need not."""
        if len(self._statements) <= FEW:
            return True
        named = [one for one in self._statements if _OF_A_KOMMUN.within(one.text)]
        prose = sum(one.is_prose for one in self._statements)
        if prose > FEW and len(named) * _SHARE < prose:
            # Whatever of the rest is spoken: mostly the answer is as clear as that.
            return False
        if sum(one.is_prose for one in named) * _SHARE >= len(self._statements):
            return True
        spoken = sum(1 for one in self._statements if one.voice.manner is not Manner.LIST)
        said = sum(1 for one in named if one.voice.manner is not Manner.LIST)
        return spoken <= FEW or said * _SHARE >= spoken

    def are_a_passage_of_a_kommun(self) -> bool:
        """Whether there are only a few sentences, and a kommun or a body of one is named in them. Of what
        kind the document is cannot be told from so little."""
        return len(self._statements) <= FEW and any(_OF_A_KOMMUN.within(one.text) for one in self._statements)

    def are_a_passage(self) -> bool:
        """Whether they are so few that they are of one subject."""
        return len(self._statements) <= _PASSAGE

    def _is_topical(self, number: int) -> bool:
        if number not in self._topical:
            self._topical[number] = any(is_of_law(one.key) for one in self._cited[number]) or _TOPIC.within(
                self._statements[number].text
            )
        return self._topical[number]

    def is_cited_beside(self, number: int) -> bool:
        """Whether the sentence, or the one right before it, cites law."""
        return any(
            "§" in self._statements[index].text or any(is_of_law(one.key) for one in self._cited[index])
            for index in range(max(0, number - 1), number + 1)
        )

    def is_said_next(self, number: int) -> bool:
        """Whether the sentence after it, in the same paragraph, speaks of law."""
        if number + 1 >= len(self._statements):
            return False
        here, following = self._statements[number], self._statements[number + 1]
        return here.paragraph == following.paragraph and self._is_topical(number + 1)

    def is_anchored(self, number: int) -> bool:
        """Whether law, or whose task it is, is spoken of in the sentence, the few before it or the one after,
        under the same heading."""
        here = self._statements[number]
        after = min(number + 1, len(self._statements) - 1)
        for index in range(after, max(-1, number - _ANCHOR - 1), -1):
            if self._statements[index].heading != here.heading:
                continue
            if index not in self._anchors:
                self._anchors[index] = (
                    self._is_topical(index)
                    or _TASKS.within(self._statements[index].text)
                    or _ASKS_MAY.search(self.low(index)) is not None
                )
            if self._anchors[index]:
                return True
        return False

    def is_near(self, number: int) -> bool:
        """Whether law is spoken of in the sentence or a few before it, under the same heading."""
        here = self._statements[number]
        for index in range(number, max(-1, number - _REACH - 1), -1):
            if self._statements[index].heading != here.heading:
                return False
            if self._is_topical(index):
                return True
        return False


def are_a_statute(statements: Sequence[Statement]) -> bool:
    """Whether so many sentences begin with the number of a § that the whole must be an act."""
    of_law = sum(1 for one in statements if _PARAGRAPH.match(one.text))
    return of_law > _SHARE_OF_LAW and of_law * _SHARE_OF_LAW >= len(statements)


class Place:
    """A sentence in its surroundings. They are looked at only when they are asked about: most sentences tell
    by themselves that they conclude nothing."""

    def __init__(self, around: Surroundings, number: int, section: SectionKind) -> None:
        self._around = around
        self._number = number
        self._section = section

    @cached_property
    def here(self) -> bool:
        """Whether law is spoken of in the sentence, right before or right after it, or it stands in the
        summary of what is."""
        return (
            self._around.is_near(self._number)
            or self._around.is_said_next(self._number)
            or self._section is SectionKind.SAMMANFATTNING
        )

    @cached_property
    def beside(self) -> bool:
        """Whether the sentence, or the one right before it, cites law."""
        return self._around.is_cited_beside(self._number)

    @cached_property
    def anchored(self) -> bool:
        """Whether law, or whose task it is, is spoken of in a few sentences around."""
        return self.here or (self._around.are_a_passage() and self._around.is_anchored(self._number))


def cites_competence(citations: Sequence[Citation]) -> bool:
    """Whether the acts that give and bound it are cited."""
    return any(_ACTS.match(one.key) for one in citations)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the surroundings of a sentence tell: whether the document is of a kommun, or sent to one; whether
    a verdict was just given; and what is spoken of in the sentences around."""

    municipal: bool
    leans: bool
    place: Place

    @property
    def here(self) -> bool:
        """Whether law is spoken of very near."""
        return self.place.here

    @property
    def beside(self) -> bool:
        """Whether the sentence, or the one right before it, cites law."""
        return self.place.beside

    @property
    def anchored(self) -> bool:
        """Whether law, or those whose task it is, are named there or in the few before."""
        return self.here or (self.municipal and self.place.anchored)
