"""Saved searches: list, save, rename, delete. What changes anything is a POST with a token in its body."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from remissarkiv.errors import NotFoundError, RemissarkivError
from remissarkiv.saved import SavedSearch
from webapp.access import current_archive
from webapp.addresses import SearchAddress

page = Blueprint("saved", __name__)


@dataclass(frozen=True, slots=True)
class SavedView:
    """A saved search and the search it stands for."""

    search: SavedSearch
    address: SearchAddress


@page.get("/sparade")
def listed() -> str:
    """All saved searches."""
    return _list()


@page.post("/sparade")
def save() -> Response | tuple[str, int]:
    """Save the search in the form's `sokning` (parameters of an address) under its `namn`."""
    address = read_parameters(request.form.get("sokning", ""))
    if address.is_empty:
        return _list("Det finns ingen sökning att spara."), 400
    name = request.form.get("namn", "").strip() or address.describe()[:120]
    try:
        current_archive().saved.save(name, address.query, address.parameters(paging=False))
    except RemissarkivError as error:
        return render_template("saved_again.html", problem=error.swedish, name=name, address=address), 400
    return redirect(url_for("saved.listed"), 303)


@page.post("/sparade/<int:search_id>/namn")
def rename(search_id: int) -> Response | tuple[str, int]:
    """Give a saved search another name."""
    try:
        current_archive().saved.rename(search_id, request.form.get("namn", ""))
    except NotFoundError:
        raise
    except RemissarkivError as error:
        return _list(error.swedish), 400
    return redirect(url_for("saved.listed"), 303)


@page.post("/sparade/<int:search_id>/ta-bort")
def delete(search_id: int) -> Response:
    """Delete a saved search."""
    current_archive().saved.delete(search_id)
    return redirect(url_for("saved.listed"), 303)


def read_parameters(text: str) -> SearchAddress:
    """The search that stored or posted parameters stand for; read as leniently as an address."""
    return SearchAddress.read(MultiDict(parse_qsl(text[:20_000], max_num_fields=500)))


def _list(problem: str = "") -> str:
    views = [SavedView(saved, read_parameters(saved.parameters)) for saved in current_archive().saved.list()]
    return render_template("saved.html", views=views, problem=problem)
