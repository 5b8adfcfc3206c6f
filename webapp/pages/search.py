"""The search page: `/` to begin at, `/sok` with the answer."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from remissarkiv.labels import EXPORT_FORMATS, SORTS
from webapp.access import caller_access, current_archive
from webapp.addresses import SearchAddress
from webapp.conclusions.ways import conclusion_ways
from webapp.facets import chips, choice_list, facet_views, search_with_facets, unsure_more
from webapp.hit_views import hit_views
from webapp.landing import landing
from webapp.links import search_links
from webapp.paging import Paging
from webapp.years import year_bars

page = Blueprint("search", __name__)


@page.get("/")
def start() -> str | Response:
    """A calm beginning: the box, what can be asked, and the years the archive spans."""
    address = SearchAddress.read(request.args)
    if not address.is_empty:
        return redirect(f"{url_for('search.results')}?{address.parameters()}")
    return render_template("landing.html", **landing(current_archive(), caller_access()))


@page.get("/sok")
def results() -> str | Response:
    """The hits of the search that the address tells; without a search, the beginning."""
    address = SearchAddress.read(request.args)
    if address.is_empty:
        return redirect(url_for("search.start"))
    archive = current_archive()
    per_page = archive.settings.web.per_page
    hits, counts = search_with_facets(
        archive.searcher, address, caller_access(), limit=per_page, offset=(address.page - 1) * per_page
    )
    paging = Paging(hits.total, per_page, address.page)
    if hits.total and address.page > paging.last:
        return redirect(f"{url_for('search.results')}?{address.at_page(paging.last).parameters()}")
    link = search_links()
    return render_template(
        "results.html",
        address=address,
        hits=hits,
        views=hit_views(hits, address, paging.first_number),
        facets=facet_views(counts, address),
        choice_list=choice_list,
        chips=chips(address),
        ways=conclusion_ways(archive, address, caller_access()),
        unsure_more=unsure_more(archive.searcher, address, caller_access(), hits.total),
        bars=year_bars(counts.get("year", ()), address),
        paging=paging,
        page_link=lambda number: link(address.at_page(number)),
        sorts=SORTS,
        formats=EXPORT_FORMATS,
    )
