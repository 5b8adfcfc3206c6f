"""One blueprint per feature; this is the list of them."""

from flask import Blueprint

from webapp.pages import document, export, health, hjalp, lagrum, original, princip, saved, search, status

PAGES: tuple[Blueprint, ...] = (
    search.page,
    document.page,
    lagrum.page,
    princip.page,
    original.page,
    saved.page,
    export.page,
    status.page,
    hjalp.page,
    health.page,
)
