"""What the archive holds, and which files could not be read and why."""

from flask import Blueprint, render_template

from remissarkiv.sync import lexicon_facts
from webapp.access import caller_access, current_archive

page = Blueprint("status", __name__)

_MOST_DIFFERENCES = 500
_SHOWN_RUNS = 10


@page.get("/status")
def status() -> str:
    """Counts and rejected files of the collections that the caller may see."""
    archive = current_archive()
    catalog = archive.catalog
    access = caller_access()
    differences = catalog.differences(access)
    return render_template(
        "status.html",
        trouble=archive.engine.trouble(),
        counts=catalog.counts(access),
        rejected=catalog.rejected(access),
        lexicon=lexicon_facts(catalog, archive.settings.lexicon_folder),
        differences=differences[:_MOST_DIFFERENCES],
        runs=catalog.runs(_SHOWN_RUNS),
        sees_all=catalog.shelves() <= access.shelves,
        more_differences=max(len(differences) - _MOST_DIFFERENCES, 0),
    )
