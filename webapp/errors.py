"""Error pages: a Swedish sentence about what happened and what to do, and nothing of what was sent."""

import logging

from flask import Flask, Response, make_response, render_template, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from remissarkiv.errors import ArchiveBusyError, NotFoundError, RemissarkivError

_log = logging.getLogger("webapp")

PAGES: dict[int, tuple[str, str]] = {
    400: ("Begäran gick inte att förstå", "Gå tillbaka och försök igen, eller börja om med en ny sökning."),
    403: ("Sidan får inte visas", "Du har inte behörighet till det som efterfrågades."),
    404: ("Sidan finns inte", "Dokumentet eller sidan finns inte i arkivet, eller visas inte för alla."),
    405: ("Så kan sidan inte användas", "Gå tillbaka och använd knapparna på sidan."),
    413: ("Det som skickades är för stort", "Korta texten och försök igen."),
    500: ("Något gick fel hos oss", "Felet är antecknat. Försök igen om en stund."),
    503: ("Arkivet är upptaget", "Försök igen om en stund."),
}
FORM_EXPIRED = "Formuläret gick inte att ta emot. Gå tillbaka, ladda om sidan och försök igen."


def register(app: Flask) -> None:
    """Answer every error of the application with a page of our own."""

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> Response:
        if error.response is not None or (error.code or 500) < 400:
            return make_response(error.get_response())
        return error_page(error.code or 500)

    @app.errorhandler(CSRFError)
    def form_error(error: CSRFError) -> Response:
        return error_page(400, FORM_EXPIRED)

    @app.errorhandler(NotFoundError)
    def not_found(error: NotFoundError) -> Response:
        return error_page(404)

    @app.errorhandler(ArchiveBusyError)
    def busy(error: ArchiveBusyError) -> Response:
        return error_page(503, error.swedish)

    @app.errorhandler(RemissarkivError)
    def told(error: RemissarkivError) -> Response:
        _log.error("%s", error)
        return error_page(500, error.swedish)

    @app.errorhandler(Exception)
    def unexpected(error: Exception) -> Response:
        # The last boundary of a request: what nobody foresaw is logged here and told to nobody else.
        _log.error("a request failed", exc_info=error)
        return error_page(500)


def error_page(status: int, sentence: str | None = None) -> Response:
    """The page for an HTTP status, with `sentence` in place of its usual advice."""
    heading, advice = PAGES.get(status, PAGES[500 if status >= 500 else 400])
    page = render_template(
        "error.html", heading=heading, advice=sentence or advice, login_address=url_for("login.form")
    )
    return make_response(page, status)
