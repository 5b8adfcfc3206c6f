"""Principles as people name them: `lokaliseringsprincipen`, `självkostnad`, the slug of an address."""

import unicodedata
from functools import cache

from remissarkiv.assessments.principles import PRINCIPLES
from remissarkiv.domain import Principle

_GROUPS: dict[str, tuple[Principle, ...]] = {
    "annans ansvar": (
        Principle.STATEN,
        Principle.REGION,
        Principle.ANNAN_KOMMUN,
        Principle.NAGON_ANNAN,
    ),
    "speciallag": (Principle.SPECIALLAG_GER_RATT, Principle.SPECIALLAG_UTTOMMANDE),
    "speciallagstiftning": (Principle.SPECIALLAG_GER_RATT, Principle.SPECIALLAG_UTTOMMANDE),
}
"""Names of several principles at once."""


def read_principles(name: str) -> tuple[Principle, ...]:
    """The principles that a name means, in any case, with or without å ä ö; () when it names none."""
    return principle_names().get(folded(name), ())


@cache
def principle_names() -> dict[str, tuple[Principle, ...]]:
    """Every name of principles, folded: the value, the label, the slug and other names."""
    named: dict[str, tuple[Principle, ...]] = {}
    for facts in PRINCIPLES:
        for name in (facts.principle.value, facts.label, facts.slug, facts.slug.replace("-", " ")):
            named[folded(name)] = (facts.principle,)
        for name in facts.names:
            named.setdefault(folded(name), (facts.principle,))
    return named | {folded(name): principles for name, principles in _GROUPS.items()}


def folded(name: str) -> str:
    """Lower case without accents, one blank between words."""
    decomposed = unicodedata.normalize("NFD", name.casefold())
    return " ".join("".join(sign for sign in decomposed if not unicodedata.combining(sign)).split())
