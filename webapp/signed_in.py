"""Who is signed in: the session names an account, and the catalog says whether it still holds."""

import time

from flask import abort, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from remissarkiv.accounts import Account
from webapp.access import current_archive

LONGEST = 12 * 3600
"""Seconds that a login holds: a working day."""

_NUMBER, _SIGN, _SINCE = "konto", "tecken", "sedan"


def current_person() -> Account | None:
    """The account of whoever asks, None for a guest. Asked of the catalog once in a request: an account that
    was removed, or has another password, is signed in no longer."""
    if "person" not in g:
        g.person = _person()
    found: Account | None = g.person
    return found


def sign_in(account: Account) -> None:
    """Begin a new session for this account; nothing of the old one stays."""
    session.clear()
    session[_NUMBER], session[_SIGN], session[_SINCE] = account.id, account.session, int(time.time())
    g.person = account


def sign_out() -> None:
    """End the session."""
    session.clear()
    g.person = None


def to_login() -> Response:
    """The way to the login page, and back to where one was."""
    return redirect(url_for("login.form", till=request.full_path.rstrip("?")), 303)


def require_corrector() -> Account:
    """The account of whoever asks; whoever may not correct is refused."""
    person = current_person()
    if person is None or not person.may_correct:
        abort(403)
    return person


def own_address(text: str) -> str:
    """An address of this server that somebody else wrote down, or "/" when it may lead away.

    Browsers take `//host` and `/\\host` for other servers, and leave out tabs and line ends before they look.
    """
    leads_away = not text.startswith("/") or text.startswith("//") or "\\" in text
    if leads_away or len(text) > 2_000 or not text.isprintable():
        return "/"
    return text


def _person() -> Account | None:
    number, sign, since = (session.get(name) for name in (_NUMBER, _SIGN, _SINCE))
    if not (isinstance(number, int) and isinstance(sign, str) and isinstance(since, int)):
        return None
    if not 0 <= time.time() - since < LONGEST:
        return None
    return current_archive().accounts.of_session(number, sign)
