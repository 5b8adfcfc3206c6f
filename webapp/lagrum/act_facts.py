"""What is known of an act, in words: names, when it was in force, what came before and after it."""

from dataclasses import dataclass

from remissarkiv.acts import Act, Known, act, all_acts, known
from remissarkiv.citations import act_of
from webapp.formats import day
from webapp.lagrum.keys import full_label, is_in_force, lagrum_address

UNKNOWN: dict[Known, str] = {Known.NO_SUCH_ACT: "okänd lag", Known.BEYOND_ACT: "finns inte i lagen"}
"""Beside a citation of something that does not exist."""

EXPLAINED: dict[Known, str] = {
    Known.NO_SUCH_ACT: "Okänd lag: något sådant nummer finns inte i Svensk författningssamling. "
    "Numret kan vara felskrivet eller felläst i handlingarna.",
    Known.BEYOND_ACT: "Lagrummet finns inte i lagen, så långt som den är känd här. "
    "Det kan vara felskrivet eller felläst i handlingarna.",
}
"""The same in a sentence or two."""


@dataclass(frozen=True, slots=True)
class ActLink:
    """Another act: what it is called, and its page."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class ActFacts:
    """An act's other names, when it was in force ("" when that is not known), its neighbours in time."""

    names: str
    abbreviations: str
    in_force: str
    before: tuple[ActLink, ...]
    after: ActLink | None


def doubt(key: str) -> str:
    """`okänd lag` or `finns inte i lagen`, for a key of an act; "" for what exists or is not judged."""
    return UNKNOWN.get(known(key), "")


def doubt_explained(key: str) -> str:
    """The same in a sentence."""
    return EXPLAINED.get(known(key), "")


def act_facts(key: str) -> ActFacts | None:
    """What is known of the act that a key belongs to; None for other keys, and for unknown acts."""
    found = act(act_of(key) or "")
    if found is None:
        return None
    before = tuple(_link(one.number) for one in all_acts() if one.successor == found.number)
    return ActFacts(
        names=", ".join(found.names[1:]),
        abbreviations=", ".join(found.abbreviations),
        in_force=in_force(found),
        before=before,
        after=_link(found.successor) if found.successor else None,
    )


def in_force(one: Act) -> str:
    """`sedan 1 januari 2018`, `1 januari 1992 – 31 december 2017`, `till 30 juni 2025`, `från 1 juli 1974`
    where the last day is not known; "" when nothing is."""
    first, last = day(one.valid_from), day(one.valid_to)
    if first and last:
        return f"{first} – {last}"
    if last:
        return f"till {last}"
    return f"{'sedan' if is_in_force(one) else 'från'} {first}" if first else ""


def years_in_force(one: Act) -> str:
    """`gällde 1992–2017` of an act that is no longer in force; "" of one that is."""
    if is_in_force(one):
        return ""
    first, last = (str(moment.year) if moment else "" for moment in (one.valid_from, one.valid_to))
    return f"gällde {first}–{last}" if last else "upphävd"


def _link(number: str) -> ActLink:
    return ActLink(full_label(number), lagrum_address(number))
