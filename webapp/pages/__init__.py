"""One blueprint per feature; this is the list of them."""

from flask import Blueprint

from webapp.pages import (
    arende,
    corrections,
    document,
    export,
    health,
    hjalp,
    lagrum,
    liknande,
    login,
    original,
    princip,
    saved,
    search,
    status,
    suggestions,
)

PAGES: tuple[Blueprint, ...] = (
    search.page,
    suggestions.page,
    document.page,
    arende.page,
    lagrum.page,
    liknande.page,
    princip.page,
    original.page,
    saved.page,
    corrections.page,
    login.page,
    export.page,
    status.page,
    hjalp.page,
    health.page,
)
