"""Signing in and out."""

from typing import cast

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.access import current_archive
from webapp.signed_in import own_address, sign_in, sign_out
from webapp.throttle import Throttle

page = Blueprint("login", __name__)

THROTTLE = "remissarkiv-throttle"
"""Where the application keeps its count of guesses."""

WRONG = "Namnet eller lösenordet stämmer inte."


@page.get("/logga-in")
def form() -> str:
    """The form; `till` is where to go afterwards."""
    return _form(till=request.args.get("till", ""))


@page.post("/logga-in")
def sign() -> Response | tuple[str, int] | tuple[str, int, dict[str, str]]:
    """Sign in. A wrong name and a wrong password are answered alike, and after the same time."""
    name, password = request.form.get("namn", ""), request.form.get("losenord", "")
    till = request.form.get("till", "")
    throttle = cast(Throttle, current_app.extensions[THROTTLE])
    guess = (" ".join(name[:200].casefold().split()), request.remote_addr or "?")
    wait = throttle.begin(*guess)
    if wait:
        minutes = -(-wait // 60)
        told = f"{minutes} minuter" if minutes > 1 else "en minut"
        problem = f"Det har blivit för många försök. Vänta {told} och försök igen."
        return _form(name, till, problem), 429, {"Retry-After": str(wait)}
    account = current_archive().accounts.known(name, password)
    if account is None:
        return _form(name, till, WRONG), 400
    throttle.forget(*guess)
    sign_in(account)
    return redirect(own_address(till), 303)


@page.post("/logga-ut")
def leave() -> Response:
    """Sign out."""
    sign_out()
    return redirect(url_for("search.start"), 303)


def _form(name: str = "", till: str = "", problem: str = "") -> str:
    return render_template("login.html", name=name[:200], till=own_address(till), problem=problem)
