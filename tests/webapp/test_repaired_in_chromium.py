"""Repaired text in a real browser: by keyboard, on a phone, and without a word of complaint."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from remissarkiv.bootstrap import Archive
from remissarkiv.domain import Document

pytestmark = pytest.mark.browser

Running = Callable[[Archive], AbstractContextManager[str]]


def test_the_keyboard_switches_between_the_two_readings(
    context: BrowserContext, archive: Archive, repaired: Document, running: Running
) -> None:
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    with running(archive) as home:
        page.goto(f"{home}/dokument/rattat?q=socialnämnden")
        expect(page.locator(".text")).to_contain_text("har bett socialnämnden att")
        for there, shown in (
            ("Visa som det lästes", "har bett socialndmnden att"),
            ("Visa med rättade ord", "har bett socialnämnden att"),
        ):
            link = page.get_by_role("link", name=there)
            for _ in range(40):
                page.keyboard.press("Tab")
                if link.evaluate("node => node === document.activeElement"):
                    break
            expect(link).to_be_focused()
            page.keyboard.press("Enter")
            expect(page.locator(".text")).to_contain_text(shown)
            expect(page.locator("mark")).to_have_count(2)
        page.get_by_text("Visa vad som rättades").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("table", name="Ord som lästes fel")).to_be_visible()
        expect(page.get_by_role("cell", name="socialndmnden")).to_be_visible()
    assert complaints == []


def test_after_the_switch_the_text_is_where_it_was_and_tab_goes_on_from_there(
    context: BrowserContext, archive: Archive, repaired: Document, running: Running
) -> None:
    page = context.new_page()
    with running(archive) as home:
        page.goto(f"{home}/dokument/rattat")
        page.get_by_role("link", name="Visa som det lästes").click()
        expect(page.locator("#text")).to_be_in_viewport()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Visa med rättade ord")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_is_wider_than_the_page_and_targets_fit_a_finger(
    browser: Browser, archive: Archive, repaired: Document, running: Running, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": 375, "height": 740},
        has_touch=True,
        is_mobile=True,
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    with running(archive) as home:
        for address in (
            "/dokument/rattat?q=rådgivning",
            "/dokument/rattat?q=rådgivning&text=last",
            "/dokument/rattat?lasning=original",
            "/sok?q=socialnämnden",
            "/hjalp/lasfel",
        ):
            page.goto(home + address)
            for summary in page.locator(".repairs > summary").all():
                summary.click()
            assert page.evaluate("document.documentElement.scrollWidth") <= 375, address
        page.goto(f"{home}/dokument/rattat")
        box = page.get_by_role("link", name="Visa som det lästes").bounding_box()
        assert box is not None
        assert box["height"] >= 44
    context.close()
    assert complaints == []


def test_pictures_of_the_guide_are_seen_and_described(
    context: BrowserContext, archive: Archive, running: Running
) -> None:
    page = context.new_page()
    with running(archive) as home:
        page.goto(f"{home}/hjalp/lasfel")
        assert page.locator("img.photo").evaluate("image => image.complete && image.naturalWidth") > 0
        expect(page.get_by_role("img")).to_have_count(4)
        expect(page.get_by_role("img", name="samma stomme")).to_be_visible()
        colour = page.locator(".drawing .ink").first.evaluate("node => getComputedStyle(node).fill")
        assert colour == page.evaluate("getComputedStyle(document.body).color")
