"""What the archive cites: `/lagrum` lists it and takes a typed citation, `/lagrum/2017:725%23K2P1` is the
page of one provision, act, print or case."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from remissarkiv.citations import citation_url, is_key, key_ancestors
from remissarkiv.query.asked_lagrum import AskedLagrum, asked_lagrum
from remissarkiv.query.lagrum import read_lagrum
from remissarkiv.query.pasted import cleaned
from remissarkiv.search import cited_keys
from webapp.access import caller_access, current_archive
from webapp.addresses import MAX_PAGE, SearchAddress
from webapp.conclusions.newest import assessed
from webapp.errors import error_page
from webapp.lagrum.act_facts import act_facts, doubt, doubt_explained
from webapp.lagrum.citing import citing
from webapp.lagrum.counterparts import newer_views, older_views
from webapp.lagrum.index import GROUPS, PER_PAGE, group, groups
from webapp.lagrum.keys import full_label, lagrum_address, lagrum_query
from webapp.lagrum.view import KeyLink, way_here, within
from webapp.paging import Paging
from webapp.years import year_bars

page = Blueprint("lagrum", __name__)

NO_LAGRUM = "Adressen är inget lagrum. Sök upp det under Lagrum i stället."
NOT_UNDERSTOOD = (
    "Det gick inte att känna igen som ett lagrum. Skriv till exempel 2 kap. 1 § KL, "
    "lagen 2009:47, prop. 2016/17:171 eller RÅ 1993 ref. 32."
)
ACT_MISSING = (
    "Vilken lag menas? Skriv lagens namn, förkortning eller nummer också, som 2 kap. 1 § kommunallagen, "
    "2:1 KL eller 1 § 2009:47."
)
NOT_ALL = "Allt gick inte att läsa som lagrum. Det här kändes igen:"
MAX_TYPED = 300
_MOST_TYPED = 50


@page.get("/lagrum")
def index() -> str | Response:
    """What is cited, by how many documents; `?q=2 kap 1 § KL` leads to the page of what was typed,
    `?grupp=lagar&sida=2` shows all of one group."""
    archive, access = current_archive(), caller_access()
    typed = request.args.get("q", "").strip()[:MAX_TYPED]
    asked = asked_lagrum(cleaned(typed).text)
    keys = [key for key in asked.keys if is_key(key)][:_MOST_TYPED]
    if len(keys) == 1 and not asked.left:
        return redirect(lagrum_address(keys[0]))
    counts = cited_keys(archive.engine, access)
    name = request.args.get("grupp", "")
    if name in GROUPS and not typed:
        number = SearchAddress.read(request.args).page
        chosen = group(counts, name, offset=(number - 1) * PER_PAGE, limit=PER_PAGE)
        paging = Paging(chosen.total, PER_PAGE, number)
        if number > paging.last:
            return redirect(url_for("lagrum.index", grupp=name, sida=paging.last))
        return render_template("lagrum_group.html", group=chosen, paging=paging)
    return render_template(
        "lagrum_index.html",
        typed=typed,
        several=[KeyLink(full_label(key), "", lagrum_address(key), counts.get(key, 0)) for key in keys],
        problem=_problem(asked) if typed else "",
        groups=[] if keys else groups(counts),
    )


def _problem(asked: AskedLagrum) -> str:
    if asked.keys:
        return NOT_ALL if asked.left else ""
    return ACT_MISSING if asked.lacks_act else NOT_UNDERSTOOD


@page.get("/lagrum/<path:key>")
def show(key: str) -> str | Response:
    """The documents that cite a key, year by year, and what lies beside it; the same page, without documents,
    for one that nobody cites and one that only hidden documents cite. 404 for what has not the form of a key.

    `?ar=2018-2020&sida=2` as on the search page.
    """
    if not is_key(key):
        return error_page(404, NO_LAGRUM)
    archive, access = current_archive(), caller_access()
    asked = SearchAddress.read(request.args)
    chosen = tuple((column, values) for column, values in asked.chosen if column == "year")
    address = SearchAddress(chosen=chosen, apart=asked.apart, page=min(asked.page, MAX_PAGE))
    per_page = archive.settings.web.per_page
    found = citing(archive, key, access, address, limit=per_page)
    paging = Paging(found.total, per_page, address.page)
    if found.total and address.page > paging.last:
        return redirect(f"{lagrum_address(key)}?{replace(address, page=paging.last).parameters()}")
    return render_template(
        "lagrum.html",
        title=full_label(key),
        base=lagrum_address(key),
        way=way_here(key),
        facts=act_facts(key),
        doubt=doubt(key),
        doubt_explained=doubt_explained(key),
        outside=citation_url(key),
        query=SearchAddress(query=lagrum_query(key)) if read_lagrum(key) == (key,) else None,
        address=address,
        found=found,
        bars=year_bars(found.years.get("year", ()), address, ("dokument", "dokument")),
        paging=paging,
        assessed=assessed(
            archive,
            access,
            f'grund:"{key}"',
            ("ground", (key,)),
            lambda one: any(key in key_ancestors(ground) for ground in one.grounds),
        ),
        within=within(key, cited_keys(archive.engine, access, key, collapse=address.collapse)),
        older=older_views(archive, key, access),
        newer=newer_views(archive, key, access),
    )
