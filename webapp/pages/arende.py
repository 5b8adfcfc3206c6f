"""The page of an ärende: its course, who was asked and who answered what, and what came of it."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from remissarkiv.errors import NotFoundError
from remissarkiv.matters import Matter
from webapp.access import caller_access, current_archive
from webapp.matters.addresses import address_parts, is_asked, read_address
from webapp.matters.view import view_matter

page = Blueprint("arende", __name__)


@page.get("/arende/<kommun>/<dnr>")
def show(kommun: str, dnr: str) -> str | Response:
    """The ärende that has a Dnr in a kommun: `/arende/bjorkasa-kommun/KS-2004-118`. Any other Dnr of it leads
    to the address of the leading one; what nobody may see is not there."""
    matter, place = _asked(kommun, dnr)
    if place != (kommun, dnr):
        return redirect(url_for("arende.show", kommun=place[0], dnr=place[1]))
    view = view_matter(current_archive(), matter, caller_access())
    return render_template("arende.html", view=view)


def _asked(kommun: str, dnr: str) -> tuple[Matter, tuple[str, str]]:
    """The ärende of an address, and the kommun and Dnr in the address that it has."""
    catalog, access = current_archive().catalog, caller_access()
    asked = read_address(kommun, dnr)
    found = catalog.matter_of_dnr(asked.value, access, scope=asked.scope) if asked else ()
    for matter in found:
        facts = catalog.matter_facts(matter.documents, access)
        place = address_parts(matter, facts)
        if asked and place and is_asked(matter, asked, facts):
            return matter, place
    raise NotFoundError(f"ärende {dnr!r} of {kommun!r}: not in the archive", "Ärendet finns inte i arkivet.")
