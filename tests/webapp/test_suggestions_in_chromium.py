"""The search box with its suggestions, by keyboard, mouse and finger, in a real browser."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from remissarkiv.bootstrap import Archive

pytestmark = pytest.mark.browser

Running = Callable[[Archive], AbstractContextManager[str]]
Watched = Callable[[Page], list[str]]
BOX = "Sök ämne, Dnr eller lagrum"


@pytest.fixture
def page(context: BrowserContext, archive: Archive, running: Running, watched: Watched) -> Iterator[Page]:
    """The first page of a served archive; nothing may be complained of."""
    archive.replay()
    page = context.new_page()
    complaints = watched(page)
    with running(archive) as home:
        page.goto(home)
        yield page
        page.close()
    assert complaints == []


def test_arrows_point_and_enter_searches_for_what_is_pointed_at(page: Page) -> None:
    box = page.get_by_label(BOX)
    expect(box).to_have_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("kompetensc")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("option", selected=True)).to_have_count(0)
    page.keyboard.press("ArrowDown")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.nth(0).get_attribute("id") or "?")
    expect(box).to_have_value("kompetensc")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option", selected=True)).to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_contain_text("Ämne")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/sok\?q=kompetenscenter$"))
    expect(page.locator(".hit")).not_to_have_count(0)


def test_enter_without_pointing_searches_for_what_is_typed(page: Page) -> None:
    page.get_by_label(BOX).press_sequentially("kompetensc")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/sok\?q=kompetensc$"))


def test_escape_closes_the_list_and_keeps_what_is_typed(page: Page) -> None:
    box = page.get_by_label(BOX)
    box.press_sequentially("kompetensc")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("kompetensc")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()


def test_tab_goes_on_and_closes(page: Page) -> None:
    page.get_by_label(BOX).press_sequentially("kompetensc")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Sök", exact=True)).to_be_focused()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_click_chooses(page: Page) -> None:
    page.get_by_label(BOX).press_sequentially("sof 2025/4")
    page.get_by_role("option", name="SOF 2025/424").click()
    expect(page.get_by_label(BOX)).to_have_value('dnr:"SOF 2025/424"')
    expect(page.get_by_role("status")).to_have_text("1 träff")


def test_how_many_there_are_is_told_to_who_cannot_see(page: Page) -> None:
    page.get_by_label(BOX).press_sequentially("medborgark")
    expect(page.locator("form.ask [aria-live=polite]")).to_have_text(re.compile(r"\d förslag"))


def test_a_late_answer_to_something_else_is_dropped(page: Page) -> None:
    held: list[Route] = []
    page.route("**/forslag?q=mo*", lambda route: held.append(route))
    box = page.get_by_label(BOX)
    with page.expect_request("**/forslag?q=mo*"):
        box.press_sequentially("mo")
    box.fill("sof 2025/4")
    expect(page.get_by_role("option")).to_have_count(1)
    for route in held:
        route.continue_()
    page.wait_for_timeout(200)
    expect(page.get_by_role("option")).to_have_count(1)
    expect(box).to_have_value("sof 2025/4")


def test_titles_that_look_like_html_are_text(page: Page) -> None:
    page.get_by_label(BOX).press_sequentially("hyperlink")
    expect(page.get_by_role("option").first).to_contain_text('<script>alert("titel")</script>')
    expect(page.locator(".suggestions script")).to_have_count(0)


def test_filters_stay_when_a_suggestion_is_chosen(page: Page) -> None:
    page.goto(page.url.rstrip("/") + "/sok?q=motionen&typ=remissvar")
    box = page.get_by_label(BOX)
    box.fill("")
    box.press_sequentially("medborgark")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"typ=remissvar"))


def test_a_finger_chooses_on_a_phone_and_nothing_scrolls_sideways(
    browser: Browser, archive: Archive, running: Running
) -> None:
    archive.replay()
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    with running(archive) as home:
        page.goto(home)
        page.get_by_label(BOX).tap()
        page.keyboard.type("medborgark")
        option = page.get_by_role("option").first
        expect(option).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        bounds = option.bounding_box()
        assert bounds is not None
        assert bounds["height"] >= 44
        option.tap()
        expect(page).to_have_url(re.compile(r"/sok\?q="))
    context.close()
