"""The counterparts of a provision, each with its own documents."""

from collections.abc import Iterator

import pytest
from flask import Flask

from remissarkiv.bootstrap import Archive
from remissarkiv.domain import Access
from webapp.lagrum.counterparts import newer_views, older_views


@pytest.fixture
def everyone() -> Access:
    return Access(frozenset({"arkiv"}))


@pytest.fixture
def on_a_page(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


@pytest.mark.usefixtures("on_a_page")
def test_each_tells_how_many_cite_it_and_counts_no_years(leaning: Archive, everyone: Access) -> None:
    """A chapter has two dozen counterparts; the years of each would be counted for nobody."""
    older, *_ = older_views(leaning, "2017:725#K2P1", everyone)
    assert older.label == "2 kap. 1\u00a0§ kommunallagen (1991:900)"
    assert older.citing.total == 1
    assert [document.view.hit.id for document in older.citing.documents] == ["gammal"]
    assert not older.citing.years
    newer = newer_views(leaning, "1991:900#K2P1", everyone)
    assert [view.citing.total for view in newer if view.label.startswith("2 kap. 1\u00a0§")] == [26]
    assert not any(view.citing.years for view in newer)
