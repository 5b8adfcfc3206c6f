"""What a document cites, as its margin lists it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from remissarkiv.domain import Citation, Document, Kind, Span
from webapp.document_view import view_document
from webapp.lagrum.cited import cited_acts


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.text
    return response.text


def test_the_margin_lists_citations_by_act_in_the_order_of_the_act(app: Flask) -> None:
    keys = ["2017:725#K2P10", "2017:725#K2P2", "2017:725#K2P2", "2001:453#K4P1", "prop/2016/17:171#sid45"]
    with app.test_request_context():
        first, second, others = cited_acts([Citation(key, "", Span(0, 0)) for key in keys])
    assert [(place.label, place.count) for place in first.places] == [
        ("2 kap. 2\u00a0§", 2),
        ("2 kap. 10\u00a0§", 1),
    ]
    assert first.heading == "kommunallagen (2017:725)"
    assert second.heading == "socialtjänstlagen (2001:453)"
    assert (others.whole, [place.label for place in others.places]) == (None, ["prop. 2016/17:171 s. 45"])


@pytest.mark.usefixtures("leaning")
def test_the_doubtful_is_marked_in_the_margin_and_in_the_text(client: FlaskClient) -> None:
    unsure = page(client, "/dokument/osaker")
    assert 'title="osäkert vilken lag">2 kap. 3 § kommunallagen</a>' in unsure
    assert '<span class="doubt">osäkert vilken lag</span>' in unsure
    unknown = page(client, "/dokument/okand")
    assert 'title="okänd lag">5 § lagen (2099:1)</a>' in unknown
    assert unknown.count('<span class="doubt">okänd lag</span>') == 1
    sure = page(client, "/dokument/lutar")
    assert 'class="doubt"' not in sure
    assert 'class="unsure"' not in sure


def test_many_citations_are_folded_and_bounded(app: Flask) -> None:
    cited = [Citation(f"{year}:{n}#P{n}", "", Span(0, 0)) for year in range(1900, 1950) for n in range(1, 21)]
    document = Document(title="", kind=Kind.OVRIGT, text="", original="", citations=tuple(cited))
    with app.test_request_context():
        view = view_document(document, ()).cited
    shown = {one.heading: len(one.places) for one in view.shown}
    assert sum(1 + places for places in shown.values()) == 14
    assert sum(1 + len(one.places) for one in view.folded) <= view.more + 1
    assert 14 + view.more + view.left_out == 2 * len(cited)
    assert view.more == 300
