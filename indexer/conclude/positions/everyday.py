"""How those who answer say it in everyday words: "Klubben applåderar", "Rådet är för", "svarar nej"."""

from indexer.conclude.positions.phrase import wording
from remissarkiv.domain import Stance

F, P, A = Stance.FOR, Stance.PARTLY, Stance.AGAINST
NO, ABS = Stance.NO_OBJECTION, Stance.ABSTAINS

_NOTHING_ELSE = r"(?![^.]{0,120}\b(?:avsl|avstyrk|inte\b|ej\b|bifall|tillstyrk|besvara|återremi|utan åtgärd))"

EVERYDAY = (
    wording("är för", r"\bär för(?=[.,;]|\Z)", F, A, weak=True, everyday=True),
    wording("är emot|är mot", r"\bär e?mot(?=[.,;]|\Z)", A, NO, weak=True, everyday=True),
    wording("applåder|jubla", r"\b(?:applåderar|jublar)\b", F, weak=True, everyday=True),
    wording("protester", r"\bprotesterar\b", A, weak=True, everyday=True),
    wording("förespråka", r"\bförespråkar\b", F, A, weak=True, everyday=True),
    wording(
        "förord",
        rf"\bförord(?:ar|at|ade)(?:,| (?:enhälligt|dock|därför))?,? (?:att|ett|en)\b{_NOTHING_ELSE}",
        F,
        weak=True,
        everyday=True,
    ),
    wording("svara", r"\bsvarar (?:[\w-]+ ){0,2}?nej\b", A, everyday=True),
    wording("svara", r"\bsvarar (?:[\w-]+ ){0,2}?ja\b", F, everyday=True),
    wording(
        "önskvärd|utmärkt|efterlängta|bra",
        r"\b(?:anser|menar|tycker) att (?:[\w-]+ ){1,8}?är (?:[\w-]+ )?(?:önskvärd\w*|en utmärkt idé"
        r"|efterlängtad\w*|en bra idé)\b",
        F,
        weak=True,
        everyday=True,
    ),
    wording(
        "avvägt|genomföras",
        r"\b(?:motionen|förslaget) är (?:[\w-]+ )?(?:väl avväg\w*|bra) och (?:bör|ska) genomföras\b",
        F,
    ),
    wording("fulla stöd", r"\b(?:ge|ger|gav) (?:[\w-]+ ){0,2}?(?:sitt|vårt) fulla stöd\b", F, everyday=True),
    wording("välkomnar", r"\bvälkomnar det\b(?=[.,;]|\Z)", F, weak=True, everyday=True),
    wording("avböj", r"\bavböjer (?=erbjudandet|inbjudan|ansökan|framställningen)", A),
    wording("tackar nej|tackas nej", r"\btacka[rs]? nej till\b", A),
    wording("nej till att", r"\bsagt nej till att yttra sig\b", ABS),
    wording(
        "bevilja",
        r"\b(?:ansökan|bidrag(?:et)?|framställningen|begäran)(?: [\w-]+)?? beviljas\b",
        F,
        A,
        decision=True,
    ),
)
"""Tried after all others; most count only of one who says nothing clearer."""
