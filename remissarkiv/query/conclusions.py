"""What documents conclude, as people ask for it: `kompetens:utanför`, `beslut:avslås`.

Each value has the names that people use of it; a slip of the finger is put right, and said. A question mark
or `även osäkra` behind a value asks for what was understood without certainty as well.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from remissarkiv.assessments.names import folded, principle_names
from remissarkiv.domain import Outcome, Principle, Stance, Verdict
from remissarkiv.language.slips import slips_between

Names = Mapping[str, tuple[str, ...]]
"""Values by name, the names folded."""

EVERY = "*"
"""Any value at all."""

_VERDICTS: dict[Verdict, str] = {
    Verdict.WITHIN: "förenligt, förenlig, förenliga, inom, inom kompetensen, inom den kommunala kompetensen, "
    "innanför, ryms, ja, tillåtet, lagligt, inte oförenligt, ingår",
    Verdict.OUTSIDE: "inte förenligt, inte förenlig, inte förenliga, ej förenligt, ej förenlig, "
    "icke förenligt, oförenligt, oförenlig, utanför, utanför kompetensen, faller utanför, ligger utanför, "
    "utanför den kommunala kompetensen, inte inom, ej inom, ryms inte, ingår inte, nej, otillåtet, strider, "
    "kompetensöverskridande, saknar kompetens",
    Verdict.PARTLY: "delvis förenligt, delvis förenlig, delvis, förenligt delvis, till viss del, "
    "i vissa delar",
    Verdict.OPEN: "oavgjort, oavgjord, oklart, oklar, tveksamt, tveksam, öppet, kan ifrågasättas",
}
_STANCES: dict[Stance, str] = {
    Stance.FOR: "tillstyrker, tillstyrka, tillstyrks, tillstyrkte, tillstyrkt, tillstyrkan, för, ja, "
    "positiv, biträder, ställer sig bakom",
    Stance.PARTLY: "tillstyrker delvis, delvis tillstyrker, delvis tillstyrkan, delvis, villkorad, "
    "tillstyrker med villkor",
    Stance.AGAINST: "avstyrker, avstyrka, avstyrks, avstyrkte, avstyrkt, avstyrkan, emot, mot, nej, negativ, "
    "tillstyrker inte, inte tillstyrker, kan inte tillstyrka",
    Stance.NO_OBJECTION: "ingen erinran, utan erinran, erinran, inget att erinra, ingen invändning, "
    "inga invändningar, inget att invända, motsätter sig inte",
    Stance.ABSTAINS: "avstår, avstod, avstå, avstår från att yttra sig, avstår från yttrande, "
    "yttrar sig inte",
    Stance.UNCLEAR: "otydligt, otydlig, otydliga, oklart, oklar",
}
_OUTCOMES: dict[Outcome, str] = {
    Outcome.BIFALL: "bifall, bifalls, bifalles, bifallen, bifallet, bifallna, bifölls, bifaller, bifallit",
    Outcome.DELVIS_BIFALL: "delvis bifall, delvis bifallen, delvis bifallet, bifalls delvis",
    Outcome.AVSLAG: "avslag, avslås, avslogs, avslår, avslagen, avslaget, avslagna",
    Outcome.BESVARAD: "besvarad, besvarat, besvarade, besvaras, anses besvarad, anses vara besvarad",
    Outcome.ATERREMISS: "återremiss, återremitteras, återremitterad, återremitterat, återremitterades",
    Outcome.BORDLAGGNING: "bordläggning, bordläggs, bordlagd, bordlagt, bordlades, bordlägger",
    Outcome.AVVISAS: "avvisas, avvisad, avvisat, avvisades, avvisning, avvisar",
    Outcome.ATERTAGEN: "återtagen, återtaget, återtas, återkallad, återkallas, återtagande",
    Outcome.AVSKRIVEN: "avskriven, avskrivet, avskrivs, avskrivning, avskriver",
    Outcome.ANTAR_YTTRANDE: "antar yttrande, antar yttrandet, yttrandet antas, yttrande antas",
    Outcome.GODKANNER_SOM_SVAR: "godkänner som svar, godkänns som svar, godkänner, godkänns, "
    "godkänner tjänsteutlåtandet, godkänner tjänsteutlåtandet som svar",
    Outcome.OVERLAMNAR: "överlämnar, överlämnas, överlämnat, överlämnade",
    Outcome.NOTERAS: "noteras, noterar, antecknas, antecknar, till handlingarna, läggs till handlingarna",
    Outcome.REMITTERAS: "remitteras, remitterar, remitterad, remitterat, remitterades",
}
_TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "verdict": tuple((str(value), names) for value, names in _VERDICTS.items()),
    "stance": tuple((str(value), names) for value, names in _STANCES.items()),
    "outcome": tuple((str(value), names) for value, names in _OUTCOMES.items()),
}
_BORROWED: dict[str, dict[str, str]] = {
    "stance": {"avslag": Stance.AGAINST, "avslås": Stance.AGAINST, "bifall": Stance.FOR},
    "outcome": {"avstyrker": Outcome.AVSLAG, "tillstyrker": Outcome.BIFALL, "avstyrks": Outcome.AVSLAG},
}
"""Words for a decision that are said of a position, and the other way round: taken, and told."""

_UNSURE = re.compile(
    r"[\s,;(]{0,6}(?:\?|(?:även|aven|också|med|inklusive)\s{1,3}osäk(?:ra|ert|er)\)?)\s{0,6}\Z", re.I
)
_WORD = re.compile(r'[^\s()"”“„»«]{1,40}')
_MOST_WORDS = 5
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Asked:
    """The values that a text names, and whether the unsure are asked for too. `read_as` is the name that a
    misspelt or borrowed one was taken for, `borrowed` tells that it was the latter."""

    values: tuple[str, ...]
    unsure: bool = False
    read_as: str = ""
    borrowed: bool = False


def read_conclusion(column: str, text: str) -> Asked:
    """What `text` asks of a column: `verdict`, `principle`, `stance`, `outcome`. No values when it names
    none."""
    bare = _UNSURE.sub("", text[:_LONGEST])
    unsure = bare != text[:_LONGEST]
    name = folded(bare).strip(" .,;:!")
    if name == EVERY:
        return Asked(column_values(column), unsure)
    names = _names(column)
    if name in names:
        return Asked(names[name], unsure)
    borrowed = {folded(key): value for key, value in _BORROWED.get(column, {}).items()}.get(name)
    if borrowed:
        return Asked((str(borrowed),), unsure, str(borrowed), borrowed=True)
    nearest = _nearest(name, names)
    return Asked(nearest, unsure, " eller ".join(nearest)) if nearest else Asked((), unsure)


def other_reading(column: str, text: str) -> str:
    """The query that a borrowed word is the right one in: `beslut:avslag` for `ställningstagande:avslag`; ""
    for other words."""
    name = folded(text).strip(" .,;:!?")
    if name not in {folded(word) for word in _BORROWED.get(column, {})}:
        return ""
    return f"beslut:{name}" if column == "stance" else f"ställningstagande:{name}"


def conclusion_extent(column: str, text: str, start: int) -> int | None:
    """Where an unquoted value of several words that begins at `start` ends (`inte förenligt`); None when no
    such value stands there."""
    ends: list[int] = []
    at = start
    while len(ends) < _MOST_WORDS and (word := _WORD.match(text, at)):
        ends.append(word.end())
        at = word.end()
        while at < len(text) and text[at] == " ":
            at += 1
    for end in reversed(ends[1:]):
        if read_conclusion(column, text[start:end]).values:
            return end
    return None


def column_values(column: str) -> tuple[str, ...]:
    """Every value that a column can hold, as they are shown to people."""
    values: Iterable[str] = {
        "verdict": Verdict,
        "principle": Principle,
        "stance": Stance,
        "outcome": Outcome,
    }[column]
    return tuple(str(value) for value in values)


@cache
def _names(column: str) -> dict[str, tuple[str, ...]]:
    if column == "principle":
        return {
            name: tuple(principle.value for principle in principles)
            for name, principles in principle_names().items()
        }
    return {folded(name): (value,) for value, names in _TABLES[column] for name in names.split(",")}


def _nearest(name: str, names: Names) -> tuple[str, ...]:
    """The values of the names that are nearest to a misspelt one; () when none is near, or two are equally
    so: `oförenlgt` is nearer to `oförenligt` than to `förenligt`."""
    most = 2 if len(name) >= 9 else 1
    if len(name) < 5:
        return ()
    near: dict[tuple[str, ...], int] = {}
    for other, values in names.items():
        slips = slips_between(name, other, most)
        if slips <= most:
            near[values] = min(slips, near.get(values, slips))
    least = [values for values, slips in near.items() if slips == min(near.values())]
    return least[0] if len(least) == 1 else ()
