"""The principles of kommunal kompetens: `/princip` lists them, `/princip/likstallighet` explains one and
tells how the archive has used it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from remissarkiv.assessments import PRINCIPLES, Limits, PrincipleFacts, explanation, facts_with_slug
from webapp.access import caller_access, current_archive
from webapp.conclusions.newest import assessed
from webapp.errors import error_page
from webapp.lagrum.keys import full_label, lagrum_address

page = Blueprint("princip", __name__)

NO_PRINCIPLE = "Någon sådan princip finns inte."

_LIMITS = {
    Limits.WHETHER: "Begränsar om kommunen får göra något",
    Limits.HOW: "Begränsar hur kommunen får göra något",
}


@dataclass(frozen=True, slots=True)
class PrincipleLine:
    """A principle in the list: its facts and in how many documents the archive has used it."""

    facts: PrincipleFacts
    count: int


@dataclass(frozen=True, slots=True)
class Provision:
    """A lagrum that a principle rests on, and its page."""

    label: str
    href: str


@page.get("/princip")
def index() -> str:
    """Every principle, those that say whether before those that say how, with how often it was used."""
    found = current_archive().searcher.search(
        "*", caller_access(), limit=1, facets=("principle",), snippets=False, collapse="near"
    )
    counts = dict(found.facets["principle"])
    lines = [PrincipleLine(facts, counts.get(facts.principle.value, 0)) for facts in PRINCIPLES]
    groups = [
        (heading, [one for one in lines if one.facts.limits is limits]) for limits, heading in _LIMITS.items()
    ]
    return render_template("princip_index.html", groups=groups)


@page.get("/princip/<slug>")
def show(slug: str) -> str | Response:
    """One principle; 404 for what is none."""
    facts = facts_with_slug(slug)
    if facts is None:
        return error_page(404, NO_PRINCIPLE)
    value = facts.principle.value
    return render_template(
        "princip.html",
        facts=facts,
        limits=_LIMITS[facts.limits],
        explanation=explanation(facts),
        rests_on=_provisions(facts.rests_on),
        special=_provisions(facts.special),
        older=_provisions(facts.older),
        found=assessed(
            current_archive(),
            caller_access(),
            f'princip:"{value}"',
            ("principle", (value,)),
            lambda one: facts.principle in one.principles,
        ),
    )


def _provisions(keys: Sequence[str]) -> list[Provision]:
    return [Provision(full_label(key), lagrum_address(key)) for key in keys]
