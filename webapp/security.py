"""What every response carries, and which requests are let in at all."""

from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""No script but our own files, which may ask only us; nothing inline, nothing from elsewhere."""

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "private, no-cache",
}
"""Set where the handler has not set its own."""

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})

MAX_REQUEST_BYTES = 64 * 1024
"""The largest thing anyone sends is a pasted text (`pages/liknande.py`)."""


def protect(app: Flask, trusted_hosts: tuple[str, ...], *, https: bool) -> None:
    """Settings, checks and headers for the whole application.

    `trusted_hosts` are names beside those of this machine; one that begins with a dot stands for every name
    that ends so. A page asked for under another name is refused: otherwise a name that an attacker points at
    127.0.0.1 (DNS rebinding) would read the archive through a visitor's browser.
    """
    app.config.update(
        MAX_CONTENT_LENGTH=MAX_REQUEST_BYTES,
        MAX_FORM_MEMORY_SIZE=MAX_REQUEST_BYTES,
        MAX_FORM_PARTS=50,
        SESSION_COOKIE_NAME="remissarkiv",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=https,
        # A form may lie open over lunch: the token lives as long as the session.
        WTF_CSRF_TIME_LIMIT=None,
        # Pages tell no referrer, not even to ourselves, so it cannot be checked; the token can.
        WTF_CSRF_SSL_STRICT=False,
        # Only a form's body may carry a token, never an address or a header.
        WTF_CSRF_HEADERS=[],
    )

    @app.before_request
    def check_host() -> None:
        if not host_is_trusted(request.host, trusted_hosts):
            abort(400)

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if https:
            response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        return response


def host_is_trusted(host: str, trusted: tuple[str, ...]) -> bool:
    """Whether a `Host` header (`name` or `name:port`) names this machine or a trusted host."""
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    if not name:
        return False
    names = {entry.lower() for entry in trusted}
    return (
        name in LOOPBACK_NAMES
        or name in names
        or any(entry.startswith(".") and name.endswith(entry) for entry in names)
    )
