"""One blueprint per feature; this is the list of them."""

from flask import Blueprint

from webapp.pages import arende, document, export, health, hjalp, lagrum, original, saved, search, status

PAGES: tuple[Blueprint, ...] = (
    search.page,
    document.page,
    arende.page,
    lagrum.page,
    original.page,
    saved.page,
    export.page,
    status.page,
    hjalp.page,
    health.page,
)
