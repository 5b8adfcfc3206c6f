"""The application: an archive, its pages and what protects them."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask, request, url_for
from flask_wtf.csrf import CSRFProtect

from remissarkiv.errors import RemissarkivError
from remissarkiv.labels import ARCHIVE
from webapp import access, errors, security
from webapp.formats import FILTERS
from webapp.lagrum.asked import lagrum_asked
from webapp.links import search_links
from webapp.pages import PAGES
from webapp.pages.login import THROTTLE
from webapp.secret_key import secret_key
from webapp.signed_in import current_person
from webapp.throttle import Throttle

if TYPE_CHECKING:
    from remissarkiv.bootstrap import Archive

_STATIC = Path(__file__).parent / "static"


def create_app(archive: "Archive") -> Flask:
    """A WSGI application that serves `archive`, which must stay open as long as it runs.

    Raises `ConfigError` when the key for cookies cannot be kept in the data folder.
    """
    web = archive.settings.web
    app = Flask(__name__, static_folder="static", template_folder="templates")
    app.secret_key = secret_key(archive.settings.data)
    security.protect(app, web.trusted_hosts, https=web.https)
    CSRFProtect(app)
    access.attach(app, archive)
    app.extensions[THROTTLE] = Throttle()
    errors.register(app)
    for page in PAGES:
        app.register_blueprint(page)

    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(FILTERS, lagrum_asked=lagrum_asked)
    # The addresses of style sheet and script change with their content, so browsers may keep them for long.
    versions = {
        name: hashlib.sha256((_STATIC / name).read_bytes()).hexdigest()[:12]
        for name in ("look.css", "suggestions.js")
    }
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 30 * 24 * 3600

    @app.context_processor
    def shared() -> dict[str, object]:
        style, script = (url_for("static", filename=name, v=version) for name, version in versions.items())
        try:
            person = current_person()
        except RemissarkivError:
            # The page that tells of the trouble is shown as to a guest.
            person = None
        is_page = request.method == "GET" and request.url_rule and request.blueprint != "login"
        here = request.full_path.rstrip("?") if is_page else ""
        return {
            "archive_name": ARCHIVE,
            "owner": web.name,
            "style": style,
            "search_link": search_links(),
            "script": script,
            "person": person,
            "may_correct": person is not None and person.may_correct,
            "login_address": url_for("login.form", till=here or None),
        }

    return app
