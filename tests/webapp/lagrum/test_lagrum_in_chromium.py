"""The lagrum pages in a real browser: typed, narrowed, read, on a phone and by keyboard."""

import re
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from remissarkiv.bootstrap import Archive

pytestmark = pytest.mark.browser

Running = Callable[[Archive], AbstractContextManager[str]]
Watched = Callable[[Page], list[str]]

KL = "/lagrum/2017:725%23K2P1"
PAGES = (
    "/lagrum",
    "/lagrum?grupp=lagar",
    "/lagrum?q=2 kap. 1-12 §§ KL",
    '/lagrum?q="><script>alert(1)</script>',
    KL,
    f"{KL}?ar=2019",
    "/lagrum/2017:725",
    "/lagrum/1991:900%23K2P1S1",
    "/lagrum/2099:1%23P5",
    "/lagrum/prop/2016/17:171%23sid45",
    "/lagrum/xyz",
    "/dokument/osaker",
    "/dokument/annat",
    "/sok?q=*&lag=2017:725&lagrum=2017:725%23K2P1",
)


def test_a_jurist_types_a_provision_and_reads_who_leans_on_it(
    context: BrowserContext, leaning: Archive, running: Running, watched: Watched
) -> None:
    page = context.new_page()
    complaints = watched(page)
    with running(leaning) as home:
        page.goto(home)
        page.get_by_role("link", name="Lagrum", exact=True).click()
        page.get_by_label("Lagrum, lag, förarbete eller rättsfall").fill("2 kap 1 § KL")
        page.keyboard.press("Enter")
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text("2 kap. 1\u00a0§ kommunallagen (2017:725)")
        expect(page.get_by_role("status")).to_have_text("26 dokument hänvisar hit")

        page.get_by_role("link", name="2019: 6 dokument").click()
        expect(page.get_by_role("status")).to_have_text("6 av 26 dokument som hänvisar hit")
        page.locator(".hits .hit h3 a").first.click()
        expect(page.locator("mark")).to_have_text("2 kap. 1 § kommunallagen (2017:725)")
        expect(page.get_by_text(re.compile("träff 1 av 6"))).to_be_visible()

        page.locator(".text a").first.click()
        expect(heading).to_have_text("2 kap. 1\u00a0§ kommunallagen (2017:725)")
        page.get_by_role("link", name="2 kap. 1\u00a0§ kommunallagen (1991:900)").first.click()
        expect(heading).to_have_text("2 kap. 1\u00a0§ kommunallagen (1991:900)")
        expect(page.get_by_role("status")).to_have_text("1 dokument hänvisar hit")
    assert complaints == []


def test_no_page_breaks_the_policy_or_scrolls_sideways_on_a_phone(
    leaning: Archive, running: Running, fit_a_phone: Callable[[str, Iterable[str]], None]
) -> None:
    with running(leaning) as home:
        fit_a_phone(home, PAGES)


def test_nothing_is_fetched_from_elsewhere(
    context: BrowserContext, leaning: Archive, running: Running
) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with running(leaning) as home:
        page.goto(home + KL)
        page.wait_for_load_state("networkidle")
        assert asked
        assert [url for url in asked if not url.startswith(home)] == []


def test_the_keyboards_place_is_always_seen(
    context: BrowserContext, leaning: Archive, running: Running
) -> None:
    page = context.new_page()
    with running(leaning) as home:
        page.goto(home + KL)
        for _ in range(30):
            page.keyboard.press("Tab")
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", page.evaluate("document.activeElement.outerHTML")
